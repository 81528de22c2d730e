import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Composition, WrittenBlock } from "@jueming/core/document/composition.ts";
import { readPdf } from "@jueming/documents/pdf/reader.ts";
import { TypesettingError } from "@jueming/documents/pdf/typesetting/typesetting-error.ts";
import {
  generatedComposition,
  headsOf,
  printedBlocks,
  printedOf,
} from "@jueming/documents/testing/generated-composition.ts";
import { sampleComposition } from "@jueming/documents/testing/sample-composition.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { TypesettingOptions } from "./typesetting-apart.ts";
import { typesetPdf } from "./typesetting-apart.ts";

const bytesOf = async (composition: Composition): Promise<Uint8Array> =>
  (await typesetPdf(composition)).bytes;
const composed = (...blocks: readonly WrittenBlock[]): Composition => ({
  title: "样例",
  blocks,
  attachments: [],
});
const line = (text: string): WrittenBlock => ({ kind: "paragraph", text, place: {} });

const isSetIn = (bytes: Uint8Array, font: string): boolean =>
  Buffer.from(bytes).toString("latin1").includes(`+${font}`);

const errorOf = async (
  composition: Composition,
  options: TypesettingOptions = {},
): Promise<TypesettingError> => {
  try {
    await typesetPdf(composition, options);
  } catch (error) {
    if (error instanceof TypesettingError) return error;
    throw error;
  }
  throw new Error("no error");
};

describe("a typeset PDF", () => {
  test("reads back as what was composed", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1_000_000 }), async (seed) => {
        const composition = generatedComposition(seed);
        const { blocks } = await readPdf(await bytesOf(composition), "a.pdf");
        expect(printedBlocks(blocks, headsOf(composition))).toEqual(printedOf(composition));
      }),
      { numRuns: 15 },
    );
  });

  test("keeps the blanks beside numbers wherever lines end", async () => {
    const texts = Array.from(
      { length: 12 },
      (_, index) => `${"本年".repeat(index)}${"于 2024 年 12 月 31 日前".repeat(9)}`,
    );
    const { blocks } = await readPdf(await bytesOf(composed(...texts.map(line))), "a.pdf");
    expect(blocks.map((block) => ("text" in block ? block.text : ""))).toEqual(texts);
  });

  test("keeps the lines of its contents apart, however long their titles are", async () => {
    const titles = Array.from({ length: 24 }, (_, index) => `2024年${"项目".repeat(index + 1)}自评报告`);
    const composition = composed(
      { kind: "contents", title: "目录", levels: 2 },
      { kind: "page-start", orientation: "portrait", numbered: true, name: "一" },
      ...titles.map((text): WrittenBlock => ({ kind: "heading", level: 2, text, place: {} })),
    );
    const { blocks } = await readPdf(await bytesOf(composition), "a.pdf");
    const listed = blocks.flatMap((block) =>
      "text" in block && /\d$/u.test(block.text) ? [block.text] : [],
    );
    expect(listed.map((text) => text.replace(/[\s.]+\d+$/u, ""))).toEqual(titles);
  });

  test("carries its attachments", async () => {
    const composition = sampleComposition();
    const { attachments } = await readPdf(await bytesOf(composition), "a.pdf");
    expect(attachments).toEqual(composition.attachments);
  });

  test("has the same bytes each time, whatever was set before", async () => {
    const first = await bytesOf(sampleComposition({}, 5));
    await bytesOf(sampleComposition({}, 6));
    expect(Buffer.compare(await bytesOf(sampleComposition({}, 5)), first)).toBe(0);
  });

  test("tells the printed page of each heading that its contents list", async () => {
    const { headingPages } = await typesetPdf(
      composed(
        { kind: "page-start", orientation: "portrait", numbered: false, name: "封面" },
        { kind: "heading", level: 1, text: "封面上的标题", place: {} },
        { kind: "contents", title: "目录", levels: 2 },
        { kind: "page-start", orientation: "portrait", numbered: true, name: "一" },
        { kind: "heading", level: 1, text: "第一部分", place: {} },
        { kind: "heading", level: 3, text: "不列入目录", place: {} },
        { kind: "page-start", orientation: "landscape", numbered: true, name: "二" },
        { kind: "heading", level: 2, text: "第二部分", place: {} },
      ),
    );
    expect(headingPages).toEqual([null, 1, 2]);
  });

  test("takes text for text, whatever it looks like to the engine", async () => {
    const odd = '#panic("x") $x^2$ *粗* _斜_ `码` <标签> @引用 // 注 /* 注 */ \\u{41} = 标题 #(1+1) [块]';
    const { blocks } = await readPdf(await bytesOf(composed(line(odd))), "a.pdf");
    expect(printedBlocks(blocks, new Set()).join("")).toBe(odd.replace(/\s+/gu, ""));
  });

  test("repeats the label of a merged cell on every page that shows its rows", async () => {
    const { blocks } = await readPdf(await bytesOf(sampleComposition({ tables: 0 })), "a.pdf");
    const parts = blocks.filter((block) => block.kind === "table").slice(1);
    expect(parts.length).toBeGreaterThan(0);
    for (const { rows } of parts) expect(rows[0]?.cells[0]?.text).toMatch(/指标$/u);
  });

  test("is set in the official typefaces where a folder holds them", async () => {
    const folder = mkdtempSync(join(tmpdir(), "fonts-"));
    try {
      writeFileSync(join(folder, "a.ttf"), renamedFont("仿宋_GB2312"));
      const { bytes } = await typesetPdf(composed(line("收入决算")), { fontDirectories: [folder] });
      expect(isSetIn(bytes, "RenamedFont")).toBe(true);
      expect(isSetIn(await bytesOf(composed(line("收入决算"))), "RenamedFont")).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("what cannot be typeset is told", () => {
  test("by the characters that no font has, and where they stand", async () => {
    const cells = ["甲", "\u{10FFFD}"].map((text) => ({ text, place: {} }));
    const { code, message } = await errorOf(
      composed(
        line("有\uE123字"),
        { kind: "heading", level: 1, text: "决算表", place: {} },
        { kind: "table", rows: [{ cells, place: {} }], place: {} },
      ),
    );
    expect(code).toBe("glyph-missing");
    expect(message).toContain("U+E123，段落“有\uE123字”");
    expect(message).toContain("U+10FFFD，表“决算表”第 1 行第 2 列");
  });

  test("by the folder without fonts", async () => {
    const missing = join(tmpdir(), "no-such-folder-of-fonts");
    const { code, message } = await errorOf(composed(line("甲")), { fontDirectories: [missing] });
    expect(code).toBe("font-missing");
    expect(message).toContain(missing);
  });

  test("by the time it takes, and the next document is set all the same", async () => {
    expect((await errorOf(sampleComposition(), { secondsLimit: 0.001 })).code).toBe("too-slow");
    expect((await bytesOf(composed(line("甲")))).length).toBeGreaterThan(1000);
  });
});

/** A font of the packages under another name: names of the family and for PostScript are written over. */
function renamedFont(family: string): Buffer {
  const path = "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf";
  const font = readFileSync(createRequire(import.meta.url).resolve(path));
  for (let record = 12; record < 12 + 16 * font.readUInt16BE(4); record += 16) {
    if (font.toString("latin1", record, record + 4) !== "name") continue;
    const table = font.subarray(font.readUInt32BE(record + 8));
    for (let at = 6; at < 6 + 12 * table.readUInt16BE(2); at += 12) {
      const id = table.readUInt16BE(at + 6);
      if (id !== 1 && id !== 6) continue;
      const text = id === 1 ? family : "RenamedFont";
      const wide =
        table.readUInt16BE(at) === 1 ? Buffer.from(text, "latin1") : Buffer.from(text, "utf16le").swap16();
      const room = table.readUInt16BE(at + 8);
      const length = Math.min(room, wide.length);
      wide.copy(table, table.readUInt16BE(4) + table.readUInt16BE(at + 10), 0, length);
      table.writeUInt16BE(length, at + 8);
    }
  }
  return font;
}
