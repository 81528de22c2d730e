// What the tables of general-budget expenditure, 三公 and statistics share.

import type { Tie } from "./concept.ts";
import { acrossTablesRule } from "./identity-rule.ts";
import {
  EXPENDITURE,
  APPROPRIATION,
  GENERAL,
  DETAIL,
  THREE_PUBLIC,
  STATISTICS,
  minus,
  each,
  appropriation,
  statistics,
  detailTotal,
  detail,
  expenditureTotal,
  general,
  threePublic,
  pair,
  atMostOrEqual,
  EXPLAIN,
  HINT,
} from "./tie-terms.ts";

/** Ties of the tables of general-budget expenditure. */
export const generalBudgetTies: readonly Tie[] = [
  {
    ...acrossTablesRule(
      "X-12",
      "basic-expenditure-is-personnel-plus-operating",
      "一般公共预算基本支出等于人员经费合计与公用经费合计之和",
    ),
    tables: [GENERAL, DETAIL],
    pairs: [pair(general(null, "basic"), "=", [detailTotal("personnel"), detailTotal("operating")])],
  },
  {
    ...acrossTablesRule(
      "X-13",
      "general-budget-within-expenditure",
      "一般公共预算的基本支出、项目支出不大于支出决算表合计；只有一般公共预算时相等",
    ),
    tables: [EXPENDITURE, GENERAL],
    pairs: (
      [
        ["basic", "基本支出"],
        ["project", "项目支出"],
      ] as const
    ).flatMap(([column, label]) =>
      atMostOrEqual(general(null, column), expenditureTotal(column), "all-general-budget-money", label),
    ),
  },
  {
    ...acrossTablesRule(
      "X-14",
      "general-budget-codes-within-expenditure",
      "一般公共预算财政拨款支出决算表各科目不大于支出决算表同一科目",
    ),
    tables: [EXPENDITURE, GENERAL],
    each: { over: "code", of: GENERAL },
    pairs: (
      [
        ["total", "合计"],
        ["basic", "基本支出"],
        ["project", "项目支出"],
      ] as const
    ).map(([column, label]) => pair(each(GENERAL, column), "<=", each(EXPENDITURE, column), { label })),
  },
  {
    ...acrossTablesRule(
      "T6-06",
      "housing-fund-agrees-with-general-budget-table",
      "经济科目30113住房公积金等于功能科目2210201的基本支出",
      EXPLAIN,
    ),
    tables: [GENERAL, DETAIL],
    pairs: [pair(detail("30113"), "=", general("2210201", "basic"))],
  },
  {
    ...acrossTablesRule(
      "T6-07",
      "pension-contribution-agrees-with-general-budget-table",
      "经济科目30108机关事业单位基本养老保险缴费等于功能科目2080505的基本支出",
      EXPLAIN,
    ),
    tables: [GENERAL, DETAIL],
    pairs: [pair(detail("30108"), "=", general("2080505", "basic"))],
  },
  {
    ...acrossTablesRule(
      "T6-08",
      "annuity-contribution-agrees-with-general-budget-table",
      "经济科目30109职业年金缴费等于功能科目2080506的基本支出",
      EXPLAIN,
    ),
    tables: [GENERAL, DETAIL],
    pairs: [pair(detail("30109"), "=", general("2080506", "basic"))],
  },
  {
    // 其他行政事业单位医疗支出 is booked to other economic codes.
    ...acrossTablesRule(
      "T6-09",
      "medical-contributions-agree-with-general-budget-table",
      "经济科目30110、30111医疗缴费等于功能科目21011（不含2101199）的基本支出",
      HINT,
    ),
    tables: [GENERAL, DETAIL],
    pairs: [
      pair([detail("30110"), detail("30111")], "=", [
        general("21011", "basic"),
        minus(general("2101199", "basic")),
      ]),
    ],
  },
];

/** Ties of 三公经费, 机关运行经费, procurement and vehicles. */
export const statisticsTies: readonly Tie[] = [
  {
    ...acrossTablesRule(
      "X-23",
      "running-costs-agree-with-operating-expenditure",
      "机关运行经费等于行政、参公单位的公用经费合计；含其他单位的部门不大于公用经费合计",
      EXPLAIN,
    ),
    tables: [DETAIL, STATISTICS],
    pairs: [
      pair([statistics(5), statistics(6)], "=", detailTotal("operating"), { when: "office-unit" }),
      pair([statistics(5), statistics(6)], "<=", detailTotal("operating"), { when: "mixed-unit" }),
    ],
  },
  {
    ...acrossTablesRule(
      "X-24",
      "basic-reception-within-three-public",
      "基本支出中的公务接待费不大于“三公”经费公务接待费决算数",
    ),
    tables: [DETAIL, THREE_PUBLIC],
    pairs: [pair(detail("30217"), "<=", threePublic("final.reception"))],
  },
  {
    ...acrossTablesRule(
      "X-25",
      "basic-vehicle-running-within-three-public",
      "基本支出中的公务用车运行维护费不大于“三公”经费公务用车运行维护费决算数",
    ),
    tables: [DETAIL, THREE_PUBLIC],
    pairs: [pair(detail("30231"), "<=", threePublic("final.vehicleRunning"))],
  },
  {
    ...acrossTablesRule(
      "X-26",
      "basic-abroad-and-vehicle-purchase-within-three-public",
      "基本支出中的因公出国（境）费用、公务用车购置不大于“三公”经费对应决算数",
    ),
    tables: [DETAIL, THREE_PUBLIC],
    pairs: [
      pair(detail("30212"), "<=", threePublic("final.abroad"), { label: "因公出国（境）费" }),
      pair(detail("31013"), "<=", threePublic("final.vehiclePurchase"), { label: "公务用车购置费" }),
    ],
  },
  {
    ...acrossTablesRule(
      "X-27",
      "three-public-within-fiscal-expenditure",
      "“三公”经费决算合计不大于财政拨款支出合计",
    ),
    tables: [APPROPRIATION, THREE_PUBLIC],
    pairs: [pair(threePublic("final.total"), "<=", appropriation(59, "total"))],
  },
  {
    ...acrossTablesRule(
      "X-28",
      "vehicle-running-needs-vehicles",
      "列支公务用车运行维护费的单位应有车辆",
      EXPLAIN,
    ),
    tables: [THREE_PUBLIC, STATISTICS],
    pairs: [pair(threePublic("final.vehicleRunning"), "needs", statistics(7))],
  },
  {
    ...acrossTablesRule(
      "X-29",
      "procurement-within-purchasable-expenditure",
      "政府采购支出合计不大于项目支出与公用经费之和",
      EXPLAIN,
    ),
    tables: [EXPENDITURE, DETAIL, STATISTICS],
    pairs: [pair(statistics(1), "<=", [expenditureTotal("project"), detailTotal("operating")])],
  },
];
