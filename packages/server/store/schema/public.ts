// What the public may see, apart from all else: rows come into being when a report is published and go when it is
// withdrawn. The portal, the open data and the public interface read these tables and published files only, so that
// nothing else can be seen there.

import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  pgView,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";

import type { PublicContent, PublicProject } from "../../contract/public-report.ts";
import { REPORT_KINDS } from "../../contract/report-states.ts";
import { id, moment, shardRegion } from "./columns.ts";
import { figure } from "./figures.ts";
import { region, unit } from "./organization.ts";
import { publication } from "./publication.ts";
import { report } from "./reports.ts";

/** Money in 元. */
const money = (name: string) => numeric(name, { precision: 20, scale: 2 });
const score = (name: string) => numeric(name, { precision: 8, scale: 2 });

/** 公开的报告: the version that the public sees of a report; names and figures as they were published. */
export const publicReport = pgTable(
  "public_report",
  {
    shardRegion: shardRegion(),
    reportId: id("report_id"),
    publicationId: id("publication_id"),
    version: integer("version").notNull(),
    unitId: id("unit_id"),
    year: integer("year").notNull(),
    kind: text("kind", { enum: REPORT_KINDS }).notNull(),
    unitName: text("unit_name").notNull(),
    unitCode: text("unit_code"),
    unitType: text("unit_type", { enum: ["administrative", "civil-service-like", "institution", "mixed"] }),
    departmentId: uuid("department_id"),
    departmentName: text("department_name"),
    publishedAt: moment("published_at").notNull(),
    /** 公开截止日 of the task; null for a report without one. */
    due: date("due"),
    /** False where it was published after that day; null without one. */
    timely: boolean("timely"),
    /** Findings of the published version that nobody has explained. */
    errors: integer("errors").notNull(),
    warnings: integer("warnings").notNull(),
    hints: integer("hints").notNull(),
    explained: integer("explained").notNull(),
    income: money("income"),
    expenditure: money("expenditure"),
    priorExpenditure: money("prior_expenditure"),
    basic: money("basic"),
    project: money("project"),
    personnel: money("personnel"),
    generalBudget: money("general_budget"),
    /** Initial budget of general-budget expenditure. */
    plannedGeneralBudget: money("planned_general_budget"),
    threePublicBudget: money("three_public_budget"),
    threePublic: money("three_public"),
    abroad: money("abroad"),
    vehicles: money("vehicles"),
    reception: money("reception"),
    projects: integer("projects").notNull(),
    /** Sums over the projects that state both. */
    adjusted: money("adjusted"),
    executed: money("executed"),
    /** Percent: executed ÷ adjusted. */
    rate: numeric("rate", { precision: 12, scale: 2 }),
    /** Mean of the scores that follow from the results. */
    meanScore: score("mean_score"),
    /** What the pages of the unit show. */
    content: jsonb("content").$type<PublicContent>().notNull(),
    /** Version of the program's form of these rows; older ones are made anew. */
    form: smallint("form").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.reportId] }),
    foreignKey({
      columns: [table.shardRegion, table.reportId],
      foreignColumns: [report.shardRegion, report.id],
    }),
    foreignKey({
      columns: [table.shardRegion, table.publicationId],
      foreignColumns: [publication.shardRegion, publication.id],
    }),
    index().on(table.shardRegion, table.unitId, table.year),
    index().on(table.shardRegion, table.year, table.kind),
    index().on(table.publishedAt),
  ],
);

/** 公开的项目: a self-evaluation of a published report, with its indicators. */
export const publicProject = pgTable(
  "public_project",
  {
    shardRegion: shardRegion(),
    reportId: id("report_id"),
    position: smallint("position").notNull(),
    unitId: id("unit_id"),
    unitName: text("unit_name").notNull(),
    year: integer("year").notNull(),
    /** Last part of its address: the year and the position, with a letter for each kind of report. */
    number: text("number").notNull(),
    name: text("name").notNull(),
    adjusted: money("adjusted"),
    executed: money("executed"),
    rate: numeric("rate", { precision: 12, scale: 2 }),
    score: score("score"),
    computedScore: score("computed_score"),
    grade: text("grade"),
    content: jsonb("content").$type<PublicProject>().notNull(),
    /** Pieces of the name by which it is found (work/search-words.ts). */
    words: text("words").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.reportId, table.position] }),
    foreignKey({
      columns: [table.shardRegion, table.reportId],
      foreignColumns: [publicReport.shardRegion, publicReport.reportId],
    }).onDelete("cascade"),
    index().on(table.shardRegion, table.unitId, table.number),
    index().using("gin", table.words),
  ],
);

/** 公开的单位: a unit of which something is published, under the name of its newest report. */
export const publicUnit = pgTable(
  "public_unit",
  {
    shardRegion: shardRegion(),
    unitId: id("unit_id"),
    name: text("name").notNull(),
    departmentName: text("department_name"),
    firstYear: integer("first_year").notNull(),
    lastYear: integer("last_year").notNull(),
    pinyin: text("pinyin").notNull(),
    initials: text("initials").notNull(),
    words: text("words").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.unitId] }),
    foreignKey({ columns: [table.shardRegion, table.unitId], foreignColumns: [unit.shardRegion, unit.id] }),
    index().using("gin", table.words),
  ],
);

/** 公开的合计: what the published reports of a region say together in a year; kept so that pages need not add up. */
export const publicTotal = pgTable(
  "public_total",
  {
    shardRegion: shardRegion(),
    year: integer("year").notNull(),
    units: integer("units").notNull(),
    income: money("income"),
    expenditure: money("expenditure"),
    basic: money("basic"),
    project: money("project"),
    threePublic: money("three_public"),
    projects: integer("projects").notNull(),
    late: integer("late").notNull(),
    /** Reports with a finding of severity error that nobody has explained. */
    faulty: integer("faulty").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shardRegion, table.year] }),
    foreignKey({ columns: [table.shardRegion], foreignColumns: [region.shardRegion] }),
  ],
);

/** 公开的变动: counts what was published and withdrawn in a region; pages and their tags hold for one count. */
export const publicChange = pgTable(
  "public_change",
  { shardRegion: shardRegion(), count: bigint("count", { mode: "number" }).notNull() },
  (table) => [
    primaryKey({ columns: [table.shardRegion] }),
    foreignKey({ columns: [table.shardRegion], foreignColumns: [region.shardRegion] }),
  ],
);

/** 公开的数: figures of published reports. keepFigures sees to it that these are those of the published version. */
export const publicFigure = pgView("public_figure").as((queries) =>
  queries
    .select({
      shardRegion: sql<string>`${figure.shardRegion}`.as("shard_region"),
      year: sql<number>`${figure.year}`.as("year"),
      reportId: sql<string>`${figure.reportId}`.as("report_id"),
      unitId: sql<string>`${figure.unitId}`.as("unit_id"),
      fact: sql<string>`${figure.fact}`.as("fact"),
      value: sql<string>`${figure.value}`.as("value"),
    })
    .from(figure)
    .innerJoin(
      publicReport,
      sql`${publicReport.shardRegion} = ${figure.shardRegion} and ${publicReport.reportId} = ${figure.reportId}`,
    ),
);
