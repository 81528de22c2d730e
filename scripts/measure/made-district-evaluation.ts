// The self-evaluations of a fictitious district as a disclosure holds them.

import { Decimal } from "decimal.js";

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { StatedText } from "@jueming/core/document/stated-text.ts";
import type {
  FundingField,
  Indicator,
  ProjectEvaluation,
} from "@jueming/core/evaluation/project-evaluation.ts";
import { EVALUATION_TEXTS, FUNDING_FIELDS } from "@jueming/core/evaluation/project-evaluation.ts";
import { readIndicatorValue } from "@jueming/core/evaluation/indicator-value.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";
import { statedFigure } from "@jueming/core/figures/figure.ts";
import type { Unit } from "@jueming/core/figures/unit.ts";
import { findUnit } from "@jueming/core/figures/unit.ts";
import { nationalEdition } from "@jueming/core/regions/index.ts";

/** MadeResult: an indicator by its place in the form. */
export interface MadeResult {
  readonly index: number;
  readonly target: number;
  readonly actual: number;
  readonly initialTarget: number | null;
  readonly score: Decimal;
  readonly points: number;
  readonly reason: string;
  readonly isWords: boolean;
}

/** MadeEvaluation: money in hundredths of 万元. */
export interface MadeEvaluation {
  readonly project: string;
  readonly initial: number;
  readonly adjusted: number;
  readonly executed: number;
  readonly executionScore: Decimal;
  readonly results: readonly MadeResult[];
  readonly total: Decimal;
  readonly grade: string;
  readonly goal: string;
  readonly problems: string;
  readonly experience: string;
}

const NAMES = [
  ["产出指标", "数量指标", "开展业务工作次数"],
  ["产出指标", "质量指标", "工作任务合格率"],
  ["产出指标", "数量指标", "服务对象数量"],
  ["产出指标", "数量指标", "完成重点任务数量"],
  ["产出指标", "数量指标", "编印资料份数"],
  ["效益指标", "社会效益指标", "公共服务水平提升"],
  ["满意度指标", "服务对象满意度指标", "服务对象满意度"],
] as const;

const stated = (text: string): StatedText | null => (text === "" ? null : { text, place: {} });

function figure(value: Decimal, unit: Unit | null = null): CellValue {
  return statedFigure(value.toFixed(), unit, {}) ?? { kind: "blank", raw: "", place: {} };
}

/** The evaluation of a year. */
export function asEvaluation(made: MadeEvaluation, year: number): ProjectEvaluation {
  return {
    name: made.project,
    code: null,
    moneyUnit: "万元",
    layout: nationalEdition.evaluations[0]?.id ?? "",
    funding: [fundingRow(made)],
    goal: stated(made.goal),
    achievement: null,
    indicators: made.results.map(asIndicator),
    levelPoints: [],
    indicatorScore: null,
    fundingScore: null,
    totalScore: figure(made.total),
    totalPoints: null,
    grade: stated(made.grade),
    text: {
      ...emptyTexts(),
      problems: stated(made.problems),
      experience: stated(made.experience),
    },
    department: null,
    unit: null,
    year,
    place: {},
    span: null,
  };
}

function emptyTexts(): ProjectEvaluation["text"] {
  // Every name of the list gets its field.
  return Object.fromEntries(
    EVALUATION_TEXTS.map((name) => [name, null]),
  ) as unknown as ProjectEvaluation["text"];
}

function fundingRow(made: MadeEvaluation): ProjectEvaluation["funding"][number] {
  const money = findUnit("万元") ?? null;
  const amount = (hundredths: number): CellValue => figure(new Decimal(hundredths).div(100), money);
  const printed: Partial<Record<FundingField, CellValue>> = {
    initial: amount(made.initial),
    adjusted: amount(made.adjusted),
    executed: amount(made.executed),
    points: figure(new Decimal(10)),
    score: figure(made.executionScore),
  };
  // Every field of the list gets its cell.
  const fields = Object.fromEntries(
    FUNDING_FIELDS.map((name) => [name, printed[name] ?? null]),
  ) as unknown as Record<FundingField, CellValue | null>;
  return { source: "total", name: "年度资金总额", fields, reason: null, place: {} };
}

function value(text: string): Indicator["target"] {
  return readIndicatorValue(text, {})?.value ?? null;
}

function asIndicator(result: MadeResult): Indicator {
  const { index, target, actual, initialTarget, score, points, reason, isWords } = result;
  const [level1, level2, name] = NAMES[index] ?? NAMES[0];
  const unit = index === 1 || index === 6 ? "%" : "次";
  return {
    level1,
    level2,
    name,
    target: value(isWords ? "明显提升" : `≥${target}${unit}`),
    initialTarget: initialTarget === null ? null : value(`≥${initialTarget}${unit}`),
    actual: value(isWords ? "明显提升" : `${actual}${unit}`),
    points: figure(new Decimal(points)),
    score: figure(score),
    reason: stated(reason),
    place: {},
    doubtful: false,
  };
}

/** The disclosure of a unit and year. */
export function asDisclosure(
  name: string,
  year: number,
  evaluations: readonly ProjectEvaluation[],
): Disclosure {
  return {
    source: `${name}${year}年度自评.json`,
    kind: "project-evaluations",
    title: `${name}${year}年度绩效自评`,
    year,
    moneyUnit: "万元",
    region: { code: null, name: "示例县", edition: nationalEdition.id },
    department: { code: null, name: "示例县事务局" },
    unit: { code: null, name, type: null },
    tables: [],
    evaluations,
    departmentEvaluation: null,
    narrative: [],
    unclaimed: [],
    problems: [],
    outline: [],
    removed: [],
    alterations: null,
    unitNames: [],
  };
}
