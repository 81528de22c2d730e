// Keys of the desk of those who review: single letters, heard wherever nothing is being typed.

import { useEffect, useEffectEvent } from "react";

/** Does what belongs to a key; in a grid that is only looked at, letters type nothing. */
export function useReviewKeys(acts: Readonly<Record<string, (() => void) | undefined>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  useEffect(() => {
    // Before the field of the grid hears it.
    addEventListener("keydown", onKey, true);
    return () => removeEventListener("keydown", onKey, true);
  }, []);
}

const SWITCHES = 'input[type="checkbox"], input[type="radio"], .entry-grid textarea';

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role="dialog"]') !== null) return true;
  const field = target.closest("input, textarea, select, [contenteditable], [role='combobox']");
  return field !== null && !field.matches(SWITCHES);
}
