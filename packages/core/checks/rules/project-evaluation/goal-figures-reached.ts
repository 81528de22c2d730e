import { Decimal } from "decimal.js";

import { findFigures } from "../../../figures/find-figures.ts";
import type { FoundFigure } from "../../../figures/find-figures.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { projectRule, statedOperand } from "./project-rule.ts";

/** Characters after a figure that tell what it counts: "3辆应急公务用车" and "1辆应急公务用车" agree. */
const OBJECT_LENGTH = 4;

function objectOf(text: string, figure: FoundFigure): string {
  return text
    .slice(figure.offset + figure.length, figure.offset + figure.length + OBJECT_LENGTH)
    .replace(/[，。；、,;\s].*$/u, "");
}

export const goalFiguresReached = projectRule(
  {
    id: "goal-figures-reached",
    code: "P-58",
    title: "年度目标中的数量应已完成，未完成的总体自评应如实反映",
    kind: "logic",
    severity: "error",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：未完成绩效目标的，应分析说明原因",
    example: {
      passes: "目标“购买3辆公务用车”，完成“购买3辆公务用车”",
      fails: "目标“购买3辆公务用车”，完成“购买1辆公务用车”，总分100分",
    },
  },
  ({ evaluation, name }) => {
    const { goal, achievement } = evaluation;
    if (goal === null || achievement === null) return [notChecked(name, "未读到年度目标或完成情况")];
    const planned = findFigures(goal.text);
    const done = findFigures(achievement.text);
    const pairs = planned.flatMap((plan) => {
      const object = objectOf(goal.text, plan);
      const match = done.find(
        (one) =>
          one.unit?.name === plan.unit?.name && object !== "" && objectOf(achievement.text, one) === object,
      );
      return match === undefined || plan.value === null || match.value === null
        ? []
        : [{ plan, match, object }];
    });
    if (pairs.length === 0) return [notApplicable(name, "目标与完成情况没有可比的数量")];
    const short = pairs.filter(({ plan, match }) => new Decimal(match.value ?? 0).lt(plan.value ?? 0));
    if (short.length === 0) return [held(name)];
    return short.map(({ plan, match, object }) =>
      finding({
        subject: name,
        message: `项目“${name}”年度目标为${plan.raw}${object}，实际完成${match.raw}${object}，目标未完成。`,
        advice: "请在自评结论和相应指标得分中如实反映未完成的部分，并说明原因。",
        operands: [
          statedOperand("年度目标", goal.text, goal.place),
          statedOperand("完成情况", achievement.text, achievement.place),
        ],
        expected: plan.raw,
        actual: match.raw,
      }),
    );
  },
);
