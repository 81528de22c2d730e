import { Decimal } from "decimal.js";

import { isCostIndicator, judgeTarget } from "../../../evaluation/target-judgement.ts";
import { isFarApart, ratioOf } from "../../../evaluation/targets/attainment.ts";
import { finding, held, notChecked } from "../../finding.ts";
import { plain } from "../../../evaluation/scoring/printed-scores.ts";
import { indicatorCell, projectRule, statedOperand } from "./project-rule.ts";
import { printedTarget } from "./score-fault-rule.ts";

const TENFOLD = new Decimal(10);

export const actualNearTarget = projectRule(
  {
    id: "actual-near-target",
    code: "P-42",
    title: "完成值与指标值不应相差十倍以上",
    kind: "explain",
    severity: "warning",
    basis: "项目支出绩效自评表填报说明：完成值应按指标值的口径和计量单位填列",
    example: { passes: "指标值≥1100000次，完成1100000次", fails: "指标值≥11000000次，完成1100000次" },
  },
  (subject) =>
    subject.evaluation.indicators.map((indicator) => {
      const label = `${subject.name} ${indicator.name}`;
      const judgement = judgeTarget(indicator);
      if (judgement.kind === "not-comparable") return notChecked(label, judgement.reason);
      const ratio = isFarApart(judgement) ? ratioOf(judgement) : null;
      if (ratio === null) return held(label);
      const times = ratio.gte(TENFOLD) ? plain(ratio) : `1/${plain(new Decimal(1).div(ratio))}`;
      return finding({
        subject: subject.name,
        message: `项目“${subject.name}”指标“${indicator.name}”目标${printedTarget(indicator)}，完成${indicator.actual?.raw ?? ""}，为目标的${times}${ratio.gte(TENFOLD) ? "倍" : ""}，疑似${isCostIndicator(indicator) ? "成本口径" : "单位"}或录入错误。`,
        advice: "请核对指标值与完成值的口径、计量单位和位数。",
        operands: [
          statedOperand("指标值", printedTarget(indicator), indicator.place),
          statedOperand("完成值", indicator.actual?.raw ?? "", indicator.place),
        ],
        sourceDoubt: true,
        cells: [indicatorCell(subject, indicator, "actual")],
      });
    }),
);
