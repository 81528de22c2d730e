import { parentCode } from "./classification-code.ts";
import { parseClassificationRows } from "./classification-rows.ts";
import { economicColumns, economicListYear } from "./economic-rows.ts";

/** 人员经费 or 公用经费, the two totals of 公开06. */
export type EconomicGroup = "personnel" | "operating";

/** A 部门预算支出经济分类科目 (类 or 款) as a row of 公开06. */
export interface EconomicCode {
  readonly code: string;
  readonly name: string;
  readonly level: 1 | 2;
  readonly parent: string | undefined;
  readonly group: EconomicGroup;
  /** Which of the four printed columns holds the row, from 1. */
  readonly column: number;
  /** The form prints "——": the row cannot occur in 基本支出. */
  readonly dash: boolean;
  readonly firstYear: number;
}

const personnelClasses = new Set(["301", "303"]);

/** The 110 rows of 公开06, column by column from top to bottom. */
export const economicRows: readonly EconomicCode[] = economicColumns.flatMap((text, index) =>
  parseClassificationRows(text, 3).map(({ code, name, marks }): EconomicCode => ({
    code,
    name,
    level: code.length === 3 ? 1 : 2,
    parent: parentCode(code),
    group: personnelClasses.has(code.slice(0, 3)) ? "personnel" : "operating",
    column: index + 1,
    dash: marks.includes("-"),
    firstYear: economicListYear,
  })),
);

const economicCodes: ReadonlyMap<string, EconomicCode> = new Map(economicRows.map((row) => [row.code, row]));

/** The row of an economic code, or undefined for a code that 公开06 does not print. */
export function findEconomicCode(code: string): EconomicCode | undefined {
  return economicCodes.get(code);
}
