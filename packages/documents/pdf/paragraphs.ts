// Lines of text to paragraphs and headings. A line goes on in the next one when it is full and the next does
// not begin with an indent; a heading is set in a larger size than the running text.

import type { PageContent, PageLayout } from "./page-content.ts";
import type { TextLine } from "./text-lines.ts";
import { firstWordWidth, joinWrapped } from "./text-lines.ts";

/** Margins: where the lines of running text begin and end. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** PlacedLine: a line, its page, and the margins there. */
export interface PlacedLine {
  readonly line: TextLine;
  readonly page: PageContent;
  readonly margins: Margins;
}

/** TextStyle: sizes of the running text and of headings, for the whole document. */
export interface TextStyle {
  readonly bodySize: number;
  /** Sizes of headings, the largest first. */
  readonly headingSizes: readonly number[];
}

/** TextBlock: lines that are one paragraph or heading; level 0 is a paragraph. */
export interface TextBlock {
  readonly text: string;
  readonly level: number;
  readonly lines: readonly PlacedLine[];
}

const HEADING_RATIO = 1.2;
const LONGEST_HEADING = 60;
const LOWEST_LEVEL = 6;
const INDENT = 0.6;
const LINE_DISTANCE = 2.7;
/** Running text reaches at least this share of the page's width. */
const NARROWEST_COLUMN = 0.78;
/** A new part begins with its number, full line before it or not. */
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}(?:部分|章))/u;

/** A line of the contents ends with the number of its page; however full it is, the next is another. */
const LISTED = /(?:(?:\.\s*){3,}|…{2,}\s*|[·•]{3,}\s*)\d{1,4}$/u;

/** Enough of a line's end to show it; a line of nothing but dots is not searched from each of them. */
const LISTED_END = 40;
const isListed = ({ text }: TextLine): boolean => LISTED.test(text.slice(-LISTED_END));

/** Room in font sizes that a wrapped line of the contents leaves. */
const LISTED_ROOM = 5;

/** Learns the sizes of a document's text from the lines outside its tables. */
export function textStyleOf(pages: readonly PageLayout[]): TextStyle {
  const weights = new Map<number, number>();
  for (const { lines } of pages) {
    for (const { size, text } of lines) {
      const rounded = roundedSize(size);
      weights.set(rounded, (weights.get(rounded) ?? 0) + text.length);
    }
  }
  const [most] = [...weights].toSorted((one, two) => two[1] - one[1]);
  const bodySize = most?.[0] ?? 0;
  const headingSizes = [...weights.keys()]
    .filter((size) => size >= bodySize * HEADING_RATIO)
    .toSorted((one, two) => two - one);
  return { bodySize, headingSizes };
}

const roundedSize = (size: number): number => Math.round(size * 2) / 2;

/** The margins by page size: the outermost places where several lines begin and end. */
export function marginsOf(pages: readonly PageLayout[]): (page: PageContent) => Margins {
  const bySize = new Map<string, TextLine[]>();
  for (const { content, lines } of pages) {
    const key = sizeKey(content);
    const held = bySize.get(key) ?? [];
    bySize.set(key, held);
    for (const line of lines) held.push(line);
  }
  const margins = new Map([...bySize].map(([key, lines]) => [key, marginsOfLines(lines)]));
  return (page) => {
    const { left, right } = margins.get(sizeKey(page)) ?? { left: 0, right: page.width };
    // Short lines that happen to end together are not full.
    return { left, right: Math.max(right, page.width * NARROWEST_COLUMN) };
  };
}

const sizeKey = ({ width, height }: PageContent): string => `${Math.round(width)}x${Math.round(height)}`;

function marginsOfLines(lines: readonly TextLine[]): Margins {
  const size = lines.reduce((sum, line) => sum + line.size, 0) / lines.length;
  return {
    left: sharedLowest(
      lines.map(({ left }) => left),
      size,
    ),
    right: -sharedLowest(
      lines.map(({ right }) => -right),
      size,
    ),
  };
}

/** The lowest value that three share within a font size. */
function sharedLowest(values: readonly number[], size: number): number {
  const sorted = values.toSorted((one, two) => one - two);
  const shared = sorted.find(
    (value, index) => (sorted[index + 2] ?? Number.POSITIVE_INFINITY) - value <= size,
  );
  return shared ?? sorted[0] ?? 0;
}

/** Joins the lines of a stretch of text without tables; they may run over pages. */
export function textBlocksOf(lines: readonly PlacedLine[], style: TextStyle): readonly TextBlock[] {
  const groups: PlacedLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group !== undefined && before !== undefined && continues(before, line, style)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    const text = group.reduce((joined, { line }) => joinWrapped(joined, line.text), "");
    return { text, level: headingLevel(group, text, style), lines: group };
  });
}

function headingLevel(group: readonly PlacedLine[], text: string, { headingSizes }: TextStyle): number {
  const size = roundedSize(group[0]?.line.size ?? 0);
  const index = headingSizes.indexOf(size);
  if (index === -1 || text.length > LONGEST_HEADING || /[。；，：]/u.test(text)) return 0;
  return Math.min(index + 1, LOWEST_LEVEL);
}

function continues(before: PlacedLine, next: PlacedLine, style: TextStyle): boolean {
  const { line } = before;
  if (isListed(line)) return false;
  if (Math.abs(line.size - next.line.size) > line.size * 0.12 || NUMBERED.test(next.line.text)) return false;
  const isHeading = style.headingSizes.includes(roundedSize(line.size));
  const isSamePage = before.page === next.page;
  if (isHeading && !isSamePage) return false;
  const distance = next.line.baseline - line.baseline;
  if (isSamePage && (distance > LINE_DISTANCE * line.size || distance < line.size * 0.5)) return false;
  const isIndented = next.line.left > line.left + INDENT * line.size;
  const areCentred = isCentred(before) && isCentred(next);
  if (!isHeading && (isIndented || isFirstLine(next)) && !areCentred) return false;
  if (isAtRight(before) && !isAtRight(next) && !areCentred) return false;
  const room = before.margins.right - line.right;
  // A title in the contents leaves room for the numbers of pages, and its end keeps some dots.
  const left = isListed(next.line) ? LISTED_ROOM * line.size : firstWordWidth(next.line);
  return room < left + line.size * 0.6;
}

/** An indent of one to four characters from the margin begins a paragraph. */
function isFirstLine({ line, margins }: PlacedLine): boolean {
  const indent = (line.left - margins.left) / line.size;
  return indent > 1.2 && indent < 4.5;
}

/** A table's label or a date set at the right is no line that goes on at the left. */
function isAtRight({ line, margins }: PlacedLine): boolean {
  return line.left > (margins.left + margins.right) / 2;
}

/** A title of two lines is set in the middle of the page; a full line is there too, but begins at the margin. */
function isCentred({ line, page, margins }: PlacedLine): boolean {
  if (line.left - margins.left < INDENT * line.size) return false;
  return Math.abs((line.left + line.right) / 2 - page.width / 2) < line.size;
}
