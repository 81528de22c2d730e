import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import { reportTexts } from "./printed-texts.ts";
import { wordingRule } from "./wording-rule.ts";

const DOUBLED_FUNCTION_WORD =
  /(主要用于|主要原因是|主要是|主要|用于|其中|包括|以及|由于|原因是|进行|支出|万元|增加|减少|增长|下降|年度)[:,]?\1/gu;
const DOUBLED_WORDS = /(\p{Script=Han}{3,12})\1/gu;

/** Words that end a first and begin a second name, as in 保密工作工作领导小组. */
const NATURAL = /^(?:支出支出(?:决算|预算)|.*(?:一个|逐个|逐项)|万元万元)/u;

/** A sentence has its marks near by; the cells of a table do not. */
const MARK = /[。,;、]/u;

export const wordsAreNotDoubled = wordingRule(
  {
    id: "words-are-not-doubled",
    code: "S-14",
    title: "文字不应重复",
    kind: "explain",
    severity: "hint",
    basis: `${DISCLOSURE_PROCEDURE}关于公开文本规范的要求`,
    example: { passes: "主要用于车辆燃油费", fails: "主要用于：用于车辆燃油费" },
  },
  {
    texts: ({ disclosure }) => reportTexts(disclosure),
    patterns: [DOUBLED_FUNCTION_WORD, DOUBLED_WORDS],
    accept: ({ quote, text, index }) =>
      !NATURAL.test(text.plain.slice(index, index + quote.length + 2)) &&
      (text.plain.length <= 60 ||
        MARK.test(text.plain.slice(Math.max(0, index - 30), index + quote.length + 30))),
    says: "文字重复",
    advice: "请删去重复的文字。",
  },
);
