// The list of rules on single tables; those of the sums come from the concepts themselves.

import type { CheckRule } from "../../rule.ts";
import { amountsNotNegative } from "./amounts-not-negative.ts";
import { capitalConstructionNotBasic } from "./capital-construction-not-basic.ts";
import { codesValidAndUnique } from "./codes-valid-and-unique.ts";
import { countsAreWhole } from "./counts-are-whole.ts";
import { figuresReadable } from "./figures-readable.ts";
import { identityRules } from "./identity-rules.ts";
import { itemKindRules } from "./item-kind-fits-column.ts";
import { namesMatchCodes } from "./names-match-codes.ts";
import { otherGoodsShareModerate } from "./other-goods-share-moderate.ts";
import { rowsReachItems } from "./rows-reach-items.ts";

export const tableRules: readonly CheckRule[] = [
  ...identityRules,
  amountsNotNegative,
  codesValidAndUnique,
  namesMatchCodes,
  rowsReachItems,
  ...itemKindRules,
  capitalConstructionNotBasic,
  otherGoodsShareModerate,
  countsAreWhole,
  figuresReadable,
];
