// Writes a composition as an XLSX workbook: one sheet a table, live sums, named cells, set up for printing.
// The same composition gives the same bytes.

import type { Composition } from "@jueming/core/document/composition.ts";
import { unzipSync, zipSync } from "fflate";
import type { WriteOptions } from "hucre/xlsx";
import { writeXlsx as writeWorkbook } from "hucre/xlsx";

import { quotedSheet } from "../workbook/cell-ranges.ts";
import { columnLetters } from "../workbook/column-letters.ts";
import { withAttachments } from "./attachments.ts";
import { contentsSheet } from "./writing/contents-sheet.ts";
import { DOCUMENT_NAME, definedName, gridName } from "./writing/defined-names.ts";
import { BODY_FONT, cellLooks } from "./writing/looks.ts";
import { placeCells } from "./writing/placed-cells.ts";
import { planSheets } from "./writing/sheet-plan.ts";
import type { LaidSheet } from "./writing/sheet-writing.ts";
import { writtenSheet } from "./writing/sheet-writing.ts";
import type { FigureCell } from "./writing/sum-formulas.ts";
import { sumFormula } from "./writing/sum-formulas.ts";
import { storedValue } from "./writing/written-value.ts";

type NamedRange = NonNullable<WriteOptions["namedRanges"]>[number];

/** A workbook carries no date of its own making. */
const NO_DATE = new Date(Date.UTC(1980, 0, 1));

/** The composition as the bytes of a workbook. */
export async function writeXlsx(composition: Composition): Promise<Uint8Array> {
  const plans = planSheets(composition);
  const laid = plans.map((plan): LaidSheet => ({
    plan,
    placed: plan.table === null ? null : placeCells(plan.table),
    firstRow: plan.above.length,
  }));
  const cells = laid.flatMap(figureCells);
  const figures = new Map<string, FigureCell>();
  for (const each of cells) if (!figures.has(each.id)) figures.set(each.id, each);
  const totals = new Map(cells.map((each) => [each.cell, each]));
  const context = {
    styleOf: cellLooks(),
    formulaOf: ({ cell }: { readonly cell: FigureCell["cell"] }) => {
      const total = totals.get(cell);
      return total === undefined ? undefined : sumFormula(total, figures);
    },
  };
  const bytes = await writeWorkbook({
    sheets: laid.map((sheet) =>
      sheet.plan.contents === null
        ? writtenSheet(sheet, context)
        : contentsSheet(sheet.plan.contents, sheet.plan.name, plans),
    ),
    properties: { title: composition.title, creator: "决明", created: NO_DATE, modified: NO_DATE },
    defaultFont: BODY_FONT,
    namedRanges: [
      { name: DOCUMENT_NAME, range: `${quotedSheet(plans[0]?.name ?? "")}!$A$1` },
      ...gridNames(laid),
      ...figureNames(figures),
    ],
  });
  return packed(withAttachments(unzipSync(bytes), composition.attachments));
}

/** The dates of a package's entries are those of its first day, in whatever zone it is written. */
function packed(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...parts }, { mtime: new Date(1980, 0, 1), level: 6 });
}

function figureCells({
  plan,
  placed,
  firstRow,
}: LaidSheet): readonly (FigureCell & { readonly id: string })[] {
  return (placed?.cells ?? []).flatMap(({ cell, row, column }) => {
    if (cell.figure === undefined) return [];
    const stored = storedValue(cell);
    const isNumber = stored !== null && "number" in stored && stored.number === Number(cell.exact);
    const place = { sheet: plan.name, row: firstRow + row + 1, column: column + 1 };
    return [{ id: cell.figure, ...place, cell, isNumber }];
  });
}

/** Regions of the tables, by which a reader knows a grid with blank edges or rows of one text again. */
function gridNames(sheets: readonly LaidSheet[]): readonly NamedRange[] {
  const grids = sheets.filter(({ placed }) => placed !== null && placed.rows > 0 && placed.columns > 0);
  return grids.map(({ plan, placed, firstRow }, index) => {
    const end = `$${columnLetters(placed?.columns ?? 1)}$${firstRow + (placed?.rows ?? 1)}`;
    return { name: gridName(index + 1), range: `${quotedSheet(plan.name)}!$A$${firstRow + 1}:${end}` };
  });
}

function figureNames(figures: ReadonlyMap<string, FigureCell>): readonly NamedRange[] {
  const taken = new Set<string>();
  return [...figures].flatMap(([id, { sheet, row, column }]) => {
    const name = definedName(id);
    if (name === undefined || taken.has(name.toLowerCase())) return [];
    taken.add(name.toLowerCase());
    return [{ name, range: `${quotedSheet(sheet)}!$${columnLetters(column)}$${row}` }];
  });
}
