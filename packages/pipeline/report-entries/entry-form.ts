// The sheets of a report as they are typed into, for an edition and a kind: what is shown, and for those who read
// the entries what each key states. Both follow from the sheets of the input workbook (录入底稿).

import type { DisclosureKind } from "@jueming/core/disclosure/disclosure.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";

import type { EntryList, EntrySheet } from "../input-workbook/entry-sheet.ts";
import type { InputPlan } from "../input-workbook/input-plan.ts";
import { inputPlan } from "../input-workbook/input-plan.ts";
import type { EntryPlan, PlannedList, PlannedSheet } from "./entry-plan.ts";
import type { FormField } from "./planned-fields.ts";
import { plannedFields } from "./planned-fields.ts";
import { firstRowOf, plannedList } from "./planned-lists.ts";
import { plannedCells } from "./planned-cells.ts";

/** FormList: a list with the sheet it stands on and what its columns state. */
export interface FormList {
  readonly key: string;
  readonly sheet: string;
  readonly shown: PlannedList;
  readonly source: EntryList;
}

/** EntryForm (录入表): the plan that is shown, and what stands behind its keys. */
export interface EntryForm {
  readonly edition: Edition;
  readonly kind: DisclosureKind;
  readonly plan: EntryPlan;
  readonly input: InputPlan;
  readonly fields: ReadonlyMap<string, FormField>;
  readonly lists: ReadonlyMap<string, FormList>;
}

/** The form for an edition and a kind. */
export function entryForm(edition: Edition, kind: DisclosureKind): EntryForm {
  const input = inputPlan(edition, kind);
  // The guide and the list of codes are of the workbook only: nothing is typed into them.
  const sheets = input.sheets.filter(({ fields, lists }) => fields.length > 0 || lists.length > 0);
  const planned = sheets.map((sheet) => plannedSheet(sheet, input));
  const fields = planned.flatMap(({ fields: own }) => own);
  const lists = planned.flatMap(({ lists: own }) => own);
  return {
    edition,
    kind,
    plan: { edition: edition.id, kind, sheets: planned.map(({ shown }) => shown) },
    input: { ...input, sheets },
    fields: new Map(fields.map((field) => [field.shown.key, field])),
    lists: new Map(lists.map((list) => [list.key, list])),
  };
}

/** The sheets to fill in (录入表) as they go over the wire. */
export const entryPlanOf = (edition: Edition, kind: DisclosureKind): EntryPlan =>
  entryForm(edition, kind).plan;

interface Planned {
  readonly shown: PlannedSheet;
  readonly fields: readonly FormField[];
  readonly lists: readonly FormList[];
}

function plannedSheet(sheet: EntrySheet, input: InputPlan): Planned {
  const fields = plannedFields(sheet, input);
  const lists = sheet.lists.map((source): FormList => {
    const shown = plannedList(sheet, source);
    return { key: shown.key, sheet: sheet.name, shown, source };
  });
  const [first] = sheet.lists;
  const end = first === undefined ? Number.POSITIVE_INFINITY : firstRowOf(sheet, first);
  const shown: PlannedSheet = {
    name: sheet.name,
    part: partOf(sheet, input),
    widths: sheet.widths,
    frozenRows: sheet.frozenRows,
    // The rows of a list are the user's own: those that a workbook draws beforehand are left out.
    cells: plannedCells(sheet).filter(({ row }) => row < end),
    merges: sheet.merges,
    fields: fields.map((field) => field.shown),
    lists: lists.map((list) => list.shown),
  };
  return { shown, fields, lists };
}

const LIST_PARTS: Readonly<Record<EntryList["kind"], string>> = {
  accounts: "决算表",
  "code-facts": "情况说明",
  projects: "绩效自评",
  indicators: "绩效自评",
  tasks: "部门自评",
  "department-indicators": "部门自评",
};

function partOf({ fields, lists }: EntrySheet, { kind }: InputPlan): string {
  const [list] = lists;
  if (list !== undefined) return LIST_PARTS[list.kind];
  const target = fields[0]?.target.kind;
  if (target === "identity") return "基本信息";
  if (target === "cell") return "决算表";
  return target === "department" || kind === "department-evaluation" ? "部门自评" : "情况说明";
}
