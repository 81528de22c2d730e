// DepartmentEvaluation (部门整体支出绩效自评): the report, its annex table (附表) and point system.

import type { Place } from "../document/document.ts";
import type { CellValue } from "../figures/figure.ts";
import type { StatedText } from "../document/stated-text.ts";
import type { Section } from "../document/section.ts";
import type { Indicator } from "./project-evaluation.ts";

/** FinanceField: the figures of the report's 收支情况, in 万元 unless printed otherwise. */
export const FINANCE_FIELDS = [
  "initialIncome",
  "initialAppropriation",
  "initialOtherIncome",
  "finalIncome",
  "finalAppropriation",
  "finalOtherIncome",
  "initialExpenditure",
  "initialBasic",
  "initialProject",
  "finalExpenditure",
  "finalBasic",
  "finalProject",
  "initialOpening",
  "initialClosing",
  "opening",
  "closing",
] as const;
export type FinanceField = (typeof FINANCE_FIELDS)[number];

/** ProjectGroup: 常年项目 or 阶段（一次性）项目 as the report counts them. */
export interface ProjectGroup {
  readonly name: string;
  readonly count: CellValue | null;
  /** 涉及预算总金额. */
  readonly budget: CellValue | null;
  /** 预算执行总体进度, percent. */
  readonly rate: CellValue | null;
  /** 预算结余率大于 10% 的项目数. */
  readonly surplusOver10: CellValue | null;
  readonly place: Place;
}

/** SystemPoint: one third-level item of the department's point system (指标体系). */
export interface SystemPoint {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly points: CellValue | null;
  readonly score: CellValue | null;
}

export interface DepartmentEvaluation {
  readonly score: CellValue | null;
  readonly grade: StatedText | null;
  readonly goal: StatedText | null;
  readonly budget: {
    readonly total: CellValue | null;
    readonly appropriation: CellValue | null;
    readonly other: CellValue | null;
  };
  readonly tasks: readonly { readonly name: string; readonly content: string; readonly place: Place }[];
  readonly indicators: readonly Indicator[];
  readonly sections: readonly Section[];
  readonly finance: Readonly<Partial<Record<FinanceField, CellValue>>>;
  readonly projectGroups: readonly ProjectGroup[];
  readonly system: readonly SystemPoint[];
  readonly place: Place;
  /** Unit name of the annex. */
  readonly unit: StatedText | null;
}
