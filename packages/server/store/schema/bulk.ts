// Bulk checks: many files of any origin, each with its result.

import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { account } from "./accounts.ts";
import { id, moment, shardRegion } from "./columns.ts";
import { blob } from "./review.ts";

/** 批量检查: one drop of files. */
export const bulkCheck = pgTable(
  "bulk_check",
  {
    shardRegion: shardRegion(),
    id: id(),
    accountId: id("account_id"),
    title: text("title").notNull(),
    state: text("state", { enum: ["uploading", "queued", "running", "done", "cancelled"] }).notNull(),
    files: integer("files").notNull().default(0),
    done: integer("done").notNull().default(0),
    createdAt: moment("created_at").notNull().defaultNow(),
    finishedAt: moment("finished_at"),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.id] }),
    foreignKey({
      columns: [table.shardRegion, table.accountId],
      foreignColumns: [account.shardRegion, account.id],
    }),
  ],
);

/** A file of a bulk check and what was found in it. */
export const bulkFile = pgTable(
  "bulk_file",
  {
    shardRegion: shardRegion(),
    checkId: id("check_id"),
    position: integer("position").notNull(),
    /** Path as dropped: a.zip!/b.pdf for a member. */
    source: text("source").notNull(),
    hash: text("hash").notNull(),
    status: text("status", { enum: ["waiting", "checked", "failed"] }).notNull(),
    unitName: text("unit_name"),
    year: integer("year"),
    kind: text("kind"),
    error: integer("error").notNull().default(0),
    warning: integer("warning").notNull().default(0),
    hint: integer("hint").notNull().default(0),
    /** jueming/findings/1, or the error of a file that could not be read. */
    result: jsonb("result"),
    disclosure: jsonb("disclosure"),
    jobId: uuid("job_id"),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.checkId, table.position] }),
    foreignKey({
      columns: [table.shardRegion, table.checkId],
      foreignColumns: [bulkCheck.shardRegion, bulkCheck.id],
    }),
    foreignKey({ columns: [table.shardRegion, table.hash], foreignColumns: [blob.shardRegion, blob.hash] }),
    index().on(table.shardRegion, table.checkId, table.status),
  ],
);
