// The workbook of monitoring (监控表): written empty to be filled in, and read back by the heads of its columns.

import type { StatedText } from "@jueming/core/document/stated-text.ts";
import { findUnit } from "@jueming/core/figures/unit.ts";
import type {
  MonitoringInput,
  StatedIndicator,
  StatedProject,
} from "@jueming/core/monitoring/monitored-project.ts";
import { MONTHS, monitoredProject } from "@jueming/core/monitoring/monitored-project.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";
import { rowsOf } from "@jueming/documents/workbook/sheet-rows.ts";
import type { Sheet } from "@jueming/documents/workbook/workbook.ts";
import { readXlsxSheets } from "@jueming/documents/xlsx/reader.ts";
import { writeXlsx } from "hucre/xlsx";

import { FONT } from "../reports/workbook/cell-styles.ts";
import { filledWorkbook } from "../reports/workbook/fill-sheets.ts";
import type { SheetColumn, SheetTable } from "../reports/workbook/sheet.ts";
import { frameOf } from "../reports/workbook/sheet.ts";

const ABOUT = "基本信息";
const EXECUTION = "项目执行";
const PLAN = "用款计划";
const TARGETS = "目标进度";
const MONTH_NAMES = Array.from({ length: MONTHS }, (_, index) => `${index + 1}月`);
const CUMULATIVE = "累计";
const MONTHLY = "当月";

const text = (name: string, width: number): SheetColumn => ({ name, width, holds: "text", toFill: true });
const number = (name: string): SheetColumn => ({ name, width: 10, holds: "number", toFill: true });

const ABOUT_ROWS: readonly (readonly [name: string, value: string, words: string])[] = [
  ["年度", "", "如 2025"],
  ["金额单位", "万元", "元、万元或亿元"],
  ["执行数口径", CUMULATIVE, `${CUMULATIVE}：1月至该月合计；${MONTHLY}：只计该月。执行数和用款计划同一口径`],
  ["行政区划代码", "", "决定按哪个地区的监控规则，可不填"],
];

const TABLES: readonly SheetTable[] = [
  table(
    ABOUT,
    [
      { name: "项目", width: 16, holds: "text" },
      text("填写", 16),
      { name: "说明", width: 60, holds: "text" },
    ],
    ABOUT_ROWS,
  ),
  table(EXECUTION, [
    text("单位", 20),
    text("项目名称", 28),
    text("项目编码", 16),
    number("年初预算"),
    number("调整后预算"),
    ...MONTH_NAMES.map(number),
  ]),
  table(PLAN, [text("单位", 20), text("项目名称", 28), ...MONTH_NAMES.map(number)]),
  table(TARGETS, [
    text("单位", 20),
    text("项目名称", 28),
    text("一级指标", 12),
    text("二级指标", 12),
    text("指标名称", 24),
    text("指标值", 14),
    text("截至目前完成", 14),
  ]),
];

function table(name: string, columns: readonly SheetColumn[], rows: SheetTable["rows"] = []): SheetTable {
  return { name, columns, rows, frozenColumns: 0, breakAfter: null };
}

/** The workbook to fill in; empty months mean not reported. */
export async function monitoringTemplate(): Promise<Uint8Array> {
  const frame = await writeXlsx({
    sheets: TABLES.map(frameOf),
    activeSheet: 1,
    properties: { title: "绩效运行监控表", creator: "决明" },
    defaultFont: FONT,
  });
  return filledWorkbook(frame, new Map(TABLES.map((one, index) => [index + 1, one])));
}

/** Reads a filled-in workbook; throws a DocumentError where it is none. */
export function readMonitoringWorkbook(bytes: Uint8Array, source: string): MonitoringInput {
  const sheets = readXlsxSheets(bytes);
  const about = aboutOf(rowsUnder(sheets, ABOUT), source);
  const execution = rowsUnder(sheets, EXECUTION);
  if (execution.length === 0)
    throw new DocumentError("empty", `“${source}”的工作表“${EXECUTION}”没有填写项目。请填写后重试。`);
  const plans = Map.groupBy(rowsUnder(sheets, PLAN), keyOf);
  const targets = Map.groupBy(rowsUnder(sheets, TARGETS), keyOf);
  mustBelong(execution, [...plans.keys(), ...targets.keys()], source);
  const projects = execution.map((row) =>
    projectOf(row, plans.get(keyOf(row))?.[0], targets.get(keyOf(row)) ?? []),
  );
  return { ...about, source, projects: projects.map((one) => monitoredProject(one, about.moneyUnit)) };
}

/** FilledRow: the cells of a row under the heads of their columns. */
interface FilledRow {
  readonly sheet: string;
  readonly number: number;
  readonly at: (name: string) => StatedText;
}

function rowsUnder(sheets: readonly Sheet[], name: string): readonly FilledRow[] {
  const sheet = sheets.find((one) => one.name === name);
  const [head, ...rows] = sheet === undefined ? [] : rowsOf(sheet);
  const columns = new Map((head?.cells ?? []).map((cell) => [cell.text.replace(/\s+/gu, ""), cell.column]));
  return rows.map(({ number: row, cells }) => ({
    sheet: name,
    number: row,
    at: (column) => {
      const place = { sheet: name, row, column: columns.get(column) ?? 1 };
      const cell = cells.find((one) => one.column === columns.get(column));
      // A number counts as it is stored: its format may show fewer decimals. 95 % stays as it is shown.
      const isPercent = cell?.text.includes("%") === true;
      return { text: (isPercent ? cell.text : (cell?.exact ?? cell?.text ?? "")).trim(), place };
    },
  }));
}

const keyOf = (row: FilledRow): string => `${row.at("单位").text}\u0000${row.at("项目名称").text}`;

/** A plan or a target under a name that no project has would be lost without a word. */
function mustBelong(projects: readonly FilledRow[], keys: readonly string[], source: string): void {
  const known = new Set(projects.map(keyOf));
  const lost = keys.find((key) => !known.has(key));
  if (lost === undefined) return;
  const [unit = "", name = ""] = lost.split("\u0000");
  throw new DocumentError(
    "damaged",
    `“${source}”的“${PLAN}”或“${TARGETS}”中有“${unit} ${name}”，“${EXECUTION}”中没有这个项目。请使单位和项目名称一致。`,
  );
}

function aboutOf(
  rows: readonly FilledRow[],
  source: string,
): Pick<MonitoringInput, "year" | "division" | "basis" | "moneyUnit"> {
  const value = (name: string): string =>
    rows.find((row) => row.at("项目").text === name)?.at("填写").text ?? "";
  const [year, division, basis] = [value("年度"), value("行政区划代码"), value("执行数口径")];
  const moneyUnit = findUnit(value("金额单位"));
  const wrong = (what: string): DocumentError =>
    new DocumentError("damaged", `“${source}”的工作表“${ABOUT}”：${what}`);
  if (moneyUnit?.dimension !== "money") throw wrong("金额单位应为元、万元或亿元。");
  if (basis !== CUMULATIVE && basis !== MONTHLY) throw wrong(`执行数口径应为${CUMULATIVE}或${MONTHLY}。`);
  if (year !== "" && !/^\d{4}年?$/u.test(year)) throw wrong(`年度“${year}”应为四位数字。`);
  return {
    year: year === "" ? null : Number(year.slice(0, 4)),
    division: division === "" ? null : division,
    basis: basis === CUMULATIVE ? "cumulative" : "monthly",
    moneyUnit,
  };
}

function projectOf(
  row: FilledRow,
  plan: FilledRow | undefined,
  targets: readonly FilledRow[],
): StatedProject {
  return {
    name: row.at("项目名称").text,
    code: row.at("项目编码").text,
    unit: row.at("单位").text,
    initial: row.at("年初预算"),
    adjusted: row.at("调整后预算"),
    executed: MONTH_NAMES.map(row.at),
    plan: plan === undefined ? [] : MONTH_NAMES.map(plan.at),
    indicators: targets.map(indicatorOf),
    place: row.at("项目名称").place,
  };
}

function indicatorOf(row: FilledRow): StatedIndicator {
  return {
    level1: row.at("一级指标").text,
    level2: row.at("二级指标").text,
    name: row.at("指标名称").text,
    target: row.at("指标值"),
    progress: row.at("截至目前完成"),
  };
}
