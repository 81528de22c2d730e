// What the rules on project evaluations share: one outcome list per evaluation, and how figures of
// a form are read for judging. Scores and points are decimals, money stays in intervals.

import type { Place } from "../../../document/document.ts";
import type { Indicator, ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import type { CellValue } from "../../../figures/figure.ts";
import type { CheckOutcome, Operand } from "../../finding.ts";
import { notApplicable } from "../../finding.ts";
import type { CheckContext, CheckRule, RuleDescription } from "../../rule.ts";

/** ProjectJudge: judges one evaluation of a disclosure. */
export type ProjectJudge = (subject: ProjectSubject, context: CheckContext) => readonly CheckOutcome[];

/** ProjectSubject: an evaluation with its index and the name that messages call it by. */
export interface ProjectSubject {
  readonly evaluation: ProjectEvaluation;
  readonly index: number;
  /** The project's name; with its number where names repeat. */
  readonly name: string;
}

/** A rule that judges every project evaluation of a disclosure. */
export function projectRule(
  description: Omit<RuleDescription, "group" | "needs"> & { readonly needs?: string },
  judge: ProjectJudge,
): CheckRule {
  return {
    group: "project-evaluation",
    needs: "项目支出绩效自评表",
    ...description,
    check: (context) => {
      if (context.disclosure.evaluations.length === 0) return [notApplicable(null, "无项目支出绩效自评")];
      return projectSubjects(context).flatMap((subject) => judge(subject, context));
    },
  };
}

/** All evaluations with the names that tell them apart. */
export function projectSubjects(context: CheckContext): readonly ProjectSubject[] {
  const { evaluations } = context.disclosure;
  const known = subjectsOf.get(evaluations) ?? namedApart(evaluations);
  subjectsOf.set(evaluations, known);
  return known;
}

// Every rule on projects asks for the same subjects.
const subjectsOf = new WeakMap<readonly ProjectEvaluation[], readonly ProjectSubject[]>();

function namedApart(evaluations: readonly ProjectEvaluation[]): readonly ProjectSubject[] {
  const counts = Map.groupBy(evaluations, ({ name }) => name);
  const seen = new Map<string, number>();
  return evaluations.map((evaluation, index) => {
    const { name } = evaluation;
    const ordinal = (seen.get(name) ?? 0) + 1;
    seen.set(name, ordinal);
    const isShared = (counts.get(name)?.length ?? 0) > 1;
    return { evaluation, index, name: isShared ? `${name}（第${ordinal}个同名项目）` : name };
  });
}

/** True when something is printed that cannot be read. */
export function isUnreadable(value: CellValue | null | undefined): boolean {
  return value?.kind === "unreadable";
}

/** An operand for a finding. */
export function operand(label: string, value: CellValue | null | undefined, place: Place): Operand {
  if (value?.kind === "figure") return { label, value: value.value, place: value.place };
  return {
    label,
    value: value === null || value === undefined || value.kind === "blank" ? null : value.raw,
    place,
  };
}

/** An operand whose value is computed or a text. */
export function statedOperand(label: string, value: string, place: Place): Operand {
  return { label, value, place };
}

/** Key of a cell of an evaluation, so that findings broken by one cell are gathered. */
export function evaluationCell(index: number, field: string): string {
  return `project-evaluation|E${index}|${field}`;
}

/** Key of an indicator's cell. */
export function indicatorCell(subject: ProjectSubject, indicator: Indicator, field: string): string {
  return evaluationCell(subject.index, `${subject.evaluation.indicators.indexOf(indicator)}.${field}`);
}

/** True when anything of the form was doubtful in reading: sums over it may be misreadings. */
export function isDoubtful(evaluation: ProjectEvaluation): boolean {
  return evaluation.indicators.some((indicator) => indicator.doubtful);
}
