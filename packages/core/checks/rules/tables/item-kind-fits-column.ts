// 项级科目 that by convention belong to one kind of expenditure: a rule each, from one table of facts.

import type { AccountsRow } from "../../../disclosure/disclosure.ts";
import { isNonZero } from "../../../figures/figure.ts";
import type { Severity } from "../../finding.ts";
import { finding, held } from "../../finding.ts";
import type { CheckRule } from "../../rule.ts";
import { cellOperand, tableName } from "./table-cells.ts";
import { tableRule } from "./table-rule.ts";

interface Convention {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  /** The column that should have no figure. */
  readonly column: "basic" | "project";
  readonly appliesTo: (row: AccountsRow) => boolean;
  readonly example: { readonly passes: string; readonly fails: string };
}

const ITEM_LENGTH = 7;
const isItem = (row: AccountsRow): boolean => row.code?.length === ITEM_LENGTH;
const PERSONNEL_ITEMS = /^(?:2080505|2080506|2210201|2101101|2101102|2101103)$/u;

const conventions: readonly Convention[] = [
  {
    id: "administrative-operation-is-basic",
    code: "T3-08",
    title: "“行政运行”科目一般只列基本支出",
    severity: "warning",
    column: "project",
    appliesTo: (row) => isItem(row) && row.name === "行政运行",
    example: { passes: "行政运行：基本支出140.24万元，项目支出为空", fails: "行政运行：项目支出20.00万元" },
  },
  {
    id: "institution-operation-is-basic",
    code: "T3-12",
    title: "“事业运行”科目一般列基本支出",
    severity: "hint",
    column: "project",
    appliesTo: (row) => isItem(row) && row.name === "事业运行",
    example: { passes: "事业运行：项目支出为空", fails: "事业运行：项目支出20.00万元" },
  },
  {
    id: "general-affairs-is-project",
    code: "T3-09",
    title: "“一般行政管理事务”科目一般只列项目支出",
    severity: "warning",
    column: "basic",
    appliesTo: (row) => isItem(row) && row.name === "一般行政管理事务",
    example: { passes: "一般行政管理事务：项目支出273.77万元", fails: "一般行政管理事务：基本支出10.00万元" },
  },
  {
    id: "personnel-items-are-basic",
    code: "T3-10",
    title: "基本养老、职业年金、医疗、住房公积金等科目一般只列基本支出",
    severity: "warning",
    column: "project",
    appliesTo: (row) => PERSONNEL_ITEMS.test(row.code ?? ""),
    example: { passes: "住房公积金：基本支出16.16万元", fails: "住房公积金：项目支出16.16万元" },
  },
];

/** The rules on the kind of expenditure of conventional items. */
export const itemKindRules: readonly CheckRule[] = conventions.map((convention) =>
  tableRule(
    {
      id: convention.id,
      code: convention.code,
      title: convention.title,
      kind: "explain",
      severity: convention.severity,
      basis: "《政府收支分类科目》科目说明：项级科目的使用范围",
      needs: "支出决算表",
      example: convention.example,
    },
    ["expenditure"],
    (table) =>
      table.rows.filter(convention.appliesTo).map((row) => {
        const value = row.cells[convention.column];
        const label = `${row.code ?? ""} ${row.name ?? ""}`;
        if (!isNonZero(value)) return held(label);
        const column = convention.column === "basic" ? "基本支出" : "项目支出";
        return finding({
          subject: tableName(table),
          message: `${tableName(table)}：科目${label}列${column}${value.value}万元，${convention.title}。`,
          advice: "请核对该支出的性质；确属该科目的请说明。",
          operands: [cellOperand(table, { code: row.code, column: convention.column }, value)],
          sourceDoubt: false,
        });
      }),
  ),
);
