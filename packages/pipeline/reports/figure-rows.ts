// Every figure that was read in a disclosure, with where it stands.

import type { Place } from "@jueming/core/document/document.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";

import { accountsGrids } from "./excerpts/accounts-grid.ts";
import { evaluationGrids } from "./excerpts/evaluation-grids.ts";
import { sectionTitle, sentencePassages } from "./excerpts/passages.ts";
import type { PrintedFigure, PrintedGrid } from "./excerpts/printed-grid.ts";

/** FigureRow: one figure of 全部数字. */
export interface FigureRow {
  /** Table, project or section. */
  readonly part: string;
  readonly row: string;
  readonly column: string;
  readonly figure: PrintedFigure;
  readonly place: Place;
}

/** The figures in the order of tables, evaluations, sentences, and those that no sentence claimed. */
export function* figureRows(disclosure: Disclosure): Iterable<FigureRow> {
  for (const grid of accountsGrids(disclosure)) yield* gridFigures(grid);
  for (const grid of evaluationGrids(disclosure)) yield* gridFigures(grid);
  for (const { title, text, figures } of sentencePassages(disclosure))
    for (const { figure, place } of figures)
      yield { part: title, row: beginning(text), column: "情况说明", figure, place };
  for (const { raw, section, evaluation, place } of disclosure.unclaimed) {
    const part = sectionTitle(disclosure, section, evaluation);
    const figure = { raw, value: null, unit: "", doubt: "未对应到表格" };
    yield { part, row: "", column: "未对应", figure, place };
  }
}

const BEGINNING = 40;

function beginning(sentence: string): string {
  return sentence.length > BEGINNING ? `${sentence.slice(0, BEGINNING)}…` : sentence;
}

function* gridFigures(grid: PrintedGrid): Iterable<FigureRow> {
  for (const { label, cells } of grid.rows) {
    for (const [index, { figure, place }] of cells.entries()) {
      if (figure === null) continue;
      yield { part: grid.title, row: label, column: grid.header[index] ?? "", figure, place };
    }
  }
}
