// The list of rules across tables.

import type { CheckRule } from "../../rule.ts";
import { tieRules } from "./tie-rules.ts";

export const acrossTablesRules: readonly CheckRule[] = [...tieRules];
