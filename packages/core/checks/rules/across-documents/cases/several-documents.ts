// Cases of the rules that need several documents.

import type { DisclosureSketch } from "../../testing/disclosure-builder.ts";
import type { EvaluationSketch } from "../../testing/evaluation-builder.ts";
import type { UnitCase } from "../../testing/rule-cases.ts";
import { project, twoForms } from "./sketches.ts";

const report = (rest: NonNullable<DisclosureSketch["departmentEvaluation"]>): DisclosureSketch => ({
  kind: "department-evaluation",
  title: "示例局部门预算绩效自评报告",
  source: "report.txt",
  departmentEvaluation: rest,
});
const forms = (...evaluations: readonly EvaluationSketch[]): DisclosureSketch => ({
  kind: "project-evaluations",
  title: "自评表",
  source: "forms.txt",
  evaluations,
});
const accounts = (
  income: string,
  source = "accounts.txt",
  rest: DisclosureSketch = {},
): DisclosureSketch => ({
  source,
  tables: [
    {
      concept: "income-expenditure-summary",
      rows: [
        { line: "27", cells: { amount: income } },
        { line: "31", cells: { amount: "1131.83" } },
      ],
    },
    { concept: "three-public", rows: [{ cells: { "final.total": "5.00" } }] },
    { concept: "disclosure-statistics", rows: [{ line: "7", cells: { amount: "2" } }] },
  ],
  ...rest,
});
const oneGroup = (budget: string, surplusOver10: string) => ({
  projectGroups: [{ name: "常年项目", count: "2", budget, rate: "100", surplusOver10 }],
});
const indicator = (actual: string) => ({ name: "保障会议场次", target: "≥20场", actual });
const car = (actual: string): EvaluationSketch =>
  project("应急公务用车购买", "16.18", {
    indicators: [{ name: "购买应急公务用车数量", target: "=3辆", actual }],
  });
const family = (whole: string, count: string): readonly DisclosureSketch[] => [
  accounts(whole, "department.txt", {
    title: "示例局2024年度部门决算",
    department: { code: "041", name: "示例局" },
    outline: [{ heading: "机构设置", paragraphs: [`纳入汇编范围的预算单位共${count}个`] }],
  }),
  accounts("10.00", "a.txt", {
    title: "甲中心2024年度单位决算",
    department: { code: "041", name: "示例局" },
    unit: { code: "041001", name: "甲中心" },
  }),
  accounts("5.00", "b.txt", {
    title: "乙中心2024年度单位决算",
    department: { code: "041", name: "示例局" },
    unit: { code: "041002", name: "乙中心" },
  }),
];

export const unitCases: readonly UnitCase[] = [
  {
    rule: "same-report-is-given-once",
    when: "two formats agree",
    sketches: [accounts("1.00", "a.pdf"), accounts("1.00", "a.docx")],
    says: "hint",
    names: ["a.pdf", "a.docx"],
  },
  {
    rule: "same-report-is-given-once",
    when: "two formats differ",
    sketches: [accounts("1.00", "a.pdf"), accounts("9.00", "a.docx")],
    says: "warning",
    names: ["1.00", "9.00"],
  },
  {
    rule: "same-report-is-given-once",
    when: "documents are of two kinds",
    sketches: [accounts("1.00"), forms(...twoForms)],
    says: "held",
  },
  {
    rule: "same-report-is-given-once",
    when: "there is one document",
    sketches: [accounts("1.00")],
    says: "not-applicable",
  },

  {
    rule: "report-indicators-match-forms",
    when: "the result is another",
    sketches: [
      report({ indicators: [indicator("46")] }),
      forms(project("运转", "1.00", { indicators: [indicator("64")] })),
    ],
    says: "warning",
    names: ["46", "64"],
  },
  {
    rule: "report-indicators-match-forms",
    when: "both agree",
    sketches: [
      report({ indicators: [indicator("46")] }),
      forms(project("运转", "1.00", { indicators: [indicator("46.0")] })),
    ],
    says: "held",
  },
  {
    rule: "report-indicators-match-forms",
    when: "one of two projects agrees",
    sketches: [
      report({ indicators: [indicator("46")] }),
      forms(
        project("甲", "1.00", { indicators: [indicator("64")] }),
        project("乙", "1.00", { indicators: [indicator("46")] }),
      ),
    ],
    says: "held",
  },
  {
    rule: "report-indicators-match-forms",
    when: "no form is given",
    sketches: [report({ indicators: [indicator("46")] }), accounts("1.00")],
    says: "not-applicable",
  },

  {
    rule: "report-project-budget-matches-forms",
    when: "the budget is another",
    sketches: [report(oneGroup("20", "0")), forms(...twoForms)],
    says: "warning",
    names: ["20", "15.00"],
  },
  {
    rule: "report-project-budget-matches-forms",
    when: "both agree",
    sketches: [report(oneGroup("15", "0")), forms(...twoForms)],
    says: "held",
  },
  {
    rule: "report-project-budget-matches-forms",
    when: "other forms are at hand",
    sketches: [report(oneGroup("20", "0")), forms(project("甲", "1.00"))],
    says: "not-checked",
  },

  {
    rule: "report-surplus-count-matches-forms",
    when: "no base gives the count",
    sketches: [report(oneGroup("15", "1")), forms(...twoForms)],
    says: "error",
    names: ["全年预算数为基数为0个"],
  },
  {
    rule: "report-surplus-count-matches-forms",
    when: "one base gives it",
    sketches: [
      report(oneGroup("15", "1")),
      forms(project("乙", "5.00"), {
        name: "甲",
        funding: [{ initial: "20", adjusted: "10", executed: "10" }],
      }),
    ],
    says: "held",
  },

  {
    rule: "report-goals-match-results",
    when: "fewer were bought",
    sketches: [report({ goal: "购置3辆应急公务用车，保障出行。" }), forms(car("1"))],
    says: "warning",
    names: ["购置3辆应急公务用车", "1"],
  },
  {
    rule: "report-goals-match-results",
    when: "all were bought",
    sketches: [report({ goal: "购置3辆应急公务用车。" }), forms(car("3"))],
    says: "held",
  },
  {
    rule: "report-goals-match-results",
    when: "no form speaks of it",
    sketches: [report({ goal: "培训50人次业务骨干。" }), forms(car("3"))],
    says: "not-applicable",
  },

  {
    rule: "report-finances-match-final-accounts",
    when: "the report states the grand total",
    sketches: [report({ finance: { finalIncome: "1131.83" } }), accounts("1100.61")],
    says: "warning",
    names: ["1131.83", "1100.61"],
  },
  {
    rule: "report-finances-match-final-accounts",
    when: "nothing explains it",
    sketches: [report({ finance: { finalIncome: "1200.00" } }), accounts("1100.61")],
    says: "error",
  },
  {
    rule: "report-finances-match-final-accounts",
    when: "both agree",
    sketches: [report({ finance: { finalIncome: "1100.61" } }), accounts("1100.61")],
    says: "held",
  },

  {
    rule: "report-three-public-matches-final-accounts",
    when: "the report states more",
    sketches: [
      report({ sections: [{ heading: "三公", paragraphs: ["“三公”经费支出8.00万元"] }] }),
      accounts("1.00"),
    ],
    says: "error",
    names: ["8.00", "5.00"],
  },
  {
    rule: "report-three-public-matches-final-accounts",
    when: "both agree",
    sketches: [
      report({ sections: [{ heading: "三公", paragraphs: ["“三公”经费支出5.00万元"] }] }),
      accounts("1.00"),
    ],
    says: "held",
  },
  {
    rule: "report-vehicles-match-final-accounts",
    when: "the report has more cars",
    sketches: [
      report({ sections: [{ heading: "资产", paragraphs: ["现有公务用车3辆"] }] }),
      accounts("1.00"),
    ],
    says: "warning",
  },
  {
    rule: "report-vehicles-match-final-accounts",
    when: "the report names none",
    sketches: [report({}), accounts("1.00")],
    says: "not-applicable",
  },

  {
    rule: "units-sum-to-department",
    when: "units sum to less",
    sketches: family("20.00", "2"),
    says: "warning",
    names: ["20.00", "15.00"],
  },
  {
    rule: "units-sum-to-department",
    when: "a unit is missing",
    sketches: family("20.00", "3"),
    says: "not-checked",
  },
  {
    rule: "units-sum-to-department",
    when: "there is no department",
    sketches: family("20.00", "3").slice(1),
    says: "not-applicable",
  },
];
