import type { ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import { isNonZero } from "../../../figures/figure.ts";
import { comparePercent, compareIntervals, divide, intervalOf } from "../../../figures/interval.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { fundingFigure } from "../../../evaluation/scoring/printed-scores.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { Base } from "./project-totals.ts";
import { BASE_NAMES, baseFigure, documentRule } from "./project-totals.ts";

const SUBJECT = "预算执行率";

interface RatedForm {
  readonly form: ProjectEvaluation;
  readonly base: Base;
}

function gives(form: ProjectEvaluation, base: Base): boolean {
  const [rate, budget, executed] = [
    fundingFigure(form, "rate"),
    baseFigure(form, base),
    baseFigure(form, "executed"),
  ];
  if (rate === undefined || budget === undefined || executed === undefined) return false;
  const ratio = divide(intervalOf(executed), intervalOf(budget));
  return ratio !== undefined && comparePercent(rate, ratio).verdict !== "impossible";
}

/** The base that a form's printed rate follows, where only one of them can be it. */
function ratedForm(form: ProjectEvaluation): readonly RatedForm[] {
  const [initial, adjusted] = [baseFigure(form, "initial"), baseFigure(form, "adjusted")];
  // Nothing spent is nought of any base.
  if (initial === undefined || adjusted === undefined || !isNonZero(baseFigure(form, "executed"))) return [];
  if (compareIntervals(intervalOf(initial), intervalOf(adjusted)).verdict !== "impossible") return [];
  const bases = (["initial", "adjusted"] as const).filter((base) => gives(form, base));
  const [base] = bases;
  return base === undefined || bases.length > 1 ? [] : [{ form, base }];
}

export const executionRatesShareOneBase = documentRule(
  {
    id: "execution-rates-share-one-base",
    code: "C-20",
    title: "同一份材料中各项目的执行率应按同一基数计算",
    kind: "logic",
    severity: "error",
    basis: `${EVALUATION_PROCEDURE}：预算执行率为全年执行数与全年预算数之比`,
    needs: "两个以上预算有调整的项目支出绩效自评表",
    example: {
      passes: "各表执行率均为执行数÷全年预算数",
      fails: "甲表58.62%＝117.23÷年初预算200，乙表100%＝3.24÷全年预算3.24",
    },
  },
  ({ disclosure }) => {
    const rated = disclosure.evaluations.flatMap(ratedForm);
    if (rated.length < 2) return [notApplicable(SUBJECT, "可辨明计算基数的项目少于两个")];
    const byBase = Map.groupBy(rated, ({ base }) => base);
    if (byBase.size === 1) return [held(SUBJECT)];
    const list = [...byBase].map(
      ([base, forms]) =>
        `${forms.map(({ form }) => `“${form.name}”${fundingFigure(form, "rate")?.value ?? ""}%`).join("、")}按${BASE_NAMES[base]}`,
    );
    return [
      finding({
        subject: SUBJECT,
        message: `同一份材料中执行率的计算基数不一致：${list.join("；")}。`,
        advice: "请统一按规定的基数计算执行率和得分。",
        operands: rated.flatMap(({ form, base }) => [
          operand(`${form.name} 执行率（%）`, fundingFigure(form, "rate"), form.place),
          operand(`${form.name} ${BASE_NAMES[base]}`, baseFigure(form, base), form.place),
          operand(`${form.name} 执行数`, baseFigure(form, "executed"), form.place),
        ]),
      }),
    ];
  },
);
