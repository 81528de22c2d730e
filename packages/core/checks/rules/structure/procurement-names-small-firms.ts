import { isEntered } from "../../../disclosure/entered.ts";
import { isNonZero } from "../../../figures/figure.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { CheckContext } from "../../rule.ts";
import { matchesIn, reportTexts, WRITTEN_FROM_ENTRIES } from "./printed-texts.ts";
import { accountsRule } from "./structure-rule.ts";

const SUBJECT = "政府采购";
const AWARDED = /授予中小企业(?:的)?合同(?:总)?金额(?:为)?(\d[\d,]*(?:\.\d+)?)(?:万元|元)/gu;

function check({ disclosure, facts }: CheckContext): readonly CheckOutcome[] {
  if (isEntered(disclosure)) return [notApplicable(SUBJECT, WRITTEN_FROM_ENTRIES)];
  const total = facts.inTable({ concept: "disclosure-statistics", line: "1", column: "amount" });
  if (total === undefined || total.value.kind === "unreadable")
    return [notChecked(SUBJECT, "无政府采购合计数")];
  if (!isNonZero(total.value)) return [notApplicable(SUBJECT, "本年度无政府采购支出")];
  const texts = reportTexts(disclosure);
  if (texts.length === 0) return [notChecked(SUBJECT, "未识别到情况说明")];
  const [awarded] = matchesIn(texts, AWARDED);
  if (awarded === undefined && !texts.some(({ plain }) => /中小企业/u.test(plain))) {
    return [
      finding({
        subject: SUBJECT,
        message: `政府采购支出${total.value.value}万元，未说明授予中小企业的合同金额及占比。`,
        advice: "请补充授予中小企业（其中小微企业）的合同金额及占政府采购支出总额的比重。",
        operands: [operand("政府采购合计", total.value, total.place)],
      }),
    ];
  }
  if (awarded !== undefined && /^0(?:\.0+)?$/u.test(awarded.groups[0] ?? "")) {
    return [
      finding({
        subject: SUBJECT,
        message: `政府采购支出${total.value.value}万元，授予中小企业合同金额为0，请核实并说明。`,
        advice: "请核实采购合同的供应商；确无中小企业的，说明原因。",
        severity: "hint",
        operands: [
          operand("政府采购合计", total.value, total.place),
          { label: "授予中小企业合同金额", value: "0", place: awarded.place },
        ],
      }),
    ];
  }
  return [held(SUBJECT)];
}

export const procurementNamesSmallFirms = accountsRule(
  {
    id: "procurement-names-small-firms",
    code: "N-25",
    title: "有政府采购支出的应说明授予中小企业的金额和占比",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}；《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）`,
    needs: "部门决算公开相关信息统计表、政府采购情况说明",
    example: {
      passes: "授予中小企业合同金额14.58万元，占政府采购支出总额的100.00%",
      fails: "政府采购支出14.58万元，未提中小企业",
    },
  },
  check,
);
