// What the editor of a report asks for besides entries: scores with their derivation, who else is there, and what
// last year's report or a document would fill in.

import { z } from "zod";

import { shownBlock } from "./bulk-checks.ts";

/** Where something is typed: a field, a cell (or a row as a whole) of a list, or a sheet as a whole. */
export const editorSpot = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("field"), key: z.string() }),
  z.object({ kind: z.literal("cell"), list: z.string(), row: z.string(), column: z.string().nullable() }),
  z.object({ kind: z.literal("sheet"), sheet: z.string() }),
]);
export type EditorSpot = z.infer<typeof editorSpot>;

/** A score beside the one that follows from the results (schemas/scores.schema.json). */
export const judgedScore = z.object({
  printed: z.string().nullable(),
  computed: z.string().nullable(),
  /** How it follows, in Chinese; null where it does not. */
  derivation: z.string().nullable(),
  verdict: z.string(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
});
export type JudgedScore = z.infer<typeof judgedScore>;

/** The scores of one project. */
export const projectScores = z.object({
  /** Id of its row in the list of projects. */
  row: z.string().nullable(),
  computedTotal: z.string().nullable(),
  derivation: z.string().nullable(),
  grade: z.string().nullable(),
  gradeDerivation: z.string().nullable(),
  /** Reasons that the rules ask for and that are not given. */
  duties: z.array(z.object({ subject: z.string(), duty: z.string() })),
  execution: judgedScore.nullable(),
  /** By the id of the row in the list of indicators. */
  indicators: z.record(z.string(), judgedScore),
});
export type ProjectScores = z.infer<typeof projectScores>;

export const reportScores = z.object({ rules: z.string(), projects: z.array(projectScores) });
export type ReportScores = z.infer<typeof reportScores>;

/** Whether anything has changed, and who else has the report open. */
export const reportStanding = z.object({
  revision: z.number().int(),
  state: z.string(),
  others: z.array(z.string()),
});
export type ReportStanding = z.infer<typeof reportStanding>;

/** A text that may be taken over into one cell. */
export const proposedEntry = z.object({
  spot: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("field"), key: z.string() }),
    z.object({ kind: z.literal("cell"), list: z.string(), row: z.string(), column: z.string() }),
  ]),
  sheet: z.string(),
  label: z.string(),
  now: z.string(),
  text: z.string(),
  raw: z.string(),
  doubt: z.string().nullable(),
  isNewRow: z.boolean(),
  /** Page from 1, where there are pages. */
  page: z.number().int().nullable(),
  /** Left, top, right, bottom on the page, in points. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  /** Line of a text, from 1. */
  line: z.number().int().nullable(),
  /** Where it stood, in Chinese. */
  where: z.string(),
  /** What else was read in its row there; empty where that is nothing. */
  beside: z.string(),
});
export type ProposedEntry = z.infer<typeof proposedEntry>;

export const proposals = z.object({
  /** Where the texts come from. */
  source: z.string(),
  entries: z.array(proposedEntry),
});
export type Proposals = z.infer<typeof proposals>;

/** What last year's report would fill in, and what it said at places of this one: reasons, uses, descriptions. */
export const lastYear = proposals.extend({
  year: z.number().int(),
  said: z.array(z.object({ spot: proposedEntry.shape.spot, text: z.string() })),
});
export type LastYear = z.infer<typeof lastYear>;

const spot = z.object({
  block: z.number().int(),
  row: z.number().int().optional(),
  cell: z.number().int().optional(),
});

/** The original beside what was read of it: a PDF by its pages, a plain text by the browser, others as read. */
export const importOriginal = z.object({
  /** The sizes of the pages of a PDF in points; empty for other formats. */
  pages: z.array(z.object({ width: z.number(), height: z.number() })),
  document: z
    .object({ blocks: z.array(shownBlock), isCut: z.boolean(), spots: z.array(spot.nullable()) })
    .nullable(),
  /** Of a plain text: its charset, by a name that browsers know. */
  charset: z.string().nullable(),
});
export type ImportOriginal = z.infer<typeof importOriginal>;

/** What was read in a document that is to be imported. */
export const importReading = proposals.extend({
  /** The file as it is kept with the report (来源文件). */
  file: z.string(),
  original: importOriginal,
  unit: z.string().nullable(),
  year: z.number().int().nullable(),
  /** True for a document of another year than the report's. */
  isOtherYear: z.boolean(),
  /** What kind of report the document is, in Chinese. */
  kindName: z.string(),
  /** True where the document says who reports and nothing else that this kind of report asks for. */
  saysOnlyWho: z.boolean(),
  /** What the document states and the report has no place for. */
  left: z.array(z.object({ where: z.string(), what: z.string(), value: z.string(), place: z.string() })),
});
export type ImportReading = z.infer<typeof importReading>;

/** What is still to be filled in, and how far each sheet has come. */
export const reportProgress = z.object({
  missing: z.array(z.object({ text: z.string(), sheet: z.string().nullable(), spot: editorSpot.nullable() })),
  sheets: z.array(z.object({ name: z.string(), required: z.number().int(), filled: z.number().int() })),
});
export type ReportProgress = z.infer<typeof reportProgress>;

/** Indicators of the library for a project, and what a reviewer would ask of its own. */
export const indicatorAdvice = z.object({
  levels: z.array(
    z.object({
      level1: z.string(),
      points: z.string(),
      note: z.string().nullable(),
      suggestions: z.array(
        z.object({
          level1: z.string(),
          level2: z.string(),
          name: z.string(),
          target: z.string(),
          /** True when the target has a number left to fill in. */
          toFill: z.boolean(),
          points: z.string(),
          reason: z.string(),
          formula: z.string(),
          evidence: z.array(z.string()),
        }),
      ),
    }),
  ),
  hints: z.array(
    z.object({
      /** Row of the indicator; null for the set as a whole. */
      row: z.string().nullable(),
      severity: z.enum(["warning", "hint"]),
      message: z.string(),
      advice: z.string(),
      basis: z.string(),
    }),
  ),
});
export type IndicatorAdvice = z.infer<typeof indicatorAdvice>;
