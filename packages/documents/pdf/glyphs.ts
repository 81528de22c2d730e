// The characters of a page with their places. Origins are used, not the library's loose boxes, which are as
// tall as a font claims to be; characters that the library made up (line ends, blanks) are left out.

import type { Engine } from "./engine.ts";
import type { Deadline, PdfLimits } from "./limits.ts";
import { tooLarge } from "./limits.ts";
import { normalizeGlyph } from "./normalize-glyph.ts";
import type { Box, Matrix, PageBounds, Turn } from "./page-frame.ts";
import { frameMatrix, transform } from "./page-frame.ts";
import type { Shift } from "./separate-objects.ts";
import { separateObjects } from "./separate-objects.ts";

/** Glyph: one printed character in the upright frame. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Height of the font as printed, in points. */
  readonly size: number;
  /** Printed in a pale colour, or half transparent. */
  readonly isPale: boolean;
  /** Which piece of the file's text it belongs to. */
  readonly object: number;
}

/** PageGlyphs: the characters of a page, and the frame in which most of them stand upright. */
export interface PageGlyphs {
  readonly glyphs: readonly Glyph[];
  readonly turn: Turn;
  /** Text that runs slantwise: a watermark. */
  readonly slanted: string;
}

/** What all characters of one text object share. */
interface Style {
  /** Quarter turns that bring the text upright; undefined for slanted text. */
  readonly turn: Turn | undefined;
  readonly size: number;
  readonly isPale: boolean;
}

interface RawGlyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly loose: Box;
  readonly style: Style;
  readonly object: number;
}

/** PageSource: an opened page with its text. */
export interface PageSource {
  readonly engine: Engine;
  readonly page: number;
  readonly bounds: PageBounds;
  readonly limits: PdfLimits;
  readonly deadline: Deadline;
}

/** Reads the characters of a page; the display turn decides where no text does. */
export function readGlyphs(source: PageSource, displayTurn: Turn): PageGlyphs {
  const { engine, page, limits } = source;
  const shifts = separateObjects(source);
  const textPage = engine.api.FPDFText_LoadPage(page);
  if (textPage === 0) return { glyphs: [], turn: displayTurn, slanted: "" };
  const count = engine.api.FPDFText_CountChars(textPage);
  if (count > limits.charactersPerPage) {
    throw tooLarge(`一页有 ${count.toLocaleString("zh-CN")} 个字符`);
  }
  const raw = rawGlyphs(source, { textPage, count, shifts });
  engine.api.FPDFText_ClosePage(textPage);
  const turn = commonTurn(raw) ?? displayTurn;
  return {
    glyphs: uprightGlyphs(raw, turn, source.bounds),
    turn,
    slanted: raw
      .filter(({ style }) => style.turn === undefined)
      .map(({ text }) => text)
      .join(""),
  };
}

interface TextPage {
  readonly textPage: number;
  readonly count: number;
  readonly shifts: ReadonlyMap<number, Shift>;
}

const NO_SHIFT: Shift = [0, 0];

function rawGlyphs(source: PageSource, { textPage, count, shifts }: TextPage): readonly RawGlyph[] {
  const { engine, deadline } = source;
  const { api, scratch } = engine;
  const styles = new Map<number, Style>();
  const raw: RawGlyph[] = [];
  for (let index = 0; index < count; index += 1) {
    if (index % 2048 === 0) deadline();
    const textObject = api.FPDFText_GetTextObject(textPage, index);
    if (textObject === 0) continue;
    const text = normalizeGlyph(codePointAt(engine, textPage, index));
    if (text === "") continue;
    let style = styles.get(textObject);
    if (style === undefined) {
      style = styleAt(engine, textPage, index);
      styles.set(textObject, style);
    }
    api.FPDFText_GetCharOrigin(textPage, index, scratch, scratch + 8);
    const [moveX, moveY] = shifts.get(textObject) ?? NO_SHIFT;
    const x = engine.double(0) - moveX;
    const y = engine.double(1) - moveY;
    api.FPDFText_GetLooseCharBox(textPage, index, scratch);
    const loose: Box = [
      engine.float(0) - moveX,
      engine.float(1) - moveY,
      engine.float(2) - moveX,
      engine.float(3) - moveY,
    ];
    if (!Number.isFinite(x) || !Number.isFinite(y) || !(style.size > 0)) continue;
    raw.push({ text, x, y, loose, style, object: textObject });
  }
  return raw;
}

/** Characters beyond the basic plane come as two surrogates, each with an index of its own. */
function codePointAt({ api }: Engine, textPage: number, index: number): number {
  const code = api.FPDFText_GetUnicode(textPage, index);
  if (code >= 0xdc00 && code <= 0xdfff && index > 0) {
    const high = api.FPDFText_GetUnicode(textPage, index - 1);
    // The first half has been given as unreadable only if it stood alone.
    if (high >= 0xd800 && high <= 0xdbff) return (high - 0xd800) * 0x400 + (code - 0xdc00) + 0x10000;
  }
  if (code >= 0xd800 && code <= 0xdbff) {
    const low = api.FPDFText_GetUnicode(textPage, index + 1);
    // A zero-width joiner prints nothing: the second half stands for both.
    if (low >= 0xdc00 && low <= 0xdfff) return 0x2060;
  }
  return code;
}

function styleAt(engine: Engine, textPage: number, index: number): Style {
  const { api, scratch } = engine;
  api.FPDFText_GetMatrix(textPage, index, scratch);
  const [a, b, c, d] = [engine.float(0), engine.float(1), engine.float(2), engine.float(3)];
  const size = api.FPDFText_GetFontSize(textPage, index) * Math.hypot(c, d);
  api.FPDFText_GetFillColor(textPage, index, scratch, scratch + 4, scratch + 8, scratch + 12);
  const [red, green, blue, alpha] = [0, 1, 2, 3].map(engine.integer);
  return { turn: turnOf(a, b), size, isPale: isPale([red ?? 0, green ?? 0, blue ?? 0], alpha ?? 255) };
}

const SLANT_TOLERANCE = 8;

function turnOf(a: number, b: number): Turn | undefined {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  const quarter = Math.round(degrees / 90);
  if (Math.abs(degrees - quarter * 90) > SLANT_TOLERANCE) return undefined;
  return (((quarter % 4) + 4) % 4) as Turn; // a remainder of four is 0 to 3
}

const PALE_LIGHT = 150;
const PALE_ALPHA = 140;

function isPale([red, green, blue]: readonly [number, number, number], alpha: number): boolean {
  return alpha < PALE_ALPHA || Math.min(red, green, blue) > PALE_LIGHT;
}

/** The turn of most characters: a page laid in on its side or upside down is read as a person turns it. */
function commonTurn(raw: readonly RawGlyph[]): Turn | undefined {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const { style, text } of raw) {
    if (style.turn !== undefined && text !== " ") counts[style.turn] += 1;
  }
  const most = Math.max(...counts);
  return most === 0 ? undefined : (counts.indexOf(most) as Turn); // an index of four counts
}

function uprightGlyphs(raw: readonly RawGlyph[], turn: Turn, bounds: PageBounds): readonly Glyph[] {
  const matrix = frameMatrix(turn, bounds);
  return raw.flatMap((glyph) => {
    if (glyph.style.turn === undefined) return [];
    return [uprightGlyph(glyph, glyph.style.turn === turn, matrix)];
  });
}

function uprightGlyph(
  { text, x, y, loose, style, object }: RawGlyph,
  isUpright: boolean,
  matrix: Matrix,
): Glyph {
  const [x1, y1] = transform(loose[0], loose[1], matrix);
  const [x2, y2] = transform(loose[2], loose[3], matrix);
  const left = Math.min(x1, x2);
  const right = Math.max(x1, x2);
  const shared = { text, size: style.size, isPale: style.isPale, object };
  // A word set on its side inside an upright table is read character by character from above.
  if (!isUpright) return { ...shared, left, right, baseline: Math.max(y1, y2) - style.size * 0.1 };
  const [originX, originY] = transform(x, y, matrix);
  const width = Math.min(right - originX, style.size * 2);
  return { ...shared, left: originX, right: originX + Math.max(width, 0), baseline: originY };
}
