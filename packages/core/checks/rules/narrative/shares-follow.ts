// 占比: a printed share is its part divided by its whole, within the rounding of all three.

import { addressKey } from "../../../disclosure/address.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notChecked } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import { allExpressionsOf } from "./expressions.ts";
import { narrativeCode, sectionTitle } from "./narrative-codes.ts";
import type { NarrativeKind, ProseSubject } from "./narrative-rule.ts";
import {
  factName,
  judgeRatio,
  percentSeverity,
  proseOperand,
  readableOf,
  valuesOf,
} from "./narrative-rule.ts";

export const sharesFollow: NarrativeKind = {
  derived: "share",
  describe: (template) => ({
    id: `${template.id}-shares-follow`,
    code: narrativeCode(template.id, "shares"),
    title: `${sectionTitle(template)}所列的占比应由金额得出`,
    kind: "logic",
    severity: "error",
    basis: "《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应准确",
    needs: "情况说明中的部分金额和合计金额",
    example: {
      passes: "基本支出204.64万元，支出合计1,236.03万元，占比16.56%",
      fails: "基本支出204.64万元，支出合计1,236.03万元，占比15.66%",
    },
  }),
  judge,
};

function judge({ sentence, prose, template }: ProseSubject, context: CheckContext): CheckOutcome {
  const { figure } = prose;
  const name = `${factName(prose.refersTo, context)}占比`;
  if (figure.kind !== "figure") return notChecked(name, "占比无法识别");
  // One place measures a share by one whole, another place by another: the printed one need fit either.
  const expressions = allExpressionsOf(template, prose).filter((one) => one.kind === "share");
  if (expressions.length === 0) return notChecked(name, "不知占比的基数");
  const verdicts = expressions.flatMap((expression) => {
    const verdict = judgeRatio(
      figure,
      {
        part: { address: expression.of, values: readableOf(valuesOf(expression.of, sentence, context)) },
        whole: {
          address: expression.whole,
          values: readableOf(valuesOf(expression.whole, sentence, context)),
        },
      },
      context,
    );
    return verdict === null ? [] : [{ expression, verdict }];
  });
  if (verdicts.some(({ verdict }) => verdict.kind === "possible")) return held(name);
  const [nearest] = verdicts
    .flatMap(({ expression, verdict }) => (verdict.kind === "impossible" ? [{ expression, ...verdict }] : []))
    .toSorted((a, b) => a.result.gap.abs().comparedTo(b.result.gap.abs()));
  if (nearest === undefined) return notChecked(name, "部分金额或合计金额空白或无法识别");
  const { expression, part, whole, result } = nearest;
  return finding({
    subject: sentence.section,
    message: `“${sentence.section}”写占比${figure.value}%，按${part.value}÷${whole.value}应为${result.expected.toFixed()}%，相差${result.gap.toFixed()}个百分点。`,
    advice: "请重新计算占比。",
    operands: [
      proseOperand("占比（%）", figure),
      proseOperand(factName(expression.of, context), part),
      proseOperand(factName(expression.whole, context), whole),
    ],
    expected: result.expected.toFixed(),
    actual: figure.value,
    gap: result.gap.toFixed(),
    envelope: result.envelope.toFixed(4),
    severity: percentSeverity(figure, result),
    cells: [`share|${addressKey(expression.of)}|${figure.place.line ?? ""}`],
  });
}
