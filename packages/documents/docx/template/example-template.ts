// An example of a template, made by the writer itself, so that it has the official styles and can be opened,
// looked at and changed in Word.

import type { WrittenBlock } from "@jueming/core/document/composition.ts";
import type { Cell, Heading, Paragraph, Row, Table } from "@jueming/core/document/document.ts";

import { writeDocx } from "../writer.ts";

const NOWHERE = {};
const paragraph = (text: string, role?: Paragraph["role"]): Paragraph => ({
  kind: "paragraph",
  text,
  place: NOWHERE,
  ...(role === undefined ? {} : { role }),
});
const heading = (level: number, text: string, style?: Heading["style"]): Heading => ({
  kind: "heading",
  level,
  text,
  place: NOWHERE,
  ...(style === undefined ? {} : { style }),
});
const header = (text: string): Cell => ({ text, place: NOWHERE, written: { role: "header" } });
const label = (text: string): Cell => ({ text, place: NOWHERE, written: { role: "label" } });
const figure = (text: string): Cell => ({ text, place: NOWHERE, written: { role: "figure" } });
const row = (...cells: readonly Cell[]): Row => ({ cells, place: NOWHERE });

/** A row that is repeated begins its first cell with the section and ends its last cell with it. */
const EXPENDITURE: Table = {
  kind: "table",
  place: NOWHERE,
  written: { name: "支出", headerRows: 1, widths: [2, 4, 2, 2] },
  rows: [
    row(header("科目编码"), header("科目名称"), header("基本支出"), header("项目支出")),
    row(
      label("{{#支出决算表}}{{科目编码}}"),
      label("{{科目名称}}"),
      figure("{{基本支出}}"),
      figure("{{项目支出}}{{/支出决算表}}"),
    ),
  ],
};

const BLOCKS: readonly WrittenBlock[] = [
  { kind: "page-start", orientation: "portrait", numbered: false, name: "封面" },
  paragraph("{{单位名称}}", "cover-title"),
  paragraph("{{年度}}年度部门决算", "cover-title"),
  { kind: "page-start", orientation: "portrait", numbered: true, name: "正文" },
  heading(1, "第一部分 概况"),
  paragraph("{{#本部门（单位）职责}}"),
  paragraph("{{段落}}"),
  paragraph("{{/本部门（单位）职责}}"),
  heading(1, "第二部分 决算情况说明"),
  paragraph("{{年度}}年度收入总计{{收入总计}}万元，支出总计{{支出总计}}万元。"),
  paragraph("{{#收入支出决算总体情况说明}}"),
  paragraph("{{段落}}"),
  paragraph("{{/收入支出决算总体情况说明}}"),
  heading(2, "支出决算表", "table-title"),
  paragraph("部门名称：{{单位名称}}\t金额单位：万元", "table-head"),
  EXPENDITURE,
  paragraph("{{#有政府性基金}}"),
  paragraph("政府性基金预算财政拨款支出{{政府性基金支出}}万元。"),
  paragraph("{{/有政府性基金}}"),
  heading(1, "第三部分 项目绩效"),
  paragraph("{{#项目}}"),
  heading(2, "{{项目名称}}"),
  paragraph("全年预算数{{预算数}}{{金额单位}}，执行数{{执行数}}{{金额单位}}，自评得分{{得分}}分。"),
  paragraph("{{/项目}}"),
];

/** The example as a Word file; always the same bytes. */
export function exampleTemplate(): Promise<Uint8Array> {
  return writeDocx({ title: "决算公开报告模板示例", blocks: BLOCKS, attachments: [] });
}
