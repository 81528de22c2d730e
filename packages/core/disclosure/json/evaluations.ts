// Project self-evaluations in JSON (CONTRACT §3, `evaluations`).

import type { Place } from "../../document/document.ts";
import type { StatedText } from "../../document/stated-text.ts";
import type {
  EvaluationText,
  FundingField,
  FundingRow,
  Indicator,
  IndicatorValue,
  ProjectEvaluation,
} from "../../evaluation/project-evaluation.ts";
import { EVALUATION_TEXTS, FUNDING_FIELDS } from "../../evaluation/project-evaluation.ts";
import type { CellValue } from "../../figures/figure.ts";
import { PERCENT, findUnit } from "../../figures/unit.ts";
import type { Field, JsonObject, JsonValue } from "./fields.ts";
import {
  JsonFault,
  at,
  integerOf,
  integerOrNull,
  isNone,
  isTrue,
  itemsOf,
  textOf,
  textOr,
  textOrNull,
  wordOf,
} from "./fields.ts";
import { placeFromJson, placeToJson, samePlace, statedTextFromJson, statedTexts } from "./places.ts";
import type { Setting } from "./values.ts";
import { plainFromJson, plainToJson } from "./values.ts";

const FUND_SOURCES = [
  "total",
  "appropriation",
  "local",
  "carryover",
  "fiscal-account",
  "unit",
  "other",
] as const;
const COMPARATORS = ["=", "≥", ">", "≤", "<"] as const;
const SCORES = ["indicatorScore", "fundingScore", "totalScore", "totalPoints"] as const;
const BOXES = ["goal", "achievement", "grade", "department", "unit"] as const;

export function evaluationToJson(evaluation: ProjectEvaluation, source: string): JsonObject {
  const { place, span } = evaluation;
  const setting: Setting = { source, place, unit: null };
  const boxes = statedTexts(pick(evaluation, BOXES), place, source);
  const texts = statedTexts(evaluation.text, place, source);
  const scores = plainToJson(pick(evaluation, SCORES), () => setting);
  return {
    name: evaluation.name,
    code: evaluation.code,
    moneyUnit: evaluation.moneyUnit,
    funding: evaluation.funding.map((row) => fundingToJson(row, evaluation.moneyUnit, source)),
    goal: boxes.texts["goal"],
    achievement: boxes.texts["achievement"],
    indicators: evaluation.indicators.map((indicator) => indicatorToJson(indicator, source)),
    indicatorScore: scores.values["indicatorScore"],
    fundingScore: scores.values["fundingScore"],
    totalScore: scores.values["totalScore"],
    grade: gradeToJson(evaluation.grade, boxes.texts["grade"]),
    text: texts.texts,
    totalPoints: scores.values["totalPoints"],
    levelPoints: evaluation.levelPoints.map((level) => {
      const points = plainToJson({ points: level.points }, () => ({
        source,
        place: level.place,
        unit: null,
      }));
      return {
        level1: level.level1,
        ...points.values,
        printed: points.printed,
        place: placeToJson(level.place, source),
      };
    }),
    department: boxes.texts["department"],
    unit: boxes.texts["unit"],
    year: evaluation.year,
    layout: evaluation.layout,
    printed: scores.printed,
    places: boxes.places,
    textPlaces: texts.places,
    place: placeToJson(place, source),
    span,
  };
}

/** A grade that is none of the form's words was printed and cannot be read. */
function gradeToJson(grade: ProjectEvaluation["grade"], text: JsonValue | undefined): JsonValue | undefined {
  return grade?.unreadable === true ? { raw: grade.text, unreadable: true } : text;
}

function pick<Source, Name extends keyof Source>(from: Source, names: readonly Name[]): Pick<Source, Name> {
  // Every name of the list is put in, which fromEntries cannot say.
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<Source, Name>;
}

function fundingSetting(row: Place, moneyUnit: string, source: string): (name: string) => Setting {
  const money = findUnit(moneyUnit) ?? null;
  const units: Readonly<Record<string, Setting["unit"]>> = { rate: PERCENT, points: null, score: null };
  return (name) => ({ source, place: row, unit: name in units ? (units[name] ?? null) : money });
}

function fundingToJson(row: FundingRow, moneyUnit: string, source: string): JsonObject {
  const fields = plainToJson(row.fields, fundingSetting(row.place, moneyUnit, source));
  const reason = statedTexts({ reason: row.reason }, row.place, source);
  return {
    source: row.source,
    name: row.name,
    ...fields.values,
    ...reason.texts,
    printed: fields.printed,
    places: reason.places,
    place: placeToJson(row.place, source),
  };
}

/** One indicator; department evaluations use the same form. */
export function indicatorToJson(indicator: Indicator, source: string): JsonObject {
  const { place } = indicator;
  const scores = plainToJson({ points: indicator.points, score: indicator.score }, () => ({
    source,
    place,
    unit: null,
  }));
  const reason = statedTexts({ reason: indicator.reason }, place, source);
  return {
    level1: indicator.level1,
    level2: indicator.level2,
    name: indicator.name,
    target: indicatorValueToJson(indicator.target, place, source),
    initialTarget: indicatorValueToJson(indicator.initialTarget, place, source),
    actual: indicatorValueToJson(indicator.actual, place, source),
    ...scores.values,
    ...reason.texts,
    doubtful: indicator.doubtful ? true : undefined,
    printed: scores.printed,
    places: reason.places,
    place: placeToJson(place, source),
  };
}

function indicatorValueToJson(value: IndicatorValue | null, own: Place, source: string): JsonObject | null {
  if (value === null) return null;
  const place = samePlace(value.place, own) ? undefined : placeToJson(value.place, source);
  const unreadable = value.unreadable ? true : undefined;
  return {
    raw: value.raw,
    comparator: value.comparator,
    value: value.value,
    unit: value.unit,
    unreadable,
    place,
  };
}

export function evaluationFromJson(field: Field, source: string): ProjectEvaluation {
  const place = placeFromJson(at(field, "place"));
  const moneyUnit = textOf(at(field, "moneyUnit"));
  const stated = (name: string): StatedText | null =>
    statedTextFromJson(at(field, name), inside(field, "places", name), place);
  const plain = (name: string): CellValue | null =>
    plainFromJson(at(field, name), inside(field, "printed", name), { source, place, unit: null });
  const text = EVALUATION_TEXTS.map((name) => [
    name,
    statedTextFromJson(inside(field, "text", name), inside(field, "textPlaces", name), place),
  ]);
  return {
    name: textOf(at(field, "name")),
    code: textOrNull(at(field, "code")),
    moneyUnit,
    layout: textOr(at(field, "layout"), ""),
    funding: itemsOf(at(field, "funding")).map((row) => fundingFromJson(row, moneyUnit, { place, source })),
    goal: stated("goal"),
    achievement: stated("achievement"),
    indicators: itemsOf(at(field, "indicators")).map((row) => indicatorFromJson(row, { place, source })),
    levelPoints: itemsOf(at(field, "levelPoints")).map((level) =>
      levelPointsFromJson(level, { place, source }),
    ),
    indicatorScore: plain("indicatorScore"),
    fundingScore: plain("fundingScore"),
    totalScore: plain("totalScore"),
    totalPoints: plain("totalPoints"),
    grade: gradeFromJson(at(field, "grade"), inside(field, "places", "grade"), place),
    // One entry for each name of the list, which fromEntries cannot say.
    text: Object.fromEntries(text) as Record<EvaluationText, StatedText | null>,
    department: stated("department"),
    unit: stated("unit"),
    year: integerOrNull(at(field, "year")),
    place,
    span: spanFromJson(at(field, "span")),
  };
}

function gradeFromJson(grade: Field, where: Field, own: Place): ProjectEvaluation["grade"] {
  if (isNone(grade) || typeof grade.value !== "object") return statedTextFromJson(grade, where, own);
  return { text: textOf(at(grade, "raw")), place: placeFromJson(where, own), unreadable: true };
}

/** Owner: what a row inherits where it says nothing itself. */
interface Owner {
  readonly place: Place;
  readonly source: string;
}

/** A field of an object that itself may be absent. */
function inside(field: Field, name: string, inner: string): Field {
  const outer = at(field, name);
  return isNone(outer) ? { value: undefined, path: `${outer.path}.${inner}` } : at(outer, inner);
}

function fundingFromJson(field: Field, moneyUnit: string, owner: Owner): FundingRow {
  const place = placeFromJson(at(field, "place"), owner.place);
  const settingOf = fundingSetting(place, moneyUnit, owner.source);
  const fields = FUNDING_FIELDS.map((name) => [
    name,
    plainFromJson(at(field, name), inside(field, "printed", name), settingOf(name)),
  ]);
  return {
    source: wordOf(at(field, "source"), FUND_SOURCES),
    name: textOf(at(field, "name")),
    // One entry for each name of the list, which fromEntries cannot say.
    fields: Object.fromEntries(fields) as Record<FundingField, CellValue | null>,
    reason: statedTextFromJson(at(field, "reason"), inside(field, "places", "reason"), place),
    place,
  };
}

export function indicatorFromJson(field: Field, owner: Owner): Indicator {
  const place = placeFromJson(at(field, "place"), owner.place);
  const plain = (name: string): CellValue | null =>
    plainFromJson(at(field, name), inside(field, "printed", name), {
      source: owner.source,
      place,
      unit: null,
    });
  return {
    level1: textOf(at(field, "level1")),
    level2: textOf(at(field, "level2")),
    name: textOf(at(field, "name")),
    target: indicatorValueFromJson(at(field, "target"), place),
    initialTarget: indicatorValueFromJson(at(field, "initialTarget"), place),
    actual: indicatorValueFromJson(at(field, "actual"), place),
    points: plain("points"),
    score: plain("score"),
    reason: statedTextFromJson(at(field, "reason"), inside(field, "places", "reason"), place),
    place,
    doubtful: isTrue(at(field, "doubtful")),
  };
}

function indicatorValueFromJson(field: Field, own: Place): IndicatorValue | null {
  if (isNone(field)) return null;
  const comparator = at(field, "comparator");
  return {
    raw: textOf(at(field, "raw")),
    comparator: isNone(comparator) ? null : wordOf(comparator, COMPARATORS),
    value: textOrNull(at(field, "value")),
    unit: textOrNull(at(field, "unit")),
    unreadable: isTrue(at(field, "unreadable")),
    place: placeFromJson(at(field, "place"), own),
  };
}

function levelPointsFromJson(field: Field, owner: Owner): ProjectEvaluation["levelPoints"][number] {
  const place = placeFromJson(at(field, "place"), owner.place);
  const setting: Setting = { source: owner.source, place, unit: null };
  const points = plainFromJson(at(field, "points"), inside(field, "printed", "points"), setting);
  if (points === null) throw new JsonFault(`${field.path}.points`, "缺少分值");
  return { level1: textOf(at(field, "level1")), points, place };
}

function spanFromJson(field: Field): readonly [number, number] | null {
  if (isNone(field)) return null;
  const [first, last] = itemsOf(field).map(integerOf);
  if (first === undefined || last === undefined) throw new JsonFault(field.path, "应为首行和末行两个整数");
  return [first, last];
}
