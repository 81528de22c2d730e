// A table whose columns are given as data: a line each for a year or a place, its figures at the right.

import type { Markup, Piece } from "../html.ts";
import { html } from "../html.ts";

/** Column: its name, which also stands beside each cell on a phone, and what its cell says of a line. */
export type Column<Line> = readonly [name: string, cell: (line: Line) => Piece];

/** The table, with what is said below it. */
export const columnsTable = <Line extends { readonly head: Piece }>(
  { caption, first }: { readonly caption: string; readonly first: string },
  { columns, lines }: { readonly columns: readonly Column<Line>[]; readonly lines: readonly Line[] },
  below: Piece = null,
): Markup =>
  html`<div class="scroll">
    <table class="folding">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${first}</th>
          ${columns.map(([name]) => html`<th scope="col" class="n">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          (line) =>
            html`<tr>
              <th scope="row">${line.head}</th>
              ${columns.map(([name, cell]) => html`<td class="n" data-name="${name}">${cell(line)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    ${below}
  </div>`;
