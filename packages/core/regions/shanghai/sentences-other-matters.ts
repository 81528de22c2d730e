// Performance, running costs of offices, procurement, assets.

import type { FactAddress } from "../../disclosure/address.ts";
import {
  changeClause,
  choice,
  each,
  either,
  money,
  noData,
  number,
  plainYear,
  priorFullYear,
  reason,
  rowName,
  t,
  unitName,
  year,
} from "../../sentences/template.ts";
import type { SentenceChange } from "../../sentences/wordings.ts";
import { procurementAmounts, vehicles } from "./sentence-rows.ts";

const line = (at: string): FactAddress => ({ concept: "disclosure-statistics", line: at, column: "amount" });

const runningCosts = t`${choice(
  {
    when: { kind: "zero", of: line("5") },
    parts: t`${unitName}${year}${noData(line("5"), "无机关运行经费支出")}`,
  },
  {
    when: { kind: "always" },
    parts: t`机关运行经费支出${money(line("5"))}，${changeClause(line("5"), { compared: t`比${priorFullYear}` })}。${reason("主要原因是")}`,
  },
)}。`;

const procurement = t`${unitName}${year}${either("政府采购金额（以合同签订为准）为", "政府采购金额为")}${money(line("1"))}，其中：${each(
  procurementAmounts,
  t`${rowName(procurementAmounts)}${money(line("$row"))}`,
  { separator: "、" },
)}。`;

const assets = t`截至${plainYear}12月31日，${unitName}${either("部门（单位）共有车辆", "共有车辆")}${number(line("7"), "辆")}，其中：${each(
  vehicles,
  t`${rowName(vehicles)}${number(line("$row"), "辆")}`,
  { separator: "、" },
)}。单价100万元（含）以上设备（不含车辆）${number(line("17"), "台（套）")}。`;

export const otherMatters: readonly SentenceChange[] = [
  "performance-by-stage",
  ["running-costs", { sections: ["机关运行经费支出情况"], parts: runningCosts }],
  ["procurement", { sections: ["政府采购支出情况"], parts: procurement }],
  "procurement-reserved",
  ["assets", { sections: ["国有资产占有使用情况说明"], parts: assets }],
];
