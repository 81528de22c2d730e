// 四川省: evaluation form with 指标性质 and 度量单位 columns, cost as a first-level indicator of ten
// points, and the department's report with its annex.

import type { Edition } from "../edition.ts";
import { extend } from "../extend.ts";
import { national } from "../national/index.ts";
import { attachments, explanation, overview, tables, terms } from "../national/report.ts";
import { nationalScoring } from "../national/scoring.ts";
import { t } from "../../sentences/template.ts";
import { nationalMonitoring } from "../national/monitoring.ts";
import { departmentReport } from "./department-report.ts";
import { evaluations } from "./evaluation.ts";
import { sichuanSentences } from "./sentences.ts";

export const sichuan: Edition = extend(national, {
  id: "sichuan/2025",
  name: "四川省（2025年度）",
  divisions: ["51"],
  fromYear: 2025,
  verified: false,
  note: "决算公开表采用全国通用表式，本省自有的十三张表尚未收录；部门预算绩效评价指标体系的分值尚未收录",
  evaluations,
  sentences: sichuanSentences,
  scoring: {
    ...nationalScoring,
    id: "sichuan/2025",
    name: "四川省",
    levelPoints: [
      { 产出指标: "50", 效益指标: "20", 满意度指标: "10", 成本指标: "10" },
      { 产出指标: "40", 效益指标: "30", 满意度指标: "10", 成本指标: "10" },
      { 产出指标: "60", 效益指标: "30" },
    ],
    departmentGrades: [
      { grade: "优秀", from: "90" },
      { grade: "良好", from: "80" },
      { grade: "合格", from: "60" },
      { grade: "不合格", from: "0" },
    ],
    basis: "川财绩〔2021〕6号及自评表填报说明：预算执行率＝预算执行数÷调整后预算数",
    sources: [
      ...nationalScoring.sources,
      {
        about: "执行率按调整后预算数",
        source: "川财绩〔2021〕6号及自评表填报说明",
        certainty: "form",
      },
      { about: "产出 50、效益 20、满意度 10、成本 10", source: "2025 年度自评表", certainty: "form" },
      { about: "人员类产出 60、效益 30", source: "县区填报说明", certainty: "form" },
      { about: "部门自评的等级用词和分数线", source: "未见省级规定", certainty: "configuration" },
    ],
  },
  // Checkpoints as county point systems give them, about; the province's own text is not in our material.
  monitoring: {
    ...nationalMonitoring,
    checkpoints: [
      { month: 6, rate: "40" },
      { month: 9, rate: "67.5" },
      { month: 11, rate: "82.5" },
    ],
  },
  departmentReport,
  report: [overview, explanation, terms, attachments, { ...tables, name: "附表", title: t`附表` }],
});
