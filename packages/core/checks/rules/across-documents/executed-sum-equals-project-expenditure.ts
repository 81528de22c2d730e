import { addressKey } from "../../../disclosure/address.ts";
import type { FactAddress } from "../../../disclosure/address.ts";
import { compareIntervals } from "../../../figures/interval.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { cellsOf } from "../tables/table-cells.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { documentRule, projectOperands, sumCell, sumProjects, wanYuan } from "./project-totals.ts";

const SUBJECT = "项目支出";
const PROJECT: FactAddress = { concept: "expenditure", code: null, column: "project" };

export const executedSumEqualsProjectExpenditure = documentRule(
  {
    id: "executed-sum-equals-project-expenditure",
    code: "C-01",
    title: "各项目自评执行数之和应与决算项目支出相符",
    kind: "explain",
    severity: "warning",
    basis: `${EVALUATION_PROCEDURE}：单位自评覆盖全部项目支出`,
    needs: "支出决算表、全部项目支出绩效自评表",
    example: {
      passes: "16个项目执行数合计1031.39万元，决算项目支出1031.39万元",
      fails: "16个项目执行数合计1002.17万元，决算项目支出1031.39万元",
    },
  },
  ({ disclosure, facts }) => {
    if (disclosure.evaluations.length === 0) return [notApplicable(SUBJECT, "无项目支出绩效自评")];
    if (disclosure.tables.length === 0) return [notApplicable(SUBJECT, "无决算表")];
    const stated = facts.inTable(PROJECT);
    const table = facts.table(PROJECT.concept);
    // With its envelope: the total may have been added up from parts that were rounded before.
    const expenditure =
      table === undefined ? undefined : cellsOf(table)?.intervalOf({ code: null, column: "project" });
    if (stated === undefined || expenditure === undefined)
      return [notChecked(SUBJECT, "支出决算表的项目支出缺失或无法识别")];
    const sum = sumProjects(disclosure.evaluations, "executed");
    if (sum.missing.length > 0)
      return [notChecked(SUBJECT, `${sum.missing.length}个项目的执行数空白或无法识别`)];
    const comparison = compareIntervals(sum.interval, expenditure);
    if (comparison.verdict !== "impossible") return [held(SUBJECT)];
    const gap = wanYuan(comparison.gap);
    const reason =
      comparison.gap < 0n
        ? "可能有项目未开展自评，或使用了年中追加、结转资金"
        : "可能有项目执行数超出决算口径";
    return [
      finding({
        subject: SUBJECT,
        message: `${disclosure.evaluations.length}个项目自评执行数合计${wanYuan(sum.interval)}万元，决算项目支出${stated.value.raw}万元，相差${gap.replace(/^-/u, "")}万元；${reason}，请说明。`,
        advice: "请列出差额对应的项目，补充自评或说明口径差异。",
        operands: [operand("决算项目支出（万元）", stated.value, stated.place), ...projectOperands(sum)],
        expected: wanYuan(expenditure),
        actual: wanYuan(sum.interval),
        gap,
        envelope: wanYuan(comparison.envelope),
        cells: [sumCell("executed"), addressKey(PROJECT)],
      }),
    ];
  },
);
