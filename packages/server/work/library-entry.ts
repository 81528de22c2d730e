// An entry of the indicator library (指标库条目) opened: which side of its target is good, how the target may be written,
// and an example that is scored by the same functions as every evaluation.

import { parseFigure } from "@jueming/core/figures/parse-figure.ts";
import { countUnit } from "@jueming/core/figures/unit.ts";
import { readIndicatorValue } from "@jueming/core/evaluation/indicator-value.ts";
import type { Indicator, IndicatorValue } from "@jueming/core/evaluation/project-evaluation.ts";
import { scoreIndicator } from "@jueming/core/evaluation/scoring/indicator-score.ts";
import { plain } from "@jueming/core/evaluation/scoring/printed-scores.ts";
import type { LibraryEntry } from "@jueming/core/indicators/entry-group.ts";
import { level1Of } from "@jueming/core/indicators/levels.ts";
import { nationalEdition } from "@jueming/core/regions/index.ts";

import type { LibraryEntryView } from "../contract/reference-works.ts";

type Opened = Pick<LibraryEntryView, "level1" | "polarity" | "forms" | "example">;

/** What follows from an entry. */
export function openedEntry(entry: LibraryEntry): Opened {
  return {
    level1: level1Of(entry.level2, "cost-in-output") ?? "",
    polarity: polarityOf(entry),
    forms: [...formsOf(entry)],
    example: exampleOf(entry),
  };
}

function polarityOf({ comparator, kind }: LibraryEntry): Opened["polarity"] {
  if (kind === "qualitative" || comparator === null) return "words";
  return comparator === "≥" ? "higher-is-better" : comparator === "≤" ? "lower-is-better" : "exact";
}

/** The usual target with a number in the place that is left to fill in. */
const filledTarget = ({ target, comparator, unit }: LibraryEntry): string => {
  const filled = target.replaceAll(/【[^】]*】/gu, "20");
  const bare = filled.replace(/^[=≥≤]/u, "");
  return `${comparator ?? ""}${bare}${bare.endsWith(unit) ? "" : unit}`;
};

/** Ways to write the target that are read as the same. */
function formsOf(entry: LibraryEntry): readonly string[] {
  const target = filledTarget(entry);
  const bare = target.replace(/^[=≥≤]/u, "");
  switch (polarityOf(entry)) {
    case "higher-is-better":
      return [target, `不低于${bare}`, `${bare}以上`];
    case "lower-is-better":
      return [target, `不超过${bare}`, `${bare}以内`];
    case "exact":
      return [target, bare];
    default:
      return [target];
  }
}

const POINTS = "10";
const NOWHERE = {};

/** A result that reaches the target and one that misses it by a tenth, scored by the national rules. */
function exampleOf(entry: LibraryEntry): Opened["example"] {
  const target = filledTarget(entry);
  const value = valueOf(target)?.value ?? null;
  if (entry.kind === "qualitative" || value === null) return null;
  const number = Number(value);
  if (!Number.isFinite(number) || number <= 0) return null;
  const isUpper = polarityOf(entry) === "lower-is-better";
  const missed = String(Math.round(number * (isUpper ? 1.1 : 0.9) * 100) / 100);
  const results = [value, missed].flatMap((actual) => scored(entry, target, `${actual}${entry.unit}`));
  return results.length === 0 ? null : { target, results };
}

function scored(
  entry: LibraryEntry,
  target: string,
  actual: string,
): { actual: string; score: string; derivation: string }[] {
  const indicator: Indicator = {
    level1: level1Of(entry.level2, "cost-in-output") ?? "",
    level2: entry.level2,
    name: entry.name,
    target: valueOf(target),
    initialTarget: null,
    actual: valueOf(actual),
    points: parseFigure(POINTS, countUnit("分"), NOWHERE),
    score: null,
    reason: null,
    place: NOWHERE,
    doubtful: false,
  };
  const { computed, derivation } = scoreIndicator(indicator, nationalEdition.scoring);
  return computed === null || derivation === null ? [] : [{ actual, score: plain(computed), derivation }];
}

const valueOf = (text: string): IndicatorValue | null => readIndicatorValue(text, NOWHERE)?.value ?? null;
