// SystemInputs: what a point system reckons with, each figure with where it came from; and the catalogue of
// inputs with what would provide one that is missing.

import type { Decimal } from "decimal.js";

import type { Place } from "../../document/document.ts";
import type { TargetSetName } from "./point-system.ts";

/** InputDescription: a named input; amounts are in 万元, percentages are shares of one. */
export interface InputDescription {
  readonly label: string;
  readonly unit: "万元" | "%" | "个" | "项" | "人" | "天";
  /** What would provide it. */
  readonly from: string;
}

const ACCOUNTS = "部门决算公开表，或自评报告“部门资金收支情况”";
const FORMS = "各项目自评表，或自评报告附表和项目绩效分析";
const MONTHS = "预算执行月报";
const ASSETS = "国有资产年报或资产台账";
const PROCUREMENT_PLAN = "政府采购计划和合同台账";
const PROJECT_LEDGER = "项目库和项目管理台账";

const money = (label: string, from: string): InputDescription => ({ label, unit: "万元", from });
const number = (label: string, unit: InputDescription["unit"], from: string): InputDescription => ({
  label,
  unit,
  from,
});

/** The inputs by name (指标体系的取数项). */
export const INPUTS = {
  initialIncome: money("年初预算收入", ACCOUNTS),
  finalIncome: money("决算收入", ACCOUNTS),
  initialExpenditure: money("年初预算支出", ACCOUNTS),
  finalExpenditure: money("决算支出", ACCOUNTS),
  initialBasic: money("年初预算基本支出", ACCOUNTS),
  finalBasic: money("决算基本支出", ACCOUNTS),
  initialProject: money("年初预算项目支出", ACCOUNTS),
  finalProject: money("决算项目支出", ACCOUNTS),
  opening: money("年初结转和结余", ACCOUNTS),
  closing: money("年末结转和结余", ACCOUNTS),
  threePublicBudget: money("“三公”经费预算数", "决算公开的“三公”经费表"),
  threePublicFinal: money("“三公”经费决算数", "决算公开的“三公”经费表"),
  procurementTotal: money("政府采购支出总额", "决算公开的政府采购情况说明"),
  smeContracts: money("授予中小企业合同金额", "决算公开的政府采购情况说明"),
  procurementBudget: money("政府采购预算金额", PROCUREMENT_PLAN),
  procurementContracted: money("政府采购合同金额", PROCUREMENT_PLAN),
  procurementRate: number("采购项目执行率", "%", "自评报告采购执行率"),
  adjustedBudget: money("全年预算数", MONTHS),
  executedByJune: money("6月末累计执行数", MONTHS),
  executedBySeptember: money("9月末累计执行数", MONTHS),
  executedByNovember: money("11月末累计执行数", MONTHS),
  staffClosing: number("年末在职人数", "人", "自评报告人员概况"),
  staffOpening: number("上年末在职人数", "人", "自评报告人员概况"),
  assetsOpening: money("年初资产总额", ASSETS),
  assetsClosing: money("年末资产总额", ASSETS),
  assetsInUse: money("年末在用资产", ASSETS),
  assetsIdle: money("全年闲置资产", ASSETS),
  assetsRevived: money("已盘活资产", ASSETS),
  projectCount: number("项目总数", "个", FORMS),
  projectsOverSurplus: number("预算结余率大于10%的项目数", "个", FORMS),
  projectsAdjusted: number("调整预算的项目数", "个", "各项目自评表"),
  targetsJudged: number("可比较的绩效指标数", "项", FORMS),
  targetsReached: number("达到目标的绩效指标数", "项", FORMS),
  targetsDeviating: number("偏离目标30%以上的绩效指标数", "项", FORMS),
  incomeProblems: number("收入统筹问题数", "个", "审计和财政检查结论"),
  fundProblems: number("资金使用问题数", "个", "审计和财政检查结论"),
  projectsWithoutProcedure: number("决策程序不完整的项目数", "个", PROJECT_LEDGER),
  projectsWithPoorGoals: number("绩效目标设置不合格的项目数", "个", PROJECT_LEDGER),
  projectsOutsidePool: number("未按规定入库的项目数", "个", PROJECT_LEDGER),
  projectsOutOfStep: number("资金执行与业务进度不同向的项目数", "个", PROJECT_LEDGER),
  disclosureDays: number("自批复至公开的天数", "天", "决算批复日期和公开日期"),
  problemsFound: number("发现问题数", "个", "整改台账"),
  problemsRectified: number("已整改问题数", "个", "整改台账"),
} as const satisfies Readonly<Record<string, InputDescription>>;

/** InputName: a name of the catalogue. */
export type InputName = keyof typeof INPUTS;

/** The names in the order of the catalogue. */
// Object.keys widens to string; these are the keys of the catalogue itself.
export const INPUT_NAMES = Object.keys(INPUTS) as readonly InputName[];

const NAMES: ReadonlySet<string> = new Set(INPUT_NAMES);

export const isInputName = (name: string): name is InputName => NAMES.has(name);

/** InputSource: a place in one of the documents. */
export interface InputSource {
  readonly source: string;
  readonly place: Place;
}

/** InputFigure (取数): the value of an input and where it came from. */
export interface InputFigure {
  readonly name: InputName;
  readonly value: Decimal;
  /** Chinese: 公开03表…, 按6张项目自评表计算, 台账. */
  readonly origin: string;
  readonly sources: readonly InputSource[];
  /** What another source says otherwise, or how it was told. */
  readonly note: string | null;
}

/** TargetResult: how far one indicator was reached, and its weight; the share is null where people judge. */
export interface TargetResult {
  readonly name: string;
  readonly level1: string;
  readonly weight: Decimal;
  readonly share: Decimal | null;
}

/** TargetSet: the indicators of the annex or of the projects. */
export interface TargetSet {
  readonly origin: string;
  readonly targets: readonly TargetResult[];
}

export interface SystemInputs {
  readonly figures: ReadonlyMap<InputName, InputFigure>;
  readonly targets: ReadonlyMap<TargetSetName, TargetSet>;
}

/** MissingInput (缺少的数据): what is missing, and what would provide it. */
export interface MissingInput {
  readonly name: InputName | TargetSetName;
  readonly label: string;
  readonly from: string;
}

const TARGET_SET_INPUTS: Readonly<Record<TargetSetName, Omit<MissingInput, "name">>> = {
  annex: { label: "部门整体绩效指标的指标值和完成值", from: "自评报告附表" },
  projects: { label: "项目绩效指标的指标值和完成值", from: "各项目自评表" },
};

/** What a missing input is called and what would provide it. */
export function missingInput(name: InputName | TargetSetName): MissingInput {
  if (name === "annex" || name === "projects") return { name, ...TARGET_SET_INPUTS[name] };
  const { label, from } = INPUTS[name];
  return { name, label, from };
}
