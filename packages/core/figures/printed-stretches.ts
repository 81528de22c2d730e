// Where a text prints a figure that something else names by its value: "98.10" stands there as 98.10%, "1236.03" as
// 1,236.03. Words that are no figure stand where they stand.

import { halfWidthText } from "./normalize.ts";

/** Stretch (片段): a part of a text. */
export interface Stretch {
  readonly offset: number;
  readonly length: number;
}

const PRINTED = /\d[\d,]*(?:\.\d+)?%?/gu;
/** A figure with or without its unit, and no other figure in it. */
const NAMED = /^[-−－]?(\d[\d,]*(?:\.\d+)?)([^\d.]*)$/u;

/** Every place where the text prints the figure or the words, in order; signs are told by words in prose. */
export function printedStretches(text: string, named: string): readonly Stretch[] {
  const figure = NAMED.exec(halfWidthText(named).trim());
  if (figure === null) return stretchesOfWords(text, named);
  const [, digits = "", unit = ""] = figure;
  const isPercent = unit.trim().startsWith("%");
  return [...halfWidthText(text).matchAll(PRINTED)].flatMap(({ 0: printed, index }) =>
    plainDigits(printed) === plainDigits(digits) && (!isPercent || printed.endsWith("%"))
      ? [{ offset: index, length: printed.length }]
      : [],
  );
}

/** True for a text, such as that of a cell, that prints this figure and no other. */
export function printsAlone(text: string, named: string): boolean {
  const [first, ...others] = printedStretches(text, named);
  if (first === undefined || others.length > 0) return false;
  const rest = text.slice(0, first.offset) + text.slice(first.offset + first.length);
  return !/\d/u.test(halfWidthText(rest));
}

/** Without what print may add or leave out: separators, the percent sign, zeros at both ends. */
function plainDigits(printed: string): string {
  const [whole = "", fraction = ""] = printed.replace(/[,%]/gu, "").split(".");
  return `${whole.replace(/^0+(?=\d)/u, "")}.${fraction.replace(/0+$/u, "")}`;
}

function stretchesOfWords(text: string, words: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  if (words === "") return stretches;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    stretches.push({ offset: at, length: words.length });
  }
  return stretches;
}
