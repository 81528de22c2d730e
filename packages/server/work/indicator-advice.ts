// What the indicator library (指标库) has to say of a project as it is typed: a set that fits it, and hints on its own.

import type { ProjectEvaluation } from "@jueming/core/evaluation/project-evaluation.ts";
import { decimalOf } from "@jueming/core/evaluation/scoring/printed-scores.ts";
import { reviewIndicators } from "@jueming/core/indicators/review/review-indicators.ts";
import type { SuggestedSet } from "@jueming/core/indicators/suggest/suggest-indicators.ts";
import { suggestIndicators } from "@jueming/core/indicators/suggest/suggest-indicators.ts";
import { disclosureOfEntries } from "@jueming/pipeline/report-entries/disclosure-of-entries.ts";
import { keyAtPlace } from "@jueming/pipeline/report-entries/entry-places.ts";

import type { IndicatorAdvice } from "../contract/report-editing.ts";
import type { ReportMaterial } from "./report-material.ts";

/** Advice for the project in a row of the list of projects; undefined where the row is none. */
export function indicatorAdvice(
  { form, entries, row }: Pick<ReportMaterial, "form" | "entries" | "row">,
  projectRow: string,
): IndicatorAdvice | undefined {
  const { disclosure } = disclosureOfEntries(form, entries, row.unitName);
  const rowAt = (place: ProjectEvaluation["place"]): string | null => {
    const spot = keyAtPlace(form, entries, place);
    return spot?.kind === "cell" ? spot.row : null;
  };
  const evaluation = disclosure.evaluations.find(({ place }) => rowAt(place) === projectRow);
  if (evaluation === undefined) return undefined;
  const { scoring } = form.edition;
  const set = suggestIndicators(sketchOf(evaluation), scoring);
  const { hints } = reviewIndicators(evaluation, scoring.tiers);
  return {
    levels: levelsOf(set),
    hints: hints.map(({ indicator, severity, message, advice, basis }) => ({
      row: indicator === null ? null : rowAt(indicator.place),
      severity,
      message,
      advice,
      basis,
    })),
  };
}

function sketchOf({ name, indicators }: ProjectEvaluation): Parameters<typeof suggestIndicators>[0] {
  return {
    name,
    category: null,
    economicCode: null,
    amount: null,
    indicators: indicators.map((one) => ({
      level1: one.level1,
      level2: one.level2,
      name: one.name,
      points: decimalOf(one.points) ?? null,
    })),
  };
}

const levelsOf = ({ levels }: SuggestedSet): IndicatorAdvice["levels"] =>
  levels.map(({ level1, points, note, suggestions }) => ({
    level1,
    points: points.toFixed(),
    note,
    suggestions: suggestions.map(({ entry, points: own, ...rest }) => ({
      level1: rest.level1,
      level2: rest.level2,
      name: entry.name,
      target: rest.target,
      toFill: rest.toFill,
      points: own.toFixed(),
      reason: rest.reason,
      formula: entry.formula,
      evidence: [...entry.evidence],
    })),
  }));
