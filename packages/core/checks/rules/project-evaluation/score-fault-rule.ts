// A rule for each way in which a score and a result disagree; the judgement itself is made once.

import type { Indicator } from "../../../evaluation/project-evaluation.ts";
import type { ScoringRules } from "../../../evaluation/scoring/scoring-rules.ts";
import type { CheckOutcome, FindingKind, Severity } from "../../finding.ts";
import { finding, held, notChecked } from "../../finding.ts";
import { formatGap } from "../../outcome-format.ts";
import type { CheckRule } from "../../rule.ts";
import type { ProjectSubject } from "./project-rule.ts";
import { plain, isEmptyReason } from "../../../evaluation/scoring/printed-scores.ts";
import { indicatorCell, operand, projectRule, statedOperand } from "./project-rule.ts";
import type { ScoreFault, ScoreVerdict } from "../../../evaluation/scoring/score-verdict.ts";
import { judgeScore } from "../../../evaluation/scoring/score-verdict.ts";

type FaultVerdict = Extract<ScoreVerdict, { kind: "fault" }>;

/** ScoreFaultRule: the rule's own words; the message may use the verdict's figures. */
export interface ScoreFaultRule {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly fault: ScoreFault;
  readonly advice: string;
  readonly example: { readonly passes: string; readonly fails: string };
  readonly message: (indicator: Indicator, verdict: FaultVerdict) => string;
  /** A milder severity where the form itself explains the score. */
  readonly explained?: Severity;
}

export const SCORING_BASIS =
  "《项目支出绩效评价管理办法》（财预〔2020〕10号）：定量指标达到目标值得满分，未达到的按完成值与目标值的比例计分；定性指标按达成、部分达成、未达成三档计分";

/** Makes the rule for one fault. */
export function scoreFaultRule(rule: ScoreFaultRule): CheckRule {
  const { id, code, title, kind, severity, example } = rule;
  return projectRule(
    { id, code, title, kind, severity, example, basis: SCORING_BASIS },
    (subject, { edition }) =>
      subject.evaluation.indicators.map((indicator) => {
        const verdict = verdictOf(indicator, edition.scoring);
        const label = `${subject.name} ${indicator.name}`;
        if (verdict.kind === "not-judged") return notChecked(label, verdict.reason);
        if (verdict.kind === "fits" || verdict.fault !== rule.fault) return held(label);
        return faultFinding(subject, indicator, verdict, rule);
      }),
  );
}

interface Judged {
  readonly scoring: ScoringRules;
  readonly verdict: ScoreVerdict;
}

// An indicator never changes once read, and a rule for each fault asks for its verdict.
const judged = new WeakMap<Indicator, Judged>();

function verdictOf(indicator: Indicator, scoring: ScoringRules): ScoreVerdict {
  const known = judged.get(indicator);
  if (known?.scoring === scoring) return known.verdict;
  const verdict = judgeScore(indicator, scoring);
  judged.set(indicator, { scoring, verdict });
  return verdict;
}

function faultFinding(
  subject: ProjectSubject,
  indicator: Indicator,
  verdict: FaultVerdict,
  rule: ScoreFaultRule,
): CheckOutcome {
  const explained = rule.explained !== undefined && !isEmptyReason(indicator.reason?.text);
  const doubtful = indicator.doubtful || verdict.tier?.clipped === true;
  const reason = explained ? `（已填原因：${indicator.reason?.text ?? ""}）` : "";
  const milder: Severity = rule.severity === "error" ? "warning" : rule.severity;
  return finding({
    subject: subject.name,
    message: `项目“${subject.name}”指标“${indicator.name}”${rule.message(indicator, verdict)}${reason}。`,
    advice: rule.advice,
    operands: [
      statedOperand("指标值", printedTarget(indicator), indicator.target?.place ?? indicator.place),
      statedOperand("完成值", indicator.actual?.raw ?? "", indicator.actual?.place ?? indicator.place),
      operand("分值", indicator.points, indicator.place),
      operand("得分", indicator.score, indicator.place),
    ],
    expected: verdict.low.eq(verdict.high)
      ? plain(verdict.low)
      : `${plain(verdict.low)}—${plain(verdict.high)}`,
    actual: plain(verdict.score),
    gap: formatGap(
      verdict.score.lt(verdict.low) ? verdict.score.minus(verdict.low) : verdict.score.minus(verdict.high),
    ),
    envelope: "0",
    sourceDoubt: doubtful,
    severity: explained ? (rule.explained ?? rule.severity) : doubtful ? milder : rule.severity,
    cells: [indicatorCell(subject, indicator, "score"), indicatorCell(subject, indicator, "actual")],
  });
}

/** The target as people read it, with the comparator that its direction implies. */
export function printedTarget(indicator: Indicator): string {
  const target = indicator.target;
  if (target === null) return "";
  if (target.comparator === null || target.raw.includes(target.comparator)) return target.raw;
  return `${target.comparator}${target.raw}${target.unit !== null && !target.raw.includes(target.unit) ? target.unit : ""}`;
}
