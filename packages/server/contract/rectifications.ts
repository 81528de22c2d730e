// 整改台账 over the wire: entries with filters, one with its history, and the acts on it.

import { z } from "zod";

import { pageQuery } from "./page.ts";
import { reference } from "./reference.ts";

export const ENTRY_STATES = ["open", "in-progress", "done", "closed", "returned", "dismissed"] as const;
export const entryState = z.enum(ENTRY_STATES);

/** What lists show of an entry. */
export const rectificationLine = z.object({
  ref: z.string(),
  /** 2025-0001 */
  number: z.string(),
  unit: z.object({ ref: z.string(), name: z.string() }),
  report: z.string().nullable(),
  year: z.number().int(),
  origin: z.string(),
  code: z.string().nullable(),
  severity: z.string(),
  subject: z.string(),
  problem: z.string(),
  state: entryState,
  stateName: z.string(),
  owner: z.string(),
  due: z.string().nullable(),
  /** Days late; null where it is not. */
  late: z.number().int().nullable(),
  /** True where the last run that read the material no longer met it. */
  gone: z.boolean(),
  recurrence: z.string().nullable(),
});
export type RectificationLine = z.infer<typeof rectificationLine>;

export const rectificationQuery = pageQuery.extend({
  year: z.coerce.number().int().optional(),
  state: entryState.optional(),
  unit: reference.optional(),
  department: reference.optional(),
  region: z
    .string()
    .regex(/^\d{6}$/u)
    .optional(),
  report: reference.optional(),
  search: z.string().max(60).optional(),
  /** open: not finished; late: past its day; to-verify: reported as done; back: came back from an earlier year. */
  only: z.enum(["open", "late", "to-verify", "back"]).optional(),
});
export type RectificationQuery = z.infer<typeof rectificationQuery>;

export const rectificationCounts = z.object({
  all: z.number().int(),
  open: z.number().int(),
  late: z.number().int(),
  toVerify: z.number().int(),
  back: z.number().int(),
});
export type RectificationCounts = z.infer<typeof rectificationCounts>;

/** What the unit fills in. */
export const rectificationFields = z.object({
  ownerUnit: z.string().trim().max(100),
  owner: z.string().trim().max(60),
  measure: z.string().trim().max(4_000),
  dueDate: z.union([z.iso.date(), z.literal("")]),
  evidence: z.string().trim().max(2_000),
  note: z.string().trim().max(2_000),
});
export type RectificationFields = z.infer<typeof rectificationFields>;

/** 佐证材料 of an entry: a file, and the state of the entry when it was added. */
export const rectificationFile = z.object({
  ref: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  state: entryState,
  by: z.string(),
  at: z.iso.datetime(),
});
export type RectificationFile = z.infer<typeof rectificationFile>;

/** An entry opened. */
export const rectificationView = rectificationLine.extend({
  advice: z.string(),
  place: z.string(),
  fields: rectificationFields.extend({ dueDate: z.string() }),
  revision: z.number().int(),
  files: z.array(rectificationFile),
  /** True where the reader may fill it in now. */
  mayEdit: z.boolean(),
  /** The states that the reader may bring it to now. */
  next: z.array(z.object({ state: entryState, name: z.string() })),
  history: z.array(
    z.object({
      date: z.string(),
      by: z.string().nullable(),
      what: z.string(),
      from: z.string(),
      to: z.string(),
    }),
  ),
});
export type RectificationView = z.infer<typeof rectificationView>;

/** A change: fields, a step to another state, or both. */
export const rectificationChange = z.object({
  revision: z.number().int(),
  fields: rectificationFields.partial().default({}),
  state: entryState.optional(),
});
export type RectificationChange = z.infer<typeof rectificationChange>;

/** A problem that people raise. */
export const rectificationDraft = z.object({
  unit: reference,
  year: z.number().int().min(2000).max(2100),
  report: reference.nullable().default(null),
  origin: z.string().trim().min(2).max(30),
  subject: z.string().trim().max(200).default(""),
  problem: z.string().trim().min(2).max(4_000),
  advice: z.string().trim().max(2_000).default(""),
  due: z.iso.date().nullable().default(null),
});
export type RectificationDraft = z.infer<typeof rectificationDraft>;

/** The findings and stated problems of a published report, taken into the ledger. */
export const rectificationIntake = z.object({
  report: reference,
  least: z.enum(["error", "warning", "hint"]).default("warning"),
  due: z.iso.date().nullable().default(null),
});
export type RectificationIntake = z.input<typeof rectificationIntake>;
export const intakeQuery = rectificationIntake.omit({ due: true });
/** What an intake would enter, and what it would find gone. */
export const intakePreview = z.object({
  unitName: z.string(),
  year: z.number().int(),
  /** Problems that stand in the ledger already. */
  known: z.number().int(),
  gone: z.number().int(),
  items: z.array(
    z.object({
      origin: z.string(),
      code: z.string().nullable(),
      severity: z.string(),
      subject: z.string(),
      problem: z.string(),
      advice: z.string(),
      recurrence: z.string().nullable(),
    }),
  ),
});
export type IntakePreview = z.infer<typeof intakePreview>;
export const rectificationRaised = z.object({ ref: z.string() });
export const rectificationsRaised = z.object({ added: z.number().int(), gone: z.number().int() });
