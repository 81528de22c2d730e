// Bulk checks: many files of any origin, each with its result.

import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";

import type { PackedUnit } from "@jueming/pipeline/bulk-checks/packed-results.ts";
import type { About } from "@jueming/pipeline/kept-disclosure.ts";

import { account } from "./accounts.ts";
import { bytes, id, moment, shardRegion } from "./columns.ts";
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
    /** Null where there is no content: a member of an archive that could not be unpacked. */
    hash: text("hash"),
    size: integer("size").notNull().default(0),
    status: text("status", { enum: ["waiting", "checked", "failed"] }).notNull(),
    unitName: text("unit_name"),
    year: integer("year"),
    kind: text("kind"),
    error: integer("error").notNull().default(0),
    warning: integer("warning").notNull().default(0),
    hint: integer("hint").notNull().default(0),
    /** Why a file failed: the code and the sentence of the pipeline. */
    failureCode: text("failure_code"),
    failureMessage: text("failure_message"),
    /** Whose disclosure it is (About of the pipeline). */
    about: jsonb("about").$type<About>(),
    /** What checking says and what was read, packed (packed-results.ts of the pipeline). */
    result: bytes("packed_result"),
    disclosure: bytes("packed_disclosure"),
    /** Number of its unit among those whose files were checked together. */
    unitNumber: integer("unit_number"),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.checkId, table.position] }),
    foreignKey({
      columns: [table.shardRegion, table.checkId],
      foreignColumns: [bulkCheck.shardRegion, bulkCheck.id],
    }),
    foreignKey({ columns: [table.shardRegion, table.hash], foreignColumns: [blob.shardRegion, blob.hash] }),
    uniqueIndex().on(table.shardRegion, table.checkId, table.source),
    index().on(table.shardRegion, table.checkId, table.status),
    index().on(table.shardRegion, table.hash),
  ],
);

/** What checking the files of one unit and year together says. */
export const bulkUnit = pgTable(
  "bulk_unit",
  {
    shardRegion: shardRegion(),
    checkId: id("check_id"),
    number: integer("number").notNull(),
    sources: jsonb("sources").$type<readonly string[]>().notNull(),
    duplicates: jsonb("duplicates").$type<PackedUnit["duplicates"]>().notNull(),
    about: jsonb("about").$type<About>().notNull(),
    error: integer("error").notNull(),
    warning: integer("warning").notNull(),
    hint: integer("hint").notNull(),
    result: bytes("packed_result").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.checkId, table.number] }),
    foreignKey({
      columns: [table.shardRegion, table.checkId],
      foreignColumns: [bulkCheck.shardRegion, bulkCheck.id],
    }),
  ],
);
