import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import { allTexts } from "./printed-texts.ts";
import { wordingRule } from "./wording-rule.ts";

const PATTERNS = [
  // XX局, ××万元, XXX年
  /[XxＸ]{2,}(?=[局委办部厅院校所站队室县市区省年月日个项]|单位|部门|万元|年度|%)/gu,
  /×{2,}(?=[局委办部厅院校所站队室县市区省年月日个项]|单位|部门|万元|年度|%)/gu,
  // What the form has for words: 主要用于：XXXXXXXX
  /[XxＸ×]{4,}/gu,
  /_{3,}/gu,
  /【(?!(?:19|20)?\d{2,4}】)(?:|[^】]{0,20}(?:填|请|单位名称|部门名称|具体|说明|XX|年度)[^】]{0,20})】/gu,
  /\((?:限)?\d{2,4}字(?:以内|以上|左右)[^)]{0,6}\)/gu,
  /\((?:请|需)[^)]{0,20}(?:填写|填列|说明|列示|补充)[^)]{0,20}\)/gu,
  /\((?:填写|填列|此处)[^)]{0,30}\)/gu,
  /(?:支出|收入|预算|决算|增加|减少|金额)万元(?=[,。;、]|$)/gu,
] as const;

export const placeholdersAreFilled = wordingRule(
  {
    id: "placeholders-are-filled",
    code: "N-32",
    title: "模板中的占位内容和填写提示应已替换",
    kind: "logic",
    severity: "error",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容真实、完整的要求`,
    example: {
      passes: "某县财政局2024年度收入总计1,236.03万元",
      fails: "XX局2024年度收入总计____万元（请填写）",
    },
  },
  {
    texts: ({ disclosure }) => allTexts(disclosure),
    patterns: PATTERNS,
    // "单位:万元" names the unit and leaves nothing out.
    accept: ({ text, index }) => !/(?:单位|以)[:为]?$/u.test(text.plain.slice(Math.max(0, index - 4), index)),
    says: "留有未填写的占位内容或填写提示",
    advice: "请按实际情况填写或删除模板提示。",
    severityOf: (matches) =>
      matches.every(({ quote }) => quote.endsWith("万元") && !/[Xx×_]/u.test(quote)) ? "warning" : "error",
  },
);
