// Fixed words of a workbook that are not those of its plan: a column that was moved or renamed, or a workbook of
// another version. What stands beside them would be read as something else.

import type { Problem } from "@jueming/core/document/document.ts";

import type { EntrySheet, ShownCell } from "../entry-sheet.ts";
import type { InputPlan } from "../input-plan.ts";
import type { FilledSheet } from "./filled-cells.ts";
import { addressOf } from "./filled-cells.ts";

/** One problem for each sheet whose fixed words have changed. */
export function changedWords(
  { sheets }: Pick<InputPlan, "sheets">,
  filled: ReadonlyMap<string, FilledSheet>,
): readonly Problem[] {
  return sheets.flatMap((sheet) => {
    const found = filled.get(sheet.name);
    return found === undefined ? [] : changeIn(sheet, found);
  });
}

function changeIn(sheet: EntrySheet, filled: FilledSheet): readonly Problem[] {
  const anchor = anchorOf(sheet);
  const row = anchor === undefined ? undefined : filled.rowOf(anchor.column, anchor.text ?? "", 1);
  // Rows that are gone altogether are told by those who look for them.
  if (anchor === undefined || row === undefined) return [];
  for (const cell of sheet.cells.filter((one) => isFixed(one, sheet))) {
    const at = { sheet: sheet.name, row: cell.row + row - anchor.row, column: cell.column };
    const text = filled.at(at.row, at.column)?.text ?? "";
    if (plain(text) === plain(cell.text ?? "")) continue;
    const now = text === "" ? "空白" : `“${text.slice(0, 40)}”`;
    const message = `${addressOf(at)} 应为“${cell.text ?? ""}”，现为${now}：表头或项目名称被改动、移动，或底稿出自另一版本。请恢复原样，或用 jueming template 重新生成底稿，把内容移过去。`;
    return [{ code: "input-words-changed", message, place: at }];
  }
  return [];
}

/** The cell from which the rows of a sheet are counted: the header of its list, or the number of its first row. */
function anchorOf({ cells, fields, lists }: EntrySheet): ShownCell | undefined {
  const [list] = lists;
  const [field] = fields;
  const found = (column: number, text: string): ShownCell | undefined =>
    cells.find((cell) => cell.column === column && cell.text === text);
  if (list !== undefined) return found(list.headerColumn, list.header);
  return field !== undefined && isNumbered(field.key) ? found(field.keyColumn, field.key) : undefined;
}

const isNumbered = (key: string): boolean => /^\d+$/u.test(key);

/** Headers of lists; names of rows that are told by their numbers. */
const isFixed = ({ look, text }: ShownCell, { lists }: EntrySheet): boolean =>
  text !== undefined && (look === "head" || (look === "label" && lists.length === 0));

const plain = (text: string): string => text.replaceAll(/\s/gu, "");
