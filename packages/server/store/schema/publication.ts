// What the public sees, what has to be put right afterwards, and the journal of every act.

import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";

import { id, moment, shardRegion } from "./columns.ts";
import { region, unit } from "./organization.ts";
import { report } from "./reports.ts";
import { blob } from "./review.ts";

/** 公开: a version that was put before the public. */
export const publication = pgTable(
  "publication",
  {
    shardRegion: shardRegion(),
    id: id(),
    reportId: id("report_id"),
    version: integer("version").notNull(),
    unitId: id("unit_id"),
    year: integer("year").notNull(),
    publishedAt: moment("published_at").notNull(),
    publishedBy: uuid("published_by"),
    withdrawnAt: moment("withdrawn_at"),
    withdrawalReason: text("withdrawal_reason"),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.id] }),
    foreignKey({
      columns: [table.shardRegion, table.reportId],
      foreignColumns: [report.shardRegion, report.id],
    }),
    index().on(table.shardRegion, table.unitId, table.year),
  ],
);

/** The official files of a publication, in every format. */
export const publicationFile = pgTable(
  "publication_file",
  {
    shardRegion: shardRegion(),
    publicationId: id("publication_id"),
    format: text("format", { enum: ["docx", "xlsx", "pdf", "html", "json"] }).notNull(),
    name: text("name").notNull(),
    hash: text("hash").notNull(),
    size: integer("size").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.publicationId, table.format] }),
    foreignKey({
      columns: [table.shardRegion, table.publicationId],
      foreignColumns: [publication.shardRegion, publication.id],
    }),
    foreignKey({ columns: [table.shardRegion, table.hash], foreignColumns: [blob.shardRegion, blob.hash] }),
  ],
);

/** 整改事项: a problem on its way to 销号. */
export const rectification = pgTable(
  "rectification",
  {
    shardRegion: shardRegion(),
    id: id(),
    unitId: id("unit_id"),
    reportId: uuid("report_id"),
    year: integer("year").notNull(),
    problem: text("problem").notNull(),
    /** Rule and subject, or who raised it. */
    origin: text("origin").notNull(),
    owner: text("owner").notNull().default(""),
    measure: text("measure").notNull().default(""),
    due: date("due"),
    state: text("state").notNull(),
    /** Acts so far: {at, by, from, to, note}. */
    history: jsonb("history").notNull(),
    revision: integer("revision").notNull().default(0),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.id] }),
    foreignKey({ columns: [table.shardRegion, table.unitId], foreignColumns: [unit.shardRegion, unit.id] }),
    foreignKey({
      columns: [table.shardRegion, table.reportId],
      foreignColumns: [report.shardRegion, report.id],
    }),
    index().on(table.shardRegion, table.year, table.state),
  ],
);

/** 操作日志: every act, each entry sealing the one before. Rows are only ever added (a trigger refuses all else). */
export const journal = pgTable(
  "journal",
  {
    shardRegion: shardRegion(),
    number: bigint("number", { mode: "number" }).notNull(),
    at: moment("at").notNull(),
    /** Who acted; null for the program itself. */
    accountId: uuid("account_id"),
    action: text("action").notNull(),
    targetKind: text("target_kind").notNull(),
    targetId: text("target_id"),
    /** Figures and words of the act, without personal data. */
    detail: jsonb("detail").notNull(),
    /** Seal of the entry before, and of this one: SHA-256 over it and all fields above. */
    previousSeal: text("previous_seal").notNull(),
    seal: text("seal").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.number] }),
    foreignKey({ columns: [table.shardRegion], foreignColumns: [region.shardRegion] }),
    index().on(table.shardRegion, table.targetKind, table.targetId),
  ],
);
