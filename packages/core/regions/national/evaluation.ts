// National self-evaluation form (财预〔2020〕10号 style) and the level names that all forms share.

import {
  column,
  form,
  label,
  level1,
  level2,
  money,
  sealed,
  source,
  type EvaluationLayout,
  type Level1,
} from "../../forms/evaluation-layout.ts";
import {
  fundingPart,
  goalPart,
  headCells,
  headPart,
  headRow,
  indicatorsPart,
  side,
  totalPart,
} from "../../forms/form-print.ts";
import { gradeWords, nationalScoring, tierWords } from "./scoring.ts";

export const QUANTITY = level2(["数量指标"]);
export const QUALITY = level2(["质量指标"], { nameWords: ["合格率", "质量"] });
export const TIMELINESS = level2(["时效指标"], { nameWords: ["时效", "及时", "时间", "时限"] });
export const COST = level2(["成本指标"], { units: ["元", "万元", "亿元"], nameWords: ["成本"] });
export const SATISFACTION = level2(["服务对象满意度指标", "满意度指标", "服务对象满意度"], {
  nameWords: ["满意"],
});

/** The three effects of the 2020 form; 可持续影响 last. */
export const EFFECTS = [
  level2(["经济效益指标", "经济效益"]),
  level2(["社会效益指标", "社会效益"]),
  level2(["生态效益指标", "生态效益"]),
  level2(["可持续影响指标", "可持续影响"]),
] as const;

/** Levels of the 2020 form: cost is an output. */
export const LEVELS_2020: readonly Level1[] = [
  level1(["产出指标"], [QUANTITY, QUALITY, TIMELINESS, COST]),
  level1(["效益指标"], EFFECTS),
  level1(["满意度指标"], [SATISFACTION]),
];

/** Levels of the 2021 form: cost stands for itself. */
export const LEVELS_2021: readonly Level1[] = [
  level1(["产出指标"], [QUANTITY, QUALITY, TIMELINESS]),
  level1(["效益指标"], EFFECTS),
  level1(["满意度指标"], [SATISFACTION]),
  level1(
    ["成本指标"],
    [
      level2(["经济成本指标"], { units: ["元", "万元", "亿元"], nameWords: ["成本"] }),
      level2(["社会成本指标"]),
      level2(["生态环境成本指标"]),
    ],
  ),
];

export const FORM_NOTES = ["备注", "注", "说明", "填报说明", "填表人", "联系电话", "单位负责人"] as const;

export const nationalForm = form({
  id: "national/2020/form",
  kind: "sheet",
  title: "项目支出绩效自评表",
  titleNamesProject: false,
  moneyUnit: "万元",
  head: [
    label("name", "项目名称"),
    label("department", "主管部门", "主管部门及代码"),
    sealed("unit", "实施单位", "预算单位"),
  ],
  goal: {
    arrangement: "below",
    goal: ["预期目标", "年初设定目标"],
    achievement: ["实际完成情况", "目标实际完成情况", "年度总体目标完成情况", "全年完成情况"],
    side: ["年度总体目标", "年度", "总体目标"],
  },
  funding: {
    rows: [
      source("total", "年度资金总额"),
      source("appropriation", "当年财政拨款"),
      source("carryover", "上年结转资金"),
      source("other", "其他资金"),
    ],
    columns: [
      money("initial", "年初预算数"),
      money("adjusted", "全年预算数"),
      money("executed", "全年执行数"),
      money("points", "分值"),
      money("rate", "执行率"),
      money("score", "得分"),
    ],
    repeats: [],
  },
  indicators: {
    levels: LEVELS_2020,
    columns: [
      column("level1", "一级指标"),
      column("level2", "二级指标"),
      column("name", "三级指标", "指标名称"),
      column("target", "年度指标值", "目标值"),
      column("actual", "实际完成值", "全年实际值", "全年完成值"),
      column("points", "分值"),
      column("score", "得分"),
      column("reason", "偏差原因分析及改进措施"),
    ],
    pointsAs: "number",
    initialPatterns: false,
  },
  total: { words: ["总分"], prints: ["points", "score"] },
  tail: [],
  chapters: [],
  conclusion: null,
  tiers: tierWords(nationalScoring),
  grades: gradeWords(nationalScoring),
  notes: FORM_NOTES,
  instructions: [],
  wholeDepartment: null,
  print: {
    orientation: "portrait",
    yearLine: "（$year年度）",
    unitLine: null,
    grid: {
      widths: [5, 7, 9, 13, 12, 11, 11, 7, 9, 13],
      parts: [
        headPart(
          headRow(headCells("name", 2, 8)),
          headRow(headCells("department", 2, 3), headCells("unit", 2, 3)),
        ),
        side("项目资金（$unit）", 2, fundingPart({ labelSpan: 2, afterTotal: "：", beforePart: "其中：" })),
        side("年度总体目标", 1, goalPart(5, 4)),
        side("绩效指标", 1, indicatorsPart({ name: 2 })),
        totalPart(7, ["points", 1], ["score", 1], [null, 1]),
      ],
    },
    notes: [],
    signatures: [],
  },
});

export const evaluations: readonly EvaluationLayout[] = [nationalForm];
