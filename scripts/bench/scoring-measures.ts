// Scoring one million parsed indicators, each with its derivation, on one core.

import type { Indicator } from "@jueming/core/evaluation/project-evaluation.ts";
import { readIndicatorValue } from "@jueming/core/evaluation/indicator-value.ts";
import { scoreIndicator } from "@jueming/core/evaluation/scoring/indicator-score.ts";
import { parseFigure } from "@jueming/core/figures/parse-figure.ts";
import { nationalEdition } from "@jueming/core/regions/index.ts";

const MILLION = 1_000_000;
const BATCH = 20_000;
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

/** Some thousand indicators that were never seen before, so that nothing is remembered of them. */
function freshIndicators(first: number): readonly Indicator[] {
  return Array.from({ length: BATCH }, (_, at) => indicatorAt(first + at));
}

function indicatorAt(number: number): Indicator {
  const [level2, target, actual] = KINDS[number % KINDS.length] ?? KINDS[0];
  const [due, done] = [(number % 9973) + 1, ((number * 7) % 9973) + 1];
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

/** CPU time in milliseconds that scoring a million indicators takes; making them is not counted. */
export function millionIndicatorsMs(): number {
  let total = 0;
  let derived = 0;
  for (let first = 0; first < MILLION; first += BATCH) {
    const indicators = freshIndicators(first);
    const start = process.cpuUsage();
    for (const indicator of indicators) {
      const { derivation, reason } = scoreIndicator(indicator, nationalEdition.scoring);
      derived += (derivation ?? reason ?? "").length;
    }
    const u = process.cpuUsage(start);
    total += (u.user + u.system) / 1000;
  }
  if (derived === 0) throw new Error("no score was derived");
  return total;
}
