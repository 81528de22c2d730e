// The columns of a ledger as people see it, and the words of its events; workbook, page and reader share them.

import { ENTRY_STATES } from "@jueming/core/rectification/entry-states.ts";
import { latenessOf } from "@jueming/core/rectification/ledger-dates.ts";
import type { EditableField, HistoryEvent, LedgerEntry } from "@jueming/core/rectification/ledger.ts";
import { EDITABLE_FIELDS, FIELD_NAMES } from "@jueming/core/rectification/ledger.ts";

export const LEDGER_SHEET = "整改台账";
export const HISTORY_SHEET = "办理记录";
export const GUIDE_SHEET = "填写说明";
/** Hidden: the entries as JSON, so that nothing is lost that the columns do not show. */
export const CARRIED_SHEET = "台账数据";

export const ID_COLUMN = "编号";
export const STATE_COLUMN = "办理状态";

/** LedgerColumn: a column of the ledger. */
export interface LedgerColumn {
  readonly name: string;
  readonly width: number;
  /** The field that people fill in, or the state. */
  readonly fills: EditableField | "state" | null;
  readonly text: (entry: LedgerEntry, today: string) => string;
}

const shown = (
  name: string,
  width: number,
  text: (entry: LedgerEntry, today: string) => string,
): LedgerColumn => ({ name, width, fills: null, text });

const FIELD_WIDTHS: Readonly<Record<EditableField, number>> = {
  ownerUnit: 14,
  owner: 9,
  measure: 32,
  dueDate: 11,
  evidence: 16,
  note: 18,
};

export const LEDGER_COLUMNS: readonly LedgerColumn[] = [
  shown(ID_COLUMN, 11, ({ id }) => id),
  shown("单位", 16, ({ unit }) => unit),
  shown("年度", 7, ({ year }) => (year === null ? "" : String(year))),
  shown("问题来源", 9, ({ origin }) => origin),
  shown("规则", 8, ({ code }) => code ?? ""),
  shown("程度", 7, ({ severity }) => severity),
  shown("对象", 18, ({ subject }) => subject),
  shown("问题", 44, ({ problem }) => problem),
  shown("位置", 18, ({ source, place }) => [source, place].filter((part) => part !== "").join(" ")),
  shown("建议", 24, ({ advice }) => advice),
  { name: STATE_COLUMN, width: 13, fills: "state", text: ({ state }) => ENTRY_STATES[state] },
  ...FIELD_NAMES.map((field): LedgerColumn => ({
    name: EDITABLE_FIELDS[field],
    width: FIELD_WIDTHS[field],
    fills: field,
    text: ({ fields }) => fields[field],
  })),
  shown("是否仍出现", 11, occurrenceText),
  shown("到期情况", 12, dueText),
  shown("上年同类问题", 28, ({ recurrence }) => recurrence?.explanation ?? ""),
];

function occurrenceText({ occurrence, state }: LedgerEntry): string {
  if (occurrence === "present") return "仍出现";
  return state === "closed" ? "已不再出现" : "已不再出现，待核实";
}

/** Whether an entry is late, in words. */
export function dueText(entry: LedgerEntry, today: string): string {
  const lateness = latenessOf(entry, today);
  switch (lateness.kind) {
    case "late":
      return `逾期 ${lateness.days} 天`;
    case "in-time":
      return "未到期";
    case "no-date":
      return "未定期限";
    case "unreadable-date":
      return "期限无法识别";
    case "finished":
      return "";
  }
}

const EVENT_WORDS: Readonly<Record<HistoryEvent["what"], string>> = {
  created: "列入台账",
  edited: "填写",
  state: "办理状态",
  gone: "已不再出现",
  reappeared: "再次出现",
  reworded: "问题数字或文字有变",
};

/** What an event says, as cells: 日期, 事项, 原值, 新值. */
export function eventCells({ date, what, field, from, to }: HistoryEvent): readonly string[] {
  const words = field === null ? EVENT_WORDS[what] : `${EVENT_WORDS[what]}${EDITABLE_FIELDS[field]}`;
  return [date, words, from, to];
}
