import { comparable } from "../../../figures/normalize.ts";
import { finding, held, notChecked } from "../../finding.ts";
import { projectRule, statedOperand } from "./project-rule.ts";

export const achievementDiffersFromGoal = projectRule(
  {
    id: "achievement-differs-from-goal",
    code: "P-48",
    title: "年度目标完成情况应写实际完成，不应照抄目标",
    kind: "explain",
    severity: "hint",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：总体绩效目标应说明实际完成情况",
    example: { passes: "目标“购置3辆”，完成情况“已购置1辆”", fails: "目标与完成情况文字完全相同" },
  },
  ({ evaluation, name }) => {
    const { goal, achievement } = evaluation;
    if (goal === null || achievement === null) return [notChecked(name, "未读到年度目标或完成情况")];
    if (comparable(goal.text) !== comparable(achievement.text)) return [held(name)];
    return [
      finding({
        subject: name,
        message: `项目“${name}”的完成情况与年度目标文字相同，未写实际完成情况。`,
        advice: "请写明目标的实际完成情况。",
        operands: [
          statedOperand("年度目标", goal.text, goal.place),
          statedOperand("完成情况", achievement.text, achievement.place),
        ],
      }),
    ];
  },
);
