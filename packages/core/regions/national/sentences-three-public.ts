// Section nine: “三公”经费, its total, its items, and what was bought with it.

import type { FactAddress } from "../../disclosure/address.ts";
import type { Part, SentenceTemplate } from "../../sentences/template.ts";
import {
  budgetComparison,
  changeClause,
  completion,
  count,
  each,
  either,
  money,
  onlyRead,
  optional,
  reason,
  rowName,
  share,
  t,
  use,
  year,
} from "../../sentences/template.ts";
import { threePublicItems } from "./sentence-rows.ts";

const cell = (column: string): FactAddress => ({ concept: "three-public", column });
/** What only prose states. */
const prose = (field: string): FactAddress => ({ concept: "narrative", field });

const budget = cell("budget.total");
const final = cell("final.total");
const itemBudget = cell("budget.$row");
const itemFinal = cell("final.$row");
const name = rowName(threePublicItems);

const totals: SentenceTemplate = {
  id: "three-public-total",
  scope: "narrative",
  sections: ["“三公”经费财政拨款支出决算总体情况说明", "“三公”经费支出决算总体情况说明"],
  parts: t`${year}“三公”经费财政拨款支出${either("全年预算", "预算", "年初预算")}${money(budget)}，支出决算${money(final)}，${either("完成全年预算的", "完成预算的")}${completion(final, budget)}，${optional([budgetComparison(final, budget)], onlyRead)}${changeClause(
    final,
    {
      compared: "比上年度",
      unchanged: either("与上年“三公”经费财政拨款支出决算", "与上年"),
    },
  )}，${reason("主要原因是：")}。其中：
${each(
  threePublicItems,
  t`${name}${optional(t`${either("全年预算", "预算", "支出预算", "年初预算")}${money(itemBudget)}，`, onlyRead)}${optional(t`${either("支出", "", "支出决算")}${money(itemFinal)}，`)}${optional(t`占${share(itemFinal, final)}，`, onlyRead)}${optional(
    t`${either("完成全年预算的", "完成预算的")}${completion(itemFinal, itemBudget)}，`,
    { kind: "nonzero", of: itemBudget },
  )}${optional([budgetComparison(itemFinal, itemBudget), ...t`，`], onlyRead)}${changeClause(itemFinal, {
    compared: either("比上年度", "", "支出决算", "支出"),
    unchanged: either("与上年", "支出与上年"),
  })}，${reason("主要原因是：")}`,
  { separator: "；\n" },
)}。`,
};

const reception = (kind: string, words: string): ReturnType<typeof t> =>
  t`${words}${money(prose(`reception-${kind}`))}，${either("共接待", "接待")}${count(prose(`reception-${kind}-batches`), "批次")}，${count(prose(`reception-${kind}-persons`), "人次")}`;

/** Others state the budget of each item before its final figure. */
const budgeted = (item: string): Part =>
  optional(t`${either("预算", "支出预算", "全年预算")}${money(cell(`budget.${item}`))}，支出决算`, onlyRead);
/** … and the completion, and why the two differ. */
const compared = (item: string): Part => {
  const [spent, planned] = [cell(`final.${item}`), cell(`budget.${item}`)];
  return optional(
    t`${either("完成预算的", "完成全年预算的")}${completion(spent, planned)}，${budgetComparison(spent, planned)}，${changeClause(spent)}，`,
    onlyRead,
  );
};

const detail: SentenceTemplate = {
  id: "three-public-detail",
  scope: "narrative",
  sections: ["“三公”经费财政拨款支出决算具体情况说明", "“三公”经费支出决算具体情况说明"],
  parts: t`1、${either("因公出国（境）费支出", "因公出国（境）费")}${budgeted("abroad")}${money(cell("final.abroad"))}，${compared("abroad")}${either("出国（境）团组共", "因公出国（境）团组", "团组")}${count(prose("abroad-groups"), "个")}，${either("", "累计")}${count(prose("abroad-persons"), "人次")}。${use("主要用于：")}。
2、${optional(t`${either("公务用车购置及运行维护费支出", "公务用车购置费及运行维护费支出", "公务用车购置及运行费支出")}${budgeted("vehicles")}${money(cell("final.vehicles"))}，${compared("vehicles")}。其中：`, onlyRead)}${either("公务用车购置支出", "公务用车购置费支出")}${budgeted("vehiclePurchase")}${money(cell("final.vehiclePurchase"))}，${compared("vehiclePurchase")}${either("使用财政拨款共购置公务用车", "购置公务用车", "更新公务用车")}${count(prose("vehicles-bought"), "辆")}，${use("主要用于：")}。
3、${either("公务用车运行维护费支出", "公务用车运行维护支出", "公务用车运行费支出")}${budgeted("vehicleRunning")}${money(cell("final.vehicleRunning"))}，${compared("vehicleRunning")}${either("使用财政拨款负担的公务用车保有量共", "财政拨款开支的公务用车保有量", "公务用车保有量")}${count(prose("vehicles-kept"), "辆")}，${use("主要用于：")}。
4、${either("公务接待费支出", "公务接待费")}${budgeted("reception")}${money(cell("final.reception"))}，${compared("reception")}${either("共接待", "公务接待", "国内公务接待", "共接待来访团组")}${count(prose("reception-batches"), "批次")}，${either("", "来宾", "累计接待来宾")}${count(prose("reception-persons"), "人次")}。${reception("domestic", "国内接待费")}，其中${reception("foreign-affairs", "外事接待费")}，${reason("主要是")}；${reception("overseas", "国（境）外接待费")}，${reason("主要是")}。`,
};

/** The wording that names domestic reception first and foreign guests in brackets. */
const receptionOfGuests: SentenceTemplate = {
  id: "three-public-reception",
  scope: "narrative",
  sections: ["“三公”经费财政拨款支出决算具体情况说明"],
  parts: t`${either("国内公务接待支出", "国内接待费支出")}${money(prose("reception-domestic"))}（${either("含外宾接待支出", "其中外宾接待支出")}${money(prose("reception-foreign-guests"))}）。${use("主要用于")}，${either("列明公务接待", "公务接待", "其中：接待批次")}${count(prose("reception-batches"), "批次")}、${either("", "接待")}${count(prose("reception-persons"), "人次")}，其中：接待外宾${count(prose("reception-foreign-guests-batches"), "批次")}、${count(prose("reception-foreign-guests-persons"), "人次")}。`,
};

/** The wording that opens the details with the share of every item. */
const shares: SentenceTemplate = {
  id: "three-public-shares",
  scope: "narrative",
  sections: ["“三公”经费财政拨款支出决算具体情况说明", "“三公”经费支出决算具体情况说明"],
  parts: t`${year}“三公”经费财政拨款支出决算中，${each(
    threePublicItems,
    t`${name}${either("支出决算", "支出", "")}${money(itemFinal)}，占${share(itemFinal, final)}`,
  )}。`,
};

export const threePublicSentences: readonly SentenceTemplate[] = [totals, detail, receptionOfGuests, shares];
