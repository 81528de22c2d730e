// Entries while they are taken from a disclosure: each text with where it came from, and what had no place.

import type { Place } from "@jueming/core/document/document.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";
import type { Unit } from "@jueming/core/figures/unit.ts";
import { formatMillionths } from "@jueming/core/figures/figure.ts";

import type { EntryForm } from "../entry-form.ts";
import type { Entries, EntryRow } from "../entry-plan.ts";
import type { EntrySpot } from "../entry-places.ts";

/** Origin (来源): where a text was read, as it stands there, and why that may be doubtful. */
export interface Origin {
  readonly place: Place;
  readonly raw: string;
  readonly doubt: string | null;
}

/** EntrySource: an entry and its origin, for the person who confirms an import. */
export interface EntrySource extends Origin {
  readonly spot: EntrySpot;
  readonly text: string;
}

/** LeftOut: what a disclosure states and entries have no place for. */
export interface LeftOut {
  /** Table, section or project, in Chinese. */
  readonly where: string;
  readonly what: string;
  readonly value: string;
  readonly place: Place;
}

/** DraftCell: a text with its origin. */
export interface DraftCell {
  readonly text: string;
  readonly from: Origin;
}

/** DraftCells: the cells of a row by column; what is null is not there. */
export type DraftCells = Readonly<Record<string, DraftCell | null>>;

/** EntriesDraft: entries while they are gathered; what the form has no place for is refused by key and column. */
export class EntriesDraft {
  readonly form: EntryForm;
  readonly money: Unit;
  readonly fields: Record<string, string> = {};
  readonly lists: Record<string, EntryRow[]> = {};
  readonly sources: EntrySource[] = [];

  constructor(form: EntryForm, money: Unit) {
    this.form = form;
    this.money = money;
  }

  /** Fills a field in; the first text counts. */
  put(key: string, cell: DraftCell | null): void {
    if (cell === null || cell.text === "" || key in this.fields || !this.form.fields.has(key)) return;
    this.fields[key] = cell.text;
    this.sources.push({ spot: { kind: "field", key }, text: cell.text, ...cell.from });
  }

  /** Adds a row to a list with the cells that the list has columns for. */
  add(list: string, cells: DraftCells): void {
    const columns = this.form.lists.get(list)?.shown.columns;
    if (columns === undefined) return;
    const rows = (this.lists[list] ??= []);
    const id = `r${rows.length + 1}`;
    const texts: Record<string, string> = {};
    for (const { name } of columns) {
      const cell = cells[name] ?? null;
      if (cell === null || cell.text === "") continue;
      texts[name] = cell.text;
      this.sources.push({
        spot: { kind: "cell", list, row: id, column: name },
        text: cell.text,
        ...cell.from,
      });
    }
    rows.push({ id, cells: texts });
  }

  entries(): Entries {
    return { fields: this.fields, lists: this.lists };
  }
}

/** A text as a cell. */
export const textCell = (
  text: string | null | undefined,
  place: Place,
  doubt: string | null = null,
): DraftCell | null =>
  text === null || text === undefined || text === "" ? null : { text, from: { place, raw: text, doubt } };

/** A figure as a cell, an amount in the unit kept; what cannot be read is typed as it stands, to be corrected. */
export function figureCell(value: CellValue | null | undefined, money: Unit): DraftCell | null {
  if (value === null || value === undefined || value.kind === "blank") return null;
  if (value.kind === "unreadable") {
    const proposal = value.proposal === undefined ? "" : `，可能是 ${value.proposal}`;
    return { text: value.raw, from: { place: value.place, raw: value.raw, doubt: `无法识别${proposal}` } };
  }
  const text =
    value.unit?.dimension === "money" && value.unit.name !== money.name
      ? exactAmount(value.millionths, money)
      : value.value;
  return { text, from: { place: value.place, raw: value.raw, doubt: value.doubt ?? null } };
}

const FINE_DECIMALS = 10;

/** An exact amount in a unit, with no more decimals than it needs. */
export const exactAmount = (millionths: bigint, unit: Unit): string =>
  formatMillionths(millionths, FINE_DECIMALS, unit).replace(/\.?0+$/u, "");
