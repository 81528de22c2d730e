// Fields of a sheet as they are shown, each with its key, its label and what it states; checks and the line of the
// money unit are fields too, which are worked out.

import type { IdentityInstance } from "@jueming/core/accounts/identity-instances.ts";
import { columnLetters } from "@jueming/documents/workbook/column-letters.ts";

import type { EntryField as WorkbookField, EntrySheet, EntryTarget } from "../input-workbook/entry-sheet.ts";
import { factName } from "../input-workbook/fact-sheets.ts";
import type { InputPlan } from "../input-workbook/input-plan.ts";
import { ownTextsOf } from "../input-workbook/text-sheet.ts";
import { checkKey, keyOfTarget, unitNoteKey } from "./entry-keys.ts";
import type { EntryField } from "./entry-plan.ts";
import { choicesOf } from "./planned-lists.ts";

/** FormField: a field as it is shown, and what it states. */
export interface FormField {
  readonly sheet: string;
  readonly shown: EntryField;
  /** Null for what is only worked out. */
  readonly target: EntryTarget | null;
  /** What a check compares. */
  readonly check: IdentityInstance | null;
}

/** The fields of a sheet. */
export function plannedFields(sheet: EntrySheet, input: InputPlan): readonly FormField[] {
  const required = requiredKeys(input);
  const places = placesByWords(sheet);
  const typed = sheet.fields.map((field): FormField => {
    const key = keyOfTarget(field.target);
    const row = places.get(`${field.keyColumn}|${field.key}`)?.[field.occurrence - 1] ?? 0;
    const cell = sheet.cells.find((one) => one.row === row && one.column === field.column);
    const choice = sheet.choices.find(({ range }) => range === `${columnLetters(field.column)}${row}`);
    return {
      sheet: sheet.name,
      target: field.target,
      check: null,
      shown: {
        key,
        row,
        column: field.column,
        // A year is a number that nobody writes with separators.
        entry: isYear(field.target) ? "code" : field.entry,
        label: labelOf(sheet, field, row),
        computed: cell?.look === "sum",
        required: field.target.kind === "fact" || required.has(key),
        ...choicesOf(choice),
      },
    };
  });
  return [...typed, ...unitNotes(sheet), ...checks(sheet)];
}

function requiredKeys({ edition, kind }: InputPlan): ReadonlySet<string> {
  const texts = kind === "final-accounts" ? ownTextsOf(edition).filter(({ required }) => required) : [];
  return new Set([
    "identity:unitName",
    "identity:year",
    "department:grade",
    "department:goal",
    ...texts.map(({ path }) => keyOfTarget({ kind: "own-text", path })),
  ]);
}

function placesByWords({ cells }: EntrySheet): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const { row, column, text = "" } of cells) {
    const key = `${column}|${text}`;
    const known = places.get(key);
    if (known === undefined) places.set(key, [row]);
    else known.push(row);
  }
  return places;
}

function labelOf(sheet: EntrySheet, { target, column }: WorkbookField, row: number): string {
  if (target.kind === "cell") {
    const { concept, row: named, column: of } = target;
    const [kind, value = ""] = named.split(":");
    const reference =
      kind === "line" ? { line: value } : kind === "code" ? { code: value === "" ? null : value } : {};
    return factName({ concept, ...reference, column: of }, "");
  }
  const labels = sheet.cells.filter(
    (cell) => cell.row === row && cell.look === "label" && cell.column < column,
  );
  const words = labels.map(({ text = "" }) => text).filter((text) => text !== "");
  const isOneOfSeveral = sheet.fields.some((other) => other.target.kind === "fact" && other.column > column);
  const head = sheet.cells.findLast((cell) => cell.look === "head" && cell.column === column)?.text ?? "";
  const isPrior = target.kind === "fact" && (target.address.period ?? target.address.stage) !== undefined;
  return [...words, ...(isOneOfSeveral || isPrior ? [head] : [])].join(" ");
}

const computed = (key: string, row: number, column: number, label: string): EntryField => ({
  key,
  row,
  column,
  entry: "text",
  label,
  computed: true,
  required: false,
  choices: null,
  choicesAreStrict: false,
});

/** The line that says in which unit the amounts of a sheet are. */
function unitNotes({ name, cells }: EntrySheet): readonly FormField[] {
  return cells
    .filter(({ look, formula }) => look === "note" && formula !== undefined)
    .slice(0, 1)
    .map(({ row, column }) => ({
      sheet: name,
      target: null,
      check: null,
      shown: computed(unitNoteKey(name), row, column, `${name} 金额单位`),
    }));
}

function checks({ name, cells }: EntrySheet): readonly FormField[] {
  return cells.flatMap(({ look, row, column, from }, index): readonly FormField[] => {
    if (look !== "check" || from === undefined) return [];
    const nth = cells.slice(0, index).filter((one) => one.from?.identity.id === from.identity.id).length;
    const key = checkKey(name, from.identity.id, nth);
    return [
      { sheet: name, target: null, check: from, shown: computed(key, row, column, from.identity.title) },
    ];
  });
}

const isYear = (target: EntryTarget): boolean => target.kind === "identity" && target.field === "year";
