// Cases of the rules that need one document.

import type { RuleCase } from "../../testing/rule-cases.ts";
import { project, scored, expenditure, explained, twoForms } from "./sketches.ts";

export const documentCases: readonly RuleCase[] = [
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
    when: "the grades are more than the projects",
    sketch: explained(
      "全面开展了绩效自评，涉及二级项目2个，资金100.00万元。自评结果为：2个项目自评等级为“优”，7个项目自评等级为“良”。",
      scored("100", "95"),
    ),
    says: "error",
    names: ["合计9个", "项目2个"],
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

  {
    rule: "execution-rates-share-one-base",
    when: "two forms take two bases",
    sketch: {
      evaluations: [
        { name: "甲", funding: [{ initial: "200", adjusted: "117.23", executed: "117.23", rate: "58.62" }] },
        { name: "乙", funding: [{ initial: "11.00", adjusted: "3.24", executed: "3.24", rate: "100" }] },
      ],
    },
    says: "error",
    names: ["58.62%", "年初预算数", "全年预算数"],
  },
  {
    rule: "execution-rates-share-one-base",
    when: "nothing was spent in one of them",
    sketch: {
      evaluations: [
        { name: "甲", funding: [{ initial: "200", adjusted: "0", executed: "0", rate: "0" }] },
        { name: "乙", funding: [{ initial: "11.00", adjusted: "3.24", executed: "3.24", rate: "100" }] },
      ],
    },
    says: "not-applicable",
  },

  {
    rule: "project-procurement-within-total",
    when: "one project bought more than was procured",
    sketch: {
      tables: [{ concept: "disclosure-statistics", rows: [{ line: "1", cells: { amount: "14.58" } }] }],
      evaluations: [project("设备购置", "741.06", { text: { plan: "严格按照采购程序实施" } })],
    },
    says: "warning",
    names: ["741.06", "14.58"],
  },
  {
    rule: "project-procurement-within-total",
    when: "it bought less",
    sketch: {
      tables: [{ concept: "disclosure-statistics", rows: [{ line: "1", cells: { amount: "800.00" } }] }],
      evaluations: [project("设备购置", "741.06", { text: { plan: "严格按照采购程序实施" } })],
    },
    says: "held",
  },
  {
    rule: "project-procurement-within-total",
    when: "the statistics are missing",
    sketch: { evaluations: [project("设备购置", "741.06", { text: { plan: "政府采购" } })] },
    says: "not-checked",
  },

  {
    rule: "carried-over-projects-have-opening",
    when: "the accounts open with nothing",
    sketch: {
      tables: [{ concept: "income-expenditure-summary", rows: [{ line: "29", cells: { amount: "" } }] }],
      evaluations: [project("工作经费（2023年度结余）", "7.57")],
    },
    says: "warning",
    names: ["7.57"],
  },
  {
    rule: "carried-over-projects-have-opening",
    when: "the accounts open with a balance",
    sketch: {
      tables: [{ concept: "income-expenditure-summary", rows: [{ line: "29", cells: { amount: "7.57" } }] }],
      evaluations: [project("工作经费（2023年度结余）", "7.57")],
    },
    says: "held",
  },
  {
    rule: "carried-over-projects-have-opening",
    when: "no project carries money over",
    sketch: { evaluations: twoForms },
    says: "not-applicable",
  },
];
