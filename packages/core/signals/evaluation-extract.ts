// EvaluationExtract (自评摘录): what signals need of one self-evaluation, and no more, so that those of a
// whole district fit in memory and pass between threads.

import type { Place } from "../document/document.ts";

/** NamedGroup (归属): a unit, department or district, with the key by which it is told from others. */
export interface NamedGroup {
  readonly key: string;
  readonly name: string;
}

/** ExtractedValue: a target or result as printed; value and unit are null where it is words, tiers or a date. */
export interface ExtractedValue {
  readonly raw: string;
  readonly value: string | null;
  readonly unit: string | null;
  readonly unreadable: boolean;
}

/** IndicatorExtract (指标摘录): points and score in hundredths. */
export interface IndicatorExtract {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly target: ExtractedValue | null;
  readonly initialTarget: ExtractedValue | null;
  readonly actual: ExtractedValue | null;
  readonly isLowerBetter: boolean;
  readonly points: number | null;
  readonly score: number | null;
  /** True when a reason is printed that says something. */
  readonly hasReason: boolean;
  readonly place: Place;
}

/** GenerousScore (得分偏高): a printed score above what the rules allow, by hundredths of a point. */
export interface GenerousScore {
  readonly name: string;
  readonly printed: string;
  readonly by: number;
  readonly derivation: string;
  readonly place: Place;
}

/** The texts that are compared between evaluations. */
export const EXTRACTED_TEXTS = {
  goal: "绩效目标",
  achievement: "完成情况",
  implementation: "实施情况",
  reasons: "偏差原因",
  problems: "存在问题",
  measures: "改进措施",
  experience: "经验做法",
} as const;
export type ExtractedTextName = keyof typeof EXTRACTED_TEXTS;

/** ExtractedText: one of them. */
export interface ExtractedText {
  readonly name: ExtractedTextName;
  readonly text: string;
  readonly place: Place;
}

/** EvaluationExtract (自评摘录). */
export interface EvaluationExtract {
  readonly source: string;
  /** Counted from 1 within its source. */
  readonly number: number;
  readonly project: string;
  readonly year: number | null;
  readonly unit: NamedGroup;
  readonly department: NamedGroup;
  readonly district: NamedGroup;
  readonly place: Place;
  /** Printed total as printed and in hundredths. */
  readonly total: { readonly raw: string; readonly hundredths: number } | null;
  readonly computedTotal: number | null;
  /** Grades, and their places counted from the best (0); null for a word that is none of the edition's. */
  readonly grade: {
    readonly printed: string | null;
    readonly computed: string | null;
    readonly printedRank: number | null;
    readonly computedRank: number | null;
  };
  /** Millionths of a 元 where the unit is known; compared with one another only. */
  readonly money: {
    readonly initial: bigint | null;
    readonly adjusted: bigint | null;
    readonly executed: bigint | null;
  };
  /** The same as printed. */
  readonly printedMoney: { readonly adjusted: string; readonly executed: string };
  /** 执行率 = 执行数 ÷ 全年预算数, in hundredths of a percent. */
  readonly rate: number | null;
  /** The score of execution by the rules, in hundredths. */
  readonly executionScore: number | null;
  readonly fundingReason: boolean;
  readonly indicators: readonly IndicatorExtract[];
  readonly texts: readonly ExtractedText[];
  readonly generous: readonly GenerousScore[];
  /** Scores that could be judged by the rules, and those that could not. */
  readonly judgedScores: number;
  readonly openScores: number;
}
