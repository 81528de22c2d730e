// The scores of 49 published self-evaluations against what was taken from their forms by hand.

import { join } from "node:path";

import { fundingFigure, initialBudget } from "@jueming/core/evaluation/scoring/printed-scores.ts";
import type { EvaluationScore } from "@jueming/core/evaluation/scoring/score-evaluation.ts";
import { describe, expect, test } from "vitest";

import { sharedFolder } from "../../scripts/shared-material.ts";
import { findInputs } from "./inputs.ts";
import { isFailure, readInput } from "./read.ts";
import { scoresOf } from "./scores-json.ts";
import type { ExecutionTruth } from "./testing/execution-truth.ts";
import { executionTruth } from "./testing/execution-truth.ts";

const folder = sharedFolder();

async function scoresBySeed(): Promise<ReadonlyMap<string, readonly EvaluationScore[]>> {
  const scores = new Map<string, readonly EvaluationScore[]>();
  for (const input of await findInputs([join(folder ?? "", "seeds")])) {
    const result = await readInput(input, {});
    if (isFailure(result)) continue;
    const name = result.disclosure.source.split("/").at(-1) ?? "";
    scores.set(name.slice(0, 3), scoresOf(result.disclosure).evaluations);
  }
  return scores;
}

const asTruth = ({ evaluation, execution }: EvaluationScore): Omit<ExecutionTruth, "follows"> => ({
  initial: initialBudget(evaluation)?.value ?? "",
  adjusted: fundingFigure(evaluation, "adjusted")?.value ?? "",
  executed: fundingFigure(evaluation, "executed")?.value ?? "",
  printed: execution?.printed?.kind === "figure" ? execution.printed.value : "",
  due: execution?.computed?.toFixed() ?? "",
});

const withoutBase = ({
  initial,
  adjusted,
  executed,
  printed,
  due,
}: ExecutionTruth): ReturnType<typeof asTruth> => ({
  initial,
  adjusted,
  executed,
  printed,
  due,
});

const VERDICTS = {
  adjusted: "justified",
  initial: "strict",
  "no-budget": "justified",
  "no-money": "not-comparable",
} as const;

describe.skipIf(folder === undefined)("49 published self-evaluations", async () => {
  const scores = folder === undefined ? new Map() : await scoresBySeed();

  test.each([...executionTruth.keys()])("of %s: budgets, execution, printed and due scores", (seed) => {
    const truths = executionTruth.get(seed) ?? [];
    const found: readonly EvaluationScore[] = scores.get(seed) ?? [];
    expect(found.map(asTruth)).toEqual(truths.map(withoutBase));
  });

  test.each([...executionTruth.keys()])(
    "of %s: the verdict says which base a printed score follows",
    (seed) => {
      const truths = executionTruth.get(seed) ?? [];
      const found: readonly EvaluationScore[] = scores.get(seed) ?? [];
      expect(found.map(({ execution }) => execution?.verdict)).toEqual(
        truths.map(({ follows }) => VERDICTS[follows]),
      );
      const onInitial = found.map(({ execution }) =>
        execution?.notes.some((note) => note.includes("与按年初预算")),
      );
      expect(onInitial).toEqual(truths.map(({ follows }) => follows === "initial"));
    },
  );

  test("have a derivation or a reason for each score, and a derived total", () => {
    const all: readonly EvaluationScore[] = [...scores.values()].flat();
    expect(all).toHaveLength(49);
    const judgements = all.flatMap(({ execution, indicators }) => [execution, ...indicators]);
    const bare = judgements.filter((one) => one !== null && (one.derivation ?? one.reason ?? "") === "");
    expect(bare).toEqual([]);
    const underived = all.filter(
      ({ computedTotal, total }) => computedTotal !== null && total.derivation === null,
    );
    expect(underived).toEqual([]);
  });
});
