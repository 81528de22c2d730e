// The columns of a form in the order and under the words of the copy at hand: offices swap columns, add
// one of another form, or use another form's word for it. The printed header tells, where it is clear.

import type { EvaluationLayout } from "../../forms/evaluation-layout.ts";
import type { FormLine } from "./form-lines.ts";
import { headerColumns, withoutUnit, type HeaderColumns } from "./header-columns.ts";
import { bestLikeness, isOneOf } from "./word-match.ts";

interface Column<Field extends string> {
  readonly field: Field;
  readonly words: readonly string[];
}

interface Header {
  readonly text: string;
  readonly column: number;
  /** The header row that prints it. */
  readonly row: number;
}

const OWN = 0.7;
const HEADERS_OF_A_ROW = 2;

/** The layout with its columns as the printed headers have them; the same one where nothing differs. */
export function layoutAsPrinted(
  layout: EvaluationLayout,
  {
    before,
    header,
    known,
  }: {
    readonly before: readonly FormLine[];
    /** Rows of the indicator header. */
    readonly header: readonly FormLine[];
    /** All layouts, whose words any form may use. */
    readonly known: readonly EvaluationLayout[];
  },
): EvaluationLayout {
  const indicators = printedColumns(
    layout.indicators.columns,
    header,
    known.flatMap((other) => other.indicators.columns),
  );
  const money = known.flatMap((other) => other.funding?.columns ?? []);
  const funding =
    layout.funding === null
      ? null
      : printedColumns(
          layout.funding.columns,
          before.filter((line) => isHeaderRow(line, money)),
          money,
        );
  if (indicators === layout.indicators.columns && funding === (layout.funding?.columns ?? null))
    return layout;
  return {
    ...layout,
    indicators: { ...layout.indicators, columns: indicators },
    funding: layout.funding === null || funding === null ? null : { ...layout.funding, columns: funding },
    total:
      layout.total === null ? null : { ...layout.total, prints: printsOf(layout.total.prints, indicators) },
  };
}

/** The total row prints points and score under their columns. */
function printsOf(
  prints: readonly ("points" | "score" | "grade")[],
  columns: readonly Column<string>[],
): readonly ("points" | "score" | "grade")[] {
  const place = (field: string): number => columns.findIndex((column) => column.field === field);
  const figures = prints.filter((field) => field !== "grade");
  return [
    ...figures.toSorted((left, right) => place(left) - place(right)),
    ...prints.filter((field) => field === "grade"),
  ];
}

function isHeaderRow(line: FormLine, columns: readonly Column<string>[]): boolean {
  if (line.kind !== "row") return false;
  const heads = line.cells.filter((cell) =>
    columns.some((column) => isOneOf(withoutUnit(cell.text), column.words)),
  );
  return heads.length >= HEADERS_OF_A_ROW;
}

/** The form's columns, its printed extra ones among them, from left to right as far as headers are clear. */
export function printedColumns<Field extends string>(
  own: readonly Column<Field>[],
  rows: readonly FormLine[],
  known: readonly Column<Field>[],
): readonly Column<Field>[] {
  const headers = rows.flatMap((row) =>
    row.kind === "row"
      ? row.cells.map((cell): Header => ({
          text: withoutUnit(cell.text),
          column: cell.column,
          row: row.index,
        }))
      : [],
  );
  const widened = own.map((column) => widen(column, own, known));
  const extras = extraColumns(widened, headers, known);
  const places = new Map(
    [...widened, ...extras].flatMap((column) => {
      const found = headers.find((header) => isOneOf(header.text, column.words));
      return found === undefined ? [] : [[column.field, found] as const];
    }),
  );
  const near = headerColumns(rows, [...widened, ...extras]);
  const all = extras.reduce<readonly Column<Field>[]>(
    (columns, extra) => inserted(columns, extra, near),
    widened,
  );
  const ordered = inPrintedOrder(all, places);
  const isSame =
    ordered.length === own.length &&
    ordered.every(({ field }, at) => field === own[at]?.field) &&
    own.every(
      (column) => !places.has(column.field) || headers.some(({ text }) => isOneOf(text, column.words)),
    );
  return isSame ? own : ordered;
}

/** A column with the words that other forms have for it, unless this form means something else by them. */
function widen<Field extends string>(
  column: Column<Field>,
  own: readonly Column<Field>[],
  known: readonly Column<Field>[],
): Column<Field> {
  const others = own.filter(({ field }) => field !== column.field).flatMap(({ words }) => words);
  const more = known
    .filter(({ field }) => field === column.field)
    .flatMap(({ words }) => words)
    .filter((word) => !others.includes(word) && !column.words.includes(word));
  return { field: column.field, words: [...column.words, ...new Set(more)] };
}

/** Columns that only other forms have, where a header is theirs and no own column's. */
function extraColumns<Field extends string>(
  own: readonly Column<Field>[],
  headers: readonly Header[],
  known: readonly Column<Field>[],
): readonly Column<Field>[] {
  const free = headers.filter(({ text }) => own.every(({ words }) => bestLikeness(text, words) < OWN));
  const extras = new Map<Field, Column<Field>>();
  for (const column of known) {
    if (own.some(({ field }) => field === column.field) || extras.has(column.field)) continue;
    if (free.some(({ text }) => isOneOf(text, column.words))) extras.set(column.field, column);
  }
  return [...extras.values()];
}

function inserted<Field extends string>(
  columns: readonly Column<Field>[],
  extra: Column<Field>,
  places: HeaderColumns<Field>,
): readonly Column<Field>[] {
  const place = places[extra.field] ?? 0;
  const after = columns.findIndex(({ field }) => (places[field] ?? -1) > place);
  return columns.toSpliced(after < 0 ? columns.length : after, 0, extra);
}

/**
 * Columns whose headers are clear in one row change places among themselves; the others stay, for a
 * second header row may stand shifted against the first.
 */
function inPrintedOrder<Field extends string>(
  columns: readonly Column<Field>[],
  places: ReadonlyMap<Field, Header>,
): readonly Column<Field>[] {
  const rowOf = ({ field }: Column<Field>): number | undefined => places.get(field)?.row;
  const sorted = columns.toSorted(
    (left, right) => (places.get(left.field)?.column ?? 0) - (places.get(right.field)?.column ?? 0),
  );
  return columns.map((column) => {
    const row = rowOf(column);
    if (row === undefined) return column;
    const order = columns.filter((other) => rowOf(other) === row).indexOf(column);
    return sorted.filter((other) => rowOf(other) === row)[order] ?? column;
  });
}
