// Kinds and states of reports (DESIGN §5): 填报 → 单位审核 → 主管部门审核 → 财政审核 → 保密审查 → 公开 → 整改 → 归档.

import { z } from "zod";

export const REPORT_KINDS = ["final-accounts", "project-evaluations", "department-evaluation"] as const;
export const reportKind = z.enum(REPORT_KINDS);
export type ReportKind = z.infer<typeof reportKind>;
export const KIND_NAMES: Readonly<Record<ReportKind, string>> = {
  "final-accounts": "部门决算公开",
  "project-evaluations": "项目支出绩效自评",
  "department-evaluation": "部门整体支出绩效自评",
};

export const REPORT_STATES = [
  "filling",
  "unit-review",
  "department-review",
  "finance-review",
  "secrecy-review",
  "ready",
  "published",
  "rectifying",
  "archived",
] as const;
export const reportState = z.enum(REPORT_STATES);
export type ReportState = z.infer<typeof reportState>;
export const STATE_NAMES: Readonly<Record<ReportState, string>> = {
  filling: "填报",
  "unit-review": "单位审核",
  "department-review": "主管部门审核",
  "finance-review": "财政审核",
  "secrecy-review": "保密审查",
  ready: "待公开",
  published: "已公开",
  rectifying: "整改",
  archived: "归档",
};

/** What lists show of a report without opening it. */
export const reportSummary = z.object({
  error: z.number().int(),
  warning: z.number().int(),
  hint: z.number().int(),
  /** Cells that must be filled in, and those that are. */
  required: z.number().int(),
  filled: z.number().int(),
  projects: z.number().int(),
  /** Mean of the total scores, as a decimal text; null without evaluations. */
  meanScore: z.string().nullable(),
});
export type ReportSummary = z.infer<typeof reportSummary>;

export const EMPTY_SUMMARY: ReportSummary = {
  error: 0,
  warning: 0,
  hint: 0,
  required: 0,
  filled: 0,
  projects: 0,
  meanScore: null,
};
