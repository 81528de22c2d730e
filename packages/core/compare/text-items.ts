// The unit's own paragraphs as items to compare, section by section; sentences with figures are compared by
// their figures, so that a figure is not told twice.

import type { Disclosure } from "../disclosure/disclosure.ts";
import type { Section } from "../document/section.ts";
import type { StatedItem } from "./difference.ts";
import { plain } from "./stated-value.ts";

/** A line of the contents, which follow from the headings. */
const CONTENTS_LINE = /[.…·]{4,}\s*\d+\s*$/u;

/** The paragraphs of all sections; what stands before the first heading is the cover. */
export function textItems({ outline, narrative }: Disclosure): readonly StatedItem[] {
  const claimed = narrative.map(({ sentence }) => plain(sentence)).filter((text) => text !== "");
  // The contents page repeats the headings, with page numbers that every version has its own of.
  const body = outline.filter(({ heading }) => !/^目录$/u.test(plain(heading)));
  const told = body.length > 1 ? body.filter(({ heading }) => heading !== "") : body;
  return told.flatMap((section) => sectionItems(section, claimed));
}

function sectionItems(section: Section, claimed: readonly string[]): readonly StatedItem[] {
  const heading = plain(section.heading);
  const own = section.paragraphs
    .filter(({ text }) => {
      const words = plain(text);
      return (
        words !== "" && !CONTENTS_LINE.test(text) && !claimed.some((sentence) => words.includes(sentence))
      );
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
