// The working papers (检查底稿): findings with columns for the reviewer, coverage, and all figures read.

import type { Severity } from "@jueming/core/checks/finding.ts";
import type { WriteSheet } from "hucre/xlsx";
import { colToLetter, writeXlsx } from "hucre/xlsx";

import type { Checked, Judged } from "../checked.ts";
import { isJudged, originText, resultName, sourceOf } from "../checked.ts";
import type { FindingRow } from "../finding-rows.ts";
import { FINDING_COLUMNS, findingRows } from "../finding-rows.ts";
import { figureRows } from "../figure-rows.ts";
import { SUMMARY_COLUMNS, summaryRows } from "../summary-rows.ts";
import { placeText } from "../wording.ts";
import type { StyleName } from "./cell-styles.ts";
import { FONT } from "./cell-styles.ts";
import { filledWorkbook } from "./fill-sheets.ts";
import { guideSheet } from "./guide-sheet.ts";
import type { SheetColumn, SheetTable } from "./sheet.ts";
import { frameOf } from "./sheet.ts";

/** Figures that the papers hold; a workbook with more is slow to open. */
const FIGURES_LIMIT = 150_000;

/** The working papers as the bytes of a workbook. */
export async function workbookReport(results: readonly Checked[], least: Severity): Promise<Uint8Array> {
  const judged = results.filter(isJudged);
  const findings = findingRows(results, least);
  const figures = allFigures(judged);
  const tables = [
    findingsSheet(findings),
    coverageSheet(judged),
    notCheckedSheet(judged),
    figuresSheet(figures.rows),
    summarySheet(results),
  ];
  const guide = guideSheet({
    results: results.length,
    judged: judged.length,
    findings: findings.length,
    ...figures,
  });
  const frame = await writeXlsx({
    sheets: [guide, ...tables.map((table) => withDecisions(frameOf(table), findings.length))],
    activeSheet: 1,
    properties: { title: "检查底稿", creator: "决明" },
    defaultFont: FONT,
  });
  // The guide is the first sheet, and whole.
  return filledWorkbook(frame, new Map(tables.map((table, index) => [index + 2, table])));
}

const TO_FILL: readonly SheetColumn[] = [
  { name: "核实意见", width: 9, holds: "text", toFill: true },
  { name: "整改要求", width: 16, holds: "text", toFill: true },
  { name: "经办人", width: 8, holds: "text", toFill: true },
  { name: "日期", width: 11, holds: "text", toFill: true },
];
const FINDINGS = "问题清单";
const DECISIONS = ["属实", "不属实", "待核"];
const FINDING_WIDTHS: readonly number[] = [
  6, 15, 7, 17, 8, 8, 9, 52, 11, 11, 10, 9, 34, 12, 24, 22, 8, 9, 10, 12,
];
const FIRST_RESULT = FINDING_COLUMNS.findIndex(({ name }) => name === "应为");
const LAST_RESULT = FINDING_COLUMNS.findIndex(({ name }) => name === "允许");
const SEVERITY_COLUMN = FINDING_COLUMNS.findIndex(({ name }) => name === "严重程度");

function findingsSheet(findings: readonly FindingRow[]): SheetTable {
  const columns = [
    ...FINDING_COLUMNS.map(({ name }, index): SheetColumn => ({
      name,
      width: FINDING_WIDTHS[index] ?? 12,
      holds: holdsOf(index, name),
    })),
    ...TO_FILL,
  ];
  return {
    name: FINDINGS,
    columns,
    rows: findings.map((row) => [...FINDING_COLUMNS.map(({ text }) => text(row)), ...TO_FILL.map(() => "")]),
    frozenColumns: 2,
    breakAfter: LAST_RESULT,
    styleOf: (column, text) => (column === SEVERITY_COLUMN ? SEVERITY_STYLES[text] : undefined),
  };
}

/** Cells of the findings that take one of the decisions. */
function withDecisions(sheet: WriteSheet, findings: number): WriteSheet {
  if (sheet.name !== FINDINGS || findings === 0) return sheet;
  const letter = colToLetter(FINDING_COLUMNS.length);
  return {
    ...sheet,
    dataValidations: [
      {
        type: "list",
        values: DECISIONS,
        range: `${letter}2:${letter}${findings + 1}`,
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: "核实意见",
        errorMessage: `请从 ${DECISIONS.join("、")} 中选择。`,
      },
    ],
  };
}

function holdsOf(index: number, name: string): SheetColumn["holds"] {
  if (name === "序号" || name === "年度") return "count";
  return index >= FIRST_RESULT && index <= LAST_RESULT ? "number" : "text";
}

const SEVERITY_STYLES: Readonly<Record<string, StyleName>> = {
  错误: "error",
  警告: "warning",
  提示: "hint",
};

const text = (name: string, width: number): SheetColumn => ({ name, width, holds: "text" });
const count = (name: string, width = 8): SheetColumn => ({ name, width, holds: "count" });

function coverageSheet(judged: readonly Judged[]): SheetTable {
  return {
    name: "覆盖情况",
    columns: [
      text("单位", 26),
      count("年度"),
      text("规则编号", 10),
      text("规则", 52),
      count("已检查"),
      count("有问题"),
      count("不适用"),
      count("未检查"),
      text("不适用的原因", 36),
      text("来源", 30),
    ],
    rows: judged.flatMap((result) =>
      result.result.coverage.map((rule) => [
        ...origin(result),
        rule.code,
        rule.title,
        `${rule.held + rule.found}`,
        `${rule.found}`,
        `${rule.notApplicable}`,
        `${rule.notChecked}`,
        rule.notApplicableReasons.join("；"),
        originText(result),
      ]),
    ),
    frozenColumns: 0,
    breakAfter: null,
  };
}

function notCheckedSheet(judged: readonly Judged[]): SheetTable {
  return {
    name: "未检查",
    columns: [
      text("单位", 26),
      count("年度"),
      text("规则编号", 10),
      text("表/项目", 40),
      text("未检查的原因", 60),
      text("来源", 34),
    ],
    rows: judged.flatMap((result) =>
      result.result.notChecked.map(({ code, subject, reason }) => [
        ...origin(result),
        code,
        subject ?? "",
        reason,
        originText(result),
      ]),
    ),
    frozenColumns: 0,
    breakAfter: null,
  };
}

interface AllFigures {
  readonly rows: readonly (readonly string[])[];
  readonly figuresLeftOut: number;
}

/** Every figure of the files; a unit's files checked together have theirs already. */
function allFigures(judged: readonly Judged[]): AllFigures {
  const rows: (readonly string[])[] = [];
  let figuresLeftOut = 0;
  for (const result of judged) {
    if ("sources" in result) continue;
    for (const { part, row, column, figure, place } of figureRows(result.disclosure())) {
      if (rows.length >= FIGURES_LIMIT) figuresLeftOut += 1;
      else {
        const { raw, value, unit, doubt } = figure;
        const where = placeText(place, sourceOf(result));
        rows.push([
          ...origin(result),
          part,
          row,
          column,
          raw,
          value ?? "",
          unit,
          where,
          doubt,
          result.source,
        ]);
      }
    }
  }
  return { rows, figuresLeftOut };
}

function figuresSheet(rows: AllFigures["rows"]): SheetTable {
  return {
    name: "全部数字",
    columns: [
      text("单位", 22),
      count("年度"),
      text("表/项目", 30),
      text("行", 34),
      text("栏", 16),
      text("列示", 14),
      count("数值", 14),
      text("计量单位", 9),
      text("位置", 16),
      text("存疑", 16),
      text("来源", 26),
    ],
    rows,
    frozenColumns: 0,
    breakAfter: null,
  };
}

function summarySheet(results: readonly Checked[]): SheetTable {
  const widths: Readonly<Record<string, number>> = { 单位: 32, 地区: 18, 来源: 44, 说明: 44 };
  return {
    name: "单位汇总",
    columns: SUMMARY_COLUMNS.map((name) => {
      const width = widths[name];
      return width === undefined ? count(name) : text(name, width);
    }),
    rows: summaryRows(results),
    frozenColumns: 1,
    breakAfter: null,
  };
}

function origin(result: Judged): readonly [name: string, year: string] {
  return [resultName(result), `${result.about.year ?? ""}`];
}
