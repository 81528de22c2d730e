// The attachments of a report: the self-evaluations of its projects, and the department's own.

import type { WrittenBlock } from "../../document/composition.ts";
import { invariant } from "../../document/invariant.ts";
import type { EvaluationLayout } from "../../forms/evaluation-layout.ts";
import type { Edition } from "../../regions/edition.ts";
import { allEvaluationLayouts, nationalEdition } from "../../regions/index.ts";
import type { Material } from "../material.ts";
import { composeDepartmentEvaluation } from "./compose-department.ts";
import { composeEvaluation } from "./compose-evaluation.ts";

/** All of them, each from a new page in its form. */
export function composeEvaluations(material: Material): readonly WrittenBlock[] {
  return [...composeProjects(material), ...composeDepartmentEvaluation(material)];
}

/** The self-evaluations of projects. */
export function composeProjects({ disclosure, edition }: Material): readonly WrittenBlock[] {
  return disclosure.evaluations.flatMap((evaluation, index) =>
    composeEvaluation(evaluation, index, layoutFor(evaluation.layout, edition)),
  );
}

/** The form that an evaluation is in; one that has none yet takes the first of its edition, or the nation's. */
export function layoutFor(id: string, edition: Edition): EvaluationLayout {
  const own = allEvaluationLayouts.find((layout) => layout.id === id);
  const usual = [...edition.evaluations, ...nationalEdition.evaluations].find(({ kind }) => kind !== "annex");
  const layout = own ?? usual;
  invariant(layout !== undefined, "the nation describes a form for projects");
  return layout;
}
