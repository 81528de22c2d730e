// Checks one disclosure that is at hand, beside those of last year and the budget.

import type { CheckResult } from "@jueming/core/checks/run-checks.ts";
import { contextOf, runChecks } from "@jueming/core/checks/run-checks.ts";
import { checkRules } from "@jueming/core/checks/rules/index.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";

import type { Explanation } from "./explanations.ts";
import { withExplanations } from "./explanations.ts";

/** CheckedBeside: what a disclosure is checked beside. */
export interface CheckedBeside {
  readonly edition: Edition;
  readonly prior?: Disclosure | null;
  readonly budget?: Disclosure | null;
  readonly explanations?: readonly Explanation[];
}

/** What all rules say of a disclosure; explained findings do not count. */
export function checkDisclosure(disclosure: Disclosure, beside: CheckedBeside): CheckResult {
  const { edition, prior = null, budget = null, explanations = [] } = beside;
  return withExplanations(
    runChecks(contextOf(disclosure, { edition, prior, budget }), checkRules),
    explanations,
  );
}
