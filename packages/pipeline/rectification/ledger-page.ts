// The ledger as one HTML page: counts, and the entries with what is late first.

import { isOpen } from "@jueming/core/rectification/entry-states.ts";
import { ENTRY_STATES } from "@jueming/core/rectification/entry-states.ts";
import { countLedger } from "@jueming/core/rectification/ledger-counts.ts";
import { latenessOf } from "@jueming/core/rectification/ledger-dates.ts";
import type { Ledger, LedgerEntry } from "@jueming/core/rectification/ledger.ts";
import { EDITABLE_FIELDS } from "@jueming/core/rectification/ledger.ts";

import { escaped } from "../reports/html/markup.ts";
import { styledPage } from "../reports/html/styled-page.ts";
import { dueText } from "./ledger-columns.ts";
import { COUNT_WORDS } from "./ledger-counts-words.ts";

/** The page of a ledger on a day. */
export function htmlLedger(ledger: Ledger, today: string): string {
  const counts = countLedger(ledger, today);
  const boxes = COUNT_WORDS.map(([name, words]) => `<div><dt>${words}</dt><dd>${counts[name]}</dd></div>`);
  const rows = ledger.entries.toSorted((a, b) => rank(a, today) - rank(b, today));
  const head = ["编号", "问题", "办理", "责任", "整改措施", "上年同类问题"]
    .map((name) => `<th scope="col">${name}</th>`)
    .join("");
  const body = rows.map((entry) => rowMarkup(entry, today)).join("");
  const table =
    rows.length === 0
      ? "<p>台账中没有问题。</p>"
      : `<table><caption class="hidden">整改台账，逾期的在前</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
  return styledPage(
    "整改台账",
    `<header><h1>整改台账</h1><p>截至 ${escaped(today)}</p><dl class="counts">${boxes.join("")}</dl></header><main>${table}</main>`,
  );
}

/** Late ones by their days, then open ones, then the rest; sorting keeps the order of the ledger. */
function rank(entry: LedgerEntry, today: string): number {
  const lateness = latenessOf(entry, today);
  if (lateness.kind === "late") return -lateness.days;
  return isOpen(entry.state) ? 1 : 2;
}

function rowMarkup(entry: LedgerEntry, today: string): string {
  const { id, unit, year, origin, code, subject, problem, source, place, state, fields, occurrence } = entry;
  const where = [origin, code ?? "", source, place].filter((part) => part !== "").join(" ");
  const isLate = latenessOf(entry, today).kind === "late";
  const due = [fields.dueDate, dueText(entry, today)].filter((part) => part !== "").join("，");
  return [
    `<tr><th scope="row">${escaped(id)}${small([unit, year === null ? "" : `${year}年度`].join(" "))}</th>`,
    cell("问题", `<b>${escaped(subject)}</b>　${escaped(problem)}${small(where)}`),
    cell(
      "办理",
      `${ENTRY_STATES[state]}<small${isLate ? ' class="red"' : ""}>${escaped(due)}</small>${occurrence === "gone" ? small("已不再出现") : ""}`,
    ),
    cell("责任", escaped([fields.ownerUnit, fields.owner].filter((part) => part !== "").join(" ") || "未定")),
    cell(EDITABLE_FIELDS.measure, escaped(fields.measure) || "未填"),
    cell("上年同类问题", escaped(entry.recurrence?.explanation ?? "") || "无"),
    "</tr>",
  ].join("");
}

function cell(name: string, content: string): string {
  return `<td data-name="${name}">${content}</td>`;
}

function small(text: string): string {
  return text === "" ? "" : `<small>${escaped(text)}</small>`;
}
