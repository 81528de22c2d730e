import { describe, expect, it } from "vitest";

import { answerOf, uncovered } from "../testing/rule-cases.ts";
import { indicatorsCases } from "./cases/indicators.ts";
import { moneyCases } from "./cases/money.ts";
import { departmentEvaluationRules } from "./index.ts";

const cases = [...moneyCases, ...indicatorsCases];

const byId = new Map(departmentEvaluationRules.map((rule) => [rule.id, rule]));

describe("rules on department evaluations", () => {
  it.each(cases)("$rule says $says when $when", (one) => {
    const rule = byId.get(one.rule);
    if (rule === undefined) throw new Error(`no rule ${one.rule}`);
    const { says, message } = answerOf(rule, one);
    expect(says).toBe(one.says);
    for (const words of one.names ?? []) expect(message).toContain(words);
  });

  it("each have a case that finds something and one that does not", () => {
    expect(uncovered(departmentEvaluationRules, cases)).toEqual([]);
  });
});
