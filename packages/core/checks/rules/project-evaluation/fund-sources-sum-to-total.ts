import type { FundingField, FundingRow } from "../../../evaluation/project-evaluation.ts";
import type { Interval } from "../../../figures/interval.ts";
import { add, cellInterval, compareIntervals, ZERO } from "../../../figures/interval.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import type { ProjectSubject } from "./project-rule.ts";
import { evaluationCell, operand, projectRule } from "./project-rule.ts";

const AMOUNTS: readonly (readonly [FundingField, string])[] = [
  ["declared", "目标申报数"],
  ["compiled", "预算编制数"],
  ["initial", "年初预算数"],
  ["adjusted", "全年预算数"],
  ["executed", "执行数"],
  ["remaining", "资金结（转）余"],
];

function judgeField(
  subject: ProjectSubject,
  total: FundingRow,
  parts: readonly FundingRow[],
  [field, name]: readonly [FundingField, string],
): CheckOutcome {
  const label = `${subject.name} ${name}`;
  const whole = total.fields[field];
  if (whole?.kind !== "figure") return notApplicable(label, "合计未列该数");
  let sum: Interval = ZERO;
  for (const part of parts) {
    const interval = cellInterval(part.fields[field]);
    if (interval === undefined) return notChecked(label, `${part.name}无法识别`);
    sum = add(sum, interval);
  }
  if (parts.every((part) => part.fields[field]?.kind !== "figure") && whole.millionths !== 0n) {
    return notChecked(label, "各资金来源未列该数");
  }
  const result = compareIntervals(cellInterval(whole) ?? ZERO, sum);
  if (result.verdict !== "impossible") return held(label);
  const expected = formatUnitGap((sum.low + sum.high) / 2n, whole.unit, whole.decimals);
  return finding({
    subject: subject.name,
    message: `项目“${subject.name}”${name}：${total.name}${whole.value}，各资金来源之和${expected}，相差${formatUnitGap(result.gap, whole.unit, 2)}${subject.evaluation.moneyUnit}。`,
    advice: "请核对各资金来源与资金总额。",
    operands: [
      operand(total.name, whole, total.place),
      ...parts.map((part) => operand(part.name, part.fields[field], part.place)),
    ],
    expected,
    actual: whole.value,
    gap: formatUnitGap(result.gap, whole.unit, 2),
    envelope: formatUnitGap(result.envelope, whole.unit, 4),
    cells: [evaluationCell(subject.index, `funding.total.${field}`)],
  });
}

export const fundSourcesSumToTotal = projectRule(
  {
    id: "fund-sources-sum-to-total",
    code: "P-11",
    title: "年度资金总额应等于各资金来源之和",
    kind: "logic",
    severity: "error",
    basis: "项目支出绩效自评表填报说明：年度资金总额为各资金来源之和",
    example: {
      passes: "资金总额135万元，其中财政资金135万元",
      fails: "资金总额135万元，其中财政资金120万元，其他为0",
    },
  },
  (subject) => {
    const total = subject.evaluation.funding.find((row) => row.source === "total");
    const parts = subject.evaluation.funding.filter((row) => row.source !== "total");
    if (total === undefined) return [notChecked(subject.name, "未读到资金总额")];
    if (parts.length === 0) return [notApplicable(subject.name, "未分资金来源")];
    return AMOUNTS.map((amount) => judgeField(subject, total, parts, amount));
  },
);
