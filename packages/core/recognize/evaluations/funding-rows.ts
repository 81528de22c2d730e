// Reads the money block of a form: rows by source, columns by field. A value that a scan split over
// cells is put together only in ways that use all its printed digits, chosen by what the form repeats.

import type { Place, Problem } from "../../document/document.ts";
import type { CellValue } from "../../figures/figure.ts";
import { statedFigure } from "../../figures/figure.ts";
import { parseFigure } from "../../figures/parse-figure.ts";
import type { Unit } from "../../figures/unit.ts";
import { PERCENT, WAN_YUAN, YUAN } from "../../figures/unit.ts";
import type { FundingBlock, FundingColumn, FundingSourceRow } from "../../forms/evaluation-layout.ts";
import { FUNDING_FIELDS, type FundingField, type FundingRow } from "../../evaluation/project-evaluation.ts";
import type { FormCell, FormLine } from "./form-lines.ts";
import { fundingReadings, type FundingReading } from "./funding-readings.ts";
import { headerColumns } from "./header-columns.ts";
import { reasonOf } from "./read-indicators.ts";
import { bestLikeness, hanCount, plainWords } from "./word-match.ts";

export interface ReadFunding {
  readonly rows: readonly FundingRow[];
  readonly moneyUnit: "元" | "万元" | null;
  readonly problems: readonly Problem[];
  readonly consumed: readonly number[];
}

interface LabelledRow {
  readonly source: FundingSourceRow;
  readonly values: readonly FormCell[];
  readonly line: FormLine;
}

const LABEL_LIKENESS = 0.72;
const HEADER_ROWS = 4;

/** Reads the money block between a form's head and its indicators. */
export function readFunding(
  lines: readonly FormLine[],
  block: FundingBlock,
  options: { readonly moneyUnit: "元" | "万元"; readonly instructions: readonly string[] },
): ReadFunding {
  const rows = labelledRows(lines, block, options.instructions);
  const first = rows[0]?.line.index ?? 0;
  const header = lines.filter((line) => line.kind === "row" && line.index < first).slice(-HEADER_ROWS);
  const printedUnit = printedMoneyUnit([...header, ...rows.map((row) => row.line)]);
  const unit = (printedUnit ?? options.moneyUnit) === "元" ? YUAN : WAN_YUAN;
  const readings = chooseReadings(rows, block, headerColumns(header, block.columns));
  return {
    rows: rows.map((row, index) => fundingRow(row, readings[index], block.columns, unit)),
    moneyUnit: printedUnit,
    problems: rows.flatMap((row, index) => readingProblem(row, readings[index])),
    consumed: [...header.filter((line) => isHeader(line, block)), ...rows.map((row) => row.line)].map(
      (line) => line.index,
    ),
  };
}

function isHeader(line: FormLine, block: FundingBlock): boolean {
  return line.cells.some((cell) =>
    block.columns.some((column) => bestLikeness(cell.text, column.words) >= LABEL_LIKENESS),
  );
}

function printedMoneyUnit(lines: readonly FormLine[]): "元" | "万元" | null {
  for (const line of lines) {
    const unit = /[(（](万?元)[)）]/u.exec(line.joined)?.[1];
    if (unit === "元" || unit === "万元") return unit;
  }
  return null;
}

/** Rows that a source labels; values that slipped to the line under their label come with it. */
function labelledRows(
  lines: readonly FormLine[],
  block: FundingBlock,
  instructions: readonly string[],
): readonly LabelledRow[] {
  const rows: LabelledRow[] = [];
  const isInstruction = (cell: FormCell): boolean =>
    instructions.some((words) => plainWords(cell.text).includes(plainWords(words)));
  lines.forEach((line) => {
    if (line.kind !== "row") return;
    const label = findLabel(line.cells, block.rows);
    const cells = (label === undefined ? line.cells : line.cells.slice(label.end)).filter(
      (cell) => !isInstruction(cell),
    );
    const previous = rows.at(-1);
    if (label !== undefined) {
      if (!rows.some((row) => row.source === label.source) && !cells.some(isColumnWord(block))) {
        rows.push({ source: label.source, values: cells, line });
      } else if (!rows.some((row) => row.source === label.source))
        rows.push({ source: label.source, values: [], line });
    } else if (
      previous !== undefined &&
      previous.values.length === 0 &&
      line.index === previous.line.index + 1 &&
      isNumeric(cells)
    ) {
      rows[rows.length - 1] = { ...previous, values: cells };
    }
  });
  return rows;
}

function isColumnWord(block: FundingBlock): (cell: FormCell) => boolean {
  return (cell) => block.columns.some((column) => column.words.includes(plainWords(cell.text)));
}

function isNumeric(cells: readonly FormCell[]): boolean {
  return (
    cells.length >= 3 &&
    cells.every((cell) => /\d/u.test(cell.text) || hanCount(cell.text) === 0 || cell === cells.at(-1))
  );
}

/** The source that one of the first cells names, over up to three cells; where its values begin. */
function findLabel(
  cells: readonly FormCell[],
  rows: readonly FundingSourceRow[],
): { readonly source: FundingSourceRow; readonly end: number } | undefined {
  let best: { readonly source: FundingSourceRow; readonly end: number; readonly score: number } | undefined;
  for (let start = 0; start < Math.min(cells.length, 4); start += 1) {
    for (let end = start + 1; end <= Math.min(cells.length, start + 3); end += 1) {
      const text = plainWords(
        cells
          .slice(start, end)
          .map((cell) => cell.text)
          .join(""),
      ).replace(/^其中/u, "");
      if (/\d/u.test(text)) continue;
      for (const row of rows) {
        const score = bestLikeness(text, row.words) - (end - start - 1) * 0.01;
        if (score >= LABEL_LIKENESS && score > (best?.score ?? 0)) best = { source: row, end, score };
      }
    }
  }
  return best;
}

/** Each row's best reading; a total and its only part are chosen together, for they must agree. */
function chooseReadings(
  rows: readonly LabelledRow[],
  block: FundingBlock,
  header: Readonly<Partial<Record<FundingColumn["field"], number>>>,
): readonly (FundingReading | undefined)[] {
  const fields = block.columns.map((column) => column.field);
  const first = rows[0] === undefined ? [] : fundingReadings(rows[0].values, fields, header, block.repeats);
  const clear = first.length === 1 ? first[0] : undefined;
  const pattern = clear === undefined ? header : { ...header, ...columnsOf(clear) };
  const all = rows.map((row, index) =>
    index === 0 ? first : fundingReadings(row.values, fields, pattern, block.repeats),
  );
  const spending = all.flatMap((readings, index) =>
    readings.length > 0 && (rows[index]?.values.length ?? 0) > 0 ? [index] : [],
  );
  const [total, part] = spending;
  if (spending.length !== 2 || total !== 0 || part === undefined) return all.map((readings) => readings[0]);
  const pair = (all[total] ?? [])
    .flatMap((left) =>
      (all[part] ?? []).map((right) => ({
        left,
        right,
        score: left.score + right.score + agreement(left, right),
      })),
    )
    .toSorted((left, right) => right.score - left.score)[0];
  return all.map((readings, index) =>
    pair === undefined
      ? readings[0]
      : index === total
        ? pair.left
        : index === part
          ? pair.right
          : readings[0],
  );
}

function columnsOf(reading: FundingReading): Readonly<Partial<Record<FundingColumn["field"], number>>> {
  return Object.fromEntries(Object.entries(reading.cells).map(([field, cell]) => [field, cell.column]));
}

function agreement(left: FundingReading, right: FundingReading): number {
  const fields = ["declared", "compiled", "initial", "adjusted", "executed", "remaining"] as const;
  return fields.filter(
    (field) =>
      left.cells[field] !== undefined && sameNumber(left.cells[field]?.text, right.cells[field]?.text),
  ).length;
}

function sameNumber(left: string | undefined, right: string | undefined): boolean {
  const [a, b] = [left, right].map((text) =>
    text === undefined ? undefined : statedFigure(text.replaceAll(",", ""), null, {}),
  );
  return a !== undefined && b !== undefined && a.millionths === b.millionths;
}

function fundingRow(
  row: LabelledRow,
  reading: FundingReading | undefined,
  columns: readonly FundingColumn[],
  unit: Unit,
): FundingRow {
  const printed = new Set(columns.map((column) => column.field));
  const value = (field: FundingField): CellValue | null => {
    const cell = reading?.cells[field];
    if (!printed.has(field)) return null;
    if (cell === undefined) return { kind: "blank", raw: "", place: row.line.place };
    return figureOf(cell, field, unit, reading?.joined.has(field) === true);
  };
  const fields = Object.fromEntries(FUNDING_FIELDS.map((field) => [field, value(field)]));
  return {
    source: row.source.source,
    name: printedName(row),
    // Every field of FUNDING_FIELDS has just been given a value.
    fields: fields as Readonly<Record<FundingField, CellValue | null>>,
    reason: reasonOf(reading?.cells.reason),
    place: row.line.place,
  };
}

function printedName(row: LabelledRow): string {
  const joined = plainWords(row.line.joined);
  return row.source.words.find((word) => joined.includes(plainWords(word))) ?? row.source.words[0] ?? "";
}

function figureOf(cell: FormCell, field: FundingField, unit: Unit, joined: boolean): CellValue {
  const own = field === "rate" ? PERCENT : field === "points" || field === "score" ? null : unit;
  const figure = parseFigure(cell.text, own, cell.place);
  return joined && figure.kind === "figure" ? { ...figure, doubt: "数字在原件中分在几个单元格" } : figure;
}

function readingProblem(row: LabelledRow, reading: FundingReading | undefined): readonly Problem[] {
  const place: Place = row.line.place;
  if (reading === undefined)
    return row.values.length === 0
      ? []
      : [{ code: "funding-unreadable", message: "资金行无法识别，请核对原件", place }];
  if (reading.joined.size === 0) return [];
  const values = [...reading.joined].map((field) => reading.cells[field]?.text ?? "").join("、");
  return [
    { code: "number-split", message: `资金行的数字分在几个单元格，合读为 ${values}，请核对原件`, place },
  ];
}
