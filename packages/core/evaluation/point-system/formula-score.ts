// The score that a formula gives for its points, with one line of derivation; or what is missing for it.

import { Decimal } from "decimal.js";

import type { Cap, Quantity, ScoreFormula, SystemItem, TargetSetName } from "./point-system.ts";
import { limitText, percentText, plainNumber, quantityLine, quantityOf } from "./quantity.ts";
import type { QuantityValue } from "./quantity.ts";
import type { InputFigure, InputName, SystemInputs } from "./system-inputs.ts";

/** FormulaScore: what a formula gives. */
export type FormulaScore =
  | {
      readonly kind: "computed";
      /** Not rounded, within 0…points. */
      readonly score: Decimal;
      readonly derivation: string;
      /** The measured rate, where the formula measures one. */
      readonly measured: Decimal | null;
      readonly inputs: readonly InputFigure[];
    }
  | { readonly kind: "missing"; readonly names: readonly (InputName | TargetSetName)[] }
  | { readonly kind: "not-computable"; readonly reason: string }
  | { readonly kind: "manual" };

type Computed = Extract<FormulaScore, { readonly kind: "computed" }>;
type Known = Extract<QuantityValue, { readonly kind: "value" }>;

const ZERO = new Decimal(0);
const ONE = new Decimal(1);

/** The score of an item by its formula and caps. */
export function formulaScore(item: SystemItem, inputs: SystemInputs): FormulaScore {
  const points = new Decimal(item.points);
  const score = ofFormula(item.formula, points, inputs);
  if (score.kind === "computed") return item.caps.reduce(capWith(points, inputs), score);
  if (score.kind !== "not-computable" || item.whenZero === null) return score;
  const { share, reason } = item.whenZero;
  const earned = points.times(share);
  const derivation = `${score.reason}；${reason}，得 ${plainNumber(earned)} 分`;
  return { kind: "computed", score: earned, derivation, measured: null, inputs: [] };
}

function ofFormula(formula: ScoreFormula, points: Decimal, inputs: SystemInputs): FormulaScore {
  switch (formula.kind) {
    case "manual":
      return { kind: "manual" };
    case "linear":
      return measured(formula.of, inputs, (of) => linear(of, formula, points));
    case "full-if":
      return measured(formula.of, inputs, (of) => fullIf(of, formula, points));
    case "bands":
      return measured(formula.of, inputs, (of) => banded(of, formula, points));
    case "deduct":
      return measured(formula.count, inputs, (count) => deducted(count, formula.each, points));
    case "share-of-count":
      return shareOfCount(formula, points, inputs);
    case "targets":
      return weightedTargets(formula, points, inputs);
    case "checkpoints":
      return meanOverCheckpoints(formula.checkpoints, points, inputs);
  }
}

/** Earned: a share of the points, and how the line goes on after the measured quantity. */
interface Earned {
  readonly score: Decimal;
  readonly how: string;
}

function measured(quantity: Quantity, inputs: SystemInputs, earn: (value: Known) => Earned): FormulaScore {
  const value = quantityOf(quantity, inputs);
  if (value.kind === "missing") return value;
  if (value.kind === "zero") return { kind: "not-computable", reason: value.reason };
  const { score, how } = earn(value);
  return {
    kind: "computed",
    score,
    derivation: `${quantityLine(value)}，${how}`,
    measured: value.isRate ? value.value : null,
    inputs: value.inputs,
  };
}

function linear(
  of: Known,
  { zero, full }: Extract<ScoreFormula, { readonly kind: "linear" }>,
  points: Decimal,
): Earned {
  const span = new Decimal(full).minus(zero);
  const share = within(of.value.minus(zero).div(span));
  const score = share.times(points);
  const isRising = span.gt(0);
  const [fullText, zeroText] = [limitText(full, of), limitText(zero, of)];
  if (share.eq(ONE))
    return { score, how: `${isRising ? "达到" : "不超过"} ${fullText}，得满分 ${plainNumber(points)} 分` };
  if (share.isZero()) return { score, how: `${isRising ? "不超过" : "达到"} ${zeroText}，得 0 分` };
  const text = of.isRate ? percentText(of.value) : plainNumber(of.value);
  const between = isRising
    ? `(${text} − ${zeroText}) ÷ (${fullText} − ${zeroText})`
    : `(${zeroText} − ${text}) ÷ (${zeroText} − ${fullText})`;
  const simple = isRising && new Decimal(zero).isZero() && new Decimal(full).eq(ONE);
  return {
    score,
    how: simple
      ? `${text} × ${plainNumber(points)} = ${shown(score)} 分`
      : `${isRising ? "未达到" : "超过"} ${fullText}，${between} × ${plainNumber(points)} = ${shown(score)} 分`,
  };
}

function fullIf(
  of: Known,
  { sign, limit, otherwise }: Extract<ScoreFormula, { readonly kind: "full-if" }>,
  points: Decimal,
): Earned {
  const holds = sign === "≥" ? of.value.gte(limit) : of.value.lte(limit);
  const score = holds ? points : points.times(otherwise);
  const words = holds ? "" : "不";
  return { score, how: `${words}符合 ${sign} ${limitText(limit, of)}，得 ${shown(score)} 分` };
}

function banded(
  of: Known,
  { bands, beyond }: Extract<ScoreFormula, { readonly kind: "bands" }>,
  points: Decimal,
): Earned {
  const band = bands.find(({ upTo }) => of.value.lte(upTo));
  const share = band?.share ?? beyond;
  const score = points.times(share);
  const where =
    band === undefined
      ? `超过 ${limitText(bands.at(-1)?.upTo ?? "0", of)}`
      : `不超过 ${limitText(band.upTo, of)}`;
  return {
    score,
    how: `${where}，${plainNumber(points)} × ${percentText(new Decimal(share))} = ${shown(score)} 分`,
  };
}

function deducted(count: Known, each: string, points: Decimal): Earned {
  const score = Decimal.min(points, Decimal.max(ZERO, points.minus(count.value.times(each))));
  const floor = count.value.times(each).gt(points) ? "，扣完为止" : "";
  return {
    score,
    how: `每个扣 ${each} 分，${plainNumber(points)} − ${plainNumber(count.value)} × ${each} = ${shown(score)} 分${floor}`,
  };
}

function shareOfCount(
  { part, whole, counts }: Extract<ScoreFormula, { readonly kind: "share-of-count" }>,
  points: Decimal,
  inputs: SystemInputs,
): FormulaScore {
  const [counted, all] = [quantityOf(part, inputs), quantityOf(whole, inputs)];
  // A part larger than its whole is a fault of the inputs, not a score.
  if (counted.kind === "value" && all.kind === "value" && counted.value.gt(all.value))
    return {
      kind: "not-computable",
      reason: `${plainNumber(counted.value)} 大于总数 ${plainNumber(all.value)}，请核对`,
    };
  const quantity: Quantity =
    counts === "part"
      ? { kind: "ratio", of: part, by: whole }
      : { kind: "ratio", of: { kind: "difference", of: whole, less: part }, by: whole };
  return measured(quantity, inputs, (of) => {
    const score = within(of.value).times(points);
    return { score, how: `${percentText(of.value)} × ${plainNumber(points)} = ${shown(score)} 分` };
  });
}

function weightedTargets(
  { of, levels }: Extract<ScoreFormula, { readonly kind: "targets" }>,
  points: Decimal,
  inputs: SystemInputs,
): FormulaScore {
  const set = inputs.targets.get(of);
  if (set === undefined) return { kind: "missing", names: [of] };
  const counted = set.targets.filter(({ level1 }) => levels.length === 0 || levels.includes(level1));
  const judged = counted.flatMap(({ weight, share }) => (share === null ? [] : [{ weight, share }]));
  const weights = judged.reduce<Decimal>((sum, { weight }) => sum.plus(weight), ZERO);
  if (weights.isZero()) return { kind: "not-computable", reason: "没有可比较的绩效指标，由评价人员评分" };
  const reached = judged.reduce<Decimal>((sum, { weight, share }) => sum.plus(weight.times(share)), ZERO);
  const rate = reached.div(weights);
  const score = within(rate).times(points);
  const left = counted.length - judged.length;
  const others = left === 0 ? "" : `；另有 ${left} 项须由评价人员判断，未计入`;
  return {
    kind: "computed",
    score,
    derivation: `${judged.length} 项可比较的指标按权重计，完成 ${shown(reached)} ÷ ${shown(weights)} = ${percentText(rate)}，× ${plainNumber(points)} = ${shown(score)} 分${others}（${set.origin}）`,
    measured: rate,
    inputs: [],
  };
}

function meanOverCheckpoints(
  checkpoints: Extract<ScoreFormula, { readonly kind: "checkpoints" }>["checkpoints"],
  points: Decimal,
  inputs: SystemInputs,
): FormulaScore {
  const values = checkpoints.map((checkpoint) => ({
    ...checkpoint,
    value: quantityOf(checkpoint.of, inputs),
  }));
  const missing = values.flatMap(({ value }) => (value.kind === "missing" ? value.names : []));
  if (values.some(({ value }) => value.kind === "missing"))
    return { kind: "missing", names: [...new Set(missing)] };
  const known = values.flatMap(({ name, target, value }) =>
    value.kind === "value" ? [{ name, target, value }] : [],
  );
  const zero = values.find(({ value }) => value.kind === "zero")?.value;
  if (zero?.kind === "zero") return { kind: "not-computable", reason: zero.reason };
  const shares = known.map(({ value, target }) => within(value.value.div(target)));
  const mean = shares.reduce<Decimal>((sum, share) => sum.plus(share), ZERO).div(checkpoints.length);
  const score = mean.times(points);
  const lines = known.map(
    ({ name, target, value }, at) =>
      `${name} ${quantityLine(value)}（应达 ${percentText(new Decimal(target))}，计 ${percentText(shares[at] ?? ZERO)}）`,
  );
  return {
    kind: "computed",
    score,
    derivation: `${lines.join("；")}；平均 ${percentText(mean)} × ${plainNumber(points)} = ${shown(score)} 分`,
    measured: null,
    inputs: [...new Set(known.flatMap(({ value }) => value.inputs))],
  };
}

/** Holds a computed score under a cap; a cap whose inputs are missing leaves the score not computed. */
function capWith(points: Decimal, inputs: SystemInputs): (score: FormulaScore, cap: Cap) => FormulaScore {
  return (score, { of, atLeast, most, reason }) => {
    if (score.kind !== "computed") return score;
    const value = quantityOf(of, inputs);
    if (value.kind === "missing") return value;
    if (value.kind === "zero") return { kind: "not-computable", reason: value.reason };
    const limit = points.times(most);
    if (value.value.lt(atLeast) || score.score.lte(limit)) return score;
    return capped(
      score,
      limit,
      `${quantityLine(value)}，达到 ${limitText(atLeast, value)}，${reason}`,
      value.inputs,
    );
  };
}

const capped = (score: Computed, limit: Decimal, why: string, inputs: readonly InputFigure[]): Computed => ({
  ...score,
  score: limit,
  derivation: `${score.derivation}；${why}，最高 ${shown(limit)} 分`,
  inputs: [...new Set([...score.inputs, ...inputs])],
});

const within = (share: Decimal): Decimal => Decimal.max(ZERO, Decimal.min(ONE, share));

const shown = (value: Decimal): string => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed();
