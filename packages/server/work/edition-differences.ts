// What a province's edition has that the national one has not, or says differently, told from the descriptions.

import type { Edition } from "@jueming/core/regions/edition.ts";
import { nationalEdition } from "@jueming/core/regions/index.ts";
import type { EntryPlan } from "@jueming/pipeline/report-entries/entry-plan.ts";

import type { EditionDifferences } from "../contract/editions.ts";
import type { ReportKind } from "../contract/report-states.ts";
import { formOf } from "./report-material.ts";

type EntrySheet = EntryPlan["sheets"][number];
type SheetDifference = EditionDifferences["sheets"][number];

/** Compares an edition with the nation's. */
export function differencesFromNation(edition: Edition, kind: ReportKind): EditionDifferences {
  const { name, note, basis } = edition;
  const isLocal = edition.id !== nationalEdition.id;
  const [own, national] = [edition, nationalEdition].map(({ id }) => formOf(id, kind).plan);
  return {
    name,
    note,
    basis: [...basis],
    isLocal,
    general: isLocal ? generalDifferences(edition) : [],
    sheets: own === undefined || national === undefined ? [] : sheetDifferences(own, national),
  };
}

/** Sheets are of one concept where most of what is filled in is the same, whatever they are called. */
function sheetDifferences(own: EntryPlan, national: EntryPlan): SheetDifference[] {
  const partners = new Map(own.sheets.map((sheet) => [sheet, partnerOf(sheet, national.sheets)]));
  const known = new Set(partners.values());
  return [
    ...[...partners].flatMap(([sheet, partner]) => differenceOf(sheet, partner)),
    ...national.sheets
      .filter((sheet) => !known.has(sheet))
      .map(({ name }) => ({ sheet: null, national: name, added: [], missing: [] })),
  ];
}

function partnerOf(sheet: EntrySheet, candidates: readonly EntrySheet[]): EntrySheet | undefined {
  const keys = keysOf(sheet);
  const likeness = (other: EntrySheet): number => keysOf(other).intersection(keys).size;
  const [best] = candidates.toSorted((a, b) => likeness(b) - likeness(a));
  const isSame = best !== undefined && (likeness(best) > 0 || best.name === sheet.name);
  return isSame ? best : candidates.find(({ name }) => name === sheet.name);
}

const keysOf = ({ fields, lists }: EntrySheet): Set<string> =>
  new Set([
    ...fields.map(({ key }) => key),
    ...lists.flatMap(({ key, columns }) => columns.map((column) => `${key} ${column.name}`)),
  ]);

function differenceOf(sheet: EntrySheet, partner: EntrySheet | undefined): readonly SheetDifference[] {
  if (partner === undefined) return [{ sheet: sheet.name, national: null, added: [], missing: [] }];
  const added = beyond(sheet, partner);
  const missing = beyond(partner, sheet);
  if (added.length === 0 && missing.length === 0 && sheet.name === partner.name) return [];
  return [{ sheet: sheet.name, national: partner.name, added, missing }];
}

/** Ordinals before the lines of a table: 二十四、 moves with every line that is added before it. */
const ORDINAL = /^[一二三四五六七八九十]+$/u;

/** What a sheet prints or asks for that another does not. */
function beyond(sheet: EntrySheet, other: EntrySheet): string[] {
  const [words, known] = [wordsOf(sheet), wordsOf(other)];
  const keys = keysOf(other);
  const fields = sheet.fields.filter(({ key, computed }) => !computed && !keys.has(key));
  const isTold = (label: string): boolean => [...words].some((word) => label.includes(word));
  const added = words.difference(known);
  return [...added, ...fields.map(({ label }) => label).filter((label) => !isTold(label))];
}

/** The words that a form prints, without the names of its tables. */
const wordsOf = ({ cells, lists }: EntrySheet): Set<string> =>
  new Set(
    [
      ...cells.filter(({ look }) => look === "head" || look === "label").map(({ text }) => text),
      ...lists.flatMap(({ columns }) => columns.map(({ title }) => title)),
    ]
      .map((text) => text.replaceAll(/\s+/gu, ""))
      .filter((text) => text !== "" && !ORDINAL.test(text)),
  );

/** Of the report as a whole. */
function generalDifferences(edition: Edition): EditionDifferences["general"] {
  const national = nationalEdition;
  return [
    ...sentenceDifferences(edition),
    ...edition.evaluations
      .filter(({ id }) => !national.evaluations.some((one) => one.id === id))
      .map(({ title }) => ({ about: "绩效自评表", text: `采用本地表式“${title}”` })),
    ...(edition.scoring.id === national.scoring.id
      ? []
      : edition.scoring.sources
          .filter((one) => !national.scoring.sources.includes(one))
          .map(({ about, source }) => ({ about: "评分规则", text: `${about}（${source}）` }))),
    ...(edition.departmentReport === national.departmentReport || edition.departmentReport === null
      ? []
      : [{ about: "部门整体自评", text: "本地有自己的部门整体支出绩效自评报告格式" }]),
    ...(edition.report === national.report
      ? []
      : [{ about: "报告顺序", text: edition.report.map((part) => part.name).join("、") }]),
  ];
}

function sentenceDifferences({ sentences }: Edition): EditionDifferences["general"] {
  const known = new Map(nationalEdition.sentences.map((one) => [one.id, one]));
  const own = new Set(sentences.map(({ id }) => id));
  const changed = sentences.filter((one) => known.has(one.id) && known.get(one.id) !== one).length;
  const added = sentences.filter(({ id }) => !known.has(id)).length;
  const missing = nationalEdition.sentences.filter(({ id }) => !own.has(id)).length;
  const parts = [
    changed === 0 ? "" : `${changed} 句措辞不同`,
    added === 0 ? "" : `另有 ${added} 句全国版式没有`,
    missing === 0 ? "" : `全国版式的 ${missing} 句没有采用`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? [] : [{ about: "情况说明的句子", text: parts.join("，") }];
}
