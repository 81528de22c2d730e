// The problems that evaluations themselves state (存在问题), each with the measure that stands opposite.

import type { DepartmentEvaluation } from "../evaluation/department-evaluation.ts";
import type { ProjectEvaluation } from "../evaluation/project-evaluation.ts";
import type { Place } from "../document/document.ts";
import { pairedTexts } from "./judge-measures.ts";
import { findMeasureSections, sectionText } from "./measure-sections.ts";

/** StatedProblem: a problem as a report states it. */
export interface StatedProblem {
  readonly subject: string;
  readonly problem: string;
  /** Empty where the report gives none. */
  readonly measure: string;
  readonly place: Place;
}

/** The problems of project evaluations and of the department's. */
export function statedProblems(of: {
  readonly evaluations: readonly ProjectEvaluation[];
  readonly departmentEvaluation: DepartmentEvaluation | null;
}): readonly StatedProblem[] {
  const projects = of.evaluations.flatMap(({ name, text }) =>
    text.problems === null
      ? []
      : withMeasures(text.problems.text, text.measures?.text ?? null).map((pair) => ({
          subject: name,
          ...pair,
          place: text.problems?.place ?? {},
        })),
  );
  return [...projects, ...departmentProblems(of.departmentEvaluation)];
}

function departmentProblems(evaluation: DepartmentEvaluation | null): readonly StatedProblem[] {
  const { problems, measures } = findMeasureSections(evaluation?.sections ?? []);
  if (problems === undefined) return [];
  return withMeasures(sectionText(problems), measures === undefined ? null : sectionText(measures)).map(
    (pair) => ({ subject: "部门整体支出", ...pair, place: problems.place }),
  );
}

/** Problems in their order; those that no measure answers come with none. */
function withMeasures(
  problems: string,
  measures: string | null,
): readonly Pick<StatedProblem, "problem" | "measure">[] {
  const { pairs, problemsLeft } = pairedTexts(problems, measures);
  return [...pairs, ...problemsLeft.map((problem) => ({ problem, measure: "" }))].toSorted(
    (a, b) => problems.indexOf(a.problem) - problems.indexOf(b.problem),
  );
}
