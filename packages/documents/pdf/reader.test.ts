import type { Block, Document } from "@jueming/core/document/document.ts";
import { array, assert, asyncProperty, nat, record } from "fast-check";
import { describe, expect, test } from "vitest";

import { DocumentError } from "../document-error.ts";
import { PDF_LIMITS } from "./limits.ts";
import { readPdf } from "./reader.ts";
import type { TestPage } from "./testing/minimal-pdf.ts";
import { drawGrid, matrixText, strokeLine, textAt, writePdf } from "./testing/minimal-pdf.ts";

const GRID = {
  left: 60,
  top: 700,
  widths: [160, 60, 90],
  height: 24,
  rows: [
    ["项目", "行次", "决算数"],
    ["本年收入合计", "1", "9746.50"],
    ["年初结转和结余", "2", ""],
    ["总计", "3", "9859.38"],
  ],
} as const;

const read = (pages: readonly TestPage[], options = {}): Promise<Document> =>
  readPdf(writePdf(pages, options), "a.pdf");

const shape = (blocks: readonly Block[]): readonly unknown[] =>
  blocks.map((block) =>
    block.kind === "table" ? block.rows.map((row) => row.cells.map(({ text }) => text)) : block.text,
  );

const shapeOf = async (pages: readonly TestPage[], options = {}): Promise<readonly unknown[]> =>
  shape((await read(pages, options)).blocks);

const codeOf = async (action: () => Promise<unknown>): Promise<string> => {
  try {
    await action();
    return "no error";
  } catch (error) {
    return error instanceof DocumentError ? error.code : `not a DocumentError: ${String(error)}`;
  }
};

/** Lines of running text at the usual place of a page. */
const prose = (lines: readonly string[], top = 760): string =>
  lines
    .map((line, index) => textAt(line.startsWith("　") ? 96 : 60, top - index * 30, line.trim(), 18))
    .join("");

describe("ruled tables", () => {
  test("give rows and cells with their page and box, from the upper left", async () => {
    const { blocks } = await read([{ content: drawGrid(GRID) }]);
    expect(shape(blocks)).toEqual([GRID.rows]);
    const [table] = blocks;
    const cell = table?.kind === "table" ? table.rows[1]?.cells[2] : undefined;
    expect(cell?.place).toEqual({ page: 1, box: [280, 166, 370, 190] });
  });

  test("may be drawn as thin rectangles, in dashes, or inside forms", async () => {
    const bars = [60, 220, 280, 370].map((x) => `${x} 604 0.5 96 re f\n`).join("");
    const ledges = [700, 676, 652, 628, 604].map((y) => `60 ${y} 310 0.5 re f\n`).join("");
    const texts = drawGrid(GRID, false);
    expect(await shapeOf([{ content: bars + ledges + texts }])).toEqual([GRID.rows]);
    expect(await shapeOf([{ content: `[3 2] 0 d\n${drawGrid(GRID)}` }])).toEqual([GRID.rows]);
    const pieces = Array.from({ length: 62 }, (_, index) =>
      [700, 676, 652, 628, 604].map((y) => strokeLine(60 + index * 5, y, 63 + index * 5, y)).join(""),
    ).join("");
    expect(await shapeOf([{ content: bars + pieces + texts }])).toEqual([GRID.rows]);
    expect(
      await shapeOf([{ content: "q 1 0 0 1 5 -5 cm /Grid Do Q" }], { forms: { Grid: drawGrid(GRID) } }),
    ).toEqual([GRID.rows]);
  });

  test("have merged cells where lines are missing, and wrapped lines in a cell are joined", async () => {
    const content = [
      ...[60, 160, 260, 360].map((x) => strokeLine(x, x === 160 ? 676 : 700, x, 620)),
      strokeLine(60, 700, 360, 700),
      strokeLine(60, 676, 260, 676),
      strokeLine(60, 652, 360, 652),
      strokeLine(60, 620, 360, 620),
      textAt(140, 685, "项目"),
      textAt(280, 672, "合计"),
      textAt(64, 661, "科目编码"),
      textAt(164, 661, "科目名称"),
      textAt(64, 632, "2080505"),
      textAt(164, 639, "机关事业单位基本"),
      textAt(164, 626, "养老保险缴费支出"),
      textAt(290, 632, "446.11"),
    ].join("");
    const { blocks } = await read([{ content }]);
    expect(blocks).toMatchObject([
      {
        rows: [
          {
            cells: [
              { text: "项目", columnSpan: 2 },
              { text: "合计", rowSpan: 2 },
            ],
          },
          { cells: [{ text: "科目编码" }, { text: "科目名称" }] },
          { cells: [{ text: "2080505" }, { text: "机关事业单位基本养老保险缴费支出" }, { text: "446.11" }] },
        ],
      },
    ]);
  });

  test("decide rows by their lines, not by baselines, in whatever order the file prints", async () => {
    const lines = drawGrid({ ...GRID, rows: GRID.rows.map(() => []) });
    const texts = GRID.rows.flatMap((row, index) =>
      row.map((text, column) =>
        textAt([64, 224, 284][column] ?? 0, 700 - index * 24 - [8, 20, 14][column]!, text),
      ),
    );
    expect(await shapeOf([{ content: lines + texts.toReversed().join("") }])).toEqual([GRID.rows]);
  });

  test("keep a number whole that runs over its border", async () => {
    const content =
      drawGrid({
        ...GRID,
        rows: [
          ["项目", "", ""],
          ["", "", ""],
        ],
      }) + textAt(215, 660, "123456.78");
    expect(await shapeOf([{ content }])).toEqual([
      [
        ["项目", "", ""],
        ["", "123456.78", ""],
      ],
    ]);
  });

  test("with lines only around the whole are divided at the heights of their figures", async () => {
    const box = drawGrid({ ...GRID, height: 96, rows: [[]] });
    expect(await shapeOf([{ content: box + drawGrid(GRID, false) }])).toEqual([GRID.rows]);
  });

  test("are put together where a page break cuts a row", async () => {
    const [long, rest] = ["一二三四五六七八九十一二三四五", "六七八九十。"];
    const above = {
      ...GRID,
      rows: [
        ["项目", "行次", "说明"],
        ["支出", "1", ""],
      ],
    };
    const below = {
      ...GRID,
      rows: [
        ["", "", ""],
        ["总计", "2", "无"],
      ],
    };
    const widths = [100, 60, 150];
    const pages = [
      { content: drawGrid({ ...above, widths }) + textAt(222, 660, long!.slice(0, 14)) },
      { content: drawGrid({ ...below, widths }) + textAt(222, 684, rest!) },
    ];
    expect(await shapeOf(pages)).toEqual([
      [
        ["项目", "行次", "说明"],
        ["支出", "1", `${long!.slice(0, 14)}${rest}`],
      ],
      [["总计", "2", "无"]],
    ]);
  });

  test("stay one table a page, in order", async () => {
    expect(await shapeOf([{ content: drawGrid(GRID) }, { content: drawGrid(GRID) }])).toEqual([
      GRID.rows,
      GRID.rows,
    ]);
  });
});

describe("tables without lines", () => {
  const rows = [
    ["科目名称", "合计", "基本支出"],
    ["教育支出", "100.00", "60.00"],
    ["普通教育", "100.00", ""],
    ["其他支出", "", "12.50"],
  ];

  test("are seen by alignment, blank cells in their columns", async () => {
    const grid = { ...GRID, widths: [160, 90, 90], rows };
    const content = prose(["　下表反映本年度支出情况，数据来自部门决算。"]) + drawGrid(grid, false);
    expect((await shapeOf([{ content }])).at(-1)).toEqual(rows);
  });

  test("bring a wrapped label and figures beside it into one row", async () => {
    const content = [
      ...[
        ["教育支出", "100.00", 700],
        ["普通教育", "90.00", 670],
        ["其他支出", "12.50", 610],
      ].map(([name, sum, y]) => textAt(60, Number(y), String(name)) + textAt(220, Number(y), String(sum))),
      textAt(60, 647, "机关事业单位基本"),
      textAt(60, 634, "养老保险缴费支出"),
      textAt(220, 640, "44.11"),
    ].join("");
    expect(await shapeOf([{ content }])).toEqual([
      [
        ["教育支出", "100.00"],
        ["普通教育", "90.00"],
        ["机关事业单位基本养老保险缴费支出", "44.11"],
        ["其他支出", "12.50"],
      ],
    ]);
  });
});

describe("running text", () => {
  const first = "　本部门二〇二四年度收入支出总计九千八百万元与上";
  const full = "相比增加一千万元主要原因是项目支出增加其中基本支出";

  test("joins wrapped lines by their geometry, also over a page break", async () => {
    const pages = [
      { content: prose([first, full, full, "没有变化。", first, full], 240) },
      { content: prose([full, "持平。"]) },
    ];
    const text = first.trim() + full;
    expect(await shapeOf(pages)).toEqual([`${text}${full}没有变化。`, `${text}${full}持平。`]);
  });

  test("has headings in larger letters", async () => {
    const { blocks } = await read([
      { content: textAt(200, 800, "第一部分 概况", 24) + prose([first, full, full]) },
    ]);
    expect(blocks[0]).toMatchObject({ kind: "heading", level: 1, text: "第一部分 概况", place: { page: 1 } });
    expect(blocks).toHaveLength(2);
  });

  test("loses running heads, page numbers and watermarks, which are reported", async () => {
    const pages = Array.from({ length: 4 }, (_, index) => ({
      content:
        textAt(200, 815, "某某局部门决算") +
        textAt(290, 30, `- ${index + 1} -`) +
        `0.8 g\n${matrixText([0.7, 0.7, -0.7, 0.7, 150, 300], "内部资料", 60)}0 g\n` +
        prose([`　第${"一二三四"[index]}页的文字。`]),
    }));
    const document = await read(pages);
    expect(shape(document.blocks)).toEqual([..."一二三四"].map((number) => `第${number}页的文字。`));
    expect(document.problems).toMatchObject([
      { code: "watermark", message: expect.stringContaining("内部资料") },
    ]);
    expect(document.pageWords).toEqual([{ text: "内部资料", place: { page: 1 } }]);
  });
});

describe("turned pages", () => {
  test.each([
    ["a landscape page", { width: 842, height: 595 }, [1, 0, 0, 1, 0, -200]],
    ["a page shown turned", { entries: "/Rotate 90" }, [0, 1, -1, 0, 800, 0]],
    ["a page laid in on its side", {}, [0, 1, -1, 0, 800, 0]],
    ["a page upside down", {}, [-1, 0, 0, -1, 595, 842]],
  ])("are read upright: %s", async (_, page, matrix) => {
    const content = `q ${matrix.join(" ")} cm\n${drawGrid(GRID)}Q`;
    expect(await shapeOf([{ ...page, content }])).toEqual([GRID.rows]);
  });

  test("tell places as a viewer shows the page", async () => {
    const { blocks } = await read([{ content: `q -1 0 0 -1 595 842 cm\n${drawGrid(GRID)}Q` }]);
    expect(blocks[0]?.place).toEqual({ page: 1, box: [225, 604, 535, 700] });
  });
});

describe("characters", () => {
  test("are the usual ones for radicals and compatibility forms", async () => {
    expect(
      await shapeOf([{ content: textAt(60, 700, "\u2F6C\u2F0A\u2F40\u2FA6\u2EC4\u2ED3\uF9B5") }]),
    ).toEqual(["目入支金西长例"]);
  });

  test("without a meaning are replaced and reported", async () => {
    const document = await read([{ content: textAt(60, 700, "决算数二三四") }], { unmapped: "数" });
    expect(shape(document.blocks)).toEqual(["决算\uFFFD二三四"]);
    expect(document.problems).toMatchObject([{ code: "unreadable-characters", place: { page: 1 } }]);
  });

  test("that say the same below one another are all kept", async () => {
    const rows = Array.from({ length: 6 }, () => ["0.00", "0.00", "0.00"]);
    expect(await shapeOf([{ content: drawGrid({ ...GRID, rows }) }])).toEqual([rows]);
  });

  test("printed twice for bold are one", async () => {
    expect(await shapeOf([{ content: textAt(60, 700, "决算") + textAt(60.4, 700, "决算") }])).toEqual([
      "决算",
    ]);
  });
});

const drawOften = (name: string): string => `/${name} Do `.repeat(18);

describe("files that cannot be read", () => {
  const sound = writePdf([{ content: drawGrid(GRID) }]);

  test.each<[string, string, () => Promise<unknown>]>([
    ["without text", "no-text", () => read([{ content: strokeLine(0, 0, 9, 9) }])],
    ["without pages", "damaged", () => read([])],
    ["cut in the middle of the first object", "damaged", () => readPdf(sound.slice(0, 40), "a")],
    ["that is no PDF", "damaged", () => readPdf(new TextEncoder().encode("%PDF-1.7 nothing"), "a")],
    [
      "of too many pages",
      "too-large",
      () => readPdf(writePdf([{ content: "" }, { content: "" }]), "a", { ...PDF_LIMITS, pages: 1 }),
    ],
    ["of too many bytes", "too-large", () => readPdf(sound, "a", { ...PDF_LIMITS, bytes: 10 })],
    ["of too many objects", "too-large", () => readPdf(sound, "a", { ...PDF_LIMITS, objectsPerPage: 5 })],
    [
      "of too many characters",
      "too-large",
      () => readPdf(sound, "a", { ...PDF_LIMITS, charactersPerPage: 5 }),
    ],
    ["that takes too long", "too-large", () => readPdf(sound, "a", { ...PDF_LIMITS, milliseconds: -1 })],
    [
      "with a huge page",
      "too-large",
      () => read([{ content: textAt(1, 1, "一"), width: 90_000_000, height: 90_000 }]),
    ],
  ])("have their code: a file %s", async (_, code, action) => {
    expect(await codeOf(action)).toBe(code);
  });

  test("that need a password say so", async () => {
    const text = new TextDecoder().decode(sound);
    const encryption = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> >>`;
    const locked = text.replace("/Root 1 0 R", `/Root 1 0 R /ID [<41> <41>] /Encrypt ${encryption}`);
    expect(await codeOf(() => readPdf(new TextEncoder().encode(locked), "a"))).toBe("encrypted");
  });

  test("do not spoil the next: pages in a circle, forms in a circle, a million lines", async () => {
    const text = new TextDecoder().decode(sound);
    const circle = text.replace("/Kids [7 0 R]", "/Kids [2 0 R]");
    expect(await codeOf(() => readPdf(new TextEncoder().encode(circle), "a"))).toMatch(
      /^(?:damaged|no-text)$/u,
    );
    const inCircle = { forms: { Loop: `/Loop Do ${textAt(60, 700, "一二")}` } };
    expect(await codeOf(() => read([{ content: "/Loop Do" }], inCircle))).toMatch(/^(?:no error|no-text)$/u);
    const lines = Array.from(
      { length: 60_000 },
      (_, index) => `${index % 500} ${index % 799} m 500 ${index % 799} l S\n`,
    );
    const drawing = await read([{ content: lines.join("") + textAt(60, 820, "图纸说明") }]);
    expect(shape(drawing.blocks)).toContain("图纸说明");
    expect(shape((await readPdf(sound, "a")).blocks)).toEqual([GRID.rows]);
  });

  test("end where forms draw forms that print at one place a hundred thousand times", async () => {
    const forms = {
      A: drawOften("B"),
      B: drawOften("C"),
      C: drawOften("D"),
      D: textAt(60, 700, "一").repeat(18),
    };
    expect(await codeOf(() => read([{ content: "/A Do" }], { forms }))).toMatch(/^(?:no error|too-large)$/u);
  });

  test("give a document or a DocumentError whatever bytes are changed", async () => {
    const codes = /^(?:no error|damaged|no-text|encrypted|too-large)$/u;
    const change = record({ at: nat(sound.length - 1), byte: nat(255) });
    const property = asyncProperty(
      array(change, { maxLength: 30 }),
      nat(sound.length),
      async (changes, end) => {
        const bytes = sound.slice(0, changes.length % 3 === 0 ? end : sound.length);
        for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte;
        expect(await codeOf(() => readPdf(bytes, "a"))).toMatch(codes);
      },
    );
    await assert(property, { numRuns: 300 });
  });
});
