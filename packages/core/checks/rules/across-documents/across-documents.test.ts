import { describe, expect, it } from "vitest";

import { answerOf, uncovered, unitAnswerOf } from "../testing/rule-cases.ts";
import { documentCases as cases } from "./cases/one-document.ts";
import { unitCases } from "./cases/several-documents.ts";
import { acrossDocumentsRules, documentRules } from "./index.ts";

const byId = new Map(documentRules.map((rule) => [rule.id, rule]));
const unitById = new Map(acrossDocumentsRules.map((rule) => [rule.id, rule]));

describe("rules across the parts of one document", () => {
  it.each(cases)("$rule says $says when $when", (one) => {
    const rule = byId.get(one.rule);
    if (rule === undefined) throw new Error(`no rule ${one.rule}`);
    const { says, message } = answerOf(rule, one);
    expect(says).toBe(one.says);
    for (const words of one.names ?? []) expect(message).toContain(words);
  });

  it("each have a case that finds something and one that does not", () => {
    expect(uncovered(documentRules, cases)).toEqual([]);
  });
});

describe("rules across documents", () => {
  it.each(unitCases)("$rule says $says when $when", (one) => {
    const rule = unitById.get(one.rule);
    if (rule === undefined) throw new Error(`no rule ${one.rule}`);
    const { says, message } = unitAnswerOf(rule, one);
    expect(says).toBe(one.says);
    for (const words of one.names ?? []) expect(message).toContain(words);
  });

  it("each have a case that finds something and one that does not", () => {
    expect(uncovered(acrossDocumentsRules, unitCases)).toEqual([]);
  });
});
