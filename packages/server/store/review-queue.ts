// The queue of those who review, and how far the units of a reader have come.

import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import type { HeldGrant } from "../accounts/authority.ts";
import type { Key } from "../contract/reference.ts";
import { keyOf, referenceTo } from "../contract/reference.ts";
import type { MyWork, QueueLine, StageCounts } from "../contract/review.ts";
import { KIND_NAMES, STATE_NAMES } from "../contract/report-states.ts";
import type { ReportLine } from "../contract/reports.ts";
import type { Queries } from "../database/database.ts";
import { DUE_OF, REVIEW_STATES } from "../work/workflow.ts";
import type { ListScope } from "./reports.ts";
import { attachment, comment, report, reportVersion, review, task, unitYear } from "./schema/index.ts";

const DAY_MS = 24 * 3_600_000;

/** Adds to lines what those who review look for first. */
export async function queueLines(
  queries: Queries,
  lines: readonly ReportLine[],
  now: Date,
): Promise<QueueLine[]> {
  const keys = lines.map(({ ref }) => keyOf(ref));
  if (keys.length === 0) return [];
  const found = await queries
    .select({
      shardRegion: report.shardRegion,
      id: report.id,
      since,
      ...talkOf,
      evidence: sql<number>`(select count(*) from ${attachment} where ${attachment.shardRegion} = ${report.shardRegion}
        and ${attachment.reportId} = ${report.id} and ${attachment.kind} = 'evidence' and ${attachment.removedAt} is null)`,
    })
    .from(report)
    // Also so that columns are named with their tables: those of one table alone are not.
    .innerJoin(unitYear, joinedUnit)
    .where(ofKeys(keys));
  const byRef = new Map(found.map((one) => [referenceTo(one), one]));
  return lines.map((line) => {
    const own = byRef.get(line.ref);
    const at = own === undefined ? new Date(line.updatedAt) : new Date(own.since);
    return {
      ...line,
      since: at.toISOString(),
      daysWaiting: Math.max(0, Math.floor((now.getTime() - at.getTime()) / DAY_MS)),
      unanswered: own?.unanswered ?? 0,
      unresolved: own?.unresolved ?? 0,
      evidence: own?.evidence ?? 0,
    };
  });
}

const ofKeys = (keys: readonly Key[]) =>
  and(
    inArray(report.shardRegion, [...new Set(keys.map(({ shardRegion }) => shardRegion))]),
    inArray(
      report.id,
      keys.map(({ id }) => id),
    ),
  );

/** Since when a report stands where it stands: its last review or submission, else its beginning. */
const since = sql<string>`coalesce(greatest(
  (select max(${review.at}) from ${review} where ${review.shardRegion} = ${report.shardRegion} and ${review.reportId} = ${report.id}),
  (select max(${reportVersion.createdAt}) from ${reportVersion} where ${reportVersion.shardRegion} = ${report.shardRegion} and ${reportVersion.reportId} = ${report.id})
), ${report.createdAt})`;

const opened = sql`from ${comment} where ${comment.shardRegion} = ${report.shardRegion} and ${comment.reportId} = ${report.id}
  and ${comment.answerTo} is null and ${comment.resolvedAt} is null`;
const talkOf = {
  unresolved: sql<number>`(select count(*) ${opened})`,
  unanswered: sql<number>`(select count(*) ${opened} and ${comment.kind} = 'question' and not exists (
    select 1 from ${comment} as answer where answer.shard_region = ${comment.shardRegion} and answer.answer_to = ${comment.id}))`,
};

/** The day by which the present state of a report has to end; without parameters, so that it may be grouped by. */
const due = sql<string | null>`case ${report.state} ${sql.join(
  Object.entries(DUE_OF).map(([state, column]) => sql`when ${sql.raw(`'${state}'`)} then ${task[column]}`),
  sql` `,
)} end`;

const joinedUnit = and(
  eq(unitYear.shardRegion, report.shardRegion),
  eq(unitYear.unitId, report.unitId),
  eq(unitYear.year, report.year),
);
const joinedTask = and(eq(task.shardRegion, report.shardRegion), eq(task.id, report.taskId));

/** Reports in scope at each stage of review; `mine` are those that wait for the reader. */
export async function countStages(
  queries: Queries,
  { within, waiting, today }: ListScope,
  year: number | undefined,
): Promise<StageCounts> {
  const rows = await queries
    .select({
      state: report.state,
      count: sql<number>`count(*)`,
      overdue: sql<number>`count(*) filter (where ${due} < ${today})`,
      withErrors: sql<number>`count(*) filter (where (${report.summary}->>'error')::int > 0)`,
    })
    .from(report)
    .innerJoin(unitYear, joinedUnit)
    .leftJoin(task, joinedTask)
    .where(and(within, year === undefined ? undefined : eq(report.year, year)))
    .groupBy(report.state);
  const stages = [...REVIEW_STATES, "ready" as const].map((state) => {
    const own = rows.find((row) => row.state === state);
    return {
      state,
      stateName: STATE_NAMES[state],
      count: own?.count ?? 0,
      overdue: own?.overdue ?? 0,
      withErrors: own?.withErrors ?? 0,
      mine: waiting.includes(state),
    };
  });
  return { stages };
}

/** Deadlines of the tasks in scope that are still open, the nearest first. */
export async function deadlinesIn(
  queries: Queries,
  { within, today }: ListScope,
  year: number | undefined,
): Promise<MyWork["deadlines"]> {
  const rows = await queries
    .select({
      title: task.title,
      year: task.year,
      kind: task.kind,
      state: report.state,
      day: due,
      open: sql<number>`count(*)`,
    })
    .from(report)
    .innerJoin(unitYear, joinedUnit)
    .innerJoin(task, joinedTask)
    .where(
      and(
        within,
        year === undefined ? undefined : eq(report.year, year),
        isNull(report.publishedVersion),
        sql`${due} is not null`,
      ),
    )
    .groupBy(task.title, task.year, task.kind, report.state, due)
    .orderBy(due, report.state)
    .limit(100);
  return rows.map(({ kind, state, day, ...rest }) => ({
    ...rest,
    kindName: KIND_NAMES[kind],
    state,
    stateName: STATE_NAMES[state],
    day: day ?? today,
    daysLeft: Math.round((Date.parse(day ?? today) - Date.parse(today)) / DAY_MS),
  }));
}

const owner = alias(unitYear, "owner");
const MOST_LINES = 500;

/** How far the units have come: one line a unit, or one a department for those who look over a whole region. */
export async function progressIn(
  queries: Queries,
  { within, today }: ListScope,
  { year, grants }: { readonly year: number | undefined; readonly grants: readonly HeldGrant[] },
): Promise<MyWork["progress"]> {
  const withUnits = grants.some(({ scope }) => scope === "region");
  const ownerId = withUnits
    ? sql`coalesce(${unitYear.departmentId}, ${unitYear.unitId})`
    : sql`${unitYear.unitId}`;
  const rows = await queries
    .select({
      shardRegion: owner.shardRegion,
      id: owner.unitId,
      name: owner.name,
      state: report.state,
      reports: sql<number>`count(*)`,
      required: sql<number>`coalesce(sum((${report.summary}->>'required')::int), 0)::bigint`,
      filled: sql<number>`coalesce(sum((${report.summary}->>'filled')::int), 0)::bigint`,
      errors: sql<number>`coalesce(sum((${report.summary}->>'error')::int), 0)::bigint`,
      overdue: sql<number>`count(*) filter (where ${due} < ${today})`,
    })
    .from(report)
    .innerJoin(unitYear, joinedUnit)
    .innerJoin(
      owner,
      and(eq(owner.shardRegion, report.shardRegion), eq(owner.unitId, ownerId), eq(owner.year, report.year)),
    )
    .leftJoin(task, joinedTask)
    .where(and(within, year === undefined ? undefined : eq(report.year, year)))
    .groupBy(owner.shardRegion, owner.unitId, owner.name, report.state)
    .orderBy(owner.name, owner.unitId);
  return gathered(rows, withUnits).slice(0, MOST_LINES);
}

interface ProgressRow
  extends Key, Pick<MyWork["progress"][number], "reports" | "required" | "filled" | "errors" | "overdue"> {
  readonly name: string;
  readonly state: string;
}

/** One line for each unit, of the counts of its states. */
function gathered(rows: readonly ProgressRow[], withUnits: boolean): MyWork["progress"] {
  const lines = new Map<string, MyWork["progress"][number]>();
  for (const { state, ...row } of rows) {
    const ref = referenceTo(row);
    const before = lines.get(ref);
    const sum = (name: "reports" | "required" | "filled" | "errors" | "overdue"): number =>
      (before?.[name] ?? 0) + row[name];
    lines.set(ref, {
      unit: { ref, name: row.name },
      withUnits,
      reports: sum("reports"),
      required: sum("required"),
      filled: sum("filled"),
      errors: sum("errors"),
      overdue: sum("overdue"),
      byState: { ...before?.byState, [state]: (before?.byState[state] ?? 0) + row.reports },
    });
  }
  return [...lines.values()];
}
