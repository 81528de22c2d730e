// Section ten: running costs of offices, procurement, assets, performance.

import type { FactAddress } from "../../disclosure/address.ts";
import type { Part, SentenceTemplate } from "../../sentences/template.ts";
import {
  changeClause,
  choice,
  count,
  each,
  either,
  money,
  number,
  onlyRead,
  optional,
  plainYear,
  points,
  priorYear,
  reason,
  rowName,
  share,
  t,
  use,
  year,
} from "../../sentences/template.ts";
import { grades, passGrades, procurementParts, vehicleKinds } from "./sentence-rows.ts";

const narrative = (id: string, sections: readonly string[], parts: readonly Part[]): SentenceTemplate => ({
  id,
  scope: "narrative",
  sections,
  parts,
});

const line = (at: string): FactAddress => ({ concept: "disclosure-statistics", line: at, column: "amount" });
/** What only prose states. */
const prose = (field: string): FactAddress => ({ concept: "narrative", field });

/** 机关运行经费 of the office itself; that of units under the civil service law stands in line 6. */
const runningCosts = narrative(
  "running-costs",
  ["机关运行经费支出情况说明", "机关运行经费支出情况"],
  t`${plainYear}机关运行经费支出${money(line("5"))}，${changeClause(line("5"), { compared: t`比${priorYear}` })}，${reason("主要原因")}。`,
);

const procurement = narrative(
  "procurement",
  ["政府采购情况说明", "政府采购支出情况"],
  t`${year}${either("政府采购支出总额", "政府采购金额", "政府采购金额（以合同签订为准）")}${money(line("1"))}，其中：${each(
    procurementParts,
    t`${rowName(procurementParts)}${money(line("$row"))}`,
    { separator: "、" },
  )}。${either("政府采购授予中小企业合同金额", "授予中小企业合同金额")}${money(prose("sme-contract"))}，${either("占政府采购支出总额的", "占")}${share(prose("sme-contract"), line("1"))}。其中：授予小微企业合同金额${money(prose("micro-contract"))}，${choice(
    { when: { kind: "always" }, parts: t`占政府采购支出总额的${share(prose("micro-contract"), line("1"))}` },
    {
      when: { kind: "never" },
      parts: t`占授予中小企业合同金额的${share(prose("micro-contract"), prose("sme-contract"))}`,
    },
  )}。`,
);

/** Shares of goods, works and services that went to small businesses. */
const procurementBySmallBusiness = narrative(
  "procurement-small-business-shares",
  ["政府采购情况说明", "政府采购支出情况"],
  t`货物采购授予中小企业合同金额占货物支出金额的${share(prose("sme-goods"), line("2"))}，工程采购授予中小企业合同金额占工程支出金额的${share(prose("sme-works"), line("3"))}，服务采购授予中小企业合同金额占服务支出金额的${share(prose("sme-services"), line("4"))}。`,
);

const procurementReserved = narrative(
  "procurement-reserved",
  ["政府采购支出情况", "政府采购情况说明"],
  t`${year}面向中小企业预留政府采购项目预算金额${money(prose("sme-reserved"))}，面向小微企业预留政府采购项目预算金额${money(prose("micro-reserved"))}。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额${money(prose("sme-reserved-awarded"))}；在面向小微企业预留政府采购项目中，由小微企业供应商中标或成交的，采购金额${money(prose("micro-reserved-awarded"))}；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额${money(prose("sme-other-awarded"))}。`,
);

const assets = narrative(
  "assets",
  ["国有资产占用情况说明", "国有资产占有使用情况说明"],
  t`截至${plainYear}12月31日，${either("共有车辆", "车辆")}${number(line("7"), "辆")}。其中：${each(
    vehicleKinds,
    t`${rowName(vehicleKinds)}${number(line("$row"), "辆")}`,
    { separator: "、", when: { kind: "nonzero", of: line("$row") } },
  )}。${optional(t`${either("单位价值50万元以上通用设备", "单价50万元以上通用设备", "单价50万元（含）以上通用设备")}${count(prose("equipment-over-500k"), "台（套）")}；`, onlyRead)}${either("单价100万元（含）以上设备（不含车辆）", "单位价值100万元以上专用设备", "单价100万元以上专用设备", "单位价值100万元以上设备（不含车辆）")}${number(line("17"), "台（套）")}。`,
);

const funds = (prefix: string, noun: string): readonly Part[] =>
  t`其中一般公共预算${noun}${money(prose(`${prefix}-general-budget`))}、政府性基金预算${noun}${money(prose(`${prefix}-government-fund`))}、${either(`国有资本经营预算${noun}`, `国有资金经营预算${noun}`)}${money(prose(`${prefix}-state-capital`))}、社会保险基金预算${noun}${money(prose(`${prefix}-social-insurance`))}`;

const gradeCounts = each(grades, t`${count(prose("grade-count-$row"), "个")}项目${rowName(grades)}`, {
  separator: "，",
});

const performance = narrative(
  "performance",
  ["预算绩效管理工作开展情况", "预算绩效情况说明", "预算绩效管理情况"],
  t`组织对${plainYear}初预算安排的所有项目资金全面开展了绩效自评，${either("涉及二级项目", "涉及项目", "共涉及项目")}${count(prose("projects-evaluated"), "个")}，${either("资金", "涉及资金", "涉及预算金额")}${money(prose("projects-amount"))}，${funds("projects", "项目支出")}。自评结果为：${gradeCounts}。二是组织对${either("等", "", "共")}${count(prose("reviewed"), "个")}项目开展了部门评价，涉及资金${money(prose("reviewed-amount"))}，${funds("reviewed", "支出")}。`,
);

/** The wording that follows a project from its goal to its self-evaluation. */
const performanceByStage = narrative(
  "performance-by-stage",
  ["预算绩效管理情况", "预算绩效情况说明"],
  t`编报绩效目标的${year}项目${count(prose("goal-projects"), "个")}，涉及预算金额${money(prose("goal-amount"))}；绩效跟踪评价的${year}项目${count(prose("tracked-projects"), "个")}，涉及预算金额${money(prose("tracked-amount"))}；绩效自评的${year}项目${count(prose("projects-evaluated"), "个")}，涉及预算金额${money(prose("projects-amount"))}，平均得分${points(prose("average-score"))}（其中，${each(
    passGrades,
    t`${rowName(passGrades)}的项目${count(prose("grade-count-$row"), "个")}`,
  )}。绩效自评中共发现问题${count(prose("problems-found"), "个")}，${optional(t`已经完成整改的${count(prose("problems-rectified"), "个")}，正在整改的${count(prose("problems-rectifying"), "个")}`, { kind: "nonzero", of: prose("problems-found") })}）。`,
);

/** The wording that evaluates the projects of each budget by themselves. */
const performanceByBudget = narrative(
  "performance-by-budget",
  ["预算绩效情况说明", "预算绩效管理工作开展情况", "预算绩效管理情况"],
  t`组织对${year}一般公共预算项目支出全面开展绩效自评，${either("共涉及项目", "涉及项目", "其中二级项目")}${count(prose("projects-evaluated"), "个")}，${either("资金", "共涉及资金", "涉及资金")}${money(prose("projects-general-budget"))}，占一般公共预算项目支出总额的${share(
    prose("projects-general-budget"),
    { concept: "general-budget-expenditure", code: null, column: "project" },
  )}。组织对${year}${count(prose("fund-projects-evaluated"), "个")}政府性基金预算项目开展绩效自评，${either("共涉及资金", "涉及资金", "资金")}${money(prose("projects-government-fund"))}，占政府性基金预算项目支出总额的${share(
    prose("projects-government-fund"),
    { concept: "government-fund", code: null, column: "project" },
  )}。组织对${year}${count(prose("capital-projects-evaluated"), "个")}国有资本经营预算项目开展绩效自评，${either("共涉及资金", "涉及资金", "资金")}${money(prose("projects-state-capital"))}，占国有资本经营预算项目支出总额的${share(
    prose("projects-state-capital"),
    { concept: "state-capital", code: null, column: "project" },
  )}。`,
);

/** 会议费 and 培训费 of all expenditure, which some places have told by themselves. */
const generalCosts = narrative(
  "general-costs",
  ["一般性支出情况说明", "一般性支出情况", "会议费和培训费支出情况"],
  t`${year}${either("开支会议费", "会议费支出", "召开会议支出")}${money(prose("meeting-costs"))}，${use("用于")}，${either("人数", "参会", "参会人数")}${count(prose("meeting-persons"), "人")}，${use("内容为")}；${either("开支培训费", "培训费支出")}${money(prose("training-costs"))}，${use("用于")}，${either("人数", "参训", "参训人数")}${count(prose("training-persons"), "人")}，${use("内容为")}；${either("举办节庆活动开支", "举办节庆、晚会、论坛、赛事活动开支", "举办活动开支")}${money(prose("event-costs"))}。`,
);

export const otherMatters: readonly SentenceTemplate[] = [
  runningCosts,
  procurement,
  procurementBySmallBusiness,
  procurementReserved,
  assets,
  performance,
  performanceByStage,
  performanceByBudget,
  generalCosts,
];
