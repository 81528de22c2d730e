import type { FactAddress } from "../../../disclosure/address.ts";
import { add, cellInterval, compareAtMost } from "../../../figures/interval.ts";
import { WAN_YUAN } from "../../../figures/unit.ts";
import { FINAL_ACCOUNTS_FORMS } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import type { CheckContext } from "../../rule.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { accountsRule } from "./structure-rule.ts";

const SUBJECT = "政府采购";
const PROCUREMENT: FactAddress = { concept: "disclosure-statistics", line: "1", column: "amount" };
const PROJECT: FactAddress = { concept: "expenditure", code: null, column: "project" };
const BASIC: FactAddress = { concept: "expenditure", code: null, column: "basic" };
const OPERATING: FactAddress = { concept: "general-budget-basic-detail", line: "operating", column: "amount" };
const BUSINESS: FactAddress = { concept: "expenditure", code: null, column: "operating" };

function check({ facts }: CheckContext): readonly CheckOutcome[] {
  const procurement = facts.inTable(PROCUREMENT);
  const project = facts.inTable(PROJECT);
  // Without the detail of basic expenditure all of it may have been procured.
  const basic = facts.inTable(OPERATING) ?? facts.inTable(BASIC);
  if (procurement?.value.kind !== "figure") return [notApplicable(SUBJECT, "无政府采购合计数")];
  const limits = [cellInterval(project?.value), cellInterval(basic?.value), cellInterval(facts.inTable(BUSINESS)?.value)];
  const [first, second, third] = limits;
  if (project === undefined || basic === undefined || !first || !second || !third) {
    return [notChecked(SUBJECT, "支出决算表或公用经费缺失、无法识别")];
  }
  const actual = cellInterval(procurement.value);
  if (actual === undefined) return [notChecked(SUBJECT, "政府采购合计无法识别")];
  const limit = add(add(first, second), third);
  const comparison = compareAtMost(actual, limit);
  if (comparison.verdict !== "impossible") return [held(SUBJECT)];
  const gap = formatUnitGap(comparison.gap, WAN_YUAN, 2);
  const expected = formatUnitGap((limit.low + limit.high) / 2n, WAN_YUAN, 2);
  return [
    finding({
      subject: SUBJECT,
      message: `政府采购支出${procurement.value.value}万元，大于项目支出与公用经费之和${expected}万元，多${gap}万元，请核实口径。`,
      advice: "请核实是否将跨年度合同金额或未支付金额计入，并作说明。",
      operands: [
        operand("政府采购合计", procurement.value, procurement.place),
        operand("项目支出", project.value, project.place),
        operand("公用经费", basic.value, basic.place),
      ],
      expected,
      actual: procurement.value.value,
      gap,
      envelope: formatUnitGap(comparison.envelope, WAN_YUAN, 3),
    }),
  ];
}

export const procurementFitsExpenditure = accountsRule(
  {
    id: "procurement-fits-expenditure",
    code: "X-30",
    title: "政府采购支出不应大于项目支出与公用经费之和",
    kind: "explain",
    severity: "warning",
    basis: `${FINAL_ACCOUNTS_FORMS}：政府采购支出总额为本年支出数`,
    needs: "支出决算表、基本支出决算明细表、相关信息统计表",
    example: { passes: "政府采购14.58万元，项目支出1031.39万元", fails: "政府采购2605.92万元，项目支出与公用经费合计2018.12万元" },
  },
  check,
);
