// 名词解释 as an edition words it: a term, what it means, and the facts whose presence makes it a term of
// the report.

import type { FactAddress } from "../disclosure/address.ts";

/**
 * Term (名词): explained where one of the facts is other than zero, or where the report uses its words; without
 * facts it is explained always.
 */
export interface Term {
  readonly name: string;
  readonly meaning: string;
  readonly usedBy: readonly FactAddress[];
  /** What a report that uses the term has to explain; null where it need not. */
  readonly due: DueTerm | null;
}

/** DueTerm: the words by which a text uses a term and those by which a glossary explains it, without quotation marks. */
export interface DueTerm {
  readonly used: string;
  readonly explained: readonly string[];
}

/** FunctionItemMeaning: what a functional 项 covers, by its code or by the last digits that are customary. */
export interface FunctionItemMeaning {
  /** Seven digits, or the last two of any 项. */
  readonly code: string;
  /** The name the meaning goes with; a 项 of another name is not meant. */
  readonly name: string;
  readonly meaning: string;
}

/** Glossary (名词解释) of an edition. */
export interface Glossary {
  readonly terms: readonly Term[];
  readonly items: readonly FunctionItemMeaning[];
}

/** True when the text uses a term that has to be explained, be it of nothing: 无机关运行经费支出 uses the term too. */
export const isUsedIn = (text: string, { due }: Term): boolean =>
  due !== null && withoutQuotes(text).includes(due.used);

/** True when the text of a glossary explains the term. */
export const isExplainedIn = (text: string, { due }: Term): boolean => {
  const plain = withoutQuotes(text);
  return due?.explained.some((words) => plain.includes(words)) ?? false;
};

/** “三公”经费 is printed with every kind of quotation marks and without. */
const withoutQuotes = (text: string): string => text.replace(/["'“”‘’]/gu, "");
