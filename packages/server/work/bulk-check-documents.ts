// What is read of a bulk check: a file opened with its findings, its document with the places marked, reports.

import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import { toFindingsJson } from "@jueming/pipeline/findings-json.ts";
import { askBulkThread } from "@jueming/pipeline/bulk-checks/ask-bulk-thread.ts";
import type { BulkReportFormat, ShownDocument } from "@jueming/pipeline/bulk-checks/bulk-requests.ts";
import { unpackChecked } from "@jueming/pipeline/bulk-checks/packed-results.ts";
import type { PackedChecked } from "@jueming/pipeline/bulk-checks/packed-results.ts";

import type { BulkFileView, BulkFindings } from "../contract/bulk-checks.ts";
import { bulkFindings } from "../contract/bulk-checks.ts";
import type { Key } from "../contract/reference.ts";
import { notFound } from "../http/http-problem.ts";
import type { Services } from "../services.ts";
import { streamBlob } from "../store/blobs.ts";
import type { StoredFile } from "../store/bulk-checks.ts";
import { bulkUnitOf, filesOfUnit, lineOfFile, packedFile, packedResults } from "../store/bulk-checks.ts";

type Own = Pick<Services, "database">;

/** One file with its findings, and those of its unit's files together. */
export async function bulkFileView({ database }: Own, key: Key, row: StoredFile): Promise<BulkFileView> {
  const packed = packedFile(row);
  const unit = await bulkUnitOf(database, key, row.unitNumber);
  return {
    file: lineOfFile(row),
    own: packed === undefined ? null : findingsOf(packed),
    together: unit === undefined ? null : findingsOf(unit),
    unitFiles: await filesOfUnit(database, key, row),
  };
}

function findingsOf(packed: PackedChecked): BulkFindings {
  const checked = unpackChecked(packed);
  if ("error" in checked) throw notFound("这个文件的结果");
  return bulkFindings.parse(JSON.parse(JSON.stringify(toFindingsJson(checked))));
}

/** The document of a file as it is shown; throws a DocumentError where it cannot be read. */
export async function shownDocument({ database }: Own, key: Key, row: StoredFile): Promise<ShownDocument> {
  const file = packedFile(row);
  if (file === undefined || row.hash === null) throw notFound("这个文件的原文");
  const unit = await bulkUnitOf(database, key, row.unitNumber);
  const folder = await mkdtemp(join(tmpdir(), "jueming-show-"));
  try {
    const path = join(folder, "file");
    await pipeline(streamBlob(database, key.shardRegion, row.hash), createWriteStream(path));
    const together = unit?.result ?? null;
    return await askBulkThread("show", { file, path, together });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** BulkReport: a download of a check. */
interface BulkReport {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const REPORTS: Readonly<Record<BulkReportFormat, { readonly name: string; readonly mediaType: string }>> = {
  xlsx: {
    name: "检查底稿.xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  html: { name: "核对结果.html", mediaType: "text/html; charset=utf-8" },
  csv: { name: "问题清单.csv", mediaType: "text/csv; charset=utf-8" },
  json: { name: "核对结果.jsonl", mediaType: "application/x-ndjson; charset=utf-8" },
};

/** Writes a report on the results so far, of all files or of some. */
export async function bulkReport(
  { database }: Own,
  key: Key,
  wanted: {
    readonly format: BulkReportFormat;
    readonly severity: "error" | "warning" | "hint";
    readonly positions: readonly number[] | null;
  },
): Promise<BulkReport> {
  const results = await packedResults(database, key, wanted.positions);
  if (results.length === 0) throw notFound("已核对的文件");
  const { format, severity } = wanted;
  const bytes = await askBulkThread("report", { format, severity, results });
  return { ...REPORTS[format], bytes };
}
