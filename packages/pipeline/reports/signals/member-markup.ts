// The list behind a group or a mark as a table.

import type { SignalMember } from "@jueming/core/signals/signal.ts";

import { escaped } from "../html/markup.ts";
import { placeText } from "../wording.ts";

interface Column {
  readonly name: string;
  readonly text: (member: SignalMember) => string;
  readonly look: "n" | "where" | "";
}

/** The members as a table, at most so many; how many are left out is said. */
export function memberTable(members: readonly SignalMember[], most: number): string {
  const shown = members.slice(0, most);
  const columns = columnsOf(shown);
  const head = columns.map(({ name, look }) => `<th scope="col"${classOf(look)}>${escaped(name)}</th>`);
  const rows = shown.map((member) => {
    const cells = columns.map(({ text, look }) => `<td${classOf(look)}>${escaped(text(member))}</td>`);
    return `<tr><th scope="row">${escaped(member.project)}</th>${cells.join("")}</tr>`;
  });
  const rest =
    members.length > shown.length
      ? `<p class="rest">另有 ${members.length - shown.length} 项未列；完整名单见 JSON 格式。</p>`
      : "";
  return `<div class="scroll"><table class="plain"><thead><tr><th scope="col">项目</th>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div>${rest}`;
}

/** A column that says the same in every line of a list says nothing, unless there is but one line. */
function columnsOf(members: readonly SignalMember[]): readonly Column[] {
  const names = [...new Set(members.flatMap(({ figures }) => figures.map(({ name }) => name)))];
  const isOneUnit = new Set(members.map(({ unit }) => unit)).size === 1 && members.length > 1;
  const hasSubject = members.some(({ subject }) => subject !== null);
  return [
    ...(isOneUnit ? [] : [{ name: "单位", text: ({ unit }) => unit, look: "" } satisfies Column]),
    { name: "年度", text: ({ year }) => (year === null ? "" : String(year)), look: "n" },
    ...(hasSubject
      ? [{ name: "指标或文字", text: ({ subject }) => subject ?? "", look: "" } satisfies Column]
      : []),
    ...names.map((name): Column => ({
      name,
      text: (member) => figureNamed(member, name),
      look: lookOf(members, name),
    })),
    {
      name: "位置",
      text: ({ source, place }) => `${source} ${placeText(place, source)}`.trim(),
      look: "where",
    },
  ];
}

function figureNamed({ figures }: SignalMember, name: string): string {
  return figures.find((figure) => figure.name === name)?.value ?? "";
}

/** Figures stand at the right and are never broken; words may be. */
function lookOf(members: readonly SignalMember[], name: string): Column["look"] {
  return members.every((member) => figureNamed(member, name).length <= 14) ? "n" : "";
}

function classOf(look: Column["look"]): string {
  return look === "" ? "" : ` class="${look}"`;
}
