import { describe, expect, it } from "vitest";

import type { DisclosureSketch, TableSketch } from "../testing/disclosure-builder.ts";
import type { EvaluationSketch } from "../testing/evaluation-builder.ts";
import type { RuleCase, UnitCase } from "../testing/rule-cases.ts";
import { answerOf, uncovered, unitAnswerOf } from "../testing/rule-cases.ts";
import { acrossDocumentsRules, documentRules } from "./index.ts";

const project = (name: string, executed: string, rest: Partial<EvaluationSketch> = {}): EvaluationSketch => ({
  name,
  funding: [{ initial: executed, adjusted: executed, executed }],
  ...rest,
});

const scored = (...totals: readonly string[]): readonly EvaluationSketch[] =>
  totals.map((totalScore, index) => ({ name: `项目${index}`, totalScore }));

const expenditure = (amount: string): TableSketch => ({
  concept: "expenditure",
  rows: [{ code: null, cells: { total: amount, basic: "0.00", project: amount } }],
});

const explained = (text: string, evaluations: readonly EvaluationSketch[]): DisclosureSketch => ({
  outline: [{ heading: "预算绩效情况说明", paragraphs: [text] }],
  evaluations,
});

const twoForms = [project("甲项目", "10.00"), project("乙项目", "5.00")];

const cases: readonly RuleCase[] = [
  {
    rule: "executed-sum-equals-project-expenditure",
    when: "forms carry less",
    sketch: { tables: [expenditure("20.00")], evaluations: twoForms },
    says: "warning",
    names: ["15.00", "20.00"],
  },
  {
    rule: "executed-sum-equals-project-expenditure",
    when: "both agree across units",
    sketch: {
      tables: [expenditure("15.00")],
      evaluations: [project("甲项目", "100000", { moneyUnit: "元" }), project("乙项目", "5.00")],
    },
    says: "held",
  },
  {
    rule: "executed-sum-equals-project-expenditure",
    when: "a form without its table says in words that nothing was spent",
    sketch: {
      tables: [expenditure("15.00")],
      evaluations: [
        ...twoForms,
        { name: "丙项目", text: { implementation: "年初预算 100000 元，支出 0 元，预算执行率 0%。" } },
      ],
    },
    says: "held",
  },
  {
    rule: "executed-sum-equals-project-expenditure",
    when: "a form does not say what was spent",
    sketch: { tables: [expenditure("20.00")], evaluations: [...twoForms, { name: "丙项目" }] },
    says: "not-checked",
  },
  {
    rule: "executed-sum-equals-project-expenditure",
    when: "there are no forms",
    sketch: { tables: [expenditure("20.00")] },
    says: "not-applicable",
  },

  {
    rule: "project-names-unique",
    when: "names repeat with other amounts",
    sketch: { evaluations: [project("补充公用经费", "1.00"), project("补充公用经费", "2.00")] },
    says: "hint",
  },
  {
    rule: "project-names-unique",
    when: "amounts repeat, too",
    sketch: { evaluations: [project("补充公用经费", "1.00"), project("补充公用经费", "1.00")] },
    says: "warning",
  },
  { rule: "project-names-unique", when: "names differ", sketch: { evaluations: twoForms }, says: "held" },

  {
    rule: "evaluated-projects-match-forms",
    when: "the money is another",
    sketch: explained("开展了绩效自评，涉及二级项目2个，资金20.00万元。", twoForms),
    says: "error",
    names: ["20.00", "15.00"],
  },
  {
    rule: "evaluated-projects-match-forms",
    when: "forms are missing",
    sketch: explained("开展了绩效自评，涉及二级项目3个，资金20.00万元。", twoForms),
    says: "warning",
    names: ["3个"],
  },
  {
    rule: "evaluated-projects-match-forms",
    when: "number and money agree",
    sketch: explained("开展了绩效自评，涉及二级项目2个，资金15.00万元。", twoForms),
    says: "held",
  },
  {
    rule: "evaluated-projects-match-forms",
    when: "no forms are attached",
    sketch: explained("开展了绩效自评，涉及二级项目2个，资金15.00万元。", []),
    says: "not-checked",
  },

  {
    rule: "grade-counts-match-forms",
    when: "a project fell below its grade",
    sketch: explained(
      "自评结果为：3个项目自评等级为“优”，0个项目自评等级为“差”。",
      scored("100", "95", "50"),
    ),
    says: "error",
    names: ["2个“优”", "1个“差”", "项目2"],
  },
  {
    rule: "grade-counts-match-forms",
    when: "counts agree",
    sketch: explained("2个项目自评等级为“优”，1个项目自评等级为“差”。", scored("100", "95", "50")),
    says: "held",
  },
  {
    rule: "grade-counts-match-forms",
    when: "a total is unreadable",
    sketch: explained("2个项目自评等级为“优”。", scored("100", "9x")),
    says: "not-checked",
  },
  {
    rule: "grade-counts-match-forms",
    when: "fewer forms are attached",
    sketch: explained("20个项目自评等级为“优”。", scored("100")),
    says: "not-checked",
  },

  {
    rule: "stated-scores-match-forms",
    when: "prose states another score",
    sketch: explained("“项目0”自评得分98分。", scored("92")),
    says: "error",
    names: ["92", "98"],
  },
  {
    rule: "stated-scores-match-forms",
    when: "both agree",
    sketch: explained("“项目0”自评得分92分。", scored("92")),
    says: "held",
  },

  {
    rule: "average-score-follows-forms",
    when: "the mean is another",
    sketch: explained("3个项目平均得分98分。", scored("90", "95", "100")),
    says: "error",
    names: ["95.00"],
  },
  {
    rule: "average-score-follows-forms",
    when: "the mean is rounded",
    sketch: explained("3个项目平均得分96.7分。", scored("95", "95", "100")),
    says: "held",
  },
  {
    rule: "average-score-follows-forms",
    when: "other projects are counted",
    sketch: explained("8个项目平均得分98分。", scored("90", "95", "100")),
    says: "not-checked",
  },

  {
    rule: "fund-projects-have-fund-table",
    when: "the table is empty",
    sketch: {
      ...explained("政府性基金预算项目支出120.00万元", []),
      tables: [{ concept: "government-fund" }],
    },
    says: "error",
  },
  {
    rule: "fund-projects-have-fund-table",
    when: "no fund money is stated",
    sketch: { ...explained("政府性基金预算项目支出0万元", []), tables: [{ concept: "government-fund" }] },
    says: "not-applicable",
  },

  {
    rule: "form-units-belong-to-report",
    when: "one form names another office",
    sketch: {
      evaluations: [
        project("甲", "1.00", { unit: "示例县示例局" }),
        project("乙", "1.00", { unit: "示例县示例局" }),
        project("丙", "1.00", { unit: "示例县水务管理中心" }),
      ],
    },
    says: "warning",
    names: ["水务管理中心"],
  },
  {
    rule: "form-units-belong-to-report",
    when: "the report names the unit among its own",
    sketch: {
      ...explained("下属单位：示例县水务管理中心", [
        project("甲", "1.00", { unit: "示例县示例局" }),
        project("丙", "1.00", { unit: "示例县水务管理中心" }),
      ]),
    },
    says: "held",
  },
  {
    rule: "form-units-belong-to-report",
    when: "most forms name another unit",
    sketch: { evaluations: [project("丙", "1.00", { unit: "示例县水务管理中心" })] },
    says: "not-checked",
  },

  {
    rule: "full-marks-are-not-universal",
    when: "all have full marks",
    sketch: { evaluations: scored("100", "100", "100") },
    says: "warning",
  },
  {
    rule: "full-marks-are-not-universal",
    when: "one has not",
    sketch: { evaluations: scored("100", "100", "99") },
    says: "held",
  },
  {
    rule: "full-marks-are-not-universal",
    when: "one is unreadable",
    sketch: { evaluations: scored("100", "100", "x") },
    says: "not-checked",
  },
];

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

const unitCases: readonly UnitCase[] = [
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
