// Excerpt (原文片段): a piece of a document beside a finding, its figures in question marked.

import type { Place } from "@jueming/core/document/document.ts";

/** ExcerptCell: a cell as shown; marked where the finding rests on it. */
export interface ExcerptCell {
  readonly text: string;
  readonly marked: boolean;
  readonly isFigure: boolean;
}

/** ExcerptRow: null stands for rows that are left out. */
export type ExcerptRow = readonly ExcerptCell[] | null;

/** GridExcerpt: rows of a table with their neighbours. */
export interface GridExcerpt {
  readonly kind: "grid";
  readonly title: string;
  readonly place: Place;
  readonly header: readonly string[];
  readonly rows: readonly ExcerptRow[];
  /** Rows in question that do not fit. */
  readonly rowsLeftOut: number;
}

/** PassagePart: a stretch of a passage: plain words, a figure, or what the finding rests on. */
export interface PassagePart {
  readonly text: string;
  readonly look: "plain" | "figure" | "marked";
}

/** PassageExcerpt: a sentence, or a window of a longer text. */
export interface PassageExcerpt {
  readonly kind: "passage";
  readonly title: string;
  readonly place: Place;
  readonly parts: readonly PassagePart[];
}

export type Excerpt = GridExcerpt | PassageExcerpt;

/** FindingExcerpts: the excerpts of a finding, and how many more there would be. */
export interface FindingExcerpts {
  readonly shown: readonly Excerpt[];
  readonly leftOut: number;
}
