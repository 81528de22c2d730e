// What people look up: the rules of the checks, and the indicator library.

import { z } from "zod";

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
export const libraryList = z.object({
  items: z.array(libraryLine),
  categories: z.array(z.object({ id: z.string(), name: z.string() })),
});

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
