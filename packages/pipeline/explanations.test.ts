import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Finding } from "@jueming/core/checks/finding.ts";
import type { CheckResult } from "@jueming/core/checks/run-checks.ts";
import { describe, expect, test } from "vitest";

import type { Explanation } from "./explanations.ts";
import { readExplanations, withExplanations } from "./explanations.ts";

const finding: Finding = {
  rule: "change-is-explained",
  code: "Y-01",
  kind: "explain",
  severity: "error",
  basis: "",
  subject: "收入 支出决算总表",
  message: "",
  advice: "",
  operands: [{ label: "本年", value: "12.00", place: {} }],
  expected: null,
  actual: null,
  gap: null,
  envelope: null,
  sourceDoubt: false,
  causedBy: null,
  repair: null,
  explanation: null,
  cells: [],
  covers: [],
};
const summary = { error: 1, warning: 0, hint: 0, checksRun: 1, checksNotApplicable: 0, checksNotChecked: 0 };
const resultOf = (one: Finding): CheckResult => ({ findings: [one], notChecked: [], coverage: [], summary });
const kept: Explanation = {
  rule: "Y-01",
  subject: "收入支出决算总表",
  figures: ["12.00"],
  explanation: "项目新增",
};

describe("a kept explanation", () => {
  test("marks the finding of its rule, subject and figures, which counts no more", () => {
    const result = withExplanations(resultOf(finding), [kept]);
    expect(result.findings[0]?.explanation).toBe("项目新增");
    expect(result.summary.error).toBe(0);
  });

  test.each([
    ["a figure has changed", finding, { ...kept, figures: ["13.00"] }],
    ["it is of another subject", finding, { ...kept, subject: "支出决算表" }],
    ["it is of another rule", finding, { ...kept, rule: "Y-02" }],
    ["the finding is 逻辑性, which must be corrected", { ...finding, kind: "logic" as const }, kept],
  ])("does nothing when %s", (_, one, explanation) => {
    expect(withExplanations(resultOf(one), [explanation]).summary.error).toBe(1);
  });
});

test("the file of explanations is read, and refused with what is wrong in it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "jueming-explanations-"));
  const fileOf = (text: string): string => {
    const path = join(folder, "说明.json");
    writeFileSync(path, text);
    return path;
  };
  expect(await readExplanations(fileOf(`\uFEFF{"explanations":[${JSON.stringify(kept)}]}`))).toEqual([kept]);
  await expect(readExplanations(fileOf("{"))).rejects.toMatchObject({ code: "damaged" });
  await expect(readExplanations(fileOf("{}"))).rejects.toThrow("explanations");
  await expect(readExplanations(fileOf('[{"rule":"a","subject":"b","explanation":"c"}]'))).rejects.toThrow(
    "第 1 条",
  );
  await expect(readExplanations(join(folder, "没有"))).rejects.toMatchObject({ code: "not-found" });
  rmSync(folder, { recursive: true });
});
