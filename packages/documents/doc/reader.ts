// Reads DOC (Word 97–2003). Places are `{ line: n }`: n counts printed paragraphs and table rows in reading
// order. Rows and merged cells come from the definitions of rows; where these are missing, the cells of a
// row are kept in their order and the document says so. Numbers of lists are not counted here, and said so.

import type { Document, Problem } from "@jueming/core/document/document.ts";

import { DocumentError } from "../document-error.ts";
import { Flattener } from "../html/flatten.ts";
import type { NestedBlock } from "../html/nested-blocks.ts";
import { kindOfNames, looksLikeCompoundFile, openCompoundFile } from "./compound-file.ts";
import type { CompoundFile } from "./compound-file.ts";
import { fits, tableOf } from "./tables.ts";
import type { WordRow } from "./tables.ts";
import type { WordParagraph, WordText } from "./word-text.ts";
import { readWordText } from "./word-text.ts";

/** DocLimits: what a file may measure at most. */
export interface DocLimits {
  readonly bytes: number;
}

export const DOC_LIMITS: DocLimits = { bytes: 256 * 1024 * 1024 };

/** Reads a Word 97–2003 document (.doc). */
export function readDoc(bytes: Uint8Array, source: string, limits: DocLimits = DOC_LIMITS): Document {
  if (bytes.length === 0) throw new DocumentError("empty", "文件是空的（0 字节）。请重新导出或下载。");
  if (bytes.length > limits.bytes) {
    throw new DocumentError("too-large", "Word 文件太大。请压缩其中的图片，或按单位拆分后重试。");
  }
  const text = readWordText(openWordFile(bytes));
  const gatherer = new BlockGatherer();
  for (const paragraph of text.main) gatherer.add(paragraph);
  for (const paragraph of text.notes) gatherer.add(paragraph);
  const blocks = gatherer.finish();
  if (blocks.length === 0) throw withoutText(text);
  return { source, blocks, problems: problemsOf(text, gatherer) };
}

function openWordFile(bytes: Uint8Array): CompoundFile {
  if (!looksLikeCompoundFile(bytes)) throw notWord("内容不是旧版 Word 文档（DOC）");
  const file = openCompoundFile(bytes);
  const kind = kindOfNames(file.names);
  if (kind === "encrypted") {
    throw new DocumentError(
      "encrypted",
      "文件设有打开密码。请用 Word 或 WPS 打开，去掉密码后另存为 DOCX 再读取。",
    );
  }
  if (kind === "xls") throw notWord("这是 Excel 工作簿，不是 Word 文档");
  if (kind === "ppt") throw notWord("这是演示文稿，不是 Word 文档");
  if (kind === "other") throw notWord("文件里没有 Word 正文");
  return file;
}

function notWord(what: string): DocumentError {
  return new DocumentError(
    "unsupported-format",
    `${what}。请确认文件没有损坏，用 Word 或 WPS 打开后另存为 DOCX 再读取。`,
  );
}

function withoutText(text: WordText): DocumentError {
  if (text.pictures > 0) {
    return new DocumentError(
      "no-text",
      "Word 文件里只有图片，没有可读的文字。请提供可复制文字的原件，或先做文字识别。",
    );
  }
  return new DocumentError("empty", "Word 文件里没有文字。请检查是否存错了文件。");
}

/** Gathers paragraphs into cells, cells into rows, rows into tables; a class because a table is open for long. */
class BlockGatherer {
  readonly #flattener = new Flattener();
  #cell: NestedBlock[] = [];
  #row: (readonly NestedBlock[])[] = [];
  #rows: WordRow[] = [];
  rowsWithoutDefinition = 0;
  numberedParagraphs = 0;

  add({ text, mark, properties }: WordParagraph): void {
    const isBlank = text.trim() === "";
    if (properties.isNumbered && !isBlank) this.numberedParagraphs += 1;
    if (properties.tableDepth === 0 && mark !== 7) {
      this.#endTable();
      if (!isBlank) this.#flattener.add({ kind: "text", text, level: properties.headingLevel });
      return;
    }
    if (!isBlank) this.#cell.push({ kind: "text", text, level: 0 });
    // Cells of inner tables end with paragraph marks: their text stays in the outer cell.
    if (mark !== 7) return;
    if (properties.endsRow) this.#endRow({ cells: this.#row, definition: properties.cells });
    else {
      this.#row.push(this.#cell);
      this.#cell = [];
    }
  }

  finish(): Document["blocks"] {
    this.#endTable();
    return this.#flattener.finish();
  }

  #endRow(row: WordRow): void {
    if (!fits(row)) this.rowsWithoutDefinition += 1;
    this.#rows.push(row);
    this.#row = [];
    this.#cell = [];
  }

  #endTable(): void {
    if (this.#cell.length > 0) this.#row.push(this.#cell);
    if (this.#row.length > 0) this.#endRow({ cells: this.#row, definition: [] });
    if (this.#rows.length > 0) this.#flattener.add(tableOf(this.#rows));
    this.#rows = [];
  }
}

function problemsOf(text: WordText, gatherer: BlockGatherer): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (code: string, message: string): void => void problems.push({ code, message, place: {} });
  if (gatherer.rowsWithoutDefinition > 0) {
    add(
      "tables-partly-recovered",
      `旧版 DOC 中有 ${gatherer.rowsWithoutDefinition} 行表格没有列的定义，合并单元格可能错位，表格只能部分恢复。请尽量提供 DOCX。`,
    );
  }
  if (gatherer.numberedParagraphs > 0) {
    add(
      "numbers-left-out",
      `旧版 DOC 中有 ${gatherer.numberedParagraphs} 段使用自动编号，编号没有读入。请尽量另存为 DOCX。`,
    );
  }
  if (text.hiddenCharacters > 0) {
    add("hidden-text", `文件中有 ${text.hiddenCharacters} 个字设为隐藏，打印不出来，没有读入，请核对原件。`);
  }
  return problems;
}
