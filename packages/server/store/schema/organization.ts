// Regions, and the units in them: a tree that changes from year to year.

import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";

import { id, moment, shardRegion } from "./columns.ts";

/** 行政区划: one row a shard; the tree follows from the division codes. */
export const region = pgTable(
  "region",
  {
    shardRegion: shardRegion(),
    /** Division code in force, six digits (GB/T 2260). */
    code: text("code").notNull(),
    name: text("name").notNull(),
    /** 某省某市某县 */
    fullName: text("full_name").notNull(),
    /** True for the region of the sample data, which alone may be removed again; it never changes. */
    sample: boolean("sample").notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion] }),
    unique().on(table.shardRegion, table.code),
    // No division of GB/T 2260 begins with 99: what an office works in can never be taken for the sample.
    check("region_sample_is_nowhere", sql`not ${table.sample} or ${table.shardRegion} like '99%'`),
  ],
);

/** A department or unit through the years; what it is called in a year stands in unit_year. */
export const unit = pgTable(
  "unit",
  { shardRegion: shardRegion(), id: id(), createdAt: moment("created_at").notNull().defaultNow() },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.id] }),
    foreignKey({ columns: [table.shardRegion], foreignColumns: [region.shardRegion] }),
  ],
);

/** 部门、单位 in a year: name, code, kind, and the department it belongs to. */
export const unitYear = pgTable(
  "unit_year",
  {
    shardRegion: shardRegion(),
    unitId: id("unit_id"),
    year: integer("year").notNull(),
    code: text("code"),
    name: text("name").notNull(),
    /** department 主管部门, unit 预算单位 */
    kind: text("kind", { enum: ["department", "unit"] }).notNull(),
    type: text("type", { enum: ["administrative", "civil-service-like", "institution", "mixed"] }),
    /** The department, for a unit under one; null for a department. */
    departmentId: uuid("department_id"),
    /** Full pinyin and initials, for search. */
    pinyin: text("pinyin").notNull().default(""),
    initials: text("initials").notNull().default(""),
    active: boolean("active").notNull().default(true),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.unitId, table.year] }),
    foreignKey({
      columns: [table.shardRegion, table.unitId],
      foreignColumns: [unit.shardRegion, unit.id],
    }),
    foreignKey({
      columns: [table.shardRegion, table.departmentId],
      foreignColumns: [unit.shardRegion, unit.id],
    }),
    index().on(table.shardRegion, table.year, table.departmentId),
    index().on(table.initials),
  ],
);
