// What is typed into the editor of a report (录入): the sheets as they are shown, the texts by key, and changes of
// single cells. Equal in shape to the contract over the wire, which a type-level test of the server compares.

import type { DisclosureKind } from "@jueming/core/disclosure/disclosure.ts";

import type { EntryKind, EntryList, ShownCell as WorkbookCell } from "../input-workbook/entry-sheet.ts";

/** ShownCell: a cell as it is shown; rows and columns from 1. */
export interface ShownCell {
  readonly row: number;
  readonly column: number;
  readonly look: WorkbookCell["look"];
  readonly text: string;
  /** How a sum is worked out, in Chinese; null where nothing is computed. */
  readonly formula: string | null;
  readonly comment: string | null;
}

/** EntryField: a cell to fill in, found by its key; a computed one is locked. */
export interface EntryField {
  readonly key: string;
  readonly row: number;
  readonly column: number;
  readonly entry: EntryKind;
  /** What it is called where it does not stand in its sheet. */
  readonly label: string;
  readonly computed: boolean;
  readonly required: boolean;
  readonly choices: readonly string[] | null;
  readonly choicesAreStrict: boolean;
}

/** ListColumn: a column of a list whose rows the user adds. */
export interface ListColumn {
  readonly name: string;
  readonly title: string;
  readonly column: number;
  readonly entry: EntryKind;
  readonly width: number;
  readonly computed: boolean;
  readonly choices: readonly string[] | null;
  readonly choicesAreStrict: boolean;
}

/** PlannedList: a list that grows downwards, from its first row on. */
export interface PlannedList {
  readonly key: string;
  readonly kind: EntryList["kind"];
  readonly firstRow: number;
  readonly columns: readonly ListColumn[];
}

/** PlannedSheet: one sheet to fill in. */
export interface PlannedSheet {
  readonly name: string;
  /** Part of the report it belongs to: 基本信息, 决算表, 情况说明, 绩效自评, 部门自评. */
  readonly part: string;
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly cells: readonly ShownCell[];
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  readonly fields: readonly EntryField[];
  readonly lists: readonly PlannedList[];
}

/** EntryPlan (录入表): the sheets of a report. */
export interface EntryPlan {
  readonly edition: string;
  readonly kind: DisclosureKind;
  readonly sheets: readonly PlannedSheet[];
}

/** EntryRow: a row of a list; its id stays when rows move. */
export interface EntryRow {
  readonly id: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** Entries (录入内容): texts by the keys of fields, rows by the keys of lists; what was not typed is not there. */
export interface Entries {
  readonly fields: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly EntryRow[]>>;
}

/** Nothing typed yet. */
export const NO_ENTRIES: Entries = { fields: {}, lists: {} };

/** EntryChange: one change; `from` is what the editor showed before. */
export type EntryChange =
  | { readonly kind: "field"; readonly key: string; readonly from: string; readonly to: string }
  | {
      readonly kind: "cell";
      readonly list: string;
      readonly row: string;
      readonly column: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: "insert-row";
      readonly list: string;
      readonly row: EntryRow;
      /** Id of the row before it; null at the head. */
      readonly after: string | null;
    }
  | { readonly kind: "remove-row"; readonly list: string; readonly row: string }
  | {
      readonly kind: "move-row";
      readonly list: string;
      readonly row: string;
      readonly after: string | null;
    };

/** EntryConflict: a change that could not be made; `now` is what stands there, null where nothing does any more. */
export interface EntryConflict {
  readonly change: EntryChange;
  readonly now: string | null;
}

/** ComputedEntries: what follows from the entries, by key, and by list, row and column. */
export interface ComputedEntries {
  readonly fields: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
}
