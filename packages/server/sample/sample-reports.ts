// How far each report of the sample has come, so that every state of the work can be seen: as data, told in days before
// and after the day on which the sample is loaded.

import type { ReportKind, ReportState } from "../contract/report-states.ts";
import { SAMPLE_UNITS, SAMPLE_YEARS } from "./sample-tree.ts";

/** SampleReport: a report, what stands in it and where it stands. */
export interface SampleReport {
  readonly unit: string;
  readonly year: number;
  readonly kind: ReportKind;
  readonly state: ReportState;
  /** all: as it was made; half: what was typed so far, with an error; none: nothing yet. */
  readonly filled: "all" | "half" | "none";
  /** Opinion with which a reviewer returned it; null where nobody did. */
  readonly returned: string | null;
}

const [FIRST_YEAR = 0, SECOND_YEAR = 0, PRESENT_YEAR = 0] = SAMPLE_YEARS;

/** Final accounts of the year under way, by unit. */
const PRESENT: Readonly<Record<string, Pick<SampleReport, "state"> & Partial<SampleReport>>> = {
  "government-office": { state: "published" },
  "service-hall": { state: "ready" },
  education: { state: "department-review" },
  "first-school": { state: "filling", filled: "half" },
  "primary-school": { state: "unit-review" },
  agriculture: { state: "finance-review" },
  "farm-technology": {
    state: "filling",
    returned: "本年项目支出比上年变动较大，请补充说明原因；政府采购支出请与合同逐项核对。",
  },
  health: { state: "secrecy-review" },
  "disease-control": { state: "filling", filled: "none" },
  archive: { state: "rectifying" },
};

/** Self-evaluations handed in by themselves. */
const EVALUATIONS: readonly SampleReport[] = [
  {
    ...report("first-school", PRESENT_YEAR, "filling"),
    kind: "project-evaluations",
    returned: "“教学楼维修改造项目”的质量指标没有佐证材料，请上传验收报告后再送审。",
  },
  { ...report("primary-school", PRESENT_YEAR, "department-review"), kind: "project-evaluations" },
  { ...report("agriculture", PRESENT_YEAR, "finance-review"), kind: "project-evaluations" },
];

/** Units that report on their whole expenditure; nothing is typed yet. */
const DEPARTMENTS: readonly SampleReport[] = [
  { ...report("education", PRESENT_YEAR, "filling"), kind: "department-evaluation", filled: "none" },
];

/** All reports, years in order: each is checked beside the one before. */
export const SAMPLE_REPORTS: readonly SampleReport[] = [
  ...SAMPLE_UNITS.map(({ key }) => report(key, FIRST_YEAR, "archived")),
  ...SAMPLE_UNITS.map(({ key }) => report(key, SECOND_YEAR, key === "health" ? "rectifying" : "published")),
  ...SAMPLE_UNITS.map(({ key }) => ({ ...report(key, PRESENT_YEAR, "filling"), ...PRESENT[key] })),
  ...EVALUATIONS,
  ...DEPARTMENTS,
];

function report(unit: string, year: number, state: ReportState): SampleReport {
  return { unit, year, kind: "final-accounts", state, filled: "all", returned: null };
}

/** Days from the loading to the ends of the stages of the task under way: filling is late already. */
export const PRESENT_DUE_DAYS = {
  dueFilling: -3,
  dueDepartment: 4,
  dueFinance: 11,
  duePublication: 21,
} as const;

/** SampleRectification: an entry of the ledger; days as above. */
export interface SampleRectification {
  readonly unit: string;
  readonly year: number;
  readonly problem: string;
  readonly origin: string;
  readonly owner: string;
  readonly measure: string;
  readonly dueDays: number | null;
  readonly state: "open" | "in-progress" | "done" | "closed" | "returned" | "dismissed";
}

export const SAMPLE_RECTIFICATIONS: readonly SampleRectification[] = [
  {
    unit: "archive",
    year: PRESENT_YEAR,
    problem: "“档案数字化项目”的满意度指标没有调查样本说明，佐证不足。",
    origin: "财政绩效审核",
    owner: "示例业务股",
    measure: "补充调查问卷和样本说明，随下年度自评一并报送。",
    dueDays: -12,
    state: "in-progress",
  },
  {
    unit: "archive",
    year: PRESENT_YEAR,
    problem: "国有资产占用情况说明中的车辆数与资产台账不一致。",
    origin: "社会监督",
    owner: "",
    measure: "",
    dueDays: 9,
    state: "open",
  },
  {
    unit: "health",
    year: SECOND_YEAR,
    problem: "基层卫生人员培训经费执行进度偏低，未说明原因。",
    origin: "财政绩效审核",
    owner: "示例财务股",
    measure: "按季调度支出进度，低于序时进度的书面说明。",
    dueDays: -40,
    state: "done",
  },
  {
    unit: "health",
    year: SECOND_YEAR,
    problem: "政府采购支出中授予中小企业合同金额占比说明不完整。",
    origin: "主管部门审核",
    owner: "示例办公室",
    measure: "补充授予小微企业合同金额及占比。",
    dueDays: -25,
    state: "returned",
  },
  {
    unit: "education",
    year: SECOND_YEAR,
    problem: "绩效目标设定偏低，三项数量指标的完成值超过目标值三成以上。",
    origin: "第三方评价",
    owner: "示例计财股",
    measure: "下年度按近三年平均完成值设定目标。",
    dueDays: -60,
    state: "closed",
  },
  {
    unit: "first-school",
    year: SECOND_YEAR,
    problem: "“校园网络运行维护费”的成本指标未与合同金额核对。",
    origin: "主管部门审核",
    owner: "示例总务处",
    measure: "按合同和支付凭证逐笔核对后修正。",
    dueDays: -5,
    state: "open",
  },
];
