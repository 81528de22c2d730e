// The total and the grade of a self-evaluation (总分、等级): the sum of what counts, within the caps that the
// rules have for a low execution rate, each with the line that derives it.

import { Decimal } from "decimal.js";

import { gradeOf, type GradeRule } from "../grades.ts";
import { plain } from "./printed-scores.ts";
import type { ScoringRules, TotalCap } from "./scoring-rules.ts";
import { percent } from "./share-of-points.ts";

/** TotalParts: what a total is made of; null where a part that people give is missing. */
export interface TotalParts {
  readonly indicators: readonly (Decimal | null)[];
  /** Null where the score of execution is unknown, undefined where the form has none. */
  readonly execution: Decimal | null | undefined;
  readonly rate: Decimal | null;
}

/** ScoreTotal (总分推算): the total and grade with their derivations. */
export interface ScoreTotal {
  /** Before the caps. */
  readonly sum: Decimal | null;
  readonly total: Decimal | null;
  readonly grade: string | null;
  readonly derivation: string | null;
  readonly gradeDerivation: string | null;
  /** The caps that took effect. */
  readonly caps: readonly TotalCap[];
}

const NONE: ScoreTotal = {
  sum: null,
  total: null,
  grade: null,
  derivation: null,
  gradeDerivation: null,
  caps: [],
};

/** Adds the parts, applies the caps and names the grade. */
export function totalOf(parts: TotalParts, rules: ScoringRules): ScoreTotal {
  const { indicators, execution, rate } = parts;
  const added = indicators.length === 0 ? null : sumOf(indicators);
  if (added === null || execution === null) return NONE;
  const sum = added.plus(execution ?? 0);
  const capped = cappedTotal(sum, rate, rules);
  const graded = cappedGrade(capped.total, rate, rules);
  const made = execution === undefined ? "" : `指标 ${plain(added)} + 预算执行率 ${plain(execution)}，`;
  return {
    sum,
    total: capped.total,
    grade: graded.grade,
    derivation: `${made}合计 ${plain(sum)}${capped.words}`,
    gradeDerivation: graded.words,
    caps: [capped.cap, graded.cap].flatMap((cap) => cap ?? []),
  };
}

function sumOf(scores: readonly (Decimal | null)[]): Decimal | null {
  let sum = new Decimal(0);
  for (const score of scores) {
    if (score === null) return null;
    sum = sum.plus(score);
  }
  return sum;
}

interface CappedTotal {
  readonly total: Decimal;
  readonly words: string;
  readonly cap?: TotalCap;
}

function cappedTotal(sum: Decimal, rate: Decimal | null, rules: ScoringRules): CappedTotal {
  const inForce = capsFor("total", rate, rules).toSorted((a, b) => new Decimal(a.most).cmp(b.most));
  const [cap] = inForce;
  if (cap === undefined || sum.lte(cap.most)) return { total: sum, words: "" };
  const total = new Decimal(cap.most);
  return { total, words: `，${lowRate(rate, cap)}，总分不高于 ${cap.most} → ${cap.most}`, cap };
}

interface CappedGrade {
  readonly grade: string | null;
  readonly words: string | null;
  readonly cap?: TotalCap;
}

function cappedGrade(total: Decimal, rate: Decimal | null, rules: ScoringRules): CappedGrade {
  const earned = gradeOf(total, rules.grades);
  if (earned === undefined) return { grade: null, words: null };
  const words = `${plain(total)} 分，${bandWords(earned, rules.grades)}，${earned}`;
  const rank = rankIn(rules.grades);
  const [cap] = capsFor("grade", rate, rules).toSorted((a, b) => rank(b.most) - rank(a.most));
  if (cap === undefined || rank(earned) >= rank(cap.most)) return { grade: earned, words };
  return {
    grade: cap.most,
    words: `${words}，${lowRate(rate, cap)}，等级不高于${cap.most} → ${cap.most}`,
    cap,
  };
}

const capsFor = (kind: TotalCap["kind"], rate: Decimal | null, { caps }: ScoringRules): readonly TotalCap[] =>
  rate === null ? [] : caps.filter((cap) => cap.kind === kind && rate.times(100).lt(cap.executionBelow));

const lowRate = (rate: Decimal | null, { executionBelow }: TotalCap): string =>
  `执行率 ${percent(rate ?? new Decimal(0))} 低于 ${executionBelow}%`;

/** How far a grade is from the best, 0 being the best. */
function rankIn(grades: readonly GradeRule[]): (grade: string) => number {
  const best = grades.toSorted((a, b) => new Decimal(b.from).cmp(a.from)).map(({ grade }) => grade);
  return (grade) => best.indexOf(grade);
}

function bandWords(grade: string, grades: readonly GradeRule[]): string {
  const bands = grades.toSorted((a, b) => new Decimal(a.from).cmp(b.from));
  const at = bands.findIndex((band) => band.grade === grade);
  const above = bands[at + 1];
  const from = bands[at]?.from ?? "0";
  if (above === undefined) return `不低于 ${from}`;
  return at === 0 ? `低于 ${above.from}` : `不低于 ${from}、低于 ${above.from}`;
}
