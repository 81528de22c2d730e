// 与上年相比: the percentage of a change follows from this year's figure and the change; the words for
// its direction agree; there is no percentage of a base of zero.

import { addressKey } from "../../../disclosure/address.ts";
import type { ProseFigure } from "../../../disclosure/disclosure.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import type { Interval } from "../../../figures/interval.ts";
import { comparePercent, divide, intervalOf, negate, subtract } from "../../../figures/interval.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notChecked } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import type { CheckContext } from "../../rule.ts";
import { figuresOf } from "./expressions.ts";
import { narrativeCode, sectionTitle } from "./narrative-codes.ts";
import type { NarrativeKind, ProseSubject } from "./narrative-rule.ts";
import {
  factName,
  percentSeverity,
  proseInterval,
  proseOperand,
  readableOf,
  valuesOf,
} from "./narrative-rule.ts";

export const changesFollow: NarrativeKind = {
  derived: "changeRate",
  describe: (template) => ({
    id: `${template.id}-changes-follow`,
    code: narrativeCode(template.id, "changes"),
    title: `${sectionTitle(template)}所列的增减百分比应由本年数和增减额得出`,
    kind: "logic",
    severity: "error",
    basis: "《地方预决算公开操作规程》（财预〔2016〕143号）：应说明与上年相比的增减变化情况，内容应准确",
    needs: "情况说明中的本年数和增减额",
    example: {
      passes: "本年1,236.03万元，比上年增加590.70万元，增长91.53%",
      fails: "本年1,236.03万元，比上年增加590.70万元，增长47.79%",
    },
  }),
  judge,
};

function judge(subject: ProseSubject, context: CheckContext): CheckOutcome {
  const { sentence, prose } = subject;
  const name = `${factName(prose.refersTo, context)}增减`;
  if (prose.figure.kind !== "figure") return notChecked(name, "百分比无法识别");
  const change = nearestChange(subject);
  if (change === undefined) return notChecked(name, "没有增减额，且无上年数");
  const current = readableOf(valuesOf(prose.refersTo, sentence, context));
  const contradiction = directionContradiction(prose, change.prose);
  if (contradiction !== undefined) return contradictory(subject, change, contradiction);
  const direction = change.prose.direction ?? prose.direction;
  if (direction === undefined) return notChecked(name, "没有写明增加还是减少");
  if (current.length === 0) return notChecked(name, "本年数空白或无法识别");
  return judgeRate({ subject, context, change: change.figure, current, rate: prose.figure, direction });
}

interface Change {
  readonly prose: ProseFigure;
  readonly figure: StatedFigure;
}

/** The change that the percentage speaks of: the last one of the same fact before it. */
function nearestChange({ sentence, prose }: ProseSubject): Change | undefined {
  const { figures } = sentence;
  const key = addressKey(prose.refersTo);
  const isChange = (one: ProseFigure | undefined): boolean =>
    one?.derived === "change" && addressKey(one.refersTo) === key;
  let at = figures.indexOf(prose) - 1;
  while (at >= 0 && !isChange(figures[at])) at -= 1;
  const nearest = figures[at] ?? figuresOf(sentence, prose.refersTo, "change")[0];
  return nearest?.figure.kind === "figure" ? { prose: nearest, figure: nearest.figure } : undefined;
}

function directionContradiction(rate: ProseFigure, change: ProseFigure): string | undefined {
  if (rate.direction === undefined || change.direction === undefined || rate.direction === change.direction)
    return undefined;
  return `“${change.directionWord ?? ""}”与“${rate.directionWord ?? ""}”方向相反`;
}

function contradictory({ sentence, prose }: ProseSubject, change: Change, words: string): CheckOutcome {
  return finding({
    subject: sentence.section,
    message: `“${sentence.section}”中${printed(change.figure)}与${prose.figure.kind === "figure" ? printed(prose.figure) : prose.figure.raw}的增减用词不一致：${words}。`,
    advice: "请核对增减方向的用词。",
    operands: [proseOperand("增减额", change.figure), proseOperand("增减百分比", prose.figure)],
  });
}

/** A figure with its unit, inner blanks of a scan left out. */
const printed = (figure: StatedFigure): string => `${figure.value}${figure.unit?.name ?? ""}`;

interface RateParts {
  readonly subject: ProseSubject;
  readonly context: CheckContext;
  readonly change: StatedFigure;
  readonly current: readonly StatedFigure[];
  readonly rate: StatedFigure;
  readonly direction: 1 | -1 | 0;
}

function judgeRate(parts: RateParts): CheckOutcome {
  const { subject, context, change, current, rate, direction } = parts;
  const { sentence, prose } = subject;
  const name = `${factName(prose.refersTo, context)}增减`;
  const size = intervalOf(change);
  const signed: Interval = direction === -1 ? negate(size) : size;
  const judged = current.flatMap((now) => {
    const prior = subtract(proseInterval(prose.refersTo, now, context), signed);
    const ratio = divide(size, prior);
    return ratio === undefined ? [] : [{ now, prior, result: comparePercent(rate, ratio) }];
  });
  if (judged.some(({ result }) => result.verdict !== "impossible")) return held(name);
  const first = judged[0];
  const now = current[0];
  if (first === undefined) {
    return finding({
      subject: sentence.section,
      message: `“${sentence.section}”本年数${now === undefined ? "" : printed(now)}、增减额${printed(change)}，推算上年数为0，不应写增减百分比${printed(rate)}。`,
      advice: "上年数为0时只写增减额，不写百分比。",
      operands: [
        proseOperand("本年数", now ?? change),
        proseOperand("增减额", change),
        proseOperand("增减百分比", rate),
      ],
      actual: rate.value,
    });
  }
  const { result, prior } = first;
  const priorText = formatUnitGap((prior.low + prior.high) / 2n, change.unit, change.decimals);
  return finding({
    subject: sentence.section,
    message: `“${sentence.section}”写${prose.directionWord ?? "增减"}${rate.value}%，按本年${printed(first.now)}、增减额${printed(change)}推算上年${priorText}${change.unit?.name ?? ""}，应为${result.expected.toFixed()}%。`,
    advice: "请核对本年数、增减额和增减百分比。",
    operands: [
      proseOperand("增减百分比（%）", rate),
      proseOperand("本年数", first.now),
      proseOperand("增减额", change),
    ],
    expected: result.expected.toFixed(),
    actual: rate.value,
    gap: result.gap.toFixed(),
    envelope: result.envelope.toFixed(4),
    severity: percentSeverity(rate, result),
    cells: [`change|${addressKey(prose.refersTo)}|${rate.place.line ?? ""}`],
  });
}
