// 科目代码表: the codes of the functional classification, for the lists in other sheets.

import { functionCodes } from "@jueming/core/accounts/classification/function-classification.ts";

import type { EntrySheet } from "./entry-sheet.ts";
import { SheetDraft } from "./entry-sheet.ts";

export const CODE_SHEET = "科目代码表";
const FIRST_ROW = 3;
const LAST_ROW = FIRST_ROW + functionCodes.length - 1;

/** The range of the codes, and of the codes with their names. */
export const CODE_LIST = `${CODE_SHEET}!$A$${FIRST_ROW}:$A$${LAST_ROW}`;
export const CODE_NAMES = `${CODE_SHEET}!$A$${FIRST_ROW}:$B$${LAST_ROW}`;

/** The sheet that lists the codes. */
export function codeListSheet(): EntrySheet {
  const draft = new SheetDraft(CODE_SHEET);
  draft.show(1, 1, "title", "支出功能分类科目（供选择，不必填写）");
  draft.merge(1, 1, 1, 2);
  draft.show(2, 1, "head", "代码");
  draft.show(2, 2, "head", "名称");
  for (const [index, { code, name }] of functionCodes.entries()) {
    draft.show(FIRST_ROW + index, 1, "locked", code, { format: "@" });
    draft.show(FIRST_ROW + index, 2, "label", name);
  }
  return draft.finish([12, 50], 2);
}
