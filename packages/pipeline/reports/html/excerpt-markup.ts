// Excerpts of the document: a table with its header, or a sentence; what the finding rests on is marked.

import { placeText } from "../wording.ts";
import type {
  Excerpt,
  ExcerptCell,
  ExcerptRow,
  FindingExcerpts,
  GridExcerpt,
  PassageExcerpt,
  PassagePart,
} from "../excerpts/excerpt.ts";
import { escaped } from "./markup.ts";

/** All excerpts of a finding; nothing where there is none. */
export function excerptsMarkup({ shown, leftOut }: FindingExcerpts, source: string | null): string {
  if (shown.length === 0) return "";
  const rest = leftOut === 0 ? "" : `<p class="rest">另有 ${leftOut} 处原文，见所列位置。</p>`;
  return `<div class="excerpts">${shown.map((one) => excerptMarkup(one, source)).join("")}${rest}</div>`;
}

function excerptMarkup(excerpt: Excerpt, source: string | null): string {
  const place = placeText(excerpt.place, source);
  const caption = `<figcaption>${escaped(excerpt.title)}${place === "" ? "" : `<span class="place">${escaped(place)}</span>`}</figcaption>`;
  const body = excerpt.kind === "grid" ? gridMarkup(excerpt) : passageMarkup(excerpt);
  return `<figure>${caption}${body}</figure>`;
}

function gridMarkup({ header, rows, rowsLeftOut }: GridExcerpt): string {
  const sample = rows.find((row) => row !== null);
  const head = header
    .map((name, at) => `<th scope="col"${sample?.[at]?.isFigure ? ' class="n"' : ""}>${escaped(name)}</th>`)
    .join("");
  const body = rows.map((row) => rowMarkup(row, header.length)).join("");
  const rest = rowsLeftOut === 0 ? "" : `<p class="rest">另有 ${rowsLeftOut} 行。</p>`;
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>${rest}`;
}

function rowMarkup(row: ExcerptRow, width: number): string {
  if (row === null) return `<tr class="gap"><td colspan="${width}">⋮</td></tr>`;
  return `<tr>${row.map(cellMarkup).join("")}</tr>`;
}

function cellMarkup({ text, marked, isFigure }: ExcerptCell): string {
  const shown = marked
    ? `<mark>${text === "" ? "空白" : escaped(clipped(text))}</mark>`
    : escaped(clipped(text));
  return isFigure ? `<td class="n">${shown}</td>` : `<td>${shown}</td>`;
}

const CELL_LIMIT = 80;

function clipped(text: string): string {
  return text.length > CELL_LIMIT ? `${text.slice(0, CELL_LIMIT)}…` : text;
}

function passageMarkup({ parts }: PassageExcerpt): string {
  return `<blockquote>${parts.map(partMarkup).join("")}</blockquote>`;
}

function partMarkup({ text, look }: PassagePart): string {
  if (look === "marked") return `<mark>${escaped(text)}</mark>`;
  return look === "figure" ? `<span class="figure">${escaped(text)}</span>` : escaped(text);
}
