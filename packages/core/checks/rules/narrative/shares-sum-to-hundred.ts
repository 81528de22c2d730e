import type { NarrativeSentence, ProseFigure } from "../../../disclosure/disclosure.ts";
import { addressKey } from "../../../disclosure/address.ts";
import { add, compareIntervals, intervalOf, middle, ZERO } from "../../../figures/interval.ts";
import { MILLIONTHS } from "../../../figures/figure.ts";
import { PERCENT } from "../../../figures/unit.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import type { CheckContext, CheckRule } from "../../rule.ts";
import { expressionOf } from "./expressions.ts";
import { proseOperand, readableOf, valuesOf } from "./narrative-rule.ts";

interface ShareGroup {
  readonly shares: readonly ProseFigure[];
  readonly sentence: NarrativeSentence;
}

const HUNDRED = { low: 100n * MILLIONTHS, high: 100n * MILLIONTHS };

/** Shares of one whole in a sentence, when the parts that it lists make up the whole. */
function completeGroups(sentence: NarrativeSentence, context: CheckContext): readonly ShareGroup[] {
  const template = context.edition.sentences.find(({ id }) => id === sentence.template);
  if (template === undefined) return [];
  const shares = sentence.figures.flatMap((prose) => {
    const expression = prose.derived === "share" ? expressionOf(template, prose) : undefined;
    return expression?.kind === "share" ? [{ prose, expression }] : [];
  });
  const byWhole = Map.groupBy(shares, ({ expression }) => addressKey(expression.whole));
  return [...byWhole.values()].flatMap((group) => {
    const whole =
      group[0] === undefined
        ? undefined
        : readableOf(valuesOf(group[0].expression.whole, sentence, context))[0];
    const parts = group.map(({ expression }) => readableOf(valuesOf(expression.of, sentence, context))[0]);
    if (whole === undefined || group.length < 2 || parts.includes(undefined)) return [];
    const sum = parts.reduce(
      (total, part) => (part === undefined ? total : add(total, intervalOf(part))),
      ZERO,
    );
    const complete = compareIntervals(sum, intervalOf(whole)).verdict !== "impossible";
    return complete ? [{ shares: group.map(({ prose }) => prose), sentence }] : [];
  });
}

function judge({ shares, sentence }: ShareGroup): CheckOutcome {
  const figures = shares.flatMap(({ figure }) => (figure.kind === "figure" ? [figure] : []));
  const sum = figures.reduce((total, figure) => add(total, intervalOf(figure)), ZERO);
  const result = compareIntervals(sum, HUNDRED);
  if (result.verdict !== "impossible") return held(sentence.section);
  const total = formatUnitGap(middle(sum), PERCENT, 2);
  return finding({
    subject: sentence.section,
    message: `“${sentence.section}”各项占比合计${total}%，应为100%。`,
    advice: "请核对各项占比。",
    operands: figures.map((figure) => proseOperand("占比（%）", figure)),
    expected: "100",
    actual: total,
    gap: formatUnitGap(result.gap, PERCENT, 2),
    envelope: formatUnitGap(result.envelope, PERCENT, 3),
    // One wrong share breaks its own quotient and this sum.
    cells: shares.map(({ refersTo, figure }) => `share|${addressKey(refersTo)}|${figure.place.line ?? ""}`),
  });
}

export const sharesSumToHundred: CheckRule = {
  id: "shares-sum-to-hundred",
  code: "N-04",
  title: "所列各项合成总额的，占比之和应为100%",
  group: "narrative",
  kind: "logic",
  severity: "warning",
  basis: "《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应准确",
  needs: "情况说明中的占比",
  example: { passes: "基本支出占16.56%，项目支出占83.44%", fails: "基本支出占16.56%，项目支出占83.64%" },
  check: (context) => {
    const groups = context.disclosure.narrative.flatMap((sentence) => completeGroups(sentence, context));
    return groups.length === 0 ? [notApplicable(null, "没有列出全部占比的句子")] : groups.map(judge);
  },
};
