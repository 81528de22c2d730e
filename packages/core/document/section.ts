// The outline of a document: headings, and the paragraphs joined under them.

import type { Place } from "./document.ts";

/** Section: a heading and what stands under it, in document order. */
export interface Section {
  /** "一", "（一）", "1" … as a plain numeral, or null for a heading without number. */
  readonly number: string | null;
  readonly heading: string;
  readonly level: number;
  readonly paragraphs: readonly SectionParagraph[];
  readonly children: readonly Section[];
  readonly place: Place;
}

/** SectionParagraph: a paragraph joined over page breaks, watermarks removed, with a map to its lines. */
export interface SectionParagraph {
  readonly text: string;
  readonly place: Place;
  /** Where each stretch of the joined text came from: offsets ascending from 0. */
  readonly pieces: readonly { readonly offset: number; readonly place: Place }[];
}
