// 名词解释 as an edition words it: a term, what it means, and the facts whose presence makes it a term of
// the report.

import type { FactAddress } from "../disclosure/address.ts";

/** Term (名词): explained where one of the facts is other than zero; [] is explained always. */
export interface Term {
  readonly name: string;
  readonly meaning: string;
  readonly usedBy: readonly FactAddress[];
}

/** FunctionItemMeaning: what a functional 项 covers, by its code or by the last digits that are customary. */
export interface FunctionItemMeaning {
  /** Seven digits, or the last two of any 项. */
  readonly code: string;
  /** The name the meaning goes with; a 项 of another name is not meant. */
  readonly name: string;
  readonly meaning: string;
}

/** Glossary (名词解释) of an edition. */
export interface Glossary {
  readonly terms: readonly Term[];
  readonly items: readonly FunctionItemMeaning[];
}
