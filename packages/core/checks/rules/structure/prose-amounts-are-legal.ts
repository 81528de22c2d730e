import { FINAL_ACCOUNTS_FORMS } from "../../basis.ts";
import { reportTexts } from "./printed-texts.ts";
import { wordingRule } from "./wording-rule.ts";

export const proseAmountsAreLegal = wordingRule(
  {
    id: "prose-amounts-are-legal",
    code: "S-22",
    title: "说明中的金额应为合法数字",
    kind: "logic",
    severity: "error",
    basis: FINAL_ACCOUNTS_FORMS,
    example: { passes: "基本支出2,381.35万元", fails: "基本支出2.381.35万元" },
  },
  {
    texts: ({ disclosure }) => reportTexts(disclosure),
    patterns: [
      /(?<![\d.])\d{1,3}(?:\.\d{3})+\.\d{1,2}(?=万元|元)/gu,
      /(?<![\d.,])\d{1,3},\d{1,2}(?:\.\d+)?(?=万元)/gu,
      /\d\.{2,}\d+(?=万元|元|%)/gu,
    ],
    says: "金额写法有误",
    advice: "请核对原件并更正千分位逗号和小数点。",
    sourceDoubt: true,
  },
);
