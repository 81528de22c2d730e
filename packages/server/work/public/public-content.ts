// What the pages of a unit show of its published report, read from the disclosure once when it is published.

import { findConcept } from "@jueming/core/accounts/concepts.ts";
import type { FactAddress } from "@jueming/core/disclosure/address.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { narrativeFieldName } from "@jueming/core/disclosure/narrative-fields.ts";
import type { Section } from "@jueming/core/document/section.ts";
import { printedHeading } from "@jueming/core/document/section.ts";

import type {
  PublicAmount,
  PublicContent,
  PublicFinding,
  PublicSection,
} from "../../contract/public-report.ts";
import type { FactAmounts } from "./fact-amounts.ts";
import { factAmounts, numberOf } from "./fact-amounts.ts";

/** More paragraphs than these are read in the document itself. */
const MOST_PARAGRAPHS = 40;
const LONGEST_PARAGRAPH = 1_200;

interface Judged {
  readonly findings: readonly PublicFinding[];
  readonly notChecked: number;
}

/** The content of a published report. */
export function publicContent(disclosure: Disclosure, { findings, notChecked }: Judged): PublicContent {
  const facts = factAmounts(disclosure);
  return {
    title: disclosure.title,
    sections: ownSections(disclosure),
    totals: totalsOf(facts),
    incomes: linesOf(facts, "income-expenditure-summary", INCOME_LINES),
    expenditures: classesOf(facts),
    natures: naturesOf(facts),
    generalBudget: generalBudgetOf(disclosure, facts),
    threePublic: threePublicOf(facts),
    counts: countsOf(disclosure),
    others: othersOf(facts),
    findings: [...findings],
    notChecked,
    department: departmentOf(disclosure),
  };
}

/** 概况: what the unit says of itself; chapters that explain figures are told by the figures. */
function ownSections({ outline }: Disclosure): PublicSection[] {
  const own = outline.filter(({ heading }) => /概况|职责|职能|机构设置/u.test(heading));
  return own.flatMap(flattened).slice(0, 8);
}

function flattened(section: Section): readonly PublicSection[] {
  const paragraphs = section.paragraphs
    .slice(0, MOST_PARAGRAPHS)
    .map(({ text }) => (text.length > LONGEST_PARAGRAPH ? `${text.slice(0, LONGEST_PARAGRAPH)}……` : text));
  const own = paragraphs.length === 0 ? [] : [{ heading: printedHeading(section), paragraphs }];
  return [...own, ...section.children.flatMap(flattened)];
}

/** 行次 of the sources of income. */
const INCOME_LINES = ["1", "2", "3", "4", "5", "6", "7", "8"];
/** 行次 of what makes up the totals. */
const TOTAL_LINES = ["27", "28", "29", "31", "58", "59", "60", "62"];

const summaryLine = (line: string): FactAddress => ({
  concept: "income-expenditure-summary",
  line,
  column: "amount",
});

function linesOf(facts: FactAmounts, concept: string, lines: readonly string[]): PublicAmount[] {
  const described = findConcept(concept)?.lines ?? [];
  return lines.flatMap((line) => {
    const name = described.find((one) => one.line === line)?.name ?? null;
    const amount = name === null ? null : facts.amount({ concept, line, column: "amount" }, name);
    return amount === null || isEmpty(amount) ? [] : [amount];
  });
}

const isEmpty = ({ current, prior, planned }: PublicAmount): boolean =>
  [current, prior, planned].every((one) => one === null || Number(one) === 0);

/** 总计 stand twice, once for each side. */
const SIDE_NAMES: Readonly<Record<string, string>> = { "31": "收入总计", "62": "支出总计" };

const totalsOf = (facts: FactAmounts): PublicAmount[] =>
  linesOf(facts, "income-expenditure-summary", TOTAL_LINES).map((amount) => {
    const line = /\/L(\d+)\//u.exec(amount.fact)?.[1] ?? "";
    return { ...amount, name: SIDE_NAMES[line] ?? amount.name };
  });

/** 支出功能分类: the classes of the expenditure side, the largest first. */
function classesOf(facts: FactAmounts): PublicAmount[] {
  const lines = findConcept("income-expenditure-summary")?.lines ?? [];
  const classes = lines.filter(({ classCode }) => classCode !== undefined).map(({ line }) => line);
  return largestFirst(linesOf(facts, "income-expenditure-summary", classes));
}

const largestFirst = (amounts: readonly PublicAmount[]): PublicAmount[] =>
  amounts.toSorted((a, b) => Number(b.current ?? 0) - Number(a.current ?? 0));

const total = (column: string): FactAddress => ({ concept: "expenditure", code: null, column });
const detail = (line: string): FactAddress => ({
  concept: "general-budget-basic-detail",
  line,
  column: "amount",
});

function naturesOf(facts: FactAmounts): PublicAmount[] {
  return [
    facts.amount(total("basic"), "基本支出"),
    facts.amount(detail("personnel"), "其中：人员经费"),
    facts.amount(detail("operating"), "其中：公用经费"),
    facts.amount(total("project"), "项目支出"),
    facts.amount(total("toSuperior"), "上缴上级支出"),
    facts.amount(total("operating"), "经营支出"),
    facts.amount(total("toAffiliated"), "对附属单位补助支出"),
  ].filter((amount) => !isEmpty(amount));
}

function generalBudgetOf(disclosure: Disclosure, facts: FactAmounts): PublicAmount[] {
  const concept = "general-budget-expenditure";
  const rows = disclosure.tables.find((table) => table.concept === concept)?.rows ?? [];
  const sum = facts.amount({ concept, code: null, column: "total" }, "合计");
  const classes = rows.flatMap(({ code, name }) =>
    code?.length === 3 && name !== null ? [facts.amount({ concept, code, column: "total" }, name)] : [],
  );
  return [sum, ...largestFirst(classes)].filter((amount) => !isEmpty(amount));
}

const THREE_PUBLIC = [
  ["total", "“三公”经费合计"],
  ["abroad", "因公出国（境）费"],
  ["vehicles", "公务用车购置及运行维护费"],
  ["vehiclePurchase", "其中：公务用车购置费"],
  ["vehicleRunning", "其中：公务用车运行维护费"],
  ["reception", "公务接待费"],
] as const;

/** All lines, zeros too: that nothing was spent abroad is what people want to read. */
function threePublicOf(facts: FactAmounts): PublicAmount[] {
  const concept = "three-public";
  const amounts = THREE_PUBLIC.map(([column, name]) =>
    facts.amount({ concept, column: `final.${column}` }, name, { concept, column: `budget.${column}` }),
  );
  return amounts.every(isEmpty) ? [] : amounts;
}

/** Counts behind the three public expenses, as prose states them. */
const COUNTS = [
  "abroad-groups",
  "abroad-persons",
  "vehicles-bought",
  "vehicles-kept",
  "reception-batches",
  "reception-persons",
];

function countsOf({ narrative }: Disclosure): PublicContent["counts"] {
  const figures = narrative.flatMap((sentence) => sentence.figures);
  return COUNTS.flatMap((field) => {
    const stated = figures.find(
      ({ refersTo }) => refersTo.concept === "narrative" && refersTo.field === field,
    );
    const name = narrativeFieldName(field);
    if (stated === undefined || stated.figure.kind !== "figure" || name === undefined) return [];
    return [{ name, value: `${stated.figure.value}${stated.figure.unit?.name ?? ""}` }];
  });
}

/** 机关运行经费 (lines of the two kinds of unit) and 政府采购. */
function othersOf(facts: FactAmounts): PublicAmount[] {
  const at = (line: string, name: string): PublicAmount =>
    facts.amount({ concept: "disclosure-statistics", line, column: "amount" }, name);
  return [
    at("5", "机关运行经费（行政单位）"),
    at("6", "机关运行经费（参照公务员法管理事业单位）"),
    at("1", "政府采购支出"),
    at("2", "其中：货物"),
    at("3", "其中：工程"),
    at("4", "其中：服务"),
  ].filter((amount) => !isEmpty(amount));
}

function departmentOf({ departmentEvaluation: own }: Disclosure): PublicContent["department"] {
  if (own === null) return null;
  return {
    score: numberOf(own.score),
    grade: own.grade?.text ?? null,
    goal: own.goal?.text ?? null,
    indicators: own.indicators.map((one) => ({
      level1: one.level1,
      level2: one.level2,
      name: one.name,
      target: one.target?.raw ?? null,
      actual: one.actual?.raw ?? null,
      points: numberOf(one.points),
      score: numberOf(one.score),
      computed: null,
      verdict: null,
      derivation: null,
      reason: one.reason?.text ?? null,
    })),
  };
}

/** The figures by which lists are sorted and summed, in 元. */
export function publicMeasures(disclosure: Disclosure) {
  const { yuan } = factAmounts(disclosure);
  const threePublic = (column: string): string | null => yuan({ concept: "three-public", column });
  const general: FactAddress = { concept: "general-budget-expenditure", code: null, column: "total" };
  return {
    income: yuan(summaryLine("27")),
    expenditure: yuan(summaryLine("58")),
    priorExpenditure: yuan({ ...summaryLine("58"), period: "prior" }),
    basic: yuan({ concept: "expenditure", code: null, column: "basic" }),
    project: yuan({ concept: "expenditure", code: null, column: "project" }),
    personnel: yuan({ concept: "general-budget-basic-detail", line: "personnel", column: "amount" }),
    generalBudget: yuan(general),
    plannedGeneralBudget: yuan({ ...general, stage: "initial" }),
    threePublicBudget: threePublic("budget.total"),
    threePublic: threePublic("final.total"),
    abroad: threePublic("final.abroad"),
    vehicles: threePublic("final.vehicles"),
    reception: threePublic("final.reception"),
  };
}
