// Widths on a terminal: a Chinese character takes two columns, and columns of figures must stand aligned.

const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{20000}-\u{3FFFD}]/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;
// oxlint-disable-next-line no-control-regex -- what a document must not send to a terminal
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/** Text that is safe to show: a document may carry escape sequences. */
export function printable(text: string): string {
  return text.replace(CONTROL, " ");
}

/** Columns that a text takes on a terminal. */
export function printedWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (NO_WIDTH.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** The text filled with blanks to a width, on the right or, for figures, on the left. */
export function padded(text: string, width: number, side: "left" | "right" = "left"): string {
  const blanks = " ".repeat(Math.max(0, width - printedWidth(text)));
  return side === "left" ? text + blanks : blanks + text;
}

/** The text cut to a width, with an ellipsis where something is left out. */
export function clipped(text: string, width: number): string {
  if (printedWidth(text) <= width) return text;
  let kept = "";
  let used = 1;
  for (const character of text) {
    used += printedWidth(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The text cut in its middle to a width: long labels differ at their ends. */
export function clippedInside(text: string, width: number): string {
  if (printedWidth(text) <= width) return text;
  const head = clipped(text, Math.floor(width / 2));
  const characters = Array.from(text);
  let tail = "";
  let used = printedWidth(head);
  for (const character of characters.toReversed()) {
    used += printedWidth(character);
    if (used > width) break;
    tail = character + tail;
  }
  return head + tail;
}

/** Column: how one column of a printed table stands. */
export interface Column {
  readonly side?: "left" | "right";
  readonly limit?: number;
}

/** Rows of texts as aligned lines, two blanks between columns. */
export function alignedRows(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
): readonly string[] {
  const cells = rows.map((row) =>
    row.map((text, index) =>
      clippedInside(printable(text), columns[index]?.limit ?? Number.POSITIVE_INFINITY),
    ),
  );
  const widths = columns.map((_, index) =>
    Math.max(0, ...cells.map((row) => printedWidth(row[index] ?? ""))),
  );
  return cells.map((row) =>
    row
      .map((text, index) => padded(text, widths[index] ?? 0, columns[index]?.side ?? "left"))
      .join("  ")
      .trimEnd(),
  );
}
