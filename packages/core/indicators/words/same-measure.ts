// Whether two names name one measure: how alike they are in canonical words, and what is alike.

import { remembered } from "../../figures/remembered.ts";
import { canonicalWords } from "./canonical-words.ts";
import { likenessOf, pairTerms, type TermWeights } from "./terms.ts";

/** Likeness from which two indicators of one level are taken for one; measured, see docs/accuracy.md. */
export const SAME_MEASURE = 0.75;

/** NameLikeness (名称相似): from 0 to 1, with the words that both have, in canonical words. */
export interface NameLikeness {
  readonly likeness: number;
  readonly shared: readonly string[];
}

const FIGURES =
  /(?:19|20)\d{2}年度?|\d+(?:\.\d+)?(?:%|万元|元|[个项次人台套辆件份期批家处户])?|[（(][^（()）]*[)）]|[《》“”"'、，,。；;：:·\s]/gu;
const LAST_WORDS = /(?:情况|数额|值)$/u;

/** Words of one row tell measures apart, however much else is alike. */
const TOLD_APART = `
水费 电费 气费 取暖费
用水 用电 用气 供暖
会议 培训 考察
人数 次数 单位数量 面积
及时率 合格率 保障率 完成率 出席率 满意度
残疾人 遗属 退休人员 在职职工
购置 维护 处置
人均 亩均
`
  .trim()
  .split("\n")
  .map((row) => row.split(" "));
const APART_SHARE = 0.5;

/** True when each name has a word of a row that the other lacks. */
function areToldApart(left: string, right: string): boolean {
  return TOLD_APART.some((words) => {
    const own = words.filter((word) => left.includes(word));
    const others = words.filter((word) => right.includes(word));
    return own.length > 0 && others.length > 0 && !own.some((word) => others.includes(word));
  });
}

/** The name as it is compared: without figures, units, years, brackets and marks, in canonical words. */
export function bareName(name: string): string {
  return canonicalWords(name.replace(FIGURES, "")).replace(LAST_WORDS, "");
}

interface PreparedName {
  readonly bare: string;
  readonly terms: ReadonlySet<string>;
}

const prepared = remembered((name): PreparedName => {
  const bare = bareName(name);
  return { bare, terms: new Set(pairTerms(bare)) };
});

/** How alike two names are, from 0 to 1. */
export function nameLikeness(left: string, right: string, weight: TermWeights): number {
  const [one, other] = [prepared(left), prepared(right)];
  if (one.bare !== "" && one.bare === other.bare) return 1;
  const likeness = likenessOf(one.terms, other.terms, weight);
  return areToldApart(one.bare, other.bare) ? likeness * APART_SHARE : likeness;
}

/** How alike two names are, and what both say. */
export function compareNames(left: string, right: string, weight: TermWeights): NameLikeness {
  return {
    likeness: nameLikeness(left, right, weight),
    shared: sharedWords(bareName(left), bareName(right)),
  };
}

/** The longest stretches of two characters or more that both names have, in the order of the first. */
function sharedWords(left: string, right: string): readonly string[] {
  const words: string[] = [];
  const characters = [...left];
  for (let start = 0; start < characters.length;) {
    let end = start;
    while (end < characters.length && right.includes(characters.slice(start, end + 1).join(""))) end += 1;
    if (end - start >= 2) words.push(characters.slice(start, end).join(""));
    start = Math.max(end, start + 1);
  }
  return words;
}
