import type { FactAddress } from "../../../disclosure/address.ts";
import { FINAL_ACCOUNTS_PROCEDURE } from "../../basis.ts";
import { notApplicable } from "../../finding.ts";
import type { CheckRule } from "../../rule.ts";
import type { OpeningPair } from "./prior-year.ts";
import { acrossYearsRule, carriedOver } from "./prior-year.ts";

const SUMMARY = "income-expenditure-summary";
const APPROPRIATION = "appropriation-summary";
const BASIS = `${FINAL_ACCOUNTS_PROCEDURE}：年初结转和结余应与上年年末数衔接`;

const FUNDS: readonly (readonly [name: string, line: string, column: string])[] = [
  ["财政拨款结转和结余", "28", "total"],
  ["一般公共预算财政拨款结转和结余", "29", "generalBudget"],
  ["政府性基金预算财政拨款结转和结余", "30", "governmentFund"],
  ["国有资本经营预算财政拨款结转和结余", "31", "stateCapital"],
];

function fundPair([name, line, column]: (typeof FUNDS)[number]): OpeningPair {
  return {
    name,
    opening: { concept: APPROPRIATION, line, column: "amount" },
    closing: { concept: APPROPRIATION, line: "60", column },
  };
}

const TOTAL_PAIR: OpeningPair = {
  name: "年初结转和结余",
  opening: { concept: SUMMARY, line: "29", column: "amount" },
  closing: { concept: SUMMARY, line: "60", column: "amount" },
};

/** Cells of fixed lines that carry last year's closing balance on (年初结转和结余). */
export const OPENING_PAIRS: readonly OpeningPair[] = [TOTAL_PAIR, ...FUNDS.map(fundPair)];

function itemAddress(concept: string, code: string | null, column: string): FactAddress {
  return { concept, code, column };
}

const openingEqualsPriorClosing = acrossYearsRule(
  {
    id: "opening-equals-prior-closing",
    code: "Y-01",
    title: "年初结转和结余应等于上年年末结转和结余",
    kind: "explain",
    severity: "warning",
    basis: BASIS,
    example: { passes: "年初10.59万元，上年年末10.59万元", fails: "年初10.59万元，上年年末4.36万元，未说明" },
  },
  (context, prior) => [carriedOver(TOTAL_PAIR, context, prior)],
);

const fundOpeningsEqualPriorClosings = acrossYearsRule(
  {
    id: "fund-openings-equal-prior-closings",
    code: "Y-02",
    title: "各类财政拨款年初结转结余应等于上年年末数",
    kind: "explain",
    severity: "warning",
    basis: BASIS,
    example: {
      passes: "一般公共预算年初1.00万元，上年年末1.00万元",
      fails: "政府性基金年初0，上年年末20.00万元",
    },
  },
  (context, prior) => FUNDS.map((fund) => carriedOver(fundPair(fund), context, prior)),
);

const itemOpeningsEqualPriorClosings = acrossYearsRule(
  {
    id: "item-openings-equal-prior-closings",
    code: "Y-03",
    title: "政府性基金、国有资本各科目年初结转应等于上年年末数",
    kind: "explain",
    severity: "warning",
    basis: BASIS,
    example: {
      passes: "2120803年初20.00万元，上年年末20.00万元",
      fails: "2120803年初15.00万元，上年年末20.00万元",
    },
  },
  (context, prior) => {
    const outcomes = ["government-fund", "state-capital"].flatMap((concept) => {
      const rows = context.facts.table(concept)?.rows ?? [];
      return rows
        .filter((row) => row.code !== null && row.code.length === 7 && "opening" in row.cells)
        .map((row) =>
          carriedOver(
            {
              name: `${row.code ?? ""}${row.name ?? ""}`,
              opening: itemAddress(concept, row.code, "opening"),
              closing: itemAddress(concept, row.code, "closing"),
            },
            context,
            prior,
          ),
        );
    });
    return outcomes.length === 0 ? [notApplicable(null, "无按科目列示年初结转的表")] : outcomes;
  },
);

/** Opening balances against last year's closing balances: in all, by fund, by item. */
export const openingCarriesOnClosing: readonly CheckRule[] = [
  openingEqualsPriorClosing,
  fundOpeningsEqualPriorClosings,
  itemOpeningsEqualPriorClosings,
];
