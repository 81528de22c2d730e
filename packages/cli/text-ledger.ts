// The ledger on a terminal: its counts, then what is late, what came back and what waits for verification.

import { ENTRY_STATES, isOpen } from "@jueming/core/rectification/entry-states.ts";
import { countLedger } from "@jueming/core/rectification/ledger-counts.ts";
import { latenessOf } from "@jueming/core/rectification/ledger-dates.ts";
import type { Ledger, LedgerEntry } from "@jueming/core/rectification/ledger.ts";
import { COUNT_WORDS } from "@jueming/pipeline/rectification/ledger-counts-words.ts";
import { dueText } from "@jueming/pipeline/rectification/ledger-columns.ts";

import type { Paint } from "./paint.ts";
import { alignedRows } from "./printed-width.ts";

const COLUMNS = [{}, {}, {}, { limit: 24 }, { limit: 70 }];
const SHOWN = 30;

/** The ledger in lines. */
export function textLedger(ledger: Ledger, today: string, paint: Paint): string {
  const counts = countLedger(ledger, today);
  const head = COUNT_WORDS.map(([name, words]) => `${words} ${counts[name]}`).join("，");
  const { entries } = ledger;
  const late = entries.filter((entry) => latenessOf(entry, today).kind === "late");
  const parts = [
    listing("逾期", late, today, paint),
    listing(
      "屡改屡犯",
      entries.filter(({ recurrence }) => recurrence?.wasClosed === true),
      today,
      paint,
    ),
    listing(
      "已不再出现，待核实",
      entries.filter(({ occurrence, state }) => occurrence === "gone" && isOpen(state)),
      today,
      paint,
    ),
    listing(
      "其他未办结",
      entries.filter(
        (entry) =>
          isOpen(entry.state) &&
          entry.occurrence === "present" &&
          !late.includes(entry) &&
          entry.recurrence?.wasClosed !== true,
      ),
      today,
      paint,
    ),
  ];
  return `${paint.strong("整改台账")}  ${today}\n${head}。\n${parts.join("")}`;
}

function listing(title: string, entries: readonly LedgerEntry[], today: string, paint: Paint): string {
  if (entries.length === 0) return "";
  const rows = entries
    .slice(0, SHOWN)
    .map((entry) => [
      entry.id,
      ENTRY_STATES[entry.state],
      dueText(entry, today),
      entry.subject,
      entry.recurrence === null ? entry.problem : `${entry.problem}（${entry.recurrence.explanation}）`,
    ]);
  const more = entries.length > SHOWN ? `\n……另有 ${entries.length - SHOWN} 条，见台账。` : "";
  return `\n${paint.strong(`${title}（${entries.length}）`)}\n${alignedRows(rows, COLUMNS).join("\n")}${more}\n`;
}
