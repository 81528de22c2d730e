// “三公”经费: its total and items against the budget and against the year before, the shares, the details.

import type { FactAddress } from "../../disclosure/address.ts";
import type { Guard, Part } from "../../sentences/template.ts";
import {
  budgetComparison,
  changeClause,
  choice,
  completion,
  count,
  each,
  either,
  money,
  noData,
  plainYear,
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
import { threePublicKinds } from "./sentence-rows.ts";

const cell = (column: string): FactAddress => ({ concept: "three-public", column });
/** What only prose states. */
const prose = (field: string): FactAddress => ({ concept: "narrative", field });

const [budget, final] = [cell("budget.total"), cell("final.total")];
const [itemBudget, itemFinal] = [cell("budget.$row"), cell("final.$row")];
const name = rowName(threePublicKinds);
const always: Guard = { kind: "always" };

const itemReasons = each(
  threePublicKinds,
  [
    choice(
      { when: { kind: "new", of: itemFinal }, parts: t`${name}支出增加的${reason("主要原因是")}` },
      { when: { kind: "rises", of: itemFinal }, parts: t`${name}支出增加的${reason("主要原因是")}` },
      { when: { kind: "falls", of: itemFinal }, parts: t`${name}支出减少的${reason("主要原因是")}` },
    ),
  ],
  { separator: "。" },
);

const spent = t`“三公”经费财政拨款支出年初预算为${money(budget)}，支出决算为${money(final)}，完成预算的${completion(final, budget)}，其中：${each(
  threePublicKinds,
  t`${name}${either("支出决算为", "决算为")}${money(itemFinal)}，完成预算的${completion(itemFinal, itemBudget)}`,
)}。${year}“三公”经费支出${budgetComparison(final, budget)}。
${year}“三公”经费财政拨款支出决算数${changeClause(final, { compared: t`比${priorFullYear}` })}，其中：${each(
  threePublicKinds,
  t`${name}支出决算${changeClause(itemFinal, { compared: "" })}`,
)}。${itemReasons}`;

const nothing = t`${unitName}${year}${noData(final, "无“三公”经费财政拨款支出")}`;
const totals: readonly Part[] = t`${choice(
  {
    when: { kind: "zero", of: budget },
    parts: [choice({ when: { kind: "zero", of: final }, parts: nothing }, { when: always, parts: spent })],
  },
  { when: always, parts: spent },
)}。`;

const shares = t`“三公”经费财政拨款支出决算中，${each(
  threePublicKinds,
  t`${name}支出决算${money(itemFinal)}，占${share(itemFinal, final)}`,
)}。具体情况如下：`;

const detail = t`1、因公出国（境）费支出${money(cell("final.abroad"))}。全年安排因公出国（境）团组${count(prose("abroad-groups"), "个")}、累计${count(prose("abroad-persons"), "人次")}。${use("开支内容包括：")}。
2、公务用车购置及运行维护费支出${money(cell("final.vehicles"))}。其中：
公务用车购置支出为${money(cell("final.vehiclePurchase"))}。购置公务用车${count(prose("vehicles-bought"), "辆")}，${use("主要用于")}。
公务用车运行维护支出${money(cell("final.vehicleRunning"))}。${use("主要用于")}。${plainYear}，${unitName}所属各预算单位开支财政拨款的公务用车保有量为${count(prose("vehicles-kept"), "辆")}。
3、公务接待费支出${money(cell("final.reception"))}。其中：`;

const TOTALS = "“三公”经费财政拨款支出决算总体情况说明";
const DETAILS = "“三公”经费财政拨款支出决算具体情况说明";

export const threePublicSentences: readonly SentenceChange[] = [
  ["three-public-total", { sections: [TOTALS], parts: totals }],
  ["three-public-shares", { sections: [DETAILS], parts: shares }],
  ["three-public-detail", { sections: [DETAILS], parts: detail }],
  "three-public-reception",
];
