// The sentences in which a report states an item of its point system: the figures it rests on, the rate that
// follows, its points and its score. They follow from the point system, so that writing, entering, reading and
// checking know the same figures.

import type { PointSystem, SystemItem } from "../evaluation/point-system/point-system.ts";
import { inputsIn, quantitiesOf } from "../evaluation/point-system/point-system.ts";
import type { InputName } from "../evaluation/point-system/system-inputs.ts";
import { INPUTS, isInputName } from "../evaluation/point-system/system-inputs.ts";
import type { Part, SentenceTemplate } from "../sentences/template.ts";
import { count, formRate, money, percent, points, t } from "../sentences/template.ts";
import { inputAddress, itemAddress } from "./input-addresses.ts";

/** The id of the sentence on the nth item, from 0. */
const itemSentenceId = (index: number): string => `department-item-${index + 1}`;

/** ItemHeading: the heading under which a report speaks of an item. */
export type ItemHeading = (item: SystemItem) => string;

/** The sentences on the items of a point system. */
export function itemSentences(system: PointSystem, headingOf: ItemHeading): readonly SentenceTemplate[] {
  return system.items.map((item, index) => ({
    id: itemSentenceId(index),
    scope: "department-evaluation",
    sections: [headingOf(item)],
    parts: itemParts(item),
  }));
}

/** The ids of the sentences under a heading. */
export function itemSentencesUnder(
  heading: string,
  system: PointSystem,
  headingOf: ItemHeading,
): readonly string[] {
  return system.items.flatMap((item, index) => (headingOf(item) === heading ? [itemSentenceId(index)] : []));
}

/** The inputs that an item's prose states, in the order of its formula. */
export function inputsOfItem({ formula, caps }: SystemItem): readonly InputName[] {
  const quantities = [...quantitiesOf(formula), ...caps.map(({ of }) => of)];
  return [...new Set(quantities.flatMap(inputsIn).filter(isInputName))];
}

function itemParts(item: SystemItem): readonly Part[] {
  const measured = item.measure === null ? [] : t`${item.measure}${percent(itemAddress(item, "result"))}，`;
  return [
    ...inputsOfItem(item).flatMap((name) => t`${INPUTS[name].label}${figureOf(name)}，`),
    ...measured,
    ...t`本项分值${points(itemAddress(item, "points"))}，自评得分${points(itemAddress(item, "score"))}。`,
  ];
}

function figureOf(name: InputName): Part {
  const { unit } = INPUTS[name];
  const address = inputAddress(name);
  if (unit === "万元") return money(address);
  return unit === "%" ? formRate(address) : count(address, unit);
}
