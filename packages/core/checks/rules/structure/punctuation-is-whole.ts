import { reportTexts } from "./printed-texts.ts";
import { wordingRule } from "./wording-rule.ts";

export const punctuationIsWhole = wordingRule(
  {
    id: "punctuation-is-whole",
    code: "S-21",
    title: "标点不应叠用",
    kind: "explain",
    severity: "hint",
    basis: "《标点符号用法》（GB/T 15834—2011）",
    example: { passes: "住房公积金；对个人和家庭的补助", fails: "住房公积金、；对个人和家庭的补助" },
  },
  {
    texts: ({ disclosure }) => reportTexts(disclosure),
    patterns: [/[、,;:][。;,、]|。[。,;、]|,,|;;|、、/gu],
    says: "标点叠用",
    advice: "请更正标点；如有漏写的内容，请补上。",
  },
);
