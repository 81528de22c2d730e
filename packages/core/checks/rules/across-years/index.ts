// The rules that compare with last year's disclosure.

import type { CheckRule } from "../../rule.ts";
import { impliedPriorMatchesPrior } from "./implied-prior-matches-prior.ts";
import { openingCarriesOnClosing } from "./opening-carries-on-closing.ts";
import { vehicleChangeIsExplained } from "./vehicle-change-is-explained.ts";

export const acrossYearsRules: readonly CheckRule[] = [
  ...openingCarriesOnClosing,
  impliedPriorMatchesPrior,
  vehicleChangeIsExplained,
];
