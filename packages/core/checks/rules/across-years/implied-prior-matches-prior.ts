import type { FactAddress } from "../../../disclosure/address.ts";
import { addressKey } from "../../../disclosure/address.ts";
import type { NarrativeSentence, ProseFigure } from "../../../disclosure/disclosure.ts";
import type { FactIndex, Statement } from "../../../disclosure/facts.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import type { Interval } from "../../../figures/interval.ts";
import { cellInterval, compareIntervals, intervalOf, negate, subtract } from "../../../figures/interval.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { CheckContext } from "../../rule.ts";
import { acrossYearsRule } from "./prior-year.ts";

/** What prose says of last year: this year's figure less the change, or the figure itself. */
interface Implied {
  readonly interval: Interval;
  readonly figures: readonly (readonly [label: string, figure: StatedFigure])[];
  readonly address: FactAddress;
  readonly section: string;
}

function sameFact(address: FactAddress): FactAddress {
  const { period: _period, ...plain } = address;
  return plain;
}

function currentFigure(
  sentence: NarrativeSentence,
  address: FactAddress,
  context: CheckContext,
): StatedFigure | undefined {
  const key = addressKey(address);
  const inSentence = sentence.figures.find(
    ({ refersTo, derived }) => derived === null && addressKey(refersTo) === key,
  );
  if (inSentence?.figure.kind === "figure") return inSentence.figure;
  const inTable = context.facts.inTable(address);
  return inTable?.value.kind === "figure" ? inTable.value : undefined;
}

function impliedBy(
  prose: ProseFigure,
  sentence: NarrativeSentence,
  context: CheckContext,
): Implied | undefined {
  const { figure, refersTo, derived, direction } = prose;
  if (figure.kind !== "figure" || refersTo.stage !== undefined) return undefined;
  if (derived === null && refersTo.period === "prior") {
    const address = sameFact(refersTo);
    return {
      interval: intervalOf(figure),
      figures: [["说明所列上年数", figure]],
      address,
      section: sentence.section,
    };
  }
  if (derived !== "change" || direction === undefined) return undefined;
  const current = currentFigure(sentence, refersTo, context);
  if (current === undefined || current.unit?.dimension !== figure.unit?.dimension) return undefined;
  const change = direction === -1 ? negate(intervalOf(figure)) : intervalOf(figure);
  return {
    interval: subtract(intervalOf(current), change),
    figures: [
      ["本年数", current],
      ["增减额", figure],
    ],
    address: refersTo,
    section: sentence.section,
  };
}

function judge(implied: Implied, before: Statement): CheckOutcome {
  const expected = cellInterval(before.value);
  if (expected === undefined) return notChecked(implied.section, "上年公开数无法识别");
  const comparison = compareIntervals(implied.interval, expected);
  if (comparison.verdict !== "impossible") return held(implied.section);
  const unit = implied.figures[0]?.[1].unit ?? null;
  const value = formatUnitGap((implied.interval.low + implied.interval.high) / 2n, unit, 2);
  const gap = formatUnitGap(comparison.gap, unit, 2);
  return finding({
    subject: implied.section,
    message: `“${implied.section}”推算的上年数为${value}${unit?.name ?? ""}（${implied.figures
      .map(([label, figure]) => `${label}${figure.value}`)
      .join(
        "，",
      )}），上年公开的${before.where}为${before.value.raw === "" ? "空白" : before.value.raw}，相差${gap.replace(/^-/u, "")}${unit?.name ?? ""}。`,
    advice: "请核对增减额；因口径调整、机构合并等原因不可比的，请说明。",
    operands: [
      ...implied.figures.map(([label, figure]) => operand(label, figure, figure.place)),
      operand(`上年${before.where}`, before.value, before.place),
    ],
    expected: before.value.raw,
    actual: value,
    gap,
    envelope: formatUnitGap(comparison.envelope, unit, 3),
    cells: [addressKey(implied.address)],
  });
}

function impliedFigures(context: CheckContext): readonly Implied[] {
  const all = context.disclosure.narrative
    .filter(({ evaluation }) => evaluation === null)
    .flatMap((sentence) => sentence.figures.flatMap((prose) => impliedBy(prose, sentence, context) ?? []));
  // One fact is judged once, however many sentences repeat its change.
  return all.filter(
    (one, index) => all.findIndex(({ address }) => addressKey(address) === addressKey(one.address)) === index,
  );
}

function check(context: CheckContext, prior: FactIndex): readonly CheckOutcome[] {
  if (context.disclosure.narrative.length === 0) return [notChecked(null, "未识别到情况说明")];
  const outcomes = impliedFigures(context).flatMap((implied) => {
    const before = prior.inTable(implied.address);
    return before === undefined ? [] : [judge(implied, before)];
  });
  return outcomes.length === 0 ? [notApplicable(null, "说明未列与上年可比的增减变动")] : outcomes;
}

export const impliedPriorMatchesPrior = acrossYearsRule(
  {
    id: "implied-prior-matches-prior",
    code: "Y-04",
    title: "由说明推算的上年数应等于上年公开数",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}：对增减变化情况作出说明`,
    example: {
      passes: "本年1236.03万元，增加590.70万元，上年公开645.33万元",
      fails: "本年1236.03万元，增加590.70万元，上年公开654.33万元",
    },
  },
  check,
);
