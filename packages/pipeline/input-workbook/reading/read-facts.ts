// Figures and words besides the tables: entries of the sentences that need them.

import type { NarrativeSentence, ProseFigure, ProseWords } from "@jueming/core/disclosure/disclosure.ts";
import type { Section } from "@jueming/core/document/section.ts";
import { withRow } from "@jueming/core/sentences/template.ts";
import { findUnit } from "@jueming/core/figures/unit.ts";

import type { EntryTarget } from "../entry-sheet.ts";
import type { FilledCell } from "./filled-cells.ts";
import type { FilledRow, InputReading } from "./input-reading.ts";
import { fieldsOf, figureIn, rowsOf, textOf, unitOf } from "./input-reading.ts";
import { codeOf } from "./read-tables.ts";
import type { Place } from "@jueming/core/document/document.ts";

type FactTarget = Extract<EntryTarget, { readonly kind: "fact" }>;
type WordsTarget = Extract<EntryTarget, { readonly kind: "words" }>;

interface Said {
  readonly template: string;
  readonly section: string;
  readonly figures: readonly ProseFigure[];
  readonly words: readonly ProseWords[];
  readonly place: Place;
}

/** One entry for each sentence of which something was filled in. */
export function readNarrative(reading: InputReading): readonly NarrativeSentence[] {
  const said = [...singleEntries(reading), ...codeEntries(reading)];
  const byTemplate = Map.groupBy(said, ({ template }) => template);
  return [...byTemplate.values()].flatMap((parts): readonly NarrativeSentence[] => {
    const [first] = parts;
    if (first === undefined) return [];
    return [
      {
        section: first.section,
        evaluation: null,
        template: first.template,
        sentence: "",
        figures: parts.flatMap(({ figures }) => figures),
        words: parts.flatMap(({ words }) => words),
        place: first.place,
      },
    ];
  });
}

function singleEntries(reading: InputReading): readonly Said[] {
  const facts = fieldsOf(reading, "fact").flatMap(({ target, cell, place }) =>
    factSaid(reading, target, cell, place),
  );
  const words = fieldsOf(reading, "words").flatMap(({ target, cell, place }) =>
    wordsSaid(target, cell, place),
  );
  return [...facts, ...words];
}

function factSaid(
  reading: InputReading,
  target: FactTarget,
  cell: FilledCell | undefined,
  place: Place,
): readonly Said[] {
  const isMoney = findUnit(target.unit)?.dimension === "money";
  const unit = unitOf(reading, isMoney ? "money" : target.unit === "%" ? "percent" : "count", target.unit);
  const figure = figureIn(reading, cell, place, unit);
  if (figure.kind === "blank") return [];
  const { address: refersTo, derived, template, section } = target;
  return [{ template, section, figures: [{ figure, refersTo, derived }], words: [], place }];
}

function wordsSaid(target: WordsTarget, cell: FilledCell | undefined, place: Place): readonly Said[] {
  const text = textOf(cell);
  if (text === null) return [];
  const { slot, about, template, section } = target;
  const clean = text.replace(/[。；;，,]+$/u, "");
  return [{ template, section, figures: [], words: [{ slot, text: clean, refersTo: about, place }], place }];
}

/** Entries of the sheets by code; "$row" becomes the code. */
function codeEntries(reading: InputReading): readonly Said[] {
  return reading.plan.sheets.flatMap((sheet) =>
    sheet.lists
      .filter(({ kind }) => kind === "code-facts")
      .flatMap((list) => {
        const filled = list.columns.filter(({ name }) => name !== "name").map(({ name }) => name);
        const isFilled = (row: FilledRow): boolean => filled.some((name) => textOf(row.cells[name]) !== null);
        return rowsOf(reading, sheet, list, isFilled).flatMap((row) => {
          const code = codeOf(reading, row);
          if (code === null) return [];
          return Object.entries(list.targets).flatMap(([name, target]) =>
            targetSaid(reading, atCode(target, code), row.cells[name], row.placeOf(name)),
          );
        });
      }),
  );
}

function targetSaid(
  reading: InputReading,
  target: EntryTarget,
  cell: FilledCell | undefined,
  place: Place,
): readonly Said[] {
  if (target.kind === "fact") return factSaid(reading, target, cell, place);
  return target.kind === "words" ? wordsSaid(target, cell, place) : [];
}

function atCode(target: EntryTarget, code: string): EntryTarget {
  if (target.kind === "fact") return { ...target, address: withRow(target.address, code) };
  if (target.kind !== "words" || target.about === null) return target;
  return { ...target, about: withRow(target.about, code) };
}

/** The unit's own texts as an outline of their headings. */
export function readOwnTexts(reading: InputReading): readonly Section[] {
  const roots: MutableSection[] = [];
  for (const { target, cell, place } of fieldsOf(reading, "own-text")) {
    const text = textOf(cell);
    if (text === null) continue;
    let siblings = roots;
    let last: MutableSection | undefined;
    for (const [level, heading] of target.path.entries()) {
      last = siblings.find((one) => one.heading === heading);
      if (last === undefined) {
        last = { number: null, heading, level: level + 1, paragraphs: [], children: [], place };
        siblings.push(last);
      }
      siblings = last.children;
    }
    for (const line of text.split("\n").filter((one) => one.trim() !== "")) {
      last?.paragraphs.push({ text: line.trim(), place, pieces: [{ offset: 0, place }] });
    }
  }
  return roots;
}

interface MutableSection extends Section {
  readonly paragraphs: Section["paragraphs"][number][];
  readonly children: MutableSection[];
}
