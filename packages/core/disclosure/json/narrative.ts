// Sentences of prose, the facts their figures state, and figures no sentence claimed, in JSON.

import type { Place } from "../../document/document.ts";
import type { Derivation, FactAddress } from "../address.ts";
import type { NarrativeSentence, ProseFigure, ProseWords, UnclaimedFigure } from "../disclosure.ts";
import type { Field, JsonObject } from "./fields.ts";
import {
  JsonFault,
  at,
  integerOf,
  integerOrNull,
  isNone,
  itemsOf,
  textOf,
  textOr,
  wordOf,
} from "./fields.ts";
import { placeFromJson, placeToJson } from "./places.ts";
import { figureFromJson } from "./values.ts";

const DERIVATIONS = ["share", "change", "changeRate", "completion", "count"] as const;
const SLOTS = ["reason", "use", "items", "no-data", "same", "direction"] as const;

export function sentenceToJson(sentence: NarrativeSentence, source: string): JsonObject {
  return {
    section: sentence.section,
    evaluation: sentence.evaluation,
    sentence: sentence.sentence,
    figures: sentence.figures.map((figure) => proseFigureToJson(figure, source)),
    template: sentence.template,
    words: sentence.words.map((words) => ({
      slot: words.slot,
      text: words.text,
      refersTo: words.refersTo === null ? null : addressToJson(words.refersTo),
      place: placeToJson(words.place, source),
    })),
    place: placeToJson(sentence.place, source),
  };
}

function proseFigureToJson(prose: ProseFigure, source: string): JsonObject {
  const { figure } = prose;
  const isFigure = figure.kind === "figure";
  const raw = isFigure && figure.raw === plainRaw(figure.value, figure.unit?.name) ? undefined : figure.raw;
  return {
    value: isFigure ? figure.value : undefined,
    unit: isFigure ? (figure.unit?.name ?? null) : undefined,
    raw,
    unreadable: isFigure ? undefined : true,
    proposal: isFigure ? undefined : figure.proposal,
    doubt: isFigure ? figure.doubt : undefined,
    refersTo: addressToJson(prose.refersTo),
    derived: prose.derived,
    direction: prose.direction,
    directionWord: prose.directionWord,
    place: placeToJson(figure.place, source),
  };
}

/** What prose prints of a figure when nothing else is said: "77.25万元". */
function plainRaw(value: string, unit: string | undefined): string {
  return `${value}${unit ?? ""}`;
}

/** The address in one order of its parts, so that the same fact is always written the same. */
function addressToJson({
  concept,
  line,
  code,
  column,
  period,
  stage,
  evaluation,
  field,
}: FactAddress): JsonObject {
  return { concept, line, code, column, period, stage, evaluation, field };
}

export function sentenceFromJson(field: Field, source: string): NarrativeSentence {
  const place = placeFromJson(at(field, "place"));
  return {
    section: textOf(at(field, "section")),
    evaluation: integerOrNull(at(field, "evaluation")),
    template: textOr(at(field, "template"), ""),
    sentence: textOf(at(field, "sentence")),
    figures: itemsOf(at(field, "figures")).map((figure) => proseFigureFromJson(figure, place, source)),
    words: itemsOf(at(field, "words")).map((words) => proseWordsFromJson(words, place)),
    place,
  };
}

function proseFigureFromJson(field: Field, own: Place, source: string): ProseFigure {
  const derived = at(field, "derived");
  const direction = at(field, "direction");
  const word = at(field, "directionWord");
  return {
    figure: proseNumberFromJson(field, own, source),
    refersTo: addressFromJson(at(field, "refersTo")),
    derived: derivationFromJson(derived),
    ...(isNone(direction) ? {} : { direction: signOf(direction) }),
    ...(isNone(word) ? {} : { directionWord: textOf(word) }),
  };
}

function proseNumberFromJson(field: Field, own: Place, source: string): ProseFigure["figure"] {
  const figure = figureFromJson(field, at(field, "value"), { source, place: own, unit: null });
  if (figure.kind === "unreadable" || !isNone(at(field, "raw"))) return figure;
  return { ...figure, raw: plainRaw(figure.value, figure.unit?.name) };
}

function derivationFromJson(field: Field): Derivation {
  return isNone(field) ? null : wordOf(field, DERIVATIONS);
}

function signOf(field: Field): 1 | -1 | 0 {
  const sign = integerOf(field);
  if (sign !== 1 && sign !== -1 && sign !== 0) throw new JsonFault(field.path, "应为 1、-1 或 0");
  return sign;
}

function proseWordsFromJson(field: Field, own: Place): ProseWords {
  const refersTo = at(field, "refersTo");
  return {
    slot: wordOf(at(field, "slot"), SLOTS),
    text: textOf(at(field, "text")),
    refersTo: isNone(refersTo) ? null : addressFromJson(refersTo),
    place: placeFromJson(at(field, "place"), own),
  };
}

function addressFromJson(field: Field): FactAddress {
  const address: { -readonly [Name in keyof FactAddress]: FactAddress[Name] } = {
    concept: textOf(at(field, "concept")),
  };
  for (const name of ["line", "column", "field"] as const) {
    const part = at(field, name);
    if (!isNone(part)) address[name] = textOf(part);
  }
  const code = at(field, "code");
  // Here null is a value of its own: the total row.
  if (code.value !== undefined) address.code = code.value === null ? null : textOf(code);
  const evaluation = at(field, "evaluation");
  if (!isNone(evaluation)) address.evaluation = integerOf(evaluation);
  const period = at(field, "period");
  if (!isNone(period) && wordOf(period, ["prior", "current"]) === "prior") address.period = "prior";
  const stage = at(field, "stage");
  if (!isNone(stage) && wordOf(stage, ["initial", "final"]) === "initial") address.stage = "initial";
  return address;
}

export function unclaimedToJson(unclaimed: UnclaimedFigure, source: string): JsonObject {
  const { raw, section, evaluation, place } = unclaimed;
  return { raw, section, evaluation, place: placeToJson(place, source) };
}

export function unclaimedFromJson(field: Field): UnclaimedFigure {
  return {
    raw: textOf(at(field, "raw")),
    section: textOr(at(field, "section"), ""),
    evaluation: integerOrNull(at(field, "evaluation")),
    place: placeFromJson(at(field, "place")),
  };
}
