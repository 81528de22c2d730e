// The parts of one unit's material, wherever they were given: its department report, its project
// forms, its final accounts.

import type { ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import type { DepartmentEvaluation } from "../../../evaluation/department-evaluation.ts";
import { comparable } from "../../../figures/normalize.ts";
import type { CheckOutcome } from "../../finding.ts";
import { notApplicable } from "../../finding.ts";
import type { CheckContext, RuleDescription, UnitRule } from "../../rule.ts";
import { compareOfficeNames } from "../structure/unit-names.ts";
import { baseFigure } from "./project-totals.ts";

/** A rule on several documents of one unit and year. */
export function acrossRule(
  description: Omit<RuleDescription, "group">,
  check: (contexts: readonly CheckContext[]) => readonly CheckOutcome[],
): UnitRule {
  return {
    group: "across-documents",
    ...description,
    checkTogether: (contexts) =>
      contexts.length < 2 ? [notApplicable(null, "只有一份材料")] : check(contexts),
  };
}

/** The name by which messages call a document. */
export function documentName({ disclosure }: CheckContext): string {
  const title = disclosure.title.replace(/\s+/gu, "");
  return title === "" ? disclosure.source : `《${title}》`;
}

/** DepartmentReport: the department evaluation with the context it stands in. */
export interface DepartmentReport {
  readonly context: CheckContext;
  readonly evaluation: DepartmentEvaluation;
}

/** The first department report among the documents. */
export function departmentReport(contexts: readonly CheckContext[]): DepartmentReport | undefined {
  const reports = contexts.flatMap((context) => {
    const evaluation = context.disclosure.departmentEvaluation;
    return evaluation === null ? [] : [{ context, evaluation }];
  });
  return reports[0];
}

function formKey(evaluation: ProjectEvaluation): string {
  const amounts = (["initial", "adjusted", "executed"] as const).map(
    (base) => baseFigure(evaluation, base)?.millionths ?? "",
  );
  return [comparable(evaluation.name), ...amounts].join("|");
}

/** All project forms, one that was given in two formats counted once. */
export function projectForms(contexts: readonly CheckContext[]): readonly ProjectEvaluation[] {
  const seen = new Map<string, { readonly context: CheckContext; readonly form: ProjectEvaluation }[]>();
  for (const context of contexts) {
    for (const form of context.disclosure.evaluations) {
      const key = formKey(form);
      const known = seen.get(key) ?? [];
      // The same form twice in one document is two forms, in two documents it is one.
      if (known.every((one) => one.context === context)) seen.set(key, [...known, { context, form }]);
    }
  }
  return [...seen.values()].flatMap((forms) => forms.map(({ form }) => form));
}

/** The final accounts among the documents. */
export function finalAccounts(contexts: readonly CheckContext[]): CheckContext | undefined {
  return contexts.find(({ disclosure }) => disclosure.tables.some((table) => !table.empty));
}

/** True when two documents belong to one unit: by code, else by names as damage leaves them. */
export function belongToOneUnit(a: CheckContext, b: CheckContext): boolean {
  const [first, second] = [a.disclosure, b.disclosure];
  if (first.unit.code !== null && second.unit.code !== null) return first.unit.code === second.unit.code;
  const [one, other] = [first.unit.name ?? first.department.name, second.unit.name ?? second.department.name];
  return one !== null && other !== null && compareOfficeNames(one, other) !== "different";
}
