import { Decimal } from "decimal.js";

import type { ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import { finding, held, notChecked } from "../../finding.ts";
import { decimalOf, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { isDoubtful, projectRule, statedOperand } from "./project-rule.ts";

/** Points by level-1 word; undefined when a figure is missing. */
function pointsByLevel(evaluation: ProjectEvaluation): ReadonlyMap<string, Decimal> | undefined {
  const sums = new Map<string, Decimal>();
  for (const indicator of evaluation.indicators) {
    const points = decimalOf(indicator.points);
    if (points === undefined) return undefined;
    sums.set(indicator.level1, (sums.get(indicator.level1) ?? new Decimal(0)).plus(points));
  }
  return sums;
}

function fits(sums: ReadonlyMap<string, Decimal>, allowed: Readonly<Record<string, string>>): boolean {
  const levels = new Set([...sums.keys(), ...Object.keys(allowed)]);
  return [...levels].every((level) => (sums.get(level) ?? new Decimal(0)).eq(allowed[level] ?? "0"));
}

export const levelPointsFollowEdition = projectRule(
  {
    id: "level-points-follow-edition",
    code: "P-03",
    title: "一级指标分值的分配应符合规定",
    kind: "explain",
    severity: "hint",
    basis:
      "《项目支出绩效评价管理办法》（财预〔2020〕10号）：产出50分、效益30分、满意度10分；可在规定范围内调整",
    example: {
      passes: "产出50分、效益30分、满意度10分",
      fails: "产出20分、效益60分、满意度10分，未说明原因",
    },
  },
  ({ evaluation, name }, { edition }) => {
    const sums = pointsByLevel(evaluation);
    if (sums === undefined || sums.size === 0) return [notChecked(name, "有指标的分值空白或无法识别")];
    if (isDoubtful(evaluation)) return [notChecked(name, "部分指标识别存疑")];
    if (edition.scoring.levelPoints.some((allowed) => fits(sums, allowed))) return [held(name)];
    const split = [...sums].map(([level, points]) => `${level}${plain(points)}分`).join("、");
    const usual = edition.scoring.levelPoints
      .map((allowed) =>
        Object.entries(allowed)
          .map(([level, points]) => `${level}${points}分`)
          .join("、"),
      )
      .join("；或");
    return [
      finding({
        subject: name,
        message: `项目“${name}”的分值分配为${split}，与通常的分配（${usual}）不同。`,
        advice: "如有本地规定或不宜设置某类指标，请说明；否则请按规定分配分值。",
        operands: [...sums].map(([level, points]) => statedOperand(level, plain(points), evaluation.place)),
      }),
    ];
  },
);
