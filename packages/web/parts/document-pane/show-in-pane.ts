// Scrolls a pane to what is marked in it, and nothing but the pane: what one types beside it stays where it is.

/** Pixels between what is marked and the edge of the pane. */
const MARGIN = 12;

/** Brings an element to the middle of the pane that it scrolls in; sideways only as far as is needed, so that the name
 * of a row is seen beside its figure. */
export function showInPane(marked: Element | null): void {
  const pane = marked === null ? null : scrollerOf(marked);
  if (marked === null || pane === null) return;
  const [at, seen] = [marked.getBoundingClientRect(), pane.getBoundingClientRect()];
  const [left, right] = [seen.left + MARGIN, seen.left + pane.clientWidth - MARGIN];
  pane.scrollBy(
    at.left < left ? at.left - left : Math.max(0, Math.min(at.right - right, at.left - left)),
    at.top + at.height / 2 - (seen.top + pane.clientHeight / 2),
  );
}

function scrollerOf({ parentElement }: Element): Element | null {
  if (parentElement === null) return null;
  const { overflowY } = getComputedStyle(parentElement);
  return overflowY === "auto" || overflowY === "scroll" ? parentElement : scrollerOf(parentElement);
}
