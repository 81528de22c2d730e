import { compareAtMost, intervalOf } from "../../../figures/interval.ts";
import { finding, held, notChecked } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import { evaluationCell, operand, projectRule } from "./project-rule.ts";

export const executedWithinBudget = projectRule(
  {
    id: "executed-within-budget",
    code: "P-10",
    title: "执行数不得大于全年（调整后）预算数",
    kind: "logic",
    severity: "error",
    basis: "《中华人民共和国预算法》第十三条：经批准的预算，非经法定程序不得调整；支出须以经批准的预算为依据",
    example: {
      passes: "全年预算数16.18万元，执行数16.18万元",
      fails: "全年预算数16.18万元，执行数18.20万元",
    },
  },
  (subject) => {
    if (subject.evaluation.funding.length === 0) return [notChecked(subject.name, "未读到资金情况表")];
    return subject.evaluation.funding.map((row) => {
      const label = `${subject.name} ${row.name}`;
      const { executed, adjusted } = row.fields;
      if (executed?.kind !== "figure" || adjusted?.kind !== "figure")
        return notChecked(label, "预算数或执行数空白或无法识别");
      const result = compareAtMost(intervalOf(executed), intervalOf(adjusted));
      if (result.verdict !== "impossible") return held(label);
      const over = formatUnitGap(result.gap, executed.unit, 2);
      return finding({
        subject: subject.name,
        message: `项目“${subject.name}”${row.name}执行数${executed.value}大于全年预算数${adjusted.value}，超出${over}${subject.evaluation.moneyUnit}。`,
        advice: "请核对执行数与全年（调整后）预算数；确有超支的说明依据。",
        operands: [operand("执行数", executed, row.place), operand("全年预算数", adjusted, row.place)],
        expected: `不大于${adjusted.value}`,
        actual: executed.value,
        gap: over,
        envelope: formatUnitGap(result.envelope, executed.unit, 4),
        cells: [evaluationCell(subject.index, `funding.${row.source}.executed`)],
      });
    });
  },
);
