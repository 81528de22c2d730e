// Cases of the rules on indicators, scores and staff.

import type { RuleCase } from "../../testing/rule-cases.ts";
import { department, staff, weights, problemsAndMeasures } from "./sketches.ts";

export const indicatorsCases: readonly RuleCase[] = [
  {
    rule: "weights-sum-to-hundred",
    when: "weights total 92",
    sketch: weights("46", "46"),
    says: "error",
    names: ["92"],
  },
  { rule: "weights-sum-to-hundred", when: "they total 100", sketch: weights("46.5", "53.5"), says: "held" },
  {
    rule: "weights-sum-to-hundred",
    when: "execution is scored apart",
    sketch: weights("45", "45"),
    says: "held",
  },
  {
    rule: "weights-sum-to-hundred",
    when: "a weight is blank",
    sketch: weights("46", ""),
    says: "not-checked",
  },
  {
    rule: "weights-sum-to-hundred",
    when: "there is no department evaluation",
    sketch: {},
    says: "not-applicable",
  },
  {
    rule: "score-stays-within-points",
    when: "a score is above its points",
    sketch: department({ indicators: [{ name: "会议", points: "3", score: "4.5" }] }),
    says: "error",
    names: ["4.5", "3"],
  },
  {
    rule: "score-stays-within-points",
    when: "scores do not add up",
    sketch: department({
      score: "98",
      indicators: [
        { name: "甲", points: "50", score: "48" },
        { name: "乙", points: "50", score: "49" },
      ],
    }),
    says: "error",
    names: ["98", "97"],
  },
  {
    rule: "score-stays-within-points",
    when: "scores add up",
    sketch: department({
      score: "97",
      indicators: [
        { name: "甲", points: "50", score: "48" },
        { name: "乙", points: "50", score: "49" },
      ],
    }),
    says: "held",
  },
  {
    rule: "score-stays-within-points",
    when: "nothing is scored",
    sketch: department({}),
    says: "not-applicable",
  },
  {
    rule: "staff-numbers-agree",
    when: "parts are above the whole",
    sketch: staff("在编在职人员16人，其中：行政人员13人，事业人员4人。"),
    says: "error",
    names: ["16", "17"],
  },
  {
    rule: "staff-numbers-agree",
    when: "some kinds are not named",
    sketch: staff("在编在职人员18人，其中：行政人员13人，事业人员4人。"),
    says: "hint",
  },
  {
    rule: "staff-numbers-agree",
    when: "all agrees",
    sketch: staff(
      "在编在职人员17人，其中：行政人员13人，事业人员4人，较上年减少3人，减少原因为调出公务员5人，调入公务员2人。",
    ),
    says: "held",
  },
  {
    rule: "staff-numbers-agree",
    when: "movements give another change",
    sketch: staff(
      "在编在职人员17人，其中：行政人员13人，事业人员4人，较上年减少3人，减少原因为调出公务员5人，调入公务员1人。",
    ),
    says: "warning",
    names: ["减少3", "减少4"],
  },
  {
    rule: "staff-numbers-agree",
    when: "no staff is stated",
    sketch: staff("人员情况见附表。"),
    says: "not-applicable",
  },
  {
    rule: "department-grade-follows-score",
    when: "the grade is too good",
    sketch: department({ score: "84.85", grade: "优秀" }),
    says: "error",
    names: ["84.85", "良好"],
  },
  {
    rule: "department-grade-follows-score",
    when: "the word is unknown",
    sketch: department({ score: "84.85", grade: "甲等" }),
    says: "hint",
  },
  {
    rule: "department-grade-follows-score",
    when: "both agree",
    sketch: department({ score: "94.85", grade: "优秀" }),
    says: "held",
  },
  {
    rule: "department-grade-follows-score",
    when: "the national word is used",
    sketch: department({ score: "94.85", grade: "“优”" }),
    says: "held",
  },
  {
    rule: "department-grade-follows-score",
    when: "the score is unreadable",
    sketch: department({ score: "9x", grade: "优秀" }),
    says: "not-checked",
  },
  {
    rule: "zero-targets-are-explained",
    when: "a target asks for nothing",
    sketch: department({ indicators: [{ name: "培训人次", target: "≥0人次", points: "5" }] }),
    says: "hint",
  },
  {
    rule: "zero-targets-are-explained",
    when: "nothing may happen",
    sketch: department({ indicators: [{ name: "安全事故", target: "=0起", points: "5" }] }),
    says: "held",
  },
  {
    rule: "score-can-be-retraced",
    when: "only the total is stated",
    sketch: department({ score: "94.85", indicators: [{ name: "甲", points: "3" }] }),
    says: "hint",
  },
  {
    rule: "score-can-be-retraced",
    when: "items are scored",
    sketch: department({ score: "94.85", system: [{ level3: "甲", points: "100", score: "94.85" }] }),
    says: "held",
  },

  {
    rule: "annex-indicators-have-results",
    when: "one has no result",
    sketch: department({ indicators: [{ name: "甲", actual: "5" }, { name: "乙" }] }),
    says: "warning",
    names: ["乙"],
  },
  {
    rule: "annex-indicators-have-results",
    when: "all have one",
    sketch: department({ indicators: [{ name: "甲", actual: "5" }] }),
    says: "held",
  },
  {
    rule: "annex-indicators-have-results",
    when: "the form has no such column",
    sketch: department({ indicators: [{ name: "甲" }, { name: "乙" }] }),
    says: "not-applicable",
  },

  {
    rule: "department-problems-have-measures",
    when: "three problems meet two suggestions",
    sketch: problemsAndMeasures(
      ["1.预算执行率偏低。", "2.资产台账不全。", "3.档案归集不齐。"],
      ["1.加快预算执行。", "2.补齐档案。"],
    ),
    says: "warning",
    names: ["资产台账不全"],
  },
  {
    rule: "department-problems-have-measures",
    when: "every problem has its suggestion, and the title of the annex follows",
    sketch: problemsAndMeasures(
      ["1.预算执行率偏低。", "2.资产台账不全。"],
      ["1.加快支付。", "2.逐件清点。", "附表：部门整体支出绩效目标完成情况自评表"],
    ),
    says: "held",
  },
  {
    rule: "department-problems-have-measures",
    when: "both say that there is nothing",
    sketch: problemsAndMeasures(["无。"], ["无"]),
    says: "held",
  },
  {
    rule: "department-problems-have-measures",
    when: "the problems have no suggestion",
    sketch: problemsAndMeasures(["1.预算执行率偏低。", "2.资产台账不全。"], ["无。"]),
    says: "warning",
    names: ["2条"],
  },
  {
    rule: "department-problems-have-measures",
    when: "suggestions answer no problem",
    sketch: problemsAndMeasures(["无"], ["继续做好预算管理工作。"]),
    says: "hint",
  },
  {
    rule: "department-problems-have-measures",
    when: "the report has no such sections",
    sketch: department({ sections: [{ heading: "人员概况", paragraphs: ["在职5人"] }] }),
    says: "not-applicable",
  },
];
