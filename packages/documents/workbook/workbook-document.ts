// A workbook as a document: every sheet under a heading with its name, hidden parts read and named.

import type { Block, Document, Problem } from "@jueming/core/document/document.ts";

import { DocumentError } from "../document-error.ts";
import { columnLetters } from "./column-letters.ts";
import type { WorkbookLimits } from "./limits.ts";
import { tooLarge } from "./limits.ts";
import { sheetBlocks } from "./sheet-blocks.ts";
import type { Sheet, Span, Workbook } from "./workbook.ts";

/** Makes the document of a workbook; throws where no sheet shows anything. */
export function workbookDocument(workbook: Workbook, source: string, limits: WorkbookLimits): Document {
  if (workbook.sheets.length > limits.sheets) {
    throw tooLarge(`文件有 ${workbook.sheets.length} 个工作表，超过 ${limits.sheets} 个的上限`);
  }
  const budget = { cells: limits.cells };
  const blocks: Block[] = [];
  const problems: Problem[] = [...workbook.problems];
  for (const sheet of workbook.sheets) {
    const content = [...sheetBlocks(sheet, limits, budget), ...boxBlocks(sheet)];
    if (content.length === 0) continue;
    if (sheet.name !== "" && workbook.isDocument !== true) {
      blocks.push({ kind: "heading", level: 1, text: sheet.name, place: { sheet: sheet.name } });
    }
    for (const block of content) blocks.push(block);
    problems.push(...hiddenProblems(sheet));
  }
  if (blocks.length === 0) {
    throw new DocumentError("empty", "表格里没有任何内容。请检查导出是否成功，或换一个文件。");
  }
  return { source, blocks, problems };
}

function boxBlocks(sheet: Sheet): readonly Block[] {
  return (sheet.boxes ?? []).flatMap((text) =>
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => ({ kind: "paragraph" as const, text: line.trim(), place: { sheet: sheet.name } })),
  );
}

function hiddenProblems(sheet: Sheet): readonly Problem[] {
  const { name } = sheet;
  const problems: Problem[] = [];
  if (sheet.isHidden) {
    problems.push({
      code: "hidden-sheet",
      message: `工作表“${name}”是隐藏的，已一并读取。请确认它是否属于公开内容。`,
      place: { sheet: name },
    });
  }
  const rows = withContent(sheet.hiddenRows, new Set(sheet.cells.map(({ row }) => row)));
  if (rows[0] !== undefined) {
    problems.push({
      code: "hidden-rows",
      message: `工作表“${name}”隐藏了有内容的第 ${listed(rows, String)} 行，已一并读取。请确认它们是否属于公开内容。`,
      place: { sheet: name, row: rows[0].first },
    });
  }
  const columns = withContent(sheet.hiddenColumns, new Set(sheet.cells.map(({ column }) => column)));
  if (columns[0] !== undefined) {
    problems.push({
      code: "hidden-columns",
      message: `工作表“${name}”隐藏了有内容的第 ${listed(columns, columnLetters)} 列，已一并读取。请确认它们是否属于公开内容。`,
      place: { sheet: name, column: columns[0].first },
    });
  }
  return problems;
}

/** Hidden spans cut to what holds content: whole hidden ends of a sheet are nothing. */
function withContent(hidden: readonly Span[], used: ReadonlySet<number>): readonly Span[] {
  const spans = hidden.toSorted((a, b) => a.first - b.first);
  const found: { first: number; last: number }[] = [];
  let at = 0;
  for (const number of [...used].toSorted((a, b) => a - b)) {
    while ((spans[at]?.last ?? Infinity) < number) at += 1;
    if ((spans[at]?.first ?? Infinity) > number) continue;
    const previous = found.at(-1);
    if (previous !== undefined && previous.last === number - 1) previous.last = number;
    else found.push({ first: number, last: number });
  }
  return found;
}

const LISTED_SPANS = 10;

function listed(spans: readonly Span[], name: (position: number) => string): string {
  const shown = spans
    .slice(0, LISTED_SPANS)
    .map(({ first, last }) => (first === last ? name(first) : `${name(first)}—${name(last)}`))
    .join("、");
  return spans.length > LISTED_SPANS ? `${shown} 等` : shown;
}
