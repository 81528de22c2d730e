// Reports with their unit and task, for lists and for acts on one of them.

import type { SQL } from "drizzle-orm";
import { and, asc, desc, eq, ilike, inArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import type { Target } from "../accounts/authority.ts";
import { cursorOf, valuesOf } from "../contract/page.ts";
import type { Key } from "../contract/reference.ts";
import { keyOf, referenceTo } from "../contract/reference.ts";
import { KIND_NAMES, STATE_NAMES } from "../contract/report-states.ts";
import type { ReportState } from "../contract/report-states.ts";
import type { ReportLine, ReportQuery } from "../contract/reports.ts";
import type { Queries } from "../database/database.ts";
import { DUE_OF } from "../work/workflow.ts";
import { region, report, reportVersion, review, task, unitYear } from "./schema/index.ts";
import { withinRegion } from "./scopes.ts";

const department = alias(unitYear, "department");

/** The last opinion of a return, while the report stands with the unit again. */
const returned = sql<string | null>`case when ${report.state} = 'filling' then (
  select ${review.opinion} from ${review}
  where ${review.shardRegion} = ${report.shardRegion} and ${review.reportId} = ${report.id} and ${review.decision} = 'returned'
  order by ${review.at} desc limit 1) end`;

/** Who submitted the newest version. */
const submittedBy = sql<string | null>`(
  select ${reportVersion.createdBy} from ${reportVersion}
  where ${reportVersion.shardRegion} = ${report.shardRegion} and ${reportVersion.reportId} = ${report.id} and ${reportVersion.version} = ${report.version})`;

/** The day by which the present state has to end. */
const due = sql<string | null>`case ${report.state} ${sql.join(
  Object.entries(DUE_OF).map(([state, column]) => sql`when ${state} then ${task[column]}`),
  sql` `,
)} end`;

const columns = {
  report,
  unitName: unitYear.name,
  departmentId: unitYear.departmentId,
  departmentName: department.name,
  regionCode: region.code,
  regionName: region.name,
  due,
  returned,
  submittedBy,
};

const joined = (queries: Queries) =>
  queries
    .select(columns)
    .from(report)
    .innerJoin(region, eq(region.shardRegion, report.shardRegion))
    .innerJoin(
      unitYear,
      and(
        eq(unitYear.shardRegion, report.shardRegion),
        eq(unitYear.unitId, report.unitId),
        eq(unitYear.year, report.year),
      ),
    )
    .leftJoin(
      department,
      and(
        eq(department.shardRegion, unitYear.shardRegion),
        eq(department.unitId, unitYear.departmentId),
        eq(department.year, unitYear.year),
      ),
    )
    .leftJoin(task, and(eq(task.shardRegion, report.shardRegion), eq(task.id, report.taskId)));

/** ReportRow: a report with what is known around it. */
export type ReportRow = Awaited<ReturnType<typeof joined>>[number];

/** The report of a key; undefined where there is none. */
export async function reportOf(queries: Queries, { shardRegion, id }: Key): Promise<ReportRow | undefined> {
  const [found] = await joined(queries).where(and(eq(report.shardRegion, shardRegion), eq(report.id, id)));
  return found;
}

/** The report as the target of an act. */
export function targetOf({ report: own, regionCode, departmentId }: ReportRow): Target {
  return { shardRegion: own.shardRegion, regionCode, unitId: own.unitId, departmentId };
}

/** ListScope: what a reader sees, the states that wait for them, and the day it is. */
export interface ListScope {
  readonly within: SQL;
  readonly waiting: readonly ReportState[];
  readonly today: string;
}

/** Columns by which scopes are told. */
export const REPORT_SCOPE = {
  shardRegion: report.shardRegion,
  unitId: report.unitId,
  departmentId: unitYear.departmentId,
};

const ERRORS = sql<number>`(${report.summary}->>'error')::int`;

/** A page of reports. */
export async function pageOfReports(
  queries: Queries,
  scope: ListScope,
  query: ReportQuery,
): Promise<{ items: ReportLine[]; next: string | null }> {
  const order = orderOf(query.sort);
  const after = valuesOf(query.cursor);
  const rows = await joined(queries)
    .where(
      and(scope.within, ...filtersOf(query, scope), after === undefined ? undefined : order.after(after)),
    )
    .orderBy(...order.by)
    .limit(query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => lineOf(row, scope.today)),
    next: last === undefined ? null : cursorOf(order.values(last)),
  };
}

function filtersOf(query: ReportQuery, { waiting, today }: ListScope): readonly (SQL | undefined)[] {
  const { year, kind, state, search, unit, department: above, region: place, only } = query;
  return [
    year === undefined ? undefined : eq(report.year, year),
    kind === undefined ? undefined : eq(report.kind, kind),
    state === undefined ? undefined : eq(report.state, state),
    unit === undefined ? undefined : eq(report.unitId, keyOf(unit).id),
    above === undefined
      ? undefined
      : or(eq(unitYear.departmentId, keyOf(above).id), eq(report.unitId, keyOf(above).id)),
    place === undefined ? undefined : withinRegion(place, report.shardRegion),
    search === undefined || search.trim() === "" ? undefined : matches(search.trim()),
    only === "waiting" ? inState(waiting) : undefined,
    only === "overdue" ? sql`${due} < ${today}` : undefined,
    only === "returned" ? sql`${returned} is not null` : undefined,
    only === "with-errors" ? sql`${ERRORS} > 0` : undefined,
  ];
}

const inState = (states: readonly ReportState[]): SQL =>
  states.length === 0 ? sql`false` : inArray(report.state, [...states]);

function matches(search: string): SQL | undefined {
  const text = search.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`);
  return or(
    ilike(unitYear.name, `%${text}%`),
    ilike(unitYear.code, `${text}%`),
    ilike(unitYear.pinyin, `%${text}%`),
    ilike(unitYear.initials, `%${text}%`),
  );
}

type Values = readonly (string | number | null)[];

interface Order {
  readonly by: readonly SQL[];
  readonly values: (row: ReportRow) => Values;
  readonly after: (values: Values) => SQL;
}

/** Each order ends with the id, so that no two reports stand at the same place. */
function orderOf(sort: ReportQuery["sort"]): Order {
  const { id } = report;
  switch (sort) {
    case "worst":
      return {
        by: [desc(ERRORS), asc(id)],
        values: (row) => [row.report.summary.error, row.report.id],
        after: ([errors, last]) =>
          sql`(${ERRORS} < ${errors} or (${ERRORS} = ${errors} and ${id} > ${last}::uuid))`,
      };
    case "due":
      return {
        by: [sql`coalesce(${due}, '9999-12-31')`, asc(id)],
        values: (row) => [row.due ?? "9999-12-31", row.report.id],
        after: ([day, last]) => sql`(coalesce(${due}, '9999-12-31'), ${id}) > (${day}, ${last}::uuid)`,
      };
    case "name":
      return {
        by: [asc(unitYear.name), asc(id)],
        values: (row) => [row.unitName, row.report.id],
        after: ([name, last]) => sql`(${unitYear.name}, ${id}) > (${name}, ${last}::uuid)`,
      };
    default:
      return {
        by: [desc(report.updatedAt), asc(id)],
        values: (row) => [row.report.updatedAt.toISOString(), row.report.id],
        after: ([at, last]) =>
          sql`(${report.updatedAt} < ${at}::timestamptz or (${report.updatedAt} = ${at}::timestamptz and ${id} > ${last}::uuid))`,
      };
  }
}

/** A report as lists show it. */
export function lineOf(row: ReportRow, today: string): ReportLine {
  const { report: own, unitName, departmentName, regionCode, regionName } = row;
  const { shardRegion, year, kind, state, version, publishedVersion, summary, updatedAt } = own;
  return {
    ref: referenceTo(own),
    unit: { ref: referenceTo({ shardRegion, id: own.unitId }), name: unitName, departmentName },
    region: { code: regionCode, name: regionName },
    year,
    kind,
    kindName: KIND_NAMES[kind],
    state,
    stateName: STATE_NAMES[state],
    version,
    publishedVersion,
    summary,
    due: row.due,
    overdue: row.due !== null && row.due < today,
    returned: row.returned,
    updatedAt: updatedAt.toISOString(),
  };
}

/** Counts over all reports in scope. */
export async function countReports(
  queries: Queries,
  { within, waiting, today }: ListScope,
  year: number | undefined,
): Promise<{ byState: Record<string, number>; waiting: number; overdue: number; returned: number }> {
  const rows = await queries
    .select({
      state: report.state,
      count: sql<number>`count(*)`,
      overdue: sql<number>`count(*) filter (where ${due} < ${today})`,
      returned: sql<number>`count(*) filter (where ${returned} is not null)`,
    })
    .from(report)
    .innerJoin(
      unitYear,
      and(
        eq(unitYear.shardRegion, report.shardRegion),
        eq(unitYear.unitId, report.unitId),
        eq(unitYear.year, report.year),
      ),
    )
    .leftJoin(task, and(eq(task.shardRegion, report.shardRegion), eq(task.id, report.taskId)))
    .where(and(within, year === undefined ? undefined : eq(report.year, year)))
    .groupBy(report.state);
  const sum = (of: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  return {
    byState: Object.fromEntries(rows.map(({ state, count }) => [state, count])),
    waiting: sum(({ state, count }) => (waiting.includes(state) ? count : 0)),
    overdue: sum((row) => row.overdue),
    returned: sum((row) => row.returned),
  };
}
