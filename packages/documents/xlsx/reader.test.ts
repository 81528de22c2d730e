import type { Document } from "@jueming/core/document/document.ts";
import * as fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";

import { DocumentError } from "../document-error.ts";
import { WORKBOOK_LIMITS } from "../workbook/limits.ts";
import { readXlsx } from "./reader.ts";
import type { HandWritten } from "./testing/hand-written.ts";
import { handWritten, partsOf } from "./testing/hand-written.ts";

const texts = ({ blocks }: Document): readonly unknown[] =>
  blocks.map((block) =>
    block.kind === "table" ? block.rows.map(({ cells }) => cells.map(({ text }) => text)) : block.text,
  );

const read = (given: HandWritten): readonly unknown[] =>
  texts(readXlsx(handWritten(given), "a.xlsx")).slice(1);

const codeOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    return error instanceof DocumentError ? error.code : `not a DocumentError: ${String(error)}`;
  }
  return "no error";
};

const row = (cells: string, attributes = ""): string =>
  `<sheetData><row ${attributes}>${cells}</row></sheetData>`;
const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

describe("a workbook of another program", () => {
  test("shows texts, formats, merges and hidden sheets with their places", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "收入表",
          rows: [
            ["收入表", null],
            ["项目", "金额"],
            ["甲", 12.345678],
            ["乙", 0.98],
            ["丙", 1234.5],
          ],
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
          cells: new Map([
            ["2,1", { style: { numFmt: "0.00" } }],
            ["3,1", { style: { numFmt: "0.00%" } }],
            ["4,1", { style: { numFmt: "#,##0.00" } }],
          ]),
        },
        { name: "底稿", rows: [["草", 1]], hidden: true },
      ],
    });
    const document = readXlsx(bytes, "a.xlsx");
    expect(texts(document)).toEqual([
      "收入表",
      "收入表",
      [
        ["项目", "金额"],
        ["甲", "12.35"],
        ["乙", "98.00%"],
        ["丙", "1,234.50"],
      ],
      "底稿",
      [["草", "1"]],
    ]);
    const table = document.blocks[2];
    expect(table?.kind === "table" ? table.rows[1]?.cells[1] : undefined).toEqual({
      text: "12.35",
      exact: "12.345678",
      place: { sheet: "收入表", row: 3, column: 2 },
    });
    expect(document.problems.map(({ code }) => code)).toEqual(["hidden-sheet"]);
  });
});

describe("cells", () => {
  test("of rich text lose the readings over it and keep line breaks", () => {
    const strings =
      "<si><r><t>一般</t></r><r><rPr><b/></rPr><t>公共</t></r><rPh sb='0' eb='1'><t>yi</t></rPh></si><si><t xml:space='preserve'>上_x000D_\n下 &amp; 末&#x4E2D;</t></si>";
    const cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>';
    expect(read({ strings, sheet: row(cells) })).toEqual([[["一般公共", "上\n下 & 末中"]]]);
  });

  test("of formulas show what was saved, and say so where nothing was", () => {
    const cells =
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="str"><f>"a"</f><v>甲</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="b"><v>1</v></c>';
    const document = readXlsx(handWritten({ sheet: row(cells) }), "a.xlsx");
    expect(texts(document).slice(1)).toEqual([[["2", "", "甲", "#DIV/0!", "TRUE"]]]);
    expect(document.problems.map(({ code, place }) => [code, place])).toEqual([
      ["formula-without-value", { sheet: "表", row: 1, column: 2 }],
      ["error-value", { sheet: "表", row: 1, column: 4 }],
    ]);
  });

  test("without references follow one another, and a sheet may hide its zeros", () => {
    const sheet = `<sheetViews><sheetView showZeros="0"/></sheetViews>${row(`${inline("甲")}<c><v>0</v></c><c><v>5</v></c>`)}`;
    expect(read({ sheet })).toEqual([[["甲", "", "5"]]]);
  });

  test("show dates by built-in formats and the system of 1904", () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs>';
    const sheet = row('<c r="A1" s="1"><v>45657</v></c><c r="B1" t="d"><v>2024-12-31T00:00:00</v></c>');
    expect(read({ styles, sheet })).toEqual([[["2024年12月31日", "2024-12-31"]]]);
    const workbook = '<workbookPr date1904="1"/><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets>';
    expect(read({ styles, workbook, sheet: row('<c r="A1" s="1"><v>44195</v></c>') })).toEqual([
      "2024年12月31日",
    ]);
  });

  test("outside the grid of a sheet and texts that are lost are no cells", () => {
    const sheet = `<dimension ref="A1:XFD1048576"/>${row(`<c r="ZZZ1"><v>1</v></c><c r="A9999999"><v>1</v></c><c r="B1" t="s"><v>7</v></c>${inline("甲").replace("<c", '<c r="A1"')}`)}`;
    const document = readXlsx(handWritten({ sheet }), "a.xlsx");
    expect(texts(document).slice(1)).toEqual(["甲"]);
    expect(document.problems.map(({ code }) => code)).toEqual(["lost-text"]);
  });

  test("in hidden rows and columns are read and named", () => {
    const sheet = `<cols><col min="2" max="2" hidden="1"/></cols>${row(inline("甲") + inline("乙"), 'hidden="1"')}`;
    const document = readXlsx(handWritten({ sheet }), "a.xlsx");
    expect(document.problems.map(({ code }) => code)).toEqual(["hidden-rows", "hidden-columns"]);
  });
});

describe("hostile parts", () => {
  test("with entities of their own stay text and fetch nothing", () => {
    const prolog =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    expect(read({ prolog, sheet: row(inline("&b;&c;甲")) })).toEqual(["&b;&c;甲"]);
  });

  test("that expand beyond measure end early, whatever their directory says", () => {
    const bomb = partsOf({});
    const bytes = zipSync({ ...bomb, "xl/worksheets/sheet1.xml": new Uint8Array(300_000_000).fill(0x20) });
    expect(codeOf(() => readXlsx(bytes, "a"))).toMatch(/too-large|damaged/u);
    const lying = bytes.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 46 < lying.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(codeOf(() => readXlsx(lying, "a"))).toMatch(/too-large|damaged/u);
  });

  test("with too many cells, characters, sheets, merges or strings are too large", () => {
    const small = {
      ...WORKBOOK_LIMITS,
      cells: 10,
      characters: 50,
      sheets: 2,
      merges: 3,
      sharedStrings: 5,
      entries: 50,
    };
    const refused = (given: HandWritten): string => codeOf(() => readXlsx(handWritten(given), "a", small));
    expect(refused({ sheet: row("<c><v>1</v></c>".repeat(11)) })).toBe("too-large");
    expect(refused({ sheet: row(inline("字".repeat(60))) })).toBe("too-large");
    expect(refused({ workbook: `<sheets>${'<sheet name="a" r:id="r1"/>'.repeat(3)}</sheets>` })).toBe(
      "too-large",
    );
    expect(refused({ sheet: `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(4)}</mergeCells>` })).toBe(
      "too-large",
    );
    expect(refused({ strings: "<si><t>a</t></si>".repeat(6) })).toBe("too-large");
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`x/${index}`, strToU8("")]));
    expect(refused({ others: many })).toBe("too-large");
    expect(codeOf(() => readXlsx(new Uint8Array(100), "a", { ...small, bytes: 99 }))).toBe("too-large");
  });

  test("named to lead out of the package lead nowhere", () => {
    const bytes = handWritten({ sheet: row(inline("甲")), others: { "../../etc/passwd": strToU8("x") } });
    expect(texts(readXlsx(bytes, "a")).slice(1)).toEqual(["甲"]);
  });

  test("a million rows without content cost little, with content are too large", () => {
    const blank = '<row><c s="1"/></row>'.repeat(1_000_000);
    expect(read({ sheet: `<sheetData>${blank}<row>${inline("甲")}</row></sheetData>` })).toEqual(["甲"]);
    const full = "<row><c><v>1</v></c><c><v>2</v></c></row>".repeat(1_000_000);
    expect(codeOf(() => read({ sheet: `<sheetData>${full}</sheetData>` }))).toBe("too-large");
  });
});

/** A compound file that names one stream. */
function ole(name: string): Uint8Array {
  const bytes = new Uint8Array(1024);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from(name, "utf16le"), 512);
  bytes[512 + 64] = (name.length + 1) * 2;
  return bytes;
}

describe("what cannot be read says what to do", () => {
  test.each([
    ["a protected workbook", ole("EncryptedPackage"), "encrypted"],
    ["an old workbook", ole("Workbook"), "unsupported-format"],
    ["a package of something else", zipSync({ "a.txt": strToU8("甲") }), "unsupported-format"],
    ["a binary workbook", zipSync({ "xl/workbook.bin": strToU8("x") }), "unsupported-format"],
    ["a workbook without content", handWritten({}), "empty"],
    ["pictures alone", handWritten({ others: { "xl/media/image1.png": strToU8("x") } }), "no-text"],
    ["a workbook cut off", handWritten({}).slice(0, -30), "damaged"],
    ["XML cut off", handWritten({ sheet: "<sheetData><row>" }), "damaged"],
    ["no ZIP", strToU8("PK\u0003\u0004 not a zip"), "damaged"],
  ])("%s", (_, bytes, code) => {
    expect(codeOf(() => readXlsx(bytes, "a"))).toBe(code);
  });

  test("a workbook protected by another program is encrypted", async () => {
    const encryption = { password: "1", spinCount: 1 };
    const bytes = await writeXlsx({ sheets: [{ name: "a", rows: [["甲"]] }], encryption });
    expect(codeOf(() => readXlsx(bytes, "a"))).toBe("encrypted");
  });
});

describe("any damage", () => {
  test("to the bytes gives a document or a DocumentError", async () => {
    const rows = Array.from({ length: 30 }, (_, index) => [`行${index}`, index * 1.5, "2024"]);
    const original = await writeXlsx({ sheets: [{ name: "表", rows }] });
    const change = fc.record({ at: fc.nat({ max: original.length - 1 }), byte: fc.nat({ max: 255 }) });
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 12 }),
        fc.nat({ max: original.length }),
        (changes, cut) => {
          const bytes = original.slice(0, cut % 3 === 0 ? cut : original.length);
          for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte;
          expect(codeOf(() => readXlsx(bytes, "a"))).toMatch(/^(?!not a)/u);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("to the XML of any part gives a document or a DocumentError", () => {
    const sheet = `<cols><col min="1" max="3" hidden="1"/></cols>${row(`${inline("甲")}<c r="B1" s="1"><f>1</f><v>1.5</v></c>`)}<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`;
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="0.00"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs>';
    const parts = Object.entries(partsOf({ sheet, styles, strings: "<si><t>a</t></si>" }));
    const pieces = fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "/",
      "&",
      "<!--",
      "<![CDATA[",
      "]]>",
      "<?",
      "<!",
      "9999999999",
      "-1",
      "NaN",
      "XFD1048577",
      " ",
      "\0",
    );
    fc.assert(
      fc.property(
        fc.nat({ max: 5 }),
        fc.nat(),
        fc.nat({ max: 8 }),
        pieces,
        (which, where, removed, piece) => {
          const changed = Object.fromEntries(
            parts.map(([name, bytes], index) => {
              // The parts above are bytes, never options.
              const text = new TextDecoder().decode(bytes as Uint8Array);
              const at = where % (text.length + 1);
              return [
                name,
                index === which
                  ? strToU8(text.slice(0, at) + piece + text.slice(at + removed))
                  : strToU8(text),
              ];
            }),
          );
          expect(codeOf(() => readXlsx(zipSync(changed, { level: 0 }), "a"))).toMatch(/^(?!not a)/u);
        },
      ),
      { numRuns: 1_500 },
    );
  });
});
