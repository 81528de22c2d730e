// What the two summary tables share with the tables behind them.

import type { Tie } from "./concept.ts";
import { acrossTablesRule } from "./identity-rule.ts";
import {
  SUMMARY,
  INCOME,
  EXPENDITURE,
  APPROPRIATION,
  GENERAL,
  FUND,
  CAPITAL,
  capitalTotal,
  minus,
  each,
  summary,
  appropriation,
  incomeTotal,
  expenditureTotal,
  general,
  fundTotal,
  pair,
  atMostOrEqual,
  EXPLAIN,
  otherIncome,
  funds,
} from "./tie-terms.ts";

/** Ties of the summary with the tables of income and expenditure. */
export const summaryTies: readonly Tie[] = [
  {
    ...acrossTablesRule(
      "X-01",
      "summary-income-agrees-with-income-table",
      "收入支出决算总表的本年收入合计等于收入决算表合计",
    ),
    tables: [SUMMARY, INCOME],
    pairs: [pair(summary(27), "=", incomeTotal("total"))],
  },
  {
    ...acrossTablesRule(
      "X-02",
      "summary-appropriation-agrees-with-income-table",
      "收入支出决算总表三项财政拨款收入之和等于收入决算表财政拨款收入",
    ),
    tables: [SUMMARY, INCOME],
    pairs: [pair([summary(1), summary(2), summary(3)], "=", incomeTotal("appropriation"))],
  },
  {
    ...acrossTablesRule(
      "X-03",
      "summary-income-kinds-agree-with-income-table",
      "收入支出决算总表各项其他收入等于收入决算表对应栏合计",
    ),
    tables: [SUMMARY, INCOME],
    pairs: otherIncome.map(([line, column, label]) =>
      pair(summary(line), "=", incomeTotal(column), { label }),
    ),
  },
  {
    ...acrossTablesRule(
      "X-04",
      "summary-expenditure-agrees-with-expenditure-table",
      "收入支出决算总表的本年支出合计等于支出决算表合计",
    ),
    tables: [SUMMARY, EXPENDITURE],
    pairs: [pair(summary(58), "=", expenditureTotal("total"))],
  },
  {
    ...acrossTablesRule(
      "X-05",
      "summary-classes-agree-with-expenditure-table",
      "收入支出决算总表各功能分类支出等于支出决算表同类科目",
    ),
    tables: [SUMMARY, EXPENDITURE],
    each: { over: "class" },
    pairs: [pair(each(SUMMARY, "amount"), "=", each(EXPENDITURE, "total"))],
  },
  {
    ...acrossTablesRule(
      "X-06",
      "summary-funds-agree-with-appropriation-summary",
      "收入支出决算总表三项财政拨款收入分别等于财政拨款收入支出决算总表",
    ),
    tables: [SUMMARY, APPROPRIATION],
    pairs: funds.map(([line, , label]) => pair(summary(line), "=", appropriation(line), { label })),
  },
];

/** Ties of 财政拨款收入支出决算总表 with the tables it sums up. */
export const appropriationTies: readonly Tie[] = [
  {
    ...acrossTablesRule(
      "X-07",
      "income-appropriation-agrees-with-appropriation-summary",
      "收入决算表财政拨款收入等于财政拨款收入支出决算总表本年收入合计",
    ),
    tables: [INCOME, APPROPRIATION],
    pairs: [pair(incomeTotal("appropriation"), "=", appropriation(27))],
  },
  {
    ...acrossTablesRule(
      "X-08",
      "appropriation-expenditure-within-expenditure",
      "财政拨款支出不大于本年支出合计；只有财政拨款时二者相等",
    ),
    tables: [EXPENDITURE, APPROPRIATION],
    pairs: atMostOrEqual(appropriation(59, "total"), expenditureTotal("total"), "all-fiscal-money"),
  },
  {
    ...acrossTablesRule(
      "X-09",
      "appropriation-classes-within-summary-classes",
      "各功能分类的财政拨款支出不大于收入支出决算总表同类支出",
    ),
    tables: [SUMMARY, APPROPRIATION],
    each: { over: "class" },
    pairs: [pair(each(APPROPRIATION, "total"), "<=", each(SUMMARY, "amount"))],
  },
  {
    ...acrossTablesRule(
      "X-10",
      "appropriation-general-budget-agrees-with-its-table",
      "财政拨款收入支出决算总表一般公共预算支出等于一般公共预算财政拨款支出决算表合计",
    ),
    tables: [APPROPRIATION, GENERAL],
    pairs: [pair(appropriation(59, "generalBudget"), "=", general(null, "total"))],
  },
  {
    ...acrossTablesRule(
      "X-11",
      "appropriation-classes-agree-with-general-budget-table",
      "财政拨款收入支出决算总表各类一般公共预算支出等于一般公共预算财政拨款支出决算表同类科目",
    ),
    tables: [APPROPRIATION, GENERAL],
    each: { over: "class" },
    pairs: [pair(each(APPROPRIATION, "generalBudget"), "=", each(GENERAL, "total"))],
  },
  {
    ...acrossTablesRule(
      "X-15",
      "appropriation-government-fund-agrees-with-its-table",
      "财政拨款收入支出决算总表政府性基金支出等于政府性基金表本年支出",
    ),
    tables: [APPROPRIATION, FUND],
    pairs: [pair(appropriation(59, "governmentFund"), "=", fundTotal("total"))],
  },
  {
    ...acrossTablesRule(
      "X-16",
      "appropriation-government-fund-balances-agree-with-its-table",
      "财政拨款收入支出决算总表政府性基金的年初结转、本年收入、年末结转等于政府性基金表",
    ),
    tables: [APPROPRIATION, FUND],
    pairs: [
      pair(appropriation(30), "=", fundTotal("opening"), { label: "年初结转和结余" }),
      pair(appropriation(2), "=", fundTotal("income"), { label: "本年收入" }),
      pair(appropriation(60, "governmentFund"), "=", fundTotal("closing"), { label: "年末结转和结余" }),
    ],
  },
  {
    ...acrossTablesRule(
      "X-17",
      "appropriation-classes-agree-with-government-fund-table",
      "财政拨款收入支出决算总表各类政府性基金支出等于政府性基金表同类科目",
    ),
    tables: [APPROPRIATION, FUND],
    each: { over: "class" },
    pairs: [pair(each(APPROPRIATION, "governmentFund"), "=", each(FUND, "total"))],
  },
  {
    ...acrossTablesRule(
      "X-18",
      "appropriation-state-capital-agrees-with-its-table",
      "财政拨款收入支出决算总表国有资本经营预算支出等于国有资本经营表合计",
    ),
    tables: [APPROPRIATION, CAPITAL],
    pairs: [pair(appropriation(59, "stateCapital"), "=", capitalTotal("total"))],
  },
  {
    ...acrossTablesRule(
      "X-30",
      "appropriation-classes-agree-with-state-capital-table",
      "财政拨款收入支出决算总表各类国有资本经营预算支出等于国有资本经营表同类科目",
    ),
    tables: [APPROPRIATION, CAPITAL],
    each: { over: "class" },
    pairs: [pair(each(APPROPRIATION, "stateCapital"), "=", each(CAPITAL, "total"))],
  },
  {
    ...acrossTablesRule(
      "X-19",
      "fiscal-opening-within-opening",
      "财政拨款年初结转和结余不大于收入支出决算总表年初结转和结余",
    ),
    tables: [SUMMARY, APPROPRIATION],
    pairs: [pair(appropriation(28), "<=", summary(29))],
  },
  {
    ...acrossTablesRule(
      "X-20",
      "fiscal-closing-within-closing",
      "财政拨款年末结转和结余不大于收入支出决算总表年末结转和结余；只有财政拨款时二者相等",
    ),
    tables: [SUMMARY, APPROPRIATION],
    pairs: atMostOrEqual(appropriation(60, "total"), summary(60), "all-fiscal-money"),
  },
  {
    ...acrossTablesRule(
      "X-21",
      "grand-totals-agree-with-fiscal-money-only",
      "只有财政拨款时，收入支出决算总表总计等于财政拨款收入支出决算总表总计",
      EXPLAIN,
    ),
    tables: [SUMMARY, APPROPRIATION],
    pairs: [pair(summary(31), "=", appropriation(32), { when: "all-fiscal-money" })],
  },
  {
    ...acrossTablesRule(
      "X-22",
      "non-fiscal-balance-closes",
      "非财政资金的年初结转、收入、支出与年末结转勾稽相符",
      EXPLAIN,
    ),
    tables: [SUMMARY, INCOME, EXPENDITURE, APPROPRIATION],
    pairs: [
      pair(
        [
          summary(29),
          minus(appropriation(28)),
          incomeTotal("total"),
          minus(incomeTotal("appropriation")),
          summary(28),
          minus(expenditureTotal("total")),
          appropriation(59, "total"),
          minus(summary(59)),
        ],
        "=",
        [summary(60), minus(appropriation(60, "total"))],
      ),
    ],
  },
];
