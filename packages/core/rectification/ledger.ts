// The ledger of rectification (整改台账): one entry a problem, from 待整改 to 已核实销号. Entries are never
// taken out; what changes is told by the entry's history, to which is only added.

import type { EntryState } from "./entry-states.ts";

/** ProblemOrigin (问题来源): where a problem comes from; words of people, such as 审计, are kept as they are. */
export const ORIGINS = ["核对", "自评"] as const;

/** Occurrence (是否仍出现): whether the last run that read the material still met the problem. */
export type Occurrence = "present" | "gone";

/** EDITABLE_FIELDS: what people fill in, with the words of its column. */
export const EDITABLE_FIELDS = {
  ownerUnit: "责任单位",
  owner: "责任人",
  measure: "整改措施",
  dueDate: "整改期限",
  evidence: "佐证材料",
  note: "说明",
} as const;
export type EditableField = keyof typeof EDITABLE_FIELDS;
export type EntryFields = Readonly<Record<EditableField, string>>;
// The keys of an object literal are its own.
export const FIELD_NAMES = Object.keys(EDITABLE_FIELDS) as readonly EditableField[];

export const NO_FIELDS: EntryFields = {
  ownerUnit: "",
  owner: "",
  measure: "",
  dueDate: "",
  evidence: "",
  note: "",
};

/** LedgerProblem (问题): a problem before it has an entry. */
export interface LedgerProblem {
  readonly origin: string;
  readonly unit: string;
  readonly year: number | null;
  /** Id of the rule that found it; null for a problem that people stated. */
  readonly rule: string | null;
  readonly code: string | null;
  /** 错误, 警告, 提示; empty where nobody judged it. */
  readonly severity: string;
  readonly subject: string;
  readonly problem: string;
  readonly advice: string;
  /** Where it stands, as people look it up: the file and the place in it. */
  readonly source: string;
  readonly place: string;
  /** The measure that the report itself gives; empty where it gives none. */
  readonly measure: string;
}

/** HistoryEvent (办理记录): one change; `field` and the values only where a field was edited. */
export interface HistoryEvent {
  /** ISO date: 2025-11-30. */
  readonly date: string;
  readonly what: "created" | "edited" | "state" | "gone" | "reappeared" | "reworded";
  readonly field: EditableField | null;
  readonly from: string;
  readonly to: string;
}

/** Recurrence (屡改屡犯): the entry of last year that this one repeats, and why we think so. */
export interface Recurrence {
  readonly id: string;
  readonly year: number | null;
  /** True where last year's entry was closed; else it was carried over unfinished. */
  readonly wasClosed: boolean;
  readonly explanation: string;
}

/** LedgerEntry (台账条目). */
export interface LedgerEntry extends Omit<LedgerProblem, "measure"> {
  /** 2025-0001, given once. */
  readonly id: string;
  readonly state: EntryState;
  readonly fields: EntryFields;
  readonly occurrence: Occurrence;
  readonly recurrence: Recurrence | null;
  readonly history: readonly HistoryEvent[];
}

/** Ledger (台账). */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
}

export const EMPTY_LEDGER: Ledger = { entries: [] };
