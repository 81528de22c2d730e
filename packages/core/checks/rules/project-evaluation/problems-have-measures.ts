import { judgeMeasures } from "../../../rectification/judge-measures.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import { measuresOutcome } from "../structure/measures-outcome.ts";
import { notApplicable } from "../../finding.ts";
import { projectRule } from "./project-rule.ts";

export const problemsHaveMeasures = projectRule(
  {
    id: "problems-have-measures",
    code: "P-70",
    title: "存在问题和改进措施应一一对应",
    kind: "explain",
    severity: "warning",
    basis: `${EVALUATION_PROCEDURE}：未完成绩效目标或偏离目标较大的，应分析说明原因，研究提出改进措施`,
    example: {
      passes: "问题：1.支付偏慢 2.台账不全；措施：1.加快支付 2.补齐台账",
      fails: "问题：1.支付偏慢 2.台账不全；措施：无",
    },
  },
  ({ evaluation, name }) => {
    const { problems, measures } = evaluation.text;
    if (problems === null && measures === null) return [notApplicable(name, "表中没有存在问题和改进措施")];
    return [
      measuresOutcome(judgeMeasures(problems?.text ?? null, measures?.text ?? null), {
        subject: name,
        titles: ["存在问题", "改进措施"],
        places: [
          problems?.place ?? measures?.place ?? evaluation.place,
          measures?.place ?? problems?.place ?? evaluation.place,
        ],
      }),
    ];
  },
);
