import type { Document } from "@jueming/core/document/document.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { DocumentError } from "../document-error.ts";
import { WORKBOOK_LIMITS } from "../workbook/limits.ts";
import { DELIMITERS, csvRecords } from "./parse-csv.ts";
import { readCsv } from "./reader.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = ({ blocks }: Document): readonly unknown[] =>
  blocks.map((block) =>
    block.kind === "table" ? block.rows.map(({ cells }) => cells.map(({ text }) => text)) : block.text,
  );
const read = (text: string): readonly unknown[] => texts(readCsv(bytesOf(text), "a.csv"));
const codeOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    return error instanceof DocumentError ? error.code : `not a DocumentError: ${String(error)}`;
  }
  return "no error";
};

describe("fields", () => {
  test("may hold delimiters, quotes and line breaks", () => {
    expect(read('项目,金额\r\n"甲,乙","1,234.50"\r\n"丙""丁","上\n下"\r\n')).toEqual([
      [
        ["项目", "金额"],
        ["甲,乙", "1,234.50"],
        ['丙"丁', "上\n下"],
      ],
    ]);
  });

  test("are parted by what parts most lines alike", () => {
    expect(read("项目;金额\n甲;1,5\n乙;2,5")).toEqual([
      [
        ["项目", "金额"],
        ["甲", "1,5"],
        ["乙", "2,5"],
      ],
    ]);
    expect(read("项目\t金额\n甲\t1,234.50\n乙\t2.00")).toEqual([
      [
        ["项目", "金额"],
        ["甲", "1,234.50"],
        ["乙", "2.00"],
      ],
    ]);
    expect(read("sep=;\n甲;乙")).toEqual([[["甲", "乙"]]]);
  });

  test("guarded against becoming numbers lose their guard", () => {
    expect(read('="00101",甲\n\'00102,乙\n"\t00103",丙')).toEqual([
      [
        ["00101", "甲"],
        ["00102", "乙"],
        ["00103", "丙"],
      ],
    ]);
  });

  test("with a quote that never closes cost one line", () => {
    expect(read('甲,"乙\n丙,丁\n')).toEqual([
      [
        ["甲", '"乙'],
        ["丙", "丁"],
      ],
    ]);
  });
});

describe("rows", () => {
  test("may be ragged, blank ones part tables, and places count records", () => {
    const document = readCsv(bytesOf("收入表,,\n项目,金额\n甲,1,注\n,,\n乙,2\n"), "a.csv");
    expect(texts(document)).toEqual([
      "收入表",
      [
        ["项目", "金额", ""],
        ["甲", "1", "注"],
      ],
      [["乙", "2"]],
    ]);
    expect(document.blocks.map(({ place }) => place)).toEqual([
      { row: 1, column: 1 },
      { row: 2, column: 1 },
      { row: 5, column: 1 },
    ]);
  });

  test("may be UTF-8 with a mark, UTF-16 or GB18030", () => {
    const gb18030 = Uint8Array.from([0xca, 0xd5, 0xc8, 0xeb, 0x2c, 0x31, 0x0a]);
    for (const bytes of [gb18030, bytesOf("\uFEFF收入,1\n"), Buffer.from("\uFEFF收入,1\n", "utf16le")]) {
      expect(texts(readCsv(bytes, "a.csv"))).toEqual([[["收入", "1"]]]);
    }
  });
});

test("what is too large, empty or no text is refused", () => {
  const small = { ...WORKBOOK_LIMITS, rows: 3, columns: 3, cells: 5 };
  expect(codeOf(() => readCsv(bytesOf("1\n2\n3\n4"), "a", small))).toBe("too-large");
  expect(codeOf(() => readCsv(bytesOf("1,2,3,4"), "a", small))).toBe("too-large");
  expect(codeOf(() => readCsv(bytesOf("1,2\n3,4\n5,6"), "a", small))).toBe("too-large");
  expect(codeOf(() => readCsv(bytesOf(",,\n,"), "a"))).toBe("empty");
  expect(codeOf(() => readCsv(new Uint8Array(0), "a"))).toBe("empty");
  expect(
    codeOf(() =>
      readCsv(
        Uint8Array.from({ length: 999 }, (_, at) => at % 7),
        "a",
      ),
    ),
  ).toBe("unsupported-format");
});

test("records written by the rules are read back", () => {
  const field = fc.string({ unit: fc.constantFrom("甲", "1", ",", '"', "\n", ";", " ") });
  fc.assert(
    fc.property(
      fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      (rows) => {
        const text = rows
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(","))
          .join("\r\n");
        expect([...csvRecords(text, ",")].map(({ fields }) => fields)).toEqual(rows);
      },
    ),
  );
});

test("any text gives records in time, each character once at most", () => {
  const piece = fc.constantFrom(",", '"', "\n", "\r", "甲", ";", "\t", '""', "=");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 300 }), fc.constantFrom(...DELIMITERS), (parts, delimiter) => {
      const text = parts.join("");
      const length = [...csvRecords(text, delimiter)].flatMap(({ fields }) => fields).join("").length;
      expect(length).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
  for (const mark of ['"', '",', '"\n', ',"a', '"a\n,']) {
    expect(codeOf(() => readCsv(bytesOf(mark.repeat(100_000)), "a"))).toMatch(/^[a-z -]+$/u);
  }
});
