// The list of signals that are counted group by group; texts are compared across groups in texts/.

import type { SignalDefinition } from "../signal.ts";
import {
  adjustedEqualsExecuted,
  fullMarksLowExecution,
  highScoreLowExecution,
  nothingSpent,
} from "./execution.ts";
import { generousScores, sameSatisfaction, unexplainedLosses } from "./judgements.ts";
import { allNearlyFull, gradeAboveComputed, identicalTotals, roundTotals } from "./scores.ts";
import {
  actualEqualsTarget,
  indicatorUnmoved,
  onlyQualitative,
  targetBelowLastYear,
  targetLowered,
} from "./targets.ts";

/** Every signal but those in texts. */
export const signalDefinitions: readonly SignalDefinition[] = [
  gradeAboveComputed,
  highScoreLowExecution,
  fullMarksLowExecution,
  allNearlyFull,
  identicalTotals,
  roundTotals,
  generousScores,
  unexplainedLosses,
  actualEqualsTarget,
  targetLowered,
  targetBelowLastYear,
  indicatorUnmoved,
  onlyQualitative,
  sameSatisfaction,
  adjustedEqualsExecuted,
  nothingSpent,
];
