import type { Block } from "@jueming/core/document/document.ts";
import { describe, expect, test } from "vitest";

import { readPdf } from "./reader.ts";
import type { TestPage } from "./testing/minimal-pdf.ts";
import { strokeLine, textAt, writePdf } from "./testing/minimal-pdf.ts";

const blocksOf = async (pages: readonly TestPage[]): Promise<readonly Block[]> =>
  (await readPdf(writePdf(pages), "a.pdf")).blocks;

const shapeOf = async (pages: readonly TestPage[]): Promise<readonly unknown[]> =>
  (await blocksOf(pages)).map((block) =>
    block.kind === "table" ? block.rows.map((row) => row.cells.map(({ text }) => text)) : block.text,
  );

const PITCH = 13;

/** Prints rows of cells as office programs do: lines of a cell below one another, cells in the middle of a row. */
function drawRows(
  xs: readonly number[],
  rows: readonly (readonly (string | readonly string[])[])[],
  { top = 760, padding = 5 } = {},
): string {
  let y = top;
  const texts: string[] = [];
  for (const row of rows) {
    const cells = row.map((cell) => (typeof cell === "string" ? [cell] : cell));
    const most = Math.max(...cells.map((lines) => lines.length));
    for (const [column, lines] of cells.entries()) {
      const first = y - ((most - lines.length) * PITCH) / 2;
      for (const [index, line] of lines.entries()) {
        if (line !== "") texts.push(textAt(xs[column] ?? 0, first - index * PITCH, line));
      }
    }
    y -= most * PITCH + padding;
  }
  return texts.join("");
}

const joined = (rows: readonly (readonly (string | readonly string[])[])[]): readonly (readonly string[])[] =>
  rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell : cell.join(""))));

const XS = [60, 110, 170, 290, 340];

/** A form of wrapped cells without a line drawn. */
const FORM = [
  ["一级指标", "二级指标", "指标名称", "指标值", ["完成", "值"]],
  ["产出指标", "数量指标", ["外出公务交通费住宿费伙", "食补助费"], "60人", "58人"],
  ["", "质量指标", ["保障日常工作的顺利开展", "，办公费印刷费。"], "≥90%", "100%"],
  ["", ["可持续影", "响指标"], "持续保障", "长期", "长期"],
  ["效益指标", "社会效益", ["通过印刷等经费精准投入", "保障各项工作高效有序运", "转"], "≥95%", "96%"],
  [["满意度指", "标"], ["服务对象", "满意度"], "群众满意度", "≥90%", "92%"],
];

describe("tables without lines whose cells wrap", () => {
  test("have the rows that the distances of lines tell, cells set in the middle", async () => {
    expect(await shapeOf([{ content: drawRows(XS, FORM) }])).toEqual([joined(FORM)]);
  });

  test("begin and end with all lines of their cells", async () => {
    const rows = [
      [["单位名称", "（盖章）"], "", ["某某局机关及所属事业单", "位和二级预算单位某某中", "心"]],
      ...FORM,
    ];
    const filled = rows.map((row) => XS.map((_, column) => row[column] ?? ""));
    expect(await shapeOf([{ content: drawRows(XS, filled) }])).toEqual([joined(filled)]);
  });

  test("hold wide cells with full stops", async () => {
    const goal = ["保障机关正常运行，推进日常工作的顺利开展。严格按预算规范使", "用。"];
    const rows = [...FORM, ["评价结论", goal], ["存在问题", "支出进度不均衡。"]];
    const [table] = await shapeOf([{ content: drawRows(XS, rows) }]);
    expect(table).toMatchObject(
      expect.arrayContaining([expect.arrayContaining([goal.join("")])]) as readonly unknown[],
    );
  });

  test("are made whole where a page break cuts a row", async () => {
    const cut = FORM.slice(0, 4);
    const above = [...cut, ["效益指标", "社会效益", "通过印刷等经费精准投入", "≥95%", "96%"]];
    const below = [
      ["", "", ["保障各项工作高效有序运", "转"], "", ""],
      ...FORM.slice(5),
      ["总分", "", "", "100", "96"],
    ];
    const [first, second, ...rest] = await shapeOf([
      { content: drawRows(XS, above, { top: 160 }) },
      { content: drawRows(XS, below) },
    ]);
    expect(rest).toEqual([]);
    expect([...(first as string[][]), ...(second as string[][])]).toEqual(
      joined([...FORM, ["总分", "", "", "100", "96"]]),
    );
  });

  test("have cells that span the rows beside them", async () => {
    const xs = [60, 150, 240, 330];
    const rows = [
      ["", "", "决算数", "预算数"],
      ["", "办公费", "1.20", "1.30"],
      ["", "印刷费", "3.40", "3.50"],
      ["", "差旅费", "5.60", "5.70"],
      ["合计", ["办公印刷差", "旅费等各项"], "10.20", "10.50"],
    ];
    const label = textAt(60, 755, "公用经费支") + textAt(60, 742, "出的各项构") + textAt(60, 729, "成");
    const [table] = await blocksOf([{ content: drawRows(xs, rows, { top: 778 }) + label }]);
    const spanning = table?.kind === "table" ? table.rows.flatMap(({ cells }) => cells)[4] : undefined;
    expect(spanning).toMatchObject({ text: "公用经费支出的各项构成", rowSpan: 3 });
  });
});

describe("columns of tables without lines", () => {
  test("are told by their edges where cells nearly touch", async () => {
    const rows = [
      ["2080501", "行政单位离退休", "285.26"],
      ["2080505", "机关事业单位养老保险", "169.46"],
      ["2080506", "职业年金缴费", "92.62"],
      ["2080799", "其他就业补助支出等等", "24.04"],
      ["2210201", "住房公积金", "24.04"],
    ];
    expect(await shapeOf([{ content: drawRows([60, 120, 222], rows) }])).toEqual([rows]);
  });

  test("change where another table follows closely", async () => {
    const upper = [
      ["收入", "行次", "金额"],
      ["财政拨款收入", "1", "1236.03"],
      ["事业收入", "2", "0.00"],
      ["其他收入", "3", "12.40"],
    ];
    const lower = [
      ["本年收入合计", "27", "1248.43", "1236.03"],
      ["年初结转和结余", "28", "11.59", "11.59"],
      ["总计", "31", "1260.02", "1247.62"],
    ];
    const content = drawRows([60, 150, 190], upper) + drawRows([60, 180, 200, 250], lower, { top: 688 });
    expect(await shapeOf([{ content }])).toEqual([upper, lower]);
  });

  test("of one strange row below a table leave the table's own as they are", async () => {
    const last = ["满意度", "机要室相关人员满意度", "≥95%", "95", "10", "10"];
    const content =
      drawRows(XS, FORM) + drawRows([60, 104, 218, 256, 276, 296], [last], { top: 760 - 13 * PITCH - 30 });
    expect(await shapeOf([{ content }])).toEqual([joined(FORM), [last]]);
  });

  test("are seen in a table of two rows", async () => {
    const rows = [
      ["项目", "行次", "统计数"],
      ["合计", "1", "14.58"],
    ];
    expect(await shapeOf([{ content: drawRows([60, 160, 220], rows) }])).toEqual([rows]);
  });
});

/** Rules across the page at these heights. */
const rules = (heights: readonly number[]): string => heights.map((y) => strokeLine(56, y, 360, y)).join("");

describe("tables with rules across or around only", () => {
  const rows = [
    ["项目", "预算数", "决算数"],
    ["办公费", "10.00", "9.50"],
    ["印刷费", "3.00", "2.10"],
    ["差旅费", "8.00", "7.25"],
    ["合计", "21.00", "18.85"],
  ];
  const xs = [60, 200, 300];
  test("of three lines have the rows of their figures", async () => {
    const content = rules([774, 754, 682]) + drawRows(xs, rows);
    expect(await shapeOf([{ content }])).toEqual([rows]);
  });

  test("of a frame around the whole have the rows and columns inside", async () => {
    const frame = rules([774, 682]) + strokeLine(56, 774, 56, 682) + strokeLine(360, 774, 360, 682);
    expect(await shapeOf([{ content: frame + drawRows(xs, rows) }])).toEqual([rows]);
    const twoFrames = frame + rules([756]);
    expect(await shapeOf([{ content: twoFrames + drawRows(xs, rows) }])).toEqual([rows]);
  });

  test("below every row have the rows between the rules", async () => {
    const content = rules([774, 756, 738, 720, 702, 684]) + drawRows(xs, rows);
    expect(await shapeOf([{ content }])).toEqual([rows]);
  });
});
