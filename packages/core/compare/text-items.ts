// The unit's own paragraphs as items to compare, section by section; sentences with figures are compared by
// their figures, so that a figure is not told twice.

import type { Disclosure } from "../disclosure/disclosure.ts";
import type { Section } from "../document/section.ts";
import type { StatedItem } from "./difference.ts";
import { plain } from "./stated-value.ts";

export function textItems({ outline, narrative }: Disclosure): readonly StatedItem[] {
  const claimed = narrative.map(({ sentence }) => plain(sentence)).filter((text) => text !== "");
  return outline.flatMap((section) => sectionItems(section, claimed));
}

function sectionItems(section: Section, claimed: readonly string[]): readonly StatedItem[] {
  const heading = plain(section.heading);
  const own = section.paragraphs
    .filter(({ text }) => {
      const words = plain(text);
      return words !== "" && !claimed.some((sentence) => words.includes(sentence));
    })
    .map(({ text, place }): StatedItem => ({
      key: `${heading} ${plain(text)}`,
      kind: "text",
      where: section.heading,
      what: "文字",
      value: text,
      meaning: plain(text),
      place,
    }));
  return [...own, ...section.children.flatMap((child) => sectionItems(child, claimed))];
}
