import { describe, expect, it } from "vitest";

import type { RuleDescription } from "../packages/core/checks/rule.ts";
import { repeatedNames, rulesDocument } from "./rules-document.ts";

const rule: RuleDescription = {
  id: "total-equals-sum",
  code: "T1-01",
  title: "合计应等于各项之和",
  group: "tables",
  kind: "logic",
  severity: "error",
  basis: "部门决算报表格式",
  needs: "收入支出决算总表",
  example: { passes: "10.00＝4.00＋6.00", fails: "11.00≠4.00＋6.00" },
};

describe("the document of rules", () => {
  it("says of each rule what it demands, on what basis, with both examples", () => {
    const text = rulesDocument([rule]);
    for (const words of [
      "T1-01",
      rule.title,
      rule.id,
      "逻辑性，错误",
      rule.basis,
      rule.needs,
      "11.00≠4.00＋6.00",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("names ids and codes that several rules share", () => {
    expect(repeatedNames([rule, { ...rule, id: "another" }])).toEqual(["T1-01"]);
    expect(repeatedNames([rule])).toEqual([]);
  });
});
