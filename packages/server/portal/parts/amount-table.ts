// Amounts as a table: this year's, last year's, the plan, and beside them what the unit states as the reason. Columns
// of which nothing is stated are left out; on a phone each row becomes a block.

import type { PublicAmount } from "../../contract/public-report.ts";
import { changePiece, moneyPiece, notStated, shareOf } from "../amounts.ts";
import type { Markup, Piece } from "../html.ts";
import { html } from "../html.ts";
import { term } from "./term.ts";

/** AmountTable: what is shown, and beside what. */
export interface AmountTable {
  readonly caption: string;
  readonly amounts: readonly PublicAmount[];
  /** The amount of which each is a part; null for none. */
  readonly whole?: string | null;
  readonly planName?: string;
  readonly isSum?: (amount: PublicAmount) => boolean;
}

interface Column {
  readonly name: string;
  readonly cell: (amount: PublicAmount) => Piece;
  readonly isText?: boolean;
}

/** The table; a sentence where there is nothing to show. */
export function amountTable(table: AmountTable): Markup {
  const { caption, amounts, isSum } = table;
  if (amounts.length === 0) return html`<p class="soft">公开文件没有列示这部分数字，或数额为零。</p>`;
  const columns = columnsOf(table);
  return html`<div class="scroll">
    <table class="folding">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          ${columns.map(({ name, isText }) =>
            isText === true
              ? html`<th scope="col">${name}</th>`
              : html`<th scope="col" class="n">${name}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${amounts.map((amount) => rowMarkup(amount, columns, isSum?.(amount) === true))}
      </tbody>
    </table>
  </div>`;
}

function rowMarkup(amount: PublicAmount, columns: readonly Column[], isSum: boolean): Markup {
  const look = isSum ? "sum" : amount.name.startsWith("其中：") ? "part" : "line";
  return html`<tr class="${look}">
    <th scope="row">${term(amount.name)}</th>
    ${columns.map(({ name, cell, isText }) => {
      const content = cell(amount);
      if (isText !== true) return html`<td class="n" data-name="${name}">${content}</td>`;
      return content === null
        ? html`<td class="text empty"></td>`
        : html`<td class="text" data-name="${name}">${content}</td>`;
    })}
  </tr>`;
}

function columnsOf({ amounts, whole = null, planName = "年初预算" }: AmountTable): readonly Column[] {
  const has = (of: (amount: PublicAmount) => unknown): boolean =>
    amounts.some((amount) => of(amount) !== null);
  const hasWords = amounts.some(({ reasons, uses }) => reasons.length > 0 || uses.length > 0);
  return [
    { name: "本年决算", cell: ({ current }) => moneyPiece(current) },
    ...when(whole !== null, {
      name: "占比",
      cell: ({ current }: PublicAmount) => {
        const share = shareOf(current, whole);
        return share === null ? notStated() : `${share}%`;
      },
    }),
    ...when(
      has(({ prior }) => prior),
      { name: "上年决算", cell: ({ prior }: PublicAmount) => moneyPiece(prior) },
      { name: "比上年", cell: ({ current, prior }: PublicAmount) => changePiece(current, prior) },
    ),
    ...when(
      has(({ planned }) => planned),
      { name: planName, cell: ({ planned }: PublicAmount) => moneyPiece(planned) },
      {
        name: "完成预算",
        cell: ({ current, planned }: PublicAmount) => {
          const share = shareOf(current, planned);
          return share === null ? notStated() : `${share}%`;
        },
      },
    ),
    ...when(hasWords, { name: "单位说明", cell: wordsPiece, isText: true }),
  ];
}

const when = (condition: boolean, ...columns: readonly Column[]): readonly Column[] =>
  condition ? columns : [];

/** What the unit says of an amount, in its own words. */
function wordsPiece({ reasons, uses }: PublicAmount): Piece {
  if (reasons.length === 0 && uses.length === 0) return null;
  return [
    uses.length > 0 && html`<span class="reason"><b>用于</b> ${uses.join("；")}</span>`,
    reasons.length > 0 && html`<span class="reason"><b>原因</b> ${reasons.join("；")}</span>`,
  ];
}
