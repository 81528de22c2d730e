// The official sentence of a chapter from the figures of its evaluation, where all of them are known.

import type { FactAddress } from "../../disclosure/address.ts";
import { figureId } from "../../disclosure/figure-id.ts";
import type { Run } from "../../document/document.ts";
import type { Indicator, ProjectEvaluation } from "../../evaluation/project-evaluation.ts";
import { formatMillionths, statedFigure, type CellValue, type StatedFigure } from "../../figures/figure.ts";
import { PERCENT } from "../../figures/unit.ts";
import type { Part, SentenceTemplate } from "../../sentences/template.ts";
import { writeSentence, type FactLookup, type WrittenSentence } from "../../sentences/write-sentence.ts";
import { missingWords } from "../blocks.ts";

/** SentenceSource: an evaluation and the sentences of its edition. */
export interface SentenceSource {
  readonly evaluation: ProjectEvaluation;
  readonly index: number;
  readonly sentences: readonly SentenceTemplate[];
}

/** The sentence that stands under one of the headings; null where none does, or a figure of it is not known. */
export function sentenceRuns(
  headings: readonly string[],
  { evaluation, index, sentences }: SentenceSource,
): readonly Run[] | null {
  const figure = (address: FactAddress): StatedFigure | null => figureOf(evaluation, address.field ?? "");
  const value = (address: FactAddress): bigint | null => figure(address)?.millionths ?? null;
  const template = sentences.find(
    ({ scope, sections, parts }) =>
      scope === "project-evaluation" &&
      sections.some((section) => headings.includes(section)) &&
      factsOf(parts).every((address) => value(address) !== null),
  );
  if (template === undefined) return null;
  const lookup: FactLookup = {
    year: evaluation.year ?? { missing: missingWords("年度") },
    value,
    printedAs: (address) => {
      const own = figure(address);
      return own === null ? null : { value: own.value, agrees: ({ part }) => part === own.millionths };
    },
    rows: () => [],
    words: () => "",
    stated: ({ field = "" }) => statedWords(evaluation, field),
  };
  return runsOf(writeSentence(template, lookup), (address) => ({ ...address, evaluation: index }));
}

/** The runs of a written sentence: words, figures with their ids, and what is missing. */
export function runsOf(
  { text, figures, missing }: WrittenSentence,
  addressed: (address: FactAddress) => FactAddress,
): readonly Run[] {
  const marks = [
    ...figures.map(({ offset, length, refersTo, derived }) => ({
      offset,
      length,
      run: { figure: figureId({ address: addressed(refersTo), derived }) },
    })),
    ...missing.map(({ offset, length }) => ({ offset, length, run: { missing: true } })),
  ].toSorted((left, right) => left.offset - right.offset);
  let from = 0;
  const runs = marks.flatMap(({ offset, length, run }): readonly Run[] => {
    const before = text.slice(from, offset);
    from = offset + length;
    const own = { text: text.slice(offset, from), ...run };
    return before === "" ? [own] : [{ text: before }, own];
  });
  return from < text.length ? [...runs, { text: text.slice(from) }] : runs;
}

/** The facts that the figures of a sentence state. */
function factsOf(parts: readonly Part[]): readonly FactAddress[] {
  return parts.flatMap((part): readonly FactAddress[] => {
    if (part.kind === "figure") return [part.expression.of];
    if (part.kind === "optional" || part.kind === "each") return factsOf(part.parts);
    return part.kind === "choice" ? part.alternatives.flatMap((one) => factsOf(one.parts)) : [];
  });
}

const STATED: Readonly<Record<string, string>> = { name: "项目名称", grade: "等级" };

function statedWords(evaluation: ProjectEvaluation, field: string): string | { readonly missing: string } {
  const words = field === "name" ? evaluation.name : (evaluation.grade?.text ?? "");
  return words === "" ? { missing: missingWords(STATED[field] ?? field) } : words;
}

function figureOf(evaluation: ProjectEvaluation, field: string): StatedFigure | null {
  const total = evaluation.funding.find(({ source }) => source === "total")?.fields;
  const value = ((): CellValue | null | undefined => {
    switch (field) {
      case "fundingScore":
      case "totalScore":
        return evaluation[field];
      case "indicatorScore":
        return evaluation.indicatorScore ?? restOfScore(evaluation);
      case "initial":
        return figureAmong(total?.initial, total?.compiled);
      case "adjusted":
      case "executed":
      case "rate":
        return total?.[field];
      case "satisfaction":
        return satisfactionOf(evaluation.indicators);
      default:
        return null;
    }
  })();
  return value?.kind === "figure" ? value : null;
}

/** What the indicators earned, where the form states only the total and the score of the money. */
function restOfScore({ totalScore, fundingScore }: ProjectEvaluation): StatedFigure | null {
  if (totalScore?.kind !== "figure" || fundingScore?.kind !== "figure") return null;
  const decimals = Math.max(totalScore.decimals, fundingScore.decimals);
  const rest = formatMillionths(totalScore.millionths - fundingScore.millionths, decimals);
  return statedFigure(rest, null, totalScore.place) ?? null;
}

/** The rate of the only indicator of satisfaction; of several, none speaks for all. */
function satisfactionOf(indicators: readonly Indicator[]): StatedFigure | null {
  const [only, ...others] = indicators.filter(({ level1 }) => level1.includes("满意度"));
  const actual = only?.actual;
  if (others.length > 0 || actual === null || actual === undefined || actual.value === null) return null;
  const unit = actual.unit ?? only?.target?.unit ?? null;
  return unit === "%" ? (statedFigure(actual.value, PERCENT, actual.place) ?? null) : null;
}

function figureAmong(...values: readonly (CellValue | null | undefined)[]): StatedFigure | null {
  return values.find((value) => value?.kind === "figure") ?? null;
}
