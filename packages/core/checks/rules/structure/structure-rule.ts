// What the rules on structure and wording share.

import { notApplicable } from "../../finding.ts";
import type { CheckOutcome, Operand } from "../../finding.ts";
import type { CheckContext, CheckRule, RuleDescription } from "../../rule.ts";
import type { TextMatch } from "./printed-texts.ts";

/** A rule on the structure or the wording of a document of any kind. */
export function structureRule(
  description: Omit<RuleDescription, "group">,
  check: (context: CheckContext) => readonly CheckOutcome[],
): CheckRule {
  return { group: "structure", ...description, check };
}

/** A rule on final accounts (决算公开报告) only. */
export function accountsRule(
  description: Omit<RuleDescription, "group">,
  check: (context: CheckContext) => readonly CheckOutcome[],
): CheckRule {
  return structureRule(description, (context) =>
    hasFinalAccounts(context) ? check(context) : [notApplicable(null, "不是部门决算公开报告")],
  );
}

/** True when the document holds a final-accounts report. */
export function hasFinalAccounts({ disclosure }: CheckContext): boolean {
  return disclosure.kind === "final-accounts" || disclosure.tables.length > 0;
}

/** Matches as operands, a few of them. */
export function matchOperands(label: string, matches: readonly TextMatch[]): readonly Operand[] {
  return matches.slice(0, 10).map((match) => ({ label, value: match.quote, place: match.place }));
}

/** Up to three different quotations for a message. */
export function quotations(matches: readonly { readonly quote: string }[]): string {
  const different = [...new Set(matches.map((match) => match.quote))];
  const shown = different
    .slice(0, 3)
    .map((quote) => `“${quote}”`)
    .join("、");
  return different.length > 3 ? `${shown}等${different.length}种` : shown;
}
