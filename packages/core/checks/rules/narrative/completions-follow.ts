// 完成预算的%: final divided by budget; no percentage of a budget of zero.

import { addressKey } from "../../../disclosure/address.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notChecked } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import { expressionOf } from "./expressions.ts";
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

export const completionsFollow: NarrativeKind = {
  derived: "completion",
  describe: (template) => ({
    id: `${template.id}-completions-follow`,
    code: narrativeCode(template.id, "completions"),
    title: `${sectionTitle(template)}所列的完成预算百分比应由决算数和预算数得出`,
    kind: "logic",
    severity: "error",
    basis: "《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应准确；预算数为0时不列百分比",
    needs: "情况说明中的预算数和决算数",
    example: {
      passes: "年初预算1,261.95万元，支出决算1,236.03万元，完成97.95%",
      fails: "年初预算1,261.95万元，支出决算1,236.03万元，完成102.10%",
    },
  }),
  judge,
};

function judge({ sentence, prose, template }: ProseSubject, context: CheckContext): CheckOutcome {
  const { figure } = prose;
  const expression = expressionOf(template, prose);
  const name = `${factName(prose.refersTo, context)}完成率`;
  if (figure.kind !== "figure") return notChecked(name, "百分比无法识别");
  if (expression?.kind !== "completion") return notChecked(name, "不知预算数");
  const finals = readableOf(valuesOf(expression.of, sentence, context));
  const bases = readableOf(valuesOf(expression.base, sentence, context));
  const zeroBase = bases.find((base) => base.millionths === 0n);
  if (zeroBase !== undefined && bases.every((base) => base.millionths === 0n)) {
    return finding({
      subject: sentence.section,
      message: `“${sentence.section}”预算数为0，不应写完成预算的${figure.value}%。`,
      advice: "预算数为0时只写决算数，不写百分比。",
      operands: [proseOperand("完成预算（%）", figure), proseOperand("预算数", zeroBase)],
      actual: figure.value,
      // Nothing planned and nothing spent: the percentage is idle, no amount is wrong.
      severity: finals.some(({ millionths }) => millionths !== 0n) ? "error" : "warning",
    });
  }
  const verdict = judgeRatio(
    figure,
    {
      part: { address: expression.of, values: finals },
      whole: { address: expression.base, values: bases },
    },
    context,
  );
  if (verdict === null) return notChecked(name, "预算数或决算数空白或无法识别");
  if (verdict.kind === "possible") return held(name);
  const { part: final, whole: base, result } = verdict;
  return finding({
    subject: sentence.section,
    message: `“${sentence.section}”写完成预算的${figure.value}%，按决算数${final.value}÷预算数${base.value}应为${result.expected.toFixed()}%。`,
    advice: "请重新计算完成预算的百分比。",
    operands: [
      proseOperand("完成预算（%）", figure),
      proseOperand("决算数", final),
      proseOperand("预算数", base),
    ],
    expected: result.expected.toFixed(),
    actual: figure.value,
    gap: result.gap.toFixed(),
    envelope: result.envelope.toFixed(4),
    severity: percentSeverity(figure, result),
    cells: [`completion|${addressKey(expression.of)}|${figure.place.line ?? ""}`],
  });
}
