// Hints on one indicator by itself.

import { findTier } from "../../evaluation/tiers.ts";
import type { Indicator } from "../../evaluation/project-evaluation.ts";
import { isCostIndicator } from "../../evaluation/target-judgement.ts";
import { findUnit } from "../../figures/unit.ts";
import { BASES, exampleFor, type HintContext, type QualityHint } from "./quality-hint.ts";

const FINANCIAL_RATE = /(?:支付|预算执行|支出|资金到位|资金使用|拨付|执行)(?:进度|率)$|按预算执行/u;
const TIME_WORDS = /及时|时效|时间|时限|按时|按期|日期|周期|工期|响应|完成率|进度|天数/u;
const TIME_TARGET = /\d+年|月|日|季|底|及时|按时|小时|分钟|天|期/u;
const COUNT_UNITS = new Set([
  "人",
  "名",
  "人次",
  "次",
  "场次",
  "台",
  "套",
  "辆",
  "个",
  "份",
  "期",
  "家",
  "户",
  "项",
]);
const VAGUE =
  /^(?:持续|不断|明显|有效|进一步|逐步|显著|稳步)?(?:提升|提高|改善|增强|保障|加强|促进|保证|健全|完善|有效|长期|规范|显著|优化)$/u;
const NAME_FIGURES = /\d+(?:\.\d+)?(?:%|万元|元|人次|人|次|台|套|辆|份|期|个|户|亩|公里|平方米)/u;
const RATE_NAME = /率|度|比例|占比|百分比|覆盖面|水平$/u;
const LONG_NAME = 24;

type HintOf = (indicator: Indicator, context: HintContext) => QualityHint | undefined;

const hint = (
  indicator: Indicator,
  fields: Pick<QualityHint, "code" | "severity" | "message" | "advice" | "basis">,
): QualityHint => ({ indicator, ...fields });

const named = ({ level2, name }: Indicator): string => `${level2}“${name}”`;
const targetOf = ({ target }: Indicator): string => target?.raw ?? "";

const financialRate: HintOf = (indicator, context) => {
  const { level2, name } = indicator;
  if (!/数量|质量|效益/u.test(level2) || !FINANCIAL_RATE.test(name)) return undefined;
  return hint(indicator, {
    code: "financial-rate-as-result",
    severity: "warning",
    message: `${named(indicator)}是资金支付或预算执行情况，已在预算执行率中计分，不能反映${level2.replace(/指标$/u, "")}。`,
    advice: `请改为项目本身的产出或效果。${exampleFor({ ...indicator, name: "完成任务" }, context)}`,
    basis: BASES.practice,
  });
};

const quantityWithoutFigure: HintOf = (indicator, context) => {
  const { level2, target } = indicator;
  if (!level2.includes("数量") || target === null || target.value !== null || target.unreadable)
    return undefined;
  return hint(indicator, {
    code: "quantity-without-figure",
    severity: "warning",
    message: `${named(indicator)}的指标值“${target.raw}”没有数量，无法衡量。`,
    advice: `请填写可计量的数值和单位。${exampleFor(indicator, context)}`,
    basis: BASES.guide,
  });
};

const quantityAsRate: HintOf = (indicator, context) => {
  const { level2, target } = indicator;
  if (!level2.includes("数量") || target?.unit !== "%") return undefined;
  return hint(indicator, {
    code: "quantity-stated-as-rate",
    severity: "hint",
    message: `${named(indicator)}的指标值“${target.raw}”是比率，看不出做了多少。`,
    advice: `请用绝对数，并说明计划总数。${exampleFor(indicator, context, ({ unit }) => unit !== "%")}`,
    basis: BASES.guide,
  });
};

const qualityAsCount: HintOf = (indicator, context) => {
  const { level2, target } = indicator;
  const unit = target?.unit ?? "";
  if (!level2.includes("质量") || !COUNT_UNITS.has(unit) || target?.value === "0") return undefined;
  return hint(indicator, {
    code: "quality-states-count",
    severity: "warning",
    message: `${named(indicator)}的指标值“${targetOf(indicator)}”是数量，没有说明达到什么标准。`,
    advice: `请改用合格率、达标率等，或移到数量指标。${exampleFor(indicator, context)}`,
    basis: BASES.guide,
  });
};

const timelinessWithoutTime: HintOf = (indicator, context) => {
  const { level2, name } = indicator;
  if (!level2.includes("时效") || TIME_WORDS.test(name) || TIME_TARGET.test(targetOf(indicator)))
    return undefined;
  return hint(indicator, {
    code: "timeliness-without-time",
    severity: "warning",
    message: `${named(indicator)}的名称和指标值“${targetOf(indicator)}”都没有时间要求。`,
    advice: `请写明完成时限或按时完成的比率。${exampleFor(indicator, context)}`,
    basis: BASES.guide,
  });
};

const wrongDirection: HintOf = (indicator, context) => {
  const comparator = indicator.target?.comparator ?? null;
  const isLower = comparator === "≥" || comparator === ">";
  const badName = /差错率|出错率|故障率|投诉率|事故|违约|发病率|死亡|返工|失业率|超支/u.test(indicator.name);
  const isFall = /下降|减少|降低|控制/u.test(indicator.name);
  const wrong = isCostIndicator(indicator)
    ? isLower && !/节约/u.test(indicator.name)
    : badName && !isFall && isLower;
  if (!wrong) return undefined;
  const why = isCostIndicator(indicator) ? "成本" : "这类问题";
  return hint(indicator, {
    code: "direction-misfit",
    severity: "warning",
    message: `${named(indicator)}的指标值“${targetOf(indicator)}”用“${comparator ?? ""}”，意味着${why}越多越好。`,
    advice: `请改为“≤”。${exampleFor(indicator, context)}`,
    basis: BASES.guide,
  });
};

const unitMissing: HintOf = (indicator, context) => {
  const { target } = indicator;
  if (target === null || target.value === null || target.unit !== null) return undefined;
  return hint(indicator, {
    code: "unit-missing",
    severity: "warning",
    message: `${named(indicator)}的指标值“${target.raw}”没有计量单位。`,
    advice: `请补填计量单位。${exampleFor(indicator, context)}`,
    basis: BASES.guide,
  });
};

const vagueTarget: HintOf = (indicator, context) => {
  const { target } = indicator;
  const words = target === null || target.value !== null ? "" : target.raw.trim();
  if (!VAGUE.test(words) || findTier(words, context.tiers) !== undefined) return undefined;
  return hint(indicator, {
    code: "vague-target",
    severity: "hint",
    message: `${named(indicator)}的指标值“${words}”没有程度和判断标准，年底难以评定。`,
    advice: `请改为可衡量的数值，或写明优、良、中、差的判断标准。${exampleFor(indicator, context)}`,
    basis: BASES.guide,
  });
};

const benefitAsShare: HintOf = (indicator, context) => {
  const { level1, level2, name, target } = indicator;
  const isBenefit = level1.includes("效益") || level2.includes("效益") || level2.includes("可持续");
  if (!isBenefit || target?.unit !== "%" || RATE_NAME.test(name)) return undefined;
  return hint(indicator, {
    code: "benefit-share-of-nothing",
    severity: "hint",
    message: `${named(indicator)}的指标值“${target.raw}”是百分比，但名称没有说明是什么的比率。`,
    advice: `请写明分子和分母，或改用能统计的结果。${exampleFor(indicator, context)}`,
    basis: BASES.practice,
  });
};

const satisfactionNotSurveyed: HintOf = (indicator) => {
  const { level1, level2, name, target } = indicator;
  if (!`${level1}${level2}${name}`.includes("满意")) return undefined;
  const isWhole = target?.unit === "%" && target.value === "100";
  if (target !== null && target.value !== null && !isWhole) return undefined;
  const what = isWhole ? "要求全部满意，调查中很难出现" : "不是比率，看不出有无调查";
  return hint(indicator, {
    code: isWhole ? "satisfaction-total" : "satisfaction-without-rate",
    severity: isWhole ? "hint" : "warning",
    message: `${named(indicator)}的指标值“${targetOf(indicator)}”${what}。`,
    advice: "请按问卷测算填写比率（如“≥90%”），并留存问卷、样本数和统计表；没有调查的，评审时通常不得分。",
    basis: BASES.practice,
  });
};

const figuresInName: HintOf = (indicator) => {
  const figures = NAME_FIGURES.exec(indicator.name)?.[0];
  if (figures === undefined) return undefined;
  return hint(indicator, {
    code: "figures-in-name",
    severity: "hint",
    message: `${named(indicator)}的名称中含有指标值“${figures}”。`,
    advice: "请把数值移到指标值一栏，名称只写衡量什么。",
    basis: BASES.guide,
  });
};

const sentenceAsName: HintOf = (indicator, context) => {
  const length = [...indicator.name].length;
  if (length <= LONG_NAME) return undefined;
  return hint(indicator, {
    code: "sentence-as-name",
    severity: "hint",
    message: `${indicator.level2}的名称有${length}个字，写的是工作内容而不是衡量的事项：“${[...indicator.name].slice(0, 12).join("")}…”。`,
    advice: `请提炼为一个可衡量的名称。${exampleFor(indicator, context)}`,
    basis: BASES.guide,
  });
};

const unitMisfit: HintOf = (indicator) => {
  const unit = indicator.target?.unit ?? null;
  if (unit === null || !/率$|比例$|占比$|满意度$/u.test(indicator.name)) return undefined;
  const dimension = findUnit(unit)?.dimension;
  if (dimension !== "count" && dimension !== "money") return undefined;
  return hint(indicator, {
    code: "unit-misfit",
    severity: "warning",
    message: `${named(indicator)}按名称是比率，指标值“${targetOf(indicator)}”的单位是“${unit}”。`,
    advice: "请核对名称和计量单位，使两者一致。",
    basis: BASES.guide,
  });
};

const HINTS: readonly HintOf[] = [
  financialRate,
  quantityWithoutFigure,
  quantityAsRate,
  qualityAsCount,
  timelinessWithoutTime,
  wrongDirection,
  unitMissing,
  unitMisfit,
  vagueTarget,
  benefitAsShare,
  satisfactionNotSurveyed,
  figuresInName,
  sentenceAsName,
];

/** The hints on one indicator; none for one that reading had to guess, whose words may be another's. */
export function hintsOfIndicator(indicator: Indicator, context: HintContext): readonly QualityHint[] {
  if (indicator.doubtful || indicator.target?.unreadable === true) return [];
  return HINTS.flatMap((hintOf) => hintOf(indicator, context) ?? []);
}
