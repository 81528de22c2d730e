import { describe, expect, it } from "vitest";

import type { DisclosureSketch } from "../testing/disclosure-builder.ts";
import { answerOf, uncovered } from "../testing/rule-cases.ts";
import { explanationCases } from "./cases/explanation.ts";
import { formCases } from "./cases/form.ts";
import { sectionCases } from "./cases/sections.ts";
import { wordingCases } from "./cases/wording.ts";
import { writtenCases } from "./cases/written.ts";
import { structureRules } from "./index.ts";

const cases = [...formCases, ...sectionCases, ...wordingCases, ...explanationCases, ...writtenCases];

const byId = new Map(structureRules.map((rule) => [rule.id, rule]));

describe("rules on structure and wording", () => {
  it.each(cases)("$rule says $says when $when", (one) => {
    const rule = byId.get(one.rule);
    if (rule === undefined) throw new Error(`no rule ${one.rule}`);
    const { says, message } = answerOf(rule, one);
    expect(says).toBe(one.says);
    for (const words of one.names ?? []) expect(message).toContain(words);
  });

  it("each have a case that finds something and one that does not", () => {
    expect(uncovered(structureRules, cases)).toEqual([]);
  });

  it("say nothing wrong of an empty disclosure", () => {
    const sketch: DisclosureSketch = { title: "示例局2024年度部门决算" };
    for (const rule of structureRules) {
      expect(["held", "not-applicable", "not-checked"]).toContain(
        answerOf(rule, { rule: rule.id, when: "", sketch, says: "held" }).says,
      );
    }
  });
});
