// Rules of the explanation on sentences that were really read: text in, verdicts out.

import { describe, expect, test } from "vitest";

import type { Disclosure } from "../../../disclosure/disclosure.ts";
import { readProse } from "../../../recognize/prose/read-prose.ts";
import { national } from "../../../regions/national/index.ts";
import type { TableSketch } from "../testing/disclosure-builder.ts";
import { disclosureOf, sectionsOf } from "../testing/disclosure-builder.ts";
import type { FindingDraft } from "../../finding.ts";
import { contextOf } from "../../run-checks.ts";
import { narrativeRules } from "./index.ts";

const tables: readonly TableSketch[] = [
  {
    concept: "income-expenditure-summary",
    label: "公开01表",
    title: "收入支出决算总表",
    rows: [
      { line: "31", name: "总计", cells: { amount: "1236.03" } },
      { line: "62", name: "总计", cells: { amount: "1236.03" } },
    ],
  },
  {
    concept: "expenditure",
    label: "公开03表",
    title: "支出决算表",
    rows: [
      {
        code: null,
        name: "合计",
        cells: {
          total: "1236.03",
          basic: "204.64",
          project: "1031.39",
          toSuperior: "",
          operating: "",
          toAffiliated: "",
        },
      },
    ],
  },
];

function findingsOf(heading: string, text: string): readonly FindingDraft[] {
  const sections = sectionsOf([{ heading, number: "一", paragraphs: [text] }]);
  const { narrative } = readProse(sections, national.sentences, { year: 2024 });
  const disclosure: Disclosure = { ...disclosureOf({ tables }), narrative };
  const context = contextOf(disclosure, { edition: national });
  return narrativeRules
    .flatMap((rule) => rule.check(context))
    .flatMap((outcome) => (outcome.status === "finding" ? [outcome.finding] : []));
}

const OVERALL = "收入支出决算总体情况说明";
const EXPENDITURE = "支出决算情况说明";

describe("figures of the explanation", () => {
  test("a sentence that agrees with the tables breaks nothing", () => {
    expect(
      findingsOf(
        OVERALL,
        "2024年度收入总计1,236.03万元，支出总计1,236.03万元。与上年相比，收入总计增加590.70万元，增长91.53%，支出总计增加590.70万元，增长91.53%。主要原因是项目增加。",
      ),
    ).toEqual([]);
  });

  test("a total that differs from its table is found with both figures", () => {
    const [first, ...others] = findingsOf(OVERALL, "2024年度收入总计1,263.03万元，支出总计1,236.03万元。");
    expect(others).toEqual([]);
    expect(first).toMatchObject({ actual: "1263.03", expected: "1236.03", gap: "27.00" });
  });

  test("a wrong percentage of change is found from this year's figure and the change", () => {
    const [first, ...others] = findingsOf(
      OVERALL,
      "2024年度收入总计1,236.03万元，支出总计1,236.03万元。与上年相比，收入总计增加590.70万元，增长47.79%，支出总计增加590.70万元，增长91.53%。",
    );
    expect(others).toEqual([]);
    expect(first).toMatchObject({ actual: "47.79", expected: "91.53" });
  });

  test("opposite words of direction are found", () => {
    const findings = findingsOf(
      OVERALL,
      "2024年度收入总计1,236.03万元，支出总计1,236.03万元。与上年相比，收入总计增加590.70万元，下降91.53%，支出总计增加590.70万元，增长91.53%。",
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toContain("方向相反");
  });

  test("a wrong share is found, a right one is not", () => {
    expect(
      findingsOf(
        EXPENDITURE,
        "2024年度支出合计1,236.03万元，其中：基本支出204.64万元，占比16.56%；项目支出1,031.39万元，占比83.44%。",
      ),
    ).toEqual([]);
    const findings = findingsOf(
      EXPENDITURE,
      "2024年度支出合计1,236.03万元，其中：基本支出204.64万元，占比15.66%；项目支出1,031.39万元，占比83.44%。",
    );
    expect(findings.map(({ actual }) => actual)).toContain("15.66");
  });

  test("an illegal number is never compared", () => {
    const findings = findingsOf(
      EXPENDITURE,
      "2024年度支出合计1.236.03万元，其中：基本支出204.64万元，占比16.56%；项目支出1,031.39万元，占比83.44%。",
    );
    expect(findings).toEqual([]);
  });
});

test("the rules that follow from sentences have unique ids and codes", () => {
  expect(new Set(narrativeRules.map(({ id }) => id)).size).toBe(narrativeRules.length);
  expect(new Set(narrativeRules.map(({ code }) => code)).size).toBe(narrativeRules.length);
});
