// The words in which ties are written: cells of the tables by their short names, and pairs of sums.

import type { FactAddress } from "../disclosure/address.ts";
import type { ConditionName, TiePair, TieTerm } from "./concept.ts";

export const SUMMARY = "income-expenditure-summary";
export const INCOME = "income";
export const EXPENDITURE = "expenditure";
export const APPROPRIATION = "appropriation-summary";
export const GENERAL = "general-budget-expenditure";
export const DETAIL = "general-budget-basic-detail";
export const FUND = "government-fund";
export const CAPITAL = "state-capital";
export const THREE_PUBLIC = "three-public";
export const STATISTICS = "disclosure-statistics";

const at = (address: FactAddress): TieTerm => ({ sign: 1, address });
export const minus = (term: TieTerm): TieTerm => ({ ...term, sign: -1 });
export const each = (concept: string, column: string): TieTerm => ({
  sign: 1,
  address: { concept, column },
  each: true,
});
const byLine =
  (concept: string) =>
  (line: number | string, column = "amount"): TieTerm =>
    at({ concept, line: String(line), column });
const byCode =
  (concept: string) =>
  (code: string | null, column = "amount"): TieTerm =>
    at({ concept, code, column });

export const summary = byLine(SUMMARY);
export const appropriation = byLine(APPROPRIATION);
export const statistics = byLine(STATISTICS);
export const detailTotal = byLine(DETAIL);
export const detail = byCode(DETAIL);
export const incomeTotal = (column: string): TieTerm => byCode(INCOME)(null, column);
export const expenditureTotal = (column: string): TieTerm => byCode(EXPENDITURE)(null, column);
export const general = byCode(GENERAL);
export const fundTotal = (column: string): TieTerm => byCode(FUND)(null, column);
export const capitalTotal = (column: string): TieTerm => byCode(CAPITAL)(null, column);
export const threePublic = (column: string): TieTerm => at({ concept: THREE_PUBLIC, column });

type Terms = TieTerm | readonly TieTerm[];
const listed = (terms: Terms): readonly TieTerm[] => ("sign" in terms ? [terms] : terms);

export function pair(
  left: Terms,
  relation: TiePair["relation"],
  right: Terms,
  more: { readonly label?: string; readonly when?: ConditionName; readonly unless?: ConditionName } = {},
): TiePair {
  return { label: null, ...more, relation, left: listed(left), right: listed(right) };
}

/** At most equal in general, and equal where no other money is there. */
export function atMostOrEqual(
  left: Terms,
  right: Terms,
  condition: ConditionName,
  label?: string,
): readonly TiePair[] {
  const named = label === undefined ? {} : { label };
  return [
    pair(left, "<=", right, { ...named, unless: condition }),
    pair(left, "=", right, { ...named, when: condition }),
  ];
}

export const EXPLAIN = { severity: "warning", kind: "explain" } as const;
export const HINT = { severity: "hint", kind: "explain" } as const;

export const otherIncome = [
  [4, "superiorSubsidy", "上级补助收入"],
  [5, "undertaking", "事业收入"],
  [6, "operating", "经营收入"],
  [7, "affiliated", "附属单位上缴收入"],
  [8, "other", "其他收入"],
] as const;

export const funds = [
  [1, "generalBudget", "一般公共预算"],
  [2, "governmentFund", "政府性基金预算"],
  [3, "stateCapital", "国有资本经营预算"],
] as const;
