// 批量检查: many files of any origin, as the interface gives them.

import { z } from "zod";

import { pageQuery } from "./page.ts";
import { reference } from "./reference.ts";
import { findingView } from "./reports.ts";

export const BULK_STATES = ["uploading", "queued", "running", "done", "cancelled"] as const;
export const bulkState = z.enum(BULK_STATES);
export type BulkState = z.infer<typeof bulkState>;
export const BULK_STATE_NAMES: Readonly<Record<BulkState, string>> = {
  uploading: "正在上传",
  queued: "等待核对",
  running: "正在核对",
  done: "核对完毕",
  cancelled: "已停止",
};

/** What one check takes at most; more is given in several. */
export const BULK_LIMITS = {
  files: 2_000,
  bytes: 2 * 1024 * 1024 * 1024,
  fileBytes: 256 * 1024 * 1024,
} as const;

/** How far a check is, and what it has found. */
export const bulkCounts = z.object({
  files: z.number().int(),
  waiting: z.number().int(),
  checked: z.number().int(),
  failed: z.number().int(),
  error: z.number().int(),
  warning: z.number().int(),
  hint: z.number().int(),
  bytes: z.number().int(),
});
export type BulkCounts = z.infer<typeof bulkCounts>;

/** A check in lists. */
export const bulkCheckLine = z.object({
  ref: reference,
  title: z.string(),
  state: bulkState,
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  counts: bulkCounts,
});
export type BulkCheckLine = z.infer<typeof bulkCheckLine>;
export const bulkCheckQuery = pageQuery;

/** A file of a check. */
export const bulkFileLine = z.object({
  position: z.number().int(),
  /** Its path as dropped: a.zip!/b.pdf for a member of an archive. */
  source: z.string(),
  status: z.enum(["waiting", "checked", "failed"]),
  size: z.number().int(),
  unitName: z.string().nullable(),
  year: z.number().int().nullable(),
  kind: z.string().nullable(),
  kindName: z.string().nullable(),
  error: z.number().int(),
  warning: z.number().int(),
  hint: z.number().int(),
  /** Why it failed: a code for programs, a sentence that says what to do. */
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type BulkFileLine = z.infer<typeof bulkFileLine>;

/** The files of one unit and year, and what checking them together says. */
export const bulkUnitLine = z.object({
  key: z.string(),
  name: z.string(),
  year: z.number().int().nullable(),
  error: z.number().int(),
  warning: z.number().int(),
  hint: z.number().int(),
  files: z.array(bulkFileLine),
  together: z
    .object({
      number: z.number().int(),
      error: z.number().int(),
      warning: z.number().int(),
      hint: z.number().int(),
      duplicates: z.array(z.object({ source: z.string(), of: z.string() })),
    })
    .nullable(),
});
export type BulkUnitLine = z.infer<typeof bulkUnitLine>;

/** A check with all its units; files that wait are only counted. */
export const bulkCheckView = bulkCheckLine.extend({
  units: z.array(bulkUnitLine),
  failed: z.array(bulkFileLine),
});
export type BulkCheckView = z.infer<typeof bulkCheckView>;

export const bulkCheckDraft = z.object({ title: z.string().trim().max(200).default("") });
export const bulkUploadAnswer = z.object({ added: z.number().int(), files: z.number().int() });

const count = z.number().int().min(0);
const where = z.looseObject({
  page: z.number().int().optional(),
  line: z.number().int().optional(),
  sheet: z.string().optional(),
});

/** A finding with its places (schemas/findings.schema.json). */
export const placedFinding = findingView.extend({
  operands: z.array(
    z.object({
      label: z.string(),
      value: z.string().nullable(),
      place: z.record(z.string(), z.unknown()),
    }),
  ),
  sourceDoubt: z.boolean(),
});
export type PlacedFinding = z.infer<typeof placedFinding>;
const notChecked = z.object({
  rule: z.string(),
  code: z.string(),
  subject: z.string().nullable(),
  reason: z.string(),
});

/** What checking one file, or the files of a unit together, says. */
export const bulkFindings = z.object({
  findings: z.array(placedFinding),
  notChecked: z.array(notChecked),
});
export type BulkFindings = z.infer<typeof bulkFindings>;

/** One file opened. */
export const bulkFileView = z.object({
  file: bulkFileLine,
  own: bulkFindings.nullable(),
  /** What checking it together with the others of its unit says. */
  together: bulkFindings.nullable(),
  /** The files of its unit and year, itself among them. */
  unitFiles: z.array(bulkFileLine),
});
export type BulkFileView = z.infer<typeof bulkFileView>;

const cell = z.object({
  text: z.string(),
  columnSpan: z.number().int().optional(),
  rowSpan: z.number().int().optional(),
});
export const shownBlock = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("heading"), level: z.number().int(), text: z.string(), place: where }),
  z.object({ kind: z.literal("paragraph"), text: z.string(), place: where }),
  z.object({ kind: z.literal("table"), rows: z.array(z.array(cell)), place: where }),
]);
export type ShownBlock = z.infer<typeof shownBlock>;

/** Where a figure of a finding stands in what is shown; without a cell a whole row, without a row a whole block. */
const mark = z.object({
  finding: count,
  block: count,
  row: count.optional(),
  cell: count.optional(),
  words: z.string().optional(),
});
export type ShownMark = z.infer<typeof mark>;

const excerpt = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("grid"),
    title: z.string(),
    place: where,
    header: z.array(z.string()),
    rows: z.array(
      z.array(z.object({ text: z.string(), marked: z.boolean(), isFigure: z.boolean() })).nullable(),
    ),
    rowsLeftOut: count,
  }),
  z.object({
    kind: z.literal("passage"),
    title: z.string(),
    place: where,
    parts: z.array(z.object({ text: z.string(), look: z.enum(["plain", "figure", "marked"]) })),
  }),
]);
export type ShownExcerpt = z.infer<typeof excerpt>;

/** 原文: the document of a file as it is shown beside its findings. */
export const shownDocument = z.object({
  blocks: z.array(shownBlock),
  /** True where the document goes on after what is shown. */
  isCut: z.boolean(),
  marks: z.object({ own: z.array(mark), together: z.array(mark) }),
  /** Pieces of what was read, for findings that stand nowhere in what is shown. */
  excerpts: z.array(z.object({ finding: count, shown: z.array(excerpt) })),
});
export type ShownDocumentView = z.infer<typeof shownDocument>;

export const bulkReportFormat = z.enum(["xlsx", "html", "csv", "json"]);
/** Which results a download takes: all, or those of some files by their positions. */
export const bulkReportQuery = z.object({
  files: z
    .string()
    .regex(/^\d{1,6}(?:,\d{1,6})*$/u)
    .max(14_000)
    .optional(),
  severity: z.enum(["error", "warning", "hint"]).default("hint"),
});
