import { Decimal } from "decimal.js";

import { comparable } from "../../../figures/normalize.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { formatGap } from "../../outcome-format.ts";
import { decimalOf, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { isDoubtful, operand, projectRule, statedOperand } from "./project-rule.ts";

export const levelPointsEqualSum = projectRule(
  {
    id: "level-points-equal-sum",
    code: "P-04",
    title: "一级指标所列分值应等于其下各指标分值之和",
    kind: "logic",
    severity: "error",
    basis: "项目支出绩效自评表填报说明：下级指标分值之和等于上级指标分值",
    example: {
      passes: "产出指标（40分），其下各指标分值合计40分",
      fails: "产出指标（40分），其下各指标分值合计45分",
    },
  },
  ({ evaluation, name }) => {
    if (evaluation.levelPoints.length === 0) return [notApplicable(name, "一级指标未列分值")];
    return evaluation.levelPoints.map((level) => {
      const subject = `${name} ${level.level1}`;
      const stated = decimalOf(level.points);
      const below = evaluation.indicators.filter(
        ({ level1 }) => comparable(level1) === comparable(level.level1),
      );
      const points = below.map((indicator) => decimalOf(indicator.points));
      if (stated === undefined || below.length === 0 || points.includes(undefined)) {
        return notChecked(subject, "有分值空白或无法识别");
      }
      const sum = points.reduce<Decimal>((total, one) => total.plus(one ?? 0), new Decimal(0));
      if (sum.eq(stated)) return held(subject);
      return finding({
        subject: name,
        message: `项目“${name}”${level.level1}标明${plain(stated)}分，其下${below.length}项指标分值合计${plain(sum)}分，相差${formatGap(sum.minus(stated))}分。`,
        advice: "请核对一级指标所列分值与各三级指标分值。",
        operands: [
          operand(`${level.level1}所列分值`, level.points, level.place),
          statedOperand("下级分值合计", plain(sum), level.place),
        ],
        expected: plain(stated),
        actual: plain(sum),
        gap: formatGap(sum.minus(stated)),
        envelope: "0",
        sourceDoubt: isDoubtful(evaluation),
        severity: isDoubtful(evaluation) ? "warning" : "error",
      });
    });
  },
);
