// Reads and checks inputs: each by itself, then the inputs of one unit and year together.

import type { CheckResult } from "@jueming/core/checks/run-checks.ts";
import { contextOf, runChecksTogether } from "@jueming/core/checks/run-checks.ts";
import { unitRules } from "@jueming/core/checks/rules/index.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { editionOf } from "@jueming/core/regions/index.ts";

import { checkDisclosure } from "./check-disclosure.ts";
import type { Explanation } from "./explanations.ts";
import { withExplanations } from "./explanations.ts";
import type { Input } from "./inputs.ts";
import type { About, KeptDisclosure } from "./kept-disclosure.ts";
import { keptDisclosure } from "./kept-disclosure.ts";
import { withSource } from "./placed-source.ts";
import type { ReadFailure } from "./read.ts";
import { failureOf, isFailure, readInput } from "./read.ts";
import type { ReadOptions } from "./recognition.ts";
import { isSameUnit } from "./same-unit.ts";
import type { UnitGroup } from "./unit-groups.ts";

/** CheckSetup: all that checking needs besides the inputs; plain data, so that it can go to a worker. */
export interface CheckSetup extends ReadOptions {
  /** Reports of last year (--prior). */
  readonly prior: readonly Input[];
  /** Published budgets (--budget). */
  readonly budget: readonly Input[];
  readonly explanations: readonly Explanation[];
}

/** CheckedFile: a file, what was read in it, and what checking says. */
export interface CheckedFile extends KeptDisclosure {
  readonly source: string;
  readonly result: CheckResult;
}

/** CheckedUnit: what checking the inputs of one unit and year together says. */
export interface CheckedUnit {
  readonly sources: readonly string[];
  readonly duplicates: UnitGroup["duplicates"];
  readonly about: About;
  readonly result: CheckResult;
}

/** Checker: reads and checks one input after another. */
type Checker = (input: Input) => Promise<CheckedFile | ReadFailure>;

/** A checker, and the failures of the reports it compares with. */
export interface PreparedChecker {
  readonly check: Checker;
  readonly failures: readonly ReadFailure[];
}

/** Loads the rules and the reports to compare with, once for all inputs. */
export async function prepareChecker(setup: CheckSetup): Promise<PreparedChecker> {
  const prior = await readAll(setup.prior, setup);
  const budget = await readAll(setup.budget, setup);
  const check: Checker = async (input) => {
    const read = await readInput(input, setup);
    if (isFailure(read)) return read;
    const { source, disclosure } = read;
    try {
      const result = checkDisclosure(disclosure, {
        edition: editionOf(disclosure),
        prior: ofSameUnit(prior.disclosures, disclosure),
        budget: ofSameUnit(budget.disclosures, disclosure),
        explanations: setup.explanations,
      });
      return { source, ...keptDisclosure(disclosure), result };
    } catch (error) {
      return failureOf(input.source, error);
    }
  };
  return { check, failures: [...prior.failures, ...budget.failures] };
}

function ofSameUnit(candidates: readonly Disclosure[], disclosure: Disclosure): Disclosure | null {
  return candidates.find((candidate) => isSameUnit(candidate, disclosure)) ?? null;
}

async function readAll(
  inputs: readonly Input[],
  options: ReadOptions,
): Promise<{ readonly disclosures: readonly Disclosure[]; readonly failures: readonly ReadFailure[] }> {
  const disclosures: Disclosure[] = [];
  const failures: ReadFailure[] = [];
  for (const input of inputs) {
    const read = await readInput(input, options);
    if (isFailure(read)) failures.push(read);
    else disclosures.push(withSource(read.disclosure, read.disclosure.source));
  }
  return { disclosures, failures };
}

/** Checks the inputs of one unit and year together. */
export function checkUnit(group: UnitGroup, setup: CheckSetup): CheckedUnit | undefined {
  const [first] = group.members;
  if (first === undefined) return undefined;
  const contexts = group.members.map(({ source, disclosure }) =>
    contextOf(withSource(disclosure(), source), { edition: editionOf(disclosure()) }),
  );
  return {
    sources: [...group.members.map(({ source }) => source), ...group.duplicates.map(({ source }) => source)],
    duplicates: group.duplicates,
    about: first.about,
    result: withExplanations(runChecksTogether(contexts, unitRules), setup.explanations),
  };
}
