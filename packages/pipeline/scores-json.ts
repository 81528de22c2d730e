// The published JSON form of scores (CONTRACT §4b; schemas/scores.schema.json).

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { JsonObject } from "@jueming/core/disclosure/disclosure-json.ts";
import { placeToJson } from "@jueming/core/disclosure/json/places.ts";
import { scoreText } from "@jueming/core/evaluation/scoring/rounding.ts";
import { plain } from "@jueming/core/evaluation/scoring/printed-scores.ts";
import type { EvaluationScore } from "@jueming/core/evaluation/scoring/score-evaluation.ts";
import { scoreEvaluation } from "@jueming/core/evaluation/scoring/score-evaluation.ts";
import type { ScoreJudgement } from "@jueming/core/evaluation/scoring/score-judgement.ts";
import type { ScoringRules } from "@jueming/core/evaluation/scoring/scoring-rules.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";
import { editionOf } from "@jueming/core/regions/index.ts";

/** Name and version of the JSON form. */
export const SCORES_SCHEMA = "jueming/scores/1";

/** Scores: the evaluations of one document, scored by the rules of its edition. */
export interface Scores {
  readonly source: string;
  readonly edition: Edition;
  readonly evaluations: readonly EvaluationScore[];
}

/** Scores every project evaluation of a disclosure; none where it has none. */
export function scoresOf(disclosure: Disclosure): Scores {
  const edition = editionOf(disclosure);
  const evaluations = disclosure.evaluations.map((evaluation) =>
    scoreEvaluation(evaluation, edition.scoring),
  );
  return { source: disclosure.source, edition, evaluations };
}

/** The scores as `jueming score --format json` prints them. */
export function toScoresJson({ source, edition, evaluations }: Scores): JsonObject {
  return {
    schema: SCORES_SCHEMA,
    source,
    edition: edition.id,
    evaluations: evaluations.map((score) => evaluationJson(score, { source, rules: edition.scoring })),
  };
}

interface Setting {
  readonly source: string;
  readonly rules: ScoringRules;
}

function evaluationJson(score: EvaluationScore, setting: Setting): JsonObject {
  const { evaluation, execution, indicators, sumOfPrinted, computedTotal, grade } = score;
  return {
    name: evaluation.name,
    printedTotal: printedJson(evaluation.totalScore, setting),
    sumOfPrinted: sumOfPrinted?.toFixed() ?? null,
    computedTotal: computedTotal?.toFixed() ?? null,
    grade: { ...grade },
    execution: execution === null ? null : judgementJson(execution, setting),
    indicators: indicators.map((judgement) => ({
      name: judgement.indicator.name,
      points: printedJson(judgement.indicator.points, setting),
      ...judgementJson(judgement, setting),
    })),
  };
}

function judgementJson(judgement: ScoreJudgement, setting: Setting): JsonObject {
  const { printed, computed, derivation, verdict, by, reason, notes, basis, place } = judgement;
  return {
    printed: printedJson(printed, setting),
    computed: computed === null ? null : scoreText(computed, setting.rules),
    derivation,
    verdict,
    by: by === null ? undefined : plain(by),
    reason: reason ?? undefined,
    note: notes.length === 0 ? undefined : notes.join("；"),
    basis: basis ?? undefined,
    place: placeToJson(place, setting.source),
  };
}

function printedJson(value: CellValue | null, { source }: Setting): JsonObject | string | null {
  if (value === null || value.kind === "blank") return null;
  if (value.kind === "figure") return value.value;
  const { raw, place, proposal } = value;
  return { raw, unreadable: true, place: placeToJson(place, source), proposal };
}
