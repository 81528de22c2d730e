// 名词解释 where a term stands: its meaning shows on pointing, and leads to the glossary.

import { nationalEdition } from "@jueming/core/regions/index.ts";

import type { Piece } from "../html.ts";
import { html } from "../html.ts";

/** GlossaryTerm: a term with the anchor of its meaning. */
export interface GlossaryTerm {
  readonly anchor: string;
  readonly name: string;
  readonly meaning: string;
}

/** Terms of our pages that the official glossary lacks; the words are those of 财预〔2020〕10号 and of 部门决算 practice. */
const OWN_TERMS: readonly (readonly [string, string])[] = [
  [
    "决算",
    "指部门、单位一年内预算执行的结果：实际收到多少、花了多少、花在哪里、结余多少。经批准后依法向社会公开。",
  ],
  ["年初预算", "指年初经人民代表大会批准后下达给部门、单位的收支计划。"],
  ["全年预算", "指年初预算经年中追加、追减和调剂后的数额，也称调整后预算。"],
  ["预算执行率", "指实际支出占全年预算的百分比。过低可能说明项目推进慢或预算编得过大。"],
  ["绩效自评", "指年度终了后，预算部门和单位对项目的资金使用和绩效目标完成情况自己打分，满分一般为 100 分。"],
  ["绩效指标", "指衡量绩效目标完成程度的具体数值或要求，分产出、效益、满意度、成本等类。"],
  ["人员经费", "指基本支出中用于工资、津贴补贴、社会保障缴费、离退休费等的部分。"],
  ["公用经费", "指基本支出中用于办公、水电、差旅、会议、维修等日常运转的部分。"],
  ["政府采购", "指国家机关、事业单位用财政性资金采购目录以内或限额标准以上的货物、工程和服务。"],
  [
    "一般公共预算",
    "指以税收为主体的财政收入，用于保障民生、经济社会发展、维护国家安全、机构运转等的收支预算。",
  ],
];

const official = [...nationalEdition.glossary.terms].map(({ name, meaning }) => [name, meaning] as const);

/** All terms, those of the official glossary first. */
export const TERMS: readonly GlossaryTerm[] = [...official, ...OWN_TERMS].map(([name, meaning], index) => ({
  anchor: `t${index + 1}`,
  name,
  meaning,
}));

const byName = new Map(TERMS.map((one) => [one.name, one]));

/** A name, as a link to its meaning where the glossary has it. */
export function term(name: string): Piece {
  const found = byName.get(name) ?? byName.get(name.replace(/^其中：|合计$/gu, ""));
  if (found === undefined) return name;
  return html`<a class="term" href="/glossary#${found.anchor}" title="${found.meaning}">${name}</a>`;
}
