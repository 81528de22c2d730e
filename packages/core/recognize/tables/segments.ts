// Cuts the flow of lines at anchors: titles, labels and heads of tables, header rows, and what ends the
// tables. A contents page has titles too; its segments have no rows and fall away later.

import type { Line } from "../../document/lines.ts";
import type { TableLayout } from "../../forms/layout.ts";
import type { LayoutIndex } from "./layout-index.ts";
import type { PrintedCell } from "./printed-cell.ts";
import { printedCells } from "./printed-cell.ts";
import { headerWords, isColumnNumbers } from "./row-shape.ts";
import type { TitleMatch } from "./table-words.ts";
import {
  closesTables,
  isHeadLine,
  isNote,
  matchTitles,
  readLabel,
  readMoneyUnit,
  readUnitName,
  readYear,
  withoutMarks,
} from "./table-words.ts";

/** SegmentRow: a line of a grid with what it prints. */
export interface SegmentRow {
  readonly at: number;
  readonly line: Line;
  readonly cells: readonly PrintedCell[];
  readonly width: number;
}

/** Segment: a stretch that may be a table or a part of one. */
export interface Segment {
  readonly start: number;
  readonly titles: readonly TitleMatch[];
  readonly title: string | null;
  readonly label: string | null;
  readonly moneyUnit: string | null;
  readonly unitName: string | null;
  readonly year: string | null;
  readonly notes: readonly string[];
  readonly rows: readonly SegmentRow[];
  /** Lines of title, head and notes. */
  readonly wordLines: readonly number[];
}

type Draft = {
  -readonly [Key in keyof Segment]: Segment[Key] extends readonly (infer Item)[] ? Item[] : Segment[Key];
};

function draft(start: number): Draft {
  return {
    start,
    titles: [],
    title: null,
    label: null,
    moneyUnit: null,
    unitName: null,
    year: null,
    notes: [],
    rows: [],
    wordLines: [],
  };
}

/** Cuts lines into segments. */
export function cutSegments(lines: readonly Line[], indexes: readonly LayoutIndex[]): readonly Segment[] {
  const layouts = indexes.map(({ layout }) => layout);
  const segments: Segment[] = [];
  let current: Draft | undefined;
  const open = (at: number): Draft => {
    close();
    current = draft(at);
    return current;
  };
  const close = (): void => {
    if (current !== undefined) segments.push(current);
    current = undefined;
  };
  lines.forEach((line, at) => {
    const text = withoutMarks(line.text);
    if (text === "") return;
    const titled = titleAt(lines, at, layouts);
    if (titled !== undefined) {
      const head = current !== undefined && isOnlyHead(current) ? current : open(at);
      takeTitle(head, titled, at);
      takeHead(head, text, at);
    } else if (line.kind === "text" && closesTables(text)) close();
    else if (isNote(text)) takeNote(current, text, at);
    else if (isHeadLine(text) && !isData(line)) {
      takeHead(current === undefined || current.rows.length > 0 ? open(at) : current, text, at);
    } else if (line.kind === "row") {
      const row = { at, line, cells: printedCells(line), width: line.cells.length };
      const startsAnew =
        current === undefined
          ? isHeader(row.cells, indexes)
          : current.rows.length > 0 && isHeader(row.cells, indexes) && !endsInHeader(current, indexes);
      if (startsAnew) open(at);
      current?.rows.push(row);
    } else if (current !== undefined && isContinuedLabel(text, current)) current.wordLines.push(at);
  });
  close();
  return segments;
}

function isOnlyHead(segment: Draft): boolean {
  return segment.rows.length === 0 && segment.titles.length === 0 && segment.notes.length === 0;
}

function takeTitle(segment: Draft, titled: Titled, at: number): void {
  segment.titles = [...titled.matches];
  segment.title = titled.title;
  segment.wordLines.push(...titled.lines, at);
}

function takeHead(segment: Draft, text: string, at: number): void {
  segment.label ??= readLabel(text);
  segment.moneyUnit ??= readMoneyUnit(text);
  segment.unitName ??= readUnitName(text);
  segment.year ??= segment.title !== null && text.startsWith(segment.title) ? null : readYear(text);
  segment.wordLines.push(at);
}

function takeNote(segment: Draft | undefined, text: string, at: number): void {
  if (segment === undefined) return;
  segment.notes.push(text.replace(/\s+/gu, ""));
  segment.wordLines.push(at);
}

interface Titled {
  readonly matches: readonly TitleMatch[];
  readonly title: string;
  readonly lines: readonly number[];
}

/** The title that a line is, alone, in one cell of a nearly empty row, or with the line after it. */
function titleAt(lines: readonly Line[], at: number, layouts: readonly TableLayout[]): Titled | undefined {
  const line = lines[at];
  if (line === undefined) return undefined;
  if (line.kind === "row") return titleInRow(line, layouts);
  if (line.text.length > 80) return undefined;
  const matches = matchTitles(line.text, layouts);
  const next = lines[at + 1];
  const isShort = line.text.length < 30 && next?.kind === "text" && next.text.length < 20;
  if (isShort && (matches[0]?.score ?? 0) < 0.9) {
    const both = line.text + next.text;
    const joined = matchTitles(both, layouts);
    if ((joined[0]?.score ?? 0) >= 0.95) return { matches: joined, title: titleOf(both), lines: [at + 1] };
  }
  return matches.length === 0 ? undefined : { matches, title: titleOf(line.text), lines: [] };
}

function titleInRow(line: Line, layouts: readonly TableLayout[]): Titled | undefined {
  const printed = line.cells.filter(({ text }) => text.trim() !== "");
  if (printed.length === 0 || printed.length > 3) return undefined;
  // Beside a number a title's words are a row's name.
  if (printedCells(line).some(({ kind }) => kind === "integer" || kind === "decimal")) return undefined;
  for (const { text } of printed) {
    const matches = matchTitles(text, layouts);
    if (matches.length > 0) return { matches, title: titleOf(text), lines: [] };
  }
  return undefined;
}

function titleOf(text: string): string {
  const label = readLabel(text);
  const shown = withoutMarks(text).replace(/\s+/gu, "");
  return (label === null ? shown : shown.replace(label, "")).replace(/(?:金额)?单位[:：].*$/u, "");
}

/** A head line that is printed inside a row of data is data: its figures say so. */
function isData(line: Line): boolean {
  return line.kind === "row" && printedCells(line).some(({ kind, isCode }) => kind === "decimal" || isCode);
}

function isHeader(cells: readonly PrintedCell[], indexes: readonly LayoutIndex[]): boolean {
  if (cells.some(({ kind, isCode }) => kind === "decimal" || isCode)) return false;
  if (isColumnNumbers(cells)) return true;
  return (
    cells.length > 1 &&
    indexes.some((index) => headerWords(cells, index) * 2 >= cells.length && headerWords(cells, index) > 1)
  );
}

/** Header rows follow one another; only a header after data begins something new. */
function endsInHeader(segment: Draft, indexes: readonly LayoutIndex[]): boolean {
  const last = segment.rows.at(-1);
  return last !== undefined && !segment.rows.some(({ cells }) => isDataRow(cells)) && last.cells.length >= 0
    ? true
    : last !== undefined && isHeader(last.cells, indexes);
}

function isDataRow(cells: readonly PrintedCell[]): boolean {
  if (isColumnNumbers(cells)) return false;
  return (
    cells.some(({ kind, isCode }) => kind === "decimal" || kind === "integer" || isCode) ||
    cells[0]?.kind === "total"
  );
}

/** The "表" that a narrow cell pushed below "公开02". */
function isContinuedLabel(text: string, segment: Draft): boolean {
  if (text !== "表" || segment.label === null || segment.label.endsWith("表")) return false;
  segment.label = `${segment.label}表`;
  return true;
}
