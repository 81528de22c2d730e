// Cells of a sheet as they are shown: no formula of a spreadsheet leaves this layer, only words for it.

import type { TableConcept } from "@jueming/core/accounts/concept.ts";
import { findConcept } from "@jueming/core/accounts/concepts.ts";

import type { EntrySheet, ShownCell as WorkbookCell } from "../input-workbook/entry-sheet.ts";
import { rowTarget } from "../input-workbook/table-sheet.ts";
import type { ShownCell } from "./entry-plan.ts";
import { columnWords, EVALUATION_WORDS, sumWords, TOTAL_WORDS } from "./how-computed.ts";
import { sumsOfList } from "./planned-lists.ts";

/** The concept of a table's sheet. */
export function conceptOf({ fields }: EntrySheet): TableConcept | undefined {
  const target = fields.find((field) => field.target.kind === "cell")?.target;
  return target?.kind === "cell" ? findConcept(target.concept) : undefined;
}

/** The cells of a sheet; what is typed into them is not theirs. */
export function plannedCells(sheet: EntrySheet): readonly ShownCell[] {
  const concept = conceptOf(sheet);
  const isShown = shownCells(sheet);
  const words = columnComments(sheet);
  return sheet.cells.map((cell): ShownCell => ({
    row: cell.row,
    column: cell.column,
    look: cell.look,
    text: cell.look === "input" || cell.look === "text-input" ? "" : (cell.text ?? ""),
    formula: formulaOf(cell, concept, isShown),
    comment: cell.comment ?? words.get(cell) ?? null,
  }));
}

function formulaOf(
  { look, from, formula }: WorkbookCell,
  concept: TableConcept | undefined,
  isShown: ReturnType<typeof shownCells>,
): string | null {
  if (concept === undefined || formula === undefined) return null;
  if (look === "check") return from?.identity.title ?? null;
  if (look !== "sum") return null;
  return from === undefined ? TOTAL_WORDS : sumWords(concept, from, isShown);
}

/** Above a column of a list that is worked out stands how. */
function columnComments({ cells, lists }: EntrySheet): ReadonlyMap<WorkbookCell, string> {
  const comments = new Map<WorkbookCell, string>();
  for (const list of lists) {
    const sums = sumsOfList(list);
    const concept = findConcept(list.concept);
    for (const { name, column } of list.columns.filter(({ isComputed }) => isComputed)) {
      const head = cells.findLast((cell) => cell.look === "head" && cell.column === column);
      const words =
        concept === undefined
          ? EVALUATION_WORDS[name.split(".").at(-1) ?? ""]
          : columnWords(concept, name, sums.get(name) ?? []);
      if (head !== undefined && words !== undefined) comments.set(head, words);
    }
  }
  return comments;
}

/** Which cells of a table its sheet shows. */
function shownCells({ fields }: EntrySheet): Parameters<typeof sumWords>[2] {
  const keys = new Set(
    fields.flatMap(({ target }) => (target.kind === "cell" ? [`${target.row}|${target.column}`] : [])),
  );
  return ({ cell }) => keys.has(`${rowTarget(cell)}|${cell.column}`);
}
