// Characters to lines of text: by baseline, then from left to right, whatever the order in the file.

import type { Glyph } from "./glyphs.ts";
import type { Box } from "./page-frame.ts";

/** TextLine: characters on one baseline, or a stretch of them. */
export interface TextLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly isPale: boolean;
  readonly glyphs: readonly Glyph[];
}

/** Share of the font size by which baselines of one line may differ. */
const BASELINE_SHARE = 0.4;
/** Gaps wider than these shares of the font size are blanks, between Latin characters and others. */
const LATIN_GAP = 0.3;
const WIDE_GAP = 0.75;
/** A character printed twice a hair apart is one in bold. */
const DOUBLE_STRIKE = 0.2;

/** Orders characters into lines from top to bottom. */
export function textLinesOf(glyphs: readonly Glyph[]): readonly TextLine[] {
  const bands: Glyph[][] = [];
  let start = 0;
  let size = 0;
  for (const glyph of glyphs.toSorted((first, second) => first.baseline - second.baseline)) {
    const band = bands.at(-1);
    if (band !== undefined && glyph.baseline - start <= BASELINE_SHARE * Math.max(size, glyph.size)) {
      band.push(glyph);
      size = Math.max(size, glyph.size);
    } else {
      bands.push([glyph]);
      start = glyph.baseline;
      size = glyph.size;
    }
  }
  return bands.map(lineOf).filter((line) => line !== undefined);
}

/** One line of characters; undefined when they are all blank. */
function lineOf(band: readonly Glyph[]): TextLine | undefined {
  const sorted = withoutDoubles(band.toSorted((first, second) => first.left - second.left));
  const printed = sorted.filter(({ text }) => text !== " ");
  const [first] = printed;
  const last = printed.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const main = printed[Math.floor(printed.length / 2)] ?? first;
  return {
    text: textOf(sorted),
    left: first.left,
    right: Math.max(...printed.slice(-4).map(({ right }) => right)),
    baseline: main.baseline,
    size: main.size,
    isPale: printed.every(({ isPale }) => isPale),
    glyphs: sorted,
  };
}

function withoutDoubles(sorted: readonly Glyph[]): readonly Glyph[] {
  return sorted.filter((glyph, index) => {
    for (let at = index - 1; at >= Math.max(0, index - 3); at -= 1) {
      const before = sorted[at];
      if (before === undefined || glyph.left - before.left > DOUBLE_STRIKE * glyph.size) return true;
      // One glyph may stand for several characters, such as a long dash: those come from one piece.
      if (before.text === glyph.text && glyph.text !== " " && before.object !== glyph.object) return false;
    }
    return true;
  });
}

function textOf(sorted: readonly Glyph[]): string {
  let text = "";
  let before: Glyph | undefined;
  let hasBlank = false;
  for (const glyph of sorted) {
    if (glyph.text === " ") {
      hasBlank = true;
      continue;
    }
    if (before !== undefined && (hasBlank || isBlank(before, glyph))) text += " ";
    text += glyph.text;
    before = glyph;
    hasBlank = false;
  }
  return text;
}

const LATIN = /^[\dA-Za-z]$/u;

function isBlank(before: Glyph, glyph: Glyph): boolean {
  const share = LATIN.test(before.text) && LATIN.test(glyph.text) ? LATIN_GAP : WIDE_GAP;
  return glyph.left - before.right > share * Math.max(before.size, glyph.size);
}

/** Cuts a line where nothing is printed over so many font sizes. */
export function stretchesOf(line: TextLine, gapShare: number): readonly TextLine[] {
  return cutLine(line, ({ before, next }) => next.left - before.right > gapShare * next.size);
}

/** LineGap: two printed characters that follow each other on a line. */
export interface LineGap {
  readonly before: Glyph;
  readonly next: Glyph;
  /** True where a blank is printed between them. */
  readonly hasBlank: boolean;
}

/** Cuts a line where the test says so. */
export function cutLine(line: TextLine, isCut: (gap: LineGap) => boolean): readonly TextLine[] {
  const stretches: Glyph[][] = [[]];
  let before: Glyph | undefined;
  let hasBlank = false;
  for (const glyph of line.glyphs) {
    if (glyph.text === " ") hasBlank = true;
    else {
      if (before !== undefined && isCut({ before, next: glyph, hasBlank })) stretches.push([]);
      before = glyph;
      hasBlank = false;
    }
    stretches.at(-1)?.push(glyph);
  }
  return stretches.length === 1 ? [line] : stretches.map(lineOf).filter((part) => part !== undefined);
}

/** The box of a line: its font's height around the baseline. */
export function lineBox({ left, right, baseline, size }: TextLine): Box {
  return [left, baseline - size * 0.88, right, baseline + size * 0.16];
}

/** Middle height of a character of this line, for telling between which rulings it stands. */
export const middleOf = (at: { readonly baseline: number; readonly size: number }): number =>
  at.baseline - at.size * 0.35;

/** The text of a wrapped line and of the next: a blank only between Latin words. */
export function joinWrapped(before: string, next: string): string {
  const isApart =
    /[\dA-Za-z,;]$/u.test(before) && /^[A-Za-z]/u.test(next)
      ? true
      : BESIDE_NUMBER.test(`${before.slice(-1)} ${next.slice(0, 1)}`) && partsNumbers(before, next);
  return before + (isApart ? " " : "") + next;
}

/** A blank between a Chinese character and a number, and the two without one. */
const BESIDE_NUMBER = /\p{Script=Han} \d|\d \p{Script=Han}/u;
const BESIDE_NUMBERS = new RegExp(BESIDE_NUMBER, "gu");
const JOINED_NUMBERS = /\p{Script=Han}(?=\d)|\d(?=\p{Script=Han})/gu;
/** How much of a text shows how it is set. */
const SHOWN = 200;

/** True for a text that parts numbers from Chinese by blanks, of which the one at a line's end is not printed. */
function partsNumbers(before: string, next: string): boolean {
  const shown = `${before.slice(-SHOWN)}\n${next.slice(0, SHOWN)}`;
  const count = (pattern: RegExp): number => shown.match(pattern)?.length ?? 0;
  return count(BESIDE_NUMBERS) > count(JOINED_NUMBERS);
}

const UNBREAKABLE = /^[\w.,%％，。；：、）”)\]]$/u;

/** What must go to the next line together: a number with its comma, or one character. */
export function firstWordWidth({ glyphs, left }: TextLine): number {
  const end = glyphs.findIndex(({ text }, index) => index > 0 && !UNBREAKABLE.test(text));
  const [first] = glyphs;
  if (first === undefined) return 0;
  const isWord = /^\w$/u.test(first.text);
  const last = isWord ? glyphs[end === -1 ? glyphs.length - 1 : end - 1] : first;
  return (last ?? first).right - left;
}
