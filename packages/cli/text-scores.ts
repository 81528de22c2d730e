// Scores as people read them: each project with its scores, how they follow, and what is to be said of them.

import { scoreText } from "@jueming/core/evaluation/scoring/rounding.ts";
import { executionPoints } from "@jueming/core/evaluation/scoring/execution-score.ts";
import { plain } from "@jueming/core/evaluation/scoring/printed-scores.ts";
import type { EvaluationScore } from "@jueming/core/evaluation/scoring/score-evaluation.ts";
import type { ScoreJudgement, ScoreVerdictWord } from "@jueming/core/evaluation/scoring/score-judgement.ts";
import type { ScoringRules } from "@jueming/core/evaluation/scoring/scoring-rules.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";
import type { Scores, Trial } from "@jueming/pipeline/scores-json.ts";

import type { Paint } from "./paint.ts";
import { alignedRows, printable } from "./printed-width.ts";

const VERDICTS: Readonly<Record<ScoreVerdictWord, string>> = {
  justified: "有据",
  generous: "偏高",
  strict: "偏低",
  judgement: "需人工判断",
  "not-comparable": "不可比",
};
const RIGHT = { side: "right" } as const;
const COLUMNS = [{ limit: 36 }, RIGHT, RIGHT, RIGHT, {}, {}];

/** The scores of one document. */
export function textScores({ source, rules, evaluations, trials }: Scores, paint: Paint): string {
  const head = `${paint.strong("绩效自评计分")}  ${printable(source)}\n评分办法：${rules.basis}（${rules.name}，${rules.id}）\n`;
  if (evaluations.length === 0) return `${head}没有项目支出绩效自评。\n`;
  const parts = evaluations.map((score, index) =>
    evaluationLines(score, { number: index + 1, rules, paint, trial: trials.get(index) }),
  );
  return `${head}${parts.map((lines) => `\n${lines.join("\n")}\n`).join("")}\n${countLine(evaluations)}\n`;
}

interface Setting {
  readonly number: number;
  readonly rules: ScoringRules;
  readonly paint: Paint;
  readonly trial: Trial | undefined;
}

function evaluationLines(
  score: EvaluationScore,
  { number, rules, paint, trial }: Setting,
): readonly string[] {
  const { evaluation, execution, indicators } = score;
  const row = (name: string, points: string, judgement: ScoreJudgement): readonly string[] => [
    name,
    points,
    printedText(judgement.printed),
    judgement.computed === null ? "" : scoreText(judgement.computed, rules),
    verdictText(judgement),
    explanationOf(judgement),
  ];
  const [head = "", ...rows] = alignedRows(
    [
      ["得分", "分值", "所列", "推算", "判断", "推算过程和说明"],
      ...(execution === null
        ? []
        : [row("预算执行率", plain(executionPoints(evaluation, rules)), execution)]),
      ...indicators.map((one) => row(one.indicator.name, printedText(one.indicator.points), one)),
    ],
    COLUMNS,
  );
  return [
    `${paint.strong(`${number}. ${printable(evaluation.name)}`)}`,
    totalLine(score),
    ...derivationLines(score),
    paint.faint(head),
    ...rows,
    ...dutyLines(score),
    ...(trial === undefined ? [] : trialLines(trial, rules)),
  ];
}

function derivationLines({ total }: EvaluationScore): readonly string[] {
  const { derivation, gradeDerivation } = total;
  if (derivation === null) return [];
  return [
    printable(`推算总分：${derivation}${gradeDerivation === null ? "" : `；等级：${gradeDerivation}`}`),
  ];
}

function dutyLines({ duties }: EvaluationScore): readonly string[] {
  return duties.map(({ subject, duty }) => printable(`待说明：${subject}：${duty}`));
}

/** What a trial changes: each score, the total and the grade before and after. */
function trialLines({ before, after, changed, remarks }: Trial, rules: ScoringRules): readonly string[] {
  const text = (score: EvaluationScore["computedTotal"]): string =>
    score === null ? "无" : scoreText(score, rules);
  const lines = changed.map(
    ({ name, before: old, after: now, why }) =>
      `试算：${name} ${text(old)} → ${text(now)}${why === null ? "" : `（${why}）`}`,
  );
  const totals = [before, after].map(({ computedTotal }) =>
    computedTotal === null ? "无" : plain(computedTotal),
  );
  const grades = [before, after].map(({ grade }) => grade.computed ?? "无");
  return [
    ...(lines.length === 0 ? ["试算：各项得分不变"] : lines),
    ...remarks.map((remark) => `试算：${remark}`),
    `试算：总分 ${totals.join(" → ")}，等级 ${grades.join(" → ")}`,
    ...derivationLines(after).map((line) => `试算后${line}`),
  ].map(printable);
}

function totalLine({ evaluation, sumOfPrinted, computedTotal, grade }: EvaluationScore): string {
  const grades = `等级 ${grade.printed ?? "无"}，按推算 ${grade.computed ?? "无"}`;
  return printable(
    `总分 ${printedText(evaluation.totalScore) || "无"}，所列各项合计 ${sumOfPrinted === null ? "无" : plain(sumOfPrinted)}，推算 ${computedTotal === null ? "无" : plain(computedTotal)}；${grades}`,
  );
}

function printedText(value: CellValue | null): string {
  if (value === null || value.kind === "blank") return "";
  return value.kind === "figure" ? value.value : `${value.raw}（无法识别）`;
}

function verdictText({ verdict, by }: ScoreJudgement): string {
  return by === null || by.isZero() ? VERDICTS[verdict] : `${VERDICTS[verdict]} ${plain(by)}`;
}

function explanationOf({ derivation, reason, notes }: ScoreJudgement): string {
  return [derivation, reason, ...notes].filter((part) => part !== null).join("；");
}

/** How many scores have which verdict, and what the totals take as printed. */
function countLine(evaluations: readonly EvaluationScore[]): string {
  const judgements = evaluations.flatMap(({ execution, indicators }): readonly ScoreJudgement[] =>
    execution === null ? indicators : [execution, ...indicators],
  );
  const counts = Object.entries(VERDICTS).map(
    ([verdict, word]) => `${word} ${judgements.filter((one) => one.verdict === verdict).length}`,
  );
  return `${evaluations.length} 个项目，${judgements.length} 项得分：${counts.join("，")}。\n推算总分中，无法推算的按所列得分计入，不超出分值和档次。`;
}
