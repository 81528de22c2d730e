// Monitoring as a workbook: what needs action, all projects, targets and units, each with its derivation.

import type { MonitoringReport } from "@jueming/core/monitoring/monitoring-report.ts";
import { percentText } from "@jueming/core/monitoring/lights.ts";
import { writeXlsx } from "hucre/xlsx";

import type { StyleName } from "../reports/workbook/cell-styles.ts";
import { FONT } from "../reports/workbook/cell-styles.ts";
import { filledWorkbook } from "../reports/workbook/fill-sheets.ts";
import type { SheetColumn, SheetTable } from "../reports/workbook/sheet.ts";
import { frameOf } from "../reports/workbook/sheet.ts";
import { placeText } from "../reports/wording.ts";
import { amountText, colourWord, forecastText, lightText, monthText, rateText } from "./monitoring-words.ts";

const column = (name: string, width: number): SheetColumn => ({ name, width, holds: "text" });
const STYLES: Readonly<Record<string, StyleName>> = { 红灯: "error", 黄灯: "warning", 绿灯: "hint" };

/** The workbook of one or more reports. */
export async function monitoringList(reports: readonly MonitoringReport[]): Promise<Uint8Array> {
  const tables = [actionsTable(reports), projectsTable(reports), targetsTable(reports), unitsTable(reports)];
  const frame = await writeXlsx({
    sheets: tables.map(frameOf),
    activeSheet: 0,
    properties: { title: "绩效运行监控", creator: "决明" },
    defaultFont: FONT,
  });
  return filledWorkbook(frame, new Map(tables.map((table, index) => [index + 1, table])));
}

function table(name: string, columns: readonly SheetColumn[], rows: SheetTable["rows"]): SheetTable {
  return { name, columns, rows, frozenColumns: 2, breakAfter: null, styleOf: (_, text) => STYLES[text] };
}

function actionsTable(reports: readonly MonitoringReport[]): SheetTable {
  return table(
    "应处理事项",
    [
      column("序号", 6),
      column("单位", 20),
      column("项目", 28),
      column("双监控", 9),
      column("理由", 70),
      column("建议", 50),
      column("位置", 24),
    ],
    reports.flatMap(({ actions, input }) =>
      actions.map(({ monitoring, reasons, advice }, index) => [
        String(index + 1),
        monitoring.project.unit,
        monitoring.project.name,
        colourWord(monitoring.colour),
        reasons.join("\n"),
        advice,
        [
          ...new Set(
            [monitoring.project.place, ...monitoring.faults.map(({ place }) => place)].map((place) =>
              placeText(place, input.source),
            ),
          ),
        ].join("、"),
      ]),
    ),
  );
}

function projectsTable(reports: readonly MonitoringReport[]): SheetTable {
  return table(
    "项目",
    [
      column("月份", 10),
      column("单位", 20),
      column("项目", 28),
      column("预算", 14),
      column("累计执行", 14),
      column("执行率", 10),
      column("应达", 10),
      column("资金", 8),
      column("推算过程", 60),
      column("目标", 8),
      column("双监控", 8),
      column("年末执行率预测", 30),
      column("预测方法", 60),
    ],
    reports.flatMap((report) =>
      report.projects.map((one) => [
        monthText(report),
        one.project.unit,
        one.project.name,
        amountText(one.execution.budget),
        amountText(one.execution.executed),
        rateText(one.execution),
        percentText(one.expected.percent),
        colourWord(one.executionLight.colour),
        lightText(one.executionLight),
        colourWord(one.targetColour),
        colourWord(one.colour),
        forecastText(one.forecast),
        one.forecast.kind === "forecast" ? one.forecast.formula : "",
      ]),
    ),
  );
}

function targetsTable(reports: readonly MonitoringReport[]): SheetTable {
  return table(
    "目标",
    [
      column("单位", 20),
      column("项目", 28),
      column("指标", 24),
      column("指标值", 14),
      column("截至目前完成", 14),
      column("灯", 8),
      column("推算过程", 70),
    ],
    reports.flatMap(({ projects }) =>
      projects.flatMap(({ project, targets }) =>
        targets.map(({ indicator, light }) => [
          project.unit,
          project.name,
          indicator.name,
          indicator.target?.raw ?? "",
          indicator.actual?.raw ?? "",
          colourWord(light.colour),
          lightText(light),
        ]),
      ),
    ),
  );
}

function unitsTable(reports: readonly MonitoringReport[]): SheetTable {
  return table(
    "单位",
    [
      column("单位", 24),
      column("项目数", 8),
      column("预算", 14),
      column("累计执行", 14),
      column("执行率", 10),
      column("灯", 8),
      column("资金进度", 50),
      column("目标与资金", 50),
      column("结余", 40),
      column("未计入的项目", 30),
    ],
    reports.flatMap(({ units }) =>
      units.map((unit) => [
        unit.unit,
        String(unit.projects),
        amountText(unit.execution.budget),
        amountText(unit.execution.executed),
        rateText(unit.execution),
        colourWord(unit.colour),
        lightText(unit.executionLight),
        lightText(unit.leadLight),
        lightText(unit.unspentLight),
        unit.leftOut.join("、"),
      ]),
    ),
  );
}
