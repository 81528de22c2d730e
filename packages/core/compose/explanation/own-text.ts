// The unit's own paragraphs under a heading: what it wrote besides the sentences that are written anew.

import type { Disclosure, NarrativeSentence } from "../../disclosure/disclosure.ts";
import type { Section } from "../../document/section.ts";

/** A heading without number, blanks and punctuation, so that print does not part what belongs together. */
const headingCore = (heading: string): string => heading.replace(/[^\p{L}\p{N}]/gu, "");

/** The section of a disclosure's outline under one of these headings. */
export function findSection(outline: readonly Section[], headings: readonly string[]): Section | undefined {
  const cores = headings.map(headingCore);
  for (const section of outline) {
    const core = headingCore(section.heading);
    if (core !== "" && cores.some((one) => core === one || core.endsWith(one))) return section;
    const below = findSection(section.children, headings);
    if (below !== undefined) return below;
  }
  return undefined;
}

/** A paragraph of the unit's own, with the level of heading it stands under in its section; 0 is none. */
interface OwnParagraph {
  readonly kind: "heading" | "text";
  readonly depth: number;
  readonly text: string;
}

/** All that stands in a section and below it, in order. */
function textsBelow(section: Section, depth = 1): readonly OwnParagraph[] {
  return [
    ...section.paragraphs.map(({ text }): OwnParagraph => ({ kind: "text", depth, text })),
    ...section.children.flatMap((child): readonly OwnParagraph[] => [
      { kind: "heading", depth, text: headingOf(child) },
      ...textsBelow(child, depth + 1),
    ]),
  ];
}

const headingOf = ({ number, heading }: Section): string =>
  number === null ? heading : /^\d/u.test(number) ? `${number}.${heading}` : `${number}、${heading}`;

/** The paragraphs of the unit's own under one of these headings, as they are written again. */
export function ownTextsUnder(
  headings: readonly string[],
  disclosure: Disclosure,
  written: ReadonlySet<string>,
): readonly string[] {
  const section = findSection(disclosure.outline, headings);
  if (section === undefined) return [];
  return [...wordsLeft(section, disclosure, written), ...section.children.flatMap(textsOfChild)];
}

/** A numbered item of the unit's own list: its heading opens its first paragraph, as units print it. */
function textsOfChild(child: Section): readonly string[] {
  const title = child.number === null ? child.heading : `${child.number}、${child.heading}`;
  const [first, ...rest] = textsBelow(child).map(({ text }) => text);
  return first === undefined ? [title] : [`${title}。${first}`, ...rest];
}

/** Words of a section that no written sentence says again. */
export function wordsLeft(
  section: Section,
  { narrative, outline }: Disclosure,
  written: ReadonlySet<string>,
): readonly string[] {
  const said = narrative.filter(
    ({ evaluation, template, sentence }) =>
      evaluation === null &&
      written.has(template) &&
      // A fact that was entered and not read from prose has no sentence.
      sentence !== "" &&
      section.paragraphs.some(({ text }) => text.includes(sentence)),
  );
  if (said.length === 0) return section.paragraphs.map(({ text }) => text);
  const titles = new Set(headingsOf(outline));
  return section.paragraphs
    .map(({ text }) => withoutSentences(text, said, titles))
    .filter((text) => text !== "");
}

const headingsOf = (sections: readonly Section[]): readonly string[] =>
  sections.flatMap(({ heading, children }) => [headingCore(heading), ...headingsOf(children)]);

/** What remains of a paragraph: whole sentences, never the rest of one. */
function withoutSentences(
  text: string,
  said: readonly NarrativeSentence[],
  titles: ReadonlySet<string>,
): string {
  const sentences = text.split(/(?<=[。！？])/u);
  const isSaid = (sentence: string): boolean =>
    said.some((one) => isPartOf(sentence.trim(), one.sentence) || saysWords(sentence, one));
  const left = sentences.filter(
    (sentence) => sentence.trim() !== "" && !isSaid(sentence) && !isLeadIn(sentence, titles),
  );
  return left.join("").trim();
}

/** Shorter words stand in many sentences by chance. */
const SHORT = 4;

const isPartOf = (sentence: string, said: string): boolean =>
  sentence === said ||
  (sentence.length >= SHORT && said.includes(sentence)) ||
  (said !== "" && sentence.includes(said));

/** How many characters may stand about a reason in a sentence of its own. */
const ABOUT_WORDS = 24;

const saysWords = (sentence: string, { words }: NarrativeSentence): boolean =>
  words.some(
    ({ text }) =>
      text.length >= SHORT && sentence.includes(text) && sentence.length < text.length + ABOUT_WORDS,
  );

/** The name of a 项 before its figures, a heading run into its paragraph, or words before a list. */
const ITEM_TITLE = /^(?:\d+[、.．]|（\d+）)?[^，；：]*（项）。?$/u;

const isLeadIn = (sentence: string, titles: ReadonlySet<string>): boolean =>
  ITEM_TITLE.test(sentence.trim()) ||
  sentence.trimEnd().endsWith("：") ||
  titles.has(headingCore(sentence.replace(/^（[^）]+）|^[^、]{1,3}、/u, "")));
