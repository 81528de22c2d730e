// The tables whose rows are classification codes, and the one row of 三公.

import type { ColumnDescription, TableConcept, TableIdentity } from "./concept.ts";
import { economicRows } from "./classification/economic-classification.ts";
import { inTableRule } from "./identity-rule.ts";

type RuleMaker = ReturnType<typeof inTableRule>;

const column = (id: string, name: string): ColumnDescription => ({ id, name });

/** 合计 = Σ类, 类 = Σ款, 款 = Σ项 as three rules, so that a finding says which level is broken. */
function hierarchy(rule: RuleMaker, table: string, id: string): readonly TableIdentity[] {
  return [
    {
      ...rule(`${table}-02`, `${id}-total-is-sum-of-classes`, "合计行各栏等于各类级科目之和"),
      form: "code-sum",
      levels: ["total"],
    },
    {
      ...rule(`${table}-03`, `${id}-class-is-sum-of-sections`, "类级科目各栏等于所属款级科目之和"),
      form: "code-sum",
      levels: ["class"],
    },
    {
      ...rule(`${table}-04`, `${id}-section-is-sum-of-items`, "款级科目各栏等于所属项级科目之和"),
      form: "code-sum",
      levels: ["section"],
    },
  ];
}

const incomeRule = inTableRule("公开02表", "收入决算表");

/** 收入决算表. */
export const income: TableConcept = {
  id: "income",
  title: "收入决算表",
  rowKey: "function-code",
  columns: [
    column("total", "本年收入合计"),
    column("appropriation", "财政拨款收入"),
    column("superiorSubsidy", "上级补助收入"),
    column("undertaking", "事业收入"),
    column("operating", "经营收入"),
    column("affiliated", "附属单位上缴收入"),
    column("other", "其他收入"),
  ],
  lines: [],
  identities: [
    {
      ...incomeRule(
        "T2-01",
        "income-row-is-sum-of-kinds",
        "每一科目的本年收入合计（栏1）等于各项收入（栏2至7）之和",
      ),
      form: "column-sum",
      total: "total",
      parts: ["appropriation", "superiorSubsidy", "undertaking", "operating", "affiliated", "other"],
    },
    ...hierarchy(incomeRule, "T2", "income"),
  ],
  mayBeEmpty: false,
};

const expenditureRule = inTableRule("公开03表", "支出决算表");

/** 支出决算表. */
export const expenditure: TableConcept = {
  id: "expenditure",
  title: "支出决算表",
  rowKey: "function-code",
  columns: [
    column("total", "本年支出合计"),
    column("basic", "基本支出"),
    column("project", "项目支出"),
    column("toSuperior", "上缴上级支出"),
    column("operating", "经营支出"),
    column("toAffiliated", "对附属单位补助支出"),
  ],
  lines: [],
  identities: [
    {
      ...expenditureRule(
        "T3-01",
        "expenditure-row-is-sum-of-kinds",
        "每一科目的本年支出合计（栏1）等于各项支出（栏2至6）之和",
      ),
      form: "column-sum",
      total: "total",
      parts: ["basic", "project", "toSuperior", "operating", "toAffiliated"],
    },
    ...hierarchy(expenditureRule, "T3", "expenditure"),
  ],
  mayBeEmpty: false,
};

const generalBudgetRule = inTableRule("公开05表", "一般公共预算财政拨款支出决算表");

/** 一般公共预算财政拨款支出决算表. */
export const generalBudgetExpenditure: TableConcept = {
  id: "general-budget-expenditure",
  title: "一般公共预算财政拨款支出决算表",
  rowKey: "function-code",
  columns: [column("total", "小计"), column("basic", "基本支出"), column("project", "项目支出")],
  lines: [],
  identities: [
    {
      ...generalBudgetRule(
        "T5-01",
        "general-budget-row-is-basic-plus-project",
        "每一科目的小计（栏1）等于基本支出与项目支出（栏2、3）之和",
      ),
      form: "column-sum",
      total: "total",
      parts: ["basic", "project"],
    },
    {
      ...generalBudgetRule("T5-02", "general-budget-total-is-sum-of-classes", "合计行各栏等于各类级科目之和"),
      form: "code-sum",
      levels: ["total"],
    },
    {
      ...generalBudgetRule(
        "T5-03",
        "general-budget-parent-is-sum-of-children",
        "上级科目各栏等于所属下级科目之和",
      ),
      form: "code-sum",
      levels: ["class", "section"],
    },
  ],
  mayBeEmpty: false,
};

const detailRule = inTableRule("公开06表", "一般公共预算财政拨款基本支出决算明细表");
const classesOf = (group: "personnel" | "operating"): readonly string[] =>
  economicRows.filter((row) => row.level === 1 && row.group === group).map((row) => row.code);
const amounts = (codes: readonly string[]): readonly { readonly code: string; readonly column: string }[] =>
  codes.map((code) => ({ code, column: "amount" }));

/** 一般公共预算财政拨款基本支出决算明细表; 人员经费合计 and 公用经费合计 are lines, all else economic codes. */
export const generalBudgetBasicDetail: TableConcept = {
  id: "general-budget-basic-detail",
  title: "一般公共预算财政拨款基本支出决算明细表",
  rowKey: "economic-code",
  columns: [column("amount", "决算数")],
  lines: [
    { line: "personnel", name: "人员经费合计", side: "only", kind: "money" },
    { line: "operating", name: "公用经费合计", side: "only", kind: "money" },
  ],
  identities: [
    {
      ...detailRule("T6-01", "basic-detail-class-is-sum-of-sections", "每一类经济科目等于所属款级科目之和"),
      form: "code-sum",
      levels: ["class"],
    },
    {
      ...detailRule(
        "T6-02",
        "personnel-is-sum-of-classes",
        "人员经费合计等于工资福利支出与对个人和家庭的补助之和",
      ),
      form: "cell-sum",
      total: { line: "personnel", column: "amount" },
      parts: amounts(classesOf("personnel")),
    },
    {
      ...detailRule(
        "T6-03",
        "operating-is-sum-of-classes",
        "公用经费合计等于302、307、309至313、399各类之和",
      ),
      form: "cell-sum",
      total: { line: "operating", column: "amount" },
      parts: amounts(classesOf("operating")),
    },
  ],
  mayBeEmpty: false,
};

const fundRule = inTableRule("公开07表", "政府性基金预算财政拨款收入支出决算表");

/** 政府性基金预算财政拨款收入支出决算表. */
export const governmentFund: TableConcept = {
  id: "government-fund",
  title: "政府性基金预算财政拨款收入支出决算表",
  rowKey: "function-code",
  columns: [
    column("opening", "年初结转和结余"),
    column("income", "本年收入"),
    column("total", "本年支出小计"),
    column("basic", "基本支出"),
    column("project", "项目支出"),
    column("closing", "年末结转和结余"),
  ],
  lines: [],
  identities: [
    {
      ...fundRule(
        "T7-01",
        "government-fund-row-is-basic-plus-project",
        "每一科目的支出小计（栏3）等于基本支出与项目支出（栏4、5）之和",
      ),
      form: "column-sum",
      total: "total",
      parts: ["basic", "project"],
    },
    {
      ...fundRule(
        "T7-02",
        "government-fund-closing-follows",
        "每一科目的年末结转和结余（栏6）等于年初结转和结余加本年收入减本年支出",
      ),
      form: "column-sum",
      total: "closing",
      parts: ["opening", "income", "-total"],
    },
    {
      ...fundRule(
        "T7-03",
        "government-fund-parent-is-sum-of-children",
        "合计行与各级科目各栏等于所属下级之和",
      ),
      form: "code-sum",
      levels: ["total", "class", "section"],
    },
  ],
  mayBeEmpty: true,
};

const capitalRule = inTableRule("公开08表", "国有资本经营预算财政拨款支出决算表");

/** 国有资本经营预算财政拨款支出决算表; some provinces print opening, income and closing as well. */
export const stateCapital: TableConcept = {
  id: "state-capital",
  title: "国有资本经营预算财政拨款支出决算表",
  rowKey: "function-code",
  columns: [
    { id: "opening", name: "年初结转和结余", optional: true },
    { id: "income", name: "本年收入", optional: true },
    column("total", "合计"),
    column("basic", "基本支出"),
    column("project", "项目支出"),
    { id: "closing", name: "年末结转和结余", optional: true },
  ],
  lines: [],
  identities: [
    {
      ...capitalRule(
        "T8-01",
        "state-capital-row-is-basic-plus-project",
        "每一科目的支出合计等于基本支出与项目支出之和",
      ),
      form: "column-sum",
      total: "total",
      parts: ["basic", "project"],
    },
    {
      ...capitalRule(
        "T8-02",
        "state-capital-parent-is-sum-of-children",
        "合计行与各级科目各栏等于所属下级之和",
      ),
      form: "code-sum",
      levels: ["total", "class", "section"],
    },
    {
      ...capitalRule(
        "T8-04",
        "state-capital-closing-follows",
        "每一科目的年末结转和结余等于年初结转和结余加本年收入减本年支出",
      ),
      form: "column-sum",
      total: "closing",
      parts: ["opening", "income", "-total"],
    },
  ],
  mayBeEmpty: true,
};

const threePublicRule = inTableRule("公开09表", "财政拨款“三公”经费支出决算表");
const threePublicItems = [
  ["total", "合计"],
  ["abroad", "因公出国(境)费"],
  ["vehicles", "公务用车购置及运行维护费"],
  ["vehiclePurchase", "公务用车购置费"],
  ["vehicleRunning", "公务用车运行维护费"],
  ["reception", "公务接待费"],
] as const;

/** 财政拨款“三公”经费支出决算表: one row. */
export const threePublic: TableConcept = {
  id: "three-public",
  title: "财政拨款“三公”经费支出决算表",
  rowKey: "single",
  columns: (
    [
      ["budget", "预算数"],
      ["final", "决算数"],
    ] as const
  ).flatMap(([stage, word]) =>
    threePublicItems.map(([id, name]) => column(`${stage}.${id}`, `${word} ${name}`)),
  ),
  lines: [],
  identities: [
    {
      ...threePublicRule(
        "T9-01",
        "three-public-budget-is-sum-of-items",
        "“三公”经费预算合计（栏1）等于出国（境）费、公务用车费、公务接待费（栏2、3、6）之和",
      ),
      form: "column-sum",
      total: "budget.total",
      parts: ["budget.abroad", "budget.vehicles", "budget.reception"],
    },
    {
      ...threePublicRule(
        "T9-02",
        "vehicle-budget-is-purchase-plus-running",
        "公务用车预算小计（栏3）等于购置费与运行维护费（栏4、5）之和",
      ),
      form: "column-sum",
      total: "budget.vehicles",
      parts: ["budget.vehiclePurchase", "budget.vehicleRunning"],
    },
    {
      ...threePublicRule(
        "T9-03",
        "three-public-final-is-sum-of-items",
        "“三公”经费决算合计（栏7）等于出国（境）费、公务用车费、公务接待费（栏8、9、12）之和",
      ),
      form: "column-sum",
      total: "final.total",
      parts: ["final.abroad", "final.vehicles", "final.reception"],
    },
    {
      ...threePublicRule(
        "T9-04",
        "vehicle-final-is-purchase-plus-running",
        "公务用车决算小计（栏9）等于购置费与运行维护费（栏10、11）之和",
      ),
      form: "column-sum",
      total: "final.vehicles",
      parts: ["final.vehiclePurchase", "final.vehicleRunning"],
    },
    {
      ...threePublicRule("T9-05", "three-public-final-within-budget", "“三公”经费各项决算数不大于全年预算数"),
      basis: "财预〔2016〕143号关于“三公”经费决算公开及增减原因说明的要求",
      severity: "warning",
      kind: "explain",
      form: "comparison",
      relation: "<=",
      pairs: threePublicItems.map(([id]) => ({
        left: [{ column: `final.${id}` }],
        right: [{ column: `budget.${id}` }],
      })),
    },
  ],
  mayBeEmpty: true,
};
