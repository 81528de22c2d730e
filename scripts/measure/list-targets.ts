// What is understood of the targets and results of documents: how each indicator compares, counted and
// listed, so that a person can see whether what stays words or cannot be compared rightly does.
//
//   node scripts/measure/list-targets.ts [--all] FILE|FOLDER …

import { parseArgs } from "node:util";

import type { Indicator } from "@jueming/core/evaluation/project-evaluation.ts";
import type { ScoringRules } from "@jueming/core/evaluation/scoring/scoring-rules.ts";
import { statedResult } from "@jueming/core/evaluation/scoring/stated-result.ts";
import { compareResult } from "@jueming/core/evaluation/targets/compare-result.ts";
import { readStatement } from "@jueming/core/evaluation/targets/read-statement.ts";
import { editionOf } from "@jueming/core/regions/index.ts";
import { findInputs, type Input } from "@jueming/pipeline/inputs.ts";
import { isFailure, readInput } from "@jueming/pipeline/read.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: "boolean", default: false } },
});

interface Compared {
  readonly outcome: string;
  readonly line: string;
  /** True where a person should see it: words, not comparable. */
  readonly isOpen: boolean;
}

function compared(indicator: Indicator, rules: ScoringRules): Compared {
  const result = statedResult(indicator, rules);
  const comparison = compareResult(indicator);
  const { target, actual } = indicator;
  const kinds = `${readStatement(target).kind}／${readStatement(actual).kind}`;
  const outcome =
    result.kind === "quantity" || result.kind === "ranked" || result.kind === "completion"
      ? `${kinds}: ${comparison.outcome}`
      : result.kind;
  const why = result.kind === "not-comparable" ? result.reason : "";
  const doubts = comparison.outcome === "not-comparable" ? [] : comparison.doubts;
  const line = [outcome, indicator.name, target?.raw, actual?.raw, why, doubts.join("；")].join("\t");
  return { outcome, line, isOpen: result.kind === "words" || result.kind === "not-comparable" };
}

async function listOf(input: Input): Promise<readonly Compared[]> {
  const result = await readInput(input);
  if (isFailure(result)) throw new Error(`${input.source}: ${result.error.message}`);
  const { evaluations, departmentEvaluation } = result.disclosure;
  const rules = editionOf(result.disclosure).scoring;
  const indicators = evaluations.flatMap((evaluation) => evaluation.indicators);
  return [...indicators, ...(departmentEvaluation?.indicators ?? [])].map((one) => compared(one, rules));
}

for (const input of await findInputs(positionals)) {
  const list = await listOf(input);
  console.log(`# ${input.source}: ${list.length} indicators`);
  const counts = Map.groupBy(list, ({ outcome }) => outcome);
  for (const [outcome, those] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${String(those.length).padStart(5)}  ${outcome}`);
  for (const { line } of list.filter(({ isOpen }) => values.all || isOpen)) console.log(line);
}
