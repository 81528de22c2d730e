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
  unique,
  uuid,
} from "drizzle-orm/pg-core";

import type { EntryState } from "@jueming/core/rectification/entry-states.ts";
import type { HistoryEvent, Recurrence } from "@jueming/core/rectification/ledger.ts";

import { account } from "./accounts.ts";
import { id, moment, shardRegion } from "./columns.ts";
import { region, unit } from "./organization.ts";
import { report } from "./reports.ts";
import { blob } from "./review.ts";

/** KeptEvent (办理记录): one change of an entry, and the login of who made it; null for the program. */
export interface KeptEvent extends HistoryEvent {
  readonly by: string | null;
}

const STATES = [
  "open",
  "in-progress",
  "done",
  "closed",
  "returned",
  "dismissed",
] as const satisfies readonly EntryState[];

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

/** 整改事项: a problem on its way to 销号 (core/rectification/ledger.ts says what each field means). */
export const rectification = pgTable(
  "rectification",
  {
    shardRegion: shardRegion(),
    id: id(),
    unitId: id("unit_id"),
    reportId: uuid("report_id"),
    year: integer("year").notNull(),
    /** Given once in a year: with it, 2025-0001. */
    number: integer("number").notNull(),
    problem: text("problem").notNull(),
    /** 核对, 自评, or the word of people, such as 审计. */
    origin: text("origin").notNull(),
    rule: text("rule"),
    code: text("code"),
    severity: text("severity").notNull().default(""),
    subject: text("subject").notNull().default(""),
    advice: text("advice").notNull().default(""),
    place: text("place").notNull().default(""),
    ownerUnit: text("owner_unit").notNull().default(""),
    owner: text("owner").notNull().default(""),
    measure: text("measure").notNull().default(""),
    due: date("due"),
    evidence: text("evidence").notNull().default(""),
    note: text("note").notNull().default(""),
    state: text("state", { enum: STATES }).notNull(),
    occurrence: text("occurrence", { enum: ["present", "gone"] })
      .notNull()
      .default("present"),
    /** The entry of an earlier year that this one repeats. */
    recurrence: jsonb("recurrence").$type<Recurrence>(),
    /** What was done so far; to it is only added. */
    history: jsonb("history").$type<readonly KeptEvent[]>().notNull(),
    revision: integer("revision").notNull().default(0),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.id] }),
    unique().on(table.shardRegion, table.year, table.number),
    foreignKey({ columns: [table.shardRegion, table.unitId], foreignColumns: [unit.shardRegion, unit.id] }),
    foreignKey({
      columns: [table.shardRegion, table.reportId],
      foreignColumns: [report.shardRegion, report.id],
    }),
    index().on(table.shardRegion, table.year, table.state),
    index().on(table.shardRegion, table.reportId),
  ],
);

/** 整改佐证材料: a file that shows what was done about an entry; what is removed stays known. */
export const rectificationFile = pgTable(
  "rectification_file",
  {
    shardRegion: shardRegion(),
    id: id(),
    rectificationId: id("rectification_id"),
    /** The state of the entry when the file was added: which step it belongs to. */
    state: text("state", { enum: STATES }).notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    hash: text("hash").notNull(),
    size: integer("size").notNull(),
    accountId: id("account_id"),
    at: moment("at").notNull(),
    removedAt: moment("removed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.id] }),
    foreignKey({
      columns: [table.shardRegion, table.rectificationId],
      foreignColumns: [rectification.shardRegion, rectification.id],
    }),
    foreignKey({
      columns: [table.shardRegion, table.accountId],
      foreignColumns: [account.shardRegion, account.id],
    }),
    foreignKey({ columns: [table.shardRegion, table.hash], foreignColumns: [blob.shardRegion, blob.hash] }),
    index().on(table.shardRegion, table.rectificationId),
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
