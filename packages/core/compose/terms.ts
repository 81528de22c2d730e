// 名词解释: the terms that the report uses, and every functional 项 with money in it; the unit's own words
// where it gave some.

import type { Disclosure } from "../disclosure/disclosure.ts";
import type { WrittenBlock } from "../document/composition.ts";
import type { Section } from "../document/section.ts";
import type { Glossary, Term } from "../forms/term.ts";
import { isUsedIn } from "../forms/term.ts";
import { ordinal } from "../forms/table-sides.ts";
import { paragraph } from "./blocks.ts";
import { findSection } from "./explanation/own-text.ts";
import { codeNamesOf } from "./explanation/row-names.ts";
import type { Facts } from "./facts.ts";

/** ExplainedTerms: the paragraphs, and the 项 that nobody has explained yet. */
export interface ExplainedTerms {
  readonly blocks: readonly WrittenBlock[];
  readonly unexplained: readonly string[];
}

interface Explained {
  readonly name: string;
  readonly meaning: string;
}

const ITEM_DIGITS = 7;
const FUNDS = ["expenditure", "general-budget-expenditure", "government-fund", "state-capital"] as const;

/** Explains what the facts and the text of the rest of the report make use of. */
export function explainTerms(
  disclosure: Disclosure,
  glossary: Glossary,
  { facts, text }: { readonly facts: Facts; readonly text: string },
): ExplainedTerms {
  const own = ownTerms(findSection(disclosure.outline, ["名词解释"]));
  const used = glossary.terms
    .filter((term) => isUsed(term, facts) || isUsedIn(text, term))
    .map(({ name, meaning }) => ({ name, meaning }));
  const items = itemsOf(disclosure).map(({ code, title, name }) => ({
    name: title,
    meaning: meaningOf(code, name, glossary),
  }));
  const explained = [
    ...used,
    ...items.flatMap(({ name, meaning }) => (meaning === null ? [] : [{ name, meaning }])),
  ];
  const all = own.length > 0 ? joined(own, explained) : explained;
  return {
    blocks: all.map(({ name, meaning }, index) => paragraph(`${ordinal(index + 1)}${name}：${meaning}`)),
    unexplained: items
      .filter(({ name, meaning }) => meaning === null && !own.some((one) => sameTerm(one.name, name)))
      .map(({ name }) => name),
  };
}

const isUsed = ({ usedBy }: Term, facts: Facts): boolean =>
  usedBy.length === 0 || usedBy.some((fact) => (facts.value(fact) ?? 0n) !== 0n);

/** The unit's own terms in its order, then those that it left out. */
const joined = (own: readonly Explained[], others: readonly Explained[]): readonly Explained[] => [
  ...own,
  ...others.filter(({ name }) => !own.some((one) => sameTerm(one.name, name))),
];

const comparable = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, "");
const sameTerm = (left: string, right: string): boolean => comparable(left) === comparable(right);

function ownTerms(section: Section | undefined): readonly Explained[] {
  if (section === undefined) return [];
  return section.children.map(({ heading, paragraphs }) => ({
    name: heading,
    meaning: paragraphs.map(({ text }) => text).join(""),
  }));
}

interface UsedItem {
  readonly code: string;
  readonly name: string;
  readonly title: string;
}

/** Every 项 that a table of expenditure prints, once. */
function itemsOf(disclosure: Disclosure): readonly UsedItem[] {
  const names = codeNamesOf(disclosure);
  const tables = disclosure.tables.filter(({ concept }) => FUNDS.some((one) => one === concept));
  const codes = tables.flatMap(({ rows }) => rows.map(({ code }) => code)).filter((code) => code !== null);
  return [...new Set(codes)]
    .filter((code) => code.length === ITEM_DIGITS)
    .toSorted()
    .map((code) => ({
      code,
      name: names(code),
      title: `${names(code.slice(0, 3))}（类）${names(code.slice(0, 5))}（款）${names(code)}（项）`,
    }));
}

/** "其他…支出" is explained by its own name; another 项 by its code, or by the custom of its last digits. */
function meaningOf(code: string, name: string, { items }: Glossary): string | null {
  const known =
    items.find((one) => one.code === code && one.name === name) ??
    items.find((one) => one.code === code.slice(-2) && one.name === name);
  if (known !== undefined) return known.meaning;
  const rest = /^其他(.+?)支出$/u.exec(name)?.[1];
  return rest === undefined ? null : `反映除上述项目以外其他用于${rest}方面的支出。`;
}
