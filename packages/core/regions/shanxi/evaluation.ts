// Shanxi's two layouts of 2024: the sheet (项目支出绩效自评表) and the report with the table inside
// (项目支出绩效自评分析报告). Both print goal and budget as two columns of 年初预算数.

import {
  chapter,
  column,
  form,
  holding,
  label,
  level1,
  level2,
  money,
  paragraph,
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
  type HeaderAbove,
} from "../../forms/form-print.ts";
import { COST, QUALITY, QUANTITY, TIMELINESS } from "../national/evaluation.ts";
import { gradeWords, tierWords } from "../national/scoring.ts";
import { shanxiScoring } from "./scoring.ts";

const LEVELS = [
  level1(["产出指标"], [QUANTITY, QUALITY, TIMELINESS, COST]),
  level1(
    ["效益指标"],
    [
      level2(["经济效益", "经济效益指标"]),
      level2(["社会效益", "社会效益指标"]),
      level2(["生态效益", "生态效益指标"]),
      level2(["可持续影响", "可持续影响指标"]),
    ],
  ),
  level1(["满意度指标"], [level2(["服务对象满意度", "服务对象满意度指标"], { nameWords: ["满意"] })]),
] as const;

const FUNDING = {
  rows: [
    source("total", "资金总额", "合计"),
    source("local", "市县区财政资金"),
    source("appropriation", "财政资金", "当年财政拨款"),
    source("carryover", "上年结转资金"),
    source("fiscal-account", "财政专户管理资金"),
    source("unit", "单位资金"),
    source("other", "其他资金"),
  ],
  columns: [
    money("declared", "目标申报数", "目标申报"),
    money("compiled", "预算编制数", "预算编制"),
    money("adjusted", "全年预算数"),
    money("executed", "全年执行数"),
    money("remaining", "资金结(转)余"),
    money("rate", "执行率"),
    money("score", "得分"),
    money("reason", "偏差原因"),
  ],
  repeats: [["declared", "compiled"]],
} as const;

const INDICATORS = {
  levels: LEVELS,
  columns: [
    column("level1", "一级指标"),
    column("level2", "二级指标"),
    column("name", "三级指标", "指标名称"),
    column("initialTarget", "年初指标值", "年初指标"),
    column("target", "调整后指标值", "调整后指标"),
    column("actual", "实际完成值"),
    column("note", "定性值情况说明", "定性情况说明"),
    column("points", "分值", "权重"),
    column("score", "得分"),
    column("reason", "偏差原因分析及改进措施"),
  ],
  pointsAs: "number",
  initialPatterns: false,
} as const;

const INITIAL_BUDGET: HeaderAbove<"declared" | "compiled"> = {
  words: "年初预算数",
  fields: ["declared", "compiled"],
};

export const shanxiSheet = form({
  id: "shanxi/2024/sheet",
  kind: "sheet",
  title: "项目支出绩效自评表",
  titleNamesProject: true,
  moneyUnit: "万元",
  head: [
    label("name", "项目名称"),
    label("department", "主管部门及代码", "主管部门"),
    label("unit", "预算单位", "实施单位"),
  ],
  goal: {
    arrangement: "below",
    goal: ["年度目标"],
    achievement: ["实际完成情况"],
    side: ["项目年度绩效目标", "项目", "年度", "绩效目标", "年度绩效目标"],
  },
  funding: FUNDING,
  indicators: { ...INDICATORS, initialPatterns: true },
  total: { words: ["总分"], prints: ["score", "grade"] },
  tail: [
    label("implementation", "项目实施和预算执行情况及分析"),
    label("output", "产出情况及分析"),
    label("benefit", "效益情况及分析"),
    label("satisfaction", "满意度情况及分析"),
    label("experience", "主要经验做法"),
    label("problems", "项目管理中存在的主要问题及原因分析"),
    label("measures", "下一步改进措施及管理建议"),
  ],
  chapters: [],
  conclusion: null,
  tiers: tierWords(shanxiScoring),
  grades: gradeWords(shanxiScoring),
  notes: ["备注", "各注", "注"],
  instructions: [],
  wholeDepartment: null,
  print: {
    orientation: "landscape",
    yearLine: "（$year年度）",
    unitLine: null,
    grid: {
      widths: [5, 5, 5, 8, 10, 9, 9, 9, 9, 9, 9, 6, 6, 6, 12],
      parts: [
        headPart(
          headRow(headCells("name", 4, 11)),
          headRow(headCells("department", 4, 5), headCells("unit", 2, 4)),
        ),
        side(
          "项目资金预算安排及执行进度（$unit）",
          3,
          fundingPart({
            labelSpan: 2,
            spans: { declared: 2, compiled: 2 },
            above: [INITIAL_BUDGET],
            afterTotal: "：",
          }),
        ),
        side("项目年度绩效目标", 2, goalPart(6, 7)),
        side(
          "绩效指标",
          1,
          indicatorsPart({ level1: 2, name: 2, reason: 2, note: 2 }),
          totalPart(11, ["score", 1], ["grade", 2]),
        ),
        side(
          "项目绩效分析",
          1,
          side(
            "自评结果分析",
            1,
            textsPart(["implementation", "output", "benefit", "satisfaction"], [2, 11]),
          ),
          textsPart(["experience", "problems", "measures"], [3, 11]),
        ),
      ],
    },
    notes: [
      "备注：1.“年初预算数”项下的“目标申报数”和“预算编制数”为并列关系，其中“目标申报数”的数据来源于项目目标申报表中的项目资金总额表中的年度资金，“预算编制数”数据来源于项目预算支出明细表。2.“全年预算数”的取数规则，如果年初预算未调整，取预算编制数；如果有调整，取调整后的预算数。3.“全年执行数”是指预算执行指标确认数。4.“执行率”是执行数与“全年预算数”相比较。",
    ],
    signatures: [],
  },
});

const FUNDING_TABLE = {
  widths: [16, 11, 11, 11, 11, 11, 8, 7, 14],
  parts: [fundingPart({ label: "资金来源", above: [INITIAL_BUDGET], unitInHeaders: true })],
};

const INDICATOR_TABLE = {
  widths: [9, 10, 15, 10, 12, 12, 10, 7, 7, 14],
  parts: [indicatorsPart({}, [{ words: "年度指标", fields: ["initialTarget", "target"] }])],
};

export const shanxiReport = form({
  id: "shanxi/2024/report",
  kind: "report",
  title: "项目支出绩效自评分析报告",
  titleNamesProject: false,
  moneyUnit: "元",
  head: [label("name", "项目名称"), label("unit", "项目单位"), label("department", "主管部门")],
  goal: null,
  funding: FUNDING,
  indicators: INDICATORS,
  total: null,
  tail: [],
  chapters: [
    chapter(2, null, "项目基本信息", "项目的基本情况", "项目基本情况"),
    chapter(3, null, "项目概况"),
    paragraph("overview", "项目概况"),
    paragraph("basis", "立项依据"),
    paragraph("necessity", "项目设立的必要性"),
    paragraph("safeguards", "保证项目实施的措施与制度"),
    chapter(3, null, "项目绩效目标"),
    chapter(5, "periodGoal", "项目实施期绩效目标"),
    chapter(5, "yearGoal", "项目年度目标"),
    chapter(3, "plan", "项目实施计划"),
    chapter(2, null, "项目绩效完成情况"),
    holding(chapter(3, null, "预算执行情况"), FUNDING_TABLE),
    holding(chapter(3, null, "绩效指标完成情况", "指标完成情况"), INDICATOR_TABLE),
    chapter(2, null, "项目自评结果"),
    chapter(4, "conclusion", "项目自评得分和结论"),
    chapter(4, "goalCompletion", "全年目标实际完成情况"),
    chapter(4, "implementation", "项目实施和预算执行情况分析"),
    chapter(4, "output", "产出情况及分析"),
    chapter(4, "benefit", "效益情况及分析"),
    chapter(4, "satisfaction", "满意度情况及分析"),
    chapter(2, "experience", "项目主要经验做法"),
    chapter(2, "problems", "项目管理中存在的主要问题及原因分析", "项目管理中存在问题及原因分析"),
    chapter(2, "measures", "下一步改进措施及管理建议", "进一步加强项目管理措施及建议"),
  ],
  conclusion: {
    fundingScore: ["预算执行情况得分"],
    indicatorScore: ["指标完成情况得分"],
    totalScore: ["总得分", "总分", "综合得分", "最终得分"],
    grade: ["属于", "等级为", "等次为", "评为", "属"],
    name: { after: ["最终评分结果"], before: ["项目绩效自评价结果为"] },
  },
  tiers: tierWords(shanxiScoring),
  grades: gradeWords(shanxiScoring),
  notes: ["备注"],
  instructions: [],
  wholeDepartment: null,
  print: {
    orientation: "portrait",
    yearLine: "（$year年度）",
    unitLine: null,
    grid: null,
    notes: [],
    signatures: [],
  },
});

export const evaluations: readonly EvaluationLayout[] = [shanxiSheet, shanxiReport];
