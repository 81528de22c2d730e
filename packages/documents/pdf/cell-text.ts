// Which characters stand in which cell of a ruled table, and the text that a cell's lines make together.

import type { Glyph } from "./glyphs.ts";
import type { Lattice, LatticeCell } from "./lattice.ts";
import type { TextLine } from "./text-lines.ts";
import { joinWrapped, middleOf, textLinesOf } from "./text-lines.ts";

/** FilledCell: a cell and its lines from top to bottom. */
export interface FilledCell extends LatticeCell {
  readonly lines: readonly TextLine[];
}

/** FilledLattice: a ruled table with its text, and the characters that stand elsewhere. */
export interface FilledLattice {
  readonly cells: readonly FilledCell[];
  readonly rest: readonly Glyph[];
}

/** Characters that follow each other this near, in font sizes, are one stretch of text. */
const NEAR = 0.5;
/** A border of a cell divides a stretch only where it has at least this gap. */
const BORDER_GAP = 0.1;

/** Puts the characters of a page into the cells of a table. */
export function fillLattice(lattice: Lattice, glyphs: readonly Glyph[]): FilledLattice {
  const inside: Glyph[] = [];
  const rest: Glyph[] = [];
  for (const glyph of glyphs) (isInside(lattice, glyph) ? inside : rest).push(glyph);
  const finder = cellFinder(lattice);
  const filled = new Map<LatticeCell, Glyph[]>();
  for (const stretch of stretchesInFileOrder(inside)) {
    for (const [cell, part] of shareAmongCells(stretch, finder)) {
      const held = filled.get(cell) ?? [];
      filled.set(cell, held);
      held.push(...part);
    }
  }
  const cells = lattice.cells.map((cell) => ({ ...cell, lines: textLinesOf(filled.get(cell) ?? []) }));
  return { cells, rest };
}

const centreOf = ({ left, right }: Glyph): number => (left + right) / 2;

function isInside({ box }: Lattice, glyph: Glyph): boolean {
  const x = centreOf(glyph);
  const y = middleOf(glyph);
  return x >= box[0] - 1 && x <= box[2] + 1 && y >= box[1] && y <= box[3];
}

type CellFinder = (glyph: Glyph) => LatticeCell | undefined;

function cellFinder({ rows, columns, cells }: Lattice): CellFinder {
  const width = columns.length - 1;
  const grid: (LatticeCell | undefined)[] = [];
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
        grid[row * width + column] = cell;
      }
    }
  }
  return (glyph) => grid[between(rows, middleOf(glyph)) * width + between(columns, centreOf(glyph))];
}

/** The index of the space between borders that a point lies in, the outermost for points beyond. */
function between(borders: readonly number[], at: number): number {
  let low = 0;
  let high = borders.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((borders[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function stretchesInFileOrder(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const stretches: Glyph[][] = [];
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    const follows =
      before !== undefined &&
      Math.abs(glyph.baseline - before.baseline) <= 0.1 * glyph.size &&
      glyph.left - before.right <= NEAR * glyph.size &&
      glyph.left >= before.left;
    if (follows) stretches.at(-1)?.push(glyph);
    else stretches.push([glyph]);
    before = glyph;
  }
  return stretches;
}

/** A stretch over a border is divided at a gap; text that runs over its cell's border stays whole. */
function shareAmongCells(
  stretch: readonly Glyph[],
  finder: CellFinder,
): readonly (readonly [LatticeCell, readonly Glyph[]])[] {
  const parts: { widths: Map<LatticeCell, number>; glyphs: Glyph[] }[] = [];
  let before: { cell: LatticeCell; glyph: Glyph } | undefined;
  for (const glyph of stretch) {
    const cell = finder(glyph);
    if (cell === undefined) continue;
    const divides =
      before === undefined ||
      (before.cell !== cell && glyph.left - before.glyph.right >= BORDER_GAP * glyph.size);
    if (divides) parts.push({ widths: new Map(), glyphs: [] });
    const part = parts.at(-1);
    part?.glyphs.push(glyph);
    const width = glyph.text === " " ? 0 : glyph.right - glyph.left;
    part?.widths.set(cell, (part.widths.get(cell) ?? 0) + width);
    if (glyph.text !== " ") before = { cell, glyph };
  }
  return parts.flatMap(({ widths, glyphs }) => {
    const [widest] = [...widths].toSorted((first, second) => second[1] - first[1]);
    return widest === undefined ? [] : [[widest[0], glyphs] as const];
  });
}

const FIGURE = /^[-–−+]?\s*[¥￥]?\s*(?:\d[\d,，]*)(?:\.\d+)?%?$/u;

/** True for a line that is one number and nothing else. */
export const isFigure = (text: string): boolean => FIGURE.test(text.trim());

/** The text of a cell: wrapped lines joined, figures below one another kept apart. */
export function cellText(lines: readonly TextLine[]): string {
  let text = "";
  let before: TextLine | undefined;
  for (const line of lines) {
    if (before !== undefined && areTwoFigures(before, line, lines)) text += ` ${line.text}`;
    else text = before === undefined ? line.text : joinWrapped(text, line.text);
    before = line;
  }
  return text.trim();
}

/** True for a cell whose lines, but for a head above them, are numbers of their own one below the other. */
export function areStackedFigures(lines: readonly TextLine[]): boolean {
  const first = lines.findIndex(({ text }) => isFigure(text));
  const figures = first === -1 ? [] : lines.slice(first);
  return (
    figures.length > 1 &&
    figures.slice(1).every((line, index) => areTwoFigures(figures[index] ?? line, line, figures))
  );
}

/** A number wraps only where its first part fills the cell and its second begins where the first did. */
function areTwoFigures(before: TextLine, next: TextLine, lines: readonly TextLine[]): boolean {
  if (!isFigure(before.text) || !isFigure(next.text)) return false;
  const widest = Math.max(...lines.map(({ left, right }) => right - left));
  const isFull = before.right - before.left >= widest - 0.5;
  const isComplete = /\.\d\d$|%$/u.test(before.text);
  return isComplete || !isFull;
}
