// Fills every cell of an input workbook in, whatever its form: nothing a report needs is left out.

import type { EntryField, EntryKind, EntryList, EntrySheet } from "../entry-sheet.ts";
import type { InputPlan } from "../input-plan.ts";
import type { FilledValue } from "./fill.ts";
import { firstRowOf, positionOf } from "./fill.ts";

const CODES = ["2012604", "2080505"] as const;
const IDENTITY: Readonly<Record<string, string>> = {
  unitName: "示例县档案馆",
  year: "2024",
  moneyUnit: "万元",
  unitType: "行政单位",
};
const NUMBERS: Readonly<Record<EntryKind, string>> = {
  money: "12.5",
  count: "3",
  percent: "95.5",
  score: "9",
  text: "按期完成",
  code: "430100",
};

/** A value for every cell that is filled in, and two rows for every list. */
export const everyValue = (plan: InputPlan): readonly FilledValue[] =>
  plan.sheets.flatMap((sheet) => [
    ...sheet.fields.map((field) => ({
      sheet: sheet.name,
      ...positionOf(sheet, field),
      text: fieldText(sheet, field, plan),
    })),
    ...sheet.lists.flatMap((list) => [0, 1].flatMap((index) => rowValues(sheet, list, index, plan))),
  ]);

function fieldText(sheet: EntrySheet, field: EntryField, plan: InputPlan): string {
  const { target, entry } = field;
  if (target.kind !== "identity") return chosen(sheet, positionOf(sheet, field)) ?? NUMBERS[entry];
  if (target.field === "regionCode") return (plan.edition.divisions[0] ?? "43").padEnd(6, "0");
  return IDENTITY[target.field] ?? "示例县";
}

/** The first value of the list to choose from, where a cell has one. */
const chosen = (
  { choices }: EntrySheet,
  { row, column }: { readonly row: number; readonly column: number },
): string | undefined =>
  choices.find(({ range }) => range === `${String.fromCodePoint(64 + column)}${row}`)?.values?.[0];

function rowValues(
  sheet: EntrySheet,
  list: EntryList,
  index: number,
  plan: InputPlan,
): readonly FilledValue[] {
  const row = firstRowOf(sheet, list) + index;
  const level = plan.form?.indicators.levels.at(0);
  const texts: Readonly<Record<string, string | undefined>> = {
    number: "1",
    code: list.kind === "projects" ? "P1" : CODES[index],
    level1: level?.words[0],
    level2: level?.level2[0]?.words[0],
    name: list.kind === "indicators" ? `整理数量${index}` : undefined,
    target: "100",
    actual: "100",
    unit: "卷",
    comparator: "≥",
    grade: plan.form?.grades[0],
  };
  if (list.kind === "projects" && index > 0) return [];
  return list.columns.map(({ name, column, entry }) => ({
    sheet: sheet.name,
    row,
    column,
    text: texts[name] ?? NUMBERS[entry],
  }));
}
