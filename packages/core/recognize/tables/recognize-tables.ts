// Reads the official tables out of a document's lines: anchors, segments, choice of layout, alignment of
// rows, arbitration by declared sums (DESIGN: reading tables in five stages).

import { functionListYear } from "../../accounts/classification/function-rows.ts";
import { MONEY_UNIT_MISSING, type AccountsTable } from "../../disclosure/disclosure.ts";
import type { Place, Problem } from "../../document/document.ts";
import type { Line } from "../../document/lines.ts";
import { findUnit, WAN_YUAN } from "../../figures/unit.ts";
import type { TableLayout } from "../../forms/layout.ts";
import { arbitrate } from "./arbitrate.ts";
import type { LayoutChoice } from "./choose-layout.ts";
import { chooseLayouts } from "./choose-layout.ts";
import { indexLayout } from "./layout-index.ts";
import { cutSegments } from "./segments.ts";
import { readBody } from "./table-body.ts";
import type { TableContext } from "./table-rows.ts";

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
  const printedMoneyUnit = of("moneyUnit");
  const moneyUnit = printedMoneyUnit ?? index.layout.moneyUnit;
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
    problems: [
      ...read.problems,
      ...(printedMoneyUnit === null
        ? [withoutMoneyUnit(titled.segment.title ?? index.layout.title, moneyUnit, place)]
        : []),
    ],
    consumed: [...parts.flatMap(({ segment }) => segment.wordLines), ...body.consumed],
  };
}

/** A table without its 单位：万元 is read in the unit of its form, and says so. */
const withoutMoneyUnit = (title: string, moneyUnit: string, place: Place): Problem => ({
  code: MONEY_UNIT_MISSING,
  message: `${title}未见金额单位，按“${moneyUnit}”识读，请核对原件`,
  place,
});
