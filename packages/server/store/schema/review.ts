// What people say of a report on its way: reviews, comments, explanations, evidence.

import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { account } from "./accounts.ts";
import { bytes, id, moment, shardRegion } from "./columns.ts";
import { REPORT_STATES } from "../../contract/report-states.ts";
import { report } from "./reports.ts";
import { unit } from "./organization.ts";

/** 审核意见: a decision on a version at one stage; it no longer holds once a figure has changed. */
export const review = pgTable(
  "review",
  {
    shardRegion: shardRegion(),
    id: id(),
    reportId: id("report_id"),
    version: integer("version").notNull(),
    stage: text("stage", { enum: REPORT_STATES }).notNull(),
    decision: text("decision", { enum: ["passed", "returned"] }).notNull(),
    opinion: text("opinion").notNull(),
    accountId: id("account_id"),
    at: moment("at").notNull().defaultNow(),
    invalidatedAt: moment("invalidated_at"),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.id] }),
    foreignKey({
      columns: [table.shardRegion, table.reportId],
      foreignColumns: [report.shardRegion, report.id],
    }),
    foreignKey({
      columns: [table.shardRegion, table.accountId],
      foreignColumns: [account.shardRegion, account.id],
    }),
    index().on(table.shardRegion, table.reportId),
  ],
);

/** 批注: a remark on a report or on one of its figures; it may ask for an explanation. */
export const comment = pgTable(
  "comment",
  {
    shardRegion: shardRegion(),
    id: id(),
    reportId: id("report_id"),
    version: integer("version").notNull(),
    /** Key of the entry or fact that it is about; null for the whole report. */
    about: text("about"),
    kind: text("kind", { enum: ["remark", "question"] }).notNull(),
    text: text("text").notNull(),
    answerTo: uuid("answer_to"),
    accountId: id("account_id"),
    at: moment("at").notNull().defaultNow(),
    resolvedAt: moment("resolved_at"),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.id] }),
    foreignKey({
      columns: [table.shardRegion, table.reportId],
      foreignColumns: [report.shardRegion, report.id],
    }),
    foreignKey({
      columns: [table.shardRegion, table.accountId],
      foreignColumns: [account.shardRegion, account.id],
    }),
    index().on(table.shardRegion, table.reportId),
  ],
);

/** 核实性说明: why a finding is in order; kept with the unit and offered again next year. */
export const explanation = pgTable(
  "explanation",
  {
    shardRegion: shardRegion(),
    id: id(),
    unitId: id("unit_id"),
    year: integer("year").notNull(),
    reportId: id("report_id"),
    rule: text("rule").notNull(),
    subject: text("subject").notNull(),
    /** Values of the finding's operands in their order. */
    figures: jsonb("figures").$type<readonly (string | null)[]>().notNull(),
    text: text("text").notNull(),
    accountId: id("account_id"),
    at: moment("at").notNull().defaultNow(),
    withdrawnAt: moment("withdrawn_at"),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.id] }),
    foreignKey({ columns: [table.shardRegion, table.unitId], foreignColumns: [unit.shardRegion, unit.id] }),
    foreignKey({
      columns: [table.shardRegion, table.reportId],
      foreignColumns: [report.shardRegion, report.id],
    }),
    index().on(table.shardRegion, table.unitId, table.year),
  ],
);

/** 文件内容: bytes by their SHA-256, once in a shard. */
export const blob = pgTable(
  "blob",
  {
    shardRegion: shardRegion(),
    hash: text("hash").notNull(),
    size: integer("size").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.shardRegion, table.hash] })],
);

/** A piece of a blob, at most a mebibyte. */
export const blobPart = pgTable(
  "blob_part",
  {
    shardRegion: shardRegion(),
    hash: text("hash").notNull(),
    part: integer("part").notNull(),
    content: bytes("content").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.hash, table.part] }),
    foreignKey({ columns: [table.shardRegion, table.hash], foreignColumns: [blob.shardRegion, blob.hash] }),
  ],
);

/** 佐证材料 and brought-in documents: a named file of a report. */
export const attachment = pgTable(
  "attachment",
  {
    shardRegion: shardRegion(),
    id: id(),
    reportId: id("report_id"),
    kind: text("kind", { enum: ["evidence", "source"] }).notNull(),
    /** Key of the indicator's row that it proves; null for the report. */
    about: text("about"),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    hash: text("hash").notNull(),
    size: integer("size").notNull(),
    accountId: id("account_id"),
    at: moment("at").notNull().defaultNow(),
    removedAt: moment("removed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.id] }),
    foreignKey({
      columns: [table.shardRegion, table.reportId],
      foreignColumns: [report.shardRegion, report.id],
    }),
    foreignKey({ columns: [table.shardRegion, table.hash], foreignColumns: [blob.shardRegion, blob.hash] }),
    index().on(table.shardRegion, table.reportId),
  ],
);
