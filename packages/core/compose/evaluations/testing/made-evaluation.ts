// Arbitrary self-evaluations in the form of a layout: every field that the layout prints, with what offices
// write there: dates, tiers, limits, dashes, blanks, lists in running text, long names.

import * as fc from "fast-check";
import { readIndicatorValue } from "../../../evaluation/indicator-value.ts";
import {
  EVALUATION_TEXTS,
  FUNDING_FIELDS,
  type EvaluationText,
  type FundingField,
  type FundingRow,
  type Indicator,
  type IndicatorValue,
  type ProjectEvaluation,
} from "../../../evaluation/project-evaluation.ts";
import type { StatedText } from "../../../document/stated-text.ts";
import type { CellValue } from "../../../figures/figure.ts";
import { parseFigure } from "../../../figures/parse-figure.ts";
import { PERCENT, WAN_YUAN, YUAN, type Unit } from "../../../figures/unit.ts";
import type { EvaluationLayout, FundingColumn, IndicatorField } from "../../../forms/evaluation-layout.ts";

const stated = (text: string): StatedText => ({ text, place: {} });

const NAMES = [
  "信息系统维护费",
  "J办公设备购置费",
  "驻村帮扶经费（2023年度结余）",
  "“互联网+”政务服务平台建设",
  "党建、保密、机要工作经费",
  "《地方志》编纂项目",
  "2024年业务培训",
  "总分馆建设",
  "合计奖励资金",
] as const;
const INDICATORS = [
  "设备购置台数",
  "培训人次",
  "系统运行稳定率",
  "保障会议场次（场）",
  "任务按期完成",
  "群众满意度",
  "支出控制在预算内",
  "公务交通费、住宿费、伙食补助费",
  "2024年底前完成率",
  "成本节约率",
  "数量达标率",
  "≥20人培训场次",
  "通过统筹安排，保障各项工作高效有序运转，避免因经费不足导致的延误。",
] as const;
const TEXTS = [
  "保障各项工作正常开展。",
  "1.保障日常工作正常开展，做好会议服务。2.保障帮扶工作开展。3.购置车辆3辆。",
  "无",
  "已按年度目标完成，支出119.50万元，完成率98.50%。",
  "项目管理规范：资金专款专用；台账齐全。",
  "一是加强统筹；二是压实责任；三是强化监督，满意度达到95%。",
  "通过该项目的实施，使各项服务得到保障，群众满意。",
  "完成年度目标",
] as const;
const REASONS = ["人员减少", "落实过紧日子要求，压减支出。", "未能及时完善付款手续", "2期合并为1期"] as const;
const WORDS = ["及时", "持续提升", "有效保障", "长期", "≥良", "2024年12月底前", "≤万分之一", "优"] as const;

const text = fc.constantFrom(...TEXTS).map(stated);
const maybeText = fc.option(text, { freq: 5 });
const maybeReason = fc.option(fc.constantFrom(...REASONS).map(stated));

const decimal = fc
  .tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }), fc.boolean())
  .map(([whole, cents, isWhole]) => (isWhole ? `${whole}` : `${whole}.${`${cents}`.padStart(2, "0")}`));
const amount = fc.oneof(
  { weight: 6, arbitrary: decimal },
  { weight: 2, arbitrary: decimal.map((value) => value.replace(/\B(?=(?:\d{3})+(?:\.|$))/gu, ",")) },
  { weight: 1, arbitrary: fc.constantFrom("0", "0.00", "") },
);
const score = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map(String),
  fc.integer({ min: 0, max: 4000 }).map((hundredths) => (hundredths / 100).toFixed(2)),
);
const rate = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map((value) => `${value}%`),
  fc.integer({ min: 0, max: 10_000 }).map((value) => `${(value / 100).toFixed(2)}%`),
);

const figure = (raw: string, unit: Unit | null): CellValue => parseFigure(raw, unit, {});

/** A figure as forms print it, now and then missing or unreadable. */
const points = fc.oneof(
  { weight: 60, arbitrary: score.map((raw) => figure(raw, null)) },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom("l0", "1O", "10分左右").map((raw) => figure(raw, null)) },
);

function fundingValue(field: FundingField, isTotal: boolean, unit: Unit): fc.Arbitrary<CellValue> {
  if (field === "rate")
    return (isTotal ? rate : fc.constantFrom("", "100.00%")).map((raw) => figure(raw, PERCENT));
  if (field === "points") return fc.constant(figure(isTotal ? "10" : "—", null));
  if (field === "score") return (isTotal ? score : fc.constantFrom("—", "/")).map((raw) => figure(raw, null));
  return (isTotal ? decimal : amount).map((raw) => figure(raw, unit));
}

function fundingFor(layout: EvaluationLayout, unit: Unit): fc.Arbitrary<readonly FundingRow[]> {
  const block = layout.funding;
  if (block === null) return fc.constant([]);
  const printed = new Set<FundingColumn["field"]>(block.columns.map(({ field }) => field));
  const row = (source: (typeof block.rows)[number]): fc.Arbitrary<FundingRow> =>
    fc
      .tuple(
        fc.tuple(
          ...FUNDING_FIELDS.map((field) =>
            printed.has(field) ? fundingValue(field, source.source === "total", unit) : fc.constant(null),
          ),
        ),
        printed.has("reason") && source.source !== "total" ? maybeReason : fc.constant(null),
      )
      .map(([values, reason]) => ({
        source: source.source,
        name: source.words[0] ?? "",
        // One value for every name of FUNDING_FIELDS.
        fields: Object.fromEntries(FUNDING_FIELDS.map((field, at) => [field, values[at] ?? null])) as Record<
          FundingField,
          CellValue | null
        >,
        reason,
        place: {},
      }));
  const [total, ...others] = block.rows;
  return fc
    .subarray(others, { minLength: 1 })
    .chain((chosen) => fc.tuple(...[...(total === undefined ? [] : [total]), ...chosen].map(row)));
}

const read = (printed: string, context = {}): IndicatorValue | null =>
  readIndicatorValue(printed, {}, context)?.value ?? null;

const quantity = fc.tuple(
  fc.constantFrom("≥", "=", "≤"),
  fc.oneof(fc.integer({ min: 0, max: 9999 }).map(String), decimal),
  fc.constantFrom("%", "次", "个", "万元", "人", "元", "台/套"),
);

type Values = Pick<Indicator, "target" | "initialTarget" | "actual">;

function valuesFor(layout: EvaluationLayout): fc.Arbitrary<Values> {
  const has = (field: IndicatorField): boolean =>
    layout.indicators.columns.some((one) => one.field === field);
  const hasInitial = has("initialTarget") ? fc.boolean() : fc.constant(false);
  const numbers = fc
    .tuple(quantity, decimal, hasInitial)
    .map(([[comparator, target, unit], actual, initial]) => ({
      target: has("comparator") ? read(target, { comparator, unit }) : read(`${comparator}${target}${unit}`),
      initialTarget: initial ? read(`${comparator}${actual}${unit}`) : null,
      actual: read(has("comparator") ? actual : `${actual}${unit}`),
    }));
  const words = fc.constantFrom(...WORDS).map((target) => ({
    target: has("comparator")
      ? read(target.replace(/^[≥≤]/u, ""), { comparator: /^[≥≤]/u.exec(target)?.[0] ?? "定性", unit: "其他" })
      : read(target),
    initialTarget: null,
    actual: read(target),
  }));
  const tiers = fc.constantFrom(...layout.tiers).map((tier) => ({
    target: read("及时"),
    initialTarget: null,
    actual: read(tier),
  }));
  return fc.oneof(
    { weight: 4, arbitrary: numbers },
    { weight: 2, arbitrary: words },
    { weight: has("note") ? 1 : 0, arbitrary: tiers },
  );
}

function indicatorFor(layout: EvaluationLayout): fc.Arbitrary<Omit<Indicator, "level1" | "level2">> {
  const hasScore = layout.indicators.columns.some(({ field }) => field === "score");
  const hasReason = layout.indicators.columns.some(({ field }) => field === "reason");
  return fc
    .record({
      values: valuesFor(layout),
      name: fc.constantFrom(...INDICATORS),
      points,
      score: points,
      reason: hasReason ? maybeReason : fc.constant(null),
    })
    .map(({ values, name, points, score: scored, reason }) => ({
      ...values,
      name,
      points,
      score: hasScore ? scored : null,
      reason,
      place: {},
      doubtful: false,
    }));
}

/** Indicators in the order of the form's levels, one to three under each. */
export function indicatorsFor(layout: EvaluationLayout): fc.Arbitrary<readonly Indicator[]> {
  const groups = layout.indicators.levels.flatMap((level1) =>
    level1.level2.map((level2) => ({ level1: level1.words[0] ?? "", level2: level2.words[0] ?? "" })),
  );
  return fc
    .subarray(groups, { minLength: 3 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((group) =>
          fc
            .array(indicatorFor(layout), { minLength: 1, maxLength: 3 })
            .map((rows) => rows.map((row): Indicator => ({ ...group, ...row }))),
        ),
      ),
    )
    .map((rows) => rows.flat());
}

function textsFor(
  layout: EvaluationLayout,
): fc.Arbitrary<Readonly<Record<EvaluationText, StatedText | null>>> {
  const printed = new Set([...layout.tail, ...layout.chapters].map(({ field }) => field));
  return fc
    .tuple(...EVALUATION_TEXTS.map((field) => (printed.has(field) ? maybeText : fc.constant(null))))
    .map(
      (values) =>
        // One value for every name of EVALUATION_TEXTS.
        Object.fromEntries(EVALUATION_TEXTS.map((field, at) => [field, values[at] ?? null])) as Record<
          EvaluationText,
          StatedText | null
        >,
    );
}

/** A report's texts: its conclusion states the scores, and what figures could say is said. */
function reportTexts(
  made: {
    readonly texts: ProjectEvaluation["text"];
    readonly name: string;
    readonly indicatorScore: string;
    readonly total: string;
    readonly grade: string;
  },
  fundingScore: CellValue | null,
): ProjectEvaluation["text"] {
  const funding = fundingScore?.kind === "figure" ? fundingScore.value : "0";
  const conclusion = `预算执行情况得分${funding}分，指标完成情况得分${made.indicatorScore}分，最终评分结果：${made.name}项目绩效自评价结果为：总得分${made.total}分，属于“${made.grade}”。资金使用规范。`;
  const [said] = TEXTS;
  return {
    ...made.texts,
    conclusion: stated(conclusion),
    implementation: made.texts.implementation ?? stated(said),
    satisfaction: made.texts.satisfaction ?? stated(said),
  };
}

/** Points stated beside the first name of every level. */
function levelPointsOf(indicators: readonly Indicator[]): ProjectEvaluation["levelPoints"] {
  const names = [...new Set(indicators.map(({ level1 }) => level1))];
  return names.map((level1, at) => ({ level1, points: figure(`${10 * (at + 1)}`, null), place: {} }));
}

/** A self-evaluation as the layout prints it; a report states its scores in the conclusion. */
export function evaluationFor(layout: EvaluationLayout): fc.Arbitrary<ProjectEvaluation> {
  const isReport = layout.conclusion !== null;
  const prints = (what: "points" | "score" | "grade"): boolean =>
    layout.total?.prints.includes(what) === true;
  return fc
    .record({
      name: fc.constantFrom(...NAMES),
      code: fc.option(fc.constantFrom("51111321T000000112594", "14112724P000000123")),
      moneyUnit: fc.constantFrom<"元" | "万元">("元", "万元"),
      goal: maybeText,
      achievement: maybeText,
      indicators: indicatorsFor(layout),
      total: score,
      indicatorScore: score,
      grade: fc.constantFrom(...layout.grades),
      texts: textsFor(layout),
      year: fc.constantFrom(2024, 2025, null),
      statesPoints: fc.boolean(),
    })
    .chain((made) =>
      fundingFor(layout, made.moneyUnit === "元" ? YUAN : WAN_YUAN).map((funding): ProjectEvaluation => {
        const fundingScore = funding[0]?.fields.score ?? null;
        return {
          name: made.name,
          code: made.code,
          moneyUnit: made.moneyUnit,
          layout: layout.id,
          funding,
          goal: layout.goal === null ? null : made.goal,
          achievement: layout.goal === null ? null : made.achievement,
          indicators: made.indicators,
          levelPoints: made.statesPoints ? levelPointsOf(made.indicators) : [],
          indicatorScore: isReport ? figure(made.indicatorScore, null) : null,
          fundingScore: fundingScore?.kind === "blank" ? null : fundingScore,
          totalScore: isReport || prints("score") ? figure(made.total, null) : null,
          totalPoints: prints("points") ? figure("100", null) : null,
          grade: isReport || prints("grade") ? stated(made.grade) : null,
          text: isReport ? reportTexts(made, fundingScore) : made.texts,
          department: stated("041-某县人民政府办公室"),
          unit: stated("041001-某县人民政府办公室"),
          year: made.year,
          place: {},
          span: null,
        };
      }),
    );
}
