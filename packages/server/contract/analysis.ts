// 汇总分析 over the wire: what the reader's part of the tree amounts to in a year, and the lists behind it.

import { z } from "zod";

import { pageQuery } from "./page.ts";
import { rectificationLine } from "./rectifications.ts";
import { reference } from "./reference.ts";
import { reportState } from "./report-states.ts";

/** Amounts are texts in 元. */
const amount = z.string().nullable();

export const analysisQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  department: reference.optional(),
  region: z
    .string()
    .regex(/^\d{6}$/u)
    .optional(),
});
export type AnalysisQuery = z.infer<typeof analysisQuery>;

export const expenseChange = z.object({
  unit: z.object({ ref: z.string(), name: z.string() }),
  departmentName: z.string().nullable(),
  now: z.string(),
  before: z.string(),
  difference: z.string(),
  /** Percent with one decimal; null where there was nothing before. */
  rate: z.string().nullable(),
});
export type ExpenseChange = z.infer<typeof expenseChange>;

/** What a part of the tree amounts to. */
const summary = z.object({
  name: z.string(),
  reports: z.number().int(),
  published: z.number().int(),
  evaluations: z.number().int(),
  meanScore: z.string().nullable(),
  openRectifications: z.number().int(),
  lateRectifications: z.number().int(),
});
export const departmentLine = summary.extend({ ref: z.string() });
export const districtLine = summary.extend({ code: z.string() });
export type DistrictLine = z.infer<typeof districtLine>;
export type DepartmentLine = z.infer<typeof departmentLine>;

/** The “三公”经费 by the words of their fact, with the names that the forms print. */
export const THREE_PUBLIC_ITEMS = {
  total: "“三公”经费合计",
  abroad: "因公出国（境）费",
  vehiclePurchase: "公务用车购置费",
  vehicleRunning: "公务用车运行维护费",
  reception: "公务接待费",
} as const;
export const threePublicItem = z.enum(["total", "abroad", "vehiclePurchase", "vehicleRunning", "reception"]);
export type ThreePublicItem = z.infer<typeof threePublicItem>;

export const analysis = z.object({
  year: z.number().int(),
  /** The districts that the reader sees in this year, whatever is asked for. */
  regions: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Reports by state. */
  states: z.record(z.string(), z.number().int()),
  grades: z.array(z.object({ grade: z.string().nullable(), count: z.number().int() })),
  /** Evaluations by execution and score, both in steps of five: the lower end of each. */
  points: z.array(z.object({ rate: z.number().int(), score: z.number().int(), count: z.number().int() })),
  threePublic: z.array(
    z.object({ item: threePublicItem, name: z.string(), budget: amount, now: amount, before: amount }),
  ),
  /** The largest first. */
  changes: z.array(expenseChange),
  /** Empty where there are several districts: one of them has to be chosen first. */
  departments: z.array(departmentLine),
  districts: z.array(districtLine),
  /** Entries of the ledger past their day: the longest overdue first. */
  late: z.array(rectificationLine),
});
export type Analysis = z.infer<typeof analysis>;

export const evaluationQuery = pageQuery.extend({
  ...analysisQuery.shape,
  /** "none" for evaluations without a grade. */
  grade: z.string().max(20).optional(),
  search: z.string().max(60).optional(),
  rateFrom: z.coerce.number().optional(),
  rateTo: z.coerce.number().optional(),
  scoreFrom: z.coerce.number().optional(),
  scoreTo: z.coerce.number().optional(),
});
export type EvaluationQuery = z.infer<typeof evaluationQuery>;

export const evaluationLine = z.object({
  report: z.string(),
  position: z.number().int(),
  unitName: z.string(),
  name: z.string(),
  adjusted: amount,
  executed: amount,
  rate: z.string().nullable(),
  score: z.string().nullable(),
  computedScore: z.string().nullable(),
  grade: z.string().nullable(),
});
export type EvaluationLine = z.infer<typeof evaluationLine>;

export const changeQuery = pageQuery.extend(analysisQuery.shape);

export const threePublicQuery = changeQuery.extend({ item: threePublicItem.default("total") });
export type ThreePublicQuery = z.infer<typeof threePublicQuery>;

/** A unit's “三公”经费 of one item. */
export const threePublicLine = z.object({
  unit: z.object({ ref: z.string(), name: z.string() }),
  departmentName: z.string().nullable(),
  budget: amount,
  now: amount,
  before: amount,
});
export type ThreePublicLine = z.infer<typeof threePublicLine>;

/** A signal (信号) with how it was counted; its list is asked for by its id. */
export const signalLine = z.object({
  id: z.string(),
  title: z.string(),
  why: z.string(),
  basis: z.string(),
  method: z.string(),
  silence: z.string(),
  units: z.number().int(),
  shown: z.number().int(),
  judged: z.number().int(),
});
export type SignalLine = z.infer<typeof signalLine>;

export const signalList = z.object({
  evaluations: z.number().int(),
  /** Evaluations that were kept before signals were counted here; they come in with their next version. */
  left: z.number().int(),
  /** True where there are more than can be looked at together; then there are no signals. */
  tooMany: z.boolean(),
  items: z.array(signalLine),
});
export type SignalList = z.infer<typeof signalList>;

export const signalMemberQuery = pageQuery.extend(analysisQuery.shape);

/** What one evaluation shows of a signal. */
export const signalMember = z.object({
  unitName: z.string(),
  report: z.string(),
  project: z.string(),
  subject: z.string().nullable(),
  figures: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type SignalMemberLine = z.infer<typeof signalMember>;

/** The lists that are also files. */
export const ANALYSIS_FILES = [
  "evaluations",
  "changes",
  "departments",
  "districts",
  "three-public",
  "reports",
  "signals",
] as const;

export const analysisFileQuery = evaluationQuery.omit({ cursor: true, limit: true }).extend({
  format: z.enum(["csv", "xlsx"]),
  item: threePublicItem.default("total"),
  state: reportState.optional(),
  /** The id of a signal, for its list; without it the signals themselves. */
  signal: z.string().max(60).optional(),
});
export type AnalysisFileQuery = z.infer<typeof analysisFileQuery>;
