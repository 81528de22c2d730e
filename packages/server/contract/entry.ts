// What the editor of a report shows and sends: the sheets to fill in (录入表) as they follow from an edition, the
// texts typed into them, and changes of single cells. Keys name facts, never positions, so that a sheet may change
// its look without losing what was typed.

import { z } from "zod";

/** What may stand in a cell that is filled in; money is in the unit that the report is kept in. */
export const entryKind = z.enum(["money", "count", "percent", "score", "text", "code"]);

/** A cell as it is shown; rows and columns from 1. */
export const shownCell = z.object({
  row: z.number().int(),
  column: z.number().int(),
  look: z.enum(["title", "head", "label", "note", "input", "text-input", "sum", "locked", "check"]),
  text: z.string(),
  /** How a sum is worked out, in Chinese: “行次 1 至 8 之和”; null where nothing is computed. */
  formula: z.string().nullable(),
  comment: z.string().nullable(),
});
export type ShownCell = z.infer<typeof shownCell>;

/** A cell to fill in, found by its key. A computed field is locked. */
export const entryField = z.object({
  key: z.string(),
  row: z.number().int(),
  column: z.number().int(),
  entry: entryKind,
  /** What it is called where it does not stand in its sheet: “支出决算表 合计 本年支出合计”. */
  label: z.string(),
  computed: z.boolean(),
  required: z.boolean(),
  choices: z.array(z.string()).nullable(),
  /** False where other texts than the choices may be typed. */
  choicesAreStrict: z.boolean(),
});
export type EntryField = z.infer<typeof entryField>;

/** A column of a list whose rows the user adds. */
export const listColumn = z.object({
  name: z.string(),
  title: z.string(),
  column: z.number().int(),
  entry: entryKind,
  width: z.number(),
  computed: z.boolean(),
  choices: z.array(z.string()).nullable(),
  choicesAreStrict: z.boolean(),
});
export type ListColumn = z.infer<typeof listColumn>;

/** A list that grows downwards, from its first row on. */
export const entryList = z.object({
  key: z.string(),
  kind: z.enum(["accounts", "code-facts", "projects", "indicators", "tasks", "department-indicators"]),
  firstRow: z.number().int(),
  columns: z.array(listColumn),
});
export type EntryList = z.infer<typeof entryList>;

/** One sheet to fill in. */
export const entrySheet = z.object({
  name: z.string(),
  /** Part of the report it belongs to, for the list at the left: 基本信息, 决算表, 情况说明, 绩效自评, 部门自评. */
  part: z.string(),
  widths: z.array(z.number()),
  frozenRows: z.number().int(),
  cells: z.array(shownCell),
  merges: z.array(
    z.object({
      top: z.number().int(),
      left: z.number().int(),
      bottom: z.number().int(),
      right: z.number().int(),
    }),
  ),
  fields: z.array(entryField),
  lists: z.array(entryList),
});
export type EntrySheet = z.infer<typeof entrySheet>;

/** The sheets of a report. */
export const entryPlan = z.object({
  edition: z.string(),
  kind: z.enum(["final-accounts", "project-evaluations", "department-evaluation"]),
  sheets: z.array(entrySheet),
});
export type EntryPlan = z.infer<typeof entryPlan>;

/** A row of a list; its id stays when rows move. */
export const entryRow = z.object({ id: z.string(), cells: z.record(z.string(), z.string()) });
export type EntryRow = z.infer<typeof entryRow>;

/** All that was typed: texts by the keys of fields, rows by the keys of lists. What was not typed is not there. */
export const entries = z.object({
  fields: z.record(z.string(), z.string()),
  lists: z.record(z.string(), z.array(entryRow)),
});
export type Entries = z.infer<typeof entries>;

/** One change. `from` is what the editor showed before: where another person has changed it since, that is a conflict. */
export const entryChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("field"), key: z.string(), from: z.string(), to: z.string() }),
  z.object({
    kind: z.literal("cell"),
    list: z.string(),
    row: z.string(),
    column: z.string(),
    from: z.string(),
    to: z.string(),
  }),
  z.object({
    kind: z.literal("insert-row"),
    list: z.string(),
    row: entryRow,
    /** Id of the row before it; null at the head. */
    after: z.string().nullable(),
  }),
  z.object({ kind: z.literal("remove-row"), list: z.string(), row: z.string() }),
  z.object({
    kind: z.literal("move-row"),
    list: z.string(),
    row: z.string(),
    after: z.string().nullable(),
  }),
]);
export type EntryChange = z.infer<typeof entryChange>;

/** A change that could not be made because another person was quicker; `now` is what stands there. */
export const entryConflict = z.object({ change: entryChange, now: z.string().nullable() });
export type EntryConflict = z.infer<typeof entryConflict>;

/** What follows from the entries: texts of computed cells by key (fields) and by list, row and column. */
export const computedEntries = z.object({
  fields: z.record(z.string(), z.string()),
  lists: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string()))),
});
export type ComputedEntries = z.infer<typeof computedEntries>;
