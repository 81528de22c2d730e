import type { FactAddress } from "../../../disclosure/address.ts";
import { addressKey } from "../../../disclosure/address.ts";
import type { Statement } from "../../../disclosure/facts.ts";
import type { Interval } from "../../../figures/interval.ts";
import { add, cellInterval, compareIntervals } from "../../../figures/interval.ts";
import { FINAL_ACCOUNTS_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { CheckContext } from "../../rule.ts";
import { matchesIn, reportTexts } from "../structure/printed-texts.ts";
import { acrossRule, documentName } from "./document-parts.ts";

const SUBJECT = "部门汇总";
const SUMMARY = "income-expenditure-summary";

const TOTALS: readonly (readonly [name: string, address: FactAddress])[] = [
  ["本年收入合计", { concept: SUMMARY, line: "27", column: "amount" }],
  ["本年支出合计", { concept: SUMMARY, line: "58", column: "amount" }],
  ["年初结转和结余", { concept: SUMMARY, line: "29", column: "amount" }],
  ["年末结转和结余", { concept: SUMMARY, line: "60", column: "amount" }],
  ["基本支出", { concept: "expenditure", code: null, column: "basic" }],
  ["项目支出", { concept: "expenditure", code: null, column: "project" }],
  ["一般公共预算财政拨款支出", { concept: "general-budget-expenditure", code: null, column: "total" }],
  ["“三公”经费支出", { concept: "three-public", column: "final.total" }],
  ["政府采购支出", { concept: "disclosure-statistics", line: "1", column: "amount" }],
  ["车辆数", { concept: "disclosure-statistics", line: "7", column: "amount" }],
];

const UNIT_COUNT =
  /(?:纳入|汇编|包括|编制范围)[^。;\d]{0,40}?(?:预算|决算|独立核算|二级|基层)?单位(?:共|共计|共有)?(\d{1,4})[个家]/gu;

interface Family {
  readonly department: CheckContext;
  readonly units: readonly CheckContext[];
}

function hasAccounts({ disclosure }: CheckContext): boolean {
  return disclosure.tables.some((table) => !table.empty);
}

/** A department's own report says 部门决算, a unit's 单位决算; the code tells, too. */
function isDepartmental({ disclosure }: CheckContext): boolean {
  const { code } = disclosure.unit;
  if (/单位决算/u.test(disclosure.title)) return false;
  return (
    /部门决算/u.test(disclosure.title) &&
    (code === null || code.length <= 3 || code === disclosure.department.code)
  );
}

function familyOf(contexts: readonly CheckContext[]): Family | undefined {
  const accounts = contexts.filter(hasAccounts);
  const department = accounts.find(isDepartmental);
  if (department === undefined) return undefined;
  const { code } = department.disclosure.department;
  const units = accounts.filter(
    (context) =>
      context !== department &&
      !isDepartmental(context) &&
      context.disclosure.year === department.disclosure.year &&
      (code === null ||
        context.disclosure.department.code === null ||
        context.disclosure.department.code === code),
  );
  return units.length === 0 ? undefined : { department, units };
}

function sumOfStatements(statements: readonly (Statement | undefined)[]): Interval | undefined {
  const intervals = statements.map((statement) =>
    statement === undefined ? undefined : cellInterval(statement.value),
  );
  return intervals.reduce<Interval | undefined>(
    (sum, one) => (sum === undefined || one === undefined ? undefined : add(sum, one)),
    { low: 0n, high: 0n },
  );
}

function judge(name: string, address: FactAddress, { department, units }: Family): CheckOutcome {
  const whole = department.facts.inTable(address);
  const parts = units.map((unit) => unit.facts.inTable(address));
  const [actual, expected] = [
    whole === undefined ? undefined : cellInterval(whole.value),
    sumOfStatements(parts),
  ];
  if (whole === undefined || actual === undefined || expected === undefined)
    return notChecked(name, "部门或单位决算表缺少此数");
  const comparison = compareIntervals(actual, expected);
  if (comparison.verdict !== "impossible") return held(name);
  const unit = whole.value.kind === "figure" ? whole.value.unit : null;
  const sum = formatUnitGap((expected.low + expected.high) / 2n, unit, 2);
  const gap = formatUnitGap(comparison.gap, unit, 2);
  return finding({
    subject: name,
    message: `部门决算${name}${whole.value.raw === "" ? "空白" : whole.value.raw}，所属${units.length}个单位决算之和为${sum}，相差${gap.replace(/^-/u, "")}。`,
    advice: "请核对汇总范围；单位之间往来抵销的，请说明。",
    operands: [
      operand(documentName(department), whole.value, whole.place),
      ...units.map((one, index) =>
        operand(documentName(one), parts[index]?.value, parts[index]?.place ?? {}),
      ),
    ],
    expected: sum,
    actual: whole.value.raw,
    gap,
    envelope: formatUnitGap(comparison.envelope, unit, 3),
    cells: [addressKey(address)],
  });
}

export const unitsSumToDepartment = acrossRule(
  {
    id: "units-sum-to-department",
    code: "C-16",
    title: "所属单位决算之和应等于部门决算",
    kind: "explain",
    severity: "warning",
    basis: `${FINAL_ACCOUNTS_PROCEDURE}：部门决算由所属单位决算逐级汇总`,
    needs: "部门决算和全部所属单位的决算",
    example: {
      passes: "三个单位支出合计1236.03万元，部门决算1236.03万元",
      fails: "三个单位支出合计1236.03万元，部门决算1263.03万元",
    },
  },
  (contexts) => {
    const family = familyOf(contexts);
    if (family === undefined) return [notApplicable(SUBJECT, "未同时提供部门决算和所属单位决算")];
    const [stated] = matchesIn(reportTexts(family.department.disclosure), UNIT_COUNT);
    if (stated === undefined)
      return [notChecked(SUBJECT, "部门决算未写明汇总单位个数，无法确认单位是否齐全")];
    if (Number(stated.groups[0]) !== family.units.length) {
      return [
        notChecked(
          SUBJECT,
          `部门决算汇总${stated.groups[0] ?? ""}个单位，现有${family.units.length}个单位的决算，不作核对`,
        ),
      ];
    }
    return TOTALS.map(([name, address]) => judge(name, address, family));
  },
);
