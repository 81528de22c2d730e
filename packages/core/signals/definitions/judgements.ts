// Signals in what the forms say of their own results: generous scores, missing reasons, the same satisfaction.

import { hundredthsText } from "../hundredths.ts";
import type { IndicatorExtract } from "../evaluation-extract.ts";
import type { Observation, ObservedCase, SignalDefinition } from "../signal.ts";
import { CLEAR, eachEvaluation, open, shows } from "../signal.ts";
import { PRACTICE, PROCEDURE } from "./practice.ts";
import { mostFrequent } from "./scores.ts";

/** 得分偏高。 */
export const generousScores: SignalDefinition = {
  id: "generous-scores",
  title: "得分高于评分办法允许的分数",
  why: "未达标而给满分、未按比例扣分，总分和等级都会偏高。",
  basis: PROCEDURE,
  method: "按本地评分办法推算每项得分（同 jueming score），所列得分高出 0.5 分以上。",
  silence: "需要人工判断或不可比的得分不作判断。",
  counts: "indicator",
  minimum: 1,
  leastShare: 0,
  observe: eachEvaluation(({ generous, judgedScores, openScores }) => [
    ...generous.map(({ name, printed, by, derivation, place }) =>
      shows(place, { 所列得分: printed, 偏高: hundredthsText(by), 推算: derivation }, name),
    ),
    ...Array.from({ length: Math.max(0, judgedScores - generous.length) }, () => CLEAR),
    ...Array.from({ length: openScores }, () => open("需人工判断，或数值不可比")),
  ]),
};

/** 扣分而未说明原因。 */
export const unexplainedLosses: SignalDefinition = {
  id: "unexplained-losses",
  title: "扣了分而没有说明原因",
  why: "偏差原因和改进措施是自评的落脚点；扣分不说原因，问题无从整改。",
  basis: PROCEDURE,
  method: "得分低于分值的指标中，偏差原因空白或只写“无”；一份自评列一次。",
  silence:
    "全部满分的自评不作判断；整份自评的偏差原因集中写在一处（资金行）或写有偏差原因、存在问题的，视为已说明。",
  counts: "evaluation",
  minimum: 1,
  leastShare: 0,
  observe: eachEvaluation(({ indicators, fundingReason, texts, place }) => {
    const lost = indicators.filter(hasLoss);
    if (lost.length === 0) return open("没有扣分的指标");
    const isExplained =
      fundingReason || texts.some(({ name, text }) => name === "problems" && text.length >= 10);
    const silent = lost.filter(({ hasReason }) => !hasReason);
    if (silent.length === 0 || isExplained) return CLEAR;
    return shows(silent[0]?.place ?? place, {
      扣分指标: String(lost.length),
      未说明: String(silent.length),
      例如: silent
        .slice(0, 3)
        .map(({ name, points, score }) => `${name}（${scoreText(score)}/${scoreText(points)}）`)
        .join("、"),
    });
  }),
};

function hasLoss({ points, score }: IndicatorExtract): boolean {
  return points !== null && score !== null && score < points;
}

const scoreText = (score: number | null): string => (score === null ? "无" : hundredthsText(score));

const SATISFACTION = /满意/u;

/** 满意度总是同一个数。 */
export const sameSatisfaction: SignalDefinition = {
  id: "same-satisfaction",
  title: "满意度总是同一个数",
  why: "不同项目、不同对象的满意度都是同一个数，可能没有做过调查。",
  basis: PRACTICE,
  method: "同一组内各项目满意度指标的完成值，同一个数占九成以上。",
  silence: "满意度不是数值的不作判断；同组可判断的满意度不足 4 个时不作判断。",
  counts: "indicator",
  minimum: 4,
  leastShare: 90,
  observe: (group) => {
    const found = group.flatMap((extract) =>
      extract.indicators
        .filter(({ level1, level2, name }) => SATISFACTION.test(`${level1}${level2}${name}`))
        .map((indicator) => ({ extract, indicator })),
    );
    const usual = mostFrequent(found.flatMap(({ indicator }) => indicator.actual?.value ?? []));
    return found.map(({ extract, indicator }): ObservedCase => ({
      extract,
      observation: satisfactionOf(indicator, usual),
    }));
  },
};

function satisfactionOf({ actual, target, name, place }: IndicatorExtract, usual?: string): Observation {
  if (actual === null || actual.value === null) return open("满意度不是数值，或空白、无法识别");
  if (actual.value !== usual) return CLEAR;
  return shows(place, { 完成值: actual.raw, 指标值: target?.raw ?? "" }, name);
}
