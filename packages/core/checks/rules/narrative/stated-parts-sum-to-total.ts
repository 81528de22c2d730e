// Amounts that only prose takes apart: the money of evaluated projects by budget, reception by guests.

import type { FactAddress } from "../../../disclosure/address.ts";
import { addressKey } from "../../../disclosure/address.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import { add, compareIntervals, intervalOf, middle, ZERO } from "../../../figures/interval.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import type { CheckContext, CheckRule } from "../../rule.ts";
import { proseOperand } from "./narrative-rule.ts";
import { factFigure, proseFact } from "./prose-facts.ts";

interface Division {
  readonly name: string;
  readonly total: FactAddress;
  /** Without one of these the amount is not taken apart whole. */
  readonly parts: readonly (readonly [field: string, name: string])[];
  /** Parts that some places leave out. */
  readonly others: readonly (readonly [field: string, name: string])[];
}

const prose = (field: string): FactAddress => ({ concept: "narrative", field });

const budgets = (prefix: string): Pick<Division, "parts" | "others"> => ({
  parts: [
    [`${prefix}-general-budget`, "一般公共预算"],
    [`${prefix}-government-fund`, "政府性基金预算"],
    [`${prefix}-state-capital`, "国有资本经营预算"],
  ],
  others: [[`${prefix}-social-insurance`, "社会保险基金预算"]],
});

const divisions: readonly Division[] = [
  { name: "自评项目资金", total: prose("projects-amount"), ...budgets("projects") },
  { name: "部门评价项目资金", total: prose("reviewed-amount"), ...budgets("reviewed") },
  {
    name: "公务接待费",
    total: { concept: "three-public", column: "final.reception" },
    parts: [
      ["reception-domestic", "国内接待费"],
      ["reception-overseas", "国（境）外接待费"],
    ],
    others: [],
  },
];

interface Part {
  readonly name: string;
  readonly figure: StatedFigure;
}

function judge(division: Division, context: CheckContext): CheckOutcome {
  const { name } = division;
  const total = factFigure(division.total, context);
  const stated = (fields: Division["parts"]): readonly Part[] =>
    fields.flatMap(([field, part]) => {
      const figure = proseFact(field, context);
      return figure === undefined ? [] : [{ name: part, figure }];
    });
  const parts = stated(division.parts);
  if (total === undefined || parts.length < division.parts.length)
    return notApplicable(name, "说明未列全各部分金额");
  const all = [...parts, ...stated(division.others)];
  const sum = all.reduce((before, { figure }) => add(before, intervalOf(figure)), ZERO);
  const result = compareIntervals(sum, intervalOf(total));
  if (result.verdict !== "impossible") return held(name);
  const printed = formatUnitGap(middle(sum), total.unit, 2);
  const gap = formatUnitGap(result.gap, total.unit, 2);
  return finding({
    subject: name,
    message: `${name}${total.value}万元，所列${all.map((part) => part.name).join("、")}合计${printed}万元，相差${gap}万元。`,
    advice: "请核对各部分金额与合计。",
    operands: [proseOperand(name, total), ...all.map((part) => proseOperand(part.name, part.figure))],
    expected: total.value,
    actual: printed,
    gap,
    envelope: formatUnitGap(result.envelope, total.unit, 3),
    cells: [addressKey(division.total)],
  });
}

export const statedPartsSumToTotal: CheckRule = {
  id: "stated-parts-sum-to-total",
  code: "N-38",
  title: "说明中自评资金、公务接待费的各部分之和应等于合计",
  group: "narrative",
  kind: "logic",
  severity: "error",
  basis: "《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应准确",
  needs: "预算绩效情况说明、“三公”经费情况说明",
  example: {
    passes: "资金1031.39万元，其中一般公共预算1000.00万元、政府性基金预算31.39万元",
    fails: "资金1031.39万元，其中一般公共预算1000.00万元、政府性基金预算13.39万元",
  },
  check: (context) =>
    context.disclosure.narrative.length === 0
      ? [notApplicable(null, "没有可核对的情况说明")]
      : divisions.map((division) => judge(division, context)),
};
