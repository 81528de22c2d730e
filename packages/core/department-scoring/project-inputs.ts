// Inputs that follow from self-evaluations: how many projects there are, how many left money over, how many
// targets were reached. From the projects' own forms where all of them are at hand, else from the annex of the
// report, else as the report counts.

import { Decimal } from "decimal.js";

import type { Disclosure } from "../disclosure/disclosure.ts";
import type { DepartmentEvaluation } from "../evaluation/department-evaluation.ts";
import { completeCosts } from "../evaluation/project-costs.ts";
import type { Indicator, ProjectEvaluation } from "../evaluation/project-evaluation.ts";
import type { TargetSetName } from "../evaluation/point-system/point-system.ts";
import type {
  InputFigure,
  InputName,
  InputSource,
  TargetResult,
  TargetSet,
} from "../evaluation/point-system/system-inputs.ts";
import { dueScore } from "../evaluation/scoring/due-score.ts";
import { decimalOf, fundingFigure, initialBudget } from "../evaluation/scoring/printed-scores.ts";
import type { ScoringRules } from "../evaluation/scoring/scoring-rules.ts";
import { ratioOf } from "../evaluation/targets/attainment.ts";

/** SURPLUS: 预算结余率大于10%, as the report counts it. */
const SURPLUS = new Decimal("0.1");
const ONE = new Decimal(1);

/** ProjectMaterial: a department's evaluation and the forms of its projects. */
export interface ProjectMaterial {
  readonly report: Disclosure | null;
  readonly forms: readonly { readonly form: ProjectEvaluation; readonly source: string }[];
  readonly rules: ScoringRules;
}

/** ProjectInputs: figures and targets that follow from self-evaluations. */
export interface ProjectInputs {
  readonly figures: readonly InputFigure[];
  readonly targets: ReadonlyMap<TargetSetName, TargetSet>;
}

/** What follows from the self-evaluations. */
export function projectInputs({ report, forms, rules }: ProjectMaterial): ProjectInputs {
  const evaluation = report?.departmentEvaluation ?? null;
  const source = report?.source ?? "";
  const counted = evaluation === null ? null : countOf(evaluation);
  const areAll = forms.length > 0 && (counted === null || counted.eq(forms.length));
  const annex = evaluation === null ? [] : evaluation.indicators;
  const annexSet: TargetSet = { origin: `附表 ${annex.length} 项指标`, targets: targetsOf(annex, rules) };
  const indicators = forms.flatMap(({ form }) => form.indicators);
  const origin = `${forms.length} 张项目自评表`;
  const projectSet: TargetSet = {
    origin: `${origin}的 ${indicators.length} 项指标`,
    targets: targetsOf(indicators, rules),
  };
  const formSources = forms.map((one): InputSource => ({ source: one.source, place: one.form.place }));
  const counts = areAll
    ? targetCounts(indicators, { rules, origin: `按 ${origin}计算`, sources: formSources })
    : annex.length > 0
      ? targetCounts(annex, {
          rules,
          origin: "按自评报告附表计算",
          sources: annex.map(({ place }) => ({ source, place })),
        })
      : [];
  const targets: (readonly [TargetSetName, TargetSet])[] = [];
  if (annex.length > 0) targets.push(["annex", annexSet]);
  if (areAll) targets.push(["projects", projectSet]);
  const own = evaluation === null ? [] : reportCounts(evaluation, source);
  return {
    figures: [
      ...(areAll
        ? formCounts(
            forms.map(({ form }) => form),
            origin,
            formSources,
          )
        : []),
      ...own,
      ...counts,
    ],
    targets: new Map(targets),
  };
}

/** How many projects the report counts; null where it counts none or not all groups. */
function countOf({ projectGroups }: DepartmentEvaluation): Decimal | null {
  const counts = projectGroups.flatMap(({ count }) => decimalOf(count) ?? []);
  if (counts.length === 0 || counts.length < projectGroups.length) return null;
  return counts.reduce((sum, count) => sum.plus(count));
}

function formCounts(
  forms: readonly ProjectEvaluation[],
  origin: string,
  sources: readonly InputSource[],
): readonly InputFigure[] {
  const figure = (name: InputName, value: number, how: string): InputFigure => ({
    name,
    value: new Decimal(value),
    origin: how,
    sources,
    note: null,
  });
  const budgets = forms.map((form) => ({
    initial: decimalOf(initialBudget(form)),
    adjusted: decimalOf(fundingFigure(form, "adjusted") ?? initialBudget(form)),
    executed: decimalOf(fundingFigure(form, "executed")),
  }));
  const over = budgets.map(({ adjusted, executed }) =>
    adjusted === undefined || executed === undefined || adjusted.isZero()
      ? undefined
      : adjusted.minus(executed).div(adjusted).gt(SURPLUS),
  );
  const changed = budgets.map(({ initial, adjusted }) =>
    initial === undefined || adjusted === undefined ? undefined : !initial.eq(adjusted),
  );
  const count = (
    name: InputName,
    marks: readonly (boolean | undefined)[],
    how: string,
  ): readonly InputFigure[] =>
    marks.includes(undefined) ? [] : [figure(name, marks.filter((mark) => mark === true).length, how)];
  return [
    figure("projectCount", forms.length, origin),
    ...count("projectsOverSurplus", over, `按 ${origin}的全年预算数和执行数计算`),
    ...count("projectsAdjusted", changed, `按 ${origin}的年初预算数和全年预算数计算`),
  ];
}

/** What the report itself counts; its annex recounts the projects that left money over. */
function reportCounts(evaluation: DepartmentEvaluation, source: string): readonly InputFigure[] {
  const count = countOf(evaluation);
  if (count === null) return [];
  const { projectGroups } = evaluation;
  const sources = projectGroups.map(({ place }): InputSource => ({ source, place }));
  const projectCount: InputFigure = {
    name: "projectCount",
    value: count,
    origin: "自评报告项目绩效分析",
    sources,
    note: null,
  };
  const stated = projectGroups.flatMap(({ surplusOver10 }) => decimalOf(surplusOver10) ?? []);
  const surplus = stated.reduce<Decimal>((sum, one) => sum.plus(one), new Decimal(0));
  const isStated = stated.length === projectGroups.length;
  const costs = completeCosts(evaluation);
  if (costs === undefined) {
    if (!isStated) return [projectCount];
    return [projectCount, { ...projectCount, name: "projectsOverSurplus", value: surplus }];
  }
  const over = costs.filter(({ planned, spent }) =>
    new Decimal(planned.value).minus(spent.value).div(planned.value).gt(SURPLUS),
  );
  const note = isStated && !surplus.eq(over.length) ? `自评报告写 ${surplus.toFixed()} 个` : null;
  return [
    projectCount,
    {
      name: "projectsOverSurplus",
      value: new Decimal(over.length),
      origin: "按附表成本指标的指标值和完成值计算",
      sources: costs.map(({ indicator }) => ({ source, place: indicator.place })),
      note,
    },
  ];
}

interface Counting {
  readonly rules: ScoringRules;
  readonly origin: string;
  readonly sources: readonly InputSource[];
}

/** How far an indicator was reached, as a share of one; null where people judge. */
function shareOf(indicator: Indicator, rules: ScoringRules): Decimal | null {
  const due = dueScore(indicator, ONE, rules);
  return due.kind === "computed" ? Decimal.max(0, Decimal.min(1, due.due.exact())) : null;
}

function targetsOf(indicators: readonly Indicator[], rules: ScoringRules): readonly TargetResult[] {
  const areWeighted = indicators.every(({ points }) => decimalOf(points) !== undefined);
  return indicators.map((indicator) => ({
    name: indicator.name,
    level1: indicator.level1,
    weight: areWeighted ? (decimalOf(indicator.points) ?? ONE) : ONE,
    share: shareOf(indicator, rules),
  }));
}

function targetCounts(
  indicators: readonly Indicator[],
  { rules, origin, sources }: Counting,
): readonly InputFigure[] {
  const shares = indicators.flatMap((indicator) => shareOf(indicator, rules) ?? []);
  const far = indicators.filter((indicator) => isFarFromTarget(indicator, rules));
  const figure = (name: InputName, value: number): InputFigure => ({
    name,
    value: new Decimal(value),
    origin,
    sources,
    note: null,
  });
  return [
    figure("targetsJudged", shares.length),
    figure("targetsReached", shares.filter((share) => share.eq(ONE)).length),
    figure("targetsDeviating", far.length),
  ];
}

/** A result that lies further from its target than the edition's threshold, on either side. */
function isFarFromTarget(indicator: Indicator, { overAchievement, ...rules }: ScoringRules): boolean {
  const due = dueScore(indicator, ONE, { ...rules, overAchievement });
  if (due.kind !== "computed") return false;
  const ratio = due.judgement === null ? null : ratioOf(due.judgement);
  return ratio !== null && ratio.minus(ONE).abs().gt(new Decimal(overAchievement).minus(ONE));
}
