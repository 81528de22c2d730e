// What web pages and Word have and the neutral document has not: tables inside cells. This is the shape in
// which both are read before they are flattened.

/** NestedText: a paragraph, or a heading where `level` is above 0; line breaks are "\n", tabs "\t". */
export interface NestedText {
  readonly kind: "text";
  readonly text: string;
  readonly level: number;
}

/** NestedCell: a cell with its own blocks. */
export interface NestedCell {
  readonly blocks: readonly NestedBlock[];
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** The figure's id in a page that we wrote; its value is what the page shows, which may have been altered. */
  readonly figure?: string;
}

/** NestedTable: rows of cells; positions covered by merged cells are not listed. */
export interface NestedTable {
  readonly kind: "table";
  readonly rows: readonly (readonly NestedCell[])[];
}

export type NestedBlock = NestedText | NestedTable;

/** The text of blocks as one cell prints it: paragraphs, line breaks and inner cells parted by blanks. */
export function cellText(blocks: readonly NestedBlock[]): string {
  return blocks
    .map((block) =>
      block.kind === "text"
        ? block.text
        : block.rows.flatMap((row) => row.map((cell) => cellText(cell.blocks))).join(" "),
    )
    .join(" ")
    .replace(/[\s\u00A0]+/gu, " ")
    .trim();
}
