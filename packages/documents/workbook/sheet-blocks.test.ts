import type { Block } from "@jueming/core/document/document.ts";
import { expect, test } from "vitest";

import { WORKBOOK_LIMITS } from "./limits.ts";
import { sheetBlocks } from "./sheet-blocks.ts";
import type { Merge, Sheet } from "./workbook.ts";
import { workbookDocument } from "./workbook-document.ts";

function sheetOf(rows: readonly (readonly (string | null)[])[], merges: readonly Merge[] = []): Sheet {
  const cells = rows.flatMap((row, rowIndex) =>
    row.flatMap((text, column) => (text === null ? [] : [{ row: rowIndex + 1, column: column + 1, text }])),
  );
  return { name: "表", isHidden: false, cells, merges, hiddenRows: [], hiddenColumns: [] };
}

const blocksOf = (sheet: Sheet): readonly Block[] =>
  sheetBlocks(sheet, WORKBOOK_LIMITS, { cells: WORKBOOK_LIMITS.cells });

const shown = (blocks: readonly Block[]): readonly unknown[] =>
  blocks.map((block) =>
    block.kind === "table" ? block.rows.map(({ cells }) => cells.map(({ text }) => text)) : block.text,
  );

const GRID = [
  ["项目", "金额"],
  ["甲", "1.00"],
  ["乙", "2.00"],
];

test("title, unit line and notes around a grid are paragraphs", () => {
  const blocks = blocksOf(
    sheetOf([["收入决算表"], [null, "金额单位：万元"], ...GRID, ["注：本表反映收入。"]]),
  );
  expect(shown(blocks)).toEqual(["收入决算表", "金额单位：万元", GRID, "注：本表反映收入。"]);
  expect(blocks.map(({ place }) => place)).toEqual([
    { sheet: "表", row: 1, column: 1 },
    { sheet: "表", row: 2, column: 2 },
    { sheet: "表", row: 3, column: 1 },
    { sheet: "表", row: 6, column: 1 },
  ]);
});

test("a lone name without figures at the end of a grid stays its row", () => {
  expect(shown(blocksOf(sheetOf([...GRID, ["合计"]])))).toEqual([[...GRID, ["合计", ""]]]);
});

test("blank rows part grids, and prose does", () => {
  expect(shown(blocksOf(sheetOf([...GRID, [], ...GRID])))).toEqual([GRID, GRID]);
  expect(shown(blocksOf(sheetOf([...GRID, ["二、说明"], ["收入增加。"], ["支出表"], ...GRID])))).toEqual([
    GRID,
    "二、说明",
    "收入增加。",
    "支出表",
    GRID,
  ]);
});

test("prose in cells is a paragraph for each line", () => {
  expect(shown(blocksOf(sheetOf([["一、概况\n本单位负责。"], [], ["二、说明"]])))).toEqual([
    "一、概况",
    "本单位负责。",
    "二、说明",
  ]);
});

test("merged cells span, what they cover is not shown, and their blank rows belong to the grid", () => {
  const merges = [
    { top: 1, left: 1, bottom: 3, right: 1 },
    { top: 1, left: 2, bottom: 1, right: 3 },
  ];
  const [block] = blocksOf(sheetOf([["甲", "乙", "看不见"], [], [null, "丙", "丁"]], merges));
  expect(block?.kind === "table" ? block.rows.map(({ cells }) => cells) : []).toEqual([
    [
      { text: "甲", place: { sheet: "表", row: 1, column: 1 }, rowSpan: 3 },
      { text: "乙", place: { sheet: "表", row: 1, column: 2 }, columnSpan: 2 },
    ],
    [
      { text: "", place: { sheet: "表", row: 2, column: 2 } },
      { text: "", place: { sheet: "表", row: 2, column: 3 } },
    ],
    [
      { text: "丙", place: { sheet: "表", row: 3, column: 2 } },
      { text: "丁", place: { sheet: "表", row: 3, column: 3 } },
    ],
  ]);
});

test("overlapping and endless merges do no harm", () => {
  const merges = [
    { top: 1, left: 1, bottom: 2, right: 1 },
    { top: 2, left: 1, bottom: 2, right: 2 },
    { top: 1, left: 2, bottom: 1_048_576, right: 16_384 },
  ];
  expect(
    shown(
      blocksOf(
        sheetOf(
          [
            ["甲", "乙"],
            ["丙", "丁"],
          ],
          merges,
        ),
      ),
    ),
  ).toHaveLength(1);
});

test("far cells are laid out alone, and a grid too wide for all limits is refused", () => {
  const far = {
    ...sheetOf(GRID),
    cells: [...sheetOf(GRID).cells, { row: 1_048_576, column: 16_384, text: "远" }],
  };
  expect(shown(blocksOf(far))).toEqual([GRID, "远"]);
  const wide = Array.from({ length: 200 }, (_, row) => [
    { row: row + 1, column: 1, text: "左" },
    { row: row + 1, column: 16_384, text: "右" },
  ]).flat();
  expect(() => blocksOf({ ...sheetOf([]), cells: wide })).toThrow(
    expect.objectContaining({ code: "too-large" }),
  );
});

test("hidden sheets, rows and columns with content are named", () => {
  const sheet = {
    ...sheetOf(GRID),
    isHidden: true,
    hiddenRows: [
      { first: 2, last: 2 },
      { first: 3, last: 3 },
      { first: 50, last: 1_048_576 },
    ],
    hiddenColumns: [{ first: 2, last: 16_384 }],
  };
  const { problems } = workbookDocument({ sheets: [sheet], problems: [] }, "a", WORKBOOK_LIMITS);
  expect(problems.map(({ code, place }) => [code, place])).toEqual([
    ["hidden-sheet", { sheet: "表" }],
    ["hidden-rows", { sheet: "表", row: 2 }],
    ["hidden-columns", { sheet: "表", column: 2 }],
  ]);
  expect(problems[1]?.message).toContain("第 2—3 行");
  expect(problems[2]?.message).toContain("第 B 列");
});
