// The list of rules on the explanation (情况说明): those of figures come from the sentences themselves.

import type { SentenceTemplate } from "../../../sentences/template.ts";
import { allSentences } from "../../../regions/index.ts";
import type { CheckRule } from "../../rule.ts";
import { budgetComparisonsAgree } from "./budget-comparisons-agree.ts";
import { changesFromNothing } from "./changes-from-nothing.ts";
import { changesFollow } from "./changes-follow.ts";
import { completionsFollow } from "./completions-follow.ts";
import { countsFitAmounts } from "./counts-fit-amounts.ts";
import { factsMatchTables } from "./facts-match-tables.ts";
import { itemBudgetsSumToTotal } from "./item-budgets-sum-to-total.ts";
import { namedItemsStandInTable } from "./named-items-stand-in-table.ts";
import { namedLevelsFollowTable } from "./named-levels-follow-table.ts";
import type { NarrativeKind } from "./narrative-rule.ts";
import { narrativeRule } from "./narrative-rule.ts";
import { sharesFollow } from "./shares-follow.ts";
import { sharesSumToHundred } from "./shares-sum-to-hundred.ts";
import { smallBusinessWithinProcurement } from "./small-business-within-procurement.ts";
import { statedPartsSumToTotal } from "./stated-parts-sum-to-total.ts";

const kinds: readonly NarrativeKind[] = [factsMatchTables, sharesFollow, completionsFollow, changesFollow];

function rulesOf(template: SentenceTemplate): readonly CheckRule[] {
  // Evaluations are judged against their own forms, by rules of their own.
  if (template.scope !== "narrative") return [];
  return kinds.flatMap((kind) => narrativeRule(template, kind) ?? []);
}

export const narrativeRules: readonly CheckRule[] = [
  ...allSentences.flatMap(rulesOf),
  changesFromNothing,
  sharesSumToHundred,
  countsFitAmounts,
  smallBusinessWithinProcurement,
  statedPartsSumToTotal,
  budgetComparisonsAgree,
  namedItemsStandInTable,
  itemBudgetsSumToTotal,
  namedLevelsFollowTable,
];
