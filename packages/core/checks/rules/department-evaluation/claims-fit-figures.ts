import type { DepartmentEvaluation } from "../../../evaluation/department-evaluation.ts";
import { compareAtMost, intervalOf } from "../../../figures/interval.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { matchesIn, sentenceAround, textsBelow } from "../structure/printed-texts.ts";
import type { TextMatch } from "../structure/printed-texts.ts";
import { departmentRule, financeFigure, financeOperand, wanYuan } from "./department-rule.ts";

const SUBJECT = "超预算支出";
const CLAIM = /(?:无|没有|未发生|杜绝)[^。;]{0,16}超预算(?:支出)?(?!采购)/gu;

/** A claim stands by its own clause: "无超预算采购" speaks of procurement only. */
function claimsIn(evaluation: DepartmentEvaluation): readonly TextMatch[] {
  return matchesIn(evaluation.sections.flatMap(textsBelow), CLAIM);
}

function judge(evaluation: DepartmentEvaluation, claim: TextMatch): CheckOutcome {
  const [initial, final] = [
    financeFigure(evaluation, "initialProject"),
    financeFigure(evaluation, "finalProject"),
  ];
  if (initial === undefined || final === undefined)
    return notApplicable(SUBJECT, "报告未列项目支出的预算和决算");
  const comparison = compareAtMost(intervalOf(final), intervalOf(initial));
  if (comparison.verdict !== "impossible") return held(SUBJECT);
  return finding({
    subject: SUBJECT,
    message: `报告称“${sentenceAround(claim, 30)}”，而决算项目支出${final.value}万元，比年初预算${initial.value}万元多${wanYuan(comparison.gap)}万元，请说明调整情况。`,
    advice: "请说明年中追加或调整预算的情况，或修改表述。",
    operands: [
      { label: "报告表述", value: claim.quote, place: claim.place },
      financeOperand(evaluation, "initialProject"),
      financeOperand(evaluation, "finalProject"),
    ],
    expected: initial.value,
    actual: final.value,
    gap: wanYuan(comparison.gap),
    envelope: wanYuan(comparison.envelope),
  });
}

export const claimsFitFigures = departmentRule(
  {
    id: "claims-fit-figures",
    code: "D-21",
    title: "“无超预算支出”的表述应与收支数据相符",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容真实、准确的要求`,
    example: {
      passes: "写无超预算支出，项目支出决算480万元，年初预算492.31万元",
      fails: "写无超预算支出，项目支出决算620.68万元，年初预算492.31万元，未说明调整",
    },
  },
  (evaluation) => {
    const [claim] = claimsIn(evaluation);
    return [claim === undefined ? notApplicable(SUBJECT, "报告未作此表述") : judge(evaluation, claim)];
  },
);
