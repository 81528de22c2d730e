// Scoring of the place: the national rules with the tiers as its forms print them.

import type { ScoringRules } from "../../evaluation/scoring/scoring-rules.ts";
import { nationalScoring } from "../national/scoring.ts";

export const shanxiScoring: ScoringRules = {
  ...nationalScoring,
  id: "shanxi/2024",
  name: "山西省",
  tiers: [
    { words: ["达成预期指标"], from: "0.8", to: "1" },
    { words: ["部分达成预期指标并具有一定效果"], from: "0.6", to: "0.8" },
    { words: ["未完成预期指标且效果较差", "未达成预期指标且效果较差"], from: "0", to: "0.6" },
  ],
  sources: [
    ...nationalScoring.sources,
    { about: "定性三档的文字", source: "本省 2024 年度自评表", certainty: "form" },
  ],
};
