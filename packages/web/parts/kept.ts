// Values that stay the same object while nothing in them changes, so that what is drawn from them need not be drawn anew.

import { useCallback, useLayoutEffect, useRef } from "react";

/** The value of the last drawing for as long as a new one says the same. */
export function useKept<T>(value: T, isSame: (before: T, after: T) => boolean): T {
  const kept = useRef(value);
  const now = isSame(kept.current, value) ? kept.current : value;
  useLayoutEffect(() => {
    kept.current = now;
  });
  return now;
}

/** A function that is always the same and does what the newest one does; for events, not for drawing. */
export function useSteady<Given extends readonly unknown[], Result>(
  act: (...given: Given) => Result,
): (...given: Given) => Result {
  const newest = useRef(act);
  useLayoutEffect(() => {
    newest.current = act;
  });
  return useCallback((...given: Given) => newest.current(...given), []);
}
