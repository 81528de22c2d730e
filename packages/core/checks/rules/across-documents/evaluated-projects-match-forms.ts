import type { Disclosure } from "../../../disclosure/disclosure.ts";
import { compareIntervals, intervalOf } from "../../../figures/interval.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import {
  BASE_NAMES,
  documentRule,
  projectOperands,
  sumCell,
  sumProjects,
  wanYuan,
} from "./project-totals.ts";
import type { StatedEvaluation } from "./stated-evaluation-counts.ts";
import { statedEvaluation } from "./stated-evaluation-counts.ts";

const COUNT = "自评项目个数";
const AMOUNT = "自评项目资金";

function countOutcome({ evaluations }: Disclosure, stated: StatedEvaluation): CheckOutcome {
  const forms = evaluations.length;
  if (stated.count === forms) return held(COUNT);
  const isShort = forms < stated.count;
  return finding({
    subject: COUNT,
    message: `说明写对${stated.count}个项目开展了绩效自评，所附自评表${forms}张，${isShort ? "少" : "多"}${Math.abs(forms - stated.count)}张。`,
    advice: isShort ? "请补充未附的项目自评表，或更正项目个数。" : "请核对项目个数。",
    // Forms may be published elsewhere; more forms than projects cannot be.
    severity: isShort ? "warning" : "error",
    operands: [{ label: "说明所列项目个数", value: String(stated.count), place: stated.match.place }],
    expected: String(forms),
    actual: String(stated.count),
    gap: String(stated.count - forms),
  });
}

function amountOutcome({ evaluations }: Disclosure, stated: StatedEvaluation): CheckOutcome {
  const { amount } = stated;
  if (amount === undefined) return notApplicable(AMOUNT, "说明未列自评资金");
  if (stated.count !== evaluations.length)
    return notChecked(AMOUNT, "自评表张数与说明的项目个数不同，无法核对资金");
  const sums = (["executed", "adjusted", "initial"] as const).map((base) => sumProjects(evaluations, base));
  const complete = sums.filter(({ missing }) => missing.length === 0);
  if (
    complete.some(({ interval }) => compareIntervals(intervalOf(amount), interval).verdict !== "impossible")
  )
    return held(AMOUNT);
  const executed = complete.find(({ base }) => base === "executed");
  if (executed === undefined) return notChecked(AMOUNT, "有项目的执行数空白或无法识别");
  const comparison = compareIntervals(intervalOf(amount), executed.interval);
  const gap = wanYuan(comparison.gap);
  const list = complete
    .map(({ base, interval }) => `${BASE_NAMES[base]}合计${wanYuan(interval)}万元`)
    .join("、");
  return finding({
    subject: AMOUNT,
    message: `说明写自评涉及资金${amount.value}${amount.unit?.name ?? ""}，${evaluations.length}张自评表${list}，均不相符（按执行数相差${gap.replace(/^-/u, "")}万元）。`,
    advice: "请按自评表汇总数更正，或说明差额对应的项目。",
    operands: [operand("说明所列自评资金", amount, stated.match.place), ...projectOperands(executed)],
    expected: wanYuan(executed.interval),
    actual: amount.value,
    gap,
    envelope: wanYuan(comparison.envelope),
    cells: [sumCell("executed")],
  });
}

export const evaluatedProjectsMatchForms = documentRule(
  {
    id: "evaluated-projects-match-forms",
    code: "N-35",
    title: "说明所列自评项目个数和资金应与自评表汇总一致",
    kind: "logic",
    severity: "error",
    basis: `${EVALUATION_PROCEDURE}关于绩效自评结果公开的规定`,
    needs: "预算绩效情况说明、全部项目支出绩效自评表",
    example: {
      passes: "涉及二级项目16个、资金1031.39万元，16张自评表合计1031.39万元",
      fails: "涉及二级项目25个、资金1808.66万元，25张自评表执行数合计1658.32万元",
    },
  },
  ({ disclosure }) => {
    const stated = statedEvaluation(disclosure);
    if (stated === undefined) return [notApplicable(COUNT, "说明未列自评项目个数")];
    if (disclosure.evaluations.length === 0) return [notChecked(COUNT, "未附项目支出绩效自评表")];
    return [countOutcome(disclosure, stated), amountOutcome(disclosure, stated)];
  },
);
