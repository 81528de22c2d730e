// CheckRule: a typed object with a function. No rule engine: a rule reads the disclosure and answers.

import type { Disclosure } from "../disclosure/disclosure.ts";
import type { FactIndex } from "../disclosure/facts.ts";
import type { Edition } from "../regions/edition.ts";
import type { CheckOutcome, FindingKind, Severity } from "./finding.ts";

/** CheckContext: all that a rule may look at. */
export interface CheckContext {
  readonly disclosure: Disclosure;
  readonly edition: Edition;
  readonly facts: FactIndex;
  /** Last year's disclosure of the same unit (--prior). */
  readonly prior: Disclosure | null;
  /** The published budget of the same unit and year (--budget). */
  readonly budget: Disclosure | null;
}

/** RuleDescription: what docs/rules.md says of a rule. */
export interface RuleDescription {
  /** Says what is right, in kebab case. */
  readonly id: string;
  /** Short code such as T1-01, unique. */
  readonly code: string;
  /** Chinese: what is right. */
  readonly title: string;
  readonly group: RuleGroup;
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** Document and clause, in Chinese. */
  readonly basis: string;
  /** What the rule needs to run, in Chinese. */
  readonly needs: string;
  /** One example that passes and one that fails, in Chinese with figures. */
  readonly example: { readonly passes: string; readonly fails: string };
}

export type RuleGroup =
  | "tables"
  | "across-tables"
  | "narrative"
  | "structure"
  | "project-evaluation"
  | "department-evaluation"
  | "across-documents"
  | "across-years"
  | "budget";

/** CheckRule: judges one disclosure. */
export interface CheckRule extends RuleDescription {
  readonly check: (context: CheckContext) => readonly CheckOutcome[];
}

/** UnitRule: judges all disclosures of one unit and year together, or units against their department. */
export interface UnitRule extends RuleDescription {
  readonly checkTogether: (contexts: readonly CheckContext[]) => readonly CheckOutcome[];
}
