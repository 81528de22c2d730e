import { compareAtMost, intervalOf } from "../../../figures/interval.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import type { CheckRule } from "../../rule.ts";
import { proseOperand } from "./narrative-rule.ts";
import { factFigure, proseFact } from "./prose-facts.ts";

interface Limited {
  readonly name: string;
  readonly figure: StatedFigure | undefined;
  readonly limitName: string;
  readonly limit: StatedFigure | undefined;
}

function judge({ name, figure, limitName, limit }: Limited): CheckOutcome {
  if (figure === undefined || limit === undefined) return notApplicable(name, "说明或表中未列该数");
  const result = compareAtMost(intervalOf(figure), intervalOf(limit));
  if (result.verdict !== "impossible") return held(name);
  const over = formatUnitGap(result.gap, figure.unit, 2);
  return finding({
    subject: "政府采购",
    message: `${name}${figure.raw}大于${limitName}${limit.value}万元，超出${over}万元。`,
    advice: "请核对政府采购合同金额；跨年度合同等情况请说明。",
    operands: [proseOperand(name, figure), proseOperand(limitName, limit)],
    expected: `不大于${limit.value}`,
    actual: figure.value,
    gap: over,
    envelope: formatUnitGap(result.envelope, figure.unit, 3),
  });
}

export const smallBusinessWithinProcurement: CheckRule = {
  id: "small-business-within-procurement",
  code: "N-24",
  title: "授予中小企业合同金额不应大于政府采购支出总额，小微企业不应大于中小企业",
  group: "narrative",
  kind: "explain",
  severity: "warning",
  basis: "《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）：应公开授予中小企业合同金额情况",
  needs: "政府采购情况说明",
  example: {
    passes: "采购总额14.58万元，授予中小企业14.58万元",
    fails: "采购总额14.58万元，授予中小企业20.00万元",
  },
  check: (context) => {
    const small = proseFact("sme-contract", context);
    const micro = proseFact("micro-contract", context);
    const total = factFigure({ concept: "disclosure-statistics", line: "1", column: "amount" }, context);
    if (small === undefined && micro === undefined)
      return [notApplicable(null, "未说明授予中小企业合同金额")];
    return [
      judge({ name: "授予中小企业合同金额", figure: small, limitName: "政府采购支出总额", limit: total }),
      judge({ name: "授予小微企业合同金额", figure: micro, limitName: "授予中小企业合同金额", limit: small }),
    ];
  },
};
