import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Disclosure } from "../../disclosure/disclosure.ts";
import { documentOf } from "../../document/composition.ts";
import type { ProjectEvaluation } from "../../evaluation/project-evaluation.ts";
import type { EvaluationLayout } from "../../forms/evaluation-layout.ts";
import { recognize } from "../../recognize/recognize.ts";
import { allEvaluationLayouts } from "../../regions/index.ts";
import { composeEvaluation } from "./compose-evaluation.ts";
import { evaluationFor } from "./testing/made-evaluation.ts";
import { told } from "./testing/told-fields.ts";

const FORMS = allEvaluationLayouts.filter(({ kind }) => kind !== "annex");

function readBack(evaluations: readonly ProjectEvaluation[], layout: EvaluationLayout): Disclosure {
  const blocks = evaluations.flatMap((evaluation, index) => composeEvaluation(evaluation, index, layout));
  return recognize(documentOf({ title: "", blocks, attachments: [] }, "made"));
}

/** Any disclosure with these evaluations. */
function holding(evaluations: readonly ProjectEvaluation[], like: Disclosure): Disclosure {
  return { ...like, evaluations };
}

test.each(FORMS.map((layout) => [layout.id, layout] as const))(
  "what is composed in the form %s is read back the same",
  (_, layout) => {
    fc.assert(
      fc.property(fc.array(evaluationFor(layout), { minLength: 1, maxLength: 3 }), (made) => {
        const read = readBack(made, layout);
        expect(told(read, "evaluations")).toEqual(told(holding(made, read), "evaluations"));
      }),
      { numRuns: 60 },
    );
  },
);
