import { reportTexts } from "./printed-texts.ts";
import { wordingRule } from "./wording-rule.ts";

export const fundNamesAreOfficial = wordingRule(
  {
    id: "fund-names-are-official",
    code: "S-23",
    title: "四本预算的名称应规范",
    kind: "explain",
    severity: "hint",
    basis: "《中华人民共和国预算法》第五条：一般公共预算、政府性基金预算、国有资本经营预算、社会保险基金预算",
    example: { passes: "国有资本经营预算项目支出0万元", fails: "国有资金经营预算项目支出0万元" },
  },
  {
    texts: ({ disclosure }) => reportTexts(disclosure),
    patterns: [/国有(?:资金|资产)经营预算|政府基金预算|社会(?:保障|保险费)基金预算|一般(?:公用|公众)预算/gu],
    says: "预算名称不规范",
    advice: "请改用预算法规定的名称。",
  },
);
