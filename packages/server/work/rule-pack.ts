// The version of the rules, kept with every version of a report that they have checked.

import { checkRules, unitRules } from "@jueming/core/checks/rules/index.ts";

import { sha256 } from "../identifiers.ts";

/** Changes whenever a rule is added, taken out or set to another severity. */
export const RULE_PACK: string = `jueming/${sha256(
  JSON.stringify(
    [...checkRules, ...unitRules].map(({ id, code, severity, kind }) => [id, code, severity, kind]),
  ),
).slice(0, 12)}`;
