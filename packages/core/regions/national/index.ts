// The national edition: the forms that the Ministry of Finance sets; other editions say what differs.

import type { Edition } from "../edition.ts";
import { evaluations } from "./evaluation.ts";
import { nationalGlossary } from "./glossary.ts";
import { nationalMonitoring } from "./monitoring.ts";
import { nationalReport } from "./report.ts";
import { nationalScoring } from "./scoring.ts";
import { nationalSentences } from "./sentences.ts";
import { nationalTables } from "./tables.ts";

export const national: Edition = {
  id: "national/2024",
  name: "全国通用（2024年度起）",
  divisions: [],
  fromYear: 2021,
  basis: [
    "《中华人民共和国预算法》",
    "《地方预决算公开操作规程》（财预〔2016〕143号）",
    "《项目支出绩效评价管理办法》（财预〔2020〕10号）",
  ],
  verified: true,
  note: null,
  tables: nationalTables,
  evaluations,
  sentences: nationalSentences,
  scoring: nationalScoring,
  monitoring: nationalMonitoring,
  report: nationalReport,
  departmentReport: null,
  glossary: nationalGlossary,
  tableMarks: ["label", "unit", "year", "moneyUnit"],
};
