// The official sentences of 情况说明, sections one to six: described once, written, read and checked from here.

import type { FactAddress } from "../../disclosure/address.ts";
import type { Part, RowSet, SentenceTemplate } from "../../sentences/template.ts";
import {
  budgetComparison,
  changeClause,
  completion,
  each,
  either,
  items,
  money,
  noData,
  onlyRead,
  optional,
  plainYear,
  reason,
  rowName,
  share,
  t,
  use,
  year,
} from "../../sentences/template.ts";
import { otherMatters } from "./sentences-other-matters.ts";
import { threePublicSentences } from "./sentences-three-public.ts";
import { expenditureParts, fundParts, incomeParts } from "./sentence-rows.ts";

const narrative = (id: string, sections: readonly string[], parts: readonly Part[]): SentenceTemplate => ({
  id,
  scope: "narrative",
  sections,
  parts,
});

const functionCodes: RowSet = { kind: "function-codes", id: "function-codes" };
const markedClasses: RowSet = { kind: "function-codes", id: "function-codes", marked: true };
const economicCodes: RowSet = { kind: "economic-codes", id: "economic-codes" };

const total = (concept: string, column = "total"): FactAddress => ({ concept, code: null, column });
const ofRow = (concept: string, column = "total"): FactAddress => ({ concept, code: "$row", column });

const incomeTotal: FactAddress = { concept: "income-expenditure-summary", line: "31", column: "amount" };
const expenditureTotal: FactAddress = { concept: "income-expenditure-summary", line: "62", column: "amount" };
const fiscalIncomeTotal: FactAddress = { concept: "appropriation-summary", line: "32", column: "amount" };
const fiscalExpenditureTotal: FactAddress = { concept: "appropriation-summary", line: "64", column: "total" };
const generalBudget = total("general-budget-expenditure");
const generalBudgetRow = ofRow("general-budget-expenditure");
const initial = (of: FactAddress): FactAddress => ({ ...of, stage: "initial" });

const comparedWithPriorYear = either("与上年相比", "与上年度相比", "比上年", "");
const incomeAndExpenditureTotals = narrative(
  "income-expenditure-totals",
  ["收入支出决算总体情况说明", "收支决算总体情况说明"],
  t`${year}${either("收入总计", "收入支出总计", "收支总计")}${money(incomeTotal)}，支出总计${money(expenditureTotal)}。${comparedWithPriorYear}，${changeClause(incomeTotal, { subject: "收入总计" })}，${changeClause(expenditureTotal, { subject: "支出总计" })}。${reason("主要原因是")}。`,
);

const incomeRow: FactAddress = { concept: "income", code: null, column: "$row" };
const incomeComposition = narrative(
  "income-composition",
  ["收入决算情况说明"],
  t`${year}${either("收入合计", "本年收入合计")}${money(total("income"))}，其中：
${each(incomeParts, t`${rowName(incomeParts)}${money(incomeRow)}，占比${share(incomeRow, total("income"))}`, {
  when: { kind: "nonzero", of: incomeRow },
  separator: "；\n",
})}${optional(
    t`。其中：${each(
      fundParts,
      t`${rowName(fundParts)}${money({ concept: "income-expenditure-summary", line: "$row", column: "amount" })}，占比${share(
        { concept: "income-expenditure-summary", line: "$row", column: "amount" },
        total("income"),
      )}`,
    )}`,
    onlyRead,
  )}。`,
);

const expenditureRow: FactAddress = { concept: "expenditure", code: null, column: "$row" };
const expenditureComposition = narrative(
  "expenditure-composition",
  ["支出决算情况说明"],
  t`${year}${either("支出合计", "本年支出合计")}${money(total("expenditure"))}，其中：
${each(
  expenditureParts,
  t`${rowName(expenditureParts)}${money(expenditureRow)}，占比${share(expenditureRow, total("expenditure"))}`,
  { when: { kind: "nonzero", of: expenditureRow }, separator: "；\n" },
)}。`,
);

const fiscalTotals = narrative(
  "appropriation-totals",
  ["财政拨款收支决算总体情况说明", "财政拨款收入支出决算总体情况说明"],
  t`${year}${either("财政拨款收入总计", "财政拨款收入支出总计", "财政拨款收支总计")}${money(fiscalIncomeTotal)}，${either("支出总计", "财政拨款支出总计")}${money(fiscalExpenditureTotal)}。${comparedWithPriorYear}，${changeClause(fiscalIncomeTotal, { subject: "财政拨款收入总计" })}；${changeClause(fiscalExpenditureTotal, { subject: "财政拨款支出总计" })}。${reason("主要原因是")}。`,
);

const generalBudgetTotal = narrative(
  "general-budget-total",
  ["一般公共预算财政拨款支出决算总体情况"],
  t`${plainYear}${either("一般公共预算财政拨款决算支出", "一般公共预算财政拨款支出")}${money(generalBudget)}，占${either("本年支出合计", "支出合计")}的${share(generalBudget, total("expenditure"))}。${comparedWithPriorYear}，${changeClause(generalBudget, { subject: "一般公共预算财政拨款支出" })}。${reason("主要原因是")}。`,
);

const generalBudgetStructure = narrative(
  "general-budget-structure",
  ["一般公共预算财政拨款支出决算结构情况"],
  t`${year}一般公共预算财政拨款支出${money(generalBudget)}，主要用于以下方面：
${each(
  markedClasses,
  t`${rowName(markedClasses)}${money(generalBudgetRow)}，占比${share(generalBudgetRow, generalBudget)}`,
  { when: { kind: "nonzero", of: generalBudgetRow }, separator: "；\n" },
)}。`,
);

const generalBudgetDetail = narrative(
  "general-budget-detail",
  ["一般公共预算财政拨款支出决算具体情况"],
  t`${year}一般公共预算财政拨款支出年初预算${money(initial(generalBudget))}，支出决算${money(generalBudget)}，完成年初预算的${completion(generalBudget)}。${optional([budgetComparison(generalBudget), ...t`。`], onlyRead)}其中：
${each(
  functionCodes,
  t`${rowName(functionCodes)}${optional(t`${use("主要用于")}。`, onlyRead)}${optional(t`年初预算${money(initial(generalBudgetRow))}，`)}支出决算${money(generalBudgetRow)}，完成年初预算的${completion(generalBudgetRow)}，${use("用于")}。${optional([budgetComparison(generalBudgetRow), ...t`。`], onlyRead)}${changeClause(generalBudgetRow, { compared: either("较上年决算", "比上年决算", "较上年") })}，${reason("主要原因是")}`,
  { separator: "。\n" },
)}。`,
);

const basicDetailRow: FactAddress = {
  concept: "general-budget-basic-detail",
  code: "$row",
  column: "amount",
};
const basicPart = (line: string): FactAddress => ({
  concept: "general-budget-basic-detail",
  line,
  column: "amount",
});
const economicItems = optional(
  t`，${each(economicCodes, t`${rowName(economicCodes)}${money(basicDetailRow)}`)}`,
  onlyRead,
);
const ofBasic = (line: string): Part =>
  optional(
    t`${either("占基本支出的", "占")}${share(basicPart(line), total("general-budget-expenditure", "basic"))}，`,
    onlyRead,
  );
const basicExpenditure = narrative(
  "general-budget-basic",
  ["一般公共预算财政拨款基本支出决算情况说明"],
  t`${year}${either("财政拨款基本支出", "一般公共预算财政拨款基本支出")}${money(total("general-budget-expenditure", "basic"))}，其中：
人员经费${money(basicPart("personnel"))}，${ofBasic("personnel")}${items("主要包括")}${economicItems}；
公用经费${money(basicPart("operating"))}，${ofBasic("operating")}${items("主要包括")}${economicItems}。`,
);

const fund = (column: string): FactAddress => total("government-fund", column);
const governmentFund = narrative(
  "government-fund",
  ["政府性基金预算财政拨款收支决算情况说明", "政府性基金预算财政拨款收入支出决算情况说明"],
  t`${optional([noData(fund("total"), "本年度无此项收支")], { kind: "zero", of: fund("total") })}${optional(
    t`${year}${either("政府性基金预算财政拨款年初结转和结余", "年初结转和结余")}${money(fund("opening"))}，${either("本年收入", "政府性基金预算财政拨款收入")}${money(fund("income"))}，${either("本年支出", "政府性基金预算财政拨款支出", "支出")}${money(fund("total"))}，${optional(t`其中：基本支出${money(fund("basic"))}，项目支出${money(fund("project"))}，`, onlyRead)}年末结转和结余${money(fund("closing"))}，${changeClause(fund("total"))}。其中：${each(
      functionCodes,
      t`${rowName(functionCodes)}年初预算${money(initial(ofRow("government-fund")))}，支出决算${money(ofRow("government-fund"))}，完成年初预算的${completion(ofRow("government-fund"))}`,
    )}`,
    { kind: "nonzero", of: fund("total") },
  )}。`,
);

const capital = total("state-capital");
const stateCapital = narrative(
  "state-capital",
  ["国有资本经营预算财政拨款支出决算情况说明", "国有资本经营预算财政拨款收入支出决算情况说明"],
  t`${optional([noData(capital, "本年度无此项支出")], { kind: "zero", of: capital })}${optional(
    t`${year}国有资本经营预算财政拨款收入${money(total("state-capital", "income"))}，${either("国有资本经营预算财政拨款支出", "支出", "本年支出")}${money(capital)}，${optional(t`其中：基本支出${money(total("state-capital", "basic"))}，项目支出${money(total("state-capital", "project"))}，`, onlyRead)}${changeClause(capital)}。其中：${each(
      functionCodes,
      t`${rowName(functionCodes)}年初预算${money(initial(ofRow("state-capital")))}，支出决算${money(ofRow("state-capital"))}，完成年初预算的${completion(ofRow("state-capital"))}`,
    )}`,
    { kind: "nonzero", of: capital },
  )}。`,
);

/** Sentences of 情况说明 in the order of the report. */
export const nationalSentences: readonly SentenceTemplate[] = [
  incomeAndExpenditureTotals,
  incomeComposition,
  expenditureComposition,
  fiscalTotals,
  generalBudgetTotal,
  generalBudgetStructure,
  generalBudgetDetail,
  basicExpenditure,
  governmentFund,
  stateCapital,
  ...threePublicSentences,
  ...otherMatters,
];
