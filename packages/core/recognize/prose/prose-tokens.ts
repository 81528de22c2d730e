// What a section's prose says, as a row of tokens: figures, and marks (持平, 大于, 无此项收支) that stand where
// a figure could, each with the words on both sides.

import type { Place } from "../../document/document.ts";
import type { Section, SectionParagraph } from "../../document/section.ts";
import type { FoundFigure } from "../../figures/find-figures.ts";
import { findFigures } from "../../figures/find-figures.ts";
import { COMPARE_WORDS, SAME_WORDS } from "../../sentences/plain-words.ts";
import type { MarkKind } from "../../sentences/template.ts";

/** ProseToken: a figure or a mark in the running text of a section. */
export interface ProseToken {
  readonly figure: FoundFigure | null;
  readonly mark: MarkKind | null;
  /** Index of the paragraph in its section, and where the token stands in it. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** Printed words since the token before, and up to the next one. */
  readonly left: string;
  readonly right: string;
}

interface Spot {
  readonly start: number;
  readonly end: number;
  readonly figure: FoundFigure | null;
  readonly mark: MarkKind | null;
}

const SAME = new RegExp(SAME_WORDS.toSorted((a, b) => b.length - a.length).join("|"), "gu");
const COMPARE = new RegExp(`(?:${COMPARE_WORDS.join("|")})(?=[^，。；]{0,12}(?:预算|决算))`, "gu");
const NO_DATA =
  /(?:无|没有|未发生|未安排|不涉及)[^，。；：、\d]{0,30}?(?:收支|支出|收入|收入和支出|费用|数据)(?=[^\p{Script=Han}]|$)/gu;

/** Cuts the prose of one section into tokens. The heading counts as words before the first of them. */
export function tokensOf(section: Section): readonly ProseToken[] {
  const tokens: ProseToken[] = [];
  let carried = `${section.heading}。`;
  section.paragraphs.forEach((paragraph, index) => {
    const spots = spotsOf(paragraph.text);
    let from = 0;
    spots.forEach((spot, at) => {
      const left = carried + paragraph.text.slice(from, spot.start);
      const right = paragraph.text.slice(spot.end, spots[at + 1]?.start);
      tokens.push({ ...spot, paragraph: index, left, right });
      carried = "";
      from = spot.end;
    });
    carried += `${paragraph.text.slice(from)}。`;
  });
  return tokens;
}

function spotsOf(text: string): readonly Spot[] {
  const figures = findFigures(text)
    .filter(({ role }) => role === "figure")
    .map((figure): Spot => ({
      start: figure.offset,
      end: figure.offset + figure.length,
      figure,
      mark: null,
    }));
  const marks = (
    [
      [SAME, "same"],
      [COMPARE, "compare"],
      [NO_DATA, "no-data"],
    ] as const
  ).flatMap(([pattern, mark]) =>
    [...text.matchAll(pattern)].map((match): Spot => ({
      start: match.index,
      end: match.index + match[0].length,
      figure: null,
      mark,
    })),
  );
  const taken = new Uint8Array(text.length);
  for (const { start, end } of figures) taken.fill(1, start, end);
  const apart = marks.filter(({ start, end }) => {
    const isFree = !taken.subarray(start, end).includes(1);
    taken.fill(1, start, end);
    return isFree;
  });
  return [...figures, ...apart].toSorted((a, b) => a.start - b.start);
}

/** Where an offset of a joined paragraph stood in the document. */
export function placeAt(paragraph: SectionParagraph, offset: number): Place {
  const { pieces } = paragraph;
  // The first piece that begins after the offset, by halving: a paragraph may have thousands.
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1]?.place ?? paragraph.place;
}
