// 只列增减额、不列百分比: right only where there was nothing the year before, so that the increase is all.

import { addressKey } from "../../../disclosure/address.ts";
import type { NarrativeSentence, ProseFigure } from "../../../disclosure/disclosure.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import { compareAtMost, compareIntervals, intervalOf } from "../../../figures/interval.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import type { CheckContext, CheckRule } from "../../rule.ts";
import { figuresOf } from "./expressions.ts";
import { factName, proseInterval, proseOperand, readableOf, valuesOf } from "./narrative-rule.ts";

interface BareChange {
  readonly sentence: NarrativeSentence;
  readonly prose: ProseFigure;
  readonly change: StatedFigure;
}

/** Increases of a sentence that print no percentage. */
function bareChanges(sentence: NarrativeSentence): readonly BareChange[] {
  return sentence.figures.flatMap((prose) =>
    prose.derived === "change" &&
    prose.direction === 1 &&
    prose.figure.kind === "figure" &&
    figuresOf(sentence, prose.refersTo, "changeRate").length === 0
      ? [{ sentence, prose, change: prose.figure }]
      : [],
  );
}

/** True where the explanation prints percentages of change at all, so that one without lacks it. */
function printsRates({ disclosure }: CheckContext): boolean {
  return disclosure.narrative.some(({ figures }) => figures.some(({ derived }) => derived === "changeRate"));
}

function judge({ sentence, prose, change }: BareChange, context: CheckContext): CheckOutcome {
  const name = `${factName(prose.refersTo, context)}增减`;
  const current = readableOf(valuesOf(prose.refersTo, sentence, context));
  const [first] = current;
  if (first === undefined || change.unit?.dimension !== "money") return notApplicable(name, "无本年数");
  const size = intervalOf(change);
  const all = current.map((now) => proseInterval(prose.refersTo, now, context));
  if (all.some((now) => compareIntervals(size, now).verdict !== "impossible")) return held(name);
  const isMore = all.every((now) => compareAtMost(size, now).verdict === "impossible");
  if (!isMore && !printsRates(context)) return notApplicable(name, "本文不列增减百分比");
  const now = `${first.value}${first.unit?.name ?? ""}`;
  const more = `增加${change.value}${change.unit.name}`;
  return finding({
    subject: sentence.section,
    message: isMore
      ? `“${sentence.section}”本年数${now}，却写比上年${more}，推算上年数为负数。`
      : `“${sentence.section}”本年数${now}，写比上年${more}而未列百分比；上年数不为0的应列增减百分比，上年数为0的增加额应等于本年数。`,
    advice: "请核对增减额；上年数不为0的补列百分比。",
    operands: [proseOperand("增减额", change), proseOperand("本年数", first)],
    expected: first.value,
    actual: change.value,
    gap: formatUnitGap(change.millionths - first.millionths, change.unit, change.decimals),
    severity: isMore ? "error" : "warning",
    cells: [`change|${addressKey(prose.refersTo)}|${change.place.line ?? ""}`],
  });
}

export const changesFromNothing: CheckRule = {
  id: "changes-without-rate-start-from-nothing",
  code: "N-29",
  title: "只列增加额、不列百分比的，上年数应为0，增加额应等于本年数",
  group: "narrative",
  kind: "logic",
  severity: "error",
  basis: "《地方预决算公开操作规程》（财预〔2016〕143号）：应说明与上年相比的增减变化情况，内容应准确",
  needs: "情况说明中的本年数和增减额",
  example: {
    passes: "支出决算10.24万元，较上年增加10.24万元",
    fails: "支出决算10.24万元，较上年增加102.40万元",
  },
  check: (context) => {
    const changes = context.disclosure.narrative
      .filter(({ evaluation }) => evaluation === null)
      .flatMap(bareChanges);
    return changes.length === 0
      ? [notApplicable(null, "没有只列增减额的句子")]
      : changes.map((one) => judge(one, context));
  },
};
