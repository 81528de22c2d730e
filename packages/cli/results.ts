// Where the results of checking go, by format: as lines as they come, or one report at the end.

import type { Severity } from "@jueming/core/checks/finding.ts";
import type { Checked } from "@jueming/pipeline/reports/checked.ts";

import { checkedJson, fileNameOf } from "./checked-json.ts";
import type { Output } from "./output.ts";
import { fileOutput, isFolder, standardOutput, writeInFolder, writeWhole } from "./output.ts";
import { PLAIN, paintFor } from "./paint.ts";
import { textReport } from "./text-report.ts";
import { UsageError } from "./usage-error.ts";

/** Results: takes results as they come, in the order of the input. */
export interface Results {
  readonly take: (result: Checked) => Promise<void>;
  readonly finish: () => Promise<void>;
}

/** ResultOptions: how results are written, and where. */
export interface ResultOptions {
  readonly format: string;
  readonly out?: string;
  readonly severity: Severity;
}

/** What takes the results of a format; refuses what cannot be written to a terminal. */
export function resultsFor(options: ResultOptions): Results {
  switch (options.format) {
    case "json":
      return jsonResults(options);
    case "html":
      return collected((results) => writeHtml(results, options));
    case "csv":
      return collected((results) => writeCsvFiles(results, options));
    case "xlsx":
      return workbookResults(options);
    default:
      return collected((results) => writeText(results, options));
  }
}

/** JSON Lines, each line as soon as it is known; in a folder, one file for each result. */
function jsonResults({ out, severity }: ResultOptions): Results {
  let output: Promise<Output> | undefined;
  return {
    take: async (result) => {
      const text = `${JSON.stringify(checkedJson(result, severity))}\n`;
      if (out !== undefined && isFolder(out)) return writeInFolder(out, `${fileNameOf(result)}.json`, text);
      output ??= outputAt(out);
      return (await output).write(text);
    },
    finish: async () => (await output)?.close(),
  };
}

/** Results of which one report is made. */
function collected(report: (results: readonly Checked[]) => Promise<void>): Results {
  const results: Checked[] = [];
  return {
    take: async (result) => {
      results.push(result);
    },
    finish: () => report(results),
  };
}

async function writeText(results: readonly Checked[], { out, severity }: ResultOptions): Promise<void> {
  const paint = out === undefined ? paintFor(process.stdout, process.env) : PLAIN;
  return writeReport(out, "核对结果.txt", [textReport(results, { paint, severity })]);
}

async function writeHtml(results: readonly Checked[], { out, severity }: ResultOptions): Promise<void> {
  const { htmlReport } = await import("@jueming/pipeline/reports/html/html-report.ts");
  return writeReport(out, "核对结果.html", htmlReport(results, severity));
}

/** Findings; in a folder, the summary by unit beside them. */
async function writeCsvFiles(results: readonly Checked[], { out, severity }: ResultOptions): Promise<void> {
  const { findingsCsv, summaryCsv } = await import("@jueming/pipeline/reports/csv-report.ts");
  const findings = findingsCsv(results, severity);
  if (out === undefined || (/\.csv$/iu.test(out) && !isFolder(out))) return writeReport(out, "", findings);
  await writeInFolder(out, "findings.csv", [...findings].join(""));
  return writeInFolder(out, "summary.csv", [...summaryCsv(results)].join(""));
}

function workbookResults({ out, severity }: ResultOptions): Results {
  if (out === undefined) {
    throw new UsageError("检查底稿（xlsx）不能显示在屏幕上，请用 --out 指定文件，例如 --out 检查底稿.xlsx。");
  }
  return collected(async (results) => {
    const { workbookReport } = await import("@jueming/pipeline/reports/workbook/workbook-report.ts");
    const bytes = await workbookReport(results, severity);
    return isFolder(out) ? writeInFolder(out, "检查底稿.xlsx", bytes) : writeWhole(out, bytes);
  });
}

/** Writes a report to standard output, a file, or under its usual name in a folder. */
export async function writeReport(
  out: string | undefined,
  name: string,
  parts: Iterable<string>,
): Promise<void> {
  if (out !== undefined && isFolder(out)) return writeInFolder(out, name, [...parts].join(""));
  const output = await outputAt(out);
  for (const part of parts) await output.write(part);
  return output.close();
}

function outputAt(path: string | undefined): Promise<Output> {
  return path === undefined ? Promise.resolve(standardOutput()) : fileOutput(path);
}
