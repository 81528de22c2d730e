import type { Document } from "@jueming/core/document/document.ts";
import type { BookType } from "@e965/xlsx";
import { utils, write } from "@e965/xlsx";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { DocumentError } from "../document-error.ts";
import { looksLikeSpreadsheetXml, looksLikeXls, readXls } from "./reader.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = ({ blocks }: Document): readonly unknown[] =>
  blocks.map((block) =>
    block.kind === "table" ? block.rows.map(({ cells }) => cells.map(({ text }) => text)) : block.text,
  );

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await readXls(bytes, "a.xls");
  } catch (error) {
    return error instanceof DocumentError ? error.code : `not a DocumentError: ${String(error)}`;
  }
  return "no error";
};

/** A workbook with a title, a merged head, formats and a hidden sheet, as the old formats are written. */
function oldWorkbook(bookType: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ["收入表", null, null],
    ["项目", "金额", null],
    ["甲", 12.345678, 0.9876],
    ["乙\n丙", 1234.5, 45657],
  ]);
  sheet["!merges"] = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 2 } },
    { s: { r: 1, c: 1 }, e: { r: 1, c: 2 } },
  ];
  sheet["!rows"] = [{}, {}, { hidden: true }];
  const formats = { B3: "0.00", C3: "0.00%", B4: "#,##0.00", C4: "yyyy-mm-dd" };
  for (const [reference, format] of Object.entries(formats)) sheet[reference].z = format;
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "收入");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["草", 1]]), "底稿");
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  // The library gives an array buffer for this type.
  return new Uint8Array(write(book, { type: "array", bookType, cellStyles: true }) as ArrayBuffer);
}

const SHOWN = [
  "收入",
  "收入表",
  [
    ["项目", "金额"],
    ["甲", "12.35", "98.76%"],
    ["乙\n丙", "1,234.50", "2024-12-31"],
  ],
  "底稿",
  [["草", "1"]],
];

describe("an old workbook", () => {
  test.each<BookType>(["biff8", "xlml"])("written as %s shows what it showed", async (bookType) => {
    const document = await readXls(oldWorkbook(bookType), "a.xls");
    expect(texts(document)).toEqual(SHOWN);
    const table = document.blocks[2];
    const cells = table?.kind === "table" ? table.rows[1]?.cells : undefined;
    expect(cells?.[1]).toEqual({
      text: "12.35",
      exact: "12.345678",
      place: { sheet: "收入", row: 3, column: 2 },
    });
    expect(document.problems.map(({ code }) => code)).toContain("hidden-sheet");
    // The library that writes these does not write hidden rows of the binary kind.
    const isXml = bookType === "xlml";
    expect(document.problems.some(({ code }) => code === "hidden-rows")).toBe(isXml);
  });

  test("is told by its content", () => {
    expect(looksLikeXls(oldWorkbook("biff8"))).toBe(true);
    expect(looksLikeSpreadsheetXml(oldWorkbook("xlml"))).toBe(true);
    expect(looksLikeXls(bytesOf("收入"))).toBe(false);
    expect(looksLikeSpreadsheetXml(bytesOf("<html><table></table></html>"))).toBe(false);
  });
});

const SPREADSHEET = (inside: string, head = ""): string =>
  `<?xml version="1.0"?>${head}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${inside}</Workbook>`;

describe("SpreadsheetML", () => {
  test("has indexes that skip, merges, named formats and dates", async () => {
    const xml = SPREADSHEET(
      '<Styles><Style ss:ID="a"><NumberFormat ss:Format="Standard"/></Style><Style ss:ID="b"><NumberFormat ss:Format="Short Date"/></Style></Styles>' +
        '<Worksheet ss:Name="表"><Table><Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">项目</Data></Cell><Cell ss:Index="4"><Data ss:Type="String">金额</Data></Cell></Row>' +
        '<Row><Cell><Data ss:Type="String">甲</Data></Cell><Cell ss:Index="3" ss:StyleID="b"><Data ss:Type="DateTime">2024-12-31T00:00:00.000</Data></Cell><Cell ss:StyleID="a"><Data ss:Type="Number">1234.5</Data></Cell></Row></Table></Worksheet>',
    );
    const document = await readXls(bytesOf(xml), "a.xls");
    expect(texts(document)).toEqual([
      "表",
      [
        ["项目", "", "金额"],
        ["甲", "", "2024/12/31", "1,234.50"],
      ],
    ]);
    expect(document.blocks[1]?.place).toEqual({ sheet: "表", row: 2, column: 1 });
  });

  test("expands no entities and tells when it is cut off", async () => {
    const head = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const row =
      '<Worksheet ss:Name="表"><Table><Row><Cell><Data ss:Type="String">甲&a;&c;</Data></Cell></Row>';
    const whole = SPREADSHEET(`${row}</Table></Worksheet>`, head);
    const document = await readXls(bytesOf(whole.slice(0, whole.indexOf("</Table>"))), "a.xls");
    expect(texts(document)).toEqual(["表", "甲&a;&c;"]);
    expect(document.problems.map(({ code }) => code)).toEqual(["cut-off"]);
  });
});

const gb18030 = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...bytesOf(part)] : part)));

describe("what is only called .xls", () => {
  // 收入 in GB18030.
  const income = [0xca, 0xd5, 0xc8, 0xeb];

  test("is read as HTML, CSV or XLSX, in GB18030 too", async () => {
    const html = gb18030(
      "<html><body><table><tr><td>",
      income,
      "</td><td>1.00</td></tr><tr><td>",
      income,
      "</td><td>2.00</td></tr></table></body></html>",
    );
    expect(texts(await readXls(html, "a.xls"))).toEqual([
      [
        ["收入", "1.00"],
        ["收入", "2.00"],
      ],
    ]);
    expect(texts(await readXls(gb18030(income, ",1.00\n", income, ",2.00\n"), "a.xls"))).toEqual([
      [
        ["收入", "1.00"],
        ["收入", "2.00"],
      ],
    ]);
    expect(texts(await readXls(oldWorkbook("xlsx"), "a.xls")).slice(0, 2)).toEqual(["收入", "收入表"]);
  });

  test("is refused where it is something else or nothing", async () => {
    const ole = new Uint8Array(1024);
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await codeOf(ole)).toBe("unsupported-format");
    expect(await codeOf(oldWorkbook("biff8").slice(0, 3_000))).toMatch(/damaged|unsupported-format/u);
    expect(await codeOf(new Uint8Array(0))).toBe("empty");
    const encrypted = ole.slice();
    encrypted.set(Buffer.from("EncryptedPackage", "utf16le"), 512);
    encrypted[512 + 64] = 34;
    expect(await codeOf(encrypted)).toBe("encrypted");
  });
});

test("a text without its length, which the library never ends to read, is damage", async () => {
  const start = [0x09, 0x00, 0x04, 0x00, 0x02, 0x00, 0x10, 0x00];
  const emptyText = [0x07, 0x00, 0x00, 0x00];
  expect(await codeOf(Uint8Array.from([...start, ...emptyText, 0x0a, 0x00, 0x00, 0x00]))).toBe("damaged");
});

test("damage to the bytes gives a document or a DocumentError", async () => {
  for (const bookType of ["biff8", "xlml"] as const) {
    const original = oldWorkbook(bookType);
    const change = fc.record({ at: fc.nat({ max: original.length - 1 }), byte: fc.nat({ max: 255 }) });
    const damage = fc.array(change, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat({ max: original.length }), async (changes, cut) => {
        const bytes = original.slice(0, cut % 4 === 0 ? cut : original.length);
        for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte;
        expect(await codeOf(bytes)).toMatch(/^(?!not a)/u);
      }),
      // The library never ends on rare damages, for which it is run apart: these are known to end.
      { numRuns: 300, seed: 20_240_101 },
    );
  }
});
