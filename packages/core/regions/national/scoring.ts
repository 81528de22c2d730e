// Scoring rules of the national method (《项目支出绩效评价管理办法》, 财预〔2020〕10号).

import type { ScoringRules } from "../../evaluation/scoring/scoring-rules.ts";

export const nationalScoring: ScoringRules = {
  executionBase: "adjusted",
  executionPoints: "10",
  indicatorPoints: "90",
  levelPoints: [
    { 产出指标: "50", 效益指标: "30", 满意度指标: "10" },
    // 财预〔2021〕101号: where cost indicators are set.
    { 成本指标: "20", 产出指标: "40", 效益指标: "20", 满意度指标: "10" },
  ],
  scoreDecimals: 2,
  overAchievement: "1.3",
  executionReasonBelow: "90",
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
  basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）",
};

/** The words of the tiers from best to worst, as forms print them. */
export const tierWords = ({ tiers }: Pick<ScoringRules, "tiers">): readonly string[] =>
  tiers.flatMap(({ words }) => words);

/** The words of the grades from best to worst. */
export const gradeWords = ({ grades }: Pick<ScoringRules, "grades">): readonly string[] =>
  grades.map(({ grade }) => grade);
