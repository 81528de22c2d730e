// ProjectEvaluation (项目支出绩效自评): one scored form or report per project, whatever its layout.

import type { Place } from "../document/document.ts";
import type { CellValue } from "../figures/figure.ts";
import type { StatedText } from "../document/stated-text.ts";

/** FundSource (资金来源), as CONTRACT §3 names them. */
export type FundSource =
  | "total"
  | "appropriation"
  | "local"
  | "carryover"
  | "fiscal-account"
  | "unit"
  | "other";

/** FundingField: declared 目标申报数 … rate in percent, points 分值, score 得分. */
export const FUNDING_FIELDS = [
  "declared",
  "compiled",
  "initial",
  "adjusted",
  "executed",
  "remaining",
  "rate",
  "points",
  "score",
] as const;
export type FundingField = (typeof FUNDING_FIELDS)[number];

/** FundingRow (资金行): one source of money; a field the form does not print is null. */
export interface FundingRow {
  readonly source: FundSource;
  readonly name: string;
  readonly fields: Readonly<Record<FundingField, CellValue | null>>;
  readonly reason: StatedText | null;
  readonly place: Place;
}

/** Comparator (指标性质) as printed. */
export type Comparator = "=" | "≥" | ">" | "≤" | "<";

/** IndicatorValue (指标值/完成值): value and unit are null when it is words, tiers or a date. */
export interface IndicatorValue {
  readonly raw: string;
  readonly comparator: Comparator | null;
  /** Decimal string. */
  readonly value: string | null;
  readonly unit: string | null;
  readonly unreadable: boolean;
  readonly place: Place;
}

/** Indicator (三级指标). */
export interface Indicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly target: IndicatorValue | null;
  readonly initialTarget: IndicatorValue | null;
  readonly actual: IndicatorValue | null;
  /** 分值/权重 */
  readonly points: CellValue | null;
  /** 得分 */
  readonly score: CellValue | null;
  readonly reason: StatedText | null;
  readonly place: Place;
  /** True when reading had to guess (cells moved, merged or clipped): findings say 请核对原件. */
  readonly doubtful: boolean;
}

/** Chapters and text boxes of an evaluation, by CONTRACT §3 names. */
export const EVALUATION_TEXTS = [
  "overview",
  "basis",
  "necessity",
  "safeguards",
  "periodGoal",
  "yearGoal",
  "plan",
  "conclusion",
  "goalCompletion",
  "implementation",
  "output",
  "benefit",
  "satisfaction",
  "experience",
  "problems",
  "measures",
] as const;
export type EvaluationText = (typeof EVALUATION_TEXTS)[number];

export interface ProjectEvaluation {
  readonly name: string;
  readonly code: string | null;
  readonly moneyUnit: string;
  /** Id of the form layout that recognition chose. */
  readonly layout: string;
  readonly funding: readonly FundingRow[];
  readonly goal: StatedText | null;
  readonly achievement: StatedText | null;
  readonly indicators: readonly Indicator[];
  /** Points stated beside a level-1 name, such as "产出指标(40分)". */
  readonly levelPoints: readonly {
    readonly level1: string;
    readonly points: CellValue;
    readonly place: Place;
  }[];
  readonly indicatorScore: CellValue | null;
  readonly fundingScore: CellValue | null;
  readonly totalScore: CellValue | null;
  /** Sum of points printed in the total row, null when not printed. */
  readonly totalPoints: CellValue | null;
  /** 等级 as printed; unreadable when it is none of the form's words. */
  readonly grade: (StatedText & { readonly unreadable?: boolean }) | null;
  readonly text: Readonly<Record<EvaluationText, StatedText | null>>;
  /** Head cells: 主管部门, 实施单位, as printed. */
  readonly department: StatedText | null;
  readonly unit: StatedText | null;
  readonly year: number | null;
  readonly place: Place;
  /** First and last line of the form, where the format knows lines. */
  readonly span: readonly [number, number] | null;
}
