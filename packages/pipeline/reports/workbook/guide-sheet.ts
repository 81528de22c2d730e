// The first sheet (说明): what the papers hold and how to work with them.

import { rowHeight } from "@jueming/documents/workbook/row-height.ts";
import type { WriteSheet } from "hucre/xlsx";

import { FONT } from "./cell-styles.ts";

/** GuideCounts: what the papers hold. */
export interface GuideCounts {
  readonly results: number;
  readonly judged: number;
  readonly findings: number;
  readonly figuresLeftOut: number;
}

const NAME_WIDTH = 16;
const WORDS_WIDTH = 96;

export function guideSheet(counts: GuideCounts): WriteSheet {
  const lines = guideLines(counts);
  return {
    name: "说明",
    columns: [
      { width: NAME_WIDTH, style: { font: { ...FONT, bold: true }, alignment: { vertical: "top" } } },
      { width: WORDS_WIDTH, style: { font: FONT, alignment: { vertical: "top", wrapText: true } } },
    ],
    rowDefs: new Map(
      lines.map((line, index) => [
        index + 1,
        { height: (rowHeight(line, [NAME_WIDTH, WORDS_WIDTH]) ?? 14) + 6 },
      ]),
    ),
    rows: [["检查底稿"], ...lines.map(([name, words]) => [name, words])],
    cells: new Map([["0,0", { style: { font: { ...FONT, bold: true, size: 16 } } }]]),
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    view: { showGridLines: false },
  };
}

function guideLines(counts: GuideCounts): readonly (readonly [name: string, words: string])[] {
  const { results, judged, findings, figuresLeftOut } = counts;
  const failed = results - judged;
  return [
    [
      "内容",
      `${judged} 份结果，${findings} 个问题${failed === 0 ? "" : `；${failed} 个文件未能读取，原因见“单位汇总”`}。`,
    ],
    [
      "问题清单",
      "每行一个问题，从重到轻。“同一原因”的问题紧跟在首个问题之后，改正首个问题后一般随之消除。可按单位、表或项目、严重程度等筛选。",
    ],
    ["填写", "“核实意见”从下拉列表中选择属实、不属实或待核；“整改要求”“经办人”“日期”由核对人填写。"],
    ["严重程度", "错误：应当更正。警告：需要说明。提示：供参考，例如由四舍五入引起的尾差。"],
    ["性质", "逻辑性：数字之间的关系不成立，应当更正。核实性：应当核实并说明，说明可以保留到下一年度。"],
    ["允许", "由列示位数的四舍五入所能解释的最大差额；相差超过允许才是问题。"],
    ["是否存疑", "标有“请核对原件”的，可能是扫描或识读的误差，请先核对原件。"],
    ["覆盖情况", "每条规则检查了多少项、多少项有问题、不适用或未检查。没有问题不等于全部检查过。"],
    ["未检查", "材料中缺少或无法识读、因而没有检查的项目及原因。"],
    [
      "全部数字",
      `从材料中读出的每个数字及其位置，“列示”为原文，“数值”为识读结果。${
        figuresLeftOut === 0 ? "" : `因数量太多，另有 ${figuresLeftOut} 个数字未列入，请分批核对。`
      }`,
    ],
    ["位置", "文本为行号，PDF 为页码，工作簿为“工作表!单元格”，可据此在原件中查找。"],
  ];
}
