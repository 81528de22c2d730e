// Figures of all reports in one place, for comparison: of the published version where there is one, else of the newest.

import {
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";

import type { EvaluationExtract } from "@jueming/core/signals/evaluation-extract.ts";

import { id, shardRegion } from "./columns.ts";
import { report } from "./reports.ts";

/** KeptExtract (自评摘录): what signals need of an evaluation besides whose it is; money as digits. */
export interface KeptExtract extends Omit<
  EvaluationExtract,
  "source" | "number" | "year" | "unit" | "department" | "district" | "money"
> {
  readonly money: Readonly<Record<keyof EvaluationExtract["money"], string | null>>;
}

/** 数: one stated fact of a report. The table is partitioned by year (see its migration). */
export const figure = pgTable(
  "figure",
  {
    shardRegion: shardRegion(),
    year: integer("year").notNull(),
    reportId: id("report_id"),
    unitId: id("unit_id"),
    /** Address of the fact as in written documents (core/disclosure/figure-id.ts). */
    fact: text("fact").notNull(),
    /** In 元 for money, else in the unit of the fact. */
    value: numeric("value", { precision: 20, scale: 2 }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.year, table.reportId, table.fact] }),
    foreignKey({
      columns: [table.shardRegion, table.reportId],
      foreignColumns: [report.shardRegion, report.id],
    }).onDelete("cascade"),
    index().on(table.fact, table.shardRegion, table.year),
    index().on(table.shardRegion, table.unitId, table.year),
  ],
);

/** 项目自评: one self-evaluation of the same version as the figures. */
export const evaluation = pgTable(
  "evaluation",
  {
    shardRegion: shardRegion(),
    reportId: id("report_id"),
    position: smallint("position").notNull(),
    unitId: id("unit_id"),
    year: integer("year").notNull(),
    name: text("name").notNull(),
    pinyin: text("pinyin").notNull().default(""),
    initials: text("initials").notNull().default(""),
    /** In 元. */
    adjusted: numeric("adjusted", { precision: 20, scale: 2 }),
    executed: numeric("executed", { precision: 20, scale: 2 }),
    /** Percent. */
    rate: numeric("rate", { precision: 12, scale: 2 }),
    score: numeric("score", { precision: 8, scale: 2 }),
    computedScore: numeric("computed_score", { precision: 8, scale: 2 }),
    grade: text("grade"),
    /** Null for what was kept before signals were counted here. */
    extract: jsonb("extract").$type<KeptExtract>(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.reportId, table.position] }),
    foreignKey({
      columns: [table.shardRegion, table.reportId],
      foreignColumns: [report.shardRegion, report.id],
    }).onDelete("cascade"),
    index().on(table.shardRegion, table.year),
    index().on(table.shardRegion, table.unitId, table.year),
  ],
);

/** 绩效指标: the indicators of these evaluations. */
export const indicator = pgTable(
  "indicator",
  {
    shardRegion: shardRegion(),
    reportId: id("report_id"),
    evaluation: smallint("evaluation").notNull(),
    position: smallint("position").notNull(),
    level1: text("level1").notNull(),
    level2: text("level2").notNull(),
    name: text("name").notNull(),
    target: text("target"),
    actual: text("actual"),
    points: numeric("points", { precision: 8, scale: 2 }),
    score: numeric("score", { precision: 8, scale: 2 }),
    computedScore: numeric("computed_score", { precision: 8, scale: 2 }),
    verdict: text("verdict"),
    derivation: text("derivation"),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.reportId, table.evaluation, table.position] }),
    foreignKey({
      columns: [table.shardRegion, table.reportId, table.evaluation],
      foreignColumns: [evaluation.shardRegion, evaluation.reportId, evaluation.position],
    }).onDelete("cascade"),
  ],
);
