// Recognises all project self-evaluations of a document, whatever their layout, in document order.

import type { Problem } from "../../document/document.ts";
import type { Line } from "../../document/lines.ts";
import type { CellValue, StatedFigure } from "../../figures/figure.ts";
import { parseFigure } from "../../figures/parse-figure.ts";
import {
  EVALUATION_TEXTS,
  type EvaluationText,
  type FundingRow,
  type ProjectEvaluation,
} from "../../evaluation/project-evaluation.ts";
import type { StatedText } from "../../document/stated-text.ts";
import type { EvaluationLayout } from "../../forms/evaluation-layout.ts";
import { chooseLayout, layoutShares, type LayoutShare } from "./choose-layout.ts";
import { findForms, type FormRange } from "./find-forms.ts";
import { formLines, type FormLine } from "./form-lines.ts";
import { readFunding } from "./funding-rows.ts";
import { readIndicatorRows, type RawIndicators } from "./indicator-rows.ts";
import { layoutAsPrinted } from "./printed-columns.ts";
import { readChapters, readConclusion } from "./read-chapters.ts";
import { readGoal, readHead } from "./read-head.ts";
import { readIndicators } from "./read-indicators.ts";
import { noteLines, readTail, readTotal, type EvaluationTexts } from "./read-tail.ts";
import { levelUsage, restoreLevels, type LevelUsage } from "./restore-levels.ts";
import { partedLines } from "./run-together.ts";
import { formsInRange } from "./unread-indicators.ts";
import { unreadParts } from "./unread-parts.ts";

/** RecognizedEvaluations: the evaluations, what was doubtful, and the lines they used. */
export interface RecognizedEvaluations {
  readonly evaluations: readonly ProjectEvaluation[];
  readonly problems: readonly Problem[];
  /** Indexes into the given lines. */
  readonly consumed: ReadonlySet<number>;
}

interface FormReading {
  readonly range: FormRange;
  readonly layout: EvaluationLayout;
  readonly raw: RawIndicators;
  readonly problems: readonly Problem[];
}

const CLEAR_SHARE = 0.5;
/** Lines after the header that still tell the layout. */
const LAYOUT_LINES = 200;

/** Reads every self-evaluation in the lines with the layouts of the editions in question. */
export function recognizeEvaluations(
  lines: readonly Line[],
  layouts: readonly EvaluationLayout[],
): RecognizedEvaluations {
  const known = layouts.filter((layout) => layout.kind !== "annex");
  const all = partedLines(formLines(lines), known);
  const ranges = findForms(all).flatMap((range) => formsInRange(all, range, known));
  const shares = ranges.map((range) => layoutShares(linesOfForm(all, range), known));
  const usual = usualLayouts(shares);
  const readings = ranges.flatMap((range, at) =>
    readForm(all, range, { layouts: known, shares: shares[at] ?? [], usual }),
  );
  const usage = usageByLayout(readings);
  const consumed = new Set<number>();
  const problems: Problem[] = [];
  const evaluations = readings.map((reading): ProjectEvaluation => {
    const built = buildEvaluation(all, reading, usage.get(reading.layout.id) ?? new Map());
    problems.push(...reading.problems, ...built.problems);
    built.consumed.forEach((index) => consumed.add(index));
    return built.evaluation;
  });
  return { evaluations, problems, consumed };
}

/** Share of the document's forms that are clearly of each layout; alone, a form has no company. */
function usualLayouts(forms: readonly (readonly LayoutShare[])[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  if (forms.length < 3) return shares;
  for (const form of forms) {
    const id = chooseLayout(form)?.layout.id;
    if (id !== undefined) shares.set(id, (shares.get(id) ?? 0) + 1 / forms.length);
  }
  return shares;
}

function linesOfForm(lines: readonly FormLine[], range: FormRange): readonly FormLine[] {
  return lines.slice(range.start, Math.min(range.end, range.header + LAYOUT_LINES));
}

function readForm(
  lines: readonly FormLine[],
  range: FormRange,
  {
    layouts,
    shares,
    usual,
  }: {
    readonly layouts: readonly EvaluationLayout[];
    readonly shares: readonly LayoutShare[];
    readonly usual: ReadonlyMap<string, number>;
  },
): readonly FormReading[] {
  const choice = chooseLayout(shares, usual);
  if (choice === undefined) return [];
  const layout = layoutAsPrinted(choice.layout, {
    before: lines.slice(range.start, range.header),
    header: lines.slice(range.header, range.header + 2),
    known: layouts,
  });
  const raw = readIndicatorRows(lines, range.header, range.end, layout);
  const place = lines[range.header]?.place ?? {};
  const runnerUp = choice.runnerUp === null ? "" : `，次选 ${choice.runnerUp.id}`;
  const problems =
    choice.share >= CLEAR_SHARE
      ? []
      : [
          {
            code: "layout-doubtful",
            message: `绩效自评表的版式不明，按 ${choice.layout.id} 识别${runnerUp}`,
            place,
          },
        ];
  return [{ range, layout, raw, problems }];
}

function usageByLayout(readings: readonly FormReading[]): ReadonlyMap<string, LevelUsage> {
  const ids = [...new Set(readings.map((reading) => reading.layout.id))];
  return new Map(
    ids.map((id) => [
      id,
      levelUsage(
        readings.filter((reading) => reading.layout.id === id).flatMap((reading) => reading.raw.rows),
      ),
    ]),
  );
}

interface BuiltEvaluation {
  readonly evaluation: ProjectEvaluation;
  readonly problems: readonly Problem[];
  readonly consumed: readonly number[];
}

function buildEvaluation(
  lines: readonly FormLine[],
  reading: FormReading,
  usage: LevelUsage,
): BuiltEvaluation {
  const { range, layout, raw } = reading;
  const parts = readParts(lines, reading, usage);
  const { head, funding, goal, total, indicators, texts, conclusion } = parts;
  const rows = funding?.rows ?? [];
  const evaluation: ProjectEvaluation = {
    name: (head.name ?? conclusion?.name)?.text ?? "",
    code: head.code,
    moneyUnit: funding?.moneyUnit ?? layout.moneyUnit,
    layout: layout.id,
    funding: rows,
    goal: goal?.goal ?? null,
    achievement: goal?.achievement ?? null,
    indicators: indicators.indicators,
    levelPoints: statedLevelPoints(raw),
    indicatorScore: conclusion?.indicatorScore ?? null,
    fundingScore:
      conclusion?.fundingScore ?? printed(rows.find((row) => row.source === "total")?.fields.score),
    totalScore: conclusion?.totalScore ?? total?.score ?? null,
    totalPoints: total?.points ?? null,
    grade: conclusion?.grade ?? total?.grade ?? null,
    text: textRecord(texts),
    department: head.department,
    unit: head.unit,
    year: head.year,
    place: lines[range.start]?.place ?? {},
    span: spanOf(lines, range.start, parts.consumed),
  };
  const problems = [
    ...(funding?.problems ?? []),
    ...indicators.problems,
    ...unreadParts(evaluation, raw, range),
  ];
  return { evaluation, problems, consumed: parts.consumed };
}

/** The parts of one form, each read from where the layout says it stands. */
function readParts(lines: readonly FormLine[], { range, layout, raw }: FormReading, usage: LevelUsage) {
  const before = lines.slice(range.start, range.header);
  const end = layout.kind === "sheet" ? sheetEnd(lines, raw.end, range.end) : range.end;
  const after = lines.slice(raw.end, end);
  const head = readHead(before, layout);
  const funding = layout.funding === null ? null : readFunding(before, layout.funding, layout);
  const goal = layout.goal === null ? null : readGoal(before, layout.goal);
  const levels = restoreLevels(raw.rows, layout, usage);
  const indicators = readIndicators(raw.rows, levels, layout, knownAmounts(funding?.rows ?? []));
  const total = layout.total === null ? null : readTotal(after, layout.total, layout.grades);
  const around = [...before, ...after].filter((line) => line.index !== total?.line);
  const tail = readTail(around, layout);
  const chapters = readChapters(around, layout.chapters);
  const texts: EvaluationTexts = { ...tail.texts, ...chapters.texts };
  const conclusion =
    layout.conclusion === null ? null : readConclusion(texts.conclusion, layout.conclusion, layout);
  const consumed = [
    ...[head, funding, goal, raw, tail, chapters].flatMap((part) => part?.consumed ?? []),
    ...(total === null || total.line === null ? [] : [total.line]),
    ...noteLines(lines.slice(raw.end, range.end), layout),
  ];
  return { head, funding, goal, indicators, total, texts, conclusion, consumed };
}

const RUNNING_TEXT = 60;

/** A sheet ends before the first heading or running text that is none of its notes. */
function sheetEnd(lines: readonly FormLine[], from: number, limit: number): number {
  const at = lines
    .slice(from, limit)
    .findIndex(
      (line) => line.kind === "text" && (line.headingLevel > 0 || [...line.joined].length > RUNNING_TEXT),
    );
  return at < 0 ? limit : from + at;
}

function printed(value: CellValue | null | undefined): CellValue | null {
  return value === undefined || value?.kind === "blank" ? null : value;
}

/** Amounts of the money block, against which a misread unit in the indicators is decided. */
function knownAmounts(rows: readonly FundingRow[]): readonly StatedFigure[] {
  const fields = ["declared", "compiled", "initial", "adjusted", "executed"] as const;
  return rows.flatMap((row) =>
    fields.flatMap((field) => {
      const value = row.fields[field];
      return value?.kind === "figure" ? [value] : [];
    }),
  );
}

function statedLevelPoints(raw: RawIndicators): ProjectEvaluation["levelPoints"] {
  return raw.rows.flatMap(({ levels: { level1 } }) => {
    if (level1 === null || level1.points === null) return [];
    return [
      {
        level1: level1.word,
        points: parseFigure(level1.points, null, level1.cell.place),
        place: level1.cell.place,
      },
    ];
  });
}

function textRecord(texts: EvaluationTexts): Readonly<Record<EvaluationText, StatedText | null>> {
  const entries = EVALUATION_TEXTS.map((field) => [field, texts[field] ?? null] as const);
  // Every name of EVALUATION_TEXTS has just been given a value.
  return Object.fromEntries(entries) as Readonly<Record<EvaluationText, StatedText | null>>;
}

function spanOf(
  lines: readonly FormLine[],
  start: number,
  consumed: readonly number[],
): readonly [number, number] | null {
  const first = lines[start]?.place.line;
  const last = lines[Math.max(start, ...consumed)]?.place.line;
  return first === undefined || last === undefined ? null : [first, last];
}
