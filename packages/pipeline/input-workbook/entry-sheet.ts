// A sheet of the input workbook (录入底稿): what it shows, and what each of its cells means. It is written and
// read back from this one description.

import type { IdentityInstance } from "@jueming/core/accounts/identity-instances.ts";
import type { UnitType } from "@jueming/core/disclosure/disclosure.ts";
import type { Derivation, FactAddress } from "@jueming/core/disclosure/address.ts";
import type { BudgetField } from "@jueming/core/forms/evaluation-layout.ts";
import type { FreeSlot } from "@jueming/core/sentences/template.ts";

/** EntryKind: what may stand in a cell that is filled in. */
export type EntryKind =
  /** In the money unit that the workbook is kept in. */
  | "money"
  /** 万元, whatever the unit of the workbook. */
  | "count"
  | "percent"
  | "score"
  | "text"
  | "code";

/** EntryTarget: what a cell states. */
export type EntryTarget =
  | { readonly kind: "identity"; readonly field: IdentityField }
  | { readonly kind: "cell"; readonly concept: string; readonly row: string; readonly column: string }
  | {
      readonly kind: "fact";
      readonly address: FactAddress;
      readonly derived: Derivation;
      readonly unit: string;
      readonly template: string;
      readonly section: string;
    }
  | {
      readonly kind: "words";
      readonly slot: FreeSlot;
      readonly about: FactAddress | null;
      readonly template: string;
      readonly section: string;
    }
  | { readonly kind: "own-text"; readonly path: readonly string[] }
  | { readonly kind: "department"; readonly field: DepartmentField };

/** DepartmentField: what the annex on a department's year states once. */
export type DepartmentField = "grade" | "goal" | BudgetField;

export type IdentityField =
  | "unitName"
  | "unitCode"
  | "departmentName"
  | "departmentCode"
  | "year"
  | "regionCode"
  | "regionName"
  | "unitType"
  | "moneyUnit";

/** Words of the kinds of units, as they are chosen from the list. */
export const UNIT_TYPES: Readonly<Record<string, UnitType>> = {
  行政单位: "administrative",
  参公事业单位: "civil-service-like",
  事业单位: "institution",
  行政与事业混合: "mixed",
};

/** EntryField: one cell to fill in, found by the words that stand in its row. */
export interface EntryField {
  /** Column of the words that name the row, and the words; the n-th row of these words is meant. */
  readonly keyColumn: number;
  readonly key: string;
  readonly occurrence: number;
  readonly column: number;
  readonly entry: EntryKind;
  readonly target: EntryTarget;
}

/** ListColumn: a column of a list that grows downwards. */
export interface ListColumn {
  readonly column: number;
  readonly name: string;
  readonly entry: EntryKind;
  /** True where a formula works the cell out. */
  readonly isComputed?: boolean;
}

/** EntryList: rows that the user adds, under a header row that begins with a known word. */
export interface EntryList {
  readonly kind: "accounts" | "code-facts" | "projects" | "indicators" | "tasks" | "department-indicators";
  /** Concept of the rows, for lists of classification codes. */
  readonly concept: string;
  readonly headerColumn: number;
  readonly header: string;
  readonly columns: readonly ListColumn[];
  /** What the columns of a list of codes state; "$row" stands for the code. */
  readonly targets: Readonly<Record<string, EntryTarget>>;
}

/** ShownCell: what a cell shows and how. */
export interface ShownCell {
  readonly row: number;
  readonly column: number;
  readonly look: "title" | "head" | "label" | "note" | "input" | "text-input" | "sum" | "locked" | "check";
  readonly text?: string;
  readonly formula?: string;
  /** The identity of the table that the formula of a sum or a check follows from. */
  readonly from?: IdentityInstance;
  /** True for a formula in a cell that may be overwritten. */
  readonly isOpen?: boolean;
  readonly format?: string;
  readonly comment?: string;
}

/** Choice (下拉列表): cells that take one of a list; others only with a warning where `isStrict` is not set. */
export interface Choice {
  readonly range: string;
  readonly values?: readonly string[];
  /** A range that lists the values. */
  readonly from?: string;
  readonly isStrict: boolean;
  readonly message: string;
}

/** EntrySheet: one sheet, rows and columns from 1. */
export interface EntrySheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly cells: readonly ShownCell[];
  readonly merges: readonly { top: number; left: number; bottom: number; right: number }[];
  readonly choices: readonly Choice[];
  /** Ranges of numbers: what is no number is refused by the program. */
  readonly numbers: readonly { readonly range: string; readonly isWhole: boolean }[];
  readonly frozenRows: number;
  readonly isLandscape: boolean;
  readonly fields: readonly EntryField[];
  readonly lists: readonly EntryList[];
}

/** What a cell shows, in the order in which it is said. */
type ShowArguments = [
  row: number,
  column: number,
  look: ShownCell["look"],
  text?: string,
  more?: Partial<ShownCell>,
];

/** SheetDraft: a sheet while it is put together. */
export class SheetDraft {
  readonly name: string;
  readonly cells: ShownCell[] = [];
  readonly merges: { top: number; left: number; bottom: number; right: number }[] = [];
  readonly choices: Choice[] = [];
  readonly numbers: { range: string; isWhole: boolean }[] = [];
  readonly fields: EntryField[] = [];
  readonly lists: EntryList[] = [];
  readonly #occurrences = new Map<string, number>();

  constructor(name: string) {
    this.name = name;
  }

  show(...[row, column, look, text = "", more = {}]: ShowArguments): void {
    this.cells.push({ row, column, look, ...(text === "" ? {} : { text }), ...more });
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (bottom > top || right > left) this.merges.push({ top, left, bottom, right });
  }

  /** Counts the rows that begin with the same words, so that each can be found again. */
  key(column: number, text: string): { keyColumn: number; key: string; occurrence: number } {
    const id = `${column}|${text}`;
    const occurrence = (this.#occurrences.get(id) ?? 0) + 1;
    this.#occurrences.set(id, occurrence);
    return { keyColumn: column, key: text, occurrence };
  }

  finish(widths: readonly number[], frozenRows: number, isLandscape = false): EntrySheet {
    const { name, cells, choices, numbers, fields, lists } = this;
    const merges = [...this.merges, ...this.#roomForHead(widths.length, frozenRows)];
    return { name, widths, cells, merges, choices, numbers, frozenRows, isLandscape, fields, lists };
  }

  /** Titles and notes at the head take the room that is empty beside them: in their own column they would be broken
   * letter below letter. */
  #roomForHead(columns: number, frozenRows: number): EntrySheet["merges"] {
    return this.cells
      .filter(({ row, look }) => row <= frozenRows && (look === "title" || look === "note"))
      .filter(({ row, column }) => !this.merges.some(({ top, left }) => top === row && left === column))
      .map(({ row, column }) => {
        const beside = this.cells.filter((cell) => cell.row === row && cell.column > column);
        const right = Math.min(columns, ...beside.map((cell) => cell.column - 1));
        return { top: row, left: column, bottom: row, right };
      })
      .filter(({ left, right }) => right > left);
  }
}
