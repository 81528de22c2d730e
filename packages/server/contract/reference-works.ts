// What people look up: the rules of the checks, and the indicator library.

import { z } from "zod";

import { reference } from "./reference.ts";

/** A rule as docs/rules.md says it. */
export const ruleLine = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  group: z.string(),
  kind: z.enum(["logic", "explain"]),
  severity: z.enum(["error", "warning", "hint"]),
  basis: z.string(),
  needs: z.string(),
  example: z.object({ passes: z.string(), fails: z.string() }),
});
export type RuleLine = z.infer<typeof ruleLine>;
export const ruleList = z.object({ items: z.array(ruleLine) });

export const indicatorQuery = z.object({
  search: z.string().trim().max(100).default(""),
  category: z.string().max(40).optional(),
  level1: z.string().max(20).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** An entry of the library. */
export const libraryLine = z.object({
  id: z.string(),
  categoryName: z.string(),
  level2: z.string(),
  name: z.string(),
  kind: z.enum(["quantitative", "qualitative"]),
  unit: z.string(),
  target: z.string(),
  points: z.number(),
  formula: z.string(),
  evidence: z.array(z.string()),
  aliases: z.array(z.string()),
  source: z.string(),
});
export type LibraryLine = z.infer<typeof libraryLine>;
/** An entry opened: how its target may be written, which side of it is good, and an example scored by the national rules. */
export const libraryEntry = libraryLine.extend({
  level1: z.string(),
  topics: z.array(z.string()),
  economicCodes: z.array(z.string()),
  polarity: z.enum(["higher-is-better", "lower-is-better", "exact", "words"]),
  forms: z.array(z.string()),
  example: z
    .object({
      target: z.string(),
      results: z.array(z.object({ actual: z.string(), score: z.string(), derivation: z.string() })),
    })
    .nullable(),
});
export type LibraryEntryView = z.infer<typeof libraryEntry>;

/** The indicators of a report's projects, reviewed against the library. */
export const indicatorReview = z.object({
  unitName: z.string(),
  year: z.number().int(),
  projects: z.array(
    z.object({
      name: z.string(),
      indicators: z.number().int(),
      known: z.array(z.object({ name: z.string(), entry: z.string(), entryName: z.string() })),
      hints: z.array(
        z.object({
          indicator: z.string().nullable(),
          severity: z.enum(["warning", "hint"]),
          message: z.string(),
          advice: z.string(),
          basis: z.string(),
        }),
      ),
    }),
  ),
});
export type IndicatorReviewView = z.infer<typeof indicatorReview>;

export const libraryList = z.object({
  items: z.array(libraryLine),
  categories: z.array(z.object({ id: z.string(), name: z.string() })),
});

export const indicatorReviewQuery = z.object({ report: reference });

export const suggestionQuery = z.object({
  project: z.string().trim().min(2).max(100),
  economic: z
    .string()
    .regex(/^\d{3,5}$/u)
    .optional(),
  /** In 万元. */
  amount: z
    .string()
    .regex(/^\d{1,12}(?:\.\d{1,6})?$/u)
    .optional(),
  edition: z.string().max(60).optional(),
});
export const suggestedSet = z.object({
  categories: z.array(z.object({ name: z.string(), why: z.string() })),
  levels: z.array(
    z.object({
      level1: z.string(),
      points: z.string(),
      note: z.string().nullable(),
      suggestions: z.array(
        z.object({
          level2: z.string(),
          name: z.string(),
          target: z.string(),
          toFill: z.boolean(),
          points: z.string(),
          formula: z.string(),
          reason: z.string(),
        }),
      ),
    }),
  ),
});
export type SuggestedSetView = z.infer<typeof suggestedSet>;
