// Cases of the rules on income, expenditure and projects.

import type { RuleCase } from "../../testing/rule-cases.ts";
import { department, groups } from "./sketches.ts";

export const moneyCases: readonly RuleCase[] = [
  {
    rule: "income-equals-its-parts",
    when: "the gap is the opening balance",
    sketch: department({
      finance: {
        finalIncome: "1131.83",
        finalAppropriation: "1088.21",
        finalOtherIncome: "12.40",
        opening: "31.22",
      },
    }),
    says: "error",
    names: ["1131.83", "31.22", "收入总计"],
  },
  {
    rule: "income-equals-its-parts",
    when: "parts are above the whole",
    sketch: department({
      finance: { finalIncome: "1000.00", finalAppropriation: "1088.21", finalOtherIncome: "12.40" },
    }),
    says: "error",
  },
  {
    rule: "income-equals-its-parts",
    when: "rounding explains the gap",
    sketch: department({
      finance: { finalIncome: "1100.62", finalAppropriation: "1088.21", finalOtherIncome: "12.40" },
    }),
    says: "held",
  },
  {
    rule: "income-equals-its-parts",
    when: "income was not read",
    sketch: department({}),
    says: "not-applicable",
  },
  {
    rule: "expenditure-equals-basic-plus-project",
    when: "the gap is the closing balance",
    sketch: department({
      finance: { finalExpenditure: "1131.83", finalBasic: "502.47", finalProject: "620.68", closing: "8.69" },
    }),
    says: "error",
    names: ["1123.15", "8.69"],
  },
  {
    rule: "expenditure-equals-basic-plus-project",
    when: "nothing explains the gap",
    sketch: department({
      finance: { finalExpenditure: "1131.83", finalBasic: "502.47", finalProject: "600.68" },
    }),
    says: "error",
  },
  {
    rule: "expenditure-equals-basic-plus-project",
    when: "both agree",
    sketch: department({
      finance: { finalExpenditure: "1123.15", finalBasic: "502.47", finalProject: "620.68" },
    }),
    says: "held",
  },
  {
    rule: "expenditure-equals-basic-plus-project",
    when: "a part is missing",
    sketch: department({ finance: { finalExpenditure: "1123.15", finalBasic: "502.47" } }),
    says: "not-checked",
  },
  {
    rule: "income-and-expenditure-balance",
    when: "uses are above sources",
    sketch: department({
      finance: {
        initialAppropriation: "1040.06",
        initialOtherIncome: "12.40",
        initialOpening: "0.19",
        initialBasic: "560.34",
        initialProject: "492.31",
        initialClosing: "0.24",
      },
    }),
    says: "warning",
    names: ["1052.65", "1052.89"],
  },
  {
    rule: "income-and-expenditure-balance",
    when: "one stage is not stated",
    sketch: department({
      finance: {
        finalAppropriation: "1088.21",
        finalOtherIncome: "12.40",
        opening: "31.22",
        finalBasic: "502.47",
        finalProject: "620.68",
        closing: "8.69",
      },
    }),
    says: "not-checked",
  },
  {
    rule: "income-and-expenditure-balance",
    when: "both stages balance, one within rounding",
    sketch: department({
      finance: {
        initialAppropriation: "10.00",
        initialOtherIncome: "1.00",
        initialOpening: "1.00",
        initialBasic: "6.00",
        initialProject: "5.00",
        initialClosing: "1.00",
        finalAppropriation: "1088.21",
        finalOtherIncome: "12.40",
        opening: "31.22",
        finalBasic: "502.47",
        finalProject: "620.68",
        closing: "8.69",
      },
    }),
    says: "held",
  },
  {
    rule: "project-groups-sum-to-project-expenditure",
    when: "groups miss a part",
    sketch: department({ ...groups(["0", "0"]), finance: { initialProject: "232.40" } }),
    says: "warning",
    names: ["220", "232.40"],
  },
  {
    rule: "project-groups-sum-to-project-expenditure",
    when: "both agree",
    sketch: department({ ...groups(["0", "0"]), finance: { initialProject: "220.00" } }),
    says: "held",
  },
  {
    rule: "project-groups-sum-to-project-expenditure",
    when: "project expenditure is not stated",
    sketch: department(groups(["0", "0"])),
    says: "not-checked",
  },
  {
    rule: "surplus-counts-follow-costs",
    when: "one project has a surplus and none is stated",
    sketch: department(groups(["0", "0"])),
    says: "warning",
    names: ["常年项目", "1个"],
  },
  {
    rule: "surplus-counts-follow-costs",
    when: "the counts agree",
    sketch: department(groups(["1", "0"])),
    says: "held",
  },
  {
    rule: "surplus-counts-follow-costs",
    when: "the annex has fewer costs",
    sketch: department({ ...groups(["1", "0"]), indicators: [] }),
    says: "not-checked",
  },
  {
    rule: "full-execution-leaves-no-surplus",
    when: "all was spent and one has a surplus",
    sketch: department(groups(["1", "0"])),
    says: "warning",
    names: ["100%"],
  },
  {
    rule: "full-execution-leaves-no-surplus",
    when: "less was spent",
    sketch: department(groups(["1", "0"], "92")),
    says: "held",
  },
  {
    rule: "full-execution-leaves-no-surplus",
    when: "no group is listed",
    sketch: department({}),
    says: "not-applicable",
  },
  {
    rule: "annex-budget-equals-report-budget",
    when: "the annex has the grant only",
    sketch: department({
      budget: { total: "1040.06" },
      finance: { initialIncome: "1052.65", initialAppropriation: "1040.06", initialOtherIncome: "12.40" },
    }),
    says: "warning",
    names: ["1040.06", "12.40"],
  },
  {
    rule: "annex-budget-equals-report-budget",
    when: "both agree",
    sketch: department({ budget: { total: "1052.65" }, finance: { initialExpenditure: "1052.65" } }),
    says: "held",
  },
  {
    rule: "annex-budget-equals-report-budget",
    when: "the report states none",
    sketch: department({ budget: { total: "1052.65" } }),
    says: "not-checked",
  },
  {
    rule: "annex-budget-equals-its-sources",
    when: "a source is missing",
    sketch: department({ budget: { total: "1052.65", appropriation: "1040.06", other: "" } }),
    says: "error",
  },
  {
    rule: "annex-budget-equals-its-sources",
    when: "blank counts as nothing",
    sketch: department({ budget: { total: "1040.06", appropriation: "1040.06", other: "" } }),
    says: "held",
  },
  {
    rule: "annex-budget-equals-its-sources",
    when: "the grant is blank",
    sketch: department({ budget: { total: "1040.06", appropriation: "" } }),
    says: "not-checked",
  },

  {
    rule: "group-rates-follow-costs",
    when: "the annex gives another rate",
    sketch: department(groups(["1", "0"])),
    says: "warning",
    names: ["常年项目", "96.84%"],
  },
  {
    rule: "group-rates-follow-costs",
    when: "both agree",
    sketch: department({
      ...groups(["1", "0"], "96.84"),
      projectGroups:
        groups(["1", "0"], "96.84")
          .projectGroups?.slice(0, 1)
          .map((group) => ({ ...group, count: "3", budget: "220", rate: "97.4" })) ?? [],
    }),
    says: "held",
  },
  {
    rule: "group-rates-follow-costs",
    when: "the annex has fewer costs",
    sketch: department({ ...groups(["1", "0"]), indicators: [] }),
    says: "not-checked",
  },

  {
    rule: "project-costs-match-project-expenditure",
    when: "projects carry less",
    sketch: department({ ...groups(["1", "0"]), finance: { finalProject: "620.68" } }),
    says: "warning",
    names: ["214.28", "620.68"],
  },
  {
    rule: "project-costs-match-project-expenditure",
    when: "both agree",
    sketch: department({ ...groups(["1", "0"]), finance: { finalProject: "214.28" } }),
    says: "held",
  },
  {
    rule: "project-costs-match-project-expenditure",
    when: "the annex has no costs",
    sketch: department({ finance: { finalProject: "214.28" } }),
    says: "not-checked",
  },

  {
    rule: "claims-fit-figures",
    when: "more was spent than planned",
    sketch: department({
      sections: [{ heading: "严控支出", paragraphs: ["无超标准、超预算支出情况。"] }],
      finance: { initialProject: "492.31", finalProject: "620.68" },
    }),
    says: "warning",
    names: ["492.31", "620.68"],
  },
  {
    rule: "claims-fit-figures",
    when: "less was spent",
    sketch: department({
      sections: [{ heading: "严控支出", paragraphs: ["无超预算支出情况。"] }],
      finance: { initialProject: "492.31", finalProject: "480.00" },
    }),
    says: "held",
  },
  {
    rule: "claims-fit-figures",
    when: "the claim is on procurement",
    sketch: department({
      sections: [{ heading: "采购", paragraphs: ["无超预算采购情况。"] }],
      finance: { initialProject: "1.00", finalProject: "2.00" },
    }),
    says: "not-applicable",
  },
  {
    rule: "item-scores-follow-figures",
    when: "a deviation of 26.08% has all points",
    sketch: department({
      finance: { initialProject: "492.31", finalProject: "620.68" },
      system: [{ level3: "预算编制质量", points: "4", score: "4" }],
    }),
    says: "warning",
    names: ["26.08%", "1.86", "示例配置"],
  },
  {
    rule: "item-scores-follow-figures",
    when: "the score is what the deviation earns",
    sketch: department({
      finance: { initialProject: "492.31", finalProject: "620.68" },
      system: [{ level3: "预算编制质量", points: "4", score: "1.86" }],
    }),
    says: "held",
  },
  {
    rule: "item-scores-follow-figures",
    when: "the report counts by other points",
    sketch: department({
      finance: { initialProject: "492.31", finalProject: "620.68" },
      system: [{ level3: "预算编制质量", points: "5", score: "5" }],
    }),
    says: "not-checked",
  },
  {
    rule: "item-scores-follow-figures",
    when: "a figure is missing",
    sketch: department({
      finance: { initialProject: "492.31" },
      system: [{ level3: "预算编制质量", points: "4", score: "4" }],
    }),
    says: "not-checked",
  },
  {
    rule: "item-scores-follow-figures",
    when: "no item has a score",
    sketch: department({ finance: { initialProject: "492.31", finalProject: "620.68" } }),
    says: "not-applicable",
  },
];
