// The official files of a report: of what stands in the editor as a draft, of a version as the final document.

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { editionOf } from "@jueming/core/regions/index.ts";
import type { WrittenFormat } from "@jueming/pipeline/write.ts";
import { writeDisclosure } from "@jueming/pipeline/write.ts";

import { KIND_NAMES } from "../contract/report-states.ts";
import type { ReportRow } from "../store/reports.ts";

/** ReportFile: a file as it is sent. */
export interface ReportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export const MEDIA_TYPES: Readonly<Record<WrittenFormat, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
};

interface Wanted {
  readonly disclosure: Disclosure;
  readonly prior: Disclosure | null;
  readonly format: WrittenFormat;
  /** True for what is not final: gaps are marked in it. */
  readonly draft: boolean;
}

/** Writes a file of a report; throws a DocumentError where a final one still lacks something. */
export async function reportFile(
  row: ReportRow,
  { disclosure, prior, format, draft }: Wanted,
): Promise<ReportFile> {
  const { bytes } = await writeDisclosure({
    disclosure,
    edition: editionOf(disclosure),
    format,
    draft,
    ...(prior === null ? {} : { prior }),
  });
  return { name: fileNameOf(row, { format, draft }), mediaType: MEDIA_TYPES[format], bytes };
}

/** 示例县档案馆2024年度部门决算公开.pdf; signs that file systems refuse are left out. */
export function fileNameOf(row: ReportRow, { format, draft }: Pick<Wanted, "format" | "draft">): string {
  const { year, kind } = row.report;
  const name = `${row.unitName}${year}年度${KIND_NAMES[kind]}${draft ? "（草稿）" : ""}`;
  return `${name.replaceAll(/[\\/:*?"<>|\p{C}]/gu, "")}.${format}`;
}

/** The header under which a file of a Chinese name is saved (RFC 6266). */
export const savedAs = (name: string): string =>
  `attachment; filename="report.${name.split(".").at(-1) ?? "bin"}"; filename*=UTF-8''${encodeURIComponent(name)}`;
