// Indicators of a made self-evaluation: points as the edition divides them, results reached or missed,
// and the score that follows.

import type { Level1 } from "@jueming/core/forms/evaluation-layout.ts";
import type { MadeUnit } from "./made-unit.ts";
import { wanYuan } from "./printed-amounts.ts";
import type { Random } from "./random.ts";

/** MadeIndicator: an indicator with points and score in hundredths. */
export interface MadeIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  /** "" for a target in words. */
  readonly comparator: string;
  readonly target: string;
  readonly unit: string;
  readonly actual: string;
  readonly points: number;
  readonly score: number;
  readonly reason: string;
}

export interface IndicatorWish {
  readonly unit: MadeUnit;
  readonly executed: bigint;
  readonly adjusted: bigint;
  readonly initial: bigint;
  readonly misses: boolean;
}

type Kind =
  | { readonly form: "count"; readonly unit: string; readonly from: number; readonly to: number }
  | { readonly form: "percent"; readonly from: number; readonly to: number }
  | { readonly form: "words"; readonly words: string }
  | { readonly form: "cost" };

/** Names by second level (by what its name contains), with the kind of target. */
const NAMES: readonly (readonly [level2: RegExp, names: readonly (readonly [name: string, kind: Kind])[]])[] =
  [
    [
      /数量/u,
      [
        ["开展业务工作次数", { form: "count", unit: "次", from: 6, to: 60 }],
        ["服务对象数量", { form: "count", unit: "人", from: 20, to: 900 }],
        ["完成重点任务数量", { form: "count", unit: "项", from: 5, to: 40 }],
        ["编印资料份数", { form: "count", unit: "份", from: 100, to: 5000 }],
      ],
    ],
    [
      /质量/u,
      [
        ["工作任务验收合格率", { form: "percent", from: 90, to: 98 }],
        ["资料规范率", { form: "percent", from: 85, to: 97 }],
      ],
    ],
    [
      /时效/u,
      [
        ["任务按时完成率", { form: "percent", from: 90, to: 96 }],
        ["工作完成及时性", { form: "words", words: "及时" }],
      ],
    ],
    [/^(?:经济)?成本/u, [["项目总成本", { form: "cost" }]]],
    [/经济效益/u, [["资源利用水平提升", { form: "words", words: "有所提升" }]]],
    [
      /社会效益/u,
      [
        ["公共服务水平提升", { form: "words", words: "明显提升" }],
        ["服务覆盖率", { form: "percent", from: 80, to: 95 }],
      ],
    ],
    [/生态效益/u, [["绿色办公水平提升", { form: "words", words: "有所改善" }]]],
    [/可持续/u, [["长效机制持续运行", { form: "words", words: "长期" }]]],
    [/满意/u, [["服务对象满意度", { form: "percent", from: 85, to: 95 }]]],
  ];

const REASONS = ["参与单位数量少于预期，下年度将加强组织", "部分工作安排在下年度实施，将加快进度"];

/** The indicators of a project, level by level in the order of its form. */
export function makeIndicators(wish: IndicatorWish, random: Random): readonly MadeIndicator[] {
  const { form, edition } = wish.unit;
  const names = form.indicators.levels.map(({ words }) => words[0] ?? "");
  const divisions = edition.scoring.levelPoints.filter(
    (division) =>
      Object.keys(division).every((name) => names.includes(name)) && Object.keys(division).length >= 3,
  );
  const division = random.pick(divisions);
  const indicators = form.indicators.levels.flatMap((level) =>
    levelIndicators(level, Number(division[level.words[0] ?? ""] ?? 0), wish, random),
  );
  return indicators;
}

function levelIndicators(
  level: Level1,
  total: number,
  wish: IndicatorWish,
  random: Random,
): readonly MadeIndicator[] {
  if (total === 0) return [];
  const level2 = level.level2.filter(({ words }) => namesFor(words[0] ?? "").length > 0);
  const most = Math.min(level2.length, Math.floor(total / 10));
  const chosen = random.some(level2, random.whole(Math.max(1, most - 1), Math.max(1, most)));
  const kinds = chosen.flatMap(({ words }) => {
    const names = namesFor(words[0] ?? "");
    return random
      .some(names, random.whole(1, names.length))
      .map(([name, kind]) => ({ level2: words[0] ?? "", name, kind }));
  });
  const fitting = kinds.slice(0, Math.max(1, Math.floor(total / 5)));
  return pointsFor(total, fitting.length, random).flatMap((points, index) => {
    const one = fitting[index];
    return one === undefined
      ? []
      : [indicator({ ...one, level1: level.words[0] ?? "", points }, wish, random)];
  });
}

const namesFor = (level2: string): (typeof NAMES)[number][1] =>
  NAMES.find(([words]) => words.test(level2))?.[1] ?? [];

/** Whole points, in fives where that comes out, for so many indicators. */
function pointsFor(total: number, count: number, random: Random): readonly number[] {
  const step: number = total % 5 === 0 && total / 5 >= count ? 5 : 1;
  const points = Array.from({ length: count }, () => step);
  for (let left = total / step - count; left > 0; left -= 1) {
    const at = random.whole(0, count - 1);
    points[at] = (points[at] ?? 0) + step;
  }
  return points;
}

interface IndicatorPlan {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly kind: Kind;
  readonly points: number;
}

type Result = Pick<MadeIndicator, "comparator" | "target" | "unit" | "actual"> & {
  /** Result ÷ target where it falls short, as a pair of whole numbers; null where it is reached. */
  readonly short: readonly [number, number] | null;
};

function indicator(plan: IndicatorPlan, wish: IndicatorWish, random: Random): MadeIndicator {
  const { short, ...result } = resultOf(plan.kind, wish, random);
  const full = plan.points * 100;
  const score = short === null ? full : Math.floor((2 * full * short[0] + short[1]) / (2 * short[1]));
  return {
    level1: plan.level1,
    level2: plan.level2,
    name: plan.name,
    ...result,
    points: full,
    score,
    reason: short === null ? "" : random.pick(REASONS),
  };
}

function resultOf(
  kind: Kind,
  { misses, executed, adjusted, initial }: IndicatorWish,
  random: Random,
): Result {
  if (kind.form === "words")
    return { comparator: "", target: kind.words, unit: "", actual: kind.words, short: null };
  if (kind.form === "cost") {
    const limit = adjusted > initial ? initial : adjusted;
    const target = limit >= executed ? limit : executed;
    return { comparator: "≤", target: wanYuan(target), unit: "万元", actual: wanYuan(executed), short: null };
  }
  const target = random.whole(kind.from, kind.to);
  const unit = kind.form === "count" ? kind.unit : "%";
  const isShort = misses && random.chance(0.4);
  const best = kind.form === "percent" ? 100 : Math.floor(target * 1.25);
  const actual = isShort ? random.whole(Math.ceil(target * 0.7), target - 1) : random.whole(target, best);
  return {
    comparator: "≥",
    target: String(target),
    unit,
    actual: String(actual),
    short: isShort ? [actual, target] : null,
  };
}
