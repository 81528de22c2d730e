// 宁夏回族自治区: the evaluation form with stated level points; the final accounts take the national tables.

import type { Edition } from "../edition.ts";
import { extend } from "../extend.ts";
import { national } from "../national/index.ts";
import { nationalScoring } from "../national/scoring.ts";
import { evaluations } from "./evaluation.ts";

export const ningxia: Edition = extend(national, {
  id: "ningxia/2024",
  name: "宁夏回族自治区（2024年度）",
  divisions: ["64"],
  fromYear: 2024,
  verified: false,
  note: "决算公开表采用全国通用表式，本地自有表式尚未收录",
  evaluations,
  scoring: {
    ...nationalScoring,
    id: "ningxia/2024",
    name: "宁夏回族自治区",
    levelPoints: [
      { 产出指标: "40", 效益指标: "40", 满意度指标: "10" },
      { 产出指标: "50", 效益指标: "30", 满意度指标: "10" },
    ],
    sources: [
      ...nationalScoring.sources,
      { about: "产出 40（含成本）、效益 40、满意度 10", source: "中卫市 2024 年度自评表", certainty: "form" },
    ],
  },
});
