// Long work that goes on beside the requests: what was asked for, by whom, and how far it has come. The queue itself is
// that of pg-boss, in the schema "queues" of the same database.

import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { JOB_STATES } from "../../contract/jobs.ts";
import { id, moment, shardRegion } from "./columns.ts";

/** 后台任务: one piece of long work. */
export const job = pgTable(
  "job",
  {
    shardRegion: shardRegion(),
    id: id(),
    queue: text("queue").notNull(),
    /** Who asked for it; null for the program itself. */
    accountId: uuid("account_id"),
    data: jsonb("data").notNull(),
    state: text("state", { enum: JOB_STATES }).notNull().default("queued"),
    done: integer("done").notNull().default(0),
    total: integer("total").notNull().default(0),
    note: text("note").notNull().default(""),
    /** Why it failed, or why its last try did: for people. */
    error: text("error"),
    createdAt: moment("created_at").notNull().defaultNow(),
    finishedAt: moment("finished_at"),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.id] }),
    index().on(table.shardRegion, table.queue, table.state),
  ],
);
