// Runs the rules over a disclosure and gathers verdicts with their coverage. Silence would read as
// a pass, so every rule answers for every subject: held, not applicable, not checked, or a finding.

import { nestedQuotes } from "../document/quotation-marks.ts";
import type { Disclosure } from "../disclosure/disclosure.ts";
import { indexFacts } from "../disclosure/facts.ts";
import type { Edition } from "../regions/edition.ts";
import { causesOf } from "./causes.ts";
import type { CheckOutcome, Finding, FindingDraft, Severity } from "./finding.ts";
import type { CheckContext, CheckRule, RuleDescription, UnitRule } from "./rule.ts";

/** NotChecked: a check whose part should be there and is missing or unreadable. */
export interface NotChecked {
  readonly rule: string;
  readonly code: string;
  readonly subject: string | null;
  readonly reason: string;
}

/** CheckSummary: findings by severity and the coverage of the checks. */
export interface CheckSummary {
  readonly error: number;
  readonly warning: number;
  readonly hint: number;
  /** Checks that ran, with or without a finding. */
  readonly checksRun: number;
  readonly checksNotApplicable: number;
  readonly checksNotChecked: number;
}

/** RuleCoverage (规则覆盖情况): what became of one rule's checks on all its subjects. */
export interface RuleCoverage {
  readonly rule: string;
  readonly code: string;
  readonly title: string;
  readonly held: number;
  readonly found: number;
  readonly notApplicable: number;
  readonly notChecked: number;
  /** Why checks were not applicable, each reason once. */
  readonly notApplicableReasons: readonly string[];
}

/** CheckResult: what checking one disclosure (or one unit's disclosures together) says. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
  /** Each rule that answered, in the order of the rules. */
  readonly coverage: readonly RuleCoverage[];
  readonly summary: CheckSummary;
}

/** ContextOptions: material besides the disclosure itself. */
export interface ContextOptions {
  readonly edition: Edition;
  readonly prior?: Disclosure | null;
  readonly budget?: Disclosure | null;
}

/** Prepares what rules look at. */
export function contextOf(disclosure: Disclosure, options: ContextOptions): CheckContext {
  return {
    disclosure,
    edition: options.edition,
    facts: indexFacts(disclosure),
    prior: options.prior ?? null,
    budget: options.budget ?? null,
  };
}

interface Verdict {
  readonly rule: RuleDescription;
  readonly outcome: CheckOutcome;
}

/** Judges one disclosure by the given rules. */
export function runChecks(context: CheckContext, rules: readonly CheckRule[]): CheckResult {
  return gather(rules.flatMap((rule) => rule.check(context).map((outcome) => ({ rule, outcome }))));
}

/** Judges the disclosures of one unit and year, or of units and their department, together. */
export function runChecksTogether(
  contexts: readonly CheckContext[],
  rules: readonly UnitRule[],
): CheckResult {
  return gather(rules.flatMap((rule) => rule.checkTogether(contexts).map((outcome) => ({ rule, outcome }))));
}

function gather(verdicts: readonly Verdict[]): CheckResult {
  const drafted = verdicts.flatMap(({ rule, outcome }) =>
    outcome.status === "finding" ? [published(rule, outcome.finding)] : [],
  );
  const findings = causesOf(worstFirst(drafted));
  const notChecked = verdicts.flatMap(({ rule, outcome }) =>
    outcome.status === "not-checked"
      ? [{ rule: rule.id, code: rule.code, subject: outcome.subject, reason: outcome.reason }]
      : [],
  );
  return { findings, notChecked, coverage: coverageOf(verdicts), summary: summarize(findings, verdicts) };
}

function coverageOf(verdicts: readonly Verdict[]): readonly RuleCoverage[] {
  return [...Map.groupBy(verdicts, ({ rule }) => rule)].map(([rule, own]) => {
    const count = (status: CheckOutcome["status"]): number =>
      own.filter(({ outcome }) => outcome.status === status).length;
    const reasons = own.flatMap(({ outcome }) =>
      outcome.status === "not-applicable" ? [outcome.reason] : [],
    );
    return {
      rule: rule.id,
      code: rule.code,
      title: rule.title,
      held: count("held"),
      found: count("finding"),
      notApplicable: count("not-applicable"),
      notChecked: count("not-checked"),
      notApplicableReasons: [...new Set(reasons)],
    };
  });
}

/** Counts findings and coverage; explained findings do not count. */
export function countFindings(findings: readonly Finding[]): Pick<CheckSummary, Severity> {
  const count = (severity: Severity): number =>
    findings.filter((one) => one.severity === severity && one.explanation === null && one.causedBy === null)
      .length;
  return { error: count("error"), warning: count("warning"), hint: count("hint") };
}

function summarize(findings: readonly Finding[], verdicts: readonly Verdict[]): CheckSummary {
  const tally = (status: CheckOutcome["status"]): number =>
    verdicts.filter(({ outcome }) => outcome.status === status).length;
  return {
    ...countFindings(findings),
    checksRun: tally("held") + tally("finding"),
    checksNotApplicable: tally("not-applicable"),
    checksNotChecked: tally("not-checked"),
  };
}

const DOUBT = "请核对原件";

function published(rule: RuleDescription, draft: FindingDraft): Finding {
  const doubt = draft.sourceDoubt ?? false;
  const message =
    doubt && !draft.message.includes(DOUBT)
      ? `${draft.message}（可能为识别误差，${DOUBT}。）`
      : draft.message;
  return {
    rule: rule.id,
    code: rule.code,
    kind: draft.kind ?? rule.kind,
    severity: draft.severity ?? rule.severity,
    basis: rule.basis,
    subject: draft.subject,
    message: nestedQuotes(message),
    advice: nestedQuotes(draft.advice),
    operands: draft.operands.map((operand) => ({ ...operand, label: nestedQuotes(operand.label) })),
    expected: draft.expected ?? null,
    actual: draft.actual ?? null,
    gap: draft.gap ?? null,
    envelope: draft.envelope ?? null,
    sourceDoubt: doubt,
    causedBy: null,
    repair: draft.repair ?? null,
    explanation: null,
    cells: draft.cells ?? [],
    covers: draft.covers ?? [],
  };
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** Worst first; otherwise in the order of the rules and of the document. */
function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((one, index) => ({ one, index }))
    .toSorted((a, b) => RANK[a.one.severity] - RANK[b.one.severity] || a.index - b.index)
    .map(({ one }) => one);
}
