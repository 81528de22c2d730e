// Evaluations for tests of rules, from plain strings.

import type { Place } from "../../../document/document.ts";
import type { Section } from "../../../document/section.ts";
import type { StatedText } from "../../../document/stated-text.ts";
import type { DepartmentEvaluation, FinanceField } from "../../../evaluation/department-evaluation.ts";
import type {
  EvaluationText,
  FundingField,
  FundSource,
  Indicator,
  IndicatorValue,
  ProjectEvaluation,
} from "../../../evaluation/project-evaluation.ts";
import { EVALUATION_TEXTS, FUNDING_FIELDS } from "../../../evaluation/project-evaluation.ts";
import { readIndicatorValue } from "../../../evaluation/indicator-value.ts";
import type { CellValue } from "../../../figures/figure.ts";
import { parseFigure } from "../../../figures/parse-figure.ts";
import { PERCENT, WAN_YUAN, findUnit } from "../../../figures/unit.ts";
import type { SectionSketch } from "./disclosure-builder.ts";

export interface IndicatorSketch {
  readonly level1?: string;
  readonly level2?: string;
  readonly name: string;
  readonly target?: string;
  readonly actual?: string;
  readonly points?: string;
  readonly score?: string;
  readonly reason?: string;
  readonly doubtful?: boolean;
}

export interface FundingSketch extends Partial<Record<FundingField, string>> {
  readonly source?: FundSource;
  readonly reason?: string;
}

export interface EvaluationSketch {
  readonly name: string;
  readonly code?: string;
  readonly moneyUnit?: string;
  readonly layout?: string;
  readonly funding?: readonly FundingSketch[];
  readonly goal?: string;
  readonly achievement?: string;
  readonly indicators?: readonly IndicatorSketch[];
  readonly indicatorScore?: string;
  readonly fundingScore?: string;
  readonly totalScore?: string;
  readonly totalPoints?: string;
  readonly grade?: string;
  readonly text?: Partial<Record<EvaluationText, string>>;
  readonly department?: string;
  readonly unit?: string;
  readonly year?: number;
}

export interface DepartmentSketch {
  readonly score?: string;
  readonly grade?: string;
  readonly goal?: string;
  readonly unit?: string;
  readonly budget?: { readonly total?: string; readonly appropriation?: string; readonly other?: string };
  readonly tasks?: readonly string[];
  readonly indicators?: readonly IndicatorSketch[];
  readonly sections?: readonly SectionSketch[];
  readonly finance?: Partial<Record<FinanceField, string>>;
  readonly projectGroups?: readonly {
    readonly name: string;
    readonly count: string;
    readonly budget: string;
    readonly rate: string;
    readonly surplusOver10: string;
  }[];
  readonly system?: readonly {
    readonly level3: string;
    readonly level1?: string;
    readonly level2?: string;
    readonly points?: string;
    readonly score?: string;
  }[];
}

type SectionBuilder = (sketches: readonly SectionSketch[]) => readonly Section[];

function stated(text: string | undefined, place: Place): StatedText | null {
  return text === undefined ? null : { text, place };
}

function count(text: string | undefined, place: Place): CellValue | null {
  return text === undefined ? null : parseFigure(text, null, place);
}

function amount(text: string | undefined, place: Place, unit = "万元"): CellValue | null {
  return text === undefined ? null : parseFigure(text, findUnit(unit) ?? WAN_YUAN, place);
}

function percent(text: string | undefined, place: Place): CellValue | null {
  return text === undefined ? null : parseFigure(text, PERCENT, place);
}

/** A target or actual value as printed, read as recognition reads it. */
export function indicatorValueOf(raw: string, place: Place): IndicatorValue {
  const nothing = { raw, comparator: null, value: null, unit: null, unreadable: false, place };
  return readIndicatorValue(raw, place)?.value ?? nothing;
}

/** An indicator from a sketch. */
export function indicatorOf(sketch: IndicatorSketch, place: Place): Indicator {
  return {
    level1: sketch.level1 ?? "产出指标",
    level2: sketch.level2 ?? "数量指标",
    name: sketch.name,
    target: sketch.target === undefined ? null : indicatorValueOf(sketch.target, place),
    initialTarget: null,
    actual: sketch.actual === undefined ? null : indicatorValueOf(sketch.actual, place),
    points: count(sketch.points, place),
    score: count(sketch.score, place),
    reason: stated(sketch.reason, place),
    place,
    doubtful: sketch.doubtful ?? false,
  };
}

function fundingOf(
  sketch: FundingSketch,
  moneyUnit: string,
  place: Place,
): ProjectEvaluation["funding"][number] {
  const fields = FUNDING_FIELDS.map((field) => {
    const text = sketch[field];
    if (field === "rate") return [field, percent(text, place)] as const;
    if (field === "points" || field === "score") return [field, count(text, place)] as const;
    return [field, amount(text, place, moneyUnit)] as const;
  });
  return {
    source: sketch.source ?? "total",
    name: sketch.source ?? "资金总额",
    // every field of the list has its entry
    fields: Object.fromEntries(fields) as Record<FundingField, CellValue | null>,
    reason: stated(sketch.reason, place),
    place,
  };
}

/** A project evaluation from a sketch. */
export function evaluationOf(sketch: EvaluationSketch, index = 0): ProjectEvaluation {
  const place: Place = { line: 20_000 + index * 100 };
  const moneyUnit = sketch.moneyUnit ?? "万元";
  const texts = EVALUATION_TEXTS.map((name) => [name, stated(sketch.text?.[name], place)] as const);
  return {
    name: sketch.name,
    code: sketch.code ?? null,
    moneyUnit,
    layout: sketch.layout ?? "test",
    funding: (sketch.funding ?? []).map((row) => fundingOf(row, moneyUnit, place)),
    goal: stated(sketch.goal, place),
    achievement: stated(sketch.achievement, place),
    indicators: (sketch.indicators ?? []).map((one, row) =>
      indicatorOf(one, { line: 20_010 + index * 100 + row }),
    ),
    levelPoints: [],
    indicatorScore: count(sketch.indicatorScore, place),
    fundingScore: count(sketch.fundingScore, place),
    totalScore: count(sketch.totalScore, place),
    totalPoints: count(sketch.totalPoints, place),
    grade: stated(sketch.grade, place),
    // every name of the list has its entry
    text: Object.fromEntries(texts) as Record<EvaluationText, StatedText | null>,
    department: stated(sketch.department, place),
    unit: stated(sketch.unit, place),
    year: sketch.year ?? null,
    place,
    span: null,
  };
}

/** A department evaluation from a sketch. */
export function departmentEvaluationOf(
  sketch: DepartmentSketch,
  sections: SectionBuilder,
): DepartmentEvaluation {
  const place: Place = { line: 30_000 };
  const finance = Object.entries(sketch.finance ?? {}).map(
    ([field, text]) => [field, amount(text, place)] as const,
  );
  return {
    score: count(sketch.score, place),
    grade: stated(sketch.grade, place),
    goal: stated(sketch.goal, place),
    budget: {
      total: amount(sketch.budget?.total, place),
      appropriation: amount(sketch.budget?.appropriation, place),
      other: amount(sketch.budget?.other, place),
    },
    tasks: (sketch.tasks ?? []).map((name) => ({ name, content: name, place })),
    indicators: (sketch.indicators ?? []).map((one, row) => indicatorOf(one, { line: 30_010 + row })),
    sections: sections(sketch.sections ?? []),
    finance: Object.fromEntries(finance),
    projectGroups: (sketch.projectGroups ?? []).map((group) => ({
      name: group.name,
      count: count(group.count, place),
      budget: amount(group.budget, place),
      rate: percent(group.rate, place),
      surplusOver10: count(group.surplusOver10, place),
      place,
    })),
    system: (sketch.system ?? []).map((one) => ({
      level1: one.level1 ?? "总体绩效",
      level2: one.level2 ?? "预算管理",
      level3: one.level3,
      points: count(one.points, place),
      score: count(one.score, place),
    })),
    place,
    unit: stated(sketch.unit, place),
  };
}
