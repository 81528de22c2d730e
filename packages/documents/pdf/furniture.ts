// What belongs to the pages and not to the text: running headers and footers, page numbers, watermarks.

import type { Glyph } from "./glyphs.ts";
import type { PageContent, PageLayout } from "./page-content.ts";
import type { TextLine } from "./text-lines.ts";
import { stretchesOf, textLinesOf } from "./text-lines.ts";

/** Headers and footers stand in this share of the height at either end. */
const MARGIN_SHARE = 0.12;
/** A header repeats on this share of the pages, and on no fewer pages than so many. */
const REPEAT_SHARE = 0.4;
const FEWEST_PAGES = 3;
/** Lines of different pages at one place differ by no more than this. */
const SAME_PLACE = 4;

const PAGE_NUMBER =
  /^[-—–―·•~\s]*(?:第\s*|page\s*)?(\d{1,4})(?:\s*页)?(?:\s*[,，/／]?\s*(?:of|共)?\s*\d{1,4}\s*页?)?[-—–―·•~\s]*$/iu;
const DECORATED = /[-—–―页]|page/iu;
/** Heads of columns may repeat too; they are no running header. */
const HEAD_COLUMNS = 3;

/** The lines of each page that are running headers, footers or page numbers. */
export function furnitureOf(pages: readonly PageLayout[]): ReadonlySet<TextLine> {
  return new Set([...pageNumbers(pages), ...runningLines(pages)]);
}

function runningLines(pages: readonly PageLayout[]): readonly TextLine[] {
  const byPlace = new Map<string, { pages: Set<number>; lines: TextLine[] }>();
  for (const { content, lines } of pages) {
    for (const line of lines) {
      const edge = edgeOf(content, line);
      if (edge === undefined || stretchesOf(line, 1.2).length >= HEAD_COLUMNS) continue;
      const key = `${edge} ${line.text.replace(/\d+/gu, "#").replace(/\s/gu, "")}`;
      const group = byPlace.get(key) ?? { pages: new Set(), lines: [] };
      byPlace.set(key, group);
      group.pages.add(content.number);
      group.lines.push(line);
    }
  }
  const enough = Math.max(FEWEST_PAGES, pages.length * REPEAT_SHARE);
  return [...byPlace.values()].filter((group) => group.pages.size >= enough).flatMap((group) => group.lines);
}

/** Which edge a line is near and how far from it; undefined for the body of the page. */
function edgeOf({ height }: PageContent, { baseline }: TextLine): string | undefined {
  const distance = Math.min(baseline, height - baseline);
  if (distance > height * MARGIN_SHARE) return undefined;
  return `${baseline < height / 2 ? "top" : "bottom"}${Math.round(distance / SAME_PLACE)}`;
}

interface PageNumberLine {
  readonly line: TextLine;
  /** The printed number less the page's own. */
  readonly offset: number;
}

/** Outermost lines that count with the pages; a decorated number needs no second page as witness. */
function pageNumbers(pages: readonly PageLayout[]): readonly TextLine[] {
  const found = pages.flatMap(pageNumberLines);
  const witnesses = Map.groupBy(found, ({ offset }) => offset);
  return found
    .filter(({ line, offset }) => DECORATED.test(line.text) || (witnesses.get(offset)?.length ?? 0) > 1)
    .map(({ line }) => line);
}

function pageNumberLines({ content, lines, tables }: PageLayout): readonly PageNumberLine[] {
  return [lines.at(-1), lines[0]].flatMap((line) => {
    if (line === undefined || edgeOf(content, line) === undefined) return [];
    const isOutside = tables.every(({ box }) => line.baseline < box[1] || line.baseline > box[3]);
    const number = PAGE_NUMBER.exec(line.text)?.[1];
    return number === undefined || !isOutside ? [] : [{ line, offset: Number(number) - content.number }];
  });
}

/** Watermarks: the characters to take out of each page, and their words for the report. */
export interface Watermarks {
  readonly glyphs: ReadonlySet<Glyph>;
  readonly texts: ReadonlyMap<string, number>;
}

/** Letters this much larger than the page's own are set across it. */
const LARGE = 1.6;

/** Finds slanted text, and large pale words that repeat on most pages. */
export function watermarksOf(pages: readonly PageContent[]): Watermarks {
  const texts = new Map<string, number>();
  const pale = pages.flatMap((page) => largePaleLines(page).map((line) => ({ page, line })));
  const glyphs = new Set<Glyph>();
  for (const [text, found] of Map.groupBy(pale, ({ line }) => line.text)) {
    const numbers = new Set(found.map(({ page }) => page.number));
    if (numbers.size < Math.max(2, pages.length / 2)) continue;
    texts.set(text, Math.min(...numbers));
    for (const { line } of found) for (const glyph of line.glyphs) glyphs.add(glyph);
  }
  for (const { slanted, number } of pages) {
    const text = withoutRepetition(slanted.replace(/\s+/gu, ""));
    if (text !== "" && !texts.has(text)) texts.set(text, number);
  }
  return { glyphs, texts };
}

function largePaleLines({ glyphs }: PageContent): readonly TextLine[] {
  const pale = glyphs.filter(({ isPale }) => isPale);
  if (pale.length === 0) return [];
  const sizes = glyphs.filter(({ isPale, text }) => !isPale && text !== " ").map(({ size }) => size);
  const usual = sizes.toSorted((one, two) => one - two)[Math.floor(sizes.length / 2)];
  if (usual === undefined) return [];
  return textLinesOf(pale.filter(({ size }) => size >= usual * LARGE));
}

/** A watermark tiled over the page says the same many times. */
function withoutRepetition(text: string): string {
  const again = text.indexOf(text.slice(0, 4), 1);
  if (text.length < 8 || again < 2) return text;
  const unit = text.slice(0, again);
  return text === unit.repeat(Math.ceil(text.length / again)).slice(0, text.length) ? unit : text;
}
