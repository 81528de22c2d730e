// 决算数大于/小于预算数: the word follows from the two amounts of the same matter.

import type { FactAddress } from "../../../disclosure/address.ts";
import { addressKey } from "../../../disclosure/address.ts";
import type { NarrativeSentence, ProseWords } from "../../../disclosure/disclosure.ts";
import { compareIntervals, intervalOf } from "../../../figures/interval.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import type { CheckContext, CheckRule } from "../../rule.ts";
import { factName, proseOperand, readableOf, valuesOf } from "./narrative-rule.ts";

type Relation = "大于" | "小于" | "等于";

/** What each word says of the final figure against its budget. */
const RELATIONS: Readonly<Record<string, Relation>> = {
  大于: "大于",
  高于: "大于",
  多于: "大于",
  超过: "大于",
  小于: "小于",
  低于: "小于",
  少于: "小于",
  等于: "等于",
};

/** The words stand by their budget; its final figure differs in the stage or in the name of the column. */
function finalOf(budget: FactAddress): FactAddress | undefined {
  const { stage, ...final } = budget;
  if (stage === "initial") return final;
  return budget.column?.startsWith("budget.") === true
    ? { ...budget, column: budget.column.replace("budget.", "final.") }
    : undefined;
}

const states = ({ figures }: NarrativeSentence, address: FactAddress): boolean =>
  figures.some((one) => one.derived === null && addressKey(one.refersTo) === addressKey(address));

function judge(
  words: ProseWords,
  beside: readonly NarrativeSentence[],
  context: CheckContext,
): readonly CheckOutcome[] {
  // 持平, wherever it speaks of the budget.
  const said = words.slot === "same" ? "等于" : RELATIONS[words.text.replace(/\s+/gu, "")];
  const budget = words.refersTo;
  const final = budget === null ? undefined : finalOf(budget);
  if (said === undefined || budget === null || final === undefined) return [];
  // The words stand beside both amounts or open the sentence after them.
  const sentence = beside.find((one) => states(one, budget) && states(one, final));
  if (sentence === undefined) return [];
  const name = factName(final, context);
  const [spent] = readableOf(valuesOf(final, sentence, context));
  const [planned] = readableOf(valuesOf(budget, sentence, context));
  if (spent === undefined || planned === undefined) return [notChecked(name, "预算数或决算数无法识别")];
  const isEqual = compareIntervals(intervalOf(spent), intervalOf(planned)).verdict !== "impossible";
  const due: Relation = isEqual ? "等于" : spent.millionths > planned.millionths ? "大于" : "小于";
  if (due === said) return [held(name)];
  return [
    finding({
      subject: sentence.section,
      message: `“${sentence.section}”${name}决算数${spent.value}${spent.unit?.name ?? ""}、预算数${planned.value}${planned.unit?.name ?? ""}，应为决算数${due}预算数，却写“${words.text}”。`,
      advice: "请核对决算数、预算数和比较用词，并核对所写原因。",
      operands: [
        proseOperand("决算数", spent),
        proseOperand("预算数", planned),
        { label: "比较用词", value: words.text, place: words.place },
      ],
      // Amounts that print alike may still differ by less than their last digit.
      severity: isEqual ? "warning" : "error",
      expected: due,
      actual: words.text,
    }),
  ];
}

export const budgetComparisonsAgree: CheckRule = {
  id: "budget-comparisons-agree",
  code: "N-13",
  title: "决算数大于、小于预算数的表述应与两数相符",
  group: "narrative",
  kind: "logic",
  severity: "error",
  basis: "《地方预决算公开操作规程》（财预〔2016〕143号）：应说明预决算差异，内容应准确",
  needs: "情况说明中的预算数和决算数",
  example: {
    passes: "年初预算40.00万元，支出决算38.00万元，决算数小于年初预算数",
    fails: "年初预算40.00万元，支出决算38.00万元，决算数大于年初预算数",
  },
  check: (context) => {
    const outcomes = context.disclosure.narrative.flatMap((sentence, index, all) => {
      const before = all[index - 1];
      const beside = before?.section === sentence.section ? [sentence, before] : [sentence];
      return sentence.words
        .filter(({ slot }) => slot === "direction" || slot === "same")
        .flatMap((words) => judge(words, beside, context));
    });
    return outcomes.length === 0 ? [notApplicable(null, "说明未比较决算数与预算数")] : outcomes;
  },
};
