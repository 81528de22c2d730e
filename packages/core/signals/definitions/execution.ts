// Signals in money: execution against scores, budgets adjusted to what was spent, nothing spent.

import type { EvaluationExtract } from "../evaluation-extract.ts";
import { correlationOf } from "../correlation.ts";
import { hundredthsText } from "../hundredths.ts";
import type { SignalChart, SignalDefinition } from "../signal.ts";
import { CLEAR, apart, eachEvaluation, open, shows } from "../signal.ts";
import { THRESHOLDS } from "../thresholds.ts";
import { PRACTICE, PROCEDURE } from "./practice.ts";
import { scoredMember } from "./scores.ts";

const NO_RATE = "预算数为 0，或预算数、执行数空白、无法识别";
const NO_TOTAL = "总分空白或无法识别";

const rateText = (rate: number): string => `${hundredthsText(rate)}%`;

/** 执行率低而得分高。 */
export const highScoreLowExecution: SignalDefinition = {
  id: "high-score-low-execution",
  title: "执行率低而得分高",
  why: "钱没有花出去，任务却几乎满分完成：要么目标定低了，要么完成情况不实，要么预算编多了。",
  basis: PRACTICE,
  method: "执行率（执行数÷全年预算数）低于 80%，总分不低于 90 分。另算执行率与总分的相关系数。",
  silence: "没有预算数、执行数或总分的不作判断；可比的自评不足 10 份时不算相关系数。",
  counts: "evaluation",
  minimum: 1,
  leastShare: 0,
  observe: eachEvaluation(({ rate, total, place }) => {
    if (total === null) return open(NO_TOTAL);
    if (rate === null) return open(NO_RATE);
    if (!isHighAndLow(rate, total.hundredths)) return CLEAR;
    return shows(place, { 执行率: rateText(rate), 总分: total.raw });
  }),
  overall: (extracts) => {
    const scored = extracts.flatMap((extract): readonly ScoredExtract[] =>
      extract.rate === null || extract.total === null
        ? []
        : [{ extract, rate: extract.rate, total: extract.total.hundredths }],
    );
    const pairs = scored.map(({ rate, total }) => [rate, total] as const);
    const correlation = pairs.length < THRESHOLDS.correlationPairs ? null : correlationOf(pairs);
    return {
      figures: [
        { name: "执行率与总分的相关系数", value: correlation ?? "不足以计算" },
        { name: "可比的自评", value: String(pairs.length) },
      ],
      charts: [scatter(scored)],
    };
  },
};

function isHighAndLow(rate: number, total: number): boolean {
  return rate < THRESHOLDS.lowRate && total >= THRESHOLDS.highScore;
}

const CELL = 500;

interface ScoredExtract {
  readonly extract: EvaluationExtract;
  readonly rate: number;
  readonly total: number;
}

/** Evaluations counted in cells of 5 % by 5 points; rates above 100 % stand at its edge. */
function scatter(scored: readonly ScoredExtract[]): SignalChart {
  const byCell = Map.groupBy(scored, ({ rate, total }) => cellOf(rate) * 100_000 + cellOf(total));
  const cells = [...byCell]
    .toSorted(([a], [b]) => a - b)
    .map(([key, members]) => ({
      x: Math.floor(key / 100_000),
      y: key % 100_000,
      shows: members.some(({ rate, total }) => isHighAndLow(rate, total)),
      members: members.map(({ extract }) => scoredMember(extract)),
    }));
  return {
    kind: "scatter",
    title: "执行率与总分（圆越大，自评越多）",
    xAxis: "执行率（%）",
    yAxis: "总分",
    cellSize: CELL,
    cells,
  };
}

const cellOf = (value: number): number =>
  Math.floor(Math.max(0, Math.min(THRESHOLDS.fullScore, value)) / CELL) * CELL;

/** 指标全部满分而执行率很低。 */
export const fullMarksLowExecution: SignalDefinition = {
  id: "full-marks-low-execution",
  title: "指标全部满分而执行率低于 70%",
  why: "三成以上的预算没有用，所有产出、效益指标却全部满分，指标与资金可能脱节。",
  basis: PRACTICE,
  method: "每个指标的得分都等于分值，而执行率低于 70%。",
  silence: "没有预算数或执行数，或有指标的分值、得分空白、无法识别时不作判断。",
  counts: "evaluation",
  minimum: 1,
  leastShare: 0,
  observe: eachEvaluation(({ rate, indicators, total, place }) => {
    if (rate === null) return open(NO_RATE);
    if (indicators.length === 0) return open("没有指标");
    if (indicators.some(({ points, score }) => points === null || score === null))
      return open("有指标的分值或得分空白、无法识别");
    const isFull = indicators.every(({ points, score }) => points === score);
    if (!isFull || rate >= THRESHOLDS.veryLowRate) return CLEAR;
    return shows(place, {
      执行率: rateText(rate),
      指标数: String(indicators.length),
      总分: total?.raw ?? "无",
    });
  }),
};

/** 调整后预算总等于执行数。 */
export const adjustedEqualsExecuted: SignalDefinition = {
  id: "adjusted-equals-executed",
  title: "调整后预算总等于执行数",
  why: "年底把预算数改成执行数，执行率就总是 100%，执行率得分失去意义。",
  basis: "《中华人民共和国预算法》第十三条（预算非经法定程序，不得调整）；审核实践",
  method: "年初预算与执行数不同的项目中，调整后预算与执行数一分不差的占全部。",
  silence:
    "年初预算等于执行数的不计（本来就执行完毕）；没有年初预算、调整后预算或执行数的不作判断；同组可判断的不足 3 份时不作判断。",
  counts: "evaluation",
  minimum: 3,
  leastShare: 100,
  observe: eachEvaluation(({ money, printedMoney, place }) => {
    const { initial, adjusted, executed } = money;
    if (initial === null || adjusted === null || executed === null)
      return open("年初预算、调整后预算或执行数空白、无法识别");
    if (adjusted === 0n) return open("调整后预算为 0");
    if (initial === executed) return apart("年初预算等于执行数");
    if (adjusted !== executed) return CLEAR;
    return shows(place, { 调整后预算: printedMoney.adjusted, 执行数: printedMoney.executed });
  }),
};

/** 一分未用。 */
export const nothingSpent: SignalDefinition = {
  id: "nothing-spent",
  title: "有预算而一分未用",
  why: "预算安排后没有支出，资金闲置；应说明原因，收回或调整预算。",
  basis: PROCEDURE,
  method: "全年（调整后）预算数大于 0，执行数为 0。",
  silence: "预算数为 0，或预算数、执行数空白、无法识别时不作判断。",
  counts: "evaluation",
  minimum: 1,
  leastShare: 0,
  observe: eachEvaluation(({ money, printedMoney, total, place }) => {
    const { adjusted, executed } = money;
    if (adjusted === null || executed === null || adjusted <= 0n) return open(NO_RATE);
    if (executed !== 0n) return CLEAR;
    return shows(place, { 全年预算数: printedMoney.adjusted, 执行数: "0", 总分: total?.raw ?? "无" });
  }),
};
