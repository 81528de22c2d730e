// The text of a Word 97–2003 document ([MS-DOC] 2.4): pieces of characters in reading order, cut into
// paragraphs, each with what its properties say of tables. Deleted and hidden characters are left out.

import { DocumentError } from "../document-error.ts";
import type { CompoundFile } from "./compound-file.ts";
import { paragraphProperties } from "./paragraph-properties.ts";
import type { ParagraphProperties } from "./paragraph-properties.ts";
import type { PropertyRun } from "./property-runs.ts";
import { eachProperty, propertyRuns, runAt } from "./property-runs.ts";

/** WordParagraph: characters up to a mark, and the mark: 13 paragraph, 7 cell or row, 12 page. */
export interface WordParagraph {
  readonly text: string;
  readonly mark: number;
  readonly properties: ParagraphProperties;
}

/** WordText: the paragraphs of the main text, then those of notes and text boxes. */
export interface WordText {
  readonly main: readonly WordParagraph[];
  readonly notes: readonly WordParagraph[];
  readonly hiddenCharacters: number;
  readonly pictures: number;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly isWide: boolean;
}

const CHARACTERS_LIMIT = 20_000_000;
const PARAGRAPH = 13;
const CELL = 7;
const PAGE = 12;
const DELETED = 0x0800;
const HIDDEN = 0x083c;

/** Reads the text of an opened file. */
export function readWordText(file: CompoundFile): WordText {
  const main = file.stream("WordDocument");
  if (main === undefined || main.length < 0x200) throw damaged();
  const view = viewOf(main);
  checkHeader(view);
  const table = file.stream((view.getUint16(0x0a, true) & 0x0200) !== 0 ? "1Table" : "0Table");
  if (table === undefined) throw damaged();
  const part = (at: number): Uint8Array => {
    const start = view.getUint32(at, true);
    return table.subarray(start, start + view.getUint32(at + 4, true));
  };
  const source = {
    main,
    pieces: piecesOf(part(0x01a2)),
    paragraphs: propertyRuns(main, part(0x0102), "paragraph"),
    characters: propertyRuns(main, part(0x00fa), "character").map(withoutText),
    huge: file.names.has("Data") ? (file.stream("Data") ?? new Uint8Array(0)) : new Uint8Array(0),
  };
  return textOf(source, view);
}

function checkHeader(view: DataView): void {
  const ident = view.getUint16(0, true);
  if (ident === 0xa5dc || ident === 0xa5db) {
    throw new DocumentError(
      "unsupported-format",
      "这是 Word 95 或更早的文件，无法读取。请用 Word 或 WPS 打开后另存为 DOCX 再读取。",
    );
  }
  if (ident !== 0xa5ec) throw damaged();
  if ((view.getUint16(0x0a, true) & 0x0100) !== 0) {
    throw new DocumentError(
      "encrypted",
      "Word 文件设有打开密码。请用 Word 或 WPS 打开，去掉密码后另存为 DOCX 再读取。",
    );
  }
}

function piecesOf(clx: Uint8Array): readonly Piece[] {
  const view = viewOf(clx);
  let at = 0;
  while (at + 3 <= clx.length && clx[at] === 1) at += 3 + view.getUint16(at + 1, true);
  if (at + 5 > clx.length || clx[at] !== 2) throw damaged();
  const length = view.getUint32(at + 1, true);
  at += 5;
  const count = Math.floor((length - 4) / 12);
  if (count < 1 || at + length > clx.length) throw damaged();
  return Array.from({ length: count }, (_, index): Piece => {
    const start = view.getUint32(at + index * 4, true);
    const end = view.getUint32(at + index * 4 + 4, true);
    const offset = view.getUint32(at + (count + 1) * 4 + index * 8 + 2, true);
    const isWide = (offset & 0x40000000) === 0;
    if (end < start) throw damaged();
    return { start, end, isWide, offset: isWide ? offset : (offset & 0x3fffffff) >>> 1 };
  });
}

interface Source {
  readonly main: Uint8Array;
  readonly pieces: readonly Piece[];
  readonly paragraphs: readonly PropertyRun[];
  readonly characters: readonly (PropertyRun & { readonly without: "deleted" | "hidden" | undefined })[];
  readonly huge: Uint8Array;
}

function withoutText(run: PropertyRun): Source["characters"][number] {
  let without: "deleted" | "hidden" | undefined;
  eachProperty(run.properties, (code, operand) => {
    if (operand[0] !== 1) return;
    if (code === DELETED) without = "deleted";
    else if (code === HIDDEN) without ??= "hidden";
  });
  return { ...run, without };
}

/** Characters of the parts of a file in their order; headers and comments are left out. */
function textOf(source: Source, view: DataView): WordText {
  const lengths = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64].map((at) => view.getUint32(at, true));
  const [text = 0, footnotes = 0, headers = 0, macros = 0, comments = 0, endnotes = 0, boxes = 0] = lengths;
  if (text > CHARACTERS_LIMIT) {
    throw new DocumentError("too-large", "Word 文件的文字太多，不像一份公开材料。请按单位拆分后重试。");
  }
  const cutter = new ParagraphCutter(source);
  const main = cutter.paragraphs(0, text);
  const notesStart = text + footnotes + headers + macros + comments;
  const notes = [
    ...cutter.paragraphs(text, text + footnotes),
    ...cutter.paragraphs(notesStart, notesStart + endnotes + boxes),
  ];
  return { main, notes, hiddenCharacters: cutter.hiddenCharacters, pictures: cutter.pictures };
}

/** What the control characters of Word print; those that are not here print nothing. */
const CONTROLS: Readonly<Record<number, string>> = { 9: "\t", 11: "\n", 14: "\n", 30: "-" };
const FIELD_START = 19;
const FIELD_RESULT = 20;
const FIELD_END = 21;
/** Fields within fields. */
const FIELDS_LIMIT = 32;

/** A class because fields and paragraphs reach over the ends of pieces. */
class ParagraphCutter {
  readonly #source: Source;
  hiddenCharacters = 0;
  pictures = 0;
  #text = "";
  /** For each open field: whether its result has begun. */
  #fields: boolean[] = [];
  #found: WordParagraph[] = [];

  constructor(source: Source) {
    this.#source = source;
  }

  paragraphs(start: number, end: number): readonly WordParagraph[] {
    this.#text = "";
    this.#fields = [];
    this.#found = [];
    for (const piece of this.#source.pieces) {
      const from = Math.max(start, piece.start);
      const to = Math.min(end, piece.end);
      if (from < to) this.#addPiece(piece, from, to);
    }
    if (this.#text.trim() !== "") this.#endParagraph(PARAGRAPH, -1);
    return this.#found;
  }

  #addPiece(piece: Piece, from: number, to: number): void {
    const width = piece.isWide ? 2 : 1;
    const start = piece.offset + (from - piece.start) * width;
    const bytes = this.#source.main.subarray(start, start + (to - from) * width);
    const text = new TextDecoder(piece.isWide ? "utf-16le" : "windows-1252", { ignoreBOM: true }).decode(
      bytes,
    );
    let run: Source["characters"][number] | undefined;
    for (let index = 0; index < text.length; index += 1) {
      const offset = start + index * width;
      if (run === undefined || offset < run.start || offset >= run.end) {
        // The runs were mapped one to one, so what is found is one of ours.
        run = runAt(this.#source.characters, offset) as typeof run;
      }
      this.#addCharacter(text, index, { offset, without: run?.without });
    }
  }

  #addCharacter(
    text: string,
    index: number,
    at: { readonly offset: number; readonly without: "deleted" | "hidden" | undefined },
  ): void {
    const code = text.charCodeAt(index);
    if (code === PARAGRAPH || code === CELL || code === PAGE) {
      if (at.without !== "deleted" || code === CELL) this.#endParagraph(code, at.offset);
      return;
    }
    if (code === FIELD_START && this.#fields.length < FIELDS_LIMIT) this.#fields.push(false);
    else if (code === FIELD_RESULT) this.#fields[this.#fields.length - 1] = true;
    else if (code === FIELD_END) this.#fields.pop();
    else if (at.without !== undefined) this.hiddenCharacters += at.without === "hidden" ? 1 : 0;
    else if (!this.#fields.includes(false)) this.#print(code, text[index] ?? "");
  }

  #print(code: number, character: string): void {
    if (code === 1 || code === 8) this.pictures += 1;
    this.#text += code < 32 ? (CONTROLS[code] ?? "") : character;
  }

  #endParagraph(mark: number, offset: number): void {
    const run = runAt(this.#source.paragraphs, offset);
    const properties = paragraphProperties(run, this.#source.huge);
    this.#found.push({ text: this.#text, mark, properties });
    this.#text = "";
    // A field whose result has not begun by now is broken; it must not swallow the rest.
    this.#fields = this.#fields.filter(Boolean);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(): DocumentError {
  return new DocumentError(
    "damaged",
    "Word 文件（DOC）不完整或已损坏。请重新下载，或用 Word、WPS 打开后另存为 DOCX 再读取。",
  );
}
