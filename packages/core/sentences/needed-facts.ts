// What a sentence needs besides the tables: last year's figures, the initial budget, figures that only prose
// states, and the unit's own words. It follows from the description that writes and reads the sentence.

import type { Derivation, FactAddress } from "../disclosure/address.ts";
import { addressKey } from "../disclosure/address.ts";
import type { Unit } from "../figures/unit.ts";
import { factOfRow, figureOpened } from "./spoken-of.ts";
import type { Expression, FreeSlot, Part, RowName, RowSet, SentenceTemplate } from "./template.ts";
import { derivationOf, operandsOf, withRow } from "./template.ts";

/** NeededFigure: a fact that someone must give; "$row" stands in it where `rows` is not null. */
export interface NeededFigure {
  readonly address: FactAddress;
  /** How a report that states the fact itself would bind it. */
  readonly derived: Derivation;
  readonly unit: Unit;
  /** The classification whose codes the fact runs over, when they are not a fixed list. */
  readonly rows: RowSet | null;
  /** Words of the sentence right before the figure, and the name of its row in a fixed list. */
  readonly words: string;
}

/** NeededWords: a reason, a use or a list of items, about a fact. */
export interface NeededWords {
  readonly slot: FreeSlot;
  readonly about: FactAddress | null;
  readonly rows: RowSet | null;
  readonly words: string;
}

/** SentenceNeeds: all that one sentence needs. */
export interface SentenceNeeds {
  readonly figures: readonly NeededFigure[];
  readonly words: readonly NeededWords[];
}

interface Walk {
  readonly figures: Map<string, NeededFigure>;
  readonly words: Map<string, NeededWords>;
  readonly isPrinted: (address: FactAddress) => boolean;
  about: FactAddress | null;
  /** Literal words since the last figure. */
  before: string;
}

interface Inside {
  /** The classification that is run over, or the row of a fixed list. */
  readonly rows: RowSet | null;
  readonly row: RowName | null;
}

/** The needs of a sentence; `isPrinted` says which facts the tables state. */
export function needsOf(
  template: SentenceTemplate,
  isPrinted: (address: FactAddress) => boolean,
): SentenceNeeds {
  const walk: Walk = { figures: new Map(), words: new Map(), isPrinted, about: null, before: "" };
  walkParts(template.parts, walk, { rows: null, row: null });
  return { figures: [...walk.figures.values()], words: [...walk.words.values()] };
}

function walkParts(parts: readonly Part[], walk: Walk, inside: Inside): void {
  for (const [index, part] of parts.entries()) {
    const opened = figureOpened(parts, index);
    if (opened !== undefined) walk.about = filled(opened.expression.of, inside);
    walkPart(part, walk, inside);
  }
}

function walkPart(part: Part, walk: Walk, inside: Inside): void {
  switch (part.kind) {
    case "words":
      walk.before += part.alternatives[0] ?? "";
      return;
    case "figure":
      addFigure(part.expression, part.unit, walk, inside);
      return;
    case "mark":
      walk.about = filled(part.base ?? part.of, inside);
      return;
    case "free":
      addWords(part.slot, walk, inside);
      return;
    case "optional":
      if (part.when.kind !== "never") walkParts(part.parts, walk, inside);
      return;
    case "choice":
      for (const { when, parts } of part.alternatives) {
        if (when.kind !== "never") walkParts(parts, walk, inside);
      }
      return;
    case "each":
      if (part.when.kind === "never") return;
      if (part.rows.kind === "list") {
        for (const row of part.rows.rows) {
          if (row.onlyRead !== true) walkRow(part.parts, walk, { rows: null, row });
        }
      } else {
        walkRow(part.parts, walk, { rows: part.rows, row: null });
      }
      return;
    default:
  }
}

function walkRow(parts: readonly Part[], walk: Walk, inside: Inside): void {
  const fact = factOfRow(parts);
  if (fact !== undefined) walk.about = filled(fact, inside);
  walkParts(parts, walk, inside);
}

const filled = (address: FactAddress, { row }: Inside): FactAddress =>
  row === null ? address : withRow(address, row.key);

function addFigure(expression: Expression, unit: Unit, walk: Walk, inside: Inside): void {
  const words = `${inside.row?.names[0] ?? ""}${lastClause(walk.before)}`;
  const derived = derivationOf(expression);
  for (const operand of operandsOf(expression)) {
    const address = filled(operand, inside);
    if (walk.isPrinted(address) || walk.figures.has(addressKey(address))) continue;
    const isItself = addressKey(operand) === addressKey(expression.of);
    walk.figures.set(addressKey(address), {
      address,
      derived: isItself && derived === "count" ? "count" : null,
      unit,
      rows: inside.rows,
      words,
    });
  }
  walk.about = filled(expression.of, inside);
  walk.before = "";
}

function addWords(slot: FreeSlot, walk: Walk, inside: Inside): void {
  const key = `${slot}|${walk.about === null ? "" : addressKey(walk.about)}`;
  if (walk.words.has(key)) return;
  const words = inside.row?.names[0] ?? "";
  walk.words.set(key, { slot, about: walk.about, rows: inside.rows, words });
}

/** The clause that leads to a figure. */
function lastClause(words: string): string {
  const clauses = words.split(/[，。；、：\n]/u).map((clause) => clause.replace(/^[（）\d\s]+/u, ""));
  return clauses.findLast((clause) => clause !== "") ?? "";
}
