// Hints on the indicators of a project as a set.

import { Decimal } from "decimal.js";

import type { Indicator } from "../../evaluation/project-evaluation.ts";
import { BASES, type QualityHint } from "./quality-hint.ts";

const FEW = 5;
const MANY = 25;
const HEAVY = 30;
const ALIKE = 3;
const TRIVIAL_SHARE = 0.6;

type SetHint = (indicators: readonly Indicator[]) => QualityHint | undefined;

const hint = (fields: Omit<QualityHint, "indicator" | "severity">): QualityHint => ({
  indicator: null,
  severity: "hint",
  ...fields,
});

const missingLevels: SetHint = (indicators) => {
  const missing = ["数量", "质量", "时效", "成本", "效益", "满意"].filter(
    (word) => !indicators.some(({ level1, level2 }) => `${level1}${level2}`.includes(word)),
  );
  if (missing.length === 0) return undefined;
  const levels = missing.map((word) => (word === "满意" ? "满意度指标" : `${word}指标`)).join("、");
  return hint({
    code: "level-missing",
    message: `没有设置${levels}。`,
    advice: "请补设；确实不适用的，应说明原因。可用 jueming indicators --suggest 得到建议。",
    basis: BASES.guide,
  });
};

const count: SetHint = (indicators) => {
  const { length } = indicators;
  if (length >= FEW && length <= MANY) return undefined;
  const isFew = length < FEW;
  return hint({
    code: isFew ? "too-few-indicators" : "too-many-indicators",
    message: `共有${length}项指标，${isFew ? "难以反映项目全貌" : "重点不突出"}。`,
    advice: isFew ? "请补充能反映核心产出和效果的指标。" : "请保留核心指标，合并相近的指标。",
    basis: BASES.guide,
  });
};

const heavyPoints: SetHint = (indicators) => {
  const heavy = indicators.filter(
    ({ points }) => points?.kind === "figure" && new Decimal(points.value).gte(HEAVY),
  );
  if (heavy.length === 0 || indicators.length < FEW) return undefined;
  return hint({
    code: "points-on-one-indicator",
    message: `${heavy.map(({ name }) => `“${name}”`).join("、")}一项占${HEAVY}分以上，其余指标难以影响总分。`,
    advice: "请把分值分到两项以上相互独立的指标，或说明该指标为核心指标的理由。",
    basis: BASES.practice,
  });
};

const zeroPoints: SetHint = (indicators) => {
  const empty = indicators.filter(
    ({ points }) => points?.kind === "figure" && new Decimal(points.value).isZero(),
  );
  if (empty.length === 0) return undefined;
  return hint({
    code: "points-zero",
    message: `${empty.map(({ name }) => `“${name}”`).join("、")}的分值为0。`,
    advice: "请给每项指标分配分值，或删除不考核的指标。",
    basis: BASES.guide,
  });
};

const alikeBenefits: SetHint = (indicators) => {
  const targets = indicators
    .filter(({ level1 }) => level1.includes("效益"))
    .map(({ target }) => target?.raw.replace(/\s/gu, "") ?? "");
  const [first = ""] = targets;
  if (targets.length < ALIKE || first === "" || targets.some((one) => one !== first)) return undefined;
  return hint({
    code: "benefit-targets-alike",
    message: `${targets.length}项效益指标的指标值都是“${first}”。`,
    advice: "请按各项效益分别测算指标值。",
    basis: BASES.practice,
  });
};

const trivialTargets: SetHint = (indicators) => {
  const trivial = indicators.filter(({ target }) => target?.unit === "%" && target.value === "100");
  if (indicators.length < FEW || trivial.length / indicators.length < TRIVIAL_SHARE) return undefined;
  return hint({
    code: "targets-trivial",
    message: `${indicators.length}项指标中有${trivial.length}项的指标值是100%，没有区分度。`,
    advice: "请改用有基数的绝对数，或参照上年实际、行业标准确定比率。",
    basis: BASES.practice,
  });
};

const SET_HINTS: readonly SetHint[] = [
  missingLevels,
  count,
  heavyPoints,
  zeroPoints,
  alikeBenefits,
  trivialTargets,
];

/** The hints on a set of indicators; none for an empty one, of which other rules speak. */
export function hintsOfSet(indicators: readonly Indicator[]): readonly QualityHint[] {
  return indicators.length === 0 ? [] : SET_HINTS.flatMap((hintOf) => hintOf(indicators) ?? []);
}
