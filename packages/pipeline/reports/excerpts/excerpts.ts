// Chooses what to show of a document beside a finding: what stands at the places of its operands,
// and the cells that it names.

import type { Finding, Operand } from "@jueming/core/checks/finding.ts";
import type { Place } from "@jueming/core/document/document.ts";
import { halfWidthText } from "@jueming/core/figures/normalize.ts";

import type { Excerpt, FindingExcerpts } from "./excerpt.ts";
import type { ExcerptIndex, GridSpot } from "./excerpt-index.ts";
import { gridExcerpt } from "./grid-excerpt.ts";
import { passageExcerpt } from "./passage-excerpt.ts";
import type { Passage } from "./passages.ts";
import type { PrintedCell, PrintedGrid } from "./printed-grid.ts";

/** ExcerptSource: where to look for what a finding rests on. */
export interface ExcerptSource {
  /** The index of the document that a place belongs to; null where it is not at hand. */
  readonly at: (place: Place) => ExcerptIndex | null;
  /** The index whose cells the keys of the finding name; null for findings on several documents. */
  readonly own: ExcerptIndex | null;
}

/** Hit: a row or cell of a grid, or words in a passage. */
type Hit =
  | { readonly kind: "spot"; readonly spot: GridSpot }
  | { readonly kind: "words"; readonly passage: Passage; readonly words: string };

const EXCERPTS_SHOWN = 3;

/** The pieces of the documents that a finding rests on. */
export function excerptsOf(finding: Finding, source: ExcerptSource): FindingExcerpts {
  const named = finding.cells.flatMap((key) => source.own?.cellOf(key) ?? []);
  const hits = [
    ...finding.operands.flatMap((operand) => operandHits(operand, source.at(operand.place), named)),
    ...named.map((spot) => ({ kind: "spot", spot }) as const),
  ];
  const some = hits.length > 0 ? hits : looseHits(finding.operands, source);
  const excerpts = groupsOf(some).map(excerptOfGroup);
  return {
    shown: excerpts.slice(0, EXCERPTS_SHOWN),
    leftOut: Math.max(0, excerpts.length - EXCERPTS_SHOWN),
  };
}

/** The best that is found for an operand: its figure in a cell or a sentence, else what stands there. */
function operandHits(
  operand: Operand,
  index: ExcerptIndex | null,
  named: readonly GridSpot[],
): readonly Hit[] {
  if (index === null) return [];
  const { place } = operand;
  const rows = index.rowsAt(place);
  const words = operand.value ?? "";
  const inWords = (passages: readonly Passage[]): readonly Hit[] =>
    passages.map((passage) => ({ kind: "words", passage, words }));
  const texts = index.textsAt(place);
  const sentences = index.sentencesAt(place);
  const choices: readonly (() => readonly Hit[])[] = [
    () => rows.flatMap((spot) => cellHits(spot, operand, named)),
    () => inWords(sentences.filter((sentence) => statesFigure(sentence, operand)).slice(0, 1)),
    () => inWords(texts.filter(({ text }) => words !== "" && text.includes(words)).slice(0, 1)),
    () => rows.slice(0, 1).map((spot) => ({ kind: "spot", spot })),
    () => inWords(sentences.slice(0, 1)),
  ];
  for (const choose of choices) {
    const hits = choose();
    if (hits.length > 0) return hits;
  }
  return [];
}

/** Where nothing prints what the finding says: all rows of what begins there, else the words. */
function looseHits(operands: readonly Operand[], source: ExcerptSource): readonly Hit[] {
  const wholes = operands.flatMap(({ place }) => source.at(place)?.wholeAt(place) ?? []);
  if (wholes.length > 0) return [...new Set(wholes)].map((spot) => ({ kind: "spot", spot }));
  return operands.flatMap(({ place, value }) => {
    const passages = source.at(place)?.textsAt(place).slice(0, 1) ?? [];
    return passages.map((passage) => ({ kind: "words", passage, words: value ?? "" }) as const);
  });
}

/** Cells of a row that print the operand: the named ones, else those whose header its label names, else all. */
function cellHits(spot: GridSpot, operand: Operand, named: readonly GridSpot[]): readonly Hit[] {
  const { grid, row } = spot;
  const printed = grid.rows[row]?.cells ?? [];
  const columns = printed.flatMap((cell, column) => (prints(cell, operand.value) ? [column] : []));
  const inNamed = columns.filter((column) =>
    named.some((one) => one.grid === grid && one.row === row && one.column === column),
  );
  const inLabel = columns.filter((column) => {
    const header = grid.header[column] ?? "";
    return column >= grid.labels && header !== "" && operand.label.includes(header);
  });
  const chosen = [inNamed, inLabel, columns].find((some) => some.length > 0) ?? [];
  return chosen.map((column) => ({ kind: "spot", spot: { grid, row, column } }));
}

function prints({ text, figure }: PrintedCell, value: string | null): boolean {
  if (value === null || value === "") return false;
  return figure?.value === value || comparable(text) === comparable(value);
}

function statesFigure({ figures }: Passage, { value }: Operand): boolean {
  if (value === null) return false;
  return figures.some(({ figure }) => figure.value === value || comparable(figure.raw) === comparable(value));
}

function comparable(text: string): string {
  return halfWidthText(text).replaceAll(/[\s,]/gu, "");
}

type Group =
  | { readonly kind: "grid"; readonly grid: PrintedGrid; readonly spots: GridSpot[] }
  | { readonly kind: "passage"; readonly passage: Passage; readonly words: string[] };

/** One group for each grid and each passage, in the order in which the finding names them. */
function groupsOf(hits: readonly Hit[]): readonly Group[] {
  const groups = new Map<PrintedGrid | string, Group>();
  for (const hit of hits) {
    if (hit.kind === "spot") {
      const known = groups.get(hit.spot.grid);
      if (known?.kind === "grid") known.spots.push(hit.spot);
      else groups.set(hit.spot.grid, { kind: "grid", grid: hit.spot.grid, spots: [hit.spot] });
    } else {
      const known = groups.get(hit.passage.text);
      if (known?.kind === "passage") known.words.push(hit.words);
      else groups.set(hit.passage.text, { kind: "passage", passage: hit.passage, words: [hit.words] });
    }
  }
  return [...groups.values()];
}

function excerptOfGroup(group: Group): Excerpt {
  return group.kind === "grid"
    ? gridExcerpt(group.grid, group.spots)
    : passageExcerpt(group.passage, group.words);
}
