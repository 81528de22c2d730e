// Cuts the flow of lines at anchors: titles, labels and heads of tables, header rows, and what ends the
// tables. A contents page has titles too; its segments have no rows and fall away later.

import type { Line } from "../../document/lines.ts";
import { comparable } from "../../figures/normalize.ts";
import type { LayoutIndex } from "./layout-index.ts";
import { plainName } from "./layout-index.ts";
import type { PrintedCell } from "./printed-cell.ts";
import { printedCells } from "./printed-cell.ts";
import { isColumnNumbers } from "./row-shape.ts";
import type { KnownTitle, TitleMatch } from "./table-words.ts";
import {
  closesTables,
  isHeadLine,
  isNote,
  knownTitles,
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
  const titles = knownTitles(indexes.map(({ layout }) => layout));
  const vocabulary = new Set(indexes.flatMap((index) => [...index.vocabulary]));
  const names = new Set(indexes.flatMap(({ sides }) => sides.flatMap(({ byName }) => [...byName.keys()])));
  const segments: Draft[] = [];
  const ended = new Set<Draft>();
  let current: Draft | undefined;
  const open = (at: number): Draft => {
    current = draft(at);
    segments.push(current);
    return current;
  };
  lines.forEach((line, at) => {
    const text = withoutMarks(line.text);
    if (text === "") return;
    const isEnd = line.kind === "text" && closesTables(text);
    const titled = isNamedRow(line, names) ? undefined : titleAt(lines, at, titles);
    if (titled !== undefined && (!isEnd || (titled.matches[0]?.score ?? 0) > 0.95)) {
      const head = current !== undefined && isOnlyHead(current) ? current : open(at);
      takeTitle(head, titled, at);
      takeHead(head, text, at);
    } else if (isEnd) {
      if (current !== undefined) ended.add(current);
      current = undefined;
    } else if (isNote(text)) takeNote(current, text, at);
    else if (isHeadLine(text) && !isData(line)) {
      takeHead(current === undefined || current.rows.length > 0 ? open(at) : current, text, at);
    } else if (line.kind === "row") {
      const row = { at, line, cells: printedCells(line), width: line.cells.length };
      if (startsAnew(current, row, vocabulary)) open(at);
      current?.rows.push(row);
    } else if (current !== undefined && isContinuedLabel(text, current)) current.wordLines.push(at);
  });
  return withHeadsJoined(segments, ended);
}

/** A header row after data, or after nothing, begins a part; header rows follow one another. */
function startsAnew(current: Draft | undefined, row: SegmentRow, vocabulary: ReadonlySet<string>): boolean {
  if (!isHeader(row.cells, vocabulary)) return false;
  if (current === undefined) return true;
  const last = current.rows.at(-1);
  return (
    last !== undefined &&
    !isHeader(last.cells, vocabulary) &&
    current.rows.some(({ cells }) => isDataRow(cells))
  );
}

/** A head whose grid was cut off from it, by rows too damaged to be header, is joined to what follows. */
function withHeadsJoined(segments: readonly Draft[], ended: ReadonlySet<Draft>): readonly Segment[] {
  const joined: Draft[] = [];
  for (const segment of segments) {
    const before = joined.at(-1);
    const isLoose =
      before !== undefined &&
      !ended.has(before) &&
      before.title !== null &&
      before.rows.length <= 3 &&
      !before.rows.some(({ cells }) => cells.some(({ kind, isCode }) => kind === "decimal" || isCode));
    if (isLoose && segment.title === null && segment.label === null && before.notes.length === 0) {
      before.rows.push(...segment.rows);
      before.notes.push(...segment.notes);
      before.wordLines.push(...segment.wordLines);
      before.moneyUnit ??= segment.moneyUnit;
      before.unitName ??= segment.unitName;
      before.year ??= segment.year;
    } else joined.push(segment);
  }
  return joined;
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
function titleAt(lines: readonly Line[], at: number, titles: readonly KnownTitle[]): Titled | undefined {
  const line = lines[at];
  if (line === undefined) return undefined;
  if (line.kind === "row") return titleInRow(line, titles);
  if (line.text.length > 80) return undefined;
  const matches = matchTitles(line.text, titles);
  const next = lines[at + 1];
  const isShort = line.text.length < 30 && next?.kind === "text" && next.text.length < 20;
  if (isShort && (matches[0]?.score ?? 0) < 0.9) {
    const both = line.text + next.text;
    const joined = matchTitles(both, titles);
    if ((joined[0]?.score ?? 0) >= 0.95) return { matches: joined, title: titleOf(both), lines: [at + 1] };
  }
  return matches.length === 0 ? undefined : { matches, title: titleOf(line.text), lines: [] };
}

function titleInRow(line: Line, titles: readonly KnownTitle[]): Titled | undefined {
  const printed = line.cells.filter(({ text }) => text.trim() !== "");
  if (printed.length === 0 || printed.length > 3) return undefined;
  // Beside a number a title's words are a row's name.
  if (printedCells(line).some(({ kind }) => kind === "integer" || kind === "decimal")) return undefined;
  for (const { text } of printed) {
    // 收入决算数, 支出决算数: the head of a side.
    if (/数\s*$/u.test(text)) continue;
    const matches = matchTitles(text, titles);
    if (matches.length > 0) return { matches, title: titleOf(text), lines: [] };
  }
  return undefined;
}

/** A row that begins with the name of a line is no title, however much its words are those of one. */
const isNamedRow = (line: Line, names: ReadonlySet<string>): boolean =>
  line.kind === "row" &&
  line.cells.length > 1 &&
  line.cells.some(({ text }) => text.trim() !== "" && names.has(plainName(text)));

function titleOf(text: string): string {
  const label = readLabel(text);
  const shown = withoutMarks(text).replace(/\s+/gu, "");
  return (label === null ? shown : shown.replace(label, "")).replace(/(?:金额)?单位[:：].*$/u, "");
}

/** A head line that is printed inside a row of data is data: its figures say so. */
function isData(line: Line): boolean {
  return line.kind === "row" && printedCells(line).some(({ kind, isCode }) => kind === "decimal" || isCode);
}

function isHeader(cells: readonly PrintedCell[], vocabulary: ReadonlySet<string>): boolean {
  if (cells.some(({ kind, leadingCode }) => kind === "decimal" || leadingCode !== null)) return false;
  if (isColumnNumbers(cells)) return true;
  // Names of lines are header words of other tables; beside a line number they are names.
  if (cells.some(({ kind }) => kind === "integer")) return false;
  const words = cells.filter(({ squeezed }) => vocabulary.has(comparable(squeezed))).length;
  return words > 1 && words * 2 >= cells.length;
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
