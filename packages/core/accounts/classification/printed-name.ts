import { remembered } from "../../figures/remembered.ts";

/** How a printed name compares with the name in a list. */
export type NameVerdict = "same" | "damaged" | "different";

/** A name without what print and scans vary: white space, full and half width, the shape of brackets. */
export function comparableName(name: string): string {
  return COMPARABLE.test(name) ? name : madeComparable(name);
}

/** Digits, letters and Chinese characters, which stay as they are. */
const COMPARABLE = /^[\w.,\u4E00-\u9FFF]*$/u;

const madeComparable = remembered((name) =>
  name
    .normalize("NFKC")
    .replaceAll(/\s+/g, "")
    .replaceAll(/[([{〔【〈]/g, "（")
    .replaceAll(/[)\]}〕】〉]/g, "）"),
);

/** Compares a printed name with a listed one; "damaged" when a scan or a narrow cell explains the difference. */
export function comparePrintedName(printed: string, listed: string): NameVerdict {
  const shown = comparableName(printed);
  const known = comparableName(listed);
  if (shown === known) return "same";
  return isClipped(shown, known) || isGarbled(shown, known) ? "damaged" : "different";
}

/** Cut off at an end by a narrow cell, or run together with what stood beside it. */
function isClipped(shown: string, known: string): boolean {
  if (shown.length > known.length) return known.length >= 4 && shown.includes(known);
  if (shown.length >= 2 && known.startsWith(shown)) return true;
  return shown.length >= 4 && shown.length * 3 >= known.length && known.endsWith(shown);
}

/** A quarter of the characters, at least one, may be misread. */
function isGarbled(shown: string, known: string): boolean {
  const allowed = Math.max(1, Math.floor(known.length / 4));
  if (known.length < 2 || Math.abs(shown.length - known.length) > allowed) return false;
  return editDistance(shown, known) <= allowed;
}

/** The least number of characters inserted, removed or replaced that turns one text into the other. */
export function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      const removed = (previous[column] ?? 0) + 1;
      const inserted = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(replaced, removed, inserted));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
