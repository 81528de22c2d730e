// Signals in scores and grades: their distribution, all full marks, the same or round totals.

import type { EvaluationExtract } from "../evaluation-extract.ts";
import { hundredthsText, percentOf } from "../hundredths.ts";
import type { ObservedCase, SignalChart, SignalDefinition, SignalMember } from "../signal.ts";
import { CLEAR, apart, eachEvaluation, memberOf, namedFigures, open, shows } from "../signal.ts";
import { THRESHOLDS } from "../thresholds.ts";
import { PRACTICE, PROCEDURE } from "./practice.ts";

const NO_TOTAL = "总分空白或无法识别";

/** 得分和等级的分布；所列等级高于按评分办法推算的等级。 */
export const gradeAboveComputed: SignalDefinition = {
  id: "grade-above-computed",
  title: "所列等级高于推算等级",
  why: "等级用于预算安排和结果应用；等级虚高，后面的应用都失去依据。",
  basis: PROCEDURE,
  method: "按本地评分办法重新推算每份自评的总分和等级（人工判断的得分按所列计入），列出所列等级更高的。",
  silence: "表中没有等级、等级文字无法识别，或总分无法推算时不作判断。",
  counts: "evaluation",
  minimum: 1,
  leastShare: 0,
  observe: eachEvaluation(({ grade, total, computedTotal, place }) => {
    if (grade.printed === null) return open("没有等级或等级无法识别");
    if (grade.printedRank === null) return open("等级不是本地评分办法所用的文字");
    if (grade.computedRank === null) return open("总分无法推算");
    if (grade.printedRank >= grade.computedRank) return CLEAR;
    return shows(place, {
      所列总分: total?.raw ?? "无",
      所列等级: grade.printed,
      推算总分: computedTotal === null ? "无" : hundredthsText(computedTotal),
      推算等级: grade.computed ?? "无",
    });
  }),
  overall: (extracts) => ({
    figures: [
      { name: "有总分的自评", value: String(extracts.filter(({ total }) => total !== null).length) },
      ...bestShare(extracts, "printedRank", "所列等级为最高一档"),
      ...bestShare(extracts, "computedRank", "推算等级为最高一档"),
      ...fullShare(extracts),
    ],
    charts: [histogram(extracts), ...gradeChart(extracts)],
  }),
};

function bestShare(
  extracts: readonly EvaluationExtract[],
  rank: "printedRank" | "computedRank",
  name: string,
): readonly { readonly name: string; readonly value: string }[] {
  const ranks = extracts.flatMap(({ grade }) => grade[rank] ?? []);
  const best = ranks.filter((one) => one === 0).length;
  const share = percentOf(best, ranks.length);
  return share === null ? [] : [{ name, value: `${best}/${ranks.length}（${share}%）` }];
}

function fullShare(extracts: readonly EvaluationExtract[]): ReturnType<typeof bestShare> {
  const totals = extracts.flatMap(({ total }) => total?.hundredths ?? []);
  const full = totals.filter((total) => total === THRESHOLDS.fullScore).length;
  const share = percentOf(full, totals.length);
  return share === null ? [] : [{ name: "总分为满分", value: `${full}/${totals.length}（${share}%）` }];
}

/** Lower edges of the bins in hundredths: finer where scores crowd. */
const BINS = [0, 6000, 7000, 8000, 8500, 9000, 9500, 9800, 10_000] as const;

function histogram(extracts: readonly EvaluationExtract[]): SignalChart {
  const bins = BINS.map((low, at) => {
    const high = BINS[at + 1] ?? Number.POSITIVE_INFINITY;
    const label = at === BINS.length - 1 ? "100" : `${low / 100}–${high / 100}`;
    const within = extracts.filter(
      ({ total }) => total !== null && total.hundredths >= low && total.hundredths < high,
    );
    return { label, members: within.map(scoredMember) };
  });
  return { kind: "histogram", title: "总分的分布（含下限，不含上限）", axis: "总分", bins };
}

/** An evaluation with its total, rate and grade, as the lists behind charts show it. */
export function scoredMember(extract: EvaluationExtract): SignalMember {
  const { total, rate, grade, place } = extract;
  const figures = namedFigures({
    总分: total?.raw ?? "无",
    执行率: rate === null ? "无" : `${hundredthsText(rate)}%`,
    ...(grade.printed === null ? {} : { 等级: grade.printed }),
  });
  return memberOf(extract, { subject: null, figures, place });
}

function gradeChart(extracts: readonly EvaluationExtract[]): readonly SignalChart[] {
  const graded = extracts.filter(({ grade }) => grade.printed !== null && grade.printedRank !== null);
  if (graded.length === 0) return [];
  const bins = [...Map.groupBy(graded, ({ grade }) => grade.printed ?? "")]
    .toSorted(([a, [first]], [b, [second]]) => rankIn(first) - rankIn(second) || (a < b ? -1 : 1))
    .map(([label, members]) => ({ label, members: members.map(scoredMember) }));
  return [{ kind: "histogram", title: "所列等级的分布", axis: "等级", bins }];
}

function rankIn(extract: EvaluationExtract | undefined): number {
  return extract?.grade.printedRank ?? 0;
}

/** 单位的项目全部为 98 分以上。 */
export const allNearlyFull: SignalDefinition = {
  id: "all-nearly-full",
  title: "全部项目都是 98 分以上",
  why: "没有一个项目有可改进之处，自评可能没有起到发现问题的作用。",
  basis: PRACTICE,
  method: "同一组内每份自评的总分都不低于 98 分。",
  silence: "同组有总分的自评不足 3 份时不作判断。",
  counts: "evaluation",
  minimum: 3,
  leastShare: 100,
  observe: eachEvaluation(({ total, place }) => {
    if (total === null) return open(NO_TOTAL);
    return total.hundredths >= THRESHOLDS.nearlyFullScore ? shows(place, { 总分: total.raw }) : CLEAR;
  }),
};

/** 多数项目总分相同。 */
export const identicalTotals: SignalDefinition = {
  id: "identical-totals",
  title: "多数项目的总分相同",
  why: "不同项目的执行率和指标不同，总分却一样，可能是先定分再填表。",
  basis: PRACTICE,
  method: "同一组内最常见的总分占八成以上；满分另由“全部项目都是 98 分以上”反映，这里单列。",
  silence: "同组不是满分的自评不足 4 份时不作判断。",
  counts: "evaluation",
  minimum: 4,
  leastShare: 80,
  observe: (group) => {
    const usual = mostFrequent(
      group.flatMap(({ total }) =>
        total === null || total.hundredths === THRESHOLDS.fullScore ? [] : total.hundredths,
      ),
    );
    return group.map((extract): ObservedCase => {
      const { total, place } = extract;
      if (total === null) return { extract, observation: open(NO_TOTAL) };
      if (total.hundredths === THRESHOLDS.fullScore) return { extract, observation: apart("总分为满分") };
      const isUsual = total.hundredths === usual;
      return { extract, observation: isUsual ? shows(place, { 总分: total.raw }) : CLEAR };
    });
  },
};

/** The value met most often, the smallest of several; undefined of nothing. */
export function mostFrequent<Value extends number | string>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

/** 总分取整：按执行率应有小数，所列总分却是整数。 */
export const roundTotals: SignalDefinition = {
  id: "round-totals",
  title: "总分取整，与执行率不符",
  why: "执行率得分按比例计算应有小数，总分却是整数，说明总分可能不是各项得分相加而来。",
  basis: PROCEDURE,
  method: "按规定推算的执行率得分带小数的自评中，所列总分为整数的占六成以上。",
  silence: "执行率得分本来就是整数（如全部执行完毕）的不计；同组可判断的不足 3 份时不作判断。",
  counts: "evaluation",
  minimum: 3,
  leastShare: 60,
  observe: eachEvaluation(({ total, executionScore, place }) => {
    if (total === null) return open(NO_TOTAL);
    if (executionScore === null) return open("执行率得分无法推算");
    if (executionScore % 100 === 0) return apart("执行率得分本为整数");
    if (total.hundredths % 100 !== 0) return CLEAR;
    return shows(place, { 总分: total.raw, 应得执行率得分: hundredthsText(executionScore) });
  }),
};
