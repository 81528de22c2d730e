// The official tables as entries: what is typed, and of the sums only those that say otherwise than their parts.

import { findConcept } from "@jueming/core/accounts/concepts.ts";
import { functionCodes } from "@jueming/core/accounts/classification/function-classification.ts";
import { cellKey, identityInstances, rowReference } from "@jueming/core/accounts/identity-instances.ts";
import type { AccountsRow, AccountsTable, Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";

import { rowTarget } from "../../input-workbook/table-sheet.ts";
import type { FormList } from "../entry-form.ts";
import { keyOfTarget } from "../entry-keys.ts";
import { sumsOfList } from "../planned-lists.ts";
import type { EntriesDraft } from "./entries-draft.ts";
import { figureCell, textCell } from "./entries-draft.ts";

/** Puts the tables of a disclosure into the draft. */
export function tablesToEntries(draft: EntriesDraft, { tables }: Disclosure): void {
  const listOf = new Map(
    [...draft.form.lists.values()]
      .filter(({ source }) => source.kind === "accounts")
      .map((list) => [list.source.concept, list]),
  );
  for (const table of tables) {
    const concept = findConcept(table.concept);
    if (concept === undefined) continue;
    const follows = followingCells(table);
    fixedCells(draft, table, follows);
    const list = listOf.get(table.concept);
    if (list !== undefined) codeRows(draft, list, table, follows);
  }
}

/** True for a cell that is the sum of what the table prints of its parts: it is worked out again. */
type Follows = (row: AccountsRow, column: string) => boolean;

function followingCells(table: AccountsTable): Follows {
  const concept = findConcept(table.concept);
  const values = new Map<string, CellValue | null>();
  for (const row of table.rows) {
    for (const [column, value] of Object.entries(row.cells)) {
      const key = cellKey({ ...rowReference(row), column });
      if (!values.has(key)) values.set(key, value);
    }
  }
  const followed = new Set<string>();
  const judged = new Set<string>();
  for (const { isSum, left, right } of concept === undefined ? [] : identityInstances(concept, table.rows)) {
    const [total] = left;
    const key = total === undefined ? "" : cellKey(total.cell);
    const parts = right.map(({ cell, sign }) => ({ sign, value: values.get(cellKey(cell)) }));
    const figures = parts.flatMap(({ sign, value }) => (value?.kind === "figure" ? [{ sign, value }] : []));
    // The first identity with a figure in its parts is the one by which the sum is worked out.
    if (!isSum || judged.has(key)) continue;
    if (figures.length > 0) judged.add(key);
    const sum = figures.reduce((all, { sign, value }) => all + BigInt(sign) * value.millionths, 0n);
    const own = values.get(key);
    const isWhole = parts.every(({ value }) => value?.kind !== "unreadable");
    if (own?.kind === "figure" && isWhole && own.millionths === sum) followed.add(key);
  }
  return (row, column) => followed.has(cellKey({ ...rowReference(row), column }));
}

function fixedCells(draft: EntriesDraft, { concept, rows }: AccountsTable, follows: Follows): void {
  for (const row of rows) {
    for (const [column, value] of Object.entries(row.cells)) {
      const key = keyOfTarget({ kind: "cell", concept, row: rowTarget(rowReference(row)), column });
      const isComputed = draft.form.fields.get(key)?.shown.computed === true;
      if (isComputed && follows(row, column)) continue;
      draft.put(key, figureCell(value, draft.money));
    }
  }
}

const names: ReadonlyMap<string, string> = new Map(functionCodes.map(({ code, name }) => [code, name]));

/** The lowest codes, and those above them that print something else than the sum of what stands under them. */
function codeRows(draft: EntriesDraft, list: FormList, table: AccountsTable, follows: Follows): void {
  const codes = table.rows.flatMap(({ code }) => (code === null ? [] : [code]));
  const sums = sumsOfList(list.source);
  for (const row of table.rows) {
    const { code } = row;
    if (code === null) continue;
    const isParent = codes.some((other) => other !== code && other.startsWith(code));
    const typed = Object.entries(row.cells).filter(
      ([column]) => !((isParent || sums.has(column)) && follows(row, column)),
    );
    const cells = typed.map(([column, value]) => [column, figureCell(value, draft.money)] as const);
    if (isParent && cells.every(([, cell]) => cell === null)) continue;
    const name = row.name === names.get(code) ? null : row.name;
    draft.add(list.key, {
      code: textCell(code, row.place),
      name: textCell(name, row.place),
      ...Object.fromEntries(cells),
    });
  }
}
