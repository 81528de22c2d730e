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

const NUMERALS = "〇一二三四五六七八九";

/** The number of the nth heading of a level: 一 or 1. */
export function ordinalOf(count: number, level: number): string {
  if (level >= 4) return String(count);
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const digit = ones === 0 && tens > 0 ? "" : NUMERALS.charAt(ones);
  return tens === 0 ? digit : `${tens === 1 ? "" : NUMERALS.charAt(tens)}十${digit}`;
}

/** The heading with its number, as the level's style prints it. */
export function printedHeading(section: Pick<Section, "number" | "heading" | "level">): string {
  const { number, heading, level } = section;
  if (number === null) return heading;
  if (level === 1) return `第${number}部分 ${heading}`.trim();
  if (level === 2) return `${number}、${heading}`;
  if (level === 4) return `${number}.${heading}`;
  return `（${number}）${heading}`;
}

/** SectionParagraph: a paragraph joined over page breaks, watermarks removed, with a map to its lines. */
export interface SectionParagraph {
  readonly text: string;
  readonly place: Place;
  /** Where each stretch of the joined text came from: offsets ascending from 0. */
  readonly pieces: readonly { readonly offset: number; readonly place: Place }[];
}
