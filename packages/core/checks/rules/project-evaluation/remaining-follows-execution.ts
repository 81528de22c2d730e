import { compareIntervals, intervalOf, subtract } from "../../../figures/interval.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import { evaluationCell, operand, projectRule } from "./project-rule.ts";

export const remainingFollowsExecution = projectRule(
  {
    id: "remaining-follows-execution",
    code: "P-56",
    title: "资金结（转）余应等于全年预算数减执行数",
    kind: "logic",
    severity: "error",
    basis: "项目支出绩效自评表填报说明：资金结（转）余＝全年预算数－全年执行数",
    example: { passes: "全年预算数25，执行数24.992，结余0.008", fails: "全年预算数25，执行数24.992，结余0" },
  },
  (subject) =>
    subject.evaluation.funding.map((row) => {
      const label = `${subject.name} ${row.name}`;
      const { adjusted, executed, remaining } = row.fields;
      if (remaining === null) return notApplicable(label, "表中未设资金结（转）余");
      if (remaining.kind !== "figure" || adjusted?.kind !== "figure" || executed?.kind !== "figure") {
        return notChecked(label, "预算数、执行数或结余空白或无法识别");
      }
      const expected = subtract(intervalOf(adjusted), intervalOf(executed));
      const result = compareIntervals(intervalOf(remaining), expected);
      if (result.verdict !== "impossible") return held(label);
      const due = formatUnitGap(
        (expected.low + expected.high) / 2n,
        remaining.unit,
        Math.max(remaining.decimals, executed.decimals),
      );
      return finding({
        subject: subject.name,
        message: `项目“${subject.name}”${row.name}资金结（转）余列${remaining.value}，按全年预算数${adjusted.value}减执行数${executed.value}应为${due}。`,
        advice: "请核对预算数、执行数与结（转）余。",
        operands: [
          operand("资金结（转）余", remaining, row.place),
          operand("全年预算数", adjusted, row.place),
          operand("执行数", executed, row.place),
        ],
        expected: due,
        actual: remaining.value,
        gap: formatUnitGap(result.gap, remaining.unit, 4),
        envelope: formatUnitGap(result.envelope, remaining.unit, 4),
        cells: [evaluationCell(subject.index, `funding.${row.source}.remaining`)],
      });
    }),
);
