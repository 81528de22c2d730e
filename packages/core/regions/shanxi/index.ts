// 山西省: the national ten tables; two layouts of the project evaluation, a sheet and a report.

import type { Edition } from "../edition.ts";
import { extend } from "../extend.ts";
import { national } from "../national/index.ts";
import { attachments, nationalReport } from "../national/report.ts";
import { evaluations } from "./evaluation.ts";
import { shanxiScoring } from "./scoring.ts";
import { shanxiSentences } from "./sentences.ts";

export const shanxi: Edition = extend(national, {
  id: "shanxi/2024",
  name: "山西省（2024年度）",
  divisions: ["14"],
  fromYear: 2024,
  evaluations,
  sentences: shanxiSentences,
  scoring: shanxiScoring,
  report: [...nationalReport, attachments],
});
