// Nested blocks to the blocks of a document. Places count lines in reading order: every printed paragraph
// and every row of a table is one, because neither Word nor a web page has lines of its own. For people they
// count paragraphs, tables and the rows of each table.

import type { Block, Cell, Place, Row } from "@jueming/core/document/document.ts";

import { DocumentError } from "../document-error.ts";
import { cleanCharacters } from "../text/characters.ts";
import type { NestedBlock, NestedCell, NestedTable, NestedText } from "./nested-blocks.ts";
import { cellText } from "./nested-blocks.ts";
import { splicedRows } from "./spliced-rows.ts";

/** FlatLimits: how much a document may lay out at most. */
export interface FlatLimits {
  readonly lines: number;
  readonly columns: number;
  /** Characters of one paragraph. */
  readonly characters: number;
  /** Grid positions of one table, merged ones counted in full. */
  readonly positions: number;
}

export const FLAT_LIMITS: FlatLimits = {
  lines: 300_000,
  columns: 16_384,
  characters: 4_000_000,
  positions: 5_000_000,
};

/** Flattens blocks: nested layout tables are opened, nested data tables become rows, tabs become cells. */
export function flatten(blocks: readonly NestedBlock[], limits: FlatLimits = FLAT_LIMITS): readonly Block[] {
  const flattener = new Flattener(limits);
  for (const block of blocks) flattener.add(block);
  return flattener.finish();
}

/** A class because blocks share the count of lines and an open run of tabbed lines. */
export class Flattener {
  readonly #limits: FlatLimits;
  readonly #blocks: Block[] = [];
  #tabbed: Row[] = [];
  #line = 0;
  #paragraph = 0;
  #table = 0;

  constructor(limits: FlatLimits = FLAT_LIMITS) {
    this.#limits = limits;
  }

  add(block: NestedBlock): void {
    if (block.kind === "text") this.#addText(block);
    else this.#addTable(block);
  }

  finish(): readonly Block[] {
    this.#endTabbed();
    return this.#blocks;
  }

  #nextParagraph(): Place {
    this.#paragraph += 1;
    return { line: this.#nextLine(), paragraph: this.#paragraph };
  }

  #nextLine(): number {
    this.#line += 1;
    if (this.#line > this.#limits.lines) {
      throw tooLarge(`段落和表格行超过 ${this.#limits.lines} 行的上限`);
    }
    return this.#line;
  }

  #addText({ text, level }: NestedText): void {
    if (text.length > this.#limits.characters) {
      throw tooLarge(`一个段落超过 ${this.#limits.characters} 字的上限`);
    }
    for (const part of cleanCharacters(text).text.split("\n")) {
      const tidy = part.replace(/[^\S\t]+/gu, " ").trim();
      if (tidy === "") continue;
      if (level === 0 && isTabbedRow(tidy)) {
        const place = this.#nextParagraph();
        this.#tabbed.push({ cells: tidy.split("\t").map((cell) => ({ text: cell.trim(), place })), place });
        continue;
      }
      this.#endTabbed();
      const place = this.#nextParagraph();
      const words = tidy.replace(/\s+/gu, " ");
      this.#blocks.push(
        level > 0
          ? { kind: "heading", level, text: words, place }
          : { kind: "paragraph", text: words, place },
      );
    }
  }

  /** Lines whose words are parted by tabs are a table without rules, as in a plain text. */
  #endTabbed(): void {
    const [first] = this.#tabbed;
    if (first === undefined) return;
    this.#blocks.push({ kind: "table", rows: this.#tabbed, place: first.place });
    this.#tabbed = [];
  }

  #addTable(table: NestedTable): void {
    this.#endTabbed();
    const rows = table.rows.map((row) => ({ cells: row, isLayout: isLayoutRow(row) }));
    let start = 0;
    for (const [index, row] of rows.entries()) {
      if (!row.isLayout) continue;
      this.#addRows(rows.slice(start, index).map(({ cells }) => cells));
      for (const block of row.cells.flatMap(({ blocks }) => blocks)) this.add(block);
      this.#endTabbed();
      start = index + 1;
    }
    this.#addRows(rows.slice(start).map(({ cells }) => cells));
  }

  #addRows(nested: readonly (readonly NestedCell[])[]): void {
    const spliced = nested.flatMap(splicedRows);
    this.#checkExtent(spliced);
    this.#table += spliced.some((cells) => cells.some(({ blocks }) => cellText(blocks) !== "")) ? 1 : 0;
    const rows = spliced.flatMap((cells, index): readonly Row[] => {
      const rest = spliced.length - index;
      const place = { line: this.#nextLine(), table: this.#table, row: index + 1 };
      return [{ cells: cells.map((cell) => cellOf(cell, place, rest)), place }];
    });
    const [first] = rows;
    if (first !== undefined && rows.some(hasText)) {
      this.#blocks.push({ kind: "table", rows, place: first.place });
    }
  }

  /** A few bytes can announce billions of merged positions; they are counted before anyone lays them out. */
  #checkExtent(rows: readonly (readonly NestedCell[])[]): void {
    let positions = 0;
    for (const [index, cells] of rows.entries()) {
      let columns = 0;
      for (const { columnSpan, rowSpan } of cells) {
        columns += columnSpan;
        positions += columnSpan * Math.min(rowSpan, rows.length - index);
      }
      if (columns > this.#limits.columns) throw tooLarge(`表格超过 ${this.#limits.columns} 列的上限`);
      if (positions > this.#limits.positions) {
        throw tooLarge(`一张表超过 ${this.#limits.positions} 个格子的上限`);
      }
    }
  }
}

function hasText(row: Row): boolean {
  return row.cells.some(({ text }) => text !== "");
}

function cellOf(cell: NestedCell, place: Place, rowsLeft: number): Cell {
  const text = cleanCharacters(cellText(cell.blocks)).text;
  const rowSpan = Math.min(cell.rowSpan, rowsLeft);
  return {
    text,
    place,
    ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(cell.figure === undefined ? {} : { figure: cell.figure }),
  };
}

const SEGMENT_LENGTH = 40;
const NUMBERING = /^[（(]?[\d一二三四五六七八九十]{1,4}[)）、.．]{0,2}$/u;

/** Short words parted by tabs; a tab after a number or inside a sentence is only distance. */
function isTabbedRow(text: string): boolean {
  if (!text.includes("\t")) return false;
  const cells = text.split("\t").map((cell) => cell.trim());
  if (cells.length === 2 && NUMBERING.test(cells[0] ?? "")) return false;
  return cells.every((cell) => cell.length <= SEGMENT_LENGTH && !/[。；]/u.test(cell));
}

/** A row that only places things on a page: its tables stand alone, not as part of a larger form. */
function isLayoutRow(cells: readonly NestedCell[]): boolean {
  const nested = cells.filter(({ blocks }) => blocks.some(isDataTable));
  const [only] = nested;
  if (only === undefined) return false;
  if (nested.length > 1) return true;
  const beside = only.blocks.filter((block) => block.kind === "text");
  if (cellText(beside) !== "") return true;
  const others = cells.filter((cell) => cell !== only).map(({ blocks }) => cellText(blocks));
  return others.every((text) => text === "") || others.some((text) => text.length > SEGMENT_LENGTH * 5);
}

function isDataTable(block: NestedBlock): boolean {
  if (block.kind !== "table") return false;
  const hasCells = block.rows.length > 1 && block.rows.some((row) => row.length > 1);
  return hasCells || block.rows.some((row) => row.some(({ blocks }) => blocks.some(isDataTable)));
}

function tooLarge(reason: string): DocumentError {
  return new DocumentError("too-large", `${reason}，不像一份公开材料。请按单位拆分，或删去无关内容后重试。`);
}
