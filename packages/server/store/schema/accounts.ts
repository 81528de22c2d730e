// Who may sign in, with which roles over which part of the tree, and the sessions of those who did.

import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";

import { ROLES } from "../../contract/roles.ts";
import { id, moment, shardRegion } from "./columns.ts";
import { region, unit } from "./organization.ts";

/** 用户: a person's sign-in; nothing of a person is kept but the name and the login. */
export const account = pgTable(
  "account",
  {
    shardRegion: shardRegion(),
    id: id(),
    login: text("login").notNull(),
    name: text("name").notNull(),
    /** argon2id; null until the person has set a password. */
    passwordHash: text("password_hash"),
    passwordChangedAt: moment("password_changed_at"),
    failures: integer("failures").notNull().default(0),
    lockedUntil: moment("locked_until"),
    disabled: boolean("disabled").notNull().default(false),
    /** True for the roles of the sample data, which sign in by one click on a loopback address. */
    sample: boolean("sample").notNull().default(false),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.id] }),
    unique().on(table.shardRegion, table.login),
    foreignKey({ columns: [table.shardRegion], foreignColumns: [region.shardRegion] }),
    index().on(table.login),
  ],
);

/** 授权: a role over a region, a department with its units, or one unit. */
export const roleGrant = pgTable(
  "role_grant",
  {
    shardRegion: shardRegion(),
    id: id(),
    accountId: id("account_id"),
    role: text("role", { enum: ROLES }).notNull(),
    scope: text("scope", { enum: ["region", "department", "unit"] }).notNull(),
    /** The department or unit; null for the region, which is that of the shard and all below it. */
    unitId: uuid("unit_id"),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.id] }),
    foreignKey({
      columns: [table.shardRegion, table.accountId],
      foreignColumns: [account.shardRegion, account.id],
    }),
    foreignKey({ columns: [table.shardRegion, table.unitId], foreignColumns: [unit.shardRegion, unit.id] }),
    index().on(table.shardRegion, table.accountId),
  ],
);

/** 会话: only the hash of its token is kept. */
export const session = pgTable(
  "session",
  {
    shardRegion: shardRegion(),
    tokenHash: text("token_hash").notNull(),
    accountId: id("account_id"),
    csrf: text("csrf").notNull(),
    createdAt: moment("created_at").notNull(),
    seenAt: moment("seen_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.tokenHash] }),
    foreignKey({
      columns: [table.shardRegion, table.accountId],
      foreignColumns: [account.shardRegion, account.id],
    }),
    index().on(table.tokenHash),
    index().on(table.expiresAt),
  ],
);

/** 一次性链接: sets up the first administrator, invites a person or resets a password. */
export const oneTimeLink = pgTable(
  "one_time_link",
  {
    shardRegion: shardRegion(),
    tokenHash: text("token_hash").notNull(),
    purpose: text("purpose", { enum: ["set-up", "invitation", "reset"] }).notNull(),
    accountId: uuid("account_id"),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.tokenHash] }),
    foreignKey({
      columns: [table.shardRegion, table.accountId],
      foreignColumns: [account.shardRegion, account.id],
    }),
  ],
);
