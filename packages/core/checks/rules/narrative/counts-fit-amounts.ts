import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import type { CheckContext, CheckRule } from "../../rule.ts";
import { proseOperand } from "./narrative-rule.ts";
import { factFigure, proseFact } from "./prose-facts.ts";

interface Pairing {
  readonly column: string;
  readonly amount: string;
  readonly counts: readonly (readonly [field: string, name: string])[];
}

const pairings: readonly Pairing[] = [
  {
    column: "final.abroad",
    amount: "因公出国（境）费",
    counts: [
      ["abroad-groups", "出国（境）团组数"],
      ["abroad-persons", "出国（境）人次"],
    ],
  },
  {
    column: "final.vehiclePurchase",
    amount: "公务用车购置费",
    counts: [["vehicles-bought", "购置公务用车数"]],
  },
  {
    column: "final.reception",
    amount: "公务接待费",
    counts: [
      ["reception-batches", "接待批次"],
      ["reception-persons", "接待人次"],
    ],
  },
];

function judge(pairing: Pairing, context: CheckContext): readonly CheckOutcome[] {
  const amount = factFigure({ concept: "three-public", column: pairing.column }, context);
  return pairing.counts.map(([field, name]) => {
    const count = proseFact(field, context);
    if (count === undefined) return notApplicable(name, "说明未列该数量");
    const spent = amount !== undefined && amount.millionths !== 0n;
    if (spent === (count.millionths !== 0n)) return held(name);
    return finding({
      subject: pairing.amount,
      message: `${pairing.amount}为${amount?.value ?? "0"}万元，${name}为${count.value}，金额与数量不匹配。`,
      advice: "请核对“三公”经费金额与对应的数量。",
      operands: [
        ...(amount === undefined ? [] : [proseOperand(pairing.amount, amount)]),
        proseOperand(name, count),
      ],
    });
  });
}

export const countsFitAmounts: CheckRule = {
  id: "counts-fit-amounts",
  code: "N-19",
  title: "“三公”经费的金额应与团组、人次、车辆、批次数相匹配",
  group: "narrative",
  kind: "logic",
  severity: "error",
  basis:
    "《地方预决算公开操作规程》（财预〔2016〕143号）：应公开“三公”经费的团组数、人数、购置数、保有量、批次等",
  needs: "“三公”经费情况说明",
  example: {
    passes: "公务接待费2.00万元，接待15批次、120人次",
    fails: "公务接待费2.00万元，接待0批次、0人次",
  },
  check: (context) =>
    context.disclosure.tables.length === 0
      ? [notApplicable(null, "不含决算表")]
      : pairings.flatMap((pairing) => judge(pairing, context)),
};
