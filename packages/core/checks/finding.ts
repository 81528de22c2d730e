// Finding: a verdict that can be argued with (DESIGN §3.3), and what a rule may answer.

import type { Place } from "../document/document.ts";

/** Severity: error 必须更正, warning 需要说明, hint 提示. */
export type Severity = "error" | "warning" | "hint";

/** FindingKind: logic 逻辑性 (must be corrected), explain 核实性 (must be explained; the explanation is kept). */
export type FindingKind = "logic" | "explain";

/** Operand: a figure that a finding rests on. */
export interface Operand {
  readonly label: string;
  /** As printed, with its unit where that helps; null is blank. */
  readonly value: string | null;
  readonly place: Place;
}

/** Repair: a change of one cell that mends the finding and those caused by it; a proposal, never done silently. */
export interface Repair {
  readonly place: Place;
  readonly from: string;
  readonly to: string;
}

/** FindingDraft: what a rule says; the runner adds rule, code, kind and basis. */
export interface FindingDraft {
  /** What the finding is about: a table title, a project's name, a section. */
  readonly subject: string;
  /** Simplified Chinese; names its subject and its figures; a reviewer can copy it. */
  readonly message: string;
  /** What to do, in Chinese. */
  readonly advice: string;
  readonly operands: readonly Operand[];
  readonly expected?: string | null;
  readonly actual?: string | null;
  readonly gap?: string | null;
  readonly envelope?: string | null;
  /** True when it may be a misreading of the document; the message then says 请核对原件. */
  readonly sourceDoubt?: boolean;
  /** Lower or raise the rule's own severity for this finding. */
  readonly severity?: Severity;
  readonly kind?: FindingKind;
  readonly repair?: Repair | null;
  /** Keys (addressKey, or evaluation cell keys) of the cells involved: findings that share one are grouped. */
  readonly cells?: readonly string[];
  /** Keys of cells whose other findings this one explains: they are folded under it. */
  readonly covers?: readonly string[];
}

/** Finding: as CONTRACT §4 publishes it. */
export interface Finding {
  readonly rule: string;
  readonly code: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly basis: string;
  readonly subject: string;
  readonly message: string;
  readonly advice: string;
  readonly operands: readonly Operand[];
  readonly expected: string | null;
  readonly actual: string | null;
  readonly gap: string | null;
  readonly envelope: string | null;
  readonly sourceDoubt: boolean;
  /** Index of the finding that names the common cause, else null. */
  readonly causedBy: number | null;
  readonly repair: Repair | null;
  /** The kept explanation that applies (核实性 only), else null. */
  readonly explanation: string | null;
  readonly cells: readonly string[];
  readonly covers: readonly string[];
}

/** CheckOutcome: a check is a rule on a subject; each says what became of it. */
export type CheckOutcome =
  | { readonly status: "held"; readonly subject: string }
  | { readonly status: "not-applicable"; readonly subject: string | null; readonly reason: string }
  | { readonly status: "not-checked"; readonly subject: string | null; readonly reason: string }
  | { readonly status: "finding"; readonly finding: FindingDraft };

export const held = (subject: string): CheckOutcome => ({ status: "held", subject });
export const notApplicable = (subject: string | null, reason: string): CheckOutcome => ({
  status: "not-applicable",
  subject,
  reason,
});
export const notChecked = (subject: string | null, reason: string): CheckOutcome => ({
  status: "not-checked",
  subject,
  reason,
});
export const finding = (draft: FindingDraft): CheckOutcome => ({ status: "finding", finding: draft });
