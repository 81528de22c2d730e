import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import { reportTexts } from "./printed-texts.ts";
import { wordingRule } from "./wording-rule.ts";

const DIRECTION = "(?:增加|减少|增长|下降|提高|降低|上升|持平|大于|小于|等于)";

export const oneAlternativeIsChosen = wordingRule(
  {
    id: "one-alternative-is-chosen",
    code: "S-17",
    title: "“增加（减少）”等备选词应只保留一个",
    kind: "logic",
    severity: "error",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容准确、易懂的要求`,
    example: { passes: "比上年下降27.78%", fails: "比上年下降（增长）27.78%" },
  },
  {
    texts: ({ disclosure }) => reportTexts(disclosure),
    patterns: [
      new RegExp(`${DIRECTION}\\((?:或)?${DIRECTION}(?:[、/或]${DIRECTION})*\\)(?=[\\d\\-X_]|了|万|,)`, "gu"),
      new RegExp(`${DIRECTION}[/|]${DIRECTION}(?=[\\d\\-X_]|了|万)`, "gu"),
    ],
    says: "增减两种表述同时保留",
    advice: "请按实际变动方向只保留一个词。",
  },
);
