// The sentences of 情况说明 in the words of the province's form (附件2：部门决算模板), in its order.

import type { FactAddress } from "../../disclosure/address.ts";
import type { Part, SentenceTemplate } from "../../sentences/template.ts";
import {
  budgetComparison,
  changeClause,
  completion,
  each,
  items,
  money,
  noData,
  onlyRead,
  optional,
  ordinal,
  priorFullYear,
  reason,
  rowName,
  share,
  t,
  unitName,
  use,
  year,
} from "../../sentences/template.ts";
import type { SentenceChange } from "../../sentences/wordings.ts";
import { extendSentences } from "../../sentences/wordings.ts";
import { expenditureParts, incomeParts } from "../national/sentence-rows.ts";
import { nationalSentences } from "../national/sentences.ts";
import { functionClasses, functionItems } from "./sentence-rows.ts";
import { otherMatters } from "./sentences-other-matters.ts";
import { threePublicSentences } from "./sentences-three-public.ts";

const worded = (id: string, section: string, parts: readonly Part[]): SentenceChange => [
  id,
  { sections: [section], parts },
];

const total = (concept: string, column = "total"): FactAddress => ({ concept, code: null, column });
const initial = (of: FactAddress): FactAddress => ({ ...of, stage: "initial" });
const generalBudget = total("general-budget-expenditure");

/** The form states one amount for both sides of a balanced table: the income side's. */
const sumOfBothSides = (of: FactAddress, words: string): readonly Part[] =>
  t`${unitName}${year}${words}${money(of)}。与${priorFullYear}相比，${changeClause(of, {
    subject: words,
    compared: "",
    unchanged: "",
  })}。${reason("主要原因：")}。`;

const columnOf = (concept: string): FactAddress => ({ concept, code: null, column: "$row" });
const composition = (concept: string, words: string, parts: typeof incomeParts): readonly Part[] =>
  t`${words}${money(total(concept))}，其中：${each(
    parts,
    t`${rowName(parts)}${money(columnOf(concept))}，占${share(columnOf(concept), total(concept))}`,
    { when: { kind: "nonzero", of: columnOf(concept) } },
  )}。`;

const structureRow: FactAddress = { concept: "general-budget-expenditure", code: "$row", column: "total" };
const structure = t`一般公共预算财政拨款支出${money(generalBudget)}，主要用于以下方面：${each(
  functionClasses,
  t`${rowName(functionClasses)}${money(structureRow)}，占${share(structureRow, generalBudget)}`,
  { when: { kind: "nonzero", of: structureRow } },
)}。`;

/** Every 项 with its use, its budget and why the two differ; offices add the completion. */
function itemByItem(concept: string): Part {
  const row: FactAddress = { concept, code: "$row", column: "total" };
  return each(
    functionItems,
    t`${ordinal}${rowName(functionItems)}${optional([money(row)], onlyRead)}。${optional(t`${use("主要用于：")}。`)}年初预算为${money(initial(row))}，支出决算为${money(row)}${optional(
      t`，完成年初预算的${completion(row)}`,
      onlyRead,
    )}。${budgetComparison(row)}`,
    { separator: "。\n" },
  );
}

const detail = t`一般公共预算财政拨款支出年初预算为${money(initial(generalBudget))}，支出决算为${money(generalBudget)}，完成年初预算的${completion(generalBudget)}。${budgetComparison(generalBudget)}。其中：
${itemByItem("general-budget-expenditure")}。`;

const basicPart = (line: string): FactAddress => ({
  concept: "general-budget-basic-detail",
  line,
  column: "amount",
});
const basic = t`一般公共预算财政拨款基本支出${money(total("general-budget-expenditure", "basic"))}。其中：人员经费${money(basicPart("personnel"))}，${items("主要包括：")}；公用经费${money(basicPart("operating"))}，${items("主要包括：")}。`;

/** A fund's income and expenditure, or that there was none. */
const fund = (concept: string, name: string): readonly Part[] =>
  t`${optional(t`${unitName}${year}${noData(total(concept), `无${name}财政拨款收入和支出`)}`, {
    kind: "zero",
    of: total(concept),
  })}${optional(
    t`${name}财政拨款收入${money(total(concept, "income"))}，支出${money(total(concept))}，支出具体情况如下：
${itemByItem(concept)}`,
    { kind: "nonzero", of: total(concept) },
  )}。`;

/** Sentences of 情况说明 in the order of the form. */
export const shanghaiSentences: readonly SentenceTemplate[] = extendSentences(nationalSentences, [
  worded(
    "income-expenditure-totals",
    "收入支出决算总体情况说明",
    sumOfBothSides({ concept: "income-expenditure-summary", line: "31", column: "amount" }, "收入支出总计"),
  ),
  worded("income-composition", "收入决算情况说明", composition("income", "本年收入合计", incomeParts)),
  worded(
    "expenditure-composition",
    "支出决算情况说明",
    composition("expenditure", "本年支出合计", expenditureParts),
  ),
  worded(
    "appropriation-totals",
    "财政拨款收入支出决算总体情况说明",
    sumOfBothSides(
      { concept: "appropriation-summary", line: "32", column: "amount" },
      "财政拨款收入支出总计",
    ),
  ),
  worded(
    "general-budget-total",
    "一般公共预算财政拨款支出决算总体情况",
    t`一般公共预算财政拨款支出${money(generalBudget)}，占本年支出合计的${share(generalBudget, total("expenditure"))}。与${priorFullYear}相比，${changeClause(
      generalBudget,
      { subject: "一般公共预算财政拨款支出", compared: "", unchanged: "" },
    )}。${reason("主要原因：")}。`,
  ),
  worded("general-budget-structure", "一般公共预算财政拨款支出决算结构情况", structure),
  worded("general-budget-detail", "一般公共预算财政拨款支出决算具体情况", detail),
  worded("general-budget-basic", "一般公共预算财政拨款基本支出决算情况说明", basic),
  ...threePublicSentences,
  worded(
    "government-fund",
    "政府性基金预算财政拨款收入支出决算情况说明",
    fund("government-fund", "政府性基金预算"),
  ),
  worded(
    "state-capital",
    "国有资本经营预算财政拨款收入支出决算情况说明",
    fund("state-capital", "国有资本经营预算"),
  ),
  ...otherMatters,
]);
