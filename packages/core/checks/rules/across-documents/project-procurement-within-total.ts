import type { FactAddress } from "../../../disclosure/address.ts";
import type { ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import { cellInterval, compareAtMost, intervalOf } from "../../../figures/interval.ts";
import { FINAL_ACCOUNTS_FORMS } from "../../basis.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { evaluationTexts } from "../structure/printed-texts.ts";
import { baseFigure, documentRule, wanYuan } from "./project-totals.ts";

const SUBJECT = "政府采购";
const PROCUREMENT: FactAddress = { concept: "disclosure-statistics", line: "1", column: "amount" };
const PROCURED = /政府采购|采购程序|公开招标|竞争性(?:谈判|磋商)|询价采购/u;

function isProcured(evaluation: ProjectEvaluation): boolean {
  if (!/购|采|更新|维修|工程/u.test(evaluation.name)) return false;
  return evaluationTexts(evaluation).some(({ plain }) => PROCURED.test(plain));
}

export const projectProcurementWithinTotal = documentRule(
  {
    id: "project-procurement-within-total",
    code: "C-17",
    title: "按采购程序实施的项目支出不应大于政府采购支出总额",
    kind: "explain",
    severity: "warning",
    basis: `${FINAL_ACCOUNTS_FORMS}：政府采购支出总额`,
    needs: "相关信息统计表、项目支出绩效自评材料",
    example: {
      passes: "设备购置项目执行14.58万元，政府采购支出14.58万元",
      fails: "设备更新项目按采购程序执行741.06万元，政府采购支出14.58万元",
    },
  },
  ({ disclosure, facts }) => {
    const procured = disclosure.evaluations.filter(isProcured);
    if (procured.length === 0) return [notApplicable(SUBJECT, "自评材料未写明按采购程序实施的项目")];
    const total = facts.inTable(PROCUREMENT);
    const limit = total === undefined ? undefined : cellInterval(total.value);
    if (total === undefined || limit === undefined) return [notChecked(SUBJECT, "无政府采购合计数")];
    const over = procured.flatMap((form) => {
      const executed = baseFigure(form, "executed");
      if (executed === undefined) return [];
      const comparison = compareAtMost(intervalOf(executed), limit);
      return comparison.verdict === "impossible" ? [{ form, executed, comparison }] : [];
    });
    if (over.length === 0) return [held(SUBJECT)];
    return over.map(({ form, executed, comparison }) =>
      finding({
        subject: form.name,
        message: `项目“${form.name}”写明按采购程序实施，执行${wanYuan(executed.millionths)}万元，大于政府采购支出总额${total.value.raw === "" ? "0" : total.value.raw}万元，请核实采购统计是否完整。`,
        advice: "请核实该项目是否计入政府采购支出；不属于政府采购的，请说明。",
        operands: [
          operand(`${form.name} 执行数`, executed, executed.place),
          operand("政府采购合计", total.value, total.place),
        ],
        expected: total.value.raw,
        actual: wanYuan(executed.millionths),
        gap: wanYuan(comparison.gap),
        envelope: wanYuan(comparison.envelope),
      }),
    );
  },
);
