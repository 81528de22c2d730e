// What a report is composed of: the disclosure, what other disclosures say of last year and of the budget,
// and the edition in whose form it is written.

import type { Disclosure } from "../disclosure/disclosure.ts";
import type { Edition } from "../regions/edition.ts";

/** Material: what is written, and in which form. */
export interface Material {
  readonly disclosure: Disclosure;
  readonly edition: Edition;
  /** Last year's final accounts; its figures win over what the disclosure says of last year. */
  readonly prior: Disclosure | null;
  /** The year's budget; its figures win over what the disclosure says of the initial budget. */
  readonly budget: Disclosure | null;
}

/** The name by which the reporting unit is called in its report. */
export const unitNameOf = ({ unit, department }: Disclosure): string => unit.name ?? department.name ?? "";
