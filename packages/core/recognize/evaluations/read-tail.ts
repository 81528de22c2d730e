// Reads what stands under the indicators of a form: the total row, the text boxes, the notes.

import type { StatedText } from "../../document/stated-text.ts";
import type { CellValue } from "../../figures/figure.ts";
import { withoutSpace } from "../../figures/normalize.ts";
import { parseFigure, parseNumber } from "../../figures/parse-figure.ts";
import type { EvaluationText } from "../../evaluation/project-evaluation.ts";
import type { EvaluationLayout, Label, TotalRow } from "../../forms/evaluation-layout.ts";
import type { FormCell, FormLine } from "./form-lines.ts";
import { isTotalRow } from "./indicator-rows.ts";
import { joinedText } from "./read-head.ts";
import { bestLikeness, startsWithOneOf } from "./word-match.ts";

/** Grade (等级) as printed; unreadable when it is none of the form's words. */
export interface PrintedGrade extends StatedText {
  readonly unreadable: boolean;
}

export interface FormTotal {
  readonly points: CellValue | null;
  readonly score: CellValue | null;
  readonly grade: PrintedGrade | null;
  readonly line: number | null;
}

/** Reads the total row; with one number only, it is the score. */
export function readTotal(lines: readonly FormLine[], row: TotalRow, grades: readonly string[]): FormTotal {
  const line = lines.find((candidate) => isTotalRow(candidate, row.words));
  if (line === undefined) return { points: null, score: null, grade: null, line: null };
  const texts = line.cells.flatMap((cell) =>
    cell.text
      .replace(/(?<=\d)\s*\.\s*(?=\d)/gu, ".")
      .split(/\s+/u)
      .map((text) => ({ ...cell, text })),
  );
  const numbers = texts.filter((cell) => parseNumber(cell.text) !== undefined);
  const figures = numbers.map((cell) => parseFigure(cell.text, null, cell.place));
  const hasPoints = row.prints.includes("points") && figures.length >= 2;
  const scoreAt = hasPoints ? row.prints.indexOf("score") : 0;
  const scored = numbers[scoreAt];
  const last = scored === undefined ? -1 : texts.indexOf(scored);
  return {
    points: hasPoints ? (figures[1 - scoreAt] ?? null) : null,
    score: figures[scoreAt] ?? null,
    grade: row.prints.includes("grade") && last >= 0 ? gradeOf(texts.slice(last + 1), grades) : null,
    line: line.index,
  };
}

function gradeOf(cells: readonly FormCell[], grades: readonly string[]): PrintedGrade | null {
  const joined = joinedText(cells);
  return joined === null ? null : { ...joined, unreadable: !grades.includes(joined.text) };
}

export type EvaluationTexts = Readonly<Partial<Record<EvaluationText, StatedText>>>;

export interface FormTail {
  readonly texts: EvaluationTexts;
  readonly consumed: readonly number[];
}

const LABEL_LIKENESS = 0.5;

/** Reads the text boxes: rows matched with the form's labels, in their order where a label is lost. */
export function readTail(lines: readonly FormLine[], layout: EvaluationLayout): FormTail {
  const texts: Partial<Record<EvaluationText, StatedText>> = {};
  const boxes = lines.filter((line) => line.kind === "row" && line.cells.length > 0 && !isNote(line, layout));
  const read: { readonly box: Box; readonly line: FormLine; readonly row: number }[] = [];
  boxes.forEach((line, row) => {
    const box = bestBox(line, layout.tail, (read.at(-1)?.box.order ?? -1) + 1);
    if (box !== undefined) read.push({ box, line, row });
  });
  for (const { box, line } of read) {
    const value = boxValue(line.cells.slice(box.end), layout.instructions);
    if (value !== null) texts[box.field] = value;
  }
  const consumed = read.map(({ line }) => line.index);
  // A box whose label is lost stands between its neighbours: one row for one missing label.
  for (const [index, { box, row }] of read.entries()) {
    const next = read[index + 1];
    const label = layout.tail[box.order + 1];
    const line = boxes[row + 1];
    if (next === undefined || label === undefined || line === undefined) continue;
    if (next.box.order !== box.order + 2 || next.row !== row + 2) continue;
    const value = joinedText(line.cells.slice(1));
    if (value !== null) texts[label.field] = value;
    consumed.push(line.index);
  }
  return { texts, consumed };
}

function isNote(line: FormLine, layout: EvaluationLayout): boolean {
  return startsWithOneOf(line.joined, layout.notes);
}

interface Box {
  readonly field: EvaluationText;
  readonly order: number;
  readonly end: number;
  readonly score: number;
}

/** The label that the first cells of a row print, whole or in pieces, none before the last one read. */
function bestBox(line: FormLine, labels: readonly Label<EvaluationText>[], from: number): Box | undefined {
  let best: Box | undefined;
  labels.forEach(({ field, words }, order) => {
    if (order < from) return;
    const plain = words.map((word) => word.replace(/^\d+[.、]/u, ""));
    for (let start = 0; start < Math.min(line.cells.length, 3); start += 1) {
      for (let end = start + 1; end <= Math.min(line.cells.length, start + 3); end += 1) {
        const text = line.cells
          .slice(start, end)
          .map((cell) => cell.text)
          .join("")
          .replace(/^\d+[.、．]\s*/u, "");
        const score = bestLikeness(text, plain) - (order - from) * 0.02 - (end - start - 1) * 0.02;
        if (score >= LABEL_LIKENESS && score > (best?.score ?? 0)) best = { field, order, end, score };
      }
    }
  });
  return best;
}

function boxValue(cells: readonly FormCell[], instructions: readonly string[]): StatedText | null {
  return joinedText(
    cells.filter(
      (cell) => !instructions.some((words) => withoutSpace(cell.text).includes(withoutSpace(words))),
    ),
  );
}

/** Notes and signatures under a form, which belong to it and are no data. */
export function noteLines(lines: readonly FormLine[], layout: EvaluationLayout): readonly number[] {
  const first = lines.findIndex((line) => isNote(line, layout));
  if (first < 0) return [];
  const notes: number[] = [];
  for (const line of lines.slice(first)) {
    if (!isNote(line, layout) && !/^\d[.、．]/u.test(line.joined)) break;
    notes.push(line.index);
  }
  return notes;
}
