// The scores of a report's projects as they follow from what is typed, each with its derivation, by the rows in which
// they are typed.

import { plain } from "@jueming/core/evaluation/scoring/printed-scores.ts";
import { scoreText } from "@jueming/core/evaluation/scoring/rounding.ts";
import type { EvaluationScore } from "@jueming/core/evaluation/scoring/score-evaluation.ts";
import { scoreEvaluation } from "@jueming/core/evaluation/scoring/score-evaluation.ts";
import type { ScoreJudgement } from "@jueming/core/evaluation/scoring/score-judgement.ts";
import type { ScoringRules } from "@jueming/core/evaluation/scoring/scoring-rules.ts";
import type { Place } from "@jueming/core/document/document.ts";
import { disclosureOfEntries } from "@jueming/pipeline/report-entries/disclosure-of-entries.ts";
import { keyAtPlace } from "@jueming/pipeline/report-entries/entry-places.ts";

import type { JudgedScore, ProjectScores, ReportScores } from "../contract/report-editing.ts";
import type { ReportMaterial } from "./report-material.ts";

/** Scores every project of a report (自评计分). */
export function scoresOfReport({
  form,
  entries,
  row,
}: Pick<ReportMaterial, "form" | "entries" | "row">): ReportScores {
  const { disclosure } = disclosureOfEntries(form, entries, row.unitName);
  const rules = form.edition.scoring;
  const rowAt = (place: Place): string | null => {
    const spot = keyAtPlace(form, entries, place);
    return spot?.kind === "cell" ? spot.row : null;
  };
  const projects = disclosure.evaluations.map((evaluation) =>
    projectScoresOf(scoreEvaluation(evaluation, rules), rules, rowAt),
  );
  return { rules: rules.name, projects };
}

function projectScoresOf(
  score: EvaluationScore,
  rules: ScoringRules,
  rowAt: (place: Place) => string | null,
): ProjectScores {
  const { evaluation, total, grade, duties, execution, indicators } = score;
  const rows = indicators.map((one) => [rowAt(one.indicator.place), judged(one, rules)] as const);
  return {
    row: rowAt(evaluation.place),
    computedTotal: score.computedTotal === null ? null : plain(score.computedTotal),
    derivation: total.derivation,
    grade: grade.computed,
    gradeDerivation: total.gradeDerivation,
    duties: duties.map(({ subject, duty }) => ({ subject, duty })),
    execution: execution === null ? null : judged(execution, rules),
    indicators: Object.fromEntries(rows.flatMap(([row, one]) => (row === null ? [] : [[row, one]]))),
  };
}

function judged(
  { printed, computed, derivation, verdict, reason, notes }: ScoreJudgement,
  rules: ScoringRules,
): JudgedScore {
  return {
    printed: printed?.kind === "figure" ? printed.value : null,
    computed: computed === null ? null : scoreText(computed, rules),
    derivation,
    verdict,
    reason,
    note: notes.length === 0 ? null : notes.join("；"),
  };
}
