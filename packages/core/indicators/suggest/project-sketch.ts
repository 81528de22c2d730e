// What is known of a project when indicators are to be suggested, and which categories it belongs to.

import { Decimal } from "decimal.js";

import { findEconomicCode } from "../../accounts/classification/economic-classification.ts";
import type { EntryGroup } from "../entry-group.ts";
import { categories } from "../library/index.ts";
import { keywordsOf } from "../parse-entries.ts";

/** ExistingIndicator: an indicator that the project has already. */
export interface ExistingIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  /** Points where they are stated. */
  readonly points: Decimal | null;
}

/** ProjectSketch (项目概况). */
export interface ProjectSketch {
  readonly name: string;
  /** Id of a category; null to tell it by the name and the economic code. */
  readonly category: string | null;
  /** 部门预算支出经济分类, such as 30216. */
  readonly economicCode: string | null;
  /** Amount in 万元. */
  readonly amount: Decimal | null;
  readonly indicators: readonly ExistingIndicator[];
}

/** MatchedCategory: a category of a project, and by what it was told. */
export interface MatchedCategory {
  readonly group: EntryGroup;
  readonly why: string;
}

/** A second category counts from this share of the first one's score. */
const SECOND_SHARE = 0.7;
const ECONOMIC_SCORE = 1.5;
const LITTLE = 0.25;

/** The words that a project speaks in: its name and the name of its economic class. */
export function wordsOf({ name, economicCode }: ProjectSketch): string {
  return `${name} ${economicName(economicCode)}`.trim();
}

/** The name of an economic class; empty when it is not known. */
export function economicName(code: string | null): string {
  return code === null ? "" : (findEconomicCode(code)?.name ?? "");
}

/** The categories of a project, the nearest first: at most two, none when nothing tells. */
export function categoriesOf(sketch: ProjectSketch): readonly MatchedCategory[] {
  const given = categories.find(({ id }) => id === sketch.category);
  if (given !== undefined) return [{ group: given, why: `项目类别“${given.name}”` }];
  const scored = categories
    .map((group) => scoreOf(group, sketch))
    .filter(({ score }) => score > 0)
    .toSorted((left, right) => right.score - left.score);
  const [first] = scored;
  if (first === undefined) return [];
  const told = scored.filter(({ byName }) => byName);
  return (told.length > 0 ? told : scored.slice(0, 1))
    .slice(0, 2)
    .filter(({ score }) => score >= first.score * SECOND_SHARE)
    .map(({ group, why }) => ({ group, why }));
}

function scoreOf(
  group: EntryGroup,
  { name, economicCode }: ProjectSketch,
): MatchedCategory & { readonly score: number; readonly byName: boolean } {
  const said = keywordsOf(group.keywords).filter(({ word }) => name.includes(word));
  const words = said.map(({ word }) => word);
  // What a project is stands at the end of its name; before it stands what it is for.
  const score = said.reduce(
    (sum, { word, tellsLittle }) =>
      sum + word.length * (tellsLittle ? LITTLE : 1) + (name.indexOf(word) + 1) / name.length,
    0,
  );
  const isUsual = economicCode !== null && group.economicCodes.split(" ").includes(economicCode);
  const onlyLittle = said.length > 0 && said.every(({ tellsLittle }) => tellsLittle);
  const why = [
    ...(words.length > 0 ? [`项目名称中的“${words.join("”“")}”`] : []),
    ...(isUsual ? [`经济分类${economicCode ?? ""}${economicName(economicCode)}`] : []),
  ].join("、");
  return {
    group,
    why,
    score: score + (isUsual && !onlyLittle ? ECONOMIC_SCORE : 0),
    byName: words.length > 0,
  };
}

/** An amount or points as exact decimal, from the text of a number. */
export function exactNumber(text: string): Decimal {
  return new Decimal(text);
}
