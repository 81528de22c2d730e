// Words and places as the reports print them, in one way for all of them.

import type { FindingKind, Severity } from "@jueming/core/checks/finding.ts";
import type { Place } from "@jueming/core/document/document.ts";

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: "错误",
  warning: "警告",
  hint: "提示",
};
export const KIND_WORDS: Readonly<Record<FindingKind, string>> = { logic: "逻辑性", explain: "核实性" };
export const SEVERITIES: readonly Severity[] = ["error", "warning", "hint"];

/** Where something stands, as a person looks it up; empty where the place says nothing. */
export function placeText(place: Place, source: string | null = null): string {
  const parts = [
    place.source === undefined || place.source === source ? "" : place.source,
    place.page === undefined ? "" : `第 ${place.page} 页`,
    lineText(place),
    cellText(place),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** A line of a text; in Word and on web pages the paragraph or the table, because these show no lines. */
function lineText({ line, paragraph, table }: Place): string {
  if (table !== undefined) return `第 ${table} 个表`;
  if (paragraph !== undefined) return `第 ${paragraph} 段`;
  return line === undefined ? "" : `行 ${line}`;
}

/** A cell of a workbook as office programs name it, a cell of a table by its row and column. */
function cellText({ sheet, row, column }: Place): string {
  if (sheet !== undefined) {
    if (row === undefined) return `工作表“${sheet}”`;
    return column === undefined ? `工作表“${sheet}”第 ${row} 行` : `${sheet}!${columnLetters(column)}${row}`;
  }
  if (row === undefined) return "";
  return column === undefined ? `第 ${row} 行` : `第 ${row} 行第 ${column} 列`;
}

/** A, B, … Z, AA: the letters of a column that is counted from 1. */
function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  const letter = String.fromCodePoint(65 + ((column - 1) % 26));
  return before > 0 ? columnLetters(before) + letter : letter;
}
