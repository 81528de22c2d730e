// Compositions of every shape from a number: the same number gives the same one. What must come back from a
// written file is told by `printedOf`, in which tables are full grids and blanks do not count.

import type { Composition, WrittenBlock } from "@jueming/core/document/composition.ts";
import { documentOf } from "@jueming/core/document/composition.ts";
import type { Block, Cell, Row, Table } from "@jueming/core/document/document.ts";

import { tableGrid } from "../table-grid.ts";

const PLACE = {};
const WORDS =
  "一般公共预算财政拨款支出决算明细表单位收入其他科目编码名称基本项目本年合计上缴补助附属经营事业人员经费公用机关服务运行保障住房社会就业卫生健康农林水交通运输";

/** Random: numbers below a bound, always the same for one seed (mulberry32). */
type Random = (below: number) => number;

function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A composition of a few parts. */
export function generatedComposition(seed: number): Composition {
  const random = randomOf(seed);
  const blocks = Array.from({ length: 1 + random(3) }, (_, index) => part(random, index)).flat();
  return { title: `${words(random, 4, 12)}`, blocks, attachments: [] };
}

function words(random: Random, least: number, most: number): string {
  const length = least + random(most - least + 1);
  return Array.from({ length }, () => WORDS[random(WORDS.length)] ?? "").join("");
}

function part(random: Random, index: number): readonly WrittenBlock[] {
  const columns = 2 + random(12);
  const orientation = columns > 7 || random(4) === 0 ? "landscape" : "portrait";
  return [
    { kind: "page-start", orientation, numbered: true, name: `部分${index}` },
    { kind: "heading", level: 1 + random(4), text: `${words(random, 4, 14)}情况说明`, place: PLACE },
    ...Array.from({ length: orientation === "portrait" ? random(4) : 0 }, (): WrittenBlock => ({
      kind: "paragraph",
      text: `${words(random, 8, 160)}${amount(random)}万元，${words(random, 4, 90)}。`,
      place: PLACE,
    })),
    { kind: "heading", level: 2, text: `${words(random, 4, 8)}表`, place: PLACE, style: "table-title" },
    {
      kind: "paragraph",
      text: `部门：${words(random, 4, 8)}\t金额单位：万元`,
      role: "table-head",
      place: PLACE,
    },
    table(random, columns, index),
    { kind: "paragraph", text: `注：${words(random, 6, 80)}。`, role: "note", place: PLACE },
  ];
}

const amount = (random: Random): string =>
  `${random(3) === 0 ? "-" : ""}${random(100_000_000).toLocaleString("en-US")}.${String(random(100)).padStart(2, "0")}`;

function table(random: Random, columns: number, index: number): Table {
  const headerRows = 1 + random(2);
  const widths = Array.from({ length: columns }, () => 1 + random(3));
  const rows = [...header(random, columns, headerRows), ...body(random, columns)];
  return { kind: "table", rows, place: PLACE, written: { name: `表${index}`, headerRows, widths } };
}

const row = (cells: readonly Cell[]): Row => ({ cells, place: PLACE });

const head = (text: string, spans: Pick<Cell, "rowSpan" | "columnSpan"> = {}): Cell => ({
  text,
  place: PLACE,
  written: { role: "header" },
  ...spans,
});

function header(random: Random, columns: number, rows: number): readonly Row[] {
  if (rows === 1) return [row(Array.from({ length: columns }, () => head(words(random, 2, 8))))];
  const merged = columns - 1;
  const first = head(words(random, 2, 6), { rowSpan: 2 });
  const over = head(words(random, 2, 6), merged > 1 ? { columnSpan: merged } : {});
  return [row([first, over]), row(Array.from({ length: merged }, () => head(words(random, 2, 6))))];
}

/** Groups of rows under a merged label; figures, texts short and long, blanks. */
function body(random: Random, columns: number): readonly Row[] {
  const looks = Array.from({ length: columns }, () => random(4));
  return Array.from({ length: 1 + random(8) }, (_, group) => {
    const height = 1 + random(random(4) === 0 ? 25 : 5);
    const label: Cell = {
      text: `${group + 1}${words(random, 2, 5)}`,
      place: PLACE,
      ...(height > 1 ? { rowSpan: height } : {}),
      written: { role: "label" },
    };
    return Array.from({ length: height }, (_, at) =>
      row([...(at === 0 ? [label] : []), ...looks.slice(1).map((look) => bodyCell(random, look, columns))]),
    );
  }).flat();
}

function bodyCell(random: Random, look: number, columns: number): Cell {
  if (look < 2) {
    const text = random(6) === 0 ? "" : amount(random);
    return { text, place: PLACE, written: { role: "figure" } };
  }
  const text =
    look === 2
      ? words(random, 1, 12)
      : random(5) === 0 && columns < 8
        ? `${words(random, 20, 120)}；\n${words(random, 5, 40)}`
        : words(random, 2, 10);
  return { text, place: PLACE, written: { role: "text" } };
}

/** Printed: paragraphs and headings without blanks, tables as full grids of such texts. */
export type Printed = string | readonly (readonly string[])[];

/** What a composition prints. */
export function printedOf(composition: Composition): readonly Printed[] {
  return printedBlocks(documentOf(composition, "").blocks, new Set());
}

const bare = (text: string): string => text.replace(/\s+/gu, "");

/** The same of blocks that were read: parts of tables are joined again, their repeated heads taken away. */
export function printedBlocks(blocks: readonly Block[], heads: ReadonlySet<string>): readonly Printed[] {
  const printed: Printed[] = [];
  for (const block of blocks) {
    if (block.kind !== "table") {
      printed.push(
        ...block.text
          .split("\t")
          .map(bare)
          .filter((text) => text !== ""),
      );
      continue;
    }
    const grid = fullGrid(block);
    const last = printed.at(-1);
    const isNext =
      Array.isArray(last) && last[0]?.length === grid[0]?.length && heads.has(grid[0]?.join("|") ?? "");
    if (!isNext) printed.push(grid);
    else {
      const isHead = (row: readonly string[]): boolean => heads.has(row.join("|"));
      const start = grid.findIndex((row) => !isHead(row));
      printed.splice(-1, 1, [...last, ...grid.slice(start)]);
    }
  }
  return printed;
}

/** The rows of the repeated heads of a composition, as they are told by. */
export function headsOf(composition: Composition): ReadonlySet<string> {
  const tables = composition.blocks.filter((block) => block.kind === "table");
  return new Set(
    tables.flatMap((each) => {
      const { headerRows } = tableGrid(each);
      return fullGrid(each)
        .slice(0, headerRows)
        .map((cells) => cells.join("|"));
    }),
  );
}

function fullGrid(block: Table): readonly (readonly string[])[] {
  const { cells, rows, columns } = tableGrid(block);
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ""));
  for (const { cell, row: top, column, rowSpan, columnSpan } of cells) {
    for (const line of grid.slice(top, top + rowSpan))
      line.fill(bare(cell.text), column, column + columnSpan);
  }
  return grid;
}
