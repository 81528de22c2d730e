import type { Composition } from "@jueming/core/document/composition.ts";
import type { Cell, Document, Row, Table } from "@jueming/core/document/document.ts";
import { gridRows } from "@jueming/core/document/lines.ts";
import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx as readWithLibrary } from "hucre/xlsx";
import { describe, expect, test } from "vitest";

import { readXlsx } from "./reader.ts";
import { writeXlsx } from "./writer.ts";
import { definedName, idOfName } from "./writing/defined-names.ts";
import { sheetNamer } from "./writing/sheet-names.ts";

const tableOf = (rows: readonly (readonly Omit<Cell, "place">[])[], headerRows = 1, name = "表"): Table => ({
  kind: "table",
  rows: rows.map((cells): Row => ({ place: {}, cells: cells.map((cell) => ({ ...cell, place: {} })) })),
  place: {},
  written: { name, headerRows, widths: [] },
});

const amount = (text: string, figure: string, sumOf?: readonly string[]): Omit<Cell, "place"> => ({
  text,
  exact: text.replaceAll(",", ""),
  figure,
  written: { role: "figure", ...(sumOf === undefined ? {} : { sumOf }) },
});

const composition = (blocks: Composition["blocks"], attachments: Composition["attachments"] = []) => ({
  title: "决算公开",
  blocks,
  attachments,
});

const accounts = composition(
  [
    { kind: "page-start", orientation: "portrait", numbered: false, name: "封面" },
    { kind: "paragraph", text: "示例县档案馆", role: "cover-title", place: {} },
    { kind: "contents", title: "目  录", levels: 2 },
    { kind: "page-start", orientation: "landscape", numbered: true, name: "决算表" },
    { kind: "heading", level: 1, text: "第二部分 决算表", place: {} },
    { kind: "heading", level: 2, text: "收入支出决算总表", style: "table-title", place: {} },
    { kind: "paragraph", text: "公开01表", role: "table-label", place: {} },
    {
      kind: "paragraph",
      text: "部门：示例县档案馆\t2024年度\t金额单位：万元",
      role: "table-head",
      place: {},
    },
    tableOf(
      [
        [{ text: "项目" }, { text: "金额" }],
        [{ text: "一、财政拨款收入" }, amount("1,236.03", "a/L1/amount")],
        [{ text: "二、其他收入" }, amount("0.10", "a/L2/amount")],
        [{ text: "本年收入合计" }, amount("1,236.13", "a/L3/amount", ["a/L1/amount", "a/L2/amount"])],
        [{ text: "总计" }, amount("1,236.14", "a/L4/amount", ["a/L1/amount", "a/L2/amount"])],
      ],
      1,
      "公开01表/收支:总表",
    ),
    { kind: "paragraph", text: "注：本表反映总收支。", role: "note", place: {} },
    { kind: "paragraph", text: "=1+1 不是公式", place: {} },
  ],
  [
    {
      name: "disclosure.json",
      mediaType: "application/json",
      bytes: new TextEncoder().encode('{"年":"<2024>"}'),
    },
  ],
);

const tablesIn = (document: Document): readonly Table[] =>
  document.blocks.filter((block) => block.kind === "table");

describe("a report as a workbook", async () => {
  const bytes = await writeXlsx(accounts);
  const library = await readWithLibrary(bytes, { readStyles: true });
  const sheet = library.sheets.find(({ name }) => name.startsWith("公开01表"));

  test("has one sheet a table, with the lines above it and the notes under it", () => {
    expect(library.sheets.map(({ name }) => name)).toEqual([
      "封面",
      "目  录",
      "公开01表 收支 总表",
      "决算表",
    ]);
    expect(sheet?.rows.slice(0, 2).map(([text]) => text)).toEqual(["第二部分 决算表", "收入支出决算总表"]);
    expect(sheet?.rows.at(-1)?.[0]).toBe("注：本表反映总收支。");
  });

  test("holds figures as numbers in the print of the document, and sums as formulas with their value", () => {
    expect(sheet?.cells?.get("5,1")).toMatchObject({ value: 1236.03, style: { numFmt: "#,##0.00" } });
    expect(sheet?.cells?.get("7,1")).toMatchObject({
      formula: "ROUND(SUM(B6:B7),2)",
      formulaResult: 1236.13,
    });
  });

  test("keeps a printed sum that does not add up as it is printed", () => {
    expect(sheet?.cells?.get("8,1")?.formula).toBeUndefined();
    expect(sheet?.rows[8]?.[1]).toBe(1236.14);
  });

  test("prints on A4 with repeated heads and page numbers, and names its cells", () => {
    expect(sheet?.pageSetup).toMatchObject({ paperSize: "a4", orientation: "landscape", fitToWidth: 1 });
    expect(sheet?.pageSetup?.printTitlesRow).toMatch(/5:\$?5/u);
    expect(sheet?.headerFooter?.oddFooter).toBe("&C— &P —");
    const names = new Map(library.namedRanges?.map(({ name, range }) => [name, range]));
    expect(names.get("jm.a.L1.amount")).toBe("'公开01表 收支 总表'!$B$6");
  });

  test("carries its attachments", () => {
    const [attachment] = readXlsx(bytes, "a.xlsx").attachments ?? [];
    expect(attachment).toMatchObject({ name: "disclosure.json", mediaType: "application/json" });
    expect(new TextDecoder().decode(attachment?.bytes)).toBe('{"年":"<2024>"}');
  });

  test("is the same bytes again", async () => {
    expect(await writeXlsx(accounts)).toEqual(bytes);
  });

  test("never makes a formula of text", () => {
    const parts = unzipSync(bytes);
    const formulas = Object.entries(parts).flatMap(([name, part]) =>
      name.startsWith("xl/worksheets/sheet") ? (strFromU8(part).match(/<f>[^<]*/gu) ?? []) : [],
    );
    expect(formulas).toEqual(["<f>ROUND(SUM(B6:B7),2)"]);
  });
});

test("sums over cells of another sheet, with parts taken away, and rings of sums", async () => {
  const parts = tableOf([
    [{ text: "甲" }, amount("3.00", "p/one")],
    [{ text: "乙" }, amount("1.00", "p/two")],
  ]);
  const totals = tableOf([
    [{ text: "差" }, amount("2.00", "t/one", ["p/one", "-p/two"])],
    [{ text: "环" }, amount("5.00", "t/two", ["t/three"])],
    [{ text: "环" }, amount("5.00", "t/three", ["t/two"])],
  ]);
  const { sheets } = await readWithLibrary(await writeXlsx(composition([parts, totals])));
  expect([...(sheets[1]?.cells?.values() ?? [])].map(({ formula }) => formula).filter(Boolean)).toEqual([
    "ROUND(SUM('表'!B1)-SUM('表'!B2),2)",
  ]);
});

describe("names", () => {
  test.each(["income/C/total", "a-b/L1/x@prior~changeRate", "用/E3/F年_.度", "__"])(
    "of %s give it again",
    (id) => {
      const name = definedName(id) ?? "";
      expect(name).toMatch(/^[A-Za-z][\w.]*$/u);
      expect(idOfName(name)).toBe(id);
    },
  );

  test("of sheets are legal and each used once", () => {
    const nameOf = sheetNamer();
    const names = ["a:b", "A b", "'引'", "长".repeat(40), "长".repeat(41), "", "History"].map(nameOf);
    expect(names).toEqual([
      "a b",
      "A b（2）",
      "引",
      "长".repeat(31),
      `${"长".repeat(28)}（2）`,
      "表",
      "History（2）",
    ]);
  });
});

/** Texts that documents print: words, figures, and what programs could take for a formula. */
const printedText = fc.oneof(
  fc.constantFrom("合计", "=SUM(A1)", "+1", "@甲", "_x003D_1", "2010301", "甲\n乙", "——", "00", "1.2.3"),
  fc.integer({ min: -99_999, max: 99_999 }).map((value) => (value / 100).toFixed(2)),
  fc.string({ unit: fc.constantFrom("财", "政", "a", "1", ".", ",", "%", "<", "&"), maxLength: 6 }),
);

/** Whole tables: every cell drawn, some merged to the right. */
const tables = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([columns, rows]) =>
    fc.array(fc.tuple(fc.array(printedText, { minLength: columns, maxLength: columns }), fc.boolean()), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map((rows) => tableOf(rows.map(([texts, isMerged]) => rowOf(texts, isMerged))))
  .filter(({ rows }) => rows.some(({ cells }) => cells.some(({ text }) => text.trim() !== "")));

function rowOf(texts: readonly string[], isMerged: boolean): readonly Omit<Cell, "place">[] {
  const cells = texts.map((text) => ({ text, ...(/^-?\d+\.\d\d$/u.test(text) ? { exact: text } : {}) }));
  const [first] = cells;
  return isMerged && first !== undefined ? [{ ...first, columnSpan: texts.length }] : cells;
}

const gridOf = (table: Table): readonly (readonly string[])[] =>
  gridRows(table).map((cells) => cells.map(({ text }) => text.trim()));

test("what is written is read as the same grids", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tables, { minLength: 1, maxLength: 3 }), async (written) => {
      const read = tablesIn(readXlsx(await writeXlsx(composition(written)), "a.xlsx"));
      expect(read.map(gridOf)).toEqual(written.map(gridOf));
    }),
    { numRuns: 60 },
  );
});
