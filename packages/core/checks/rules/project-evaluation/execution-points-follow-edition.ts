import { Decimal } from "decimal.js";

import { finding, held, notApplicable } from "../../finding.ts";
import { formatGap } from "../../outcome-format.ts";
import { decimalOf, plain, totalFunding } from "../../../evaluation/scoring/printed-scores.ts";
import { operand, projectRule } from "./project-rule.ts";

export const executionPointsFollowEdition = projectRule(
  {
    id: "execution-points-follow-edition",
    code: "P-02",
    title: "预算执行率的分值应符合规定",
    kind: "logic",
    severity: "error",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：预算执行率分值为10分，不得调整",
    example: { passes: "预算执行率分值10分", fails: "预算执行率分值20分" },
  },
  ({ evaluation, name }, { edition }) => {
    const row = totalFunding(evaluation);
    const points = decimalOf(row?.fields.points);
    if (row === undefined || points === undefined) return [notApplicable(name, "表中未列预算执行率分值")];
    const expected = new Decimal(edition.scoring.executionPoints);
    if (points.eq(expected)) return [held(name)];
    return [
      finding({
        subject: name,
        message: `项目“${name}”预算执行率分值为${plain(points)}分，规定为${plain(expected)}分。`,
        advice: "请按规定设置预算执行率分值。",
        operands: [operand("预算执行率分值", row.fields.points, row.place)],
        expected: plain(expected),
        actual: plain(points),
        gap: formatGap(points.minus(expected)),
        envelope: "0",
      }),
    ];
  },
);
