// 上海市: nine tables without label, 行次 and 栏次; the sentences are still the national ones.

import type { Edition } from "../edition.ts";
import { extend } from "../extend.ts";
import { national } from "../national/index.ts";
import { nationalScoring } from "../national/scoring.ts";
import { shanghaiTables } from "./tables.ts";

export const shanghai: Edition = extend(national, {
  id: "shanghai/2024",
  name: "上海市（2024年度）",
  divisions: ["31"],
  fromYear: 2024,
  verified: false,
  note: "情况说明的本地用语尚未全部收录",
  tables: shanghaiTables,
  scoring: {
    ...nationalScoring,
    grades: [
      { grade: "优", from: "90" },
      { grade: "良", from: "80" },
      { grade: "合格", from: "60" },
      { grade: "不合格", from: "0" },
    ],
  },
  tableMarks: ["moneyUnit"],
});
