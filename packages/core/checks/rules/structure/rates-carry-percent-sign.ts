import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import { reportTexts } from "./printed-texts.ts";
import { wordingRule } from "./wording-rule.ts";

export const ratesCarryPercentSign = wordingRule(
  {
    id: "rates-carry-percent-sign",
    code: "S-18",
    title: "增长率、占比和完成率应带百分号",
    kind: "logic",
    severity: "error",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容准确的要求`,
    example: { passes: "增长13.95%", fails: "增长13.95，主要原因是人员增加" },
  },
  {
    texts: ({ disclosure }) => reportTexts(disclosure),
    // Only a decimal number that the clause ends with: counts and amounts go on with their unit.
    patterns: [
      /(?:增长|下降|占比|占比为|占|年初预算的|全年预算的|支出合计的)\d{1,6}\.\d{1,2}(?=[,。;、)]|$)/gu,
    ],
    says: "比率缺少百分号",
    advice: "请补上“%”，并核对比率。",
  },
);
