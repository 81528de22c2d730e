// Scoring rules of the national method (《项目支出绩效评价管理办法》, 财预〔2020〕10号). What it leaves open is
// configuration, and `sources` says so.

import type { RuleSource, ScoringRules } from "../../evaluation/scoring/scoring-rules.ts";

const METHOD = "《项目支出绩效评价管理办法》（财预〔2020〕10号）";
const WITHOUT_COST = { 产出指标: "50", 效益指标: "30", 满意度指标: "10" } as const;
/** 财预〔2021〕101号: where cost indicators are set. */
const WITH_COST = { 成本指标: "20", 产出指标: "40", 效益指标: "20", 满意度指标: "10" } as const;

const sources: readonly RuleSource[] = [
  { about: "预算执行率 10 分，产出 50、效益 30、满意度 10", source: METHOD, certainty: "regulation" },
  {
    about: "设成本指标的，成本 20、产出 40、效益 20、满意度 10",
    source: "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）",
    certainty: "regulation",
  },
  { about: "定量指标达到得满分，未达到按比例", source: METHOD, certainty: "regulation" },
  {
    about: "定性三档 100%—80%、80%—60%、60%—0%；等级分数线 90、80、60",
    source: METHOD,
    certainty: "regulation",
  },
  {
    about: "超过上限的按 2 − 完成值÷指标值；“=”超过得满分；指标为 0 的",
    source: "办法未作规定，按绩效系统通常做法",
    certainty: "configuration",
  },
  {
    about: "得分两位小数、四舍五入；预算数和执行数均为 0 得 0；执行率高于 100% 得满分",
    source: "办法未作规定，按绩效系统通常做法",
    certainty: "configuration",
  },
  {
    about: "超额完成 130% 起提示说明原因，不直接扣分",
    source: "办法要求分析原因、按偏离度适当调减，未定比例",
    certainty: "configuration",
  },
  { about: "执行率低于 90% 应说明原因", source: "自评表填报说明的通常要求", certainty: "configuration" },
];

export const nationalScoring: ScoringRules = {
  id: "national/2020",
  name: "全国办法",
  inForce: true,
  executionBase: "adjusted",
  withoutBudget: "zero",
  aboveBudget: "full",
  executionPoints: "10",
  indicatorPoints: "90",
  levelPoints: [WITHOUT_COST, WITH_COST],
  scoreDecimals: 2,
  rounding: "half-up",
  formulas: {
    atLeast: "proportional",
    atMost: "two-minus-ratio",
    exactShort: "proportional",
    exactExceeded: "full",
  },
  overAchievement: "1.3",
  overAchievementConsequence: { kind: "note" },
  executionReasonBelow: "90",
  lossNeedsReason: true,
  manualReason: "loss",
  caps: [],
  grades: [
    { grade: "优", from: "90" },
    { grade: "良", from: "80" },
    { grade: "中", from: "60" },
    { grade: "差", from: "0" },
  ],
  departmentGrades: [
    { grade: "优", from: "90" },
    { grade: "良", from: "80" },
    { grade: "中", from: "60" },
    { grade: "差", from: "0" },
  ],
  tiers: [
    { words: ["达成年度指标", "达成预期指标", "全部或基本达成预期指标"], from: "0.8", to: "1" },
    {
      words: ["部分达成年度指标并具有一定效果", "部分达成预期指标并具有一定效果"],
      from: "0.6",
      to: "0.8",
    },
    {
      words: ["未达成年度指标且效果较差", "未达成预期指标且效果较差", "未完成预期指标且效果较差"],
      from: "0",
      to: "0.6",
    },
  ],
  basis: METHOD,
  sources,
};

/** The national rules for a project that sets no cost indicators, and for one that does. */
export const nationalScoringWithoutCost: ScoringRules = {
  ...nationalScoring,
  id: "national/2020-without-cost",
  name: "全国办法（不设成本指标）",
  levelPoints: [WITHOUT_COST],
};
export const nationalScoringWithCost: ScoringRules = {
  ...nationalScoring,
  id: "national/2021-with-cost",
  name: "全国办法（设成本指标）",
  levelPoints: [WITH_COST],
  basis: `${METHOD}、财预〔2021〕101号`,
};

/** The words of the tiers from best to worst, as forms print them. */
export const tierWords = ({ tiers }: Pick<ScoringRules, "tiers">): readonly string[] =>
  tiers.flatMap(({ words }) => words);

/** The words of the grades from best to worst. */
export const gradeWords = ({ grades }: Pick<ScoringRules, "grades">): readonly string[] =>
  grades.map(({ grade }) => grade);
