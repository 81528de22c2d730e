// What is still required before a report can be written, at the cells in which it is typed, and how far each sheet
// and part has come. It is what writing calls missing, so that the two never disagree.

import { missingWords } from "@jueming/core/compose/blocks.ts";
import { compose } from "@jueming/core/compose/compose.ts";
import { departmentFactLabel } from "@jueming/core/compose/evaluations/department-facts.ts";
import { DUE } from "@jueming/core/compose/explanation/given-words.ts";
import { factLabel } from "@jueming/core/compose/fact-label.ts";
import type { FactAddress } from "@jueming/core/disclosure/address.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { withRow } from "@jueming/core/sentences/template.ts";

import type { EntryTarget } from "../input-workbook/entry-sheet.ts";
import { ownTextsIn, ownTextsOf } from "../input-workbook/text-sheet.ts";
import { disclosureOfEntries } from "./disclosure-of-entries.ts";
import type { EntryForm, FormList } from "./entry-form.ts";
import type { EntrySpot } from "./entry-places.ts";
import type { Entries, EntryRow } from "./entry-plan.ts";

/** MissingEntry (待填写): what writing asks for, and where it is typed; null where no cell is for it. */
export interface MissingEntry {
  readonly text: string;
  readonly sheet: string | null;
  readonly spot: EntrySpot | null;
}

/** Progress (填报进度): of a sheet or a part of the report. */
export interface Progress {
  readonly name: string;
  readonly required: number;
  readonly filled: number;
}

/** EntryProblems: what is still to be filled in. */
export interface EntryProblems {
  readonly missing: readonly MissingEntry[];
  readonly sheets: readonly Progress[];
  readonly parts: readonly Progress[];
}

/** What the entries still lack, where last year's report says the rest. */
export function entryProblems(
  form: EntryForm,
  entries: Entries,
  prior: Disclosure | null = null,
): EntryProblems {
  const { disclosure } = disclosureOfEntries(form, entries, "");
  const written = compose({ disclosure, edition: form.edition, prior, budget: null });
  const spots = spotsByWords(form, entries, disclosure);
  const missing = [
    ...unfilledIdentity(form, entries),
    ...written.missing.map((text) => missingEntry(form, entries, text, spots)),
  ];
  const sheets = form.plan.sheets.map((sheet) => {
    const filled = sheet.fields.filter(({ required, key }) => required && isTyped(entries, key)).length;
    const lacking = new Set(
      missing.filter((one) => one.sheet === sheet.name).map(({ text, spot }) => JSON.stringify(spot ?? text)),
    );
    return { part: sheet.part, name: sheet.name, filled, required: filled + lacking.size };
  });
  const parts = [...Map.groupBy(sheets, ({ part }) => part)].map(([name, own]) => ({
    name,
    filled: own.reduce((sum, { filled }) => sum + filled, 0),
    required: own.reduce((sum, { required }) => sum + required, 0),
  }));
  return { missing, parts, sheets: sheets.map(({ name, filled, required }) => ({ name, filled, required })) };
}

const isTyped = ({ fields }: Entries, key: string): boolean => (fields[key] ?? "").trim() !== "";

/** The unit's name and year stand on every page; writing names only the year. */
function unfilledIdentity(form: EntryForm, entries: Entries): readonly MissingEntry[] {
  return [...form.fields.values()]
    .filter(({ target, shown }) => target?.kind === "identity" && shown.required)
    .filter(({ shown }) => !isTyped(entries, shown.key))
    .map(({ shown, sheet }) => ({ text: shown.label, sheet, spot: { kind: "field", key: shown.key } }));
}

type Spots = ReadonlyMap<string, EntrySpot>;

/** Where what is missing is typed, by the words that stand for it. */
function spotsByWords(form: EntryForm, entries: Entries, { year }: Disclosure): Spots {
  const spots = new Map<string, EntrySpot>([["年度", { kind: "field", key: "identity:year" }]]);
  const add = (words: string, spot: EntrySpot): void => {
    if (!spots.has(words)) spots.set(words, spot);
  };
  const texts = aboutOfTexts(form);
  for (const { target, shown } of form.fields.values()) {
    const spot: EntrySpot = { kind: "field", key: shown.key };
    for (const words of target === null ? [] : wordsFor(target, year ?? 0, texts)) add(words, spot);
  }
  for (const list of form.lists.values()) {
    if (list.source.kind !== "code-facts") continue;
    const rows = new Map((entries.lists[list.key] ?? []).map((row) => [row.cells["code"] ?? "", row]));
    for (const code of codesOf(form, entries, list)) {
      for (const [name, target] of Object.entries(list.source.targets)) {
        for (const words of wordsFor(atCode(target, code), year ?? 0, texts))
          add(words, spotIn(list, rows.get(code), name));
      }
    }
  }
  return spots;
}

const spotIn = (list: FormList, row: EntryRow | undefined, column: string): EntrySpot =>
  row === undefined
    ? { kind: "sheet", sheet: list.sheet }
    : { kind: "cell", list: list.key, row: row.id, column };

/** Codes that the table or its list by code has, and those above them. */
function codesOf(form: EntryForm, entries: Entries, { key, source }: FormList): ReadonlySet<string> {
  const lists = [key, `accounts:${source.concept}`].filter((one) => form.lists.has(one));
  const typed = lists.flatMap((one) => (entries.lists[one] ?? []).map(({ cells }) => cells["code"] ?? ""));
  return new Set(
    typed.filter((code) => code !== "").flatMap((code) => [code, code.slice(0, 5), code.slice(0, 3)]),
  );
}

function atCode(target: EntryTarget, code: string): EntryTarget {
  if (target.kind === "fact") return { ...target, address: withRow(target.address, code) };
  if (target.kind !== "words" || target.about === null) return target;
  return { ...target, about: withRow(target.about, code) };
}

const plain = ({ period: _period, stage: _stage, ...address }: FactAddress): FactAddress => address;

/** The words that stand in a document for what a field states. */
function wordsFor(target: EntryTarget, year: number, texts: ReadonlyMap<string, string>): readonly string[] {
  switch (target.kind) {
    case "fact":
      return [factLabel(target.address, year), departmentFactLabel(target.address, year)];
    case "cell": {
      const [kind, value = ""] = target.row.split(":");
      const row =
        kind === "line" ? { line: value } : kind === "code" ? { code: value === "" ? null : value } : {};
      return [factLabel({ concept: target.concept, ...row, column: target.column }, year)];
    }
    case "words":
      return target.about === null ? [] : [`${factLabel(plain(target.about), year)}的${DUE[target.slot]}`];
    case "own-text":
      return [texts.get(target.path.join("/")) ?? ""].filter((words) => words !== "");
    case "department":
      return target.field === "grade" ? ["绩效等级"] : target.field === "goal" ? ["年度总体目标"] : [];
    case "identity":
      return [];
  }
}

/** What the unit's own texts are to say, by their path. */
function aboutOfTexts({ edition, input }: EntryForm): ReadonlyMap<string, string> {
  const report = input.department?.report;
  const own =
    report === undefined
      ? ownTextsOf(edition)
      : ownTextsIn([{ name: report.title, title: [], contents: report.sections }], []);
  return new Map(own.map(({ path, about }) => [path.join("/"), about]));
}

const WORDS = new RegExp(`${missingWords("(.+)")}$`, "u");

function missingEntry(form: EntryForm, entries: Entries, text: string, spots: Spots): MissingEntry {
  const words = WORDS.exec(text)?.[1] ?? "";
  const spot = spots.get(words) ?? projectSpot(form, entries, text, words);
  return { text, spot, sheet: spot === null ? null : sheetOf(form, spot) };
}

/** What a project lacks stands under its name: in its own row, in the column whose title is asked for. */
function projectSpot(form: EntryForm, entries: Entries, text: string, words: string): EntrySpot | null {
  const list = form.lists.get("projects");
  const rows = entries.lists["projects"] ?? [];
  const row = rows.find(({ cells }) => (cells["name"] ?? "") !== "" && text.startsWith(cells["name"] ?? ""));
  if (list === undefined || row === undefined) return null;
  const column = list.shown.columns.find(({ title }) => words !== "" && title.includes(words))?.name ?? null;
  return { kind: "cell", list: list.key, row: row.id, column };
}

function sheetOf(form: EntryForm, spot: EntrySpot): string | null {
  if (spot.kind === "sheet") return spot.sheet;
  const found = spot.kind === "field" ? form.fields.get(spot.key) : form.lists.get(spot.list);
  return found?.sheet ?? null;
}
