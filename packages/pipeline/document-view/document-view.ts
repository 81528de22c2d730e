// A document as it is shown beside its findings: its blocks as plain data, in the order in which they stand.

import type { Block, Document, Place, Row } from "@jueming/core/document/document.ts";

/** ViewPlace: where something stands, as a person looks it up; boxes are left out. */
export type ViewPlace = Omit<Place, "box" | "source">;

/** ViewCell: a cell as printed. */
export interface ViewCell {
  readonly text: string;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
}

/** ViewBlock: a heading, a paragraph or a table. */
export type ViewBlock =
  | { readonly kind: "heading"; readonly level: number; readonly text: string; readonly place: ViewPlace }
  | { readonly kind: "paragraph"; readonly text: string; readonly place: ViewPlace }
  | { readonly kind: "table"; readonly rows: readonly (readonly ViewCell[])[]; readonly place: ViewPlace };

/** DocumentView (原文): what is shown of a document. */
export interface DocumentView {
  readonly blocks: readonly ViewBlock[];
  /** True where the document goes on after what is shown. */
  readonly isCut: boolean;
}

/** Rows, cells and characters that a page in a browser still shows smoothly; a report of 300 pages has fewer. */
const LIMITS = { pieces: 30_000, characters: 2_000_000 } as const;

/** The blocks of a document as far as they can be shown. */
export function documentView({ blocks }: Document): DocumentView {
  const shown: ViewBlock[] = [];
  const left = { pieces: LIMITS.pieces, characters: LIMITS.characters };
  for (const block of blocks) {
    const { pieces, characters } = sizeOf(block);
    left.pieces -= pieces;
    left.characters -= characters;
    if (left.pieces < 0 || left.characters < 0) return { blocks: shown, isCut: true };
    shown.push(viewOf(block));
  }
  return { blocks: shown, isCut: false };
}

function sizeOf(block: Block): { readonly pieces: number; readonly characters: number } {
  if (block.kind !== "table") return { pieces: 1, characters: block.text.length };
  const cells = block.rows.flatMap((row) => row.cells);
  const characters = cells.reduce((sum, { text }) => sum + text.length, 0);
  return { pieces: cells.length + block.rows.length, characters };
}

function viewOf(block: Block): ViewBlock {
  const place = viewPlace(block.place);
  switch (block.kind) {
    case "heading":
      return { kind: "heading", level: block.level, text: block.text, place };
    case "paragraph":
      return { kind: "paragraph", text: block.text, place };
    case "table":
      return { kind: "table", rows: block.rows.map(rowView), place };
  }
}

function rowView({ cells }: Row): readonly ViewCell[] {
  return cells.map(({ text, columnSpan = 1, rowSpan = 1 }) => ({
    text,
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
  }));
}

function viewPlace({ box: _box, source: _source, ...place }: Place): ViewPlace {
  return place;
}
