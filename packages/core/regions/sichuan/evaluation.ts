// Sichuan's self-evaluation form of 2025 (部门预算项目支出绩效自评表) and the annex of the department
// report (部门整体支出绩效目标完成情况自评表), which repeats the same indicator groups without scores.

import {
  column,
  form,
  label,
  money,
  sealed,
  source,
  type EvaluationLayout,
} from "../../forms/evaluation-layout.ts";
import {
  fundingPart,
  goalPart,
  headCells,
  headPart,
  headRow,
  indicatorsPart,
  side,
  textsPart,
  totalPart,
} from "../../forms/form-print.ts";
import { LEVELS_2021 } from "../national/evaluation.ts";
import { gradeWords, nationalScoring, tierWords } from "../national/scoring.ts";

export const sichuanForm = form({
  id: "sichuan/2025/form",
  kind: "sheet",
  title: "部门预算项目支出绩效自评表",
  titleNamesProject: false,
  moneyUnit: "万元",
  head: [label("name", "项目名称"), label("department", "主管部门"), sealed("unit", "实施单位")],
  goal: {
    arrangement: "inline",
    goal: ["项目年度目标"],
    achievement: ["年度目标完成情况"],
    side: ["项目年度目标完成情况", "项目基本情况"],
  },
  funding: {
    rows: [
      source("total", "总额"),
      source("appropriation", "财政资金"),
      source("fiscal-account", "财政专户管理资金"),
      source("unit", "单位资金"),
      source("other", "其他资金"),
    ],
    columns: [
      money("initial", "年初预算"),
      money("adjusted", "调整后预算数"),
      money("executed", "预算执行数"),
      money("rate", "预算执行率"),
      money("points", "权重"),
      money("score", "得分"),
      money("reason", "原因"),
    ],
    repeats: [],
  },
  indicators: {
    levels: LEVELS_2021,
    columns: [
      column("level1", "一级指标"),
      column("level2", "二级指标"),
      column("name", "三级指标"),
      column("comparator", "指标性质"),
      column("target", "指标值"),
      column("unit", "度量单位"),
      column("actual", "完成值"),
      column("points", "权重"),
      column("score", "得分"),
      column("reason", "未完成原因分析"),
    ],
    pointsAs: "number",
    initialPatterns: false,
  },
  total: { words: ["合计"], prints: ["points", "score"] },
  tail: [
    label("implementation", "项目实施内容及过程概述"),
    label("conclusion", "评价结论"),
    label("problems", "存在问题"),
    label("measures", "改进措施"),
  ],
  chapters: [],
  conclusion: null,
  tiers: tierWords(nationalScoring),
  grades: gradeWords(nationalScoring),
  notes: ["项目负责人", "财务负责人", "备注"],
  instructions: ["预算执行率=预算执行数/调整后预算数", "未达到90%的需", "社会投入资金、银行贷款"],
  wholeDepartment: null,
  print: {
    orientation: "portrait",
    yearLine: "（$year年度）",
    unitLine: null,
    grid: {
      widths: [7, 8, 10, 11, 10, 6, 8, 6, 9, 6, 6, 13],
      parts: [
        headPart(
          headRow(headCells("name", 3, 9)),
          headRow(headCells("department", 3, 4), headCells("unit", 2, 3)),
        ),
        side(
          "项目基本情况",
          1,
          side("1. 项目年度目标完成情况", 2, goalPart(4, 5)),
          textsPart(["implementation"], [2, 9], "2. "),
        ),
        side(
          "预算执行情况（10分）",
          1,
          fundingPart({
            label: "年度预算数（$unit）",
            labelSpan: 2,
            spans: { executed: 2, rate: 2 },
            beforePart: "其中：",
          }),
        ),
        side("绩效指标（90分）", 1, indicatorsPart({ name: 2 })),
        totalPart(9, ["points", 1], ["score", 1], [null, 1]),
        textsPart(["conclusion", "problems", "measures"], [1, 11]),
      ],
    },
    notes: [],
    signatures: ["项目负责人：", "财务负责人："],
  },
});

export const sichuanAnnex = form({
  ...sichuanForm,
  id: "sichuan/2025/annex",
  kind: "annex",
  title: "部门整体支出绩效目标完成情况自评表",
  head: [label("unit", "部门名称")],
  goal: null,
  funding: null,
  indicators: {
    levels: LEVELS_2021,
    columns: [
      column("level1", "一级指标"),
      column("level2", "二级指标"),
      column("name", "三级指标"),
      column("comparator", "绩效指标性质"),
      column("target", "绩效指标值"),
      column("unit", "绩效度量单位"),
      column("points", "权重"),
      column("actual", "实际完成指标值"),
    ],
    pointsAs: "percent",
    initialPatterns: false,
  },
  total: null,
  tail: [],
  notes: ["备注"],
  instructions: [],
  wholeDepartment: {
    budget: [
      { field: "total", words: ["资金总额"] },
      { field: "appropriation", words: ["财政拨款"] },
      { field: "other", words: ["其他资金"] },
    ],
    goal: ["年度总体目标"],
    tasks: { name: ["任务名称"], content: ["主要内容"] },
  },
  print: {
    orientation: "portrait",
    yearLine: "（$year年度）",
    unitLine: "单位：$unit",
    grid: {
      widths: [8, 9, 11, 20, 9, 12, 9, 8, 14],
      parts: [
        headPart(headRow(headCells("unit", 2, 7))),
        side("年度部门整体支出预算", 2, { kind: "department-budget", spans: [2, 3, 2] }),
        { kind: "department-goal", label: 2, value: 7 },
        side("年度主要任务", 2, { kind: "department-tasks", spans: [2, 5] }),
        side("年度绩效指标", 1, indicatorsPart()),
      ],
    },
    notes: [],
    signatures: [],
  },
});

export const evaluations: readonly EvaluationLayout[] = [sichuanForm, sichuanAnnex];
