// Rules that follow from the official sentences: one rule for each sentence and kind of figure in it.

import type { FactAddress } from "../../../disclosure/address.ts";
import { Decimal } from "decimal.js";

import { findConcept } from "../../../accounts/concepts.ts";
import type { Derivation } from "../../../disclosure/address.ts";
import type { NarrativeSentence, ProseFigure } from "../../../disclosure/disclosure.ts";
import type { Place } from "../../../document/document.ts";
import type { FactIndex } from "../../../disclosure/facts.ts";
import type { CellValue, StatedFigure } from "../../../figures/figure.ts";
import { isNonZero } from "../../../figures/figure.ts";
import type { Interval, RatioComparison } from "../../../figures/interval.ts";
import { comparePercent, divide, intervalOf, widenTo } from "../../../figures/interval.ts";
import type { SentenceTemplate } from "../../../sentences/template.ts";
import { derivationOf } from "../../../sentences/template.ts";
import type { CheckOutcome, Operand } from "../../finding.ts";
import { notApplicable, notChecked } from "../../finding.ts";
import type { CheckContext, CheckRule, RuleDescription } from "../../rule.ts";
import { cellName, cellsOf, rowOf, tableName } from "../tables/table-cells.ts";
import { expressionsOf, figuresOf } from "./expressions.ts";
import { narrativeFieldName } from "../../../disclosure/narrative-fields.ts";
import { isBorneOut } from "./stated-subject.ts";

/** ProseSubject: one figure of prose and the sentence it stands in. */
export interface ProseSubject {
  readonly sentence: NarrativeSentence;
  readonly prose: ProseFigure;
  readonly template: SentenceTemplate;
}

/** NarrativeKind: a kind of figure that sentences print, and how it is judged. */
export interface NarrativeKind {
  readonly derived: Derivation;
  readonly describe: (template: SentenceTemplate) => Omit<RuleDescription, "group">;
  readonly judge: (subject: ProseSubject, context: CheckContext) => CheckOutcome;
}

/** The rule of one sentence and one kind of figure; undefined when the sentence has none of the kind. */
export function narrativeRule(template: SentenceTemplate, kind: NarrativeKind): CheckRule | undefined {
  const expressions = expressionsOf(template.parts).filter((one) => derivationOf(one) === kind.derived);
  if (expressions.length === 0) return undefined;
  return {
    ...kind.describe(template),
    group: "narrative",
    check: (context) => {
      if (context.disclosure.narrative.length === 0) return [notApplicable(null, "没有可核对的情况说明")];
      const read = context.disclosure.narrative.filter((sentence) => sentence.template === template.id);
      const figures = read.flatMap((sentence) =>
        sentence.figures
          .filter((prose) => prose.derived === kind.derived && prose.refersTo.evaluation === undefined)
          .map((prose) => ({ sentence, prose, template })),
      );
      if (figures.length > 0) return figures.map((subject) => whereBorneOut(kind, subject, context));
      if (read.length > 0) return [notApplicable(template.sections[0] ?? null, "本句未列该类数")];
      const heading = template.sections[0] ?? null;
      return [
        isMissing(template, context)
          ? notChecked(heading, "未读到该部分说明")
          : notApplicable(heading, "不适用的说明"),
      ];
    },
  };
}

/** A figure that its words do not bear out is not called wrong: it was read as something else than it says. */
function whereBorneOut(kind: NarrativeKind, subject: ProseSubject, context: CheckContext): CheckOutcome {
  const outcome = kind.judge(subject, context);
  const { prose, sentence, template } = subject;
  return outcome.status !== "finding" || isBorneOut(prose, sentence, template, context.disclosure)
    ? outcome
    : notChecked(sentence.section, "说明文字所指的项目不能确定");
}

/** True when the report should have the sentence, and no other wording of it was read. */
function isMissing(template: SentenceTemplate, { disclosure, edition, facts }: CheckContext): boolean {
  const isDue = edition.sentences.some(({ id }) => id === template.id);
  if (!isDue || template.scope !== "narrative" || disclosure.tables.length === 0) return false;
  const stated = expressionsOf(template.parts).map(({ of }) => of);
  if (hasNothingToState(stated, facts)) return false;
  const families = new Set(stated.map(factFamily));
  return !disclosure.narrative.some(({ figures }) =>
    figures.some(({ refersTo }) => families.has(factFamily(refersTo))),
  );
}

/** True when the tables print no figure that the sentence states: then nothing need be said. */
function hasNothingToState(stated: readonly FactAddress[], facts: FactIndex): boolean {
  const printed = stated.flatMap((address) => facts.inTable(address) ?? []);
  return !printed.some(({ value }) => isNonZero(value));
}

/** What a fact is about, whatever its row: enough to tell two wordings of one matter. */
function factFamily({ concept, line, field, column }: FactAddress): string {
  return [concept, line ?? "", field?.split(".")[0]?.split("-")[0] ?? "", column?.split(".")[0] ?? ""].join(
    "|",
  );
}

/** No report states a fact more often; a text that does must not make checking slow. */
const MOST_STATEMENTS = 32;

/** The printed value of a fact: its table's, else what the same sentence, else other prose, states. */
export function valuesOf(
  address: FactAddress,
  sentence: NarrativeSentence,
  context: CheckContext,
): readonly CellValue[] {
  const inSentence = figuresOf(sentence, address, null)
    .slice(0, MOST_STATEMENTS)
    .map(({ figure }) => figure);
  const stated = context.facts
    .statementsOf(address)
    .slice(0, MOST_STATEMENTS)
    .map(({ value }) => value);
  return [...inSentence, ...stated.filter((value) => !inSentence.some((one) => one.place === value.place))];
}

/** Figures among the values; a blank table cell is a zero of its own. */
export function readableOf(values: readonly CellValue[]): readonly StatedFigure[] {
  return values.filter((value): value is StatedFigure => value.kind === "figure");
}

/**
 * A figure of prose as an interval. Prose states the totals of tables, also the budget they are measured
 * by, so it shares their envelope: they may have been added up from parts that were rounded before.
 */
export function proseInterval(address: FactAddress, figure: StatedFigure, context: CheckContext): Interval {
  const own = intervalOf(figure);
  const table = context.facts.table(address.concept);
  const cells = table === undefined ? undefined : cellsOf(table);
  if (cells === undefined || address.column === undefined) return own;
  return widenTo(own, cells.envelopeOf({ ...address, column: address.column }));
}

/** StatedAmount: an amount with all its printed values. */
export interface StatedAmount {
  readonly address: FactAddress;
  readonly values: readonly StatedFigure[];
}

/** RatioVerdict: null where no ratio can be made; else what the first values say, when none fits. */
export type RatioVerdict =
  | null
  | { readonly kind: "possible" }
  | {
      readonly kind: "impossible";
      readonly part: StatedFigure;
      readonly whole: StatedFigure;
      readonly result: RatioComparison;
    };

/**
 * Judges a printed percentage against part ÷ whole. Where table and prose state the amounts differently, that
 * is one finding of its own, so the percentage need fit one pair of values only.
 */
export function judgeRatio(
  figure: StatedFigure,
  { part, whole }: { readonly part: StatedAmount; readonly whole: StatedAmount },
  context: CheckContext,
): RatioVerdict {
  const intervals = ({ address, values }: StatedAmount): readonly (readonly [StatedFigure, Interval])[] =>
    values.map((value) => [value, proseInterval(address, value, context)]);
  const wholes = intervals(whole);
  let first: RatioVerdict = null;
  for (const [partValue, partInterval] of intervals(part)) {
    for (const [wholeValue, wholeInterval] of wholes) {
      const ratio = divide(partInterval, wholeInterval);
      if (ratio === undefined) continue;
      const result = comparePercent(figure, ratio);
      if (result.verdict !== "impossible") return { kind: "possible" };
      first ??= { kind: "impossible", part: partValue, whole: wholeValue, result };
    }
  }
  return first;
}

/** A percentage cut off instead of rounded is one last digit short: no wrong amount stands behind it. */
export function percentSeverity(figure: StatedFigure, { gap }: RatioComparison): "error" | "warning" {
  const lastDigit = new Decimal(10).pow(-figure.decimals);
  return gap.eq(lastDigit.negated()) && figure.decimals > 0 ? "warning" : "error";
}

/** A fact in words: "公开03表 支出决算表“合计（基本支出）”". */
export function factName(address: FactAddress, context: CheckContext): string {
  const table = context.facts.table(address.concept);
  if (table === undefined || address.column === undefined)
    return narrativeFieldName(address.field) ?? findConcept(address.concept)?.title ?? "说明所列数";
  const cell = { ...address, column: address.column };
  const stage = address.stage === "initial" ? "年初预算" : address.period === "prior" ? "上年" : "";
  return `${tableName(table)}“${cellName(address.concept, cell, rowOf(table, cell))}”${stage}`;
}

/** A figure of prose as an operand. */
export function proseOperand(label: string, value: CellValue, place: Place = value.place): Operand {
  const printed = value.kind === "figure" ? value.value : value.kind === "unreadable" ? value.raw : null;
  return { label, value: printed, place };
}
