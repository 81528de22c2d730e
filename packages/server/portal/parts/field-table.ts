// What fields mean: a table for the data dictionary (数据字典) and for the interface (接口文档).

import type { Markup, Piece } from "../html.ts";
import { html } from "../html.ts";
import type { NamedField } from "../pages/described-interface.ts";

/** A name in code breaks between its words alone: departmentName is "department", "Name". */
const parted = (id: string): Piece =>
  id.split(/(?=[A-Z])|(?<=[._/-])/u).map((word, index) => (index === 0 ? word : html`<wbr />${word}`));

/** The table of fields; its caption may stand in a heading before it. */
export const fieldTable = (fields: readonly NamedField[], caption?: string): Markup =>
  html`<div class="scroll">
    <table>
      ${
        caption !== undefined &&
        html`<caption>
          ${caption}
        </caption>`
      }
      <thead>
        <tr>
          <th scope="col">字段</th>
          <th scope="col">名称</th>
          <th scope="col">含义</th>
        </tr>
      </thead>
      <tbody>
        ${fields.map(
          ({ id, name, meaning }) =>
            html`<tr>
              <th scope="row" class="field"><code>${parted(id)}</code></th>
              <td>${name}</td>
              <td>${meaning}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
