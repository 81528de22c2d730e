// What has been published, as a table of totals: one line for a year of a place, or for a place in a year.

import { countText, moneyPiece } from "../amounts.ts";
import type { Markup, Piece } from "../html.ts";
import { html } from "../html.ts";

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

const COLUMNS: readonly (readonly [name: string, cell: (line: TotalLine) => Piece])[] = [
  ["已公开单位", ({ units }) => countText(units)],
  ["支出合计", ({ expenditure }) => moneyPiece(expenditure)],
  ["“三公”经费", ({ threePublic }) => moneyPiece(threePublic)],
  ["自评项目", ({ projects }) => countText(projects)],
];

/** The table, with what is said below it. */
export const totalsTable = (
  { caption, first }: TableWords,
  lines: readonly TotalLine[],
  below: Piece = null,
): Markup =>
  html`<div class="scroll">
    <table class="folding">
      <caption>
        ${caption}，金额单位：万元
      </caption>
      <thead>
        <tr>
          <th scope="col">${first}</th>
          ${COLUMNS.map(([name]) => html`<th scope="col" class="n">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          (line) =>
            html`<tr>
              <th scope="row">${line.head}</th>
              ${COLUMNS.map(([name, cell]) => html`<td class="n" data-name="${name}">${cell(line)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    ${below}
  </div>`;
