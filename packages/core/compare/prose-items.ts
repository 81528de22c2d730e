// Figures and words of the explanation as items to compare.

import { addressKey } from "../disclosure/address.ts";
import type { Disclosure, NarrativeSentence, ProseFigure } from "../disclosure/disclosure.ts";
import { factLabel } from "../compose/fact-label.ts";
import type { StatedItem } from "./difference.ts";
import { meaningOf, plain, printedOf } from "./stated-value.ts";

const DERIVED: Readonly<Record<string, string>> = {
  share: "占比",
  change: "增减额",
  changeRate: "增减率",
  completion: "完成率",
  count: "",
};
const WORDS: Readonly<Record<string, string>> = { reason: "原因", use: "用途", items: "包括的内容" };

export function proseItems(disclosure: Disclosure): readonly StatedItem[] {
  const year = disclosure.year ?? 0;
  return disclosure.narrative.flatMap((sentence) => [
    ...sentence.figures.map((figure) => figureItem(sentence, figure, year)),
    ...wordItems(sentence, year),
  ]);
}

function figureItem(sentence: NarrativeSentence, stated: ProseFigure, year: number): StatedItem {
  const { figure, refersTo, derived } = stated;
  const direction = stated.direction === undefined ? "" : ` ${stated.direction}`;
  return {
    key: `${sentence.template} ${addressKey(refersTo)} ${derived ?? ""}`,
    kind: "figure",
    where: sentence.section,
    what: `${factLabel(refersTo, year)}${DERIVED[derived ?? ""] ?? ""}`,
    value: printedOf(figure),
    meaning: `${meaningOf(figure)}${direction}`,
    place: figure.place,
  };
}

function wordItems(sentence: NarrativeSentence, year: number): readonly StatedItem[] {
  return sentence.words
    .filter(({ slot }) => slot in WORDS)
    .map(({ slot, text, refersTo, place }) => ({
      key: `${sentence.template} ${slot} ${refersTo === null ? "" : addressKey(refersTo)}`,
      kind: "sentence",
      where: sentence.section,
      what: `${refersTo === null ? "" : factLabel(refersTo, year)}${WORDS[slot] ?? ""}`,
      value: text,
      meaning: plain(text),
      place,
    }));
}
