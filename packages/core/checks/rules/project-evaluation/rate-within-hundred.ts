import { Decimal } from "decimal.js";

import { finding, held, notApplicable } from "../../finding.ts";
import { projectRule, statedOperand } from "./project-rule.ts";

/** Names of rates that cannot pass 100 %; growth and completion rates can. */
const BOUNDED_RATE =
  /满意|合格率|准确率|差错率|出错率|出席率|覆盖率|接通率|到位率|保障率|优良率|达标率|执行率|及时率/u;

export const rateWithinHundred = projectRule(
  {
    id: "rate-within-hundred",
    code: "P-53",
    title: "满意度、合格率等比率应在0至100%之间",
    kind: "logic",
    severity: "error",
    basis:
      "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）：指标值应符合客观实际",
    example: { passes: "满意度完成值95%", fails: "满意度完成值950%" },
  },
  ({ evaluation, name }) =>
    evaluation.indicators.map((indicator) => {
      const label = `${name} ${indicator.name}`;
      const percent = indicator.target?.unit === "%" || indicator.actual?.unit === "%";
      const actual = indicator.actual?.value ?? null;
      if (!BOUNDED_RATE.test(indicator.name) || !percent || actual === null)
        return notApplicable(label, "不是有界的比率");
      const value = new Decimal(actual);
      if (value.gte(0) && value.lte(100)) return held(label);
      return finding({
        subject: name,
        message: `项目“${name}”指标“${indicator.name}”的完成值为${indicator.actual?.raw ?? ""}，超出0至100%的范围。`,
        advice: "请核对完成值。",
        operands: [
          statedOperand("完成值", indicator.actual?.raw ?? "", indicator.actual?.place ?? indicator.place),
        ],
        expected: "0—100",
        actual,
        sourceDoubt: indicator.doubtful,
      });
    }),
);
