// Readings put together as the rows of a table, in the published order, figures parsed in their unit.

import { ROW_KEY_DOUBTFUL, type AccountsRow } from "../../disclosure/disclosure.ts";
import type { Place, Problem } from "../../document/document.ts";
import type { CellValue } from "../../figures/figure.ts";
import { parseFigure } from "../../figures/parse-figure.ts";
import type { Unit } from "../../figures/unit.ts";
import { countUnit } from "../../figures/unit.ts";
import type { RowReading } from "./align-row.ts";
import type { GridRow } from "./grid-pattern.ts";
import type { LayoutIndex, SideIndex } from "./layout-index.ts";
import type { PrintedCell } from "./printed-cell.ts";
import { withoutLetters } from "./printed-cell.ts";
import type { RowGroup } from "./row-group.ts";
import { footGroups, groupsOf, headingGroup, isWordsOnly, joinFragments } from "./row-group.ts";
import type { KeyedGroup } from "./row-keys.ts";
import { keyGroups, nameJudge } from "./row-keys.ts";
import { isHeaderWord } from "./row-shape.ts";

/** BodyRow: a printed row of the body with its readings, cheapest first. */
export interface BodyRow {
  /** Index of the line in the document's flow. */
  readonly at: number;
  readonly grid: GridRow;
  readonly place: Place;
  readonly readings: readonly RowReading[];
  /** Groups told by their words alone, not aligned. */
  readonly fixed: readonly RowGroup[] | undefined;
}

/** TableContext: what all rows of a table share. */
export interface TableContext {
  readonly index: LayoutIndex;
  readonly unit: Unit;
  readonly year: number;
}

/** Assembled: the rows of a table, and which printed rows were no row of it. */
export interface Assembled {
  readonly rows: readonly AccountsRow[];
  /** For each row, the number of the printed row that it was read from. */
  readonly numbers: readonly number[];
  readonly problems: readonly Problem[];
  /** Numbers of printed rows of which at least one side became a row. */
  readonly used: ReadonlySet<number>;
}

/** Rows told by their words alone, foot rows and headings, are found before rows are aligned. */
export function fixedGroups(
  grid: GridRow,
  number: number,
  index: LayoutIndex,
): readonly RowGroup[] | undefined {
  const heading = index.headings.size === 0 ? undefined : headingGroup(grid, number, index);
  if (heading !== undefined) return [heading];
  return index.footNames.length === 0 ? undefined : footGroups(grid, number, index);
}

/** Puts one choice of readings together. */
export function assemble(
  body: readonly BodyRow[],
  choice: readonly number[],
  context: TableContext,
): Assembled {
  const { index } = context;
  const groups = body.flatMap((row, number) => {
    if (row.fixed !== undefined) return row.fixed;
    const reading = row.readings[choice[number] ?? 0];
    return reading === undefined ? [] : knownGroups(reading, number, index);
  });
  const keyed = index.sides.flatMap((side, at) =>
    keyedSide(
      groups.filter((group) => group.side === at),
      side,
      context,
    ),
  );
  const kept = keyed.filter(
    ({ isRow, group }) => isRow && (group.name !== "" || group.figures.size > 0 || group.code !== undefined),
  );
  const order = orderOf(index);
  const rows = kept
    .toSorted((a, b) => order(a) - order(b))
    .map((each) => ({ row: accountsRow(each, body, context), each }));
  return {
    rows: rows.map(({ row }) => row),
    numbers: rows.map(({ each }) => each.group.row),
    problems: rows.flatMap(({ each, row }) => doubts(each, row, index)),
    used: new Set(kept.map(({ group }) => group.row)),
  };
}

interface KnownGroups {
  readonly number: number;
  readonly index: LayoutIndex;
  readonly groups: readonly RowGroup[];
}

// Arbitration puts the same readings together again and again.
const groupsOfReading = new WeakMap<RowReading, KnownGroups>();

function knownGroups(reading: RowReading, number: number, index: LayoutIndex): readonly RowGroup[] {
  const known = groupsOfReading.get(reading);
  if (known?.number === number && known.index === index) return known.groups;
  const groups = groupsOf(reading, number, index);
  groupsOfReading.set(reading, { number, index, groups });
  return groups;
}

function keyedSide(
  groups: readonly RowGroup[],
  side: SideIndex,
  context: TableContext,
): readonly KeyedGroup[] {
  const judge = nameJudge(context.index, context.year);
  const whole = groups.some(isWordsOnly) ? joinFragments(groups, judge, context.index) : groups;
  return keyGroups(whole, side, context.index, context.year);
}

/** Lines in the order of the form; codes as printed; foot rows last. */
function orderOf(index: LayoutIndex): (keyed: KeyedGroup) => number {
  const lines = new Map(index.concept.lines.map(({ line }, at) => [line, at]));
  return ({ line, group }) => {
    if (group.foot !== undefined) return 1_000_000 + (lines.get(line ?? "") ?? 0);
    if (index.rowKey !== "line") return 0;
    if (group.heading !== undefined) return group.heading;
    const place = index.placeOfLine.get(line ?? "") ?? lines.get(line ?? "");
    return place ?? 500_000;
  };
}

function accountsRow(keyed: KeyedGroup, body: readonly BodyRow[], context: TableContext): AccountsRow {
  const { group, line, code } = keyed;
  const described = context.index.concept.lines.find((each) => each.line === line);
  const unit = described?.kind === "count" ? countUnit(described.unit ?? "个") : context.unit;
  const columns = group.foot === undefined ? (context.index.sides[group.side]?.columns ?? []) : ["amount"];
  const isSingle = context.index.rowKey === "single";
  return {
    line,
    code,
    name: isSingle ? null : nameOf(group),
    cells: Object.fromEntries(columns.map((column) => [column, cellValue(group.figures.get(column), unit)])),
    place: body[group.row]?.place ?? {},
  };
}

function nameOf(group: RowGroup): string | null {
  if (group.name !== "") return group.name;
  return group.code?.kind === "total" ? group.code.text.replace(/\s+/gu, "") : null;
}

/** A printed cell as a value: blanks inside a number mean nothing, what cannot be read stays so. */
function cellValue(cell: PrintedCell | undefined, unit: Unit): CellValue | null {
  if (cell === undefined) return null;
  const known = valuesOfCells.get(cell);
  if (known?.unit === unit) return known.value;
  const value: CellValue = { ...readFigure(cell, unit), raw: cell.text };
  valuesOfCells.set(cell, { unit, value });
  return value;
}

const valuesOfCells = new WeakMap<PrintedCell, { readonly unit: Unit; readonly value: CellValue }>();

/** The figure of a cell; one with letters in the place of digits is read with a doubt. */
function readFigure(cell: PrintedCell, unit: Unit): CellValue {
  const value = parseFigure(cell.squeezed, unit, cell.place);
  const meant = value.kind === "unreadable" ? withoutLetters(cell.squeezed) : undefined;
  const figure = meant === undefined ? value : parseFigure(meant, unit, cell.place);
  if (meant === undefined || figure.kind !== "figure") return value;
  return { ...figure, doubt: `原件印作“${cell.text}”，按 ${meant} 读取` };
}

function doubts(keyed: KeyedGroup, row: AccountsRow, index: LayoutIndex): readonly Problem[] {
  const { title } = index.layout;
  const label = row.name ?? row.code ?? row.line ?? "";
  const problems: Problem[] = [];
  if (keyed.doubt !== undefined) {
    problems.push({
      code: ROW_KEY_DOUBTFUL,
      message: `${title}“${label}”一行：${keyed.doubt}，请核对原件。`,
      place: row.place,
    });
  }
  for (const value of Object.values(row.cells)) {
    if (value?.kind === "figure" && value.doubt !== undefined && value.doubt !== null) {
      const message = `${title}“${label}”一行：${value.doubt}，请核对原件。`;
      problems.push({ code: "figure-misread", message, place: value.place });
    }
    if (value?.kind !== "unreadable" || isHeaderWord({ squeezed: value.raw }, index)) continue;
    problems.push({
      code: "figure-unreadable",
      message: `${title}“${label}”一行的“${value.raw}”无法识别为数字，未作推测，请核对原件。`,
      place: value.place,
    });
  }
  return problems;
}
