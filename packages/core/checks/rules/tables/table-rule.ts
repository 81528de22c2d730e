// A rule that judges tables of some concepts cell by cell or row by row.

import type { AccountsTable } from "../../../disclosure/disclosure.ts";
import type { CheckOutcome } from "../../finding.ts";
import { notApplicable } from "../../finding.ts";
import type { CheckContext, CheckRule, RuleDescription } from "../../rule.ts";

/** A rule on every table of the given concepts that has data. */
export function tableRule(
  description: Omit<RuleDescription, "group">,
  concepts: readonly string[] | "all",
  judge: (table: AccountsTable, context: CheckContext) => readonly CheckOutcome[],
): CheckRule {
  return {
    ...description,
    group: "tables",
    check: (context) => {
      const tables = context.disclosure.tables.filter(
        (table) => !table.empty && (concepts === "all" || concepts.includes(table.concept)),
      );
      if (tables.length === 0) return [notApplicable(null, "没有相应的表或表中无数据")];
      return tables.flatMap((table) => judge(table, context));
    },
  };
}

/** Tables whose rows are functional codes. */
export const FUNCTION_TABLES = [
  "income",
  "expenditure",
  "general-budget-expenditure",
  "government-fund",
  "state-capital",
] as const;
