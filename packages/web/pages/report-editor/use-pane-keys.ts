// F6 goes from the list of parts to the form, to the findings, and round; Shift+F6 the other way, as between the panes
// of a spreadsheet. In each pane one comes back to where one was: a grid holds the Tab key for its own cells.

import type { FocusEvent, KeyboardEvent } from "react";
import { useRef } from "react";

/** PaneKeys (换栏): what the element around the panes is given. */
export interface PaneKeys {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

const panes = [".parts", ".editor-form", ".editor-side"];
const focusable = "textarea, input:not([type=hidden]), select, button, a[href], [tabindex='0']";
/** In the list of parts, the part that is open; in the form, its grid. */
const firstChoices = ["[aria-current=true]", "textarea.cell-editor"];

/** The keys that go from pane to pane. */
export function usePaneKeys(): PaneKeys {
  const stood = useRef(new Map<string, Element>());
  return {
    onFocus: ({ target }) => {
      const pane = panes.find((one) => target.closest(one) !== null);
      if (pane !== undefined) stood.current.set(pane, target);
    },
    onKeyDown: (event) => {
      if (event.key !== "F6" || event.nativeEvent.isComposing) return;
      event.preventDefault();
      const { target, currentTarget } = event;
      const from = target instanceof Element ? panes.findIndex((one) => target.closest(one) !== null) : -1;
      const by = event.shiftKey ? -1 : 1;
      for (let step = 1; step <= panes.length; step += 1) {
        const next = (from + step * by + 2 * panes.length) % panes.length;
        const pane = panes[from < 0 ? 0 : next] ?? "";
        const goal = placeIn(currentTarget.querySelector(pane), stood.current.get(pane));
        if (goal !== undefined) {
          goal.focus();
          return;
        }
      }
    },
  };
}

/** Where one comes to in a pane; nowhere where it is not shown. */
function placeIn(pane: Element | null, before: Element | undefined): HTMLElement | undefined {
  if (pane === null || !(pane instanceof HTMLElement) || pane.offsetParent === null) return undefined;
  if (before instanceof HTMLElement && pane.contains(before) && before.offsetParent !== null) return before;
  const first = firstChoices.map((one) => pane.querySelector<HTMLElement>(one)).find((one) => one !== null);
  return first ?? pane.querySelector<HTMLElement>(focusable) ?? undefined;
}
