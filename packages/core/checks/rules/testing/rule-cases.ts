// Cases of rules as tables: what a rule says of a sketch, by status and severity.

import type { FindingDraft } from "../../finding.ts";
import type { CheckRule, UnitRule } from "../../rule.ts";
import type { DisclosureSketch } from "./disclosure-builder.ts";
import type { ContextSketch } from "./rule-context.ts";
import { findingsIn, outcomesOf, outcomesTogether, statusesOf } from "./rule-context.ts";

/** Expected: a status that every outcome or one of them has; an error, warning or hint for findings. */
export type Expected = "held" | "not-applicable" | "not-checked" | "error" | "warning" | "hint";

/** RuleCase: a rule by id, what the case is about, a sketch and what the rule says of it. */
export interface RuleCase {
  readonly rule: string;
  readonly when: string;
  readonly sketch: DisclosureSketch;
  readonly around?: ContextSketch;
  readonly says: Expected;
  /** Words that the first finding's message must have: its figures. */
  readonly names?: readonly string[];
}

/** UnitCase: the same for a rule on several documents. */
export interface UnitCase extends Omit<RuleCase, "sketch" | "around"> {
  readonly sketches: readonly DisclosureSketch[];
}

/** The answer of a rule in one word: the severity of its first finding, else the status of its outcomes. */
export function answerOf(
  rule: CheckRule,
  one: RuleCase,
): { readonly says: string; readonly message: string } {
  return answer(rule, outcomesOf(rule, one.sketch, one.around));
}

/** The same for a rule on several documents. */
export function unitAnswerOf(
  rule: UnitRule,
  one: UnitCase,
): { readonly says: string; readonly message: string } {
  return answer(rule, outcomesTogether(rule, one.sketches));
}

function answer(
  rule: CheckRule | UnitRule,
  outcomes: ReturnType<typeof outcomesOf>,
): { says: string; message: string } {
  const [first, ...others] = findingsIn(outcomes);
  if (first !== undefined) [first, ...others].forEach(mustBeSigned);
  if (first !== undefined) return { says: first.severity ?? rule.severity, message: first.message };
  const statuses = statusesOf(outcomes);
  const says =
    ["not-checked", "held", "not-applicable"].find((status) => statuses.includes(status)) ?? "nothing";
  return { says, message: "" };
}

/** A gap is what is printed less what is due, in every rule: 应为 10.00, 实际 12.00, 相差 2.00. */
function mustBeSigned({ message, expected, actual, gap }: FindingDraft): void {
  const [due, printed, between] = [expected, actual, gap].map((text) => Number(text ?? Number.NaN));
  if (due === undefined || printed === undefined || between === undefined) return;
  if (Number.isNaN(due + printed + between)) return;
  if (Math.sign(printed - due) !== Math.sign(between)) throw new Error(`gap of the wrong sign: ${message}`);
}

/** The rules without a case that finds something or without one that finds nothing. */
export function uncovered(
  rules: readonly { readonly id: string }[],
  cases: readonly (RuleCase | UnitCase)[],
): readonly string[] {
  const severities = new Set(["error", "warning", "hint"]);
  return rules
    .map(({ id }) => id)
    .filter((id) => {
      const own = cases.filter(({ rule }) => rule === id);
      return !own.some(({ says }) => severities.has(says)) || !own.some(({ says }) => !severities.has(says));
    });
}
