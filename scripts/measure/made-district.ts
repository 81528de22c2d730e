// A fictitious district: many units with self-evaluations as honest offices write them, and patterns planted in
// some of them at known rates, so that signals can be measured by what they find and what they make up.

import { Decimal } from "decimal.js";

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { gradeOf } from "@jueming/core/evaluation/grades.ts";
import type { ProjectEvaluation } from "@jueming/core/evaluation/project-evaluation.ts";
import { nationalEdition } from "@jueming/core/regions/index.ts";
import type { MadeEvaluation, MadeResult } from "./made-district-evaluation.ts";
import { asDisclosure, asEvaluation } from "./made-district-evaluation.ts";
import { madeText } from "./made-district-texts.ts";
import type { Random } from "./random.ts";
import { randomFrom } from "./random.ts";

/** Planted: by signal, what it ought to find: a unit, or an evaluation of one ("unit|project"). */
export type Planted = ReadonlyMap<string, ReadonlySet<string>>;

/** MadeDistrict: one disclosure for each unit and year, and what was planted. */
export interface MadeDistrict {
  readonly disclosures: readonly Disclosure[];
  readonly planted: Planted;
}

const YEAR = 2024;
const UNIT_PATTERNS = [
  "all-nearly-full",
  "identical-totals",
  "round-totals",
  "actual-equals-target",
  "adjusted-equals-executed",
  "same-satisfaction",
  "indicator-unmoved",
  "target-below-last-year",
  "same-text-within-unit",
  "same-text-between-units",
] as const;
const EVALUATION_PATTERNS = [
  "high-score-low-execution",
  "full-marks-low-execution",
  "nothing-spent",
  "only-qualitative",
  "generous-scores",
  "unexplained-losses",
  "target-lowered",
  "grade-above-computed",
] as const;
type Pattern = (typeof UNIT_PATTERNS)[number] | (typeof EVALUATION_PATTERNS)[number];

/** Each unit pattern is planted in one of so many units, each evaluation pattern in one of so many evaluations. */
const UNIT_RATE = 40;
const EVALUATION_RATE = 100;

/** Makes the district of a seed. */
export function makeDistrict(seed: number, units: number, evaluations: number): MadeDistrict {
  const random = randomFrom(seed);
  const planted = new Map<string, Set<string>>();
  const plant = (pattern: string, what: string): void => {
    planted.set(pattern, (planted.get(pattern) ?? new Set()).add(what));
  };
  const shared = madeText(random);
  const disclosures = Array.from({ length: units }, (_, index) => {
    const pattern = UNIT_PATTERNS[index % UNIT_RATE];
    const name = `示例县第${index + 1}事务服务中心`;
    if (pattern !== undefined) plant(pattern, name);
    // Where every target is met, nothing is lost but a little of the execution.
    if (pattern === "actual-equals-target") plant("all-nearly-full", name);
    return makeUnitYears({ name, pattern, evaluations, shared, plant }, random);
  }).flat();
  return { disclosures, planted };
}

interface UnitPlan {
  readonly name: string;
  readonly pattern: Pattern | undefined;
  readonly evaluations: number;
  /** What units that copy from one another write. */
  readonly shared: string;
  readonly plant: (pattern: string, what: string) => void;
}

function makeUnitYears(plan: UnitPlan, random: Random): readonly Disclosure[] {
  const { name, pattern, plant } = plan;
  const own = madeText(random);
  const made = Array.from({ length: plan.evaluations }, (_, index) => {
    const single =
      pattern === undefined && random.whole(1, EVALUATION_RATE) <= EVALUATION_PATTERNS.length
        ? random.pick(EVALUATION_PATTERNS)
        : undefined;
    const project = `第${index + 1}类专项业务经费`;
    if (single !== undefined) plant(single, `${name}|${project}`);
    if (single === "full-marks-low-execution") plant("high-score-low-execution", `${name}|${project}`);
    return makeEvaluation({ project, own, shared: plan.shared, pattern: pattern ?? single }, random);
  });
  const thisYear = asDisclosure(name, YEAR, finished(made, pattern));
  const hasPrior =
    pattern === "indicator-unmoved" || pattern === "target-below-last-year" || random.chance(0.1);
  if (!hasPrior) return [thisYear];
  // What was exceeded last year and is asked again asks less than was reached.
  if (pattern === "indicator-unmoved") plant("target-below-last-year", name);
  const before = made.map((one) => lastYearOf(one, pattern, random));
  return [
    asDisclosure(
      name,
      YEAR - 1,
      before.map((one) => asEvaluation(one, YEAR - 1)),
    ),
    thisYear,
  ];
}

/** Unit patterns in totals are made when all evaluations are there. */
function finished(
  made: readonly MadeEvaluation[],
  pattern: Pattern | undefined,
): readonly ProjectEvaluation[] {
  return made.map((one, index) => {
    const total = totalFor(one, pattern, index);
    return asEvaluation({ ...one, total, grade: one.grade || gradeFor(total) }, YEAR);
  });
}

function totalFor(one: MadeEvaluation, pattern: Pattern | undefined, index: number): Decimal {
  const sum = one.results.reduce((all, { score }) => all.plus(score), one.executionScore);
  if (pattern === "all-nearly-full") return new Decimal(index % 3 === 0 ? "98.5" : "99.2");
  if (pattern === "identical-totals") return new Decimal("95.5");
  return pattern === "round-totals" ? sum.round() : sum;
}

const gradeFor = (total: Decimal): string => gradeOf(total, nationalEdition.scoring.grades) ?? "";

interface EvaluationPlan {
  readonly project: string;
  readonly own: string;
  readonly shared: string;
  readonly pattern: Pattern | undefined;
}

function makeEvaluation(plan: EvaluationPlan, random: Random): MadeEvaluation {
  const { project, pattern } = plan;
  const money = moneyFor(pattern, random);
  const results = resultsFor(pattern, random);
  const sum = results.reduce((all, { score }) => all.plus(score), money.executionScore);
  const worse = sum.gte(90) ? "" : "优";
  return {
    project,
    ...money,
    results,
    total: sum,
    grade: pattern === "grade-above-computed" ? worse : "",
    goal: pattern === "same-text-between-units" ? edited(plan.shared, random) : madeText(random),
    problems: pattern === "unexplained-losses" ? "无" : madeText(random),
    experience: pattern === "same-text-within-unit" ? edited(plan.own, random) : madeText(random),
  };
}

/** Copied texts have their figures changed, and sometimes their first words. */
function edited(text: string, random: Random): string {
  const counted = text.replace(/\d+/gu, () => String(random.whole(2, 99)));
  return random.chance(0.3) ? `按照年度安排，${counted}` : counted;
}

type Money = Pick<MadeEvaluation, "initial" | "adjusted" | "executed" | "executionScore">;

/** Spent of a thousand. */
const SPENT: Readonly<Record<string, readonly [number, number]>> = {
  "nothing-spent": [0, 0],
  "high-score-low-execution": [720, 790],
  "full-marks-low-execution": [300, 640],
};

function moneyFor(pattern: Pattern | undefined, random: Random): Money {
  const initial = random.whole(200, 90_000);
  const change = random.pick([1000, 1000, 950, 1080]);
  const budget = Math.floor((initial * change) / 1000);
  const [low, high] = SPENT[pattern ?? ""] ?? [880, 999];
  const spent = random.whole(low, high);
  const executed = Math.floor((budget * spent) / 1000);
  const adjusted = pattern === "adjusted-equals-executed" ? executed : budget;
  const executionScore = new Decimal(executed).div(adjusted).times(10).toDecimalPlaces(2);
  return { initial, adjusted, executed, executionScore };
}

const WITHOUT_MISSES: ReadonlySet<Pattern> = new Set([
  "full-marks-low-execution",
  "only-qualitative",
  "actual-equals-target",
]);
const POINTS = [15, 10, 15, 10, 10, 20, 10];

function resultsFor(pattern: Pattern | undefined, random: Random): readonly MadeResult[] {
  const isFull = pattern !== undefined && WITHOUT_MISSES.has(pattern);
  const missed = random.whole(0, 3);
  const misses = isFull ? -1 : missed;
  return POINTS.map((points, index): MadeResult => {
    const isShort = index === misses || (pattern === "grade-above-computed" && index < 4);
    return resultFor({ points, index, isShort, pattern }, random);
  });
}

interface ResultPlan {
  readonly points: number;
  readonly index: number;
  readonly isShort: boolean;
  readonly pattern: Pattern | undefined;
}

function resultFor({ points, index, isShort, pattern }: ResultPlan, random: Random): MadeResult {
  if (pattern === "nothing-spent")
    return wordsOrCount({ index, target: 12, actual: 0, score: new Decimal(0), points });
  if (pattern === "only-qualitative" || index === 5)
    return { ...wordsOrCount({ index: 5, target: 0, actual: 0, score: new Decimal(points), points }), index };
  const isRate = index === 6 || index === 1;
  const target = isRate ? random.whole(85, 95) : random.whole(12, 400);
  const better = isRate ? random.whole(target, 99) : target + random.whole(0, Math.ceil(target / 5));
  const short = Math.floor(target * (pattern === "grade-above-computed" ? 0.5 : 0.8));
  const equal = pattern === "actual-equals-target";
  const actual = isShort
    ? short
    : equal
      ? target
      : index === 6 && pattern === "same-satisfaction"
        ? 98
        : better;
  const due = Decimal.min(1, new Decimal(actual).div(target)).times(points).toDecimalPlaces(2);
  const score = isShort && pattern === "generous-scores" ? new Decimal(points) : due;
  const made = wordsOrCount({ index, target, actual, score, points });
  const isLowered = pattern === "target-lowered" && index === 0;
  return {
    ...made,
    initialTarget: isLowered ? Math.ceil(target * 1.4) : null,
    reason: isShort && pattern !== "unexplained-losses" ? "参与单位少于预期，下年改进" : "",
  };
}

function wordsOrCount(result: {
  readonly index: number;
  readonly target: number;
  readonly actual: number;
  readonly score: Decimal;
  readonly points: number;
}): MadeResult {
  return { ...result, initialTarget: null, reason: "", isWords: result.index === 5 };
}

/** Last year's evaluation of the same project: other figures, unless the pattern says otherwise. */
function lastYearOf(one: MadeEvaluation, pattern: Pattern | undefined, random: Random): MadeEvaluation {
  const results = one.results.map((result): MadeResult => {
    if (pattern === "indicator-unmoved" || result.isWords) return result;
    const isBelow = pattern === "target-below-last-year";
    const before = isBelow ? Math.ceil(result.target * 1.05) : Math.floor(result.target * 0.7);
    const actual = before + random.whole(1, Math.ceil(before / 5));
    return { ...result, target: before, actual, score: new Decimal(result.points) };
  });
  return {
    ...one,
    results,
    goal: madeText(random),
    problems: madeText(random),
    experience: madeText(random),
  };
}
