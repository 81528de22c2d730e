// A finding as the published JSON has it (schemas/findings.schema.json), as far as the panel shows it.

import type { Severity } from "../../look/severity.tsx";

/** Place (位置) of a figure in the report; the panel only hands it on. */
export type FindingPlace = Readonly<Record<string, unknown>>;

export interface FindingOperand {
  readonly label: string;
  readonly value: string | null;
  readonly place: FindingPlace;
}

/** Finding (发现). */
export interface Finding {
  readonly rule: string;
  readonly code: string;
  /** logic 逻辑性: to be corrected; explain 核实性: to be explained. */
  readonly kind: "logic" | "explain";
  readonly severity: Severity;
  readonly subject: string;
  readonly message: string;
  readonly advice: string;
  readonly basis: string;
  readonly operands: readonly FindingOperand[];
  readonly expected: string | null;
  readonly actual: string | null;
  readonly gap: string | null;
  readonly sourceDoubt: boolean;
  /** Number of the finding that has the same cause, in the list. */
  readonly causedBy: number | null;
  readonly explanation?: string | null;
}

/** OfferedExplanation (去年的说明): what was said of the same finding a year before. */
export interface OfferedExplanation {
  readonly ref: string;
  readonly year: number;
  readonly text: string;
  readonly sameFigures: boolean;
}

/** Keeps an explanation; `from` is the one of last year that it was taken from. */
export type ExplainFinding = (finding: Finding, text: string, from: string | null) => void;

/** What was to be checked and could not be. */
export interface NotChecked {
  readonly rule: string;
  readonly code: string;
  readonly subject: string | null;
  readonly reason: string;
}
