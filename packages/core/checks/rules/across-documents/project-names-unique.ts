import type { ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import { comparable } from "../../../figures/normalize.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { baseFigure, documentRule } from "./project-totals.ts";

function amountsOf(evaluation: ProjectEvaluation): string {
  return (["initial", "adjusted", "executed"] as const)
    .map((base) => baseFigure(evaluation, base)?.value ?? "")
    .join("|");
}

function repeatedOutcome(same: readonly ProjectEvaluation[]): CheckOutcome {
  const name = same[0]?.name ?? "";
  const printed = same.map(amountsOf).filter((amounts) => amounts !== "||");
  const isCopy = new Set(printed).size < printed.length;
  return finding({
    subject: name,
    message: `项目“${name}”有${same.length}张自评表${isCopy ? "，且金额相同，疑似重复填报" : "，金额不同"}。`,
    advice: isCopy ? "请核对是否重复填报。" : "请在项目名称后编号或注明内容加以区分。",
    severity: isCopy ? "warning" : "hint",
    operands: same.map((evaluation, index) =>
      operand(`第${index + 1}张 执行数`, baseFigure(evaluation, "executed"), evaluation.place),
    ),
  });
}

export const projectNamesUnique = documentRule(
  {
    id: "project-names-unique",
    code: "C-03",
    title: "项目名称不应重复",
    kind: "explain",
    severity: "hint",
    basis: `${EVALUATION_PROCEDURE}：以项目为对象逐项自评`,
    needs: "项目支出绩效自评表",
    example: { passes: "各项目名称互不相同", fails: "“补充公用经费”有两张自评表，金额不同" },
  },
  ({ disclosure }) => {
    const named = disclosure.evaluations.filter(({ name }) => comparable(name).length >= 2);
    if (named.length < 2) return [notApplicable(null, "项目少于两个")];
    const repeated = [...Map.groupBy(named, ({ name }) => comparable(name)).values()].filter(
      (same) => same.length > 1,
    );
    return repeated.length === 0 ? [held("项目名称")] : repeated.map(repeatedOutcome);
  },
);
