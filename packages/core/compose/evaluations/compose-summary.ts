// The list of self-evaluations of a department or district (汇总表): one row a project, totals, and how many
// have each grade.

import { Decimal } from "decimal.js";
import { figureId } from "../../disclosure/figure-id.ts";
import type { WrittenBlock } from "../../document/composition.ts";
import type { Cell } from "../../document/document.ts";
import { gradeOf, type GradeRule } from "../../evaluation/grades.ts";
import type { ProjectEvaluation } from "../../evaluation/project-evaluation.ts";
import { formatMillionths, MILLIONTHS, type StatedFigure } from "../../figures/figure.ts";
import { WAN_YUAN, YUAN } from "../../figures/unit.ts";
import type { SummaryField, SummaryLayout } from "../../forms/summary-layout.ts";
import { nationalSummary } from "../../regions/national/summary.ts";
import { cell, heading, paragraph } from "../blocks.ts";
import { headerCell, labelCell, textCell } from "./form-cells.ts";

/** SummaryEntry: one self-evaluation with whose it is. */
export interface SummaryEntry {
  readonly evaluation: ProjectEvaluation;
  /** The department or unit, where the form itself does not name it. */
  readonly unit: string | null;
  /** By which a score earns its grade where the form prints none. */
  readonly grades: readonly GradeRule[];
}

/** SummaryOptions: what stands above the list. */
export interface SummaryOptions {
  readonly year: number | null;
  readonly layout?: SummaryLayout;
}

/** The list from a new page; nothing where there are no entries. */
export function composeSummary(
  entries: readonly SummaryEntry[],
  { year, layout = nationalSummary }: SummaryOptions,
): readonly WrittenBlock[] {
  if (entries.length === 0) return [];
  const lines = entries.map((entry, index) => lineOf(entry, index));
  const rows = [
    layout.columns.map(({ words }) => headerCell(words, 1)),
    ...lines.map((line) => layout.columns.map(({ field }) => entryCell(field, line, layout))),
    layout.columns.map(({ field }) => totalCell(field, lines, layout)),
    countsRow(lines, entries, layout),
  ];
  const yearWords = year === null ? "" : layout.yearLine.replace("$year", String(year));
  return [
    { kind: "page-start", orientation: "landscape", numbered: true, name: "汇总表" },
    heading(2, layout.title, { style: "table-title", listedAs: layout.title }),
    paragraph(`\t${yearWords}\t${layout.unitLine}`, "table-head"),
    {
      kind: "table",
      place: {},
      rows: rows.map((cells) => ({ cells, place: {} })),
      written: { name: "汇总表", headerRows: 1, widths: layout.columns.map(({ width }) => width) },
    },
  ];
}

/** Line: what the list says of one evaluation; amounts in millionths of 元. */
interface SummaryLine {
  readonly index: number;
  readonly name: string;
  readonly unit: string;
  readonly budget: bigint | null;
  readonly executed: bigint | null;
  readonly score: StatedFigure | null;
  readonly grade: string | null;
}

function lineOf({ evaluation, unit, grades }: SummaryEntry, index: number): SummaryLine {
  const total = evaluation.funding.find(({ source }) => source === "total")?.fields;
  const amount = (value: typeof evaluation.totalScore | undefined): bigint | null =>
    value?.kind === "figure" ? value.millionths : null;
  const score = evaluation.totalScore?.kind === "figure" ? evaluation.totalScore : null;
  const printed = evaluation.grade?.unreadable === true ? null : (evaluation.grade?.text ?? null);
  const earned = score === null ? undefined : gradeOf(new Decimal(score.value), grades);
  return {
    index,
    name: evaluation.name,
    unit: evaluation.department?.text ?? evaluation.unit?.text ?? unit ?? "",
    budget: amount(total?.adjusted),
    executed: amount(total?.executed),
    score,
    grade: printed ?? earned ?? null,
  };
}

const idOf = (field: SummaryField, index: number | null): string =>
  figureId({
    address: {
      concept: "evaluation-summary",
      ...(index === null ? {} : { evaluation: index }),
      field,
    },
    derived: null,
  });

function entryCell(field: SummaryField, line: SummaryLine, layout: SummaryLayout): Cell {
  switch (field) {
    case "number":
      return textCell(String(line.index + 1), 1, { align: "center" });
    case "name":
    case "unit":
      return textCell(line[field], 1);
    case "grade":
      return textCell(line.grade, 1, { align: "center" });
    case "budget":
    case "executed":
      return amountCell(line[field], idOf(field, line.index), layout);
    case "rate":
      return rateCell(line.executed, line.budget, idOf(field, line.index));
    case "score":
      return cell(line.score?.value ?? "", {
        role: "figure",
        align: "center",
        figure: idOf(field, line.index),
        ...(line.score === null ? {} : { exact: line.score.value }),
      });
  }
}

function totalCell(field: SummaryField, lines: readonly SummaryLine[], layout: SummaryLayout): Cell {
  switch (field) {
    case "number":
      return labelCell(layout.total, 1);
    case "name":
      return textCell(layout.totalCount.replace("$count", String(lines.length)), 1);
    case "unit":
    case "grade":
      return textCell(null, 1);
    case "budget":
    case "executed": {
      const known = lines.filter((line) => line[field] !== null);
      const sum = known.reduce((all, line) => all + (line[field] ?? 0n), 0n);
      const sumOf = known.map(({ index }) => idOf(field, index));
      return amountCell(known.length === 0 ? null : sum, idOf(field, null), layout, sumOf);
    }
    case "rate":
      return rateCell(sumOf(lines, "executed"), sumOf(lines, "budget"), idOf(field, null));
    case "score":
      return textCell(averageScore(lines, layout), 1, { align: "center" });
  }
}

/** The sum of an amount; null when one of the evaluations does not state it. */
function sumOf(lines: readonly SummaryLine[], field: "budget" | "executed"): bigint | null {
  return lines.reduce<bigint | null>((sum, line) => {
    const own = line[field];
    return sum === null || own === null ? null : sum + own;
  }, 0n);
}

const AMOUNT_DECIMALS = 2;
const EXACT_DECIMALS = 6;

function amountCell(
  amount: bigint | null,
  figure: string,
  { moneyUnit }: SummaryLayout,
  parts: readonly string[] = [],
): Cell {
  const shown = { role: "figure", align: "right", figure } as const;
  if (amount === null) return cell("", shown);
  const unit = moneyUnit === "元" ? YUAN : WAN_YUAN;
  const exact = formatMillionths(amount, EXACT_DECIMALS, unit).replace(/(?<=\.\d{2}\d*?)0+$/u, "");
  const [whole = "", fraction = ""] = formatMillionths(amount, AMOUNT_DECIMALS, unit).split(".");
  const text = `${whole.replace(/\B(?=(?:\d{3})+$)/gu, ",")}.${fraction}`;
  return cell(text, { ...shown, exact, ...(parts.length === 0 ? {} : { sumOf: parts }) });
}

/** Executed ÷ budget in percent, rounded half up once; no rate on nothing. */
function rateCell(executed: bigint | null, budget: bigint | null, figure: string): Cell {
  const isKnown = executed !== null && budget !== null && budget > 0n;
  const rate = isKnown ? (executed * 100n * MILLIONTHS * 2n + budget) / (budget * 2n) : null;
  const text = rate === null ? "" : `${formatMillionths(rate, AMOUNT_DECIMALS)}%`;
  return cell(text, { role: "figure", align: "center", figure });
}

function averageScore(lines: readonly SummaryLine[], { average }: SummaryLayout): string {
  const scores = lines.flatMap(({ score }) => (score === null ? [] : [score.millionths]));
  if (scores.length === 0) return "";
  const sum = scores.reduce((all, score) => all + score, 0n);
  const mean = (sum * 2n + BigInt(scores.length)) / (BigInt(scores.length) * 2n);
  return average.replace("$score", formatMillionths(mean, AMOUNT_DECIMALS));
}

/** How many have each grade, the known grades from best to worst, then others, then those without. */
function countsRow(
  lines: readonly SummaryLine[],
  entries: readonly SummaryEntry[],
  layout: SummaryLayout,
): readonly Cell[] {
  const known = entries.flatMap(({ grades }) => grades.map(({ grade }) => grade));
  const printed = lines.flatMap(({ grade }) => (grade === null ? [] : [grade]));
  const count = (grade: string, number: number): string =>
    layout.count.replace("$grade", grade).replace("$count", String(number));
  const without = lines.length - printed.length;
  const words = [
    ...[...new Set([...known, ...printed])].map((grade) =>
      count(grade, printed.filter((one) => one === grade).length),
    ),
    ...(without > 0 ? [count(layout.withoutGrade, without)] : []),
  ];
  const span = 2;
  return [labelCell(layout.counts, span), textCell(words.join("，"), layout.columns.length - span)];
}
