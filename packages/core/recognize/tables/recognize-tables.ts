// Reads the official tables out of a document's lines: anchors, segments, choice of layout, alignment of
// rows, arbitration by declared sums (DESIGN: reading tables in five stages).

import { functionListYear } from "../../accounts/classification/function-rows.ts";
import type { AccountsTable } from "../../disclosure/disclosure.ts";
import type { Place, Problem } from "../../document/document.ts";
import type { Line } from "../../document/lines.ts";
import { findUnit, WAN_YUAN } from "../../figures/unit.ts";
import type { TableLayout } from "../../forms/layout.ts";
import { alignRow, clearReading } from "./align-row.ts";
import { arbitrate, sumsThatHold } from "./arbitrate.ts";
import type { LayoutChoice } from "./choose-layout.ts";
import { chooseLayouts, KEYED, keyFit } from "./choose-layout.ts";
import type { GridPattern } from "./grid-pattern.ts";
import { learnPattern } from "./grid-pattern.ts";
import type { LayoutIndex } from "./layout-index.ts";
import { indexLayout } from "./layout-index.ts";
import { rowShape } from "./row-shape.ts";
import type { SegmentRow } from "./segments.ts";
import { cutSegments } from "./segments.ts";
import type { BodyRow, TableContext } from "./table-rows.ts";
import { assemble, fixedGroups } from "./table-rows.ts";

/** RecognizedTables: the tables, what was doubtful, and which lines they took. */
export interface RecognizedTables {
  readonly tables: readonly AccountsTable[];
  readonly problems: readonly Problem[];
  /** Indexes of lines that belong to a table: title, head, header, rows, notes. */
  readonly consumed: ReadonlySet<number>;
}

/** Reads all tables that the layouts describe. */
export function recognizeTables(lines: readonly Line[], layouts: readonly TableLayout[]): RecognizedTables {
  const indexes = layouts.map(indexLayout);
  const chosen = chooseLayouts(cutSegments(lines, indexes), indexes);
  const consumed = new Set<number>();
  const problems: Problem[] = [];
  const tables = [...Map.groupBy(chosen, ({ index }) => index.concept.id)].map(([, parts]) => {
    const read = readTable(parts, lines);
    read.consumed.forEach((at) => consumed.add(at));
    problems.push(...read.problems);
    return read.table;
  });
  return { tables, problems, consumed };
}

interface ReadTable {
  readonly table: AccountsTable;
  readonly problems: readonly Problem[];
  readonly consumed: readonly number[];
}

function readTable(parts: readonly LayoutChoice[], lines: readonly Line[]): ReadTable {
  const titled = parts.find(({ segment }) => segment.title !== null) ?? parts[0];
  const index = titled?.index ?? parts[0]?.index;
  if (index === undefined || titled === undefined) throw new Error("a table of no segments");
  const of = <Kind extends "label" | "moneyUnit" | "unitName" | "year">(what: Kind): string | null =>
    parts.map(({ segment }) => segment[what]).find((each) => each !== null) ?? null;
  const moneyUnit = of("moneyUnit") ?? index.layout.moneyUnit;
  const year = Number(of("year")?.slice(0, 4) ?? functionListYear);
  const context: TableContext = { index, unit: findUnit(moneyUnit) ?? WAN_YUAN, year };
  const rows = parts.flatMap(({ segment }) => segment.rows);
  const body = readBody(rows, context);
  const read = arbitrate(body.rows, context);
  const place: Place = lines[titled.segment.start]?.place ?? {};
  const isEmpty = !read.rows.some(({ cells }) =>
    Object.values(cells).some((cell) => cell !== null && cell.kind !== "blank"),
  );
  return {
    table: {
      concept: index.concept.id,
      layout: index.layout.id,
      label: of("label"),
      title: titled.segment.title ?? index.layout.title,
      moneyUnit,
      empty: isEmpty,
      rows: read.rows,
      place,
      notes: parts.flatMap(({ segment }) => segment.notes),
      printedUnit: of("unitName"),
      printedYear: of("year"),
    },
    problems: read.problems,
    consumed: [...parts.flatMap(({ segment }) => segment.wordLines), ...body.consumed],
  };
}

interface Body {
  readonly rows: readonly BodyRow[];
  readonly consumed: readonly number[];
}

/** How many rows in a row may fail to be of the table before the rest is taken for something else. */
const STRANGERS = 3;

function readBody(rows: readonly SegmentRow[], context: TableContext): Body {
  const { index } = context;
  const shaped = rows.map((row) => ({ row, shape: rowShape(row.cells, index) }));
  const header = shaped.filter(({ shape }) => shape === "header" || shape === "numbers");
  const printed = shaped.filter(({ shape }) => shape === "data" || shape === "words" || shape === "heading");
  const begun = printed.findIndex(({ shape }) => shape === "data");
  const data = begun === -1 ? [] : withoutGarbledHead(printed, header, index);
  const patternOf = patterns(
    data.filter(({ shape }) => shape === "data").map(({ row }) => row),
    header.map(({ row }) => row),
    index,
  );
  const body = data.map(({ row }, number) => bodyRow(row, number, patternOf(row.width), index));
  const searched = searchWhereSumsFail(body, patternOf, context);
  const end = strangersFrom(searched, context);
  const ended = searched[end]?.at ?? Number.POSITIVE_INFINITY;
  return {
    rows: searched.slice(0, end),
    consumed: shaped.map(({ row }) => row.at).filter((at) => at < ended),
  };
}

type Shaped = { readonly row: SegmentRow; readonly shape: string };

/** What stands above the last header row and has no key of the table is header or head, however garbled. */
function withoutGarbledHead(
  printed: readonly Shaped[],
  header: readonly Shaped[],
  index: LayoutIndex,
): readonly Shaped[] {
  const isKeyed = ({ row, shape }: Shaped): boolean => shape === "data" && keyFit(row.cells, index) > KEYED;
  const first = printed.find(isKeyed)?.row.at ?? Number.POSITIVE_INFINITY;
  const lastHeader = Math.max(-1, ...header.map(({ row }) => row.at).filter((at) => at < first));
  return printed.filter(({ row, shape }) => shape === "heading" || row.at > lastHeader);
}

/** Rows of one width share a pattern; a width met seldom takes the pattern of the commonest. */
function patterns(
  data: readonly SegmentRow[],
  header: readonly SegmentRow[],
  index: LayoutIndex,
): (width: number) => GridPattern {
  const byWidth = Map.groupBy(data, ({ width }) => width);
  const common = [...byWidth].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? index.slots.length;
  const learned = new Map<number, GridPattern>();
  return (width) => {
    const rows = byWidth.get(width) ?? [];
    const enough = width === common || rows.length >= Math.max(3, data.length / 5);
    const used = enough ? width : common;
    const known = learned.get(used);
    if (known !== undefined) return known;
    const pattern = learnPattern(index, used, {
      header: header.filter((row) => row.width === used),
      data: byWidth.get(used) ?? [],
    });
    learned.set(used, pattern);
    return pattern;
  };
}

function bodyRow(row: SegmentRow, number: number, pattern: GridPattern, index: LayoutIndex): BodyRow {
  const base = { at: row.at, grid: row, place: row.line.place };
  const fixed = fixedGroups(row, number, index);
  if (fixed !== undefined) return { ...base, readings: [], fixed };
  const clear = clearReading(row, pattern, index);
  return { ...base, readings: clear === undefined ? alignRow(row, pattern, index) : [clear], fixed };
}

/** A row that looks clear and whose own sums fail may have slid: only then are other readings sought. */
function searchWhereSumsFail(
  body: readonly BodyRow[],
  patternOf: (width: number) => GridPattern,
  context: TableContext,
): readonly BodyRow[] {
  return body.map((row) => {
    if (row.readings.length !== 1 || row.fixed !== undefined) return row;
    const alone = assemble([row], [0], context).rows;
    if (sumsThatHold(alone, context) >= 0) return row;
    const readings = alignRow(row.grid, patternOf(row.grid.width), context.index);
    const kept = readings.filter((reading, at) => {
      if (at === 0) return true;
      const rows = assemble([{ ...row, readings: [reading] }], [0], context).rows;
      return sumsThatHold(rows, context) > 0;
    });
    return { ...row, readings: kept };
  });
}

/** The number of the row from which on the lines are no longer of this table. */
function strangersFrom(body: readonly BodyRow[], context: TableContext): number {
  const { used } = assemble(body, [], context);
  let run = 0;
  for (let number = 0; number < body.length; number += 1) {
    run = used.has(number) ? 0 : run + 1;
    if (run >= STRANGERS) return number - STRANGERS + 1;
  }
  return body.length - (run === body.length ? run : 0);
}
