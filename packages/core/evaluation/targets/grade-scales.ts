// Grades as targets (≥良, 合格): their order on a scale that holds both words.

import type { Comparator } from "../project-evaluation.ts";
import type { Comparison } from "./comparison.ts";

/** GradeScale (等级序列): words from best to worst. */
export type GradeScale = readonly string[];

/** Scales in common use; our own list, an edition's scale goes before it. */
export const COMMON_SCALES: readonly GradeScale[] = [
  ["优", "良", "中", "差"],
  ["优秀", "良好", "合格", "不合格"],
  ["优秀", "良好", "中等", "较差"],
  ["优秀", "良好", "一般", "较差"],
  ["优秀", "良好", "及格", "不及格"],
  ["好", "较好", "一般", "较差", "差"],
  ["很满意", "满意", "基本满意", "不满意"],
  ["非常满意", "满意", "一般", "不满意"],
  ["达标", "基本达标", "不达标"],
  ["合格", "基本合格", "不合格"],
  ["通过", "不通过"],
  ["一级", "二级", "三级", "四级"],
  ["一等", "二等", "三等"],
  ["甲级", "乙级", "丙级"],
];

/** Compares two grades; undefined where no scale holds both. */
export function compareGrades(
  target: { readonly word: string; readonly comparator: Comparator | null },
  actual: string,
  scales: readonly GradeScale[],
): Comparison | undefined {
  const { comparator } = target;
  if (comparator === "≤" || comparator === "<") return undefined;
  const due = plainGrade(target.word);
  const got = plainGrade(actual);
  const scale = scales.find((words) => words.includes(due) && words.includes(got));
  if (scale === undefined) return undefined;
  const ahead = scale.indexOf(due) - scale.indexOf(got);
  const outcome = ahead < (comparator === ">" ? 1 : 0) ? "missed" : ahead > 0 ? "exceeded" : "reached";
  return { outcome, matter: { kind: "grade", target: due, actual: got, late: null }, doubts: [] };
}

/** The word of a grade without what limits or frames it: 良以上, 良及以上, 优等级. */
const plainGrade = (word: string): string =>
  word.replace(/^(?:达到|不低于|为)/u, "").replace(/(?:及以上|以上|等级|等次)$/u, "");
