// What a form prints and recognition could not take: said as problems, so that nobody takes it for checked.

import type { Problem } from "../../document/document.ts";
import type { ProjectEvaluation } from "../../evaluation/project-evaluation.ts";
import { formatMillionths } from "../../figures/figure.ts";
import type { FormRange } from "./find-forms.ts";
import type { RawIndicators } from "./indicator-rows.ts";

/** The problems of an evaluation whose name, indicators or some of their rows were not read. */
export function unreadParts(
  evaluation: ProjectEvaluation,
  raw: RawIndicators,
  range: FormRange,
): readonly Problem[] {
  return [
    ...lostRows(evaluation, raw),
    ...nameProblem(evaluation),
    ...unreadIndicators(evaluation, range, raw),
  ];
}

const WHOLE = 100_000_000n;

/** Rows that print something but no indicator, and points that do not make up the whole, are said. */
function lostRows(evaluation: ProjectEvaluation, raw: RawIndicators): readonly Problem[] {
  const lost = raw.lost
    .filter((line) => line.joined.length > 0)
    .map((line) => ({
      code: "row-lost",
      message: `“${evaluation.name}”的指标表中有一行无法识别（印有“${line.joined.slice(0, 20)}”），未计入，请核对原件`,
      place: line.place,
    }));
  const points = evaluation.indicators.map((indicator) => indicator.points);
  if (lost.length === 0 || points.some((value) => value?.kind !== "figure")) return lost;
  const total = points.reduce((sum, value) => sum + (value?.kind === "figure" ? value.millionths : 0n), 0n);
  const missing = WHOLE - 10_000_000n - total;
  if (missing <= 0n) return lost;
  const message = `“${evaluation.name}”读到的指标分值合计 ${formatMillionths(total, 0)} 分，疑缺行，请核对原件`;
  return [...lost, { code: "rows-missing", message, place: evaluation.place }];
}

function unreadIndicators(
  evaluation: ProjectEvaluation,
  { header, end }: FormRange,
  { rows }: RawIndicators,
): readonly Problem[] {
  if (header < end || rows.length > 0) return [];
  const message = `“${evaluation.name}”的绩效指标表未能识读，指标未计入，请核对原件`;
  return [{ code: "indicators-lost", message, place: evaluation.place }];
}

function nameProblem(evaluation: ProjectEvaluation): readonly Problem[] {
  if (evaluation.name !== "") return [];
  return [
    { code: "name-missing", message: "一份绩效自评未能识别项目名称，请核对原件", place: evaluation.place },
  ];
}
