import { Decimal } from "decimal.js";

import { comparePrintedName } from "../../../accounts/classification/printed-name.ts";
import type { Indicator, IndicatorValue, ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import { comparable } from "../../../figures/normalize.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { acrossRule, departmentReport, projectForms } from "./document-parts.ts";

interface FormIndicator {
  readonly form: ProjectEvaluation;
  readonly indicator: Indicator;
}

type Compared = readonly [label: string, annex: IndicatorValue | null, form: IndicatorValue | null];

/**
 * The indicators of forms that may be the annex's own: of the same name as damage leaves it, or named
 * with the project's name before it. Several projects may use one name.
 */
function counterparts(indicator: Indicator, forms: readonly ProjectEvaluation[]): readonly FormIndicator[] {
  const wanted = comparable(indicator.name);
  const all = forms.flatMap((form) => form.indicators.map((one) => ({ form, indicator: one })));
  const same = all.filter((one) => comparePrintedName(one.indicator.name, indicator.name) !== "different");
  if (same.length > 0) return same;
  return all.filter(({ form, indicator: one }) => {
    const [project, name] = [comparable(form.name), comparable(one.name)];
    return project.length >= 4 && wanted.startsWith(project) && name.length >= 4 && wanted.endsWith(name);
  });
}

function agrees(indicator: Indicator, { indicator: other }: FormIndicator): boolean {
  return !differs(indicator.target, other.target) && !differs(indicator.actual, other.actual);
}

/** Two printed values that say different numbers in one unit; words and tiers are not compared. */
function differs(a: IndicatorValue | null, b: IndicatorValue | null): boolean {
  if (a === null || b === null || a.value === null || b.value === null || a.unreadable || b.unreadable)
    return false;
  if (a.unit !== null && b.unit !== null && a.unit !== b.unit) return false;
  return !new Decimal(a.value).eq(b.value);
}

function judge(indicator: Indicator, { form, indicator: other }: FormIndicator): readonly CheckOutcome[] {
  const compared: readonly Compared[] = [
    ["指标值", indicator.target, other.target],
    ["完成值", indicator.actual, other.actual],
  ];
  const wrong = compared.filter(([, annex, own]) => differs(annex, own));
  if (wrong.length === 0) return [held(indicator.name)];
  return [
    finding({
      subject: indicator.name,
      message: `指标“${indicator.name}”：${wrong
        .map(
          ([label, annex, own]) =>
            `部门自评附表${label}${annex?.raw ?? ""}，项目“${form.name}”自评表${label}${own?.raw ?? ""}`,
        )
        .join("；")}，不一致。`,
      advice: "请核对指标值和完成值，两处统一。",
      sourceDoubt: indicator.doubtful || other.doubtful,
      operands: wrong.flatMap(([label, annex, own]) => [
        { label: `附表${label}`, value: annex?.raw ?? null, place: annex?.place ?? indicator.place },
        { label: `项目自评表${label}`, value: own?.raw ?? null, place: own?.place ?? other.place },
      ]),
      expected: wrong[0]?.[2]?.value ?? null,
      actual: wrong[0]?.[1]?.value ?? null,
    }),
  ];
}

export const reportIndicatorsMatchForms = acrossRule(
  {
    id: "report-indicators-match-forms",
    code: "C-11",
    title: "部门自评附表的指标应与项目自评表一致",
    kind: "explain",
    severity: "warning",
    basis: `${EVALUATION_PROCEDURE}关于绩效自评真实、准确的要求`,
    needs: "部门整体支出绩效自评附表、同一单位的项目自评表",
    example: {
      passes: "附表与项目表的“保障会议场次”均为≥20场、完成46场",
      fails: "附表完成46场，项目表完成64场",
    },
  },
  (contexts) => {
    const report = departmentReport(contexts);
    const forms = projectForms(contexts);
    if (report === undefined || forms.length === 0)
      return [notApplicable(null, "未同时提供部门自评报告和项目自评表")];
    const outcomes = report.evaluation.indicators.flatMap((indicator) => {
      const matches = counterparts(indicator, forms);
      const [only] = matches;
      if (matches.some((match) => agrees(indicator, match))) return [held(indicator.name)];
      return only === undefined || matches.length > 1 ? [] : judge(indicator, only);
    });
    return outcomes.length === 0 ? [notApplicable(null, "附表与项目自评表没有同名指标")] : outcomes;
  },
);
