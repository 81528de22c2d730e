// Texts on their way to the page: what prints nothing is taken out, what cannot be printed is named, and the
// widths of what remains are measured in the fonts that will print it.

import type { FontFace } from "./font-face.ts";
import type { TypefaceName, Typefaces } from "./typefaces.ts";
import { TypesettingError } from "./typesetting-error.ts";

/** Control characters, marks of direction, joiners and selectors: they steer, and leave no mark on paper. */
const UNPRINTED = /(?![\t\n])[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

/** A blank inside a figure, where a line must not end: nobody could tell that it was there. */
const BLANK_IN_FIGURE = /(?<=[\d.,]) (?=[\d.,])/gu;
const NO_BREAK = "\u00A0";

/** The text without what leaves no mark. */
export function printedText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, "\n")
    .replace(UNPRINTED, "")
    .replace(BLANK_IN_FIGURE, NO_BREAK);
}

/** Measure: widths of characters as shares of the font size, and whether they can be printed at all. */
export interface Measure {
  readonly advance: (codePoint: number, typeface: TypefaceName) => number;
  readonly has: (codePoint: number, typeface: TypefaceName) => boolean;
}

/** Measures with typefaces; each character is looked up once. */
export function measureOf({ faces }: Typefaces): Measure {
  const known = new Map<string, FontFace | undefined>();
  const faceFor = (codePoint: number, typeface: TypefaceName): FontFace | undefined => {
    const key = typeface + codePoint;
    if (!known.has(key))
      known.set(
        key,
        faces[typeface].find(({ has }) => has(codePoint)),
      );
    return known.get(key);
  };
  return {
    advance: (codePoint, typeface) => faceFor(codePoint, typeface)?.advance(codePoint) ?? 1,
    has: (codePoint, typeface) => faceFor(codePoint, typeface) !== undefined,
  };
}

/** Collects characters that no font has, with the places where they stand. */
export interface GlyphCheck {
  readonly check: (text: string, typeface: TypefaceName, where: () => string) => void;
  /** Throws when any was missing. */
  readonly finish: () => void;
}

const LISTED_CHARACTERS = 20;

/** Starts a check of all texts of a document. */
export function startGlyphCheck(measure: Measure): GlyphCheck {
  const missing = new Map<string, string>();
  return {
    check: (text, typeface, where) => {
      for (const character of text) {
        const codePoint = character.codePointAt(0) ?? 0;
        if (character === "\n" || character === "\t" || measure.has(codePoint, typeface)) continue;
        if (!missing.has(character)) missing.set(character, where());
      }
    },
    finish: () => {
      if (missing.size === 0) return;
      const listed = [...missing].slice(0, LISTED_CHARACTERS).map(([character, where]) => {
        return `“${shownCharacter(character)}”（${codeName(character)}，${where}）`;
      });
      const more = missing.size > listed.length ? `等 ${missing.size} 个字` : "";
      throw new TypesettingError(
        "glyph-missing",
        `字体里没有这些字：${listed.join("、")}${more}。请改用其他字，或用 --font-dir 指定含有这些字的字体。`,
      );
    },
  };
}

const codeName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Half a surrogate pair cannot even be shown in a message. */
const shownCharacter = (character: string): string => (/^\p{Surrogate}$/u.test(character) ? "?" : character);

/** Character by which a line may break between any two, unlike letters and digits. */
const BREAKABLE = /[\t\n \u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u{20000}-\u{3FFFF}\u3000-\u303F]/u;
const FULL_PUNCTUATION = /[，。、；：！？）》”’】]/u;

/** Piece: letters and digits that stay on one line, or one character of Chinese with the mark after it. */
export interface Piece {
  readonly text: string;
  readonly width: number;
}

/** The pieces of a line of text, in ems. */
export function piecesOf(line: string, typeface: TypefaceName, measure: Measure): readonly Piece[] {
  const pieces: { text: string; width: number }[] = [];
  let isOpen = false;
  for (const character of line) {
    const width = measure.advance(character.codePointAt(0) ?? 0, typeface);
    const last = pieces.at(-1);
    const isFree = BREAKABLE.test(character);
    const isMark = FULL_PUNCTUATION.test(character);
    if (last !== undefined && (isMark || (!isFree && isOpen))) {
      last.text += character;
      last.width += width;
    } else pieces.push({ text: character, width });
    isOpen = !isFree;
  }
  return pieces;
}

/** How many lines a text takes in a width, both in ems. */
export function lineCount(text: string, width: number, piecesIn: (line: string) => readonly Piece[]): number {
  let lines = 0;
  for (const line of text.split("\n")) {
    lines += 1;
    let used = 0;
    for (const piece of piecesIn(line)) {
      if (used > 0 && used + piece.width > width) {
        lines += 1;
        used = 0;
      }
      used += piece.width;
    }
  }
  return lines;
}

const BREAK_HERE = "\u200B";

/** Lets a piece that is wider than its line break inside, because it would otherwise run out of the page. */
export function breakableText(
  text: string,
  width: number,
  piecesIn: (line: string) => readonly Piece[],
): string {
  return text
    .split("\n")
    .map((line) =>
      piecesIn(line)
        .map((piece) => (piece.width > width ? [...piece.text].join(BREAK_HERE) : piece.text))
        .join(""),
    )
    .join("\n");
}
