// The indicator library as people keep it: one file for each category of projects, a row for an indicator.

/** EntryGroup (项目类别): a category of projects with the indicators that suit it. */
export interface EntryGroup {
  readonly id: string;
  readonly name: string;
  /** Words by which a project's name tells the category, parted by blanks; with "?" those that tell little. */
  readonly keywords: string;
  /** 部门预算支出经济分类 in which such projects usually spend, parted by blanks. */
  readonly economicCodes: string;
  /**
   * One indicator a line, the most usual of a level first, its columns parted by "|":
   * id (with * when generalised from published examples), 二级指标, name, usual target (【】 is left to
   * fill in, 【金额】 is the project's amount), usual points, how it is computed, evidence, other names of it
   * parted by 、, and the words one of which a project must speak of (none: fits every project).
   */
  readonly rows: string;
}

/** EntryKind (指标性质): 定量 or 定性. */
export type EntryKind = "quantitative" | "qualitative";

/** LibraryEntry (指标库条目): one general indicator. */
export interface LibraryEntry {
  readonly id: string;
  readonly category: string;
  readonly categoryName: string;
  /** Name of the level-2 in full, such as 数量指标. */
  readonly level2: string;
  readonly name: string;
  readonly kind: EntryKind;
  /** Unit as printed; empty for words and dates. */
  readonly unit: string;
  readonly comparator: "=" | "≥" | "≤" | null;
  readonly target: string;
  /** True when the usual target is the project's own amount in 万元. */
  readonly targetIsAmount: boolean;
  /** Usual points of a hundred. */
  readonly points: number;
  readonly formula: string;
  readonly evidence: readonly string[];
  readonly aliases: readonly string[];
  readonly topics: readonly string[];
  readonly economicCodes: readonly string[];
  readonly source: string;
}
