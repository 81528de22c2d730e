// 上海市: nine tables without label, 行次 and 栏次; the explanation in the words of the city's own form.

import type { Edition } from "../edition.ts";
import { extend } from "../extend.ts";
import { national } from "../national/index.ts";
import { nationalScoring } from "../national/scoring.ts";
import { shanghaiReport } from "./report.ts";
import { shanghaiSentences } from "./sentences.ts";
import { shanghaiTables } from "./tables.ts";

export const shanghai: Edition = extend(national, {
  id: "shanghai/2024",
  name: "上海市（2024年度）",
  divisions: ["31"],
  fromYear: 2024,
  verified: false,
  note: "项目支出绩效自评表的本市表式和评级分数线尚未收录，自评表按全国通用表式识读",
  basis: [...national.basis, "上海市2024年度部门决算模板（附件2）"],
  tables: shanghaiTables,
  sentences: shanghaiSentences,
  report: shanghaiReport,
  scoring: {
    ...nationalScoring,
    id: "shanghai/2024",
    name: "上海市",
    grades: [
      { grade: "优", from: "90" },
      { grade: "良", from: "80" },
      { grade: "合格", from: "60" },
      { grade: "不合格", from: "0" },
    ],
    sources: [
      ...nationalScoring.sources,
      { about: "等级用词", source: "上海市2024年度部门决算模板（附件2）", certainty: "form" },
      { about: "等级分数线", source: "未见本市规定，按全国办法", certainty: "configuration" },
    ],
  },
  tableMarks: ["moneyUnit"],
});
