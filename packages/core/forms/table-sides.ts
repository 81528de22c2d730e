// The usual shapes of an official table, in which layouts are written: sides of fixed lines, rows of
// classification codes, figure columns under header words.

import type { LineDescription, Side, TableConcept } from "../accounts/concept.ts";
import type { FigureColumn, KeyColumn, LayoutRow, LayoutSide } from "./layout.ts";

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

/** The ordinal before a line's name: "一、" … "二十六、". */
export function ordinal(number: number): string {
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : (DIGITS[tens] ?? "")}十`;
  return `${ten}${DIGITS[number % 10] ?? ""}、`;
}

export const lineRow = (line: string, name: string | null): LayoutRow => ({ kind: "line", line, name });
export const heading = (name: string, ...header: readonly string[]): LayoutRow => ({
  kind: "heading",
  name,
  header,
});
export const key = (kind: KeyColumn["key"], ...header: readonly string[]): KeyColumn => ({
  key: kind,
  header,
});

/** Figure columns as [concept's column, header words from the top down…], numbered from `first` (栏次). */
export function figures(
  columns: readonly (readonly [column: string, ...header: readonly string[]])[],
  first: number | null = null,
): readonly FigureColumn[] {
  return columns.map(([column, ...header], index) => ({
    column,
    header,
    number: first === null ? null : String(first + index),
  }));
}

/** The lines of one side of a concept. */
export function linesOfSide(concept: TableConcept, side: Side): readonly LineDescription[] {
  return concept.lines.filter((line) => line.side === side);
}

/** Lines with names numbered 一、二、… where `numbered` says so. */
export function numberedRows(
  lines: readonly LineDescription[],
  numbered: (line: LineDescription) => boolean,
): readonly LayoutRow[] {
  let count = 0;
  return lines.map((line) => {
    if (line.name === null || !numbered(line)) return lineRow(line.line, line.name);
    count += 1;
    return lineRow(line.line, `${ordinal(count)}${line.name}`);
  });
}

/** A side whose rows are classification codes that follow from the figures. */
export function codeSide(
  columns: readonly FigureColumn[],
  codeWord = "科目代码",
  nameWord = "科目名称",
): LayoutSide {
  return {
    side: "only",
    keys: [key("code", "项目", codeWord), key("name", "项目", nameWord)],
    figures: columns,
    rows: [],
  };
}
