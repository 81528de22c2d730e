// The list of rules on project evaluations (项目支出绩效自评); one line each.

import type { CheckRule } from "../../rule.ts";
import { achievementDiffersFromGoal } from "./achievement-differs-from-goal.ts";
import { actualNearTarget } from "./actual-near-target.ts";
import { actualsInOwnRows } from "./actuals-in-own-rows.ts";
import { actualsMeasured } from "./actuals-measured.ts";
import { adjustedBudgetHasReason } from "./adjusted-budget-has-reason.ts";
import { benefitTargetsDiffer } from "./benefit-targets-differ.ts";
import { budgetWordsAgreeWithForm } from "./budget-words-agree-with-form.ts";
import { conclusionStatesTotal } from "./conclusion-states-total.ts";
import { conclusionAgreesWithIndicators } from "./conclusion-agrees-with-indicators.ts";
import { costActualsMatchExecution } from "./cost-actuals-match-execution.ts";
import { costOverTargetNotFullMarks } from "./cost-over-target-not-full-marks.ts";
import { costSavingGetsFullMarks } from "./cost-saving-gets-full-marks.ts";
import { costTargetIsUpperLimit } from "./cost-target-is-upper-limit.ts";
import { costTargetWithinBudget } from "./cost-target-within-budget.ts";
import { exactTargetExceededExplained } from "./exact-target-exceeded-explained.ts";
import { executedWithinBudget } from "./executed-within-budget.ts";
import { executionPointsFollowEdition } from "./execution-points-follow-edition.ts";
import { executionRateFollowsAmounts } from "./execution-rate-follows-amounts.ts";
import { executionScoreFollowsRate } from "./execution-score-follows-rate.ts";
import { fullScoreWithProblemsIsExplained } from "./full-score-with-problems-is-explained.ts";
import { fullTotalNeedsFullExecution } from "./full-total-needs-full-execution.ts";
import { fundSourcesSumToTotal } from "./fund-sources-sum-to-total.ts";
import { goalFiguresReached } from "./goal-figures-reached.ts";
import { gradeFollowsScore } from "./grade-follows-score.ts";
import { indicatorHasPoints } from "./indicator-has-points.ts";
import { indicatorNamesUnique } from "./indicator-names-unique.ts";
import { indicatorPointsSumToHundred } from "./indicator-points-sum-to-hundred.ts";
import { indicatorScoresKeepPaceWithExecution } from "./indicator-scores-keep-pace-with-execution.ts";
import { indicatorScoresSumToTotal } from "./indicator-scores-sum-to-total.ts";
import { levelPointsEqualSum } from "./level-points-equal-sum.ts";
import { levelPointsFollowEdition } from "./level-points-follow-edition.ts";
import { listedCostsSumToBudget } from "./listed-costs-sum-to-budget.ts";
import { lowExecutionNotFullOutput } from "./low-execution-not-full-output.ts";
import { missedScoreIsProportional } from "./missed-score-is-proportional.ts";
import { missedTargetNotFullMarks } from "./missed-target-not-full-marks.ts";
import { overAchievementHasReason } from "./over-achievement-has-reason.ts";
import { overLimitScoreIsProportional } from "./over-limit-score-is-proportional.ts";
import { problemsHaveMeasures } from "./problems-have-measures.ts";
import { rateWithinHundred } from "./rate-within-hundred.ts";
import { reachedTargetGetsFullMarks } from "./reached-target-gets-full-marks.ts";
import { remainingFollowsExecution } from "./remaining-follows-execution.ts";
import { requiredPartsFilled } from "./required-parts-filled.ts";
import { resultFiguresAgree } from "./result-figures-agree.ts";
import { scoreLossHasReason } from "./score-loss-has-reason.ts";
import { scoreLossReasonIsSpecific } from "./score-loss-reason-is-specific.ts";
import { scoreWithinPoints } from "./score-within-points.ts";
import { scoreWithinTier } from "./score-within-tier.ts";
import { surplusRateExplained } from "./surplus-rate-explained.ts";
import { textAmountsMatchForm } from "./text-amounts-match-form.ts";
import { textBelongsToProject } from "./text-belongs-to-project.ts";
import { timelinessInYear } from "./timeliness-in-year.ts";
import { unitCostTimesQuantityMatchesExecution } from "./unit-cost-times-quantity-matches-execution.ts";
import { unitFitsName } from "./unit-fits-name.ts";
import { unitsAgree } from "./units-agree.ts";
import { zeroExecutionHasNoOutput } from "./zero-execution-has-no-output.ts";

export const projectEvaluationRules: readonly CheckRule[] = [
  indicatorPointsSumToHundred,
  executionPointsFollowEdition,
  levelPointsFollowEdition,
  levelPointsEqualSum,
  indicatorHasPoints,
  scoreWithinPoints,
  indicatorScoresSumToTotal,
  executionRateFollowsAmounts,
  executionScoreFollowsRate,
  executedWithinBudget,
  fundSourcesSumToTotal,
  adjustedBudgetHasReason,
  missedScoreIsProportional,
  reachedTargetGetsFullMarks,
  missedTargetNotFullMarks,
  overLimitScoreIsProportional,
  exactTargetExceededExplained,
  scoreWithinTier,
  overAchievementHasReason,
  scoreLossHasReason,
  scoreLossReasonIsSpecific,
  zeroExecutionHasNoOutput,
  lowExecutionNotFullOutput,
  costOverTargetNotFullMarks,
  costTargetIsUpperLimit,
  costSavingGetsFullMarks,
  costTargetWithinBudget,
  timelinessInYear,
  unitsAgree,
  indicatorNamesUnique,
  benefitTargetsDiffer,
  gradeFollowsScore,
  fullTotalNeedsFullExecution,
  indicatorScoresKeepPaceWithExecution,
  surplusRateExplained,
  actualsInOwnRows,
  actualNearTarget,
  requiredPartsFilled,
  achievementDiffersFromGoal,
  textAmountsMatchForm,
  rateWithinHundred,
  remainingFollowsExecution,
  actualsMeasured,
  goalFiguresReached,
  textBelongsToProject,
  costActualsMatchExecution,
  unitCostTimesQuantityMatchesExecution,
  listedCostsSumToBudget,
  unitFitsName,
  conclusionAgreesWithIndicators,
  budgetWordsAgreeWithForm,
  resultFiguresAgree,
  conclusionStatesTotal,
  problemsHaveMeasures,
  fullScoreWithProblemsIsExplained,
];
