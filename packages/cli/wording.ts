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
    place.line === undefined ? "" : `行 ${place.line}`,
    place.sheet === undefined ? "" : `表“${place.sheet}”`,
    cellText(place),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function cellText({ row, column }: Place): string {
  if (row === undefined) return "";
  return column === undefined ? `第 ${row} 行` : `第 ${row} 行第 ${column} 列`;
}
