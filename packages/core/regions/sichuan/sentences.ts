// Sichuan adds the sentences of the department's performance report (部门预算绩效自评报告).

import type { FactAddress } from "../../disclosure/address.ts";
import type { FinanceField } from "../../evaluation/department-evaluation.ts";
import { itemSentences } from "../../department-scoring/item-sentences.ts";
import { FINANCE_ADDRESSES } from "../../disclosure/department-finance.ts";
import type { Part, RowSet, SentenceTemplate } from "../../sentences/template.ts";
import {
  changeOfCount,
  choice,
  count,
  each,
  either,
  formRate,
  money,
  optional,
  points,
  rowName,
  stated,
  t,
  unitName,
  year,
} from "../../sentences/template.ts";
import { nationalSentences } from "../national/sentences.ts";
import { examplePointSystem, headingOfItem } from "./point-system.ts";

const field = (name: string): FactAddress => ({ concept: "department-evaluation", field: name });
const finance = (name: FinanceField): Part => money(FINANCE_ADDRESSES[name]);

const report = (id: string, sections: readonly string[], parts: readonly Part[]): SentenceTemplate => ({
  id,
  scope: "department-evaluation",
  sections,
  parts,
});

const organisation = report(
  "department-units",
  ["机构组成"],
  t`${either("下属二级单位", "下属二级预算单位", "所属单位")}${count(field("units.total"), "个")}。其中行政单位${count(field("units.administrative"), "个")}，参照公务员法管理的事业单位${count(field("units.civilServiceLike"), "个")}，其他事业单位${count(field("units.institution"), "个")}。`,
);

const staffKinds: RowSet = {
  kind: "list",
  id: "staff-kinds",
  rows: [
    { key: "civilServant", names: ["公务员", "行政人员"] },
    { key: "institution", names: ["事业人员", "事业编制人员"] },
    { key: "worker", names: ["机关工勤", "工勤人员"] },
  ],
};

const staffTotal = field("staff.total");
const staff = report(
  "department-staff",
  ["人员概况", "人员情况"],
  t`${either("在编在职人员", "在职人员", "实有人员")}${count(staffTotal, "人")}，其中：行政人员${count(field("staff.administrative"), "人")}，事业人员${count(field("staff.institution"), "人")}，${choice(
    {
      when: { kind: "rises", of: staffTotal },
      parts: t`较上年增加${changeOfCount(staffTotal, "人")}，增加原因为`,
    },
    {
      when: { kind: "falls", of: staffTotal },
      parts: t`较上年减少${changeOfCount(staffTotal, "人")}，减少原因为`,
    },
  )}${each(staffKinds, t`调出${rowName(staffKinds)}${count(field("staff.movedOut.$row"), "人")}`)}，${each(staffKinds, t`调入${rowName(staffKinds)}${count(field("staff.movedIn.$row"), "人")}`)}，${each(staffKinds, t`退休${rowName(staffKinds)}${count(field("staff.retired.$row"), "人")}`)}。`,
);

const appropriation = either("一般公共预算财政拨款收入", "财政拨款收入");
const otherIncome = either("其他收入", "其他收入（捐赠收入）");

const initialIncome = report(
  "department-initial-income",
  ["收入情况"],
  t`年初预算收入${finance("initialIncome")}，其中${appropriation}${finance("initialAppropriation")}，${otherIncome}${finance("initialOtherIncome")}。`,
);
const finalIncome = report(
  "department-final-income",
  ["收入情况"],
  t`决算收入${finance("finalIncome")}，其中${appropriation}${finance("finalAppropriation")}，${otherIncome}${finance("finalOtherIncome")}。`,
);
const initialExpenditure = report(
  "department-initial-expenditure",
  ["支出情况"],
  t`年初预算支出${finance("initialExpenditure")}，其中基本支出${finance("initialBasic")}，项目支出${finance("initialProject")}。`,
);
const finalExpenditure = report(
  "department-final-expenditure",
  ["支出情况"],
  t`决算支出${finance("finalExpenditure")}，其中基本支出${finance("finalBasic")}，项目支出${finance("finalProject")}。`,
);
const initialBalance = report(
  "department-initial-balance",
  ["结余分配和结转结余情况"],
  t`年初预算中年初结转和结余${finance("initialOpening")}，年末结转和结余${finance("initialClosing")}。`,
);
const finalBalance = report(
  "department-final-balance",
  ["结余分配和结转结余情况"],
  t`${either("决算收入中年初结转和结余", "决算中年初结转和结余")}${finance("opening")}，年末结转和结余${finance("closing")}。`,
);

const groups: RowSet = {
  kind: "list",
  id: "project-groups",
  rows: [
    { key: "常年项目", names: ["常年项目绩效分析", "常年项目"] },
    {
      key: "阶段（一次性）项目",
      names: ["阶段（一次性）项目绩效分析", "阶段（一次性）项目", "阶段性项目", "一次性项目"],
    },
  ],
};
const projectGroups = report(
  "department-project-groups",
  ["部门预算项目绩效分析", "常年项目绩效分析", "阶段（一次性）项目绩效分析"],
  t`${each(
    groups,
    t`${rowName(groups)}。${either("该类项目总数", "项目总数")}${count(field("projectGroups.$row.count"), "个")}，涉及预算总金额${money(field("projectGroups.$row.budget"))}，${either("1—12月预算执行总体进度", "预算执行总体进度")}${formRate(field("projectGroups.$row.rate"))}，其中：${either("预算结余率大于10%的项目共计", "结余率大于10%的项目")}${count(field("projectGroups.$row.surplusOver10"), "个")}`,
  )}。`,
);

const score = report(
  "department-score",
  ["评价结论"],
  t`${optional(t`${unitName}${year}`)}${either("预算绩效自评得分为", "自评得分", "自评总分")}${points(field("score"))}，绩效等级为${stated(field("grade"))}。`,
);

const procurement = report(
  "department-procurement",
  ["重点领域绩效分析", "采购管理", "采购执行率"],
  t`${either("采购项目执行率达", "采购执行率")}${formRate(field("procurementRate"))}。全年按计划完成${either("政府采购项目", "采购项目")}${count(field("procurementProjects"), "项")}`,
);

export const sichuanSentences: readonly SentenceTemplate[] = [
  ...nationalSentences,
  organisation,
  staff,
  initialIncome,
  finalIncome,
  initialExpenditure,
  finalExpenditure,
  initialBalance,
  finalBalance,
  projectGroups,
  score,
  procurement,
  ...itemSentences(examplePointSystem, headingOfItem, "部门预算总体绩效分析"),
];
