// What is written is read back: blocks, grids, merged cells and heading levels, over generated compositions.

import type { Composition, WrittenBlock } from "@jueming/core/document/composition.ts";
import { documentOf } from "@jueming/core/document/composition.ts";
import type { Block, Cell, Row } from "@jueming/core/document/document.ts";
import * as fc from "fast-check";
import { expect, test } from "vitest";

import { readDocx } from "./reader.ts";
import { cell, composition, heading, pages, paragraph, row, table } from "./testing/report-composition.ts";
import { writeDocx } from "./writer.ts";

const word = fc
  .array(fc.constantFrom(...'收入支出决算总额甲乙丙12.5%,、“”（）<>&"—≥①aZ𠮷'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((characters) => characters.join(""));
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(" "));

/** A grid cut into rectangles at random; every row keeps at least one cell of its own. */
const grid = fc
  .record({
    columns: fc.integer({ min: 1, max: 6 }),
    rows: fc.integer({ min: 1, max: 6 }),
    spans: fc.infiniteStream(fc.tuple(fc.constantFrom(1, 1, 2, 3), fc.constantFrom(1, 1, 1, 2, 4))),
    texts: fc.infiniteStream(
      fc.oneof(
        words,
        fc.constant(""),
        fc.tuple(word, word).map((two) => two.join("\n")),
      ),
    ),
    headerRows: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ columns, rows, spans, texts, headerRows }) => {
    const taken = Array.from({ length: rows }, () => Array.from({ length: columns }, () => false));
    const cellAt = (at: number, column: number): Cell => {
      const [wide, high] = spans.next().value ?? [1, 1];
      let columnSpan = 1;
      while (columnSpan < wide && column + columnSpan < columns && !taken[at]?.[column + columnSpan])
        columnSpan += 1;
      // The first column is never merged downwards, so that no row is empty.
      const rowSpan = column === 0 ? 1 : Math.min(high, rows - at);
      for (let down = 0; down < rowSpan; down += 1) {
        taken[at + down]?.fill(true, column, column + columnSpan);
      }
      const text = column === 0 ? "项目" : (texts.next().value ?? "");
      return cell(text, {
        ...(columnSpan > 1 ? { columnSpan } : {}),
        ...(rowSpan > 1 ? { rowSpan } : {}),
        ...(column % 2 === 1 ? { figure: `${at}/${column}` } : {}),
      });
    };
    const laid = taken.map((positions, at): Row => {
      const cells: Cell[] = [];
      for (let column = 0; column < columns; column += 1) {
        if (!positions[column]) cells.push(cellAt(at, column));
      }
      return row(...cells);
    });
    return table(
      laid,
      headerRows,
      Array.from({ length: columns }, (_, index) => index + 1),
    );
  });

const block: fc.Arbitrary<WrittenBlock> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), words, fc.boolean())
    .map(([level, text, isTitle]) => heading(level, text, isTitle ? { style: "table-title" } : {})),
  words.map((text) => paragraph(text)),
  fc
    .tuple(words, fc.constantFrom("cover-title", "cover-line", "table-label", "note", "signature"))
    .map(([text, role]) => paragraph(text, role)),
  grid,
  fc
    .tuple(fc.constantFrom("portrait", "landscape"), fc.boolean())
    .map(([orientation, numbered]) => pages("页", orientation, numbered)),
);

/** Blocks without what only a writer knows, a line break in a cell as the blank it is read as. */
function seen(blocks: readonly Block[]): readonly unknown[] {
  return blocks.map((each) => {
    if (each.kind === "heading") return { level: each.level, text: each.text };
    if (each.kind === "paragraph") return each.text;
    return each.rows.map(({ cells }) =>
      cells.map(({ text, columnSpan = 1, rowSpan = 1 }) => [text.replace("\n", " "), columnSpan, rowSpan]),
    );
  });
}

const one = (text: string): readonly unknown[] => [text, 1, 1];
const read = async (written: Composition): Promise<readonly unknown[]> =>
  seen(readDocx(await writeDocx(written), "a.docx").blocks);

test("a generated composition is read back as its document", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 8 }), async (blocks) => {
      const written = composition([paragraph("开头"), ...blocks]);
      expect(await read(written)).toEqual(seen(documentOf(written, "a.docx").blocks));
    }),
    { numRuns: 150 },
  );
});

test("the line above a table is read as words in columns, as in a document of others", async () => {
  const written = composition([
    paragraph("部门名称：某单位\t2024年度\t金额单位：万元", "table-head"),
    table([row(cell("项目"), cell("金额"))], 0, [1, 1]),
  ]);
  expect(await read(written)).toEqual([
    [[one("部门名称：某单位"), one("2024年度"), one("金额单位：万元")]],
    [[one("项目"), one("金额")]],
  ]);
});
