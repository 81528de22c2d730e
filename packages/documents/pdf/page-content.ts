// What one page holds: characters and drawn lines as plain values, so that PDFium can let go of the page; then,
// when all pages are known and watermarks are out, drawn tables and the lines of text outside them.

import { fillLattice } from "./cell-text.ts";
import type { Glyph, PageSource } from "./glyphs.ts";
import { readGlyphs } from "./glyphs.ts";
import { latticesOf } from "./lattice.ts";
import type { Deadline, PdfLimits } from "./limits.ts";
import { tooLarge } from "./limits.ts";
import { UNREADABLE } from "./normalize-glyph.ts";
import type { Box, PageBounds, Turn } from "./page-frame.ts";
import { boxBetween, frameSize } from "./page-frame.ts";
import { readDrawing } from "./paths.ts";
import type { PageTable } from "./ruled-table.ts";
import { hasUndrawnColumns, ruledTable } from "./ruled-table.ts";
import type { Ruling, Rulings } from "./rulings.ts";
import { rulingsOf } from "./rulings.ts";
import type { TextLine } from "./text-lines.ts";
import { textLinesOf } from "./text-lines.ts";

/** PageContent: a page read, in the frame in which its text stands upright. */
export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rulings: Rulings;
  /** Text that runs slantwise over the page. */
  readonly slanted: string;
  readonly characters: number;
  readonly unreadable: number;
  readonly hasImage: boolean;
  /** True when the page draws more lines than a table can have. */
  readonly isDrawing: boolean;
  /** A box of this page as a viewer shows it. */
  readonly shown: (box: Box) => Box;
}

/** PageLayout: the tables of a page and the lines outside them. */
export interface PageLayout {
  readonly content: PageContent;
  readonly tables: readonly PageTable[];
  readonly lines: readonly TextLine[];
  /** Horizontal rules that belong to no drawn table. */
  readonly rules: readonly Ruling[];
}

const NO_RULINGS: Rulings = { horizontal: [], vertical: [] };

/** Reads one page. */
export function readPageContent(source: PageSource, number: number): PageContent {
  const { bounds, engine, page, limits } = source;
  const displayTurn = (engine.api.FPDFPage_GetRotation(page) & 3) as Turn; // two bits
  const { glyphs, turn, slanted } = readGlyphs(source, displayTurn);
  const drawing = readDrawing(source, turn);
  const rulings = glyphs.length === 0 ? NO_RULINGS : rulingsOf(drawing.pieces);
  const isDrawing = rulings.horizontal.length + rulings.vertical.length > limits.rulingsPerPage;
  const [width, height] = frameSize(turn, bounds);
  return {
    number,
    width,
    height,
    glyphs,
    rulings: isDrawing ? NO_RULINGS : rulings,
    slanted: slanted.trim(),
    characters: glyphs.filter(({ text }) => text !== " ").length + slanted.trim().length,
    unreadable: glyphs.filter(({ text }) => text === UNREADABLE).length,
    hasImage: drawing.hasImage,
    isDrawing,
    shown: (box) => boxBetween(box, turn, displayTurn, bounds),
  };
}

/** Lays out a page without the characters of watermarks. */
export function layOutPage(
  content: PageContent,
  watermark: ReadonlySet<Glyph>,
  { limits, deadline }: { readonly limits: PdfLimits; readonly deadline: Deadline },
): PageLayout {
  const tables: PageTable[] = [];
  let rest = watermark.size === 0 ? content.glyphs : content.glyphs.filter((glyph) => !watermark.has(glyph));
  for (const lattice of latticesOf(content.rulings, limits)) {
    deadline();
    const filled = fillLattice(lattice, rest);
    const table = hasUndrawnColumns(lattice, filled.cells) ? undefined : ruledTable(lattice, filled.cells);
    if (table === undefined) continue;
    tables.push(table);
    ({ rest } = filled);
  }
  const rules = content.rulings.horizontal.filter(
    ({ at }) => !tables.some(({ box }) => at >= box[1] - 1 && at <= box[3] + 1),
  );
  return { content, tables, lines: textLinesOf(rest), rules };
}

/** The visible rectangle of a page; throws for a page larger than the format allows. */
export function pageBounds(
  { engine, page }: Pick<PageSource, "engine" | "page">,
  limits: PdfLimits,
): PageBounds | undefined {
  const { api, scratch } = engine;
  if (!api.FPDF_GetPageBoundingBox(page, scratch)) return undefined;
  const bounds = {
    left: engine.float(0),
    top: engine.float(1),
    right: engine.float(2),
    bottom: engine.float(3),
  };
  if (!Object.values(bounds).every(Number.isFinite)) return undefined;
  const side = Math.max(bounds.right - bounds.left, bounds.top - bounds.bottom);
  if (side > limits.pageSide) throw tooLarge(`页面边长 ${Math.round(side)} 点`);
  return bounds.right > bounds.left && bounds.top > bounds.bottom ? bounds : undefined;
}
