// `jueming monitor`: what was reported by month into lights, forecasts and a list of what needs action.

import { readFile } from "node:fs/promises";
import { basename } from "node:path";

import type { MonitoringInput } from "@jueming/core/monitoring/monitored-project.ts";
import type { MonitoringReport } from "@jueming/core/monitoring/monitoring-report.ts";
import { monitor } from "@jueming/core/monitoring/monitoring-report.ts";
import { editionFor } from "@jueming/core/regions/index.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";
import { readMonitoringJson, toMonitoringJson } from "@jueming/pipeline/monitoring/monitoring-json.ts";
import { htmlMonitoring } from "@jueming/pipeline/monitoring/monitoring-page.ts";
import { monitoringList } from "@jueming/pipeline/monitoring/monitoring-list.ts";
import { readMonitoringWorkbook } from "@jueming/pipeline/monitoring/monitoring-workbook.ts";

import { standardOutput, tell, writeWhole } from "./output.ts";
import { paintFor } from "./paint.ts";
import { printable } from "./printed-width.ts";
import { textMonitoring } from "./text-monitoring.ts";
import { STATUS, UsageError } from "./usage-error.ts";

/** MonitorCommand: the options of `jueming monitor`. */
export interface MonitorCommand {
  readonly month?: { readonly year: number | null; readonly month: number };
  readonly format: "text" | "json" | "html" | "xlsx";
  readonly out?: string;
  readonly region?: string;
}

/** Monitors the files, one report each; the status is 2 when one could not be read, 1 when there is a red light. */
export async function runMonitor(paths: readonly string[], command: MonitorCommand): Promise<number> {
  const { format, out } = command;
  if (format === "xlsx" && out === undefined) throw new UsageError("输出 xlsx 必须用 --out 给出文件名。");
  const reports: MonitoringReport[] = [];
  let hasFailed = false;
  for (const path of paths) {
    try {
      reports.push(reportOf(await inputAt(path), command));
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      hasFailed = true;
      tell(printable(`${path}：${error.message}（${error.code}）`));
    }
  }
  if (reports.length > 0) await give(reports, command);
  if (hasFailed) return STATUS.failed;
  const isRed = reports.some(({ projects, units }) =>
    [...projects, ...units].some(({ colour }) => colour === "red"),
  );
  return isRed ? STATUS.findings : STATUS.fine;
}

async function inputAt(path: string): Promise<MonitoringInput> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new DocumentError("not-found", "打不开文件。请检查路径和权限。", { cause });
  }
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  // A page that is passed on need not tell where the file lay.
  const source = basename(path);
  return isWorkbook
    ? readMonitoringWorkbook(bytes, source)
    : readMonitoringJson(new TextDecoder().decode(bytes), source);
}

function reportOf(input: MonitoringInput, { month, region }: MonitorCommand): MonitoringReport {
  if (month !== undefined && month.year !== null && input.year !== null && month.year !== input.year)
    throw new DocumentError("not-found", `这是${input.year}年的数据，没有${month.year}年${month.month}月。`);
  const { monitoring } = editionFor(region ?? input.division, input.year);
  const report = monitor(input, monitoring, month?.month);
  if (report === undefined) throw new DocumentError("empty", "没有填报任何月份的执行数。请填写后重试。");
  return report;
}

async function give(reports: readonly MonitoringReport[], { format, out }: MonitorCommand): Promise<void> {
  if (format === "xlsx" && out !== undefined) return writeWhole(out, await monitoringList(reports));
  const paint = paintFor(process.stdout, process.env);
  const text = {
    text: () => reports.map((report) => textMonitoring(report, paint)).join("\n"),
    json: () => reports.map((report) => `${JSON.stringify(toMonitoringJson(report))}\n`).join(""),
    html: () => htmlMonitoring(reports),
  }[format === "xlsx" ? "text" : format]();
  if (out === undefined) return standardOutput().write(text);
  return writeWhole(out, new TextEncoder().encode(text));
}
