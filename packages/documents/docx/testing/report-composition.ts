// A composition with everything that a written document can hold: cover, contents, prose with figures and
// missing words, a wide table over pages, a form with merged cells, a carried file.

import type { Composition, PageStart, WrittenBlock } from "@jueming/core/document/composition.ts";
import type {
  Cell,
  Heading,
  Paragraph,
  ParagraphRole,
  Row,
  Run,
  Table,
  WrittenCell,
} from "@jueming/core/document/document.ts";

const NOWHERE = {};

export const paragraph = (text: string, role?: ParagraphRole): Paragraph => ({
  kind: "paragraph",
  text,
  place: NOWHERE,
  ...(role === undefined ? {} : { role }),
});
export const sentence = (...runs: readonly Run[]): Paragraph => ({
  kind: "paragraph",
  text: runs.map(({ text }) => text).join(""),
  place: NOWHERE,
  runs,
});
export const heading = (level: number, text: string, more: Partial<Heading> = {}): Heading => ({
  kind: "heading",
  level,
  text,
  place: NOWHERE,
  ...more,
});
export const cell = (text: string, more: Partial<Cell> = {}): Cell => ({ text, place: NOWHERE, ...more });
export const row = (...cells: readonly Cell[]): Row => ({ cells, place: NOWHERE });
export const table = (rows: readonly Row[], headerRows: number, widths: readonly number[]): Table => ({
  kind: "table",
  rows,
  place: NOWHERE,
  written: { name: "表", headerRows, widths },
});
export const pages = (
  name: string,
  orientation: PageStart["orientation"],
  numbered = true,
): WrittenBlock => ({ kind: "page-start", orientation, numbered, name });
export const composition = (
  blocks: readonly WrittenBlock[],
  attachments: Composition["attachments"] = [],
): Composition => ({ title: "某单位决算公开报告", blocks, attachments });

const set = (role: WrittenCell["role"], align: WrittenCell["align"] & string): Partial<Cell> => ({
  written: { role, align },
});
const header = (text: string, more: Partial<Cell> = {}): Cell =>
  cell(text, { ...set("header", "center"), ...more });
const figure = (text: string, id: string): Cell => cell(text, { figure: id, ...set("figure", "right") });

/** A table of thirteen columns under three header rows, longer than one page. */
export function wideTable(rowCount: number): Table {
  const rows = [
    row(
      header("项目", { columnSpan: 4 }),
      header("年初结转和结余", { rowSpan: 3 }),
      header("本年收入", { columnSpan: 3 }),
      header("本年支出", { columnSpan: 3 }),
      header("结余分配", { rowSpan: 3 }),
      header("年末结转和结余", { rowSpan: 3 }),
    ),
    row(
      header("支出功能分类科目编码", { columnSpan: 3, rowSpan: 2 }),
      header("科目名称", { rowSpan: 2 }),
      header("合计", { rowSpan: 2 }),
      header("财政拨款", { columnSpan: 2 }),
      header("合计", { rowSpan: 2 }),
      header("基本支出", { rowSpan: 2 }),
      header("项目支出", { rowSpan: 2 }),
    ),
    row(header("一般公共预算"), header("政府性基金预算")),
    ...Array.from({ length: rowCount }, (_, index) =>
      row(
        cell(String(2010100 + index), { columnSpan: 3, ...set("label", "left") }),
        cell("一般公共服务支出", set("label", "left")),
        ...Array.from({ length: 9 }, (_unused, column) =>
          figure(`${123 + index},${456 + column}.78`, `wide/${index}/${column}`),
        ),
      ),
    ),
  ];
  return table(rows, 3, [1, 1, 1, 4, 3, 3, 3, 3, 3, 3, 3, 2, 3]);
}

/** A form with merged cells, several lines in a cell, and words still missing. */
export function form(): Table {
  return table(
    [
      row(header("项目名称", { columnSpan: 2 }), cell("道路养护", { columnSpan: 3 })),
      row(header("资金", { columnSpan: 2, rowSpan: 2 }), header("预算数"), header("执行数"), header("得分")),
      row(figure("1,200.00", "form/budget"), figure("1,180.50", "form/spent"), figure("9.84", "form/score")),
      row(header("目标"), cell("1.养护道路；\n2.更换井盖。", { columnSpan: 4, ...set("text", "left") })),
      row(
        cell("产出", { rowSpan: 2 }),
        cell("里程"),
        cell("≥12公里"),
        cell("12公里"),
        figure("20", "form/a"),
      ),
      row(cell("井盖"), cell("300套"), cell("300套"), figure("15", "form/b")),
      row(
        header("原因"),
        cell("【待填写：偏差原因】", {
          columnSpan: 4,
          written: { role: "text", runs: [{ text: "【待填写：偏差原因】", missing: true }] },
        }),
      ),
    ],
    0,
    [2, 3, 4, 3, 2],
  );
}

/** The bytes that a report carries. */
export const CARRIED = new TextEncoder().encode('{"附":"数据"}'.repeat(20_000));

/** The whole report; its table is longer than a page unless told otherwise. */
export function reportComposition(tableRows = 45): Composition {
  return composition(
    [
      pages("封面", "portrait", false),
      paragraph("某单位2024年度部门决算公开报告", "cover-title"),
      paragraph("2025年9月", "cover-line"),
      pages("目录", "portrait", false),
      { kind: "contents", title: "目录", levels: 2 },
      pages("第一部分", "portrait"),
      heading(1, "第一部分 概况"),
      heading(2, "一、总体情况"),
      heading(3, "（一）收入"),
      sentence(
        { text: "收入总计" },
        { text: "1,236.03", figure: "income/total" },
        { text: "万元，主要原因是：" },
        { text: "【待填写：原因】", missing: true },
        { text: "。" },
      ),
      paragraph("单位负责人：", "signature"),
      pages("第二部分", "landscape"),
      heading(2, "财政拨款收支决算表", { style: "table-title", listedAs: "一、财政拨款收支决算表" }),
      paragraph("公开01表", "table-label"),
      paragraph("部门名称：某单位\t2024年度\t金额单位：万元", "table-head"),
      wideTable(tableRows),
      paragraph("注：本表反映收支情况。", "note"),
      pages("附件", "portrait"),
      form(),
      form(),
    ],
    [{ name: "data.json", mediaType: "application/json", bytes: CARRIED }],
  );
}
