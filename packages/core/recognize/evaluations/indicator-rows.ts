// Reads the rows of the indicator groups: each row's printed cells are aligned with the typed columns
// of the form. Levels are taken off first by their dictionary, the rest by type and position.

import type { EvaluationLayout, IndicatorField } from "../../forms/evaluation-layout.ts";
import { splitCrammedRow } from "./crammed-rows.ts";
import { isIndicatorHeader } from "./find-forms.ts";
import type { FormCell, FormLine } from "./form-lines.ts";
import { headerColumns, type HeaderColumns } from "./header-columns.ts";
import { alignIndicatorRow } from "./indicator-columns.ts";
import { splitLevels, type LevelCells } from "./level-cells.ts";
import { standingBlocks, standingRow } from "./standing-rows.ts";
import { bestLikeness, hanCount, isOneOf, plainWords, startsWithOneOf } from "./word-match.ts";

/** RawIndicator: a row's cells by column, before levels are carried down. */
export interface RawIndicator {
  readonly cells: Readonly<Partial<Record<IndicatorField, FormCell>>>;
  readonly levels: LevelCells;
  readonly line: FormLine;
  /** True when cells were moved, joined, skipped or taken out of a crammed cell. */
  readonly strained: boolean;
}

export interface RawIndicators {
  readonly rows: readonly RawIndicator[];
  /** Index of the first line after the indicator groups. */
  readonly end: number;
  /** Lines inside the groups that hold print but no indicator. */
  readonly lost: readonly FormLine[];
  readonly consumed: readonly number[];
}

/** Grid: where the header puts the columns of which layout. */
interface Grid {
  readonly columns: HeaderColumns<IndicatorField>;
  readonly layout: EvaluationLayout;
  /** Tables whose rows stand under their headers. */
  readonly standing: ReadonlySet<number>;
}

/** A second header row has few cells; a misread one is still like its words. */
const SUB_HEADERS = 3;
const LIKE_A_HEADER = 0.5;

/** Reads all rows from below the header (or from the first row, where the header is lost) to the total row, a label of the tail, or the form's end. */
export function readIndicatorRows(
  lines: readonly FormLine[],
  header: number,
  end: number,
  layout: EvaluationLayout,
): RawIndicators {
  const hasHeader = isIndicatorHeader(lines[header]);
  const printed = hasHeader ? lines.slice(header, header + 2) : [];
  const columns = headerColumns(printed, layout.indicators.columns);
  const below = lines.slice(header + 1, end);
  const last = below.findIndex((line) => isEnd(line, layout));
  const standing = standingBlocks(last < 0 ? below : below.slice(0, last), { columns, layout });
  const grid: Grid = { columns, layout, standing };
  const rows: RawIndicator[] = [];
  const lost: FormLine[] = [];
  const consumed: number[] = hasHeader ? [header] : [];
  let index = hasHeader ? header + 1 : header;
  for (; index < end; index += 1) {
    const line = lines[index];
    if (line === undefined || isEnd(line, layout)) break;
    if (line.kind === "text") continue;
    consumed.push(index);
    if (line.cells.length === 0 || isIndicatorHeader(line)) continue;
    if ((rows.length === 0 || isIndicatorHeader(lines[index - 1])) && isSubHeader(line, layout)) continue;
    const read = readRow(line, lines[index + 1], grid);
    if (read.length > 0) rows.push(...read);
    else if (!continueRow(rows, line, lines, grid)) lost.push(line);
  }
  return { rows, end: index, lost, consumed };
}

function isEnd(line: FormLine, layout: EvaluationLayout): boolean {
  if (line.kind === "text") {
    return (
      line.cells.length > 0 &&
      layout.chapters.some((chapter) => startsWithOneOf(withoutOrdinal(line.joined), chapter.words))
    );
  }
  if (layout.total !== null && isTotalRow(line, layout.total.words)) return true;
  const labels = layout.tail.flatMap((tail) => tail.words);
  return line.cells.length <= 3 && line.cells.slice(0, 2).some((cell) => isOneOf(cell.text, labels));
}

/** Words that offices print for the total of a form, whatever its own word. */
const TOTAL_WORDS = ["总分", "合计", "总计", "总得分", "得分合计"] as const;

/** True for the row that prints the total: its word stands alone in one of the first cells. */
export function isTotalRow(line: FormLine, own: readonly string[]): boolean {
  if (line.kind !== "row") return false;
  const words = [...own, ...TOTAL_WORDS];
  const joined = plainWords(line.joined);
  return (
    line.cells.slice(0, 3).some((cell) => isOneOf(cell.text, words)) ||
    words.some((word) => joined.startsWith(word) && hanCount(joined) <= word.length + 2)
  );
}

function withoutOrdinal(text: string): string {
  return text.replace(/^[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]?\s*/u, "");
}

function isSubHeader(line: FormLine, layout: EvaluationLayout): boolean {
  const words = layout.indicators.columns.flatMap((column) => column.words);
  const isShort = line.cells.length <= SUB_HEADERS && !/\d/u.test(line.joined);
  return line.cells.every(
    (cell) => isOneOf(cell.text, words) || (isShort && bestLikeness(cell.text, words) >= LIKE_A_HEADER),
  );
}

function readRow(line: FormLine, next: FormLine | undefined, grid: Grid): readonly RawIndicator[] {
  const { layout } = grid;
  const row = standingRow(line, grid, grid.standing.has(line.block));
  if (row !== undefined) return [{ ...row, line, strained: false }];
  const crammed = splitCrammedRow(line, next, layout);
  const readings = (crammed ?? [line.cells]).flatMap((cells): readonly RawIndicator[] => {
    const { levels, aligned } = likelierSplit(cells, grid);
    const { name, target, actual, points, score } = aligned.cells;
    if (name === undefined || (target === undefined && actual === undefined && points === undefined))
      return [];
    // Levels repeated on a row that a page break cut off are no indicator.
    if (points === undefined && score === undefined && isOneOf(name.text, levelWords(layout))) return [];
    return [{ cells: aligned.cells, levels, line, strained: aligned.strained || crammed !== undefined }];
  });
  return readings;
}

/** The row with its levels taken off; a word only like a level may as well be the indicator's name. */
function likelierSplit(
  cells: readonly FormCell[],
  { columns, layout }: Grid,
): { readonly levels: LevelCells; readonly aligned: ReturnType<typeof alignIndicatorRow> } {
  const levels = splitLevels(cells, layout.indicators.levels, columns);
  const aligned = alignIndicatorRow(levels.rest, columns, layout);
  if (levels.unknown2 === null) return { levels, aligned };
  const named = alignIndicatorRow([levels.unknown2, ...levels.rest], columns, layout);
  return named.score > aligned.score && !named.strained
    ? { levels: { ...levels, unknown2: null, rest: [levels.unknown2, ...levels.rest] }, aligned: named }
    : { levels, aligned };
}

function levelWords(layout: EvaluationLayout): readonly string[] {
  return layout.indicators.levels.flatMap((level1) => [
    ...level1.words,
    ...level1.level2.flatMap((level2) => level2.words),
  ]);
}

/** A row that a page break cut: its few words belong to the row before. True when they were given to it. */
function continueRow(rows: RawIndicator[], line: FormLine, lines: readonly FormLine[], grid: Grid): boolean {
  const previous = rows.at(-1);
  const rest = withoutLevels(line.cells, grid);
  if (
    previous === undefined ||
    rest.length === 0 ||
    rest.length > 2 ||
    rest.some((cell) => hanCount(cell.text) < 2)
  )
    return false;
  const pattern = blockColumns(lines, line, grid) ?? previous.cells;
  let cells = previous.cells;
  for (const piece of rest) {
    const field = /^[指标\s]+$/u.test(piece.text) ? undefined : nearestTextField(piece, pattern, cells);
    const before = field === undefined ? undefined : cells[field];
    if (field === undefined || before === undefined) return false;
    cells = { ...cells, [field]: { ...before, text: before.text + piece.text } };
  }
  rows[rows.length - 1] = { ...previous, cells };
  return true;
}

/** What a row prints beside its levels, which some forms repeat on every row. */
function withoutLevels(cells: readonly FormCell[], { columns, layout }: Grid): readonly FormCell[] {
  const words = levelWords(layout);
  const { rest } = splitLevels(cells, layout.indicators.levels, columns);
  return rest.filter((cell) => cell.column >= (columns.name ?? 0) || !isOneOf(cell.text, words));
}

type FieldCells = Readonly<Partial<Record<IndicatorField, FormCell>>>;

/** Where the columns stand in the part of the table that this row belongs to. */
function blockColumns(
  lines: readonly FormLine[],
  line: FormLine,
  { columns, layout }: Grid,
): FieldCells | undefined {
  for (const other of lines.slice(line.index - (lines[0]?.index ?? 0))) {
    if (other.block !== line.block) break;
    const rest = splitLevels(other.cells, layout.indicators.levels, columns).rest;
    const aligned = alignIndicatorRow(rest, columns, layout);
    if (aligned.cells.name !== undefined && aligned.cells.points !== undefined && !aligned.strained)
      return aligned.cells;
  }
  return undefined;
}

const TEXT_FIELDS = ["name", "target", "actual", "reason"] as const;

function nearestTextField(
  piece: FormCell,
  pattern: FieldCells,
  present: FieldCells,
): IndicatorField | undefined {
  const distance = (field: IndicatorField): number =>
    Math.abs((pattern[field]?.column ?? 999) - piece.column);
  const [nearest] = TEXT_FIELDS.filter((field) => present[field] !== undefined).toSorted(
    (left, right) => distance(left) - distance(right),
  );
  return nearest !== undefined && distance(nearest) <= 1 ? nearest : undefined;
}
