// Texts of the locked cells: sums, rates, checks and the money unit, as an accountant would see them.

import type { SignedCell } from "@jueming/core/accounts/concept.ts";
import { functionCodes } from "@jueming/core/accounts/classification/function-classification.ts";
import type { IdentityInstance } from "@jueming/core/accounts/identity-instances.ts";
import { rowReference } from "@jueming/core/accounts/identity-instances.ts";
import { withThousands } from "@jueming/core/compose/printed-figure.ts";
import type { AccountsRow, Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";
import { formatMillionths } from "@jueming/core/figures/figure.ts";
import { findUnit } from "@jueming/core/figures/unit.ts";

import { fundingColumn } from "../input-workbook/evaluation-sheets.ts";
import { rowTarget } from "../input-workbook/table-sheet.ts";
import type { EntryForm, FormList } from "./entry-form.ts";
import { keyOfTarget } from "./entry-keys.ts";
import type { ComputedEntries, Entries, EntryRow } from "./entry-plan.ts";
import type { FormField } from "./planned-fields.ts";

/** What follows from the entries; what follows from nothing is left out. */
export function computedEntries(form: EntryForm, entries: Entries, disclosure: Disclosure): ComputedEntries {
  const values = tableValues(disclosure);
  const fields = [...form.fields.values()]
    .filter(({ shown }) => shown.computed)
    .map((field) => [field.shown.key, fieldText(field, values, disclosure)] as const)
    .filter(([, text]) => text !== "");
  const lists = [...form.lists.values()].map(
    (list) => [list.key, listTexts(list, entries.lists[list.key] ?? [], disclosure)] as const,
  );
  return {
    fields: Object.fromEntries(fields),
    lists: Object.fromEntries(lists.filter(([, rows]) => Object.keys(rows).length > 0)),
  };
}

type Values = ReadonlyMap<string, CellValue | null>;

const cellOf = (concept: string, row: AccountsRow, column: string): string =>
  keyOfTarget({ kind: "cell", concept, row: rowTarget(rowReference(row)), column });

function tableValues({ tables }: Disclosure): Values {
  const values = new Map<string, CellValue | null>();
  for (const { concept, rows } of tables) {
    for (const row of rows) {
      for (const [column, value] of Object.entries(row.cells)) {
        const key = cellOf(concept, row, column);
        if (!values.has(key)) values.set(key, value);
      }
    }
  }
  return values;
}

/** A value as it is shown; what follows from something that cannot be read says so. */
function textOf(value: CellValue | null | undefined): string {
  if (value?.kind === "figure") return withThousands(value.value);
  return value?.kind === "unreadable" ? "有数无法识别" : "";
}

function fieldText({ shown, target, check }: FormField, values: Values, disclosure: Disclosure): string {
  if (check !== null) return checkText(check, shown.key, values, disclosure);
  if (target !== null) return textOf(values.get(shown.key));
  return `金额单位：${disclosure.moneyUnit}`;
}

/** ✓ or ✗ with the difference; nothing where nothing was typed, and no verdict where something is unreadable. */
function checkText(check: IdentityInstance, key: string, values: Values, disclosure: Disclosure): string {
  const concept = conceptOn(key, disclosure);
  const { title } = check.identity;
  const sides = [check.left, check.right].map((cells) => sumOf(cells, concept, values));
  const [left, right] = sides;
  if (left === undefined || right === undefined || sides.every((side) => side?.filled === 0)) return "";
  if (left.unreadable || right.unreadable) return `未核对：${title}，有数无法识别`;
  const gap = left.sum - right.sum;
  if (check.relation === "=" ? gap === 0n : gap <= 0n) return `✓ ${title}`;
  const unit = findUnit(disclosure.moneyUnit) ?? null;
  const words = formatMillionths(gap, 6, unit).replace(/\.?0+$/u, "");
  return `✗ 不符：${title}，相差 ${withThousands(words)}`;
}

/** The concept whose sheet a check stands on. */
function conceptOn(key: string, { tables }: Disclosure): string {
  return tables.find(({ place }) => key.startsWith(`check:${place.sheet ?? ""}/`))?.concept ?? "";
}

interface SideSum {
  readonly sum: bigint;
  readonly filled: number;
  readonly unreadable: boolean;
}

function sumOf(cells: readonly SignedCell[], concept: string, values: Values): SideSum {
  const found = cells.map(({ cell, sign }) => ({
    sign,
    value: values.get(keyOfTarget({ kind: "cell", concept, row: rowTarget(cell), column: cell.column })),
  }));
  const figures = found.flatMap(({ sign, value }) => (value?.kind === "figure" ? [{ sign, value }] : []));
  return {
    sum: figures.reduce((sum, { sign, value }) => sum + BigInt(sign) * value.millionths, 0n),
    filled: figures.length,
    unreadable: found.some(({ value }) => value?.kind === "unreadable"),
  };
}

type RowTexts = Readonly<Record<string, string>>;

function listTexts(
  list: FormList,
  rows: readonly EntryRow[],
  disclosure: Disclosure,
): Readonly<Record<string, RowTexts>> {
  const valuesOf = rowValues(list, disclosure);
  const computed = list.shown.columns.filter((column) => column.computed);
  return Object.fromEntries(
    rows
      .map((row, index): readonly [string, RowTexts] => {
        const values = valuesOf(list.shown.firstRow + index);
        const texts = computed.map(({ name }) => [name, textOf(values?.[name])] as const);
        return [
          row.id,
          { ...Object.fromEntries(texts.filter(([, text]) => text !== "")), ...nameOfCode(list, row) },
        ];
      })
      .filter(([, texts]) => Object.keys(texts).length > 0),
  );
}

const names: ReadonlyMap<string, string> = new Map(functionCodes.map(({ code, name }) => [code, name]));

/** The name that a code has in the classification, where none is typed. */
function nameOfCode({ shown }: FormList, { cells }: EntryRow): RowTexts {
  if (shown.kind !== "accounts" && shown.kind !== "code-facts") return {};
  const name = names.get((cells["code"] ?? "").replaceAll(/\s/gu, ""));
  return name === undefined || (cells["name"] ?? "") !== "" ? {} : { name };
}

type ValuesByColumn = Readonly<Record<string, CellValue | null>>;

/** The values of a row of the grid. */
function rowValues(
  { source, sheet }: FormList,
  disclosure: Disclosure,
): (row: number) => ValuesByColumn | undefined {
  if (source.kind === "accounts") {
    const table = disclosure.tables.find(({ concept }) => concept === source.concept);
    // A row that was added above others has the place of one of them; the typed one comes from its own.
    const given = new Map<number, ValuesByColumn>();
    for (const { place, cells, code } of table?.rows ?? []) {
      const isOwn = Object.values(cells).some((value) => value?.place.row === place.row);
      if (code === null || place.row === undefined || place.sheet !== sheet || !isOwn) continue;
      if (!given.has(place.row) || code.length > 5) given.set(place.row, cells);
    }
    return (row) => given.get(row);
  }
  if (source.kind !== "projects") return () => undefined;
  const projects = new Map(
    disclosure.evaluations.map((evaluation): [number, ValuesByColumn] => [
      evaluation.place.row ?? 0,
      {
        totalScore: evaluation.totalScore,
        ...Object.fromEntries(
          evaluation.funding.map(({ source: money, fields }) => [fundingColumn(money, "rate"), fields.rate]),
        ),
      },
    ]),
  );
  return (row) => projects.get(row);
}
