// Every rule on project evaluations by a table of cases: what it says of a form that is right, of one
// that is wrong, and of one where it cannot tell.

import { describe, expect, test } from "vitest";

import type { EvaluationSketch } from "../testing/evaluation-builder.ts";
import { nationalScoring } from "../../../regions/national/scoring.ts";
import { outcomesOf } from "../testing/rule-context.ts";
import { contentCases } from "./cases/contents.ts";
import { scoreCases } from "./cases/scores.ts";
import { projectEvaluationRules } from "./index.ts";

const cases = [...scoreCases, ...contentCases];

const edition = { scoring: nationalScoring };
const byId = new Map(projectEvaluationRules.map((rule) => [rule.id, rule]));

function ruleOf(id: string, evaluations: readonly EvaluationSketch[]): ReturnType<typeof outcomesOf> {
  const rule = byId.get(id);
  return rule === undefined ? [] : outcomesOf(rule, { evaluations }, { edition });
}

describe("rules on project evaluations", () => {
  test.each(cases)("$rule says $says of $of", ({ rule, says, given, actual }) => {
    const outcomes = ruleOf(rule, given);
    const matching = outcomes.filter((outcome) => outcome.status === says);
    expect(outcomes.map(({ status }) => status)).toContain(says);
    expect(says === "finding" || outcomes.every(({ status }) => status !== "finding")).toBe(true);
    const stated = matching.map((outcome) => (outcome.status === "finding" ? outcome.finding.actual : null));
    expect(actual === undefined || stated.includes(actual)).toBe(true);
  });

  test.each(projectEvaluationRules.map(({ id }) => [id]))("%s has a case of its own", (id) => {
    expect(cases.some(({ rule }) => rule === id)).toBe(true);
  });

  test.each(projectEvaluationRules.map((rule) => [rule.id, rule] as const))(
    "%s does not apply without evaluations",
    (_, rule) => {
      expect(outcomesOf(rule, {}, { edition }).map(({ status }) => status)).toEqual(["not-applicable"]);
    },
  );
});
