// Reads the text layer of a PDF as a document: drawn tables, aligned tables, paragraphs and headings in the order
// of the page, each with its page and box. The page's furniture and watermarks are taken out.

import type { Block, Document, Place } from "@jueming/core/document/document.ts";

import { DocumentError } from "../document-error.ts";
import type { AlignedTable } from "./aligned-table.ts";
import { alignedTables } from "./aligned-table.ts";
import { readAttachments } from "./attachments.ts";
import { joinBrokenRow } from "./broken-rows.ts";
import { withSharedColumns } from "./continued-columns.ts";
import { joinContinuedRow } from "./continued-rows.ts";
import type { OpenPdf } from "./engine.ts";
import { damaged, startPdfium, withPdf } from "./engine.ts";
import { drawFormFields } from "./form-fields.ts";
import { furnitureOf, watermarksOf } from "./furniture.ts";
import type { Deadline, PdfLimits } from "./limits.ts";
import { PDF_LIMITS, startDeadline, tooLarge } from "./limits.ts";
import type { PageContent, PageLayout } from "./page-content.ts";
import { layOutPage, pageBounds, readPageContent } from "./page-content.ts";
import type { Box } from "./page-frame.ts";
import { boxAround } from "./page-frame.ts";
import type { Margins, PlacedLine } from "./paragraphs.ts";
import { marginsOf, textBlocksOf, textStyleOf } from "./paragraphs.ts";
import { fileProblems } from "./problems.ts";
import type { PageTable } from "./ruled-table.ts";
import type { TextColumn } from "./text-columns.ts";
import type { TextLine } from "./text-lines.ts";
import { lineBox, stretchesOf } from "./text-lines.ts";

/** Starts the library before the first file is at hand. */
export async function preparePdf(): Promise<void> {
  await startPdfium();
}

/** Reads a PDF; throws a DocumentError where it has no text or cannot be opened. */
export async function readPdf(
  bytes: Uint8Array,
  source: string,
  limits: PdfLimits = PDF_LIMITS,
): Promise<Document> {
  if (bytes.length > limits.bytes) {
    throw tooLarge(`文件有 ${(bytes.length / 1024 / 1024).toFixed(0)} MB`);
  }
  const deadline = startDeadline(limits);
  const { pages, damagedPages, unseenFieldPages, carried } = await withPdf(bytes, (pdf) => ({
    ...readPages(pdf, limits, deadline),
    carried: readAttachments(pdf, limits),
  }));
  requireText(pages);
  const watermarks = watermarksOf(pages);
  const layouts = pages.map((page) => layOutPage(page, watermarks.glyphs, { limits, deadline }));
  const blocks = blocksOf(layouts, deadline);
  if (blocks.length === 0) throw noText();
  const problems = fileProblems({
    bytes,
    pages,
    damagedPages,
    unseenFieldPages,
    watermarks: watermarks.texts,
    limits,
  });
  const pageWords = [...watermarks.texts].map(([text, page]) => ({ text, place: { page } }));
  return {
    source,
    blocks,
    problems: [...problems, ...carried.problems],
    pageWords,
    ...(carried.attachments.length > 0 ? { attachments: carried.attachments } : {}),
  };
}

interface PagesRead {
  readonly pages: readonly PageContent[];
  readonly damagedPages: readonly number[];
  /** Pages with fields whose values the file does not show. */
  readonly unseenFieldPages: readonly number[];
}

function readPages({ engine, document }: OpenPdf, limits: PdfLimits, deadline: Deadline): PagesRead {
  const count = engine.api.FPDF_GetPageCount(document);
  if (count <= 0) throw damaged();
  if (count > limits.pages) throw tooLarge(`文件有 ${count} 页，超过 ${limits.pages} 页的上限`);
  const pages: PageContent[] = [];
  const damagedPages: number[] = [];
  const unseenFieldPages: number[] = [];
  let characters = 0;
  for (let index = 0; index < count; index += 1) {
    deadline();
    const { page, unseenFields } = loadPage({ engine, document }, index);
    if (unseenFields > 0) unseenFieldPages.push(index + 1);
    const bounds = page === 0 ? undefined : pageBounds({ engine, page }, limits);
    if (bounds === undefined) damagedPages.push(index + 1);
    else {
      const content = readPageContent({ engine, page, bounds, limits, deadline }, index + 1);
      characters += content.characters;
      if (characters > limits.characters) {
        throw tooLarge(`文件超过 ${limits.characters.toLocaleString("zh-CN")} 个字符`);
      }
      pages.push(content);
    }
    if (page !== 0) engine.api.FPDF_ClosePage(page);
  }
  if (pages.length === 0) throw damaged();
  return { pages, damagedPages, unseenFieldPages };
}

/** A page with what was entered into its fields, as far as the file shows it. */
function loadPage({ engine, document }: OpenPdf, index: number): { page: number; unseenFields: number } {
  const page = engine.api.FPDF_LoadPage(document, index);
  if (page === 0) return { page, unseenFields: 0 };
  const { isDrawn, unseen } = drawFormFields(engine, page);
  if (!isDrawn) return { page, unseenFields: unseen };
  engine.api.FPDF_ClosePage(page);
  return { page: engine.api.FPDF_LoadPage(document, index), unseenFields: unseen };
}

/** A scan with a stamp of the scanning program on it has no text worth reading either. */
const FEWEST_CHARACTERS = 5;
const UNREADABLE_SHARE = 0.5;

function requireText(pages: readonly PageContent[]): void {
  const characters = pages.reduce((sum, page) => sum + page.characters, 0);
  const unreadable = pages.reduce((sum, page) => sum + page.unreadable, 0);
  const areScans = pages.every(({ hasImage }) => hasImage);
  if (characters === 0 || (areScans && characters < FEWEST_CHARACTERS * pages.length)) throw noText();
  if (unreadable > characters * UNREADABLE_SHARE) {
    throw new DocumentError(
      "no-text",
      "PDF 里的文字没有编码信息，复制出来是乱码，无法读取。请用原始的 Word 或 Excel 文件，或重新导出 PDF。",
    );
  }
}

function noText(): DocumentError {
  return new DocumentError(
    "no-text",
    "PDF 里没有可复制的文字，多半是扫描件或图片。请用原始的 Word、Excel 文件或可复制文字的 PDF；只有扫描件时，先做文字识别（OCR）。",
  );
}

/** One thing on a page, at its height. */
type Item =
  | { readonly kind: "line"; readonly top: number; readonly line: PlacedLine }
  | { readonly kind: "table"; readonly top: number; readonly table: PageTable; readonly page: PageContent };

function blocksOf(layouts: readonly PageLayout[], deadline: Deadline): readonly Block[] {
  const furniture = furnitureOf(layouts);
  const pages = layouts.map((layout) => ({
    ...layout,
    lines: layout.lines.filter((line) => !furniture.has(line)),
  }));
  const laidOut = withAlignedTables(withWholeRows(pages), deadline);
  const style = textStyleOf(laidOut);
  const marginsAt = marginsOf(laidOut);
  const blocks: Block[] = [];
  let lines: PlacedLine[] = [];
  const flush = (): void => {
    for (const { text, level, lines: held } of textBlocksOf(lines, style)) {
      const place = linesPlace(held);
      blocks.push(level > 0 ? { kind: "heading", level, text, place } : { kind: "paragraph", text, place });
    }
    lines = [];
  };
  for (const page of laidOut) {
    deadline();
    for (const item of itemsOf(page, marginsAt(page.content))) {
      if (item.kind === "line") lines.push(item.line);
      else {
        flush();
        blocks.push(tableBlock(item.table, item.page));
      }
    }
  }
  flush();
  return blocks;
}

/** Puts rows together that a page break cut, where nothing stands between the two parts. */
function withWholeRows(pages: readonly PageLayout[]): readonly PageLayout[] {
  const whole = [...pages];
  for (let index = whole.length - 1; index > 0; index -= 1) {
    const before = whole[index - 1];
    const page = whole[index];
    const last = before?.tables.at(-1);
    const first = page?.tables[0];
    if (before === undefined || page === undefined || last === undefined || first === undefined) continue;
    const isApart =
      before.lines.some(({ baseline }) => baseline > last.box[3]) ||
      page.lines.some(({ baseline }) => baseline < first.box[1]);
    if (isApart) continue;
    const shared = withSharedColumns(last, first) ?? { first: last, next: first };
    const joined = joinBrokenRow(shared.first, shared.next) ?? shared;
    whole[index - 1] = { ...before, tables: [...before.tables.slice(0, -1), joined.first] };
    whole[index] = {
      ...page,
      tables: [...(joined.next === undefined ? [] : [joined.next]), ...page.tables.slice(1)],
    };
  }
  return whole;
}

/** Finds the tables without lines; one that ends a page lends its columns to the next and takes its cut row back. */
function withAlignedTables(pages: readonly PageLayout[], deadline: Deadline): readonly PageLayout[] {
  let ending: AlignedTable | undefined;
  const laidOut: PageLayout[] = [];
  for (const page of pages) {
    deadline();
    const aligned = alignedTablesOf(page, ending?.columns ?? []);
    const inTables = new Set(aligned.flatMap((table) => [...table.lines]));
    let tables = aligned.map(({ table }) => table);
    const before = laidOut.at(-1);
    const [first] = aligned;
    if (before !== undefined && ending !== undefined && first?.lines.has(page.lines[0] ?? NO_LINE) === true) {
      const joined = joinContinuedRow(ending.table, first.table);
      if (joined !== undefined) {
        const { table: cut } = ending;
        const whole = before.tables.map((table) => (table === cut ? joined.first : table));
        laidOut.splice(-1, 1, { ...before, tables: whole });
        tables = [joined.next, ...tables.slice(1)];
      }
    }
    const last = aligned.findIndex(({ lines }) => lines.has(page.lines.at(-1) ?? NO_LINE));
    const [ended, table] = [aligned[last], tables[last]];
    ending = ended === undefined || table === undefined ? undefined : { ...ended, table };
    laidOut.push({
      ...page,
      tables: [...page.tables, ...tables],
      lines: page.lines.filter((line) => !inTables.has(line)),
    });
  }
  return laidOut;
}

const NO_LINE: TextLine = { text: "", left: 0, right: 0, baseline: 0, size: 0, isPale: false, glyphs: [] };

function alignedTablesOf(layout: PageLayout, inherited: readonly TextColumn[]): readonly AlignedTable[] {
  return groupsBetweenTables(layout).flatMap((lines) =>
    alignedTables({ lines, rules: layout.rules, inherited: lines[0] === layout.lines[0] ? inherited : [] }),
  );
}

function itemsOf({ content, tables, lines }: PageLayout, margins: Margins): readonly Item[] {
  const items: Item[] = tables.map((table) => ({ kind: "table", top: table.box[1], table, page: content }));
  for (const line of lines) {
    for (const part of partsOf(line)) {
      items.push({ kind: "line", top: lineBox(line)[1], line: { line: part, page: content, margins } });
    }
  }
  return items.toSorted((one, two) => one.top - two.top);
}

/** Lines above and below a drawn table are not one aligned table. */
function groupsBetweenTables({ lines, tables }: PageLayout): readonly (readonly TextLine[])[] {
  const groups = Map.groupBy(lines, ({ baseline }) => tables.filter(({ box }) => box[1] < baseline).length);
  return [...groups.values()];
}

const PART_GAP = 2.5;
const SHORTEST_PART = 3;

/** Words far apart on one line, such as a form's unit, year and currency, are read one by one. */
function partsOf(line: TextLine): readonly TextLine[] {
  const parts = stretchesOf(line, PART_GAP);
  return parts.every(({ text }) => text.length >= SHORTEST_PART) ? parts : [line];
}

function linesPlace(lines: readonly PlacedLine[]): Place {
  const [first] = lines;
  if (first === undefined) return {};
  const boxes = lines.filter(({ page }) => page === first.page).map(({ line }) => lineBox(line));
  return placeOf(boxAround(boxes) ?? lineBox(first.line), first.page);
}

function placeOf(box: Box, { number, shown }: PageContent): Place {
  return { page: number, box: shown(box) };
}

function tableBlock(table: PageTable, page: PageContent): Block {
  return {
    kind: "table",
    place: placeOf(table.box, page),
    rows: table.rows.map(({ cells, box }) => ({
      place: placeOf(box, page),
      cells: cells.map(({ text, rowSpan, columnSpan, box: cellBox }) => ({
        text,
        place: placeOf(cellBox, page),
        ...(columnSpan > 1 ? { columnSpan } : {}),
        ...(rowSpan > 1 ? { rowSpan } : {}),
      })),
    })),
  };
}
