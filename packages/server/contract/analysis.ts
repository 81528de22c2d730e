// 汇总分析 over the wire: what the reader's part of the tree amounts to in a year, and the lists behind it.

import { z } from "zod";

import { pageQuery } from "./page.ts";
import { reference } from "./reference.ts";

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

export const departmentLine = z.object({
  ref: z.string(),
  name: z.string(),
  reports: z.number().int(),
  published: z.number().int(),
  evaluations: z.number().int(),
  meanScore: z.string().nullable(),
  openRectifications: z.number().int(),
  lateRectifications: z.number().int(),
});
export type DepartmentLine = z.infer<typeof departmentLine>;

export const analysis = z.object({
  year: z.number().int(),
  /** Reports by state. */
  states: z.record(z.string(), z.number().int()),
  grades: z.array(z.object({ grade: z.string().nullable(), count: z.number().int() })),
  /** Evaluations by execution and score, both in steps of five: the lower end of each. */
  points: z.array(z.object({ rate: z.number().int(), score: z.number().int(), count: z.number().int() })),
  threePublic: z.array(
    z.object({ item: z.string(), name: z.string(), budget: amount, now: amount, before: amount }),
  ),
  /** The largest first. */
  changes: z.array(expenseChange),
  departments: z.array(departmentLine),
});
export type Analysis = z.infer<typeof analysis>;

export const evaluationQuery = pageQuery.extend({
  ...analysisQuery.shape,
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
