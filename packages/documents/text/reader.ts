// Reads plain text and Markdown: each line is a heading, a paragraph or a row of a table with its line
// number. Tab rows without a blank line between them are one table, and so are pipe rows.

import type { Block, Document, Place, Problem, Row } from "@jueming/core/document/document.ts";

import { DocumentError } from "../document-error.ts";
import { binaryFile, looksBinary, unsupportedKind } from "../signatures.ts";
import { cleanCharacters } from "./characters.ts";
import { decodeText } from "./charset.ts";
import { withoutMarks } from "./inline-marks.ts";
import type { TextLimits } from "./limits.ts";
import { TEXT_LIMITS } from "./limits.ts";
import { isFencedRow, isOpenRow, isRuleRow, pipeCells } from "./pipe-table.ts";

/** Reads the bytes of a text file as a document; throws a DocumentError where that cannot be. */
export function readText(bytes: Uint8Array, source: string, limits: TextLimits = TEXT_LIMITS): Document {
  if (bytes.length > limits.bytes) {
    throw tooLarge(`文件有 ${megabytes(bytes.length)} MB，超过 ${megabytes(limits.bytes)} MB 的上限`);
  }
  const known = unsupportedKind(bytes);
  if (known !== undefined) throw known;
  const decoded = decodeText(bytes);
  if (decoded.charset === "utf-8" && looksBinary(bytes)) throw binaryFile();
  return textDocument(decoded.text, source, { limits, problems: decoded.problems });
}

/** Reads characters already decoded; what readText does after decoding. */
export function textDocument(
  text: string,
  source: string,
  options: { readonly limits?: TextLimits; readonly problems?: readonly Problem[] } = {},
): Document {
  const limits = options.limits ?? TEXT_LIMITS;
  const builder = new BlockBuilder(limits, options.problems ?? []);
  for (const line of linesOfText(text, limits)) builder.add(line);
  const blocks = builder.finish();
  if (blocks.length === 0) {
    throw new DocumentError("empty", "文件里没有任何文字。请检查导出是否成功，或换一个文件。");
  }
  return { source, blocks, problems: builder.problems };
}

/** Splits at CR LF, LF or CR without holding all lines at once. */
function* linesOfText(text: string, limits: TextLimits): Generator<string> {
  const end = /\r\n|\n|\r/gu;
  let start = 0;
  let count = 0;
  while (start <= text.length) {
    const match = end.exec(text);
    const stop = match?.index ?? text.length;
    count += 1;
    if (count > limits.lines) {
      throw tooLarge(`文件超过 ${limits.lines.toLocaleString("zh-CN")} 行`);
    }
    if (stop - start > limits.lineLength) {
      throw tooLarge(
        `第 ${count} 行有 ${(stop - start).toLocaleString("zh-CN")} 个字符，超过 ${limits.lineLength.toLocaleString("zh-CN")} 的上限`,
      );
    }
    yield text.slice(start, stop);
    if (match === null) return;
    start = end.lastIndex;
  }
}

const HEADING = /^\s{0,3}(#{1,6})(?:\s+|$|(?=[^\s#]))(.*?)(?:\s+#+)?\s*$/u;
/** "- 12 -" is a page number and "- 5" a figure; before words the mark is a bullet. */
const BULLET = /^(\s*)[-*+]\s+(?=[^\s\d|]|\d+[.、．)）]\s*\D)/u;
const QUOTED = /^\s*>\s?/u;
const DRAWN_RULE = /^\s*(?:-{3,}|\*{3,}|={3,}|`{3,}.*|~{3,})\s*$/u;

/** BlockBuilder: gathers lines into blocks; a class because the open table is its state. */
class BlockBuilder {
  readonly problems: Problem[];
  readonly #limits: TextLimits;
  readonly #blocks: Block[] = [];
  readonly #replacedLines: number[] = [];
  #rows: Row[] = [];
  #rowKind: "tab" | "pipe" | undefined;
  /** Whether the rows of the open pipe table begin and end with a pipe. */
  #hasOuterPipes = true;
  #line = 0;

  constructor(limits: TextLimits, problems: readonly Problem[]) {
    this.#limits = limits;
    this.problems = [...problems];
  }

  add(raw: string): void {
    this.#line += 1;
    const { text: clean, replaced } = cleanCharacters(raw);
    if (replaced > 0) this.#replacedLines.push(this.#line);
    if (clean.trim() === "") {
      // A row of blank cells holds a table together, a blank line ends it.
      if (clean.includes("\t") && this.#rowKind === "tab") this.#addRow(clean.split("\t"), "tab");
      else this.#endTable();
      return;
    }
    if (this.#addPipeRow(clean)) return;
    const text = withoutMarks(clean);
    if (text.includes("\t")) this.#addTabRow(text);
    else this.#addTextLine(text);
  }

  finish(): readonly Block[] {
    this.#endTable();
    this.#reportReplaced();
    return this.#blocks;
  }

  #place(): Place {
    return { line: this.#line };
  }

  #addPipeRow(line: string): boolean {
    if (!line.includes("|") || line.includes("\t")) return false;
    if (isRuleRow(line)) {
      this.#openTableAtLastLine(line.trimStart().startsWith("|"));
      return true;
    }
    const continues = this.#rowKind === "pipe";
    if (!continues) {
      if (!isFencedRow(line) && !isOpenRow(line)) return false;
      this.#hasOuterPipes = isFencedRow(line);
    } else if (isOpenRow(line) && !line.trimEnd().endsWith("|")) this.#dropOuterPipes();
    this.#addRow(pipeCells(line, this.#hasOuterPipes).map(withoutMarks), "pipe");
    return true;
  }

  /** A rule row proves that the line before it was the header, and shows whether the table has outer pipes. */
  #openTableAtLastLine(hasOuterPipes: boolean): void {
    if (this.#rowKind === "pipe") {
      if (!hasOuterPipes) this.#dropOuterPipes();
      return;
    }
    this.#hasOuterPipes = hasOuterPipes;
    const last = this.#blocks.at(-1);
    if (last?.kind !== "paragraph" || !last.text.includes("|") || last.place.line !== this.#line - 1) return;
    this.#blocks.pop();
    this.#rowKind = "pipe";
    this.#rows.push(rowOf(pipeCells(last.text, hasOuterPipes), last.place));
  }

  /** What looked like outer pipes parted blank first cells, as a rule row or a row without them shows. */
  #dropOuterPipes(): void {
    if (!this.#hasOuterPipes) return;
    this.#hasOuterPipes = false;
    this.#rows = this.#rows.map((row) => rowOf(["", ...row.cells.map(({ text }) => text)], row.place));
  }

  #addTabRow(text: string): void {
    this.#addRow(
      text
        .replace(BULLET, "$1")
        .replace(/^#{1,6}\s+/u, "")
        .split("\t"),
      "tab",
    );
  }

  #addRow(cells: readonly string[], kind: "tab" | "pipe"): void {
    if (cells.length > this.#limits.cellsPerRow) {
      throw tooLarge(
        `第 ${this.#line} 行有 ${cells.length} 个单元格，超过 ${this.#limits.cellsPerRow} 的上限`,
      );
    }
    if (this.#rowKind !== kind) this.#endTable();
    this.#rowKind = kind;
    this.#rows.push(rowOf(cells, this.#place()));
  }

  #addTextLine(line: string): void {
    this.#endTable();
    if (DRAWN_RULE.test(line)) return;
    const heading = HEADING.exec(line);
    if (heading !== null) {
      const text = (heading[2] ?? "").trim();
      if (text === "") return;
      this.#blocks.push({ kind: "heading", level: heading[1]?.length ?? 1, text, place: this.#place() });
      return;
    }
    const text = line.replace(QUOTED, "").replace(BULLET, "$1").trim();
    if (text !== "") this.#blocks.push({ kind: "paragraph", text, place: this.#place() });
  }

  #endTable(): void {
    const rows = this.#rows;
    const [first] = rows;
    if (first === undefined) {
      this.#rowKind = undefined;
      return;
    }
    this.#blocks.push(
      (rows.length === 1 ? indentedParagraph(first) : undefined) ?? {
        kind: "table",
        rows,
        place: first.place,
      },
    );
    this.#rows = [];
    this.#rowKind = undefined;
  }

  #reportReplaced(): void {
    const { listedProblems } = this.#limits;
    for (const line of this.#replacedLines.slice(0, listedProblems)) {
      this.problems.push({
        code: "control-characters",
        message: `第 ${line} 行有不可显示的字符，已用 � 代替，请核对原件。`,
        place: { line },
      });
    }
    const rest = this.#replacedLines.length - listedProblems;
    if (rest <= 0) return;
    this.problems.push({
      code: "control-characters",
      message: `另有 ${rest} 行有不可显示的字符，已用 � 代替，请核对原件。`,
      place: {},
    });
  }
}

function rowOf(texts: readonly string[], place: Place): Row {
  return { cells: texts.map((text) => ({ text: text.trim(), place })), place };
}

/** A line alone whose only tab stands before its words is an indented paragraph, not a table. */
function indentedParagraph(row: Row): Block | undefined {
  const [indent, words] = row.cells;
  if (row.cells.length !== 2 || indent?.text !== "" || words === undefined || words.text === "")
    return undefined;
  return { kind: "paragraph", text: words.text, place: row.place };
}

function tooLarge(reason: string): DocumentError {
  return new DocumentError("too-large", `${reason}，不像一份公开材料。请按单位拆分，或删去无关内容后重试。`);
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}
