// The published JSON form of a disclosure (CONTRACT §3; schemas/disclosure.schema.json). What the contract
// does not name is added beside it, so that reading back loses nothing.

import type { Problem } from "../document/document.ts";
import type {
  Alteration,
  Disclosure,
  DisclosureKind,
  OrganizationName,
  RemovedText,
  UnitType,
} from "./disclosure.ts";
import { departmentFromJson, departmentToJson } from "./json/department.ts";
import { evaluationFromJson, evaluationToJson } from "./json/evaluations.ts";
import type { Field, JsonObject } from "./json/fields.ts";
import {
  JsonFault,
  at,
  integerOrNull,
  isNone,
  itemsOf,
  textOf,
  textOr,
  textOrNull,
  wordOf,
} from "./json/fields.ts";
import { sentenceFromJson, sentenceToJson, unclaimedFromJson, unclaimedToJson } from "./json/narrative.ts";
import { placeFromJson, placeToJson } from "./json/places.ts";
import { sectionFromJson, sectionToJson } from "./json/sections.ts";
import { tableFromJson, tableToJson } from "./json/tables.ts";

export type { JsonObject } from "./json/fields.ts";

/** Name and version of the JSON form. */
export const DISCLOSURE_SCHEMA = "jueming/disclosure/1";

const KINDS: readonly DisclosureKind[] = ["final-accounts", "project-evaluations", "department-evaluation"];
const UNIT_TYPES: readonly UnitType[] = ["administrative", "civil-service-like", "institution", "mixed"];
const REMOVAL_REASONS = ["watermark", "page-number", "running-header", "instruction", "handwriting"] as const;

/** A disclosure as the JSON that `jueming read` prints. */
export function toDisclosureJson(disclosure: Disclosure): JsonObject {
  const { source, region, department, unit } = disclosure;
  return {
    schema: DISCLOSURE_SCHEMA,
    source,
    kind: disclosure.kind,
    title: disclosure.title,
    year: disclosure.year,
    moneyUnit: disclosure.moneyUnit,
    region: { code: region.code, name: region.name, edition: region.edition },
    department: { code: department.code, name: department.name },
    unit: { code: unit.code, name: unit.name, type: unit.type },
    tables: disclosure.tables.map((table) => tableToJson(table, source)),
    evaluations: disclosure.evaluations.map((evaluation) => evaluationToJson(evaluation, source)),
    departmentEvaluation:
      disclosure.departmentEvaluation === null
        ? null
        : departmentToJson(disclosure.departmentEvaluation, source),
    narrative: disclosure.narrative.map((sentence) => sentenceToJson(sentence, source)),
    unclaimed: disclosure.unclaimed.map((figure) => unclaimedToJson(figure, source)),
    problems: disclosure.problems.map((problem) => problemToJson(problem, source)),
    outline: disclosure.outline.map((section) => sectionToJson(section, source)),
    removed: disclosure.removed.map((removed) => ({ ...removed, place: placeToJson(removed.place, source) })),
    alterations:
      disclosure.alterations?.map((alteration) => ({
        ...alteration,
        place: placeToJson(alteration.place, source),
      })) ?? null,
    unitNames: disclosure.unitNames.map(({ text, place }) => ({ text, place: placeToJson(place, source) })),
  };
}

function problemToJson(problem: Problem, source: string): JsonObject {
  return { code: problem.code, message: problem.message, place: placeToJson(problem.place, source) };
}

/** DisclosureReading: the disclosure, or what is wrong with the JSON and where, in Chinese. */
export type DisclosureReading =
  | { readonly ok: true; readonly disclosure: Disclosure }
  | { readonly ok: false; readonly reason: "not-a-disclosure" | "damaged"; readonly message: string };

/** Reads the JSON form back; never throws on account of the JSON. */
export function fromDisclosureJson(json: unknown): DisclosureReading {
  const field: Field = { value: json, path: "" };
  try {
    const schema =
      typeof json === "object" && json !== null && !Array.isArray(json) ? at(field, "schema").value : null;
    if (schema !== DISCLOSURE_SCHEMA) {
      const message = `这份 JSON 不是决明的公开材料（schema 应为 ${DISCLOSURE_SCHEMA}）。请使用 jueming read --format json 的输出。`;
      return { ok: false, reason: "not-a-disclosure", message };
    }
    return { ok: true, disclosure: disclosureFromJson(field) };
  } catch (fault) {
    if (!(fault instanceof JsonFault)) throw fault;
    return {
      ok: false,
      reason: "damaged",
      message: `JSON 的内容与约定的格式不符：${fault.message}。请重新导出。`,
    };
  }
}

function disclosureFromJson(field: Field): Disclosure {
  const source = textOf(at(field, "source"));
  const department = at(field, "departmentEvaluation");
  return {
    source,
    kind: wordOf(at(field, "kind"), KINDS),
    title: textOr(at(field, "title"), ""),
    year: integerOrNull(at(field, "year")),
    moneyUnit: textOf(at(field, "moneyUnit")),
    region: regionFromJson(at(field, "region")),
    department: organizationFromJson(at(field, "department")),
    unit: { ...organizationFromJson(at(field, "unit")), type: unitTypeFromJson(at(field, "unit")) },
    tables: itemsOf(at(field, "tables")).map((table) => tableFromJson(table, source)),
    evaluations: itemsOf(at(field, "evaluations")).map((evaluation) =>
      evaluationFromJson(evaluation, source),
    ),
    departmentEvaluation: isNone(department) ? null : departmentFromJson(department, source),
    narrative: itemsOf(at(field, "narrative")).map((sentence) => sentenceFromJson(sentence, source)),
    unclaimed: itemsOf(at(field, "unclaimed")).map(unclaimedFromJson),
    problems: itemsOf(at(field, "problems")).map(problemFromJson),
    outline: itemsOf(at(field, "outline")).map((section) => sectionFromJson(section)),
    removed: itemsOf(at(field, "removed")).map(removedFromJson),
    alterations: isNone(at(field, "alterations"))
      ? null
      : itemsOf(at(field, "alterations")).map(alterationFromJson),
    unitNames: itemsOf(at(field, "unitNames")).map((name) => ({
      text: textOf(at(name, "text")),
      place: placeFromJson(at(name, "place")),
    })),
  };
}

function regionFromJson(field: Field): Disclosure["region"] {
  return {
    code: textOrNull(at(field, "code")),
    name: textOrNull(at(field, "name")),
    edition: textOf(at(field, "edition")),
  };
}

function organizationFromJson(field: Field): OrganizationName {
  return { code: textOrNull(at(field, "code")), name: textOrNull(at(field, "name")) };
}

function unitTypeFromJson(field: Field): UnitType | null {
  const type = at(field, "type");
  return isNone(type) ? null : wordOf(type, UNIT_TYPES);
}

function alterationFromJson(field: Field): Alteration {
  return {
    where: textOf(at(field, "where")),
    what: textOf(at(field, "what")),
    from: textOrNull(at(field, "from")),
    to: textOrNull(at(field, "to")),
    place: placeFromJson(at(field, "place")),
  };
}

function problemFromJson(field: Field): Problem {
  return {
    code: textOf(at(field, "code")),
    message: textOf(at(field, "message")),
    place: placeFromJson(at(field, "place")),
  };
}

function removedFromJson(field: Field): RemovedText {
  return {
    reason: wordOf(at(field, "reason"), REMOVAL_REASONS),
    text: textOf(at(field, "text")),
    place: placeFromJson(at(field, "place")),
  };
}
