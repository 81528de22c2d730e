import { MONEY_UNIT_MISSING, type AccountsTable } from "../../../disclosure/disclosure.ts";
import type { Problem } from "../../../document/document.ts";
import type { Edition } from "../../../regions/edition.ts";
import { FINAL_ACCOUNTS_FORMS } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import { accountsRule } from "./structure-rule.ts";

type Mark = Edition["tableMarks"][number];

const MARK_NAMES: Readonly<Record<Mark, string>> = {
  label: "表号",
  unit: "编制单位",
  year: "年度",
  moneyUnit: "金额单位",
};

function prints(table: AccountsTable, mark: Mark, problems: readonly Problem[]): boolean {
  if (mark === "label") return table.label !== null;
  if (mark === "unit") return table.printedUnit !== null;
  if (mark === "year") return table.printedYear !== null;
  const isLacking = ({ code, place }: Problem): boolean =>
    code === MONEY_UNIT_MISSING && JSON.stringify(place) === JSON.stringify(table.place);
  return table.moneyUnit !== "" && !problems.some(isLacking);
}

function check({ disclosure, edition }: CheckContext): readonly CheckOutcome[] {
  if (edition.tableMarks.length === 0) return [notApplicable(null, "本地区表样不要求标注表号、单位和年度")];
  if (disclosure.tables.length === 0) return [notApplicable(null, "无决算表")];
  const lacking = disclosure.tables.flatMap((table) => {
    const marks = edition.tableMarks.filter((mark) => !prints(table, mark, disclosure.problems));
    return marks.length === 0 ? [] : [{ table, marks }];
  });
  if (lacking.length === 0) return [held("决算表表头")];
  const list = lacking.map(
    ({ table, marks }) => `${table.title}缺${marks.map((mark) => MARK_NAMES[mark]).join("、")}`,
  );
  return [
    finding({
      subject: "决算表表头",
      message: `${lacking.length}张表的表头标注不全：${list.join("；")}。`,
      advice: "请核对原件，补齐表号、编制单位、年度和金额单位。",
      operands: lacking.map(({ table, marks }) => ({
        label: `${table.title}缺少`,
        value: marks.map((mark) => MARK_NAMES[mark]).join("、"),
        place: table.place,
      })),
      // What most tables print may well stand on the others too and not have been read.
      sourceDoubt: lacking.length * 2 < disclosure.tables.length,
      severity:
        lacking.length * 2 < disclosure.tables.length || edition.divisions.length === 0 ? "hint" : "warning",
    }),
  ];
}

export const tablesCarryTheirMarks = accountsRule(
  {
    id: "tables-carry-their-marks",
    code: "S-05",
    title: "每张决算表应标明表号、编制单位、年度和金额单位",
    kind: "explain",
    severity: "warning",
    basis: FINAL_ACCOUNTS_FORMS,
    needs: "决算表",
    example: { passes: "公开01表、部门名称、2024年度、金额单位：万元", fails: "收入决算表未标明金额单位" },
  },
  check,
);
