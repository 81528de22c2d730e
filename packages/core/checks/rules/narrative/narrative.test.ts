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
  {
    concept: "disclosure-statistics",
    label: "公开10表",
    title: "部门决算公开相关信息统计表",
    rows: [
      { line: "5", name: "行政单位", cells: { amount: "" } },
      { line: "6", name: "参照公务员法管理事业单位", cells: { amount: "15.72" } },
    ],
  },
];

function findingsOf(
  heading: string,
  text: string,
  printed: readonly TableSketch[] = tables,
): readonly FindingDraft[] {
  const sections = sectionsOf([{ heading, number: "一", paragraphs: [text] }]);
  const { narrative } = readProse(sections, national.sentences, { year: 2024 });
  const disclosure: Disclosure = { ...disclosureOf({ tables: printed }), narrative };
  const context = contextOf(disclosure, { edition: national });
  return narrativeRules
    .flatMap((rule) => rule.check(context))
    .flatMap((outcome) => (outcome.status === "finding" ? [outcome.finding] : []));
}

const OVERALL = "收入支出决算总体情况说明";
const EXPENDITURE = "支出决算情况说明";

const bareChanges = (change: string) =>
  findingsOf(
    OVERALL,
    `2024年度收入总计1,236.03万元，支出总计1,236.03万元。与上年相比，收入总计增加${change}万元，支出总计增加590.70万元，增长91.53%。`,
  ).map(({ severity, actual }) => [severity, actual]);

const evaluatedMoney = (fund: string): string =>
  `组织对2024年初预算安排的所有项目资金全面开展了绩效自评，涉及二级项目2个，资金100.00万元，其中一般公共预算项目支出90.00万元、政府性基金预算项目支出${fund}万元、国有资本经营预算项目支出0万元、社会保险基金预算项目支出0万元。`;

const runningCosts = (amount: string): string => `2024年机关运行经费支出${amount}万元，与上年持平。`;

const bought = (share: string): readonly FindingDraft[] =>
  findingsOf(
    "政府采购支出情况说明",
    `政府采购支出总额100.00万元。授予中小企业合同金额80.00万元，占政府采购支出总额的80.00%，其中：授予小微企业合同金额40.00万元，占授予中小企业合同金额的${share}%。`,
  );

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

  test("an increase without percentage is all that there is this year", () => {
    expect(bareChanges("1,236.03")).toEqual([]);
    expect(bareChanges("12,360.30")).toEqual([["error", "12360.30"]]);
    expect(bareChanges("123.60")).toEqual([["warning", "123.60"]]);
  });

  test("the money of evaluated projects is the sum of its budgets", () => {
    expect(findingsOf("预算绩效管理工作开展情况", evaluatedMoney("10.00"))).toEqual([]);
    expect(findingsOf("预算绩效管理工作开展情况", evaluatedMoney("1.00"))).toMatchObject([{ gap: "-9.00" }]);
  });

  test("running costs of a unit under the civil service law stand in the line of their own", () => {
    expect(findingsOf("机关运行经费支出情况说明", runningCosts("15.72"))).toEqual([]);
    expect(findingsOf("机关运行经费支出情况说明", runningCosts("17.52"))).toMatchObject([
      { expected: "15.72" },
    ]);
  });

  test("a percentage may rest on amounts that the total rounded away", () => {
    const parts = { toSuperior: "", operating: "", toAffiliated: "" };
    const row = (code: string | null, name: string, amount: string) => ({
      code,
      name,
      cells: { total: amount, basic: amount, project: "", ...parts },
    });
    const table: TableSketch = {
      concept: "expenditure",
      label: "公开03表",
      title: "支出决算表",
      rows: [
        row(null, "合计", "1.02"),
        row("201", "一", "0.34"),
        row("208", "二", "0.34"),
        row("210", "三", "0.34"),
      ],
    };
    const text = "2024年度支出合计1.02万元，其中：基本支出1.02万元，占比99.02%。";
    expect(findingsOf(EXPENDITURE, text, [table])).toEqual([]);
    expect(findingsOf(EXPENDITURE, text.replace("99.02", "90.02"), [table])).toHaveLength(1);
  });

  test.each([
    ["完成年初预算的95.00%，决算数小于年初预算数的主要原因：厉行节约", []],
    ["完成年初预算的95.00%，决算数大于年初预算数的主要原因：厉行节约", ["大于"]],
    ["完成年初预算的95.00%。决算数大于年初预算数的主要原因：厉行节约", ["大于"]],
  ])("the word that compares with the budget follows from both: %s", (words, found) => {
    const findings = findingsOf(
      "一般公共预算财政拨款支出决算具体情况",
      `其中：住房保障支出年初预算40.00万元，支出决算38.00万元，${words}。`,
    );
    expect(findings.map(({ actual }) => actual)).toEqual(found);
  });

  test("a share of small firms may be of all procurement or of what small firms were given", () => {
    expect(bought("50.00")).toEqual([]);
    expect(bought("55.00").map(({ expected }) => expected)).toEqual(["50"]);
  });

  test("a figure whose words name another item, or another table, is not called wrong", () => {
    const threePublic: TableSketch = {
      concept: "three-public",
      label: "公开09表",
      title: "财政拨款“三公”经费支出决算表",
      rows: [{ cells: { "final.total": "17.95", "final.reception": "4.12" } }],
    };
    const text = "“三公”经费支出决算17.95万元。其中：公务接待费支出决算4.12万元，与上年相比减少0.86万元。";
    const heading = "“三公”经费财政拨款支出决算总体情况说明";
    expect(findingsOf(heading, text, [threePublic])).toEqual([]);
    expect(findingsOf(heading, text.replace("4.12", "4.21"), [threePublic])).toHaveLength(1);
    const capital = "国有资本经营预算财政拨款支出33.62万元，其中：基本支出0万元，项目支出33.62万元。";
    expect(findingsOf("国有资本经营预算财政拨款支出决算情况说明", capital)).toEqual([]);
  });

  test("a figure without its unit may stand in a table that was read as text", () => {
    expect(findingsOf(EXPENDITURE, "支出合计 1236.03 基本支出 402.64 项目支出 1031.39")).toEqual([]);
  });

  test("a percentage that was cut off instead of rounded is a lesser fault", () => {
    const findings = findingsOf(EXPENDITURE, "支出合计1,236.03万元，其中：基本支出204.64万元，占比16.55%。");
    expect(findings.map(({ severity, expected }) => [severity, expected])).toEqual([["warning", "16.56"]]);
  });

  test("a difference from the budget is no change since the year before", () => {
    const text =
      "公务接待费全年预算6.00万元，支出决算4.12万元，完成预算的68.67%。决算数较预算数减少1.88万元，主要原因是厉行节约。与上年相比减少0.86万元，下降17.27%。";
    expect(findingsOf("公务接待费支出情况说明", text)).toEqual([]);
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
