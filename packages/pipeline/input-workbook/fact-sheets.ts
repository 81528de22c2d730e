// What the sentences of an edition need besides the tables, as sheets to fill in: last year's and initially
// budgeted figures, figures that only prose states, figures by code, reasons and uses.

import { findConcept } from "@jueming/core/accounts/concepts.ts";
import type { FactAddress } from "@jueming/core/disclosure/address.ts";
import { addressKey } from "@jueming/core/disclosure/address.ts";
import { departmentFactName } from "@jueming/core/compose/evaluations/department-facts.ts";
import { narrativeFieldName } from "@jueming/core/disclosure/narrative-fields.ts";
import { figureId } from "@jueming/core/disclosure/figure-id.ts";
import type { TableLayout } from "@jueming/core/forms/layout.ts";
import { sectionsOf } from "@jueming/core/forms/report-outline.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";
import type { NeededFigure, NeededWords, SentenceNeeds } from "@jueming/core/sentences/needed-facts.ts";
import { needsOf } from "@jueming/core/sentences/needed-facts.ts";
import type { FreeSlot, SentenceTemplate } from "@jueming/core/sentences/template.ts";

import { MONEY_UNIT_CELL } from "./identity-sheet.ts";
import type { EntryKind, EntrySheet, EntryTarget } from "./entry-sheet.ts";
import { SheetDraft } from "./entry-sheet.ts";

/** SentenceEntry: a sentence of the report with the heading under which it stands, and its needs. */
export interface SentenceEntry {
  readonly template: SentenceTemplate;
  readonly section: string;
  readonly needs: SentenceNeeds;
}

/** The sentences that the edition writes, in the order of its report. */
export function sentenceEntries(edition: Edition): readonly SentenceEntry[] {
  const isPrinted = ({ concept, column, period, stage }: FactAddress): boolean =>
    period === undefined &&
    stage === undefined &&
    edition.tables.some((layout) => layout.concept === concept && printsColumn(layout, column));
  return sectionsOf(edition.report).flatMap(({ headings, contents }) =>
    contents.flatMap((content): readonly SentenceEntry[] => {
      const template =
        content.kind === "sentence" ? edition.sentences.find(({ id }) => id === content.id) : undefined;
      return template === undefined
        ? []
        : [{ template, section: headings[0] ?? "", needs: needsOf(template, isPrinted) }];
    }),
  );
}

/** A column that only other places print is asked for besides the table. */
const printsColumn = ({ sides }: TableLayout, column: string | undefined): boolean =>
  column === undefined || sides.some(({ figures }) => figures.some((one) => one.column === column));

export const SLOT_WORDS: Readonly<Record<FreeSlot, string>> = {
  reason: "主要原因",
  use: "用途",
  items: "主要包括",
};

const plain = ({ period: _period, stage: _stage, ...address }: FactAddress): FactAddress => address;

/** What a needed figure is called, by its sentence's own words where no table has it. */
function neededName({ address, words }: NeededFigure): string {
  const when = address.period === "prior" ? "上年" : "";
  if (address.concept === "department-evaluation") return `${when}${departmentFactName(address) ?? words}`;
  const name = factName(plain(address), words);
  return `${when}${name}${address.stage === "initial" ? "（年初预算数）" : ""}`;
}

/** What a fact is called: the table, and the line or column of it. */
export function factName(address: FactAddress, words: string): string {
  const concept = findConcept(address.concept);
  if (concept === undefined) return narrativeFieldName(address.field) ?? words;
  const line = concept.lines.find((one) => one.line === address.line)?.name;
  const column = concept.columns.find((one) => one.id === address.column)?.name;
  const side = concept.lines.find((one) => one.line === address.line)?.side;
  const sideWord = side === "income" ? "收入" : side === "expenditure" ? "支出" : "";
  const row = line ?? (address.code === null ? "合计" : address.code === undefined ? "" : address.code);
  const parts = [
    concept.title,
    line === undefined ? "" : sideWord + row,
    line === undefined ? row : "",
    column,
  ];
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}

const entryOf = (unit: string): EntryKind =>
  unit === "万元" || unit === "元" ? "money" : unit === "%" ? "percent" : "count";

function factTarget(entry: SentenceEntry, needed: NeededFigure): EntryTarget {
  return {
    kind: "fact",
    address: needed.address,
    derived: needed.derived,
    unit: needed.unit.name,
    template: entry.template.id,
    section: entry.section,
  };
}

interface NeededEntry {
  readonly entry: SentenceEntry;
  readonly needed: NeededFigure;
}

/** Every needed figure once, of the sentence that needs it first. */
function figuresOf(entries: readonly SentenceEntry[]): readonly NeededEntry[] {
  const known = new Map<string, NeededEntry>();
  for (const entry of entries) {
    for (const needed of entry.needs.figures) {
      const key = addressKey(needed.address);
      if (!known.has(key)) known.set(key, { entry, needed });
    }
  }
  return [...known.values()];
}

const MONEY_FORMAT = "#,##0.00####";

/** 上年数和年初预算数. */
export function priorSheet(entries: readonly SentenceEntry[]): EntrySheet {
  const draft = new SheetDraft("上年数和年初预算数");
  draft.show(1, 1, "title", "上年决算数和年初预算数");
  draft.merge(1, 1, 1, 6);
  draft.show(
    2,
    1,
    "note",
    "按上年公开的决算和年初批复的预算填写；文字说明中的增减额、增减率、完成率由此计算。",
  );
  draft.merge(2, 1, 2, 5);
  draft.show(2, 6, "note", "", { formula: `"金额单位："&${MONEY_UNIT_CELL}` });
  for (const [index, text] of [
    "序号",
    "所在章节",
    "项目",
    "上年决算数",
    "年初预算数",
    "计量单位",
  ].entries()) {
    draft.show(3, index + 1, "head", text);
  }
  const needed = figuresOf(entries).filter(
    ({ needed: { rows, address } }) => rows === null && isOther(address),
  );
  const byFact = Map.groupBy(needed, ({ needed: { address } }) => addressKey(plain(address)));
  let row = 3;
  for (const group of byFact.values()) {
    const [first] = group;
    if (first === undefined) continue;
    row += 1;
    addPriorRow(draft, row, group, first);
  }
  return draft.finish([8, 40, 58, 18, 18, 10], 3, true);
}

/** Facts of another year or stage. */
const isOther = ({ period, stage }: FactAddress): boolean => period !== undefined || stage !== undefined;

function addPriorRow(
  draft: SheetDraft,
  row: number,
  group: readonly NeededEntry[],
  first: NeededEntry,
): void {
  const key = String(row - 3);
  const found = draft.key(1, key);
  draft.show(row, 1, "locked", key);
  draft.show(row, 2, "label", first.entry.section);
  draft.show(row, 3, "label", factName(plain(first.needed.address), first.needed.words));
  for (const [column, isWanted] of [
    [4, ({ period }: FactAddress) => period === "prior"],
    [5, ({ stage }: FactAddress) => stage === "initial"],
  ] as const) {
    const wanted = group.find(({ needed: { address } }) => isWanted(address));
    if (wanted === undefined) {
      draft.show(row, column, "locked", "——");
      continue;
    }
    const entry = entryOf(wanted.needed.unit.name);
    draft.show(row, column, "input", "", { format: entry === "money" ? MONEY_FORMAT : "#,##0" });
    draft.fields.push({ ...found, column, entry, target: factTarget(wanted.entry, wanted.needed) });
  }
  draft.show(row, 6, "note", entryOf(first.needed.unit.name) === "money" ? "" : first.needed.unit.name);
}

/** 文字说明中的数字: figures that no table prints. */
export const proseSheet = (entries: readonly SentenceEntry[]): EntrySheet =>
  factsSheet("文字说明中的数字", "只在文字说明中出现的数字", entries, ({ address }) => !isOther(address));

/** A sheet of the figures that sentences need, one a row. */
export function factsSheet(
  name: string,
  title: string,
  entries: readonly SentenceEntry[],
  isAsked: (needed: NeededFigure) => boolean = () => true,
): EntrySheet {
  const draft = new SheetDraft(name);
  draft.show(1, 1, "title", title);
  draft.merge(1, 1, 1, 5);
  draft.show(2, 1, "note", "没有的填 0；空白的视为尚未填写。");
  draft.show(2, 5, "note", "", { formula: `"金额单位："&${MONEY_UNIT_CELL}` });
  for (const [index, text] of ["序号", "所在章节", "项目", "数字", "计量单位"].entries()) {
    draft.show(3, index + 1, "head", text);
  }
  let row = 3;
  for (const { entry, needed } of figuresOf(entries)) {
    if (needed.rows !== null || !isAsked(needed)) continue;
    row += 1;
    addFactRow(draft, row, entry, needed);
  }
  return draft.finish([8, 40, 58, 18, 12], 3, true);
}

function addFactRow(draft: SheetDraft, row: number, entry: SentenceEntry, needed: NeededFigure): void {
  const key = String(row - 3);
  const kind = entryOf(needed.unit.name);
  const { address, derived } = needed;
  draft.show(row, 1, "locked", key);
  draft.show(row, 2, "label", entry.section);
  draft.show(row, 3, "label", neededName(needed), { comment: `标识：${figureId({ address, derived })}` });
  draft.show(row, 4, "input", "", { format: kind === "money" ? MONEY_FORMAT : "#,##0.##" });
  draft.show(row, 5, "note", kind === "money" ? "" : needed.unit.name);
  draft.fields.push({ ...draft.key(1, key), column: 4, entry: kind, target: factTarget(entry, needed) });
}

/** 原因和用途: the unit's own words about facts that are not by code. */
export function wordsSheet(entries: readonly SentenceEntry[]): EntrySheet {
  const draft = new SheetDraft("原因和用途");
  draft.show(1, 1, "title", "主要原因、用途和主要内容");
  draft.merge(1, 1, 1, 5);
  draft.show(2, 1, "note", "只写内容，不写“主要原因是”等引导词，句末不加标点。没有变化、不需要说明的不填。");
  for (const [index, text] of ["序号", "所在章节", "说明对象", "类别", "内容"].entries()) {
    draft.show(3, index + 1, "head", text);
  }
  let row = 3;
  for (const entry of entries) {
    for (const words of entry.needs.words) {
      if (words.rows !== null) continue;
      row += 1;
      addWordsRow(draft, row, entry, words);
    }
  }
  return draft.finish([8, 36, 44, 12, 70], 3, true);
}

/** What words are about; a reason may be asked for this year's budget besides the change over the years. */
const aboutName = (about: FactAddress, words: string): string =>
  `${factName(plain(about), words)}${about.stage === "initial" ? "（决算数与年初预算数的差异）" : ""}`;

function addWordsRow(draft: SheetDraft, row: number, entry: SentenceEntry, words: NeededWords): void {
  const key = String(row - 3);
  const figure = entry.needs.figures.find(
    ({ address }) => words.about !== null && addressKey(address) === addressKey(words.about),
  );
  const about = words.about === null ? "" : aboutName(words.about, figure?.words ?? words.words);
  draft.show(row, 1, "locked", key);
  draft.show(row, 2, "label", entry.section);
  draft.show(row, 3, "label", about);
  draft.show(row, 4, "label", SLOT_WORDS[words.slot]);
  draft.show(row, 5, "text-input");
  draft.fields.push({
    ...draft.key(1, key),
    column: 5,
    entry: "text",
    target: {
      kind: "words",
      slot: words.slot,
      about: words.about,
      template: entry.template.id,
      section: entry.section,
    },
  });
}
