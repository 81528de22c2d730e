// Scoring one million parsed indicators, each with its derivation, on one core: as forms repeat them, and with
// figures that never repeat.

import type { Indicator } from "@jueming/core/evaluation/project-evaluation.ts";
import { readIndicatorValue } from "@jueming/core/evaluation/indicator-value.ts";
import { scoreIndicator } from "@jueming/core/evaluation/scoring/indicator-score.ts";
import { parseFigure } from "@jueming/core/figures/parse-figure.ts";
import { nationalEdition } from "@jueming/core/regions/index.ts";

const MILLION = 1_000_000;
/** Few enough that indicators waiting to be scored are not what the collector of garbage is busy with. */
const BATCH = 2000;
/** As many indicators as a county's offices print in a year, scored again and again. */
const VARIED = 5000;
const PLACE = { line: 1 };

/** Target, comparator and result as forms print them; "#" stands for a number of its own. */
const KINDS = [
  ["数量指标", "≥#份", "#份"],
  ["数量指标", "=#台", "#台"],
  ["质量指标", "≥#%", "#%"],
  ["成本指标", "≤#.5万元", "#元"],
  ["数量指标", "≤#人", "#人"],
  ["时效指标", "2024年12月底前", "2024年11月30日"],
  ["社会效益指标", "有所提升", "达成预期指标"],
  ["可持续影响指标", "持续改善", "持续改善"],
  ["满意度指标", "≥#.25%", "#.75%"],
  ["数量指标", ">#次", "#.5次"],
] as const;

const indicatorsFrom = (first: number, count: number): readonly Indicator[] =>
  Array.from({ length: count }, (_, at) => indicatorAt(first + at));

function indicatorAt(number: number): Indicator {
  const [level2, target, actual] = KINDS[number % KINDS.length] ?? KINDS[0];
  // Two primes, so that the same two figures meet again after a hundred million indicators only.
  const [due, done] = [(number % 9973) + 1, ((number * 7) % 9967) + 1];
  return {
    level1: "产出指标",
    level2,
    name: "指标",
    target: readIndicatorValue(target.replace("#", `${due}`), PLACE)?.value ?? null,
    initialTarget: null,
    actual: readIndicatorValue(actual.replace("#", `${done}`), PLACE)?.value ?? null,
    points: parseFigure(`${(number % 20) + 1}`, null, PLACE),
    score: parseFigure(`${number % 10}.${number % 7}`, null, PLACE),
    reason: null,
    place: PLACE,
    doubtful: false,
  };
}

/** CPU time in milliseconds of scoring some indicators, what collecting its garbage takes included. */
function scoringMs(indicators: readonly Indicator[]): number {
  let derived = 0;
  const start = process.cpuUsage();
  for (const indicator of indicators) {
    const { derivation, reason } = scoreIndicator(indicator, nationalEdition.scoring);
    derived += (derivation ?? reason ?? "").length;
  }
  const { user, system } = process.cpuUsage(start);
  if (derived === 0) throw new Error("no score was derived");
  return (user + system) / 1000;
}

/** CPU time in milliseconds that scoring a million indicators takes; making them is not counted. */
export interface MillionScored {
  /** Five thousand varied indicators, each scored two hundred times. */
  readonly repeatingMs: number;
  /** Figures that have not come before. */
  readonly freshMs: number;
}

/** Scores a million indicators as they repeat, and a million that do not. */
export function scoreMillions(): MillionScored {
  const varied = indicatorsFrom(0, VARIED);
  let [repeatingMs, freshMs] = [0, 0];
  for (let done = 0; done < MILLION; done += VARIED) repeatingMs += scoringMs(varied);
  for (let first = 0; first < MILLION; first += BATCH) freshMs += scoringMs(indicatorsFrom(first, BATCH));
  return { repeatingMs, freshMs };
}
