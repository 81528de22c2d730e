// Reports: what is filled in, its immutable versions, and what was worked out from them.

import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { date } from "drizzle-orm/pg-core";

import type { Entries, EntryChange } from "@jueming/pipeline/report-entries/entry-plan.ts";

import { REPORT_KINDS, REPORT_STATES } from "../../contract/report-states.ts";
import type { ReportSummary } from "../../contract/report-states.ts";
import { account } from "./accounts.ts";
import { id, moment, shardRegion } from "./columns.ts";
import { region, unit } from "./organization.ts";

/** 年度任务: what the units of a region have to hand in for a year, and until when. */
export const task = pgTable(
  "task",
  {
    shardRegion: shardRegion(),
    id: id(),
    year: integer("year").notNull(),
    kind: text("kind", { enum: REPORT_KINDS }).notNull(),
    title: text("title").notNull(),
    edition: text("edition").notNull(),
    /** 填报截止、主管部门审核截止、财政审核截止、公开截止 */
    dueFilling: date("due_filling").notNull(),
    dueDepartment: date("due_department").notNull(),
    dueFinance: date("due_finance").notNull(),
    duePublication: date("due_publication").notNull(),
    note: text("note").notNull().default(""),
    closed: boolean("closed").notNull().default(false),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.id] }),
    foreignKey({ columns: [table.shardRegion], foreignColumns: [region.shardRegion] }),
    index().on(table.shardRegion, table.year),
  ],
);

/** 报告: one of a kind for a unit and year. */
export const report = pgTable(
  "report",
  {
    shardRegion: shardRegion(),
    id: id(),
    unitId: id("unit_id"),
    year: integer("year").notNull(),
    kind: text("kind", { enum: REPORT_KINDS }).notNull(),
    taskId: uuid("task_id"),
    edition: text("edition").notNull(),
    state: text("state", { enum: REPORT_STATES }).notNull().default("filling"),
    /** Newest version; 0 while none was submitted. */
    version: integer("version").notNull().default(0),
    /** Version that the public sees. */
    publishedVersion: integer("published_version"),
    /** Counts of findings, of what is filled, scores: of the newest state, for lists. */
    summary: jsonb("summary").$type<ReportSummary>().notNull(),
    /** Grows with every act on the report: its entity tag. */
    revision: integer("revision").notNull().default(0),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.id] }),
    unique().on(table.shardRegion, table.unitId, table.year, table.kind),
    foreignKey({ columns: [table.shardRegion, table.unitId], foreignColumns: [unit.shardRegion, unit.id] }),
    foreignKey({ columns: [table.shardRegion, table.taskId], foreignColumns: [task.shardRegion, task.id] }),
    index().on(table.shardRegion, table.year, table.state),
    index().on(table.id),
  ],
);

/** 填报内容: what stands in the editor now. */
export const reportDraft = pgTable(
  "report_draft",
  {
    shardRegion: shardRegion(),
    reportId: id("report_id"),
    entries: jsonb("entries").$type<Entries>().notNull(),
    /** Counts the changes; also the number of the last row of draft_change. */
    revision: integer("revision").notNull().default(0),
    updatedBy: uuid("updated_by"),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.reportId] }),
    foreignKey({
      columns: [table.shardRegion, table.reportId],
      foreignColumns: [report.shardRegion, report.id],
    }),
  ],
);

/** 修改记录: every acknowledged change of the editor, in order. */
export const draftChange = pgTable(
  "draft_change",
  {
    shardRegion: shardRegion(),
    reportId: id("report_id"),
    revision: integer("revision").notNull(),
    accountId: id("account_id"),
    at: moment("at").notNull().defaultNow(),
    changes: jsonb("changes").$type<readonly EntryChange[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.reportId, table.revision] }),
    foreignKey({
      columns: [table.shardRegion, table.reportId],
      foreignColumns: [report.shardRegion, report.id],
    }),
    foreignKey({
      columns: [table.shardRegion, table.accountId],
      foreignColumns: [account.shardRegion, account.id],
    }),
  ],
);

/** 报告版本: what was submitted or brought in; never changed afterwards. */
export const reportVersion = pgTable(
  "report_version",
  {
    shardRegion: shardRegion(),
    reportId: id("report_id"),
    version: integer("version").notNull(),
    /** What was typed; null for a document that was brought in whole. */
    entries: jsonb("entries").$type<Entries>(),
    /** Published JSON form of the disclosure (jueming/disclosure/1). */
    disclosure: jsonb("disclosure").notNull(),
    /** SHA-256 over the figures and words, by which versions are told apart. */
    contentHash: text("content_hash").notNull(),
    /** SHA-256 over the figures alone: where it changes, the reviews made so far no longer hold. */
    figuresHash: text("figures_hash").notNull(),
    edition: text("edition").notNull(),
    /** Version of the rules by which it was checked. */
    rulePack: text("rule_pack").notNull(),
    origin: text("origin", { enum: ["edited", "imported"] }).notNull(),
    /** Result of the checks (jueming/findings/1). */
    findings: jsonb("findings").notNull(),
    summary: jsonb("summary").$type<ReportSummary>().notNull(),
    createdBy: uuid("created_by"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.reportId, table.version] }),
    foreignKey({
      columns: [table.shardRegion, table.reportId],
      foreignColumns: [report.shardRegion, report.id],
    }),
  ],
);
