// Findings and the summary by unit as CSV (RFC 4180) that spreadsheet programs open as UTF-8.

import type { Severity } from "@jueming/core/checks/finding.ts";

import type { Checked } from "./checked.ts";
import { BYTE_ORDER_MARK, csvLine } from "./csv-line.ts";
import { FINDING_COLUMNS, findingRows } from "./finding-rows.ts";
import { SUMMARY_COLUMNS, summaryRows } from "./summary-rows.ts";

/** All findings, one to a line. */
export function* findingsCsv(results: readonly Checked[], least: Severity): Iterable<string> {
  yield BYTE_ORDER_MARK + csvLine(FINDING_COLUMNS.map(({ name }) => name));
  for (const row of findingRows(results, least)) yield csvLine(FINDING_COLUMNS.map(({ text }) => text(row)));
}

/** 单位汇总, one result to a line. */
export function* summaryCsv(results: readonly Checked[]): Iterable<string> {
  yield BYTE_ORDER_MARK + csvLine(SUMMARY_COLUMNS);
  for (const row of summaryRows(results)) yield csvLine(row);
}
