// Differences as one HTML page: a table by what they stand in, both sides beside each other.

import type { Difference } from "@jueming/core/compare/difference.ts";

import { escaped } from "../html/markup.ts";
import type { Compared } from "./difference-json.ts";
import { KIND_NAMES, sidePlace, sideText } from "./difference-words.ts";

const STYLE = `
:root{color-scheme:light dark}
body{font:16px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;margin:0 auto;max-width:72rem;padding:1.5rem}
h1{font-size:1.5rem}h2{font-size:1.125rem;margin:2rem 0 .5rem}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #8a8f98;padding:.375rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:600}
td.value{font-variant-numeric:tabular-nums}
small{display:block;color:#595f69}
@media (prefers-color-scheme:dark){small{color:#aeb4be}}
@media print{body{max-width:none;padding:0}tr{break-inside:avoid}thead{display:table-header-group}}
@media (max-width:40rem){body{padding:1rem}table,tbody,tr,td,th{display:block}thead{position:absolute;clip-path:inset(50%)}tr{margin-bottom:1rem}}
`;

export function htmlDifferences(compared: Compared): string {
  const { left, right, differences } = compared;
  const groups = Map.groupBy(differences, ({ where }) => where);
  const body = [...groups].map(([where, own]) => groupMarkup(where, own, compared)).join("");
  const count = differences.length === 0 ? "两份材料没有差异。" : `共 ${differences.length} 处差异。`;
  return [
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>版本比较</title><style>${STYLE}</style></head><body>`,
    `<header><h1>版本比较</h1><p>${escaped(left)} 与 ${escaped(right)}：${count}</p></header>`,
    `<main>${body}</main></body></html>\n`,
  ].join("");
}

function groupMarkup(where: string, differences: readonly Difference[], compared: Compared): string {
  const title = where === "" ? "全文" : where;
  const rows = differences.map((one) => rowMarkup(one, compared)).join("");
  return [
    `<section><h2>${escaped(title)}</h2><table><thead><tr><th scope="col">类别</th><th scope="col">项目</th>`,
    `<th scope="col">${escaped(compared.left)}</th><th scope="col">${escaped(compared.right)}</th></tr></thead>`,
    `<tbody>${rows}</tbody></table></section>`,
  ].join("");
}

function rowMarkup({ kind, what, left, right }: Difference, compared: Compared): string {
  const side = (of: typeof left, source: string): string =>
    `<td class="value">${escaped(sideText(of))}<small>${escaped(sidePlace(of, source))}</small></td>`;
  return `<tr><td>${KIND_NAMES[kind]}</td><th scope="row">${escaped(what)}</th>${side(left, compared.left)}${side(right, compared.right)}</tr>`;
}
