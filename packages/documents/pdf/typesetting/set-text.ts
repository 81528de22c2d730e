// A text as the template takes it: words alone, or runs where some words look different.

import type { Run } from "@jueming/core/document/document.ts";

import { printedText } from "./printed-text.ts";

/** SetText: a text, or its runs where some are still to be filled in. */
export type SetText = string | readonly { readonly t: string; readonly missing: boolean }[];

/** The runs of a text where they differ in looks, else the text alone. */
export function setRuns(text: string, runs: readonly Run[] | undefined): SetText {
  if (runs?.some(({ missing }) => missing === true) !== true) return printedText(text);
  return runs.map((run) => ({ t: printedText(run.text), missing: run.missing === true }));
}

/** A copy of the text with its words changed. */
export function mapText(text: SetText, change: (words: string) => string): SetText {
  return typeof text === "string" ? change(text) : text.map(({ t, missing }) => ({ t: change(t), missing }));
}

/** The parts of a text between its tabs. */
export function tabbedParts(text: SetText): readonly SetText[] {
  if (typeof text === "string") return text.split("\t");
  const parts: { t: string; missing: boolean }[][] = [[]];
  for (const { t, missing } of text) {
    for (const [index, piece] of t.split("\t").entries()) {
      if (index > 0) parts.push([]);
      parts.at(-1)?.push({ t: piece, missing });
    }
  }
  return parts;
}
