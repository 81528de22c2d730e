// How long it takes to compare results with targets: indicators that nobody has seen before, of every
// kind of statement, one after another on one core.
//
//   node scripts/measure/measure-targets.ts [--indicators 1000000]

import { parseArgs } from "node:util";

import { readIndicatorValue } from "@jueming/core/evaluation/indicator-value.ts";
import type { Indicator } from "@jueming/core/evaluation/project-evaluation.ts";
import { compareResult } from "@jueming/core/evaluation/targets/compare-result.ts";

const { values } = parseArgs({ options: { indicators: { type: "string", default: "1000000" } } });
const count = Number(values.indicators);

const PRINTED = [
  ["≥95%", "97%"],
  ["=166台", "150台"],
  ["≤1.5万元", "18000元"],
  ["≤2万元/人/年", "20000元/人·年"],
  ["≥60人次", "54人次"],
  ["3-5个", "4个"],
  ["8%以内", "7.5%"],
  ["不少于12次", "12场"],
  ["2024年12月底前", "2024年11月30日"],
  ["≤万分之一", "0.01%"],
  ["甲设备2万元、乙设备3万元", "甲设备2万元、乙设备2.8万元"],
  ["≥良", "优"],
  ["持续提升", "提升"],
] as const;

const samples = PRINTED.map(([target, actual], index): Indicator => ({
  level1: "产出指标",
  level2: index === 2 ? "成本指标" : "数量指标",
  name: "指标",
  target: readIndicatorValue(target, {})?.value ?? null,
  initialTarget: null,
  actual: readIndicatorValue(actual, {})?.value ?? null,
  points: null,
  score: null,
  reason: null,
  place: {},
  doubtful: false,
}));

/** The sample again, with a figure in its target that hardly another has. */
function withOwnFigure(indicator: Indicator, figure: number): Indicator {
  const { target } = indicator;
  if (target === null) return indicator;
  const raw = target.raw.replace(/\d+/u, String(figure));
  return { ...indicator, target: { ...target, raw, value: target.value === null ? null : String(figure) } };
}

const BATCH = 2000;

function measure(what: string, indicatorAt: (index: number) => Indicator | undefined): void {
  let microseconds = 0;
  let reached = 0;
  for (let done = 0; done < count; done += BATCH) {
    const indicators = Array.from({ length: Math.min(BATCH, count - done) }, (_, index) =>
      indicatorAt(done + index),
    ).filter((one) => one !== undefined);
    // Time of the processor, collection of garbage included: other work on the machine does not count.
    const start = process.cpuUsage();
    for (const indicator of indicators) if (compareResult(indicator).outcome === "reached") reached += 1;
    const { user, system } = process.cpuUsage(start);
    microseconds += user + system;
  }
  console.log(`${count} comparisons, ${what}: ${(microseconds / 1e6).toFixed(2)} s (${reached} reached)`);
}

const sampleAt = (index: number): Indicator | undefined => samples[index % samples.length];
measure("as forms repeat them", sampleAt);
measure("each with a figure of its own", (index) => {
  const sample = sampleAt(index);
  return sample === undefined ? undefined : withOwnFigure(sample, index);
});
