// Reports on their way: lists, the editor, submissions, reviews, publication.

import { z } from "zod";

import { computedEntries, entries, entryChange, entryConflict, entryPlan } from "./entry.ts";
import { pageQuery } from "./page.ts";
import { reference } from "./reference.ts";
import { reportKind, reportState, reportSummary } from "./report-states.ts";

/** What one may do next with a report. */
export const REPORT_STEPS = [
  "edit",
  "submit",
  "pass",
  "return",
  "publish",
  "withdraw",
  "archive",
  "comment",
  "explain",
  "attach",
  "download",
] as const;
export const reportStep = z.enum(REPORT_STEPS);
export type ReportStep = z.infer<typeof reportStep>;

/** A report as lists show it. */
export const reportLine = z.object({
  ref: z.string(),
  unit: z.object({ ref: z.string(), name: z.string(), departmentName: z.string().nullable() }),
  region: z.object({ code: z.string(), name: z.string() }),
  year: z.number().int(),
  kind: reportKind,
  kindName: z.string(),
  state: reportState,
  stateName: z.string(),
  version: z.number().int(),
  publishedVersion: z.number().int().nullable(),
  summary: reportSummary,
  /** The day on which the present state has to end; null without a task. */
  due: z.string().nullable(),
  overdue: z.boolean(),
  /** Opinion of the last return, while it stands with the unit. */
  returned: z.string().nullable(),
  updatedAt: z.iso.datetime(),
});
export type ReportLine = z.infer<typeof reportLine>;

export const reportQuery = pageQuery.extend({
  year: z.coerce.number().int().optional(),
  kind: reportKind.optional(),
  state: reportState.optional(),
  search: z.string().max(60).optional(),
  unit: reference.optional(),
  department: reference.optional(),
  region: z
    .string()
    .regex(/^\d{6}$/u)
    .optional(),
  /** waiting: what waits for the reader; overdue: what is late. */
  only: z.enum(["waiting", "overdue", "returned", "with-errors"]).optional(),
  sort: z.enum(["worst", "due", "name", "updated"]).default("worst"),
});
export type ReportQuery = z.infer<typeof reportQuery>;

/** Counts over all reports that the reader may see, for the first page. */
export const reportCounts = z.object({
  byState: z.record(z.string(), z.number().int()),
  waiting: z.number().int(),
  overdue: z.number().int(),
  returned: z.number().int(),
});

export const reviewView = z.object({
  version: z.number().int(),
  stage: reportState,
  stageName: z.string(),
  decision: z.enum(["passed", "returned"]),
  opinion: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  /** True where a figure has changed since. */
  invalidated: z.boolean(),
});

export const versionView = z.object({
  version: z.number().int(),
  at: z.iso.datetime(),
  by: z.string().nullable(),
  origin: z.enum(["edited", "imported"]),
  contentHash: z.string(),
  summary: reportSummary,
});

/** A report opened. */
export const reportView = reportLine.extend({
  edition: z.string(),
  editionName: z.string(),
  task: z.object({ title: z.string(), note: z.string() }).nullable(),
  /** Entity tag: the revision that an act must name. */
  revision: z.number().int(),
  steps: z.array(reportStep),
  reviews: z.array(reviewView),
  versions: z.array(versionView),
});
export type ReportView = z.infer<typeof reportView>;

/** A finding as the checks publish it (schemas/findings.schema.json), with the key of the entry it leads to. */
export const findingView = z.looseObject({
  rule: z.string(),
  code: z.string(),
  kind: z.enum(["logic", "explain"]),
  severity: z.enum(["error", "warning", "hint"]),
  subject: z.string(),
  message: z.string(),
  advice: z.string(),
  basis: z.string(),
  operands: z.array(
    z.looseObject({ label: z.string(), value: z.string().nullable(), spot: z.unknown().optional() }),
  ),
  expected: z.string().nullable(),
  actual: z.string().nullable(),
  gap: z.string().nullable(),
  causedBy: z.number().int().nullable(),
  explanation: z.string().nullable(),
});
export type FindingView = z.infer<typeof findingView>;

/** What follows from the entries as they are now. */
export const liveState = z.object({
  revision: z.number().int(),
  computed: computedEntries,
  findings: z.array(findingView),
  summary: reportSummary,
  /** What could not be read of the entries, in Chinese. */
  problems: z.array(z.object({ message: z.string(), spot: z.unknown().nullable() })),
  /** What a final document still lacks. */
  missing: z.array(z.string()),
  /** Checks that did not run, with the reason. */
  notChecked: z.array(z.object({ code: z.string(), subject: z.string().nullable(), reason: z.string() })),
});
export type LiveState = z.infer<typeof liveState>;

export const editorView = z.object({ plan: entryPlan, entries, live: liveState });
export type EditorView = z.infer<typeof editorView>;

export const editRequest = z.object({ changes: z.array(entryChange).min(1).max(5_000) });
export const editAnswer = z.object({
  conflicts: z.array(entryConflict),
  refused: z.array(z.object({ change: entryChange, message: z.string() })),
  live: liveState,
  /** What others have changed since the revision that the editor named; null where it is to load anew. */
  others: z.array(entryChange).nullable(),
});
export type EditAnswer = z.infer<typeof editAnswer>;

export const submission = z.object({ revision: z.number().int(), note: z.string().max(2_000).default("") });
export const reviewDraft = z.object({
  revision: z.number().int(),
  decision: z.enum(["passed", "returned"]),
  opinion: z.string().trim().max(4_000),
});
/** Several reports at once, with one opinion. */
export const reviewsDraft = z.object({
  reports: z.array(reference).min(1).max(200),
  decision: z.enum(["passed", "returned"]),
  opinion: z.string().trim().max(4_000),
});
export const reviewsAnswer = z.object({
  done: z.array(z.string()),
  failed: z.array(z.object({ ref: z.string(), message: z.string() })),
});
export const revisionOnly = z.object({ revision: z.number().int() });
export const withdrawal = z.object({
  revision: z.number().int(),
  reason: z.string().trim().min(2).max(2_000),
});

export const FILE_FORMATS = ["docx", "xlsx", "pdf", "html", "json"] as const;
export const fileFormat = z.enum(FILE_FORMATS);
export type FileFormat = z.infer<typeof fileFormat>;
