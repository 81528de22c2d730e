// Writes 情况说明 of a made report: every sentence from its description, figures marked where they stand.

import type { FactAddress } from "@jueming/core/disclosure/address.ts";
import { functionClasses } from "@jueming/core/accounts/classification/function-classification.ts";
import { formatMillionths } from "@jueming/core/figures/figure.ts";
import { WAN_YUAN } from "@jueming/core/figures/unit.ts";
import type { RowName, SentenceTemplate } from "@jueming/core/sentences/template.ts";
import type { FactLookup, WrittenFigure, WrittenSentence } from "@jueming/core/sentences/write-sentence.ts";
import { writeSentence } from "@jueming/core/sentences/write-sentence.ts";
import type { MadeAccounts } from "./made-accounts.ts";
import { statedClasses } from "./made-facts.ts";
import type { MadeFacts } from "./made-facts.ts";
import type { MadeUnit } from "./made-unit.ts";
import type { Random } from "./random.ts";
import type { FigureKind, Mark, Piece, TextBuilder } from "./report-text.ts";

/** Headings of the explanation with the sentence that stands under each; null where only others stand below. */
const OUTLINE: readonly (readonly [heading: string, template: string | null])[] = [
  ["一、收入支出决算总体情况说明", "income-expenditure-totals"],
  ["二、收入决算情况说明", "income-composition"],
  ["三、支出决算情况说明", "expenditure-composition"],
  ["四、财政拨款收支决算总体情况说明", "appropriation-totals"],
  ["五、一般公共预算财政拨款支出决算情况说明", null],
  ["（一）一般公共预算财政拨款支出决算总体情况", "general-budget-total"],
  ["（二）一般公共预算财政拨款支出决算结构情况", "general-budget-structure"],
  ["（三）一般公共预算财政拨款支出决算具体情况", "general-budget-detail"],
  ["六、一般公共预算财政拨款基本支出决算情况说明", "general-budget-basic"],
  ["七、政府性基金预算财政拨款收支决算情况说明", "government-fund"],
  ["八、国有资本经营预算财政拨款支出决算情况说明", "state-capital"],
  ["九、财政拨款“三公”经费支出决算情况说明", null],
  ["（一）“三公”经费财政拨款支出决算总体情况说明", "three-public-total"],
  ["（二）“三公”经费财政拨款支出决算具体情况说明", "three-public-detail"],
  ["十、其他重要事项情况说明", null],
  ["（一）机关运行经费支出情况说明", "running-costs"],
  ["（二）政府采购情况说明", "procurement"],
  ["（三）国有资产占用情况说明", "assets"],
  ["（四）预算绩效情况说明", null],
  ["1、预算绩效管理工作开展情况", "performance"],
];

const REASONS = [
  "年度工作安排有所变化",
  "部分事项跨年度实施",
  "结合实际统筹安排资金",
  "人员和任务有增减变化",
];
const USES = ["保障日常工作运转", "落实年度重点任务", "保障机构履职"];

/** ExplanationSources: whose explanation, and how it is written. */
export interface ExplanationSources {
  readonly unit: MadeUnit;
  readonly accounts: MadeAccounts;
  readonly facts: MadeFacts;
  /** Lists of items each on a line of their own. */
  readonly breaksLists: boolean;
}

export function printExplanation(text: TextBuilder, sources: ExplanationSources, random: Random): void {
  for (const [heading, id] of OUTLINE) {
    text.paragraph(heading);
    const template = sources.unit.edition.sentences.find((one) => one.id === id);
    if (template !== undefined) printSentence(text, template, { ...sources, heading }, random);
  }
}

type SentenceSources = ExplanationSources & { readonly heading: string };

function printSentence(
  text: TextBuilder,
  template: SentenceTemplate,
  sources: SentenceSources,
  random: Random,
): void {
  const lookup = lookupFor(template, sources, random);
  const pieces = piecesOf(writeSentence(template, lookup), sources);
  for (const paragraph of paragraphsOf(pieces, sources.breaksLists && !template.id.startsWith("performance")))
    text.paragraph(...paragraph);
}

function lookupFor(
  template: SentenceTemplate,
  { unit, accounts, facts }: SentenceSources,
  random: Random,
): FactLookup {
  const classes = rowsOfTemplate(template.id, accounts);
  return {
    year: unit.year,
    value: facts.exact,
    rows: () => classes,
    words: (slot, about) => {
      if (slot === "items") return facts.itemsOf(about?.line ?? "");
      return random.pick(slot === "reason" ? REASONS : USES);
    },
  };
}

function rowsOfTemplate(id: string, accounts: MadeAccounts): readonly RowName[] {
  const ofFund = (fund: string): readonly string[] => [
    ...new Set(accounts.entries.filter((one) => one.fund === fund).map(({ code }) => code.slice(0, 3))),
  ];
  const codes =
    id === "government-fund"
      ? ofFund("governmentFund")
      : id === "state-capital"
        ? ofFund("stateCapital")
        : statedClasses(accounts);
  const suffix = id === "general-budget-structure" ? "（类）" : "";
  return functionClasses
    .filter(({ code }) => codes.includes(code))
    .map(({ code, name }) => ({ key: code, names: [`${name}${suffix}`] }));
}

const GIVEN = "\uE010";
const MISSING = "\uE011";

/** The sentence as pieces; a clause whose figure is not known (a percentage of nothing) is left out. */
function piecesOf({ text, figures }: WrittenSentence, sources: SentenceSources): readonly Piece[] {
  const isGiven = (figure: WrittenFigure): boolean => !text.slice(figure.offset).startsWith("——");
  let at = 0;
  let marked = "";
  for (const figure of figures) {
    marked += text.slice(at, figure.offset) + (isGiven(figure) ? GIVEN : MISSING);
    at = figure.offset + figure.length;
  }
  const cleaned = (marked + text.slice(at))
    .replace(new RegExp(`[，；、]?[^，；：。、${GIVEN}\n]*${MISSING}[^，；：。、${GIVEN}\n]*`, "gu"), "")
    .replace(/。其中：(?=。|$)/u, "。")
    .replace(/其中：。/gu, "。")
    .replace(/。{2,}/gu, "。");
  const given = figures.filter(isGiven);
  return cleaned.split(GIVEN).flatMap((words, index): readonly Piece[] => {
    const figure = given[index];
    return figure === undefined ? [words] : [words, figurePiece(figure, text, sources)];
  });
}

function figurePiece(figure: WrittenFigure, text: string, sources: SentenceSources): Piece {
  const written = text.slice(figure.offset, figure.offset + figure.length);
  const [, exact = "", unit = ""] = /^([-\d,.]+)(.*)$/su.exec(written) ?? [];
  const isMoney = unit === "万元";
  const value = figure.derived === null && isMoney ? asPrinted(figure.refersTo, exact, sources.facts) : exact;
  const kind = kindOf(figure, unit);
  if (kind === null) return `${value}${unit}`;
  const mark: Mark = {
    kind,
    where: sources.heading.replace(/^[^、）]+[、）]/u, ""),
    label: `${figure.refersTo.concept} ${figure.refersTo.line ?? figure.refersTo.code ?? ""} ${figure.refersTo.column ?? figure.refersTo.field ?? ""} ${figure.derived ?? ""}`,
    envelope: envelopeOf(figure, kind, sources.facts),
  };
  return { text: `${value}${unit}`, mark };
}

/** Amounts are copied from the tables; ratios are worked out from what is exact. */
function asPrinted(address: FactAddress, exact: string, facts: MadeFacts): string {
  const value = facts.printed(address);
  if (value === null || value === 0n) return exact;
  return formatMillionths(value, 2, WAN_YUAN).replace(/\B(?=(?:\d{3})+\.)/gu, ",");
}

/** Numbers that no identity holds: how many were hosted, sent abroad, reviewed. */
const FREE_FIELD = /batches|persons|groups|bought|reviewed|reception-(?:foreign|overseas)/u;

function kindOf({ refersTo, derived }: WrittenFigure, unit: string): FigureKind | null {
  if (FREE_FIELD.test(refersTo.field ?? "")) return null;
  if (derived === "share") return "说明占比";
  if (derived === "change") return "说明增减额";
  if (derived === "changeRate") return "说明增减率";
  if (derived === "completion") return "说明完成率";
  return unit === "万元" ? "说明金额" : "说明个数";
}

const MONEY_ENVELOPE = 0.6;
const COUNT_ENVELOPE = 0.5;

/** A percentage of little money is uncertain: the envelope of the amounts, in percent of the base, twice over. */
function envelopeOf({ refersTo }: WrittenFigure, kind: FigureKind, facts: MadeFacts): number {
  if (kind === "说明个数") return COUNT_ENVELOPE;
  if (kind === "说明金额" || kind === "说明增减额") return MONEY_ENVELOPE;
  const base = Number(facts.exact(refersTo) ?? 0n) / Number(WAN_YUAN.scale) / 1e6;
  const prior = Number(facts.exact({ ...refersTo, period: "prior" }) ?? 0n) / Number(WAN_YUAN.scale) / 1e6;
  if (kind === "说明增减率") {
    const smallest = Math.max(0.01, prior);
    return 0.05 + ((100 * 0.1) / smallest) * Math.max(1, base / smallest);
  }
  return 0.05 + (100 * 0.1) / Math.max(0.01, base);
}

/** One paragraph for each line; lists also break after their colon and their semicolons. */
function paragraphsOf(pieces: readonly Piece[], breaksLists: boolean): readonly (readonly Piece[])[] {
  const paragraphs: Piece[][] = [[]];
  for (const piece of pieces) {
    const words = typeof piece === "string" ? piece : null;
    if (words === null) {
      paragraphs.at(-1)?.push(piece);
      continue;
    }
    const broken = breaksLists
      ? words.replace(/(其中：|方面：|；)\n?/gu, "$1\n")
      : words.replace(/(其中：|方面：|；)\n/gu, "$1");
    const [first = "", ...rest] = broken.split("\n");
    paragraphs.at(-1)?.push(first);
    for (const line of rest) paragraphs.push([line]);
  }
  return paragraphs.filter((one) => one.some((piece) => piece !== ""));
}
