// How an edition orders the report on a whole department's year (部门预算绩效自评报告): its title, its sections
// and the sentences in them. Recognition reads the same sentences; the annex is a layout of its own.

import type { PointSystem } from "../evaluation/point-system/point-system.ts";
import type { OutlineSection } from "./report-outline.ts";

/** DepartmentReport: the report in the form of a place. */
export interface DepartmentReport {
  /** What follows the department's name. */
  readonly title: string;
  readonly sections: readonly OutlineSection[];
  /** Id of the layout of its annex. */
  readonly annex: string;
  /** The word above the annex: 附表. */
  readonly annexLabel: string;
  /** The point system (指标体系) by which the department is scored. */
  readonly system: PointSystem;
}
