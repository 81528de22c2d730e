// The rules of scoring as data: an edition names its own.

import type { GradeRule } from "../grades.ts";
import type { TierRule } from "../tiers.ts";

/** ScoringRules (评分规则) of a place; points and ratios as decimal strings. */
export interface ScoringRules {
  /** Base of 执行率: 全年预算数/调整后预算数, or 年初预算数. */
  readonly executionBase: "adjusted" | "initial";
  readonly executionPoints: string;
  /** Total of indicator points. */
  readonly indicatorPoints: string;
  /** Allowed points by level-1 indicator; several alternatives may be in force. */
  readonly levelPoints: readonly Readonly<Record<string, string>>[];
  readonly scoreDecimals: number;
  /** Actual ÷ target from which over-achievement must be explained, e.g. "1.3". */
  readonly overAchievement: string;
  /** Execution rate in percent below which a reason is due. */
  readonly executionReasonBelow: string;
  readonly grades: readonly GradeRule[];
  /** Other words for grades that the place uses in department reports. */
  readonly departmentGrades: readonly GradeRule[];
  /** Qualitative tiers from best to worst, with their share of the points [from, to]. */
  readonly tiers: readonly TierRule[];
  readonly basis: string;
}
