// The published JSON form of `jueming indicators` (schemas/indicators.schema.json).

import type { JsonObject } from "@jueming/core/disclosure/disclosure-json.ts";
import { placeToJson } from "@jueming/core/disclosure/json/places.ts";
import type { LibraryEntry } from "@jueming/core/indicators/entry-group.ts";
import { level1Of } from "@jueming/core/indicators/levels.ts";
import type { NamedIndicator, NearDuplicate } from "@jueming/core/indicators/review/near-duplicates.ts";
import type { IndicatorReview } from "@jueming/core/indicators/review/review-indicators.ts";
import type { SuggestedSet } from "@jueming/core/indicators/suggest/suggest-indicators.ts";

/** Name and version of the JSON form. */
export const INDICATORS_SCHEMA = "jueming/indicators/1";

/** Entries of the library, as found. */
export function entriesJson(entries: readonly LibraryEntry[], query: string): JsonObject {
  return { schema: INDICATORS_SCHEMA, kind: "entries", query, entries: entries.map(entryJson) };
}

function entryJson(entry: LibraryEntry): JsonObject {
  const { id, category, categoryName, level2, name, kind, unit, comparator, target, points } = entry;
  return {
    id,
    category,
    categoryName,
    level1: level1Of(level2, "cost-apart"),
    level1CostInOutput: level1Of(level2, "cost-in-output"),
    level2,
    name,
    kind,
    unit,
    comparator,
    target,
    points: String(points),
    formula: entry.formula,
    evidence: entry.evidence,
    aliases: entry.aliases,
    economicCodes: entry.economicCodes,
    source: entry.source,
  };
}

/** SuggestedFor: for what indicators were suggested. */
export interface SuggestedFor {
  readonly project: string;
  readonly edition: string;
}

/** A suggested set of indicators. */
export function suggestionsJson(set: SuggestedSet, { project, edition }: SuggestedFor): JsonObject {
  return {
    schema: INDICATORS_SCHEMA,
    kind: "suggestions",
    project,
    edition,
    categories: set.categories.map(({ group, why }) => ({ id: group.id, name: group.name, why })),
    style: set.style,
    levels: set.levels.map(({ level1, points, kept, suggestions, note }) => ({
      level1,
      points: points.toFixed(),
      kept: kept.map((one) => ({ name: one.indicator.name, points: one.points.toFixed() })),
      suggestions: suggestions.map(({ entry, level2, target, toFill, points: own, reason }) => ({
        id: entry.id,
        level2,
        name: entry.name,
        target,
        toFill,
        points: own.toFixed(),
        formula: entry.formula,
        evidence: entry.evidence,
        reason,
      })),
      note,
    })),
  };
}

/** Reviews of one document. */
export function reviewsJson(reviews: readonly IndicatorReview[], source: string): JsonObject {
  return {
    schema: INDICATORS_SCHEMA,
    kind: "review",
    source,
    projects: reviews.map(({ project, indicators, hints, known }) => ({
      project,
      indicators,
      hints: hints.map(({ code, severity, indicator, message, advice, basis }) => ({
        code,
        severity,
        indicator: indicator?.name ?? null,
        message,
        advice,
        basis,
        place: indicator === null ? undefined : placeToJson(indicator.place, source),
      })),
      known: known.map(({ indicator, entry }) => ({ indicator: indicator.name, entry: entry.id })),
    })),
  };
}

/** Near-duplicates in one or more documents. */
export function duplicatesJson(duplicates: readonly NearDuplicate[]): JsonObject {
  return {
    schema: INDICATORS_SCHEMA,
    kind: "duplicates",
    duplicates: duplicates.map(({ scope, left, right, likeness, explanation }) => ({
      scope,
      left: namedJson(left),
      right: namedJson(right),
      likeness: likeness.toFixed(2),
      explanation,
    })),
  };
}

function namedJson({ source, project, form, level1, level2, name }: NamedIndicator): JsonObject {
  return { source, project, form, level1, level2, name };
}
