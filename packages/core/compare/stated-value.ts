// What a printed value means when two readings are compared: equal amounts are equal whatever their print.

import type { CellValue } from "../figures/figure.ts";

/** Meaning of a value: the number with its dimension, nothing for a blank, the characters of what is unreadable. */
export function meaningOf(value: CellValue | null | undefined): string {
  if (value === null || value === undefined || value.kind === "blank") return "";
  if (value.kind === "unreadable") return `? ${value.raw}`;
  return `${value.millionths} ${value.unit?.dimension ?? ""}`;
}

/** The value as printed; null where nothing is. */
export const printedOf = (value: CellValue | null | undefined): string | null =>
  value === null || value === undefined || (value.kind === "blank" && value.raw === "") ? null : value.raw;

/** Words without blanks, so that the breaking of lines makes no difference. */
export const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "");
