// The list of self-evaluations that departments and finance offices keep.

import { summary } from "../../forms/summary-layout.ts";

export const nationalSummary = summary({
  id: "national/summary",
  title: "项目支出绩效自评结果汇总表",
  yearLine: "（$year年度）",
  unitLine: "金额单位：万元",
  moneyUnit: "万元",
  columns: [
    { field: "number", words: "序号", width: 6 },
    { field: "name", words: "项目名称", width: 26 },
    { field: "unit", words: "主管部门（单位）", width: 22 },
    { field: "budget", words: "全年预算数", width: 11 },
    { field: "executed", words: "全年执行数", width: 11 },
    { field: "rate", words: "执行率", width: 9 },
    { field: "score", words: "自评得分", width: 8 },
    { field: "grade", words: "自评等级", width: 7 },
  ],
  total: "合计",
  totalCount: "共$count个项目",
  average: "平均$score",
  counts: "按等级统计",
  count: "$grade$count个",
  withoutGrade: "未评等级",
});
