// Suggests a full set of indicators for a project: by level, with targets, and points that sum to the
// level's. What the project has already is kept, and nothing like it is suggested. The same project always
// gets the same set.

import { Decimal } from "decimal.js";

import type { ScoringRules } from "../../evaluation/scoring/scoring-rules.ts";
import type { LibraryEntry } from "../entry-group.ts";
import { findLevel2, level1Of, level2Names, printedLevel2, sameWords, type LevelStyle } from "../levels.ts";
import { isSameMeasure } from "../library/same-entry.ts";
import type { ExistingIndicator, MatchedCategory, ProjectSketch } from "./project-sketch.ts";
import { categoriesOf } from "./project-sketch.ts";
import { rankEntries, type RankedEntry } from "./rank-entries.ts";
import { sharePoints } from "./share-points.ts";

/** Suggestion (指标建议). */
export interface Suggestion {
  readonly entry: LibraryEntry;
  readonly level1: string;
  readonly level2: string;
  readonly target: string;
  /** True when the target has a number left to fill in. */
  readonly toFill: boolean;
  readonly points: Decimal;
  readonly reason: string;
}

/** KeptIndicator: an indicator of the project with its points, stated or proposed. */
export interface KeptIndicator {
  readonly indicator: ExistingIndicator;
  readonly points: Decimal;
}

/** SuggestedLevel: the suggestions of one level-1. */
export interface SuggestedLevel {
  readonly level1: string;
  readonly points: Decimal;
  readonly kept: readonly KeptIndicator[];
  readonly suggestions: readonly Suggestion[];
  /** Why nothing, or less than usual, is suggested. */
  readonly note: string | null;
}

/** SuggestedSet (指标体系建议). */
export interface SuggestedSet {
  readonly categories: readonly MatchedCategory[];
  readonly style: LevelStyle;
  readonly levels: readonly SuggestedLevel[];
  /** Indicators of the project whose level-1 the edition's points do not name. */
  readonly unplaced: readonly ExistingIndicator[];
}

/** How many indicators of a level-2 are usual; benefits share theirs. */
const USUAL: Readonly<Record<string, number>> = {
  数量指标: 2,
  质量指标: 1,
  时效指标: 1,
  服务对象满意度指标: 1,
};
const BENEFITS = 2;
const MANY_POINTS = 40;
const TWO_COSTS = 20;

/** Suggests indicators by the points of an edition. */
export function suggestIndicators(
  sketch: ProjectSketch,
  scoring: Pick<ScoringRules, "levelPoints">,
): SuggestedSet {
  const matched = categoriesOf(sketch);
  const { style, levelPoints } = chosenPoints(sketch.indicators, scoring);
  const ranked = rankEntries(sketch, matched);
  const levels = Object.entries(levelPoints).map(([level1, points]) =>
    suggestLevel({ level1, points: new Decimal(points), style, ranked, sketch }),
  );
  return {
    categories: matched,
    style,
    levels,
    unplaced: sketch.indicators.filter((one) => !levels.some(({ level1 }) => sameWords(level1, one.level1))),
  };
}

/** The points of the style that the project's own indicators follow, else 101号's where the edition has it. */
function chosenPoints(
  indicators: readonly ExistingIndicator[],
  { levelPoints }: Pick<ScoringRules, "levelPoints">,
): { readonly style: LevelStyle; readonly levelPoints: Readonly<Record<string, string>> } {
  const costInOutput = indicators.some(
    ({ level1, level2 }) => level1.includes("产出") && level2.includes("成本"),
  );
  const apart = levelPoints.find((points) => Object.hasOwn(points, "成本指标"));
  if (apart !== undefined && !costInOutput) return { style: "cost-apart", levelPoints: apart };
  const inOutput = levelPoints.find((points) => !Object.hasOwn(points, "成本指标"));
  return { style: "cost-in-output", levelPoints: inOutput ?? levelPoints[0] ?? {} };
}

interface Level {
  readonly level1: string;
  readonly points: Decimal;
  readonly style: LevelStyle;
  readonly ranked: readonly RankedEntry[];
  readonly sketch: ProjectSketch;
}

function suggestLevel(level: Level): SuggestedLevel {
  const { level1, points, sketch } = level;
  const own = sketch.indicators.filter((one) => sameWords(one.level1, level1));
  const stated = own.reduce((sum, one) => sum.plus(one.points ?? 0), new Decimal(0));
  const left = points.minus(stated);
  const open = own.filter((one) => one.points === null);
  const wanted = left.gt(0) ? wantedEntries(level, own) : [];
  // Fewer suggestions where the points left do not reach for all.
  const chosen = wanted.slice(0, Math.max(0, left.floor().toNumber() - open.length));
  const shares =
    sharePoints(left, [...open.map(usualPoints), ...chosen.map(({ entry }) => entry.points)]) ?? [];
  const proposed = new Map(open.map((one, index) => [one, shares[index] ?? new Decimal(0)]));
  return {
    level1,
    points,
    kept: own.map((indicator) => ({
      indicator,
      points: indicator.points ?? proposed.get(indicator) ?? new Decimal(0),
    })),
    suggestions: chosen.map((one, index) =>
      suggestionOf(one, level, shares[open.length + index] ?? new Decimal(0)),
    ),
    note: noteOf({ level1, points, stated, suggested: chosen.length }),
  };
}

function noteOf({
  level1,
  points,
  stated,
  suggested,
}: {
  readonly level1: string;
  readonly points: Decimal;
  readonly stated: Decimal;
  readonly suggested: number;
}): string | null {
  if (stated.gt(points))
    return `${level1}已有分值合计${stated.toFixed()}分，超过${points.toFixed()}分，请先调减。`;
  if (suggested > 0) return null;
  return stated.eq(points)
    ? null
    : `${level1}的指标已齐，尚有${points.minus(stated).toFixed()}分请在已有指标中调整。`;
}

function usualPoints({ level2 }: ExistingIndicator): number {
  return level2.includes("数量") ? 15 : 10;
}

/** The best entries for what the level lacks, in the order of the form. */
function wantedEntries(level: Level, own: readonly ExistingIndicator[]): readonly RankedEntry[] {
  const chosen: RankedEntry[] = [];
  let lacking = 0;
  for (const slot of slotsOf(level)) {
    const has = own.filter((one) => slot.level2s.includes(findLevel2(one.level2) ?? "")).length;
    // Where a project has one quantity only, a second quality says more than a quantity of another matter.
    const count = slot.count - has + (slot.level2s.includes("质量指标") && own.length === 0 ? lacking : 0);
    const filled = fillSlot(slot, Math.max(0, count), { level, own, chosen });
    lacking = Math.max(0, count - filled.length);
    chosen.push(...filled);
  }
  return chosen;
}

interface Filling {
  readonly level: Level;
  readonly own: readonly ExistingIndicator[];
  readonly chosen: readonly RankedEntry[];
}

function fillSlot({ level2s }: Slot, count: number, { level, own, chosen }: Filling): readonly RankedEntry[] {
  const filled: RankedEntry[] = [];
  while (filled.length < count) {
    const taken = [...chosen, ...filled];
    const used = new Set([
      ...own.map((one) => findLevel2(one.level2)),
      ...filled.map(({ entry }) => entry.level2),
    ]);
    const next = level.ranked.find(
      ({ entry }) =>
        level2s.includes(entry.level2) &&
        // Of several kinds of benefit, the second one is of another kind.
        (level2s.length === 1 || !used.has(entry.level2)) &&
        mayFollow(entry, taken, level2s) &&
        !level.sketch.indicators.some((one) => isSameMeasure(one.name, entry)) &&
        !taken.some((one) => isSameMeasure(one.entry.name, entry)),
    );
    if (next === undefined) break;
    filled.push(next);
  }
  return filled.toSorted(
    (left, right) => level2Names.indexOf(left.entry.level2) - level2Names.indexOf(right.entry.level2),
  );
}

/** One limit by the whole amount is enough, and what fits any project only fills what is empty. */
function mayFollow(entry: LibraryEntry, chosen: readonly RankedEntry[], level2s: readonly string[]): boolean {
  if (entry.targetIsAmount) return !chosen.some((one) => one.entry.targetIsAmount);
  return entry.category !== "general" || !chosen.some((one) => level2s.includes(one.entry.level2));
}

interface Slot {
  readonly level2s: readonly string[];
  readonly count: number;
}

function slot(level2: string, count = USUAL[level2] ?? 1): Slot {
  return { level2s: [level2], count };
}

/** Which level-2 a level-1 holds, and how many indicators of each are usual. */
function slotsOf({ level1, points, style }: Level): readonly Slot[] {
  if (sameWords(level1, "产出指标")) {
    const outputs = ["数量指标", "质量指标", "时效指标"].map((level2) => slot(level2));
    return style === "cost-in-output" ? [...outputs, slot("经济成本指标")] : outputs;
  }
  if (sameWords(level1, "成本指标")) return [slot("经济成本指标", points.gte(TWO_COSTS) ? 2 : 1)];
  if (sameWords(level1, "效益指标")) {
    const level2s = ["社会效益指标", "经济效益指标", "生态效益指标", "可持续影响指标"];
    return [{ level2s, count: points.gte(MANY_POINTS) ? BENEFITS + 1 : BENEFITS }];
  }
  return sameWords(level1, "满意度指标") ? [slot("服务对象满意度指标")] : [];
}

function suggestionOf({ entry, why }: RankedEntry, { style, sketch }: Level, points: Decimal): Suggestion {
  const amount = entry.targetIsAmount ? sketch.amount : null;
  const target = amount === null ? entry.target : entry.target.replace("【】", amount.toFixed());
  return {
    entry,
    level1: level1Of(entry.level2, style),
    level2: printedLevel2(entry.level2, style),
    target,
    toFill: target.includes("【】"),
    points,
    reason: why,
  };
}
