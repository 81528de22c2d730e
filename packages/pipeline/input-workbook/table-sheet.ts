// An official table as a sheet to fill in, from the same layout that recognises and prints it. Sums are locked
// formulas that follow from the identities of its concept; rows of codes are added by the user.

import type { CellReference, TableConcept } from "@jueming/core/accounts/concept.ts";
import type { IdentityInstance, KeyedRow } from "@jueming/core/accounts/identity-instances.ts";
import { cellKey, identityInstances } from "@jueming/core/accounts/identity-instances.ts";
import type { FootRow, LayoutSide, TableLayout } from "@jueming/core/forms/layout.ts";

import { tableHeader } from "./table-header.ts";
import { addCodeRows } from "./code-rows.ts";
import type { EntrySheet } from "./entry-sheet.ts";
import { SheetDraft } from "./entry-sheet.ts";
import { checkFormula, sumFormulaOf } from "./formulas.ts";
import { MONEY_UNIT_CELL } from "./identity-sheet.ts";

/** TableDraft: a table's sheet while it is put together, and where its cells stand. */
export interface TableDraft {
  readonly draft: SheetDraft;
  readonly layout: TableLayout;
  readonly concept: TableConcept;
  readonly rows: KeyedRow[];
  readonly positions: Map<
    string,
    { readonly row: number; readonly column: number; readonly isCount: boolean }
  >;
}

/** Key of a row of a table in the targets of its cells: line:…, code:… or single. */
export const rowTarget = ({ line, code }: Omit<CellReference, "column">): string =>
  line !== undefined ? `line:${line}` : code === undefined ? "single" : `code:${code ?? ""}`;

/** First row of the header: title, then unit and label. */
const HEADER_ROW = 3;

/** The sheet of a table. */
export function tableSheet(layout: TableLayout, concept: TableConcept, name: string): EntrySheet {
  const table: TableDraft = {
    draft: new SheetDraft(name),
    layout,
    concept,
    rows: [],
    positions: new Map(),
  };
  const { draft } = table;
  const sides = layout.sides.map((side) => (side.keys.length > 0 ? side : namedSide(side)));
  const widths = sides.flatMap((side) => [
    ...side.keys.map(({ key }) => (key === "name" ? 34 : key === "line" ? 7 : 12)),
    ...side.figures.map(() => 17),
  ]);
  draft.show(1, 1, "title", layout.title);
  draft.merge(1, 1, 1, widths.length);
  draft.show(2, 1, "note", layout.label ?? "");
  draft.show(2, widths.length, "note", "", { formula: `"金额单位："&${MONEY_UNIT_CELL}` });
  const firstRow = tableHeader(draft, sides, HEADER_ROW);
  const isList = sides.some(({ rows }) => rows.length === 0) && concept.rowKey !== "single";
  if (isList) addCodeRows(table, sides[0] ?? namedSide(layout.sides[0]), firstRow);
  else addFixedRows(table, sides, firstRow);
  return draft.finish(widths, firstRow - 1, widths.length > 6);
}

/** A table of one row without key gets a word before it. */
function namedSide(side: LayoutSide | undefined): LayoutSide {
  return {
    side: side?.side ?? "only",
    figures: side?.figures ?? [],
    keys: [{ key: "name", header: ["项目"] }],
    rows: [],
  };
}

function addFixedRows(table: TableDraft, sides: readonly LayoutSide[], firstRow: number): void {
  let left = 1;
  let next = firstRow;
  for (const [index, side] of sides.entries()) {
    const end = addSide(table, side, { left, firstRow });
    next = Math.max(next, end);
    left += side.keys.length + side.figures.length;
    if (index === sides.length - 1) addFoot(table, sides, next);
  }
  addSums(table);
  addChecks(table, next + table.layout.foot.length + 1);
}

interface SidePlace {
  readonly left: number;
  readonly firstRow: number;
}

function addSide(table: TableDraft, side: LayoutSide, { left, firstRow }: SidePlace): number {
  const { draft, concept } = table;
  if (concept.rowKey === "single") {
    draft.show(firstRow, left, "label", "金额");
    addRow(table, side, { row: firstRow, left, reference: {}, key: "金额" });
    return firstRow + 1;
  }
  let row = firstRow;
  for (const each of side.rows) {
    if (each.kind === "heading") {
      draft.show(row, left, "head", each.name);
      row += 1;
    } else if (each.kind === "code" ? !each.dash : each.name !== null) {
      const reference = each.kind === "line" ? { line: each.line } : { code: each.code };
      const key = each.kind === "line" ? each.line : each.code;
      addRow(table, side, { row, left, reference, key, name: each.name ?? "" });
      row += 1;
    }
  }
  return row;
}

interface RowPlace {
  readonly row: number;
  readonly left: number;
  readonly reference: Omit<CellReference, "column">;
  readonly key: string;
  readonly name?: string;
}

function addRow(table: TableDraft, side: LayoutSide, place: RowPlace): void {
  const { draft } = table;
  const { row, left, reference, key, name = key } = place;
  for (const [index, { key: kind }] of side.keys.entries()) {
    draft.show(row, left + index, kind === "name" ? "label" : "locked", kind === "name" ? name : key);
  }
  const keyIndex = Math.max(
    0,
    side.keys.findIndex(({ key: kind }) => kind !== "name"),
  );
  const words = side.keys[keyIndex]?.key === "name" ? name : key;
  const found = draft.key(left + keyIndex, words);
  const columns = Object.fromEntries(side.figures.map(({ column }) => [column, true]));
  table.rows.push({
    line: reference.line ?? null,
    code: reference.code ?? null,
    name: table.concept.rowKey === "single" ? null : name,
    cells: columns,
  });
  for (const [index, { column }] of side.figures.entries()) {
    addCell(table, { reference, column, found, row, at: left + side.keys.length + index });
  }
}

interface CellPlace {
  readonly reference: Omit<CellReference, "column">;
  readonly column: string;
  readonly found: ReturnType<SheetDraft["key"]>;
  readonly row: number;
  readonly at: number;
}

function addCell(table: TableDraft, { reference, column, found, row, at }: CellPlace): void {
  const { draft, concept } = table;
  const line = concept.lines.find((one) => one.line === reference.line);
  const entry = line?.kind === "count" ? "count" : "money";
  draft.fields.push({
    ...found,
    column: at,
    entry,
    target: { kind: "cell", concept: concept.id, row: rowTarget(reference), column },
  });
  table.positions.set(cellKey({ ...reference, column }), { row, column: at, isCount: entry === "count" });
}

function addFoot(table: TableDraft, sides: readonly LayoutSide[], firstRow: number): void {
  const lefts = sides.map((_, index) =>
    sides.slice(0, index).reduce((sum, side) => sum + side.keys.length + side.figures.length, 1),
  );
  for (const foot of table.layout.foot) addFootRow(table, { foot, sides, lefts, row: firstRow });
}

interface FootPlace {
  readonly foot: FootRow;
  readonly sides: readonly LayoutSide[];
  readonly lefts: readonly number[];
  readonly row: number;
}

function addFootRow(table: TableDraft, { foot, sides, lefts, row }: FootPlace): void {
  const nameColumn = lefts[foot.nameSide] ?? 1;
  const side = sides[foot.figureSide];
  const at = (lefts[foot.figureSide] ?? 1) + (side?.keys.length ?? 0);
  table.draft.show(row, nameColumn, "label", foot.name);
  const column = side?.figures[0]?.column ?? "amount";
  const found = table.draft.key(nameColumn, foot.name);
  table.rows.push({ line: foot.line, code: null, name: foot.name, cells: { [column]: true } });
  addCell(table, { reference: { line: foot.line }, column, found, row, at });
}

/** Cells that are sums get locked formulas, all others are to be filled in. */
function addSums(table: TableDraft): void {
  const { draft, concept, rows, positions } = table;
  const sums = new Map<string, { readonly formula: string; readonly from: IdentityInstance }>();
  for (const instance of identityInstances(concept, rows)) {
    const [total] = instance.left;
    const key = total === undefined ? "" : cellKey(total.cell);
    if (!instance.isSum || total === undefined || sums.has(key)) continue;
    const formula = sumFormulaOf(instance.right, positions, draft.name);
    if (formula !== undefined) sums.set(key, { formula, from: instance });
  }
  for (const [key, { row, column, isCount }] of positions) {
    const sum = sums.get(key);
    const format = isCount ? "#,##0" : "#,##0.00####";
    if (sum === undefined) draft.show(row, column, "input", "", { format });
    else draft.show(row, column, "sum", "", { ...sum, format });
  }
}

/** Under the table: what must be equal without one being the sum of the other. */
function addChecks(table: TableDraft, firstRow: number): void {
  let row = firstRow;
  for (const instance of identityInstances(table.concept, table.rows)) {
    if (instance.isSum) continue;
    const formula = checkFormula(instance, table.positions, table.draft.name);
    if (formula === undefined) continue;
    table.draft.show(row, 1, "check", "", { formula: formula(instance.identity.title), from: instance });
    row += 1;
  }
}
