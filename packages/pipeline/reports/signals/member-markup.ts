// The list behind a group or a mark as a table.

import type { SignalMember } from "@jueming/core/signals/signal.ts";

import { escaped } from "../html/markup.ts";
import { placeText } from "../wording.ts";

/** The members as a table, at most so many; how many are left out is said. */
export function memberTable(members: readonly SignalMember[], most: number): string {
  const shown = members.slice(0, most);
  const names = [...new Set(shown.flatMap(({ figures }) => figures.map(({ name }) => name)))];
  const hasSubject = shown.some(({ subject }) => subject !== null);
  const head = ["项目", "单位", "年度", ...(hasSubject ? ["指标或文字"] : []), ...names, "位置"];
  const cells = head.map((name) => `<th scope="col">${escaped(name)}</th>`).join("");
  const rows = shown.map((member) => memberRow(member, names, hasSubject)).join("");
  const rest =
    members.length > shown.length
      ? `<p class="rest">另有 ${members.length - shown.length} 项未列；完整名单见 JSON 格式。</p>`
      : "";
  return `<div class="scroll"><table class="plain"><thead><tr>${cells}</tr></thead><tbody>${rows}</tbody></table></div>${rest}`;
}

function memberRow(member: SignalMember, names: readonly string[], hasSubject: boolean): string {
  const { project, unit, year, subject, figures, source, place } = member;
  const cells = [
    unit,
    year === null ? "" : String(year),
    ...(hasSubject ? [subject ?? ""] : []),
    ...names.map((name) => figures.find((figure) => figure.name === name)?.value ?? ""),
  ];
  const where = `${source} ${placeText(place, source)}`.trim();
  return `<tr><th scope="row">${escaped(project)}</th>${cells.map((text) => `<td>${escaped(text)}</td>`).join("")}<td class="where">${escaped(where)}</td></tr>`;
}
