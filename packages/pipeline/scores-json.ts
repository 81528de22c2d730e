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
import type { AddressedChange } from "@jueming/core/evaluation/scoring/what-if-address.ts";
import type { WhatIf, WhatIfChange } from "@jueming/core/evaluation/scoring/what-if.ts";
import { whatIf } from "@jueming/core/evaluation/scoring/what-if.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";
import { editionOf } from "@jueming/core/regions/index.ts";

/** Name and version of the JSON form. */
export const SCORES_SCHEMA = "jueming/scores/1";

/** Scores: the evaluations of one document, scored by the rules of its edition or by those asked for. */
export interface Scores {
  readonly source: string;
  /** Id of the edition, or of the rules asked for. */
  readonly edition: string;
  readonly rules: ScoringRules;
  readonly evaluations: readonly EvaluationScore[];
  /** Trials by the index of their evaluation. */
  readonly trials: ReadonlyMap<number, Trial>;
}

/** Trial (试算): what was changed in one evaluation, and the scores before and after. */
export interface Trial extends WhatIf {
  readonly changes: readonly WhatIfChange[];
}

/** Scores every project evaluation of a disclosure; none where it has none. */
export function scoresOf(disclosure: Disclosure, { rules: asked, changes = [] }: ScoresWish = {}): Scores {
  const edition = editionOf(disclosure);
  const rules = asked ?? edition.scoring;
  const evaluations = disclosure.evaluations.map((evaluation) => scoreEvaluation(evaluation, rules));
  const trials = new Map(
    disclosure.evaluations.flatMap((evaluation, index) => {
      const own = changes.filter((change) => change.evaluation === index);
      return own.length === 0 ? [] : [[index, { ...whatIf(evaluation, own, rules), changes: own }] as const];
    }),
  );
  return { source: disclosure.source, edition: asked?.id ?? edition.id, rules, evaluations, trials };
}

/** ScoresWish: rules other than those of the document's place, and changes to try. */
export interface ScoresWish {
  readonly rules?: ScoringRules;
  readonly changes?: readonly AddressedChange[];
}

/** The scores as `jueming score --format json` prints them. */
export function toScoresJson({ source, edition, rules, evaluations, trials }: Scores): JsonObject {
  const { id, name, basis, inForce } = rules;
  return {
    schema: SCORES_SCHEMA,
    source,
    edition,
    rules: { id, name, basis, inForce },
    evaluations: evaluations.map((score, index) => {
      const trial = trials.get(index);
      return {
        ...evaluationJson(score, { source, rules }),
        whatIf: trial === undefined ? undefined : trialJson(trial, rules),
      };
    }),
  };
}

function trialJson({ changes, after, changed, remarks }: Trial, rules: ScoringRules): JsonObject {
  return {
    changes: changes.map(({ target, text }) => ({ ...target, text })),
    computedTotal: after.computedTotal?.toFixed() ?? null,
    grade: after.grade.computed,
    total: totalJson(after),
    changed: changed.map(({ name, before, after: now, why }) => ({
      name,
      before: before === null ? null : scoreText(before, rules),
      after: now === null ? null : scoreText(now, rules),
      why,
    })),
    remarks,
  };
}

function totalJson({ total, execution }: EvaluationScore): JsonObject {
  const { sum, derivation, gradeDerivation, caps } = total;
  const rate = execution?.rate ?? null;
  return {
    sum: sum?.toFixed() ?? null,
    derivation,
    gradeDerivation,
    executionRate: rate === null ? null : rate.times(100).toDecimalPlaces(4).toFixed(),
    caps: caps.map(({ kind, executionBelow, most }) => ({ kind, executionBelow, most })),
  };
}

interface Setting {
  readonly source: string;
  readonly rules: ScoringRules;
}

function evaluationJson(score: EvaluationScore, setting: Setting): JsonObject {
  const { evaluation, execution, indicators, sumOfPrinted, computedTotal, grade, duties } = score;
  return {
    name: evaluation.name,
    printedTotal: printedJson(evaluation.totalScore, setting),
    sumOfPrinted: sumOfPrinted?.toFixed() ?? null,
    computedTotal: computedTotal?.toFixed() ?? null,
    grade: { ...grade },
    total: totalJson(score),
    duties: duties.map(({ subject, duty }) => ({ subject, duty })),
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
