// The downloads of a bulk check: working papers (检查底稿), a page to read, a table, findings as JSON Lines.

import { findingsCsv } from "../reports/csv-report.ts";
import { toFindingsJson } from "../findings-json.ts";
import { isFailure } from "../read.ts";
import type { Checked } from "../reports/checked.ts";
import { htmlReport } from "../reports/html/html-report.ts";
import { workbookReport } from "../reports/workbook/workbook-report.ts";
import type { BulkRequests } from "./bulk-requests.ts";
import { unpackChecked } from "./packed-results.ts";

/** Writes a report on results. */
export async function writtenReport({
  format,
  severity,
  results,
}: BulkRequests["report"]["ask"]): Promise<Uint8Array<ArrayBuffer>> {
  const checked = results.map(unpackChecked);
  switch (format) {
    case "xlsx":
      return new Uint8Array(await workbookReport(checked, severity));
    case "html":
      return joined(htmlReport(checked, severity));
    case "csv":
      return joined(findingsCsv(checked, severity));
    case "json":
      return joined(checked.map((result) => `${JSON.stringify(lineOf(result))}\n`));
  }
}

function lineOf(result: Checked): object {
  return isFailure(result) ? { source: result.source, error: result.error } : toFindingsJson(result);
}

function joined(parts: Iterable<string>): Uint8Array<ArrayBuffer> {
  const pieces: Buffer[] = [];
  for (const part of parts) pieces.push(Buffer.from(part));
  return new Uint8Array(Buffer.concat(pieces));
}
