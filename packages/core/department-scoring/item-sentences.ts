// The sentences in which a report states an item of its point system: the figures it rests on, the rate that
// follows, its points and its score. They follow from the point system, so that writing, entering, reading and
// checking know the same figures.

import type { PointSystem, SystemItem } from "../evaluation/point-system/point-system.ts";
import { inputsIn, quantitiesOf, statusLine } from "../evaluation/point-system/point-system.ts";
import type { InputName } from "../evaluation/point-system/system-inputs.ts";
import { INPUTS, isInputName } from "../evaluation/point-system/system-inputs.ts";
import type { Part, SentenceTemplate } from "../sentences/template.ts";
import { count, formRate, money, percent, points, t } from "../sentences/template.ts";
import { inputAddress, itemAddress } from "./input-addresses.ts";

/** The id of the sentence on the nth item, from 0. */
const itemSentenceId = (index: number): string => `department-item-${index + 1}`;

/** ItemHeading: the heading under which a report speaks of an item. */
export type ItemHeading = (item: SystemItem) => string;

/** The id of the sentence that says where the points come from. */
export const STATUS_SENTENCE = "department-system-status";

/** The sentences on the items of a point system, and one under `statusHeading` on where its points come from. */
export function itemSentences(
  system: PointSystem,
  headingOf: ItemHeading,
  statusHeading: string,
): readonly SentenceTemplate[] {
  const status: SentenceTemplate = {
    id: STATUS_SENTENCE,
    scope: "department-evaluation",
    sections: [statusHeading],
    parts: t`${statusLine(system)}。`,
  };
  const ofItems = system.items.map((item, index): SentenceTemplate => ({
    id: itemSentenceId(index),
    scope: "department-evaluation",
    sections: [headingOf(item)],
    parts: itemParts(item),
  }));
  return [status, ...ofItems];
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
  const figures = inputsOfItem(item).map((name) => t`${INPUTS[name].label}${figureOf(name)}`);
  const rate = item.measure === null ? [] : [t`${item.measure}${percent(itemAddress(item, "result"))}`];
  const told = [...figures, ...rate].flatMap((parts, at) => (at === 0 ? parts : t`，${parts}`));
  const score = t`本项分值${points(itemAddress(item, "points"))}，自评得分${points(itemAddress(item, "score"))}。`;
  return told.length === 0 ? score : t`${told}。${score}`;
}

function figureOf(name: InputName): Part {
  const { unit } = INPUTS[name];
  const address = inputAddress(name);
  if (unit === "万元") return money(address);
  return unit === "%" ? formRate(address) : count(address, unit);
}
