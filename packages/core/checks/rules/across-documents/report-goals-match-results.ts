import { Decimal } from "decimal.js";

import type { Indicator, ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import type { Place } from "../../../document/document.ts";
import { comparable } from "../../../figures/normalize.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { boxText, matchesIn } from "../structure/printed-texts.ts";
import { acrossRule, departmentReport, projectForms } from "./document-parts.ts";

/** "购置3辆应急公务用车": a number of things to get or do, and what they are. */
const PLANNED =
  /(?:购置|购买|采购|新增|配备|建设|新建|改造|举办|开展|培训)(\d{1,6})(辆|台|套|个|次|场|期|人次|人|项|座|处|条|名)([\p{Script=Han}]{2,16})/gu;

interface Result {
  readonly indicator: Indicator;
  readonly form: ProjectEvaluation;
}

interface Plan {
  readonly number: Decimal;
  readonly unit: string;
  readonly thing: string;
  readonly quote: string;
  readonly place: Place;
}

function sharedLength(a: string, b: string): number {
  let longest = 0;
  for (let from = 0; from < a.length; from += 1) {
    while (from + longest < a.length && b.includes(a.slice(from, from + longest + 1))) longest += 1;
  }
  return longest;
}

/** Quantity indicators counted in the same unit whose own or project's name shares the thing's name. */
function resultsOf(plan: Plan, forms: readonly ProjectEvaluation[]): readonly Result[] {
  const all = forms.flatMap((form) => form.indicators.map((indicator) => ({ form, indicator })));
  return all.filter(({ form, indicator }) => {
    const unit = indicator.actual?.unit ?? indicator.target?.unit;
    if (!/数量/u.test(indicator.level2) || unit !== plan.unit || indicator.doubtful) return false;
    const names = [comparable(indicator.name), comparable(form.name)];
    return names.some((name) => sharedLength(plan.thing, name) >= Math.min(3, plan.thing.length));
  });
}

function judge(plan: Plan, forms: readonly ProjectEvaluation[]): readonly CheckOutcome[] {
  const results = resultsOf(plan, forms);
  const [result] = results;
  const actual = result?.indicator.actual ?? null;
  // Two candidates leave open which of them the goal speaks of.
  if (result === undefined || results.length > 1 || actual === null || actual.value === null) return [];
  if (plan.number.lte(actual.value)) return [held(plan.quote)];
  return [
    finding({
      subject: plan.quote,
      message: `部门年度目标为“${plan.quote}”，项目“${result.form.name}”自评表“${result.indicator.name}”实际完成${actual.raw}，未达到目标。`,
      advice: "请说明目标未完成的原因，并核对部门自评结论和得分。",
      operands: [
        { label: "部门年度目标", value: plan.quote, place: plan.place },
        { label: "实际完成", value: actual.raw, place: actual.place },
      ],
      expected: plan.number.toString(),
      actual: actual.value,
      gap: new Decimal(actual.value).minus(plan.number).toString(),
    }),
  ];
}

export const reportGoalsMatchResults = acrossRule(
  {
    id: "report-goals-match-results",
    code: "C-13",
    title: "部门年度目标中的数量应与项目完成情况相符",
    kind: "explain",
    severity: "warning",
    basis: `${EVALUATION_PROCEDURE}：未完成绩效目标的应说明原因`,
    needs: "部门整体绩效目标、同一单位的项目自评表",
    example: { passes: "目标购置3辆公务用车，项目表完成3辆", fails: "目标购置3辆公务用车，项目表完成1辆" },
  },
  (contexts) => {
    const report = departmentReport(contexts);
    const goal = report?.evaluation.goal ?? null;
    const forms = projectForms(contexts);
    if (goal === null || forms.length === 0)
      return [notApplicable(null, "未同时提供部门年度目标和项目自评表")];
    const plans = matchesIn([boxText("部门年度目标", goal)], PLANNED).map(
      ({ groups, quote, place }): Plan => ({
        number: new Decimal(groups[0] ?? "0"),
        unit: groups[1] ?? "",
        thing: groups[2] ?? "",
        quote,
        place,
      }),
    );
    const outcomes = plans.flatMap((plan) => judge(plan, forms));
    return outcomes.length === 0
      ? [notApplicable(null, "年度目标中的数量在项目自评表中没有对应指标")]
      : outcomes;
  },
);
