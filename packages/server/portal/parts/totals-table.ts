// What has been published, as a table of totals: one line for a year of a place, or for a place in a year.

import { countText, moneyPiece } from "../amounts.ts";
import type { Markup, Piece } from "../html.ts";
import type { Column } from "./columns-table.ts";
import { columnsTable } from "./columns-table.ts";

/** TotalLine: what the line is called, and its totals; amounts in 元, null where nobody states them. */
export interface TotalLine {
  readonly head: Piece;
  readonly units: number;
  readonly expenditure: string | null;
  readonly threePublic: string | null;
  readonly projects: number;
}

interface TableWords {
  /** Without the unit of money, which is added. */
  readonly caption: string;
  /** Name of the first column. */
  readonly first: string;
}

const COLUMNS: readonly Column<TotalLine>[] = [
  ["已公开单位", ({ units }) => countText(units)],
  ["支出合计", ({ expenditure }) => moneyPiece(expenditure)],
  ["“三公”经费", ({ threePublic }) => moneyPiece(threePublic)],
  ["自评项目", ({ projects }) => countText(projects)],
];

/** The table, with what is said below it. */
export const totalsTable = (words: TableWords, lines: readonly TotalLine[], below: Piece = null): Markup =>
  columnsTable({ ...words, caption: `${words.caption}，金额单位：万元` }, { columns: COLUMNS, lines }, below);
