// The year a disclosure is about: told by titles and table heads, else by what its text speaks of.
// Dates of approval or printing (2026.5.18) and document numbers are never the year.

import type { Line } from "../../document/lines.ts";

const REPORT_YEAR = /(20\d{2})\s*年\s*度/gu;
const PLAIN_YEAR = /(20\d{2})\s*年(?!\s*度)/gu;
const TITLE_WORDS = /决\s*算|自\s*评|绩\s*效|预\s*算/u;
const LONGEST_TITLE = 40;

/** Weights: a year in a title, a year standing alone as "（2024年度）", one in running text. */
const TITLE_WEIGHT = 20;
const ALONE_WEIGHT = 10;
const TEXT_WEIGHT = 1;

function weightOf(line: Line): number {
  const text = line.text.trim();
  if (line.kind === "row" || text.length > LONGEST_TITLE) return TEXT_WEIGHT;
  if (TITLE_WORDS.test(text)) return TITLE_WEIGHT;
  return /^[（(]?\s*20\d{2}\s*年\s*度?\s*[）)]?$/u.test(text) ? ALONE_WEIGHT : TEXT_WEIGHT;
}

/** The year with the greatest weight; the later one where two weigh the same. */
export function recognizeYear(lines: readonly Line[]): number | null {
  const weights = new Map<number, number>();
  const addAll = (line: Line, pattern: RegExp, factor: number): void => {
    for (const match of line.text.matchAll(pattern)) {
      const year = Number(match[1]);
      weights.set(year, (weights.get(year) ?? 0) + weightOf(line) * factor);
    }
  };
  for (const line of lines) {
    addAll(line, REPORT_YEAR, 2);
    addAll(line, PLAIN_YEAR, 1);
  }
  const ranked = [...weights].toSorted(([yearA, a], [yearB, b]) => b - a || yearB - yearA);
  return ranked[0]?.[0] ?? null;
}
