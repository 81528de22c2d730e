// What a published report shows to everybody, as the pages and the public interface need it: read once when it is
// published, so that a page is a few rows and no document is opened for it. Amounts are decimal texts in 元.

import { z } from "zod";

const amount = z.string().nullable();

/** 数与其来由: an amount beside last year's, the plan and the stated reasons. */
export const publicAmount = z.object({
  /** Address of the fact (core/disclosure/figure-id.ts). */
  fact: z.string(),
  name: z.string(),
  current: amount,
  prior: amount,
  planned: amount,
  /** 主要用于, as stated. */
  uses: z.array(z.string()),
  /** 主要原因, as stated. */
  reasons: z.array(z.string()),
});
export type PublicAmount = z.infer<typeof publicAmount>;

/** 单位自述: a heading with its own paragraphs. */
export const publicSection = z.object({ heading: z.string(), paragraphs: z.array(z.string()) });
export type PublicSection = z.infer<typeof publicSection>;

/** A finding of the published version. */
export const publicFinding = z.object({
  code: z.string(),
  rule: z.string(),
  kind: z.enum(["logic", "explain"]),
  severity: z.enum(["error", "warning", "hint"]),
  subject: z.string(),
  message: z.string(),
  basis: z.string(),
  explanation: z.string().nullable(),
});
export type PublicFinding = z.infer<typeof publicFinding>;

/** 指标 with target, result, score and how the score follows. */
export const publicIndicator = z.object({
  level1: z.string(),
  level2: z.string(),
  name: z.string(),
  target: z.string().nullable(),
  actual: z.string().nullable(),
  points: z.string().nullable(),
  score: z.string().nullable(),
  computed: z.string().nullable(),
  verdict: z.string().nullable(),
  derivation: z.string().nullable(),
  reason: z.string().nullable(),
});
export type PublicIndicator = z.infer<typeof publicIndicator>;

export const publicFunding = z.object({
  name: z.string(),
  initial: amount,
  adjusted: amount,
  executed: amount,
  rate: z.string().nullable(),
  reason: z.string().nullable(),
});

/** A project with everything its page shows. */
export const publicProject = z.object({
  code: z.string().nullable(),
  funding: z.array(publicFunding),
  /** 执行率得分 with its derivation. */
  execution: z
    .object({
      score: z.string().nullable(),
      computed: z.string().nullable(),
      derivation: z.string().nullable(),
    })
    .nullable(),
  goal: z.string().nullable(),
  achievement: z.string().nullable(),
  indicators: z.array(publicIndicator),
  total: z.string().nullable(),
  computedTotal: z.string().nullable(),
  grade: z.object({ printed: z.string().nullable(), computed: z.string().nullable() }),
  texts: z.array(publicSection),
});
export type PublicProject = z.infer<typeof publicProject>;

export const publicContent = z.object({
  title: z.string(),
  sections: z.array(publicSection),
  /** 收入、支出、结转 in total. */
  totals: z.array(publicAmount),
  incomes: z.array(publicAmount),
  expenditures: z.array(publicAmount),
  /** 基本支出、项目支出. */
  natures: z.array(publicAmount),
  /** 一般公共预算财政拨款支出 by class, with the plan. */
  generalBudget: z.array(publicAmount),
  threePublic: z.array(publicAmount),
  /** Counts behind them: vehicles, receptions. */
  counts: z.array(z.object({ name: z.string(), value: z.string() })),
  /** 机关运行经费、政府采购 and so on. */
  others: z.array(publicAmount),
  findings: z.array(publicFinding),
  notChecked: z.number().int(),
  department: z
    .object({
      score: z.string().nullable(),
      grade: z.string().nullable(),
      goal: z.string().nullable(),
      indicators: z.array(publicIndicator),
    })
    .nullable(),
});
export type PublicContent = z.infer<typeof publicContent>;
