// What people say of a report under review: comments, explanations, evidence; what changed; what waits for whom.

import { z } from "zod";

import { reference } from "./reference.ts";
import { findingView, reportLine, reportQuery } from "./reports.ts";
import { reportState } from "./report-states.ts";

/** A place in the editor of a report: a field, a cell or a row (`column` null) of a list, or a whole sheet. */
export const reportSpot = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("field"), key: z.string() }),
  z.object({ kind: z.literal("cell"), list: z.string(), row: z.string(), column: z.string().nullable() }),
  z.object({ kind: z.literal("sheet"), sheet: z.string() }),
]);
export type ReportSpot = z.infer<typeof reportSpot>;

/** The spot as the short text by which comments and evidence name what they are about. */
export function aboutOf(spot: ReportSpot): string {
  switch (spot.kind) {
    case "field":
      return spot.key;
    case "cell":
      return ["list", spot.list, spot.row, ...(spot.column === null ? [] : [spot.column])].join("|");
    case "sheet":
      return `sheet|${spot.sheet}`;
  }
}

/** The spot that such a text names. */
export function spotOf(about: string): ReportSpot {
  const [kind, first = "", row = "", column = null] = about.split("|");
  if (kind === "list") return { kind: "cell", list: first, row, column };
  return kind === "sheet" ? { kind: "sheet", sheet: first } : { kind: "field", key: about };
}

const about = z.string().min(1).max(400);
const moment = z.iso.datetime();

/** 批注: a remark, or a question that asks the unit for an explanation. */
export const commentKind = z.enum(["remark", "question"]);
export const commentDraft = z.object({
  about: about.nullable().default(null),
  kind: commentKind.default("remark"),
  text: z.string().trim().min(1).max(4_000),
  /** The comment that this one answers. */
  answerTo: reference.nullable().default(null),
});
export type CommentDraft = z.infer<typeof commentDraft>;

const said = z.object({ ref: z.string(), text: z.string(), by: z.string(), at: moment });
export const commentView = said.extend({
  about: z.string().nullable(),
  /** What it is about, in words; null for the whole report. */
  label: z.string().nullable(),
  version: z.number().int(),
  kind: commentKind,
  resolvedAt: moment.nullable(),
  answers: z.array(said),
  mayResolve: z.boolean(),
});
export type CommentView = z.infer<typeof commentView>;
export const commentList = z.object({
  items: z.array(commentView),
  /** Questions without an answer, and comments not resolved yet. */
  unanswered: z.number().int(),
  unresolved: z.number().int(),
  mayComment: z.boolean(),
  mayAsk: z.boolean(),
});
export type CommentList = z.infer<typeof commentList>;

/** A 核实性 finding by what identifies it: where a figure has changed, it is another one. */
export const findingName = z.object({
  rule: z.string().max(100),
  subject: z.string().max(400),
  figures: z.array(z.string().max(400).nullable()).max(2_000),
});
/** 核实性说明: one for each finding, several at once. */
export const explanationsDraft = z.object({
  explanations: z
    .array(
      findingName.extend({
        text: z.string().trim().min(2).max(4_000),
        /** The explanation of last year that is taken over. */
        from: reference.nullable().default(null),
      }),
    )
    .min(1)
    .max(200),
});
export type ExplanationDraft = z.infer<typeof explanationsDraft>["explanations"][number];

export const explanationView = findingName.extend({
  ref: z.string(),
  year: z.number().int(),
  text: z.string(),
  by: z.string(),
  at: moment,
  withdrawnAt: moment.nullable(),
  /** True while a finding with the same figures is there. */
  holds: z.boolean(),
});
export type ExplanationView = z.infer<typeof explanationView>;

/** A finding that has to be explained, with what was said of it last year. */
export const toExplain = findingName.extend({
  code: z.string(),
  severity: z.enum(["error", "warning", "hint"]),
  message: z.string(),
  /** The explanation that holds; null while there is none. */
  explanation: z.string().nullable(),
  offered: z.array(
    z.object({ ref: z.string(), year: z.number().int(), text: z.string(), sameFigures: z.boolean() }),
  ),
});
export type ToExplain = z.infer<typeof toExplain>;
export const explanationList = z.object({
  items: z.array(explanationView),
  findings: z.array(toExplain),
  mayExplain: z.boolean(),
});
export type ExplanationList = z.infer<typeof explanationList>;

/** 佐证材料: a file kept with a report or with one of its indicators. */
export const evidenceView = z.object({
  ref: z.string(),
  about: z.string().nullable(),
  label: z.string().nullable(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  by: z.string(),
  at: moment,
  /** Removed files are listed for those who review, without their content. */
  removedAt: moment.nullable(),
});
export type EvidenceView = z.infer<typeof evidenceView>;
export const evidenceList = z.object({
  items: z.array(evidenceView),
  /** Files by what they are about; "" is the report as a whole. */
  counts: z.record(z.string(), z.number().int()),
  mayAttach: z.boolean(),
});
export type EvidenceList = z.infer<typeof evidenceList>;
export const evidenceQuery = z.object({ about: about.optional() });

/** What differs between two states of a report, or from last year. */
export const differenceQuery = z.object({
  /** The newer side: a version; without it what stands in the editor. */
  version: z.coerce.number().int().min(1).optional(),
  /** The older side: a version, or last year's report. */
  with: z.union([z.literal("last-year"), z.coerce.number().int().min(1)]),
});
export const differenceView = z.object({
  kind: z.enum(["figure", "sentence", "indicator", "score", "text"]),
  where: z.string(),
  what: z.string(),
  /** As printed: the older side at the left. */
  left: z.string().nullable(),
  right: z.string().nullable(),
  /** Where it stands in the editor; null where it stands in none of its sheets. */
  spot: reportSpot.nullable(),
});
export type DifferenceView = z.infer<typeof differenceView>;
export const differenceList = z.object({
  left: z.string(),
  right: z.string(),
  items: z.array(differenceView),
});

export const versionFindings = z.object({ version: z.number().int(), findings: z.array(findingView) });

/** A report in the queue of those who review. */
export const queueLine = reportLine.extend({
  /** Since when it stands at its stage, and the whole days since then. */
  since: moment,
  daysWaiting: z.number().int(),
  /** Questions to the unit that have no answer yet. */
  unanswered: z.number().int(),
  unresolved: z.number().int(),
  evidence: z.number().int(),
});
export type QueueLine = z.infer<typeof queueLine>;
export const queueQuery = reportQuery.extend({
  only: z.enum(["waiting", "overdue", "returned", "with-errors", "all"]).default("waiting"),
});
export type QueueQuery = z.infer<typeof queueQuery>;
/** What waits for the reader, stage by stage. */
export const stageCounts = z.object({
  stages: z.array(
    z.object({
      state: reportState,
      stateName: z.string(),
      count: z.number().int(),
      overdue: z.number().int(),
      withErrors: z.number().int(),
      mine: z.boolean(),
    }),
  ),
});
export type StageCounts = z.infer<typeof stageCounts>;

/** 我的工作: deadlines with what is still open, and how far the units have come. */
export const myWork = z.object({
  today: z.iso.date(),
  deadlines: z.array(
    z.object({
      title: z.string(),
      year: z.number().int(),
      kindName: z.string(),
      state: reportState,
      stateName: z.string(),
      day: z.iso.date(),
      daysLeft: z.number().int(),
      open: z.number().int(),
    }),
  ),
  progress: z.array(
    z.object({
      unit: z.object({ ref: z.string(), name: z.string() }),
      /** True where the line stands for a department with its units. */
      withUnits: z.boolean(),
      reports: z.number().int(),
      required: z.number().int(),
      filled: z.number().int(),
      byState: z.record(z.string(), z.number().int()),
      errors: z.number().int(),
      overdue: z.number().int(),
    }),
  ),
});
export type MyWork = z.infer<typeof myWork>;
