import type { Block, Document } from "@jueming/core/document/document.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { DocumentError } from "../document-error.ts";
import { TEXT_LIMITS } from "./limits.ts";
import { readText, textDocument } from "./reader.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): Document => readText(bytesOf(text), "a.txt");
const textsOf = (blocks: readonly Block[]): readonly unknown[] =>
  blocks.map((block) =>
    block.kind === "table" ? block.rows.map((row) => row.cells.map((cell) => cell.text)) : block.text,
  );
const codeOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    return error instanceof DocumentError ? error.code : `not a DocumentError: ${String(error)}`;
  }
  return "no error";
};

describe("lines", () => {
  test("end at CR LF, LF or CR and keep their numbers", () => {
    const { blocks } = read("一\r\n二\n\n三\r四");
    expect(blocks.map((block) => [textsOf([block])[0], block.place.line])).toEqual([
      ["一", 1],
      ["二", 2],
      ["三", 4],
      ["四", 5],
    ]);
  });

  test("lose bullets, quote marks and drawn rules, not figures and page numbers", () => {
    const { blocks } = read("- 一、职责\n- 1、围绕\n> 引文\n---\n- 12 -\n- 5\n``` \n* 强调");
    expect(textsOf(blocks)).toEqual(["一、职责", "1、围绕", "引文", "- 12 -", "- 5", "强调"]);
  });

  test("that begin with # are headings with their level", () => {
    expect(read("#### 第一部分 概况 ##\n# 表\n#").blocks).toEqual([
      { kind: "heading", level: 4, text: "第一部分 概况", place: { line: 1 } },
      { kind: "heading", level: 1, text: "表", place: { line: 2 } },
    ]);
  });
});

describe("tables", () => {
  test("of tab rows end at a blank line, not at a row of blank cells", () => {
    expect(textsOf(read("a\tb\n\t\nc\td\n\ne\tf\n文字\ng\th").blocks)).toEqual([
      [
        ["a", "b"],
        ["", ""],
        ["c", "d"],
      ],
      [["e", "f"]],
      "文字",
      [["g", "h"]],
    ]);
  });

  test("of pipe rows lose the rule row and keep escaped pipes", () => {
    const text = "| 项目 | 金额 |\n|:---|---:|\n| a\\|b | **12.30**<br>元 |\n| c | |";
    expect(textsOf(read(text).blocks)).toEqual([
      [
        ["项目", "金额"],
        ["a|b", "12.30 元"],
        ["c", ""],
      ],
    ]);
  });

  test("of pipe rows without outer pipes are proved by their rule row", () => {
    expect(textsOf(read("项目 | 金额\n--- | ---\na | 1\n\n甲 | 乙").blocks)).toEqual([
      [
        ["项目", "金额"],
        ["a", "1"],
      ],
      "甲 | 乙",
    ]);
  });

  test.each([
    ["a rule row", "| 项目 | 金额\n---|---|---\n1 | 甲 | 2.00"],
    ["a row without them", "| 项目 | 金额\n1 | 甲 | 2.00"],
  ])("of pipe rows without outer pipes keep a blank first cell, as %s shows", (_, text) => {
    expect(textsOf(read(text).blocks)).toEqual([
      [
        ["", "项目", "金额"],
        ["1", "甲", "2.00"],
      ],
    ]);
  });

  test("are not made of an indented paragraph or a single damaged pipe", () => {
    expect(textsOf(read("\t第一部分\n\n|、国有资本").blocks)).toEqual(["第一部分", "|、国有资本"]);
  });
});

describe("marks", () => {
  test("of Markdown, HTML and LaTeX go and their text stays", () => {
    const text =
      "**粗**~~删~~<b>资本</b> 8620600 $\\pi$ &ge;5 m<sup>2</sup> \\$ $\\geq 95\\%$ [表](#t) ![](x.jpg)";
    expect(textsOf(read(text).blocks)).toEqual(["粗删资本 8620600 π ≥5 m2 $ ≥ 95% 表"]);
  });

  test("that are content stay: comparisons, dollars, single stars", () => {
    const text = "<15 万元 且 >3 人 5*3 $a$ 单位[2024]5号";
    expect(textsOf(read(text).blocks)).toEqual([text]);
  });
});

describe("charsets", () => {
  const text = "收入支出决算总表\t金额\n";
  const gb18030 = Uint8Array.from([0xca, 0xd5, 0xc8, 0xeb, 0xd6, 0xa7, 0xb3, 0xf6]);

  test("are UTF-8 with and without mark, UTF-16 with and without mark, GB18030", () => {
    const utf16 = Buffer.from(text, "utf16le");
    const inputs = [
      bytesOf(text),
      Uint8Array.from([0xef, 0xbb, 0xbf, ...bytesOf(text)]),
      Uint8Array.from([0xff, 0xfe, ...utf16]),
      Uint8Array.from([0xfe, 0xff, ...Buffer.from(utf16).swap16()]),
      Uint8Array.from(utf16),
    ];
    for (const bytes of inputs) {
      expect(textsOf(readText(bytes, "a").blocks)).toEqual([[["收入支出决算总表", "金额"]]]);
    }
    expect(textsOf(readText(gb18030, "a").blocks)).toEqual(["收入支出"]);
  });

  test("stay UTF-8 when a few bytes are broken, and say so", () => {
    const broken = Uint8Array.from([
      ...bytesOf("本年收入合计"),
      0xed,
      0xa0,
      0x80,
      ...bytesOf("一百二十三万四千五百六十七元整".repeat(5)),
    ]);
    const document = readText(broken, "a");
    expect(textsOf(document.blocks)[0]).toMatch(/^本年收入合计\uFFFD+一百/u);
    expect(document.problems.map((problem) => problem.code)).toEqual(["lost-characters"]);
  });
});

describe("characters no page has", () => {
  test("are replaced and reported with their line", () => {
    const document = textDocument("好\n一\u0000二\uD800三\u200B四", "a");
    expect(textsOf(document.blocks)).toEqual(["好", "一\uFFFD二\uFFFD三四"]);
    expect(document.problems).toEqual([
      expect.objectContaining({ code: "control-characters", place: { line: 2 } }),
    ]);
  });

  test("are listed up to a limit and then counted", () => {
    const { problems } = textDocument("坏\u0001\n".repeat(100), "a");
    expect(problems).toHaveLength(TEXT_LIMITS.listedProblems + 1);
    expect(problems.at(-1)?.message).toContain("另有 80 行");
  });
});

describe("limits", () => {
  test.each([
    ["a line of ten megabytes", (): unknown => readText(new Uint8Array(10_000_000).fill(0x35), "a")],
    ["a table of a million rows", (): unknown => read("1\t2\n".repeat(1_000_000))],
    ["a row of too many cells", (): unknown => read("\t".repeat(20_000) + "x")],
    ["a file of too many bytes", (): unknown => readText(new Uint8Array(TEXT_LIMITS.bytes + 1), "a")],
  ])("refuse %s", (_, action) => {
    expect(codeOf(action)).toBe("too-large");
  });

  test("refuse what is no text, and what has none", () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256);
    expect(codeOf(() => readText(noise, "a.txt"))).toBe("unsupported-format");
    expect(codeOf(() => readText(bytesOf("GIF89a"), "a.txt"))).toBe("no-text");
    expect(codeOf(() => read(" \n\t\n"))).toBe("empty");
  });
});

describe("any bytes and any text", () => {
  test("give a document or a DocumentError", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(codeOf(() => readText(bytes, "a"))).toMatch(
          /^(?:no error|empty|no-text|unsupported-format)$/u,
        );
      }),
      { numRuns: 300 },
    );
    const pieces = fc.constantFrom(
      "|",
      "\t",
      "\n",
      "---",
      "**",
      "~~",
      "$",
      "\\",
      "<b>",
      "#",
      "- ",
      "&lt;",
      "表",
      "1.5",
      "\uD800",
      "\0",
      "[",
      "](",
      "\r",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 80 }),
        (parts) => {
          const text = parts.join("");
          expect(codeOf(() => textDocument(text, "a"))).toMatch(/^(?:no error|empty)$/u);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("long runs of marks come to an end", () => {
    for (const mark of ["*", "**", "~~", "$", "<b", "[", "](", "\\", "|", "&#", "`", "![", "- ", "\t#"]) {
      expect(codeOf(() => textDocument(mark.repeat(20_000), "a"))).toMatch(/^(?:no error|empty|too-large)$/u);
    }
  });
});
