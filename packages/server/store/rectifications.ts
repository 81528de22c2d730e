// Entries of the ledger with their unit, for lists and for acts on one of them.

import type { SQL } from "drizzle-orm";
import { and, asc, desc, eq, ilike, inArray, or, sql } from "drizzle-orm";

import { latenessOf } from "@jueming/core/rectification/ledger-dates.ts";
import { ENTRY_STATES } from "@jueming/core/rectification/entry-states.ts";
import type { LedgerEntry } from "@jueming/core/rectification/ledger.ts";

import type { Target } from "../accounts/authority.ts";
import { cursorOf, valuesOf } from "../contract/page.ts";
import type { Key } from "../contract/reference.ts";
import { keyOf, referenceTo } from "../contract/reference.ts";
import type {
  RectificationCounts,
  RectificationLine,
  RectificationQuery,
} from "../contract/rectifications.ts";
import type { Queries } from "../database/database.ts";
import { rectification, region, unitYear } from "./schema/index.ts";
import { withinRegion } from "./scopes.ts";

const columns = {
  entry: rectification,
  unitName: unitYear.name,
  departmentId: unitYear.departmentId,
  regionCode: region.code,
};

const joined = (queries: Queries) =>
  queries
    .select(columns)
    .from(rectification)
    .innerJoin(region, eq(region.shardRegion, rectification.shardRegion))
    .innerJoin(unitYear, isUnitYear);

const isUnitYear = and(
  eq(unitYear.shardRegion, rectification.shardRegion),
  eq(unitYear.unitId, rectification.unitId),
  eq(unitYear.year, rectification.year),
);

/** RectificationRow: an entry with its unit. */
export type RectificationRow = Awaited<ReturnType<typeof joined>>[number];

/** Columns by which scopes are told. */
export const RECTIFICATION_SCOPE = {
  shardRegion: rectification.shardRegion,
  unitId: rectification.unitId,
  departmentId: unitYear.departmentId,
};

/** The entry of a key; locked where it is to be changed. */
export async function rectificationOf(
  queries: Queries,
  { shardRegion, id }: Key,
): Promise<RectificationRow | undefined> {
  const [found] = await joined(queries).where(
    and(eq(rectification.shardRegion, shardRegion), eq(rectification.id, id)),
  );
  return found;
}

/** The entries of a unit, all years or one. */
export async function rectificationsOfUnit(
  queries: Queries,
  { shardRegion, id: unitId }: Key,
): Promise<readonly RectificationRow[]> {
  return joined(queries)
    .where(and(eq(rectification.shardRegion, shardRegion), eq(rectification.unitId, unitId)))
    .orderBy(rectification.year, rectification.number);
}

/** The entry as the target of an act. */
export function targetOfEntry({ entry, regionCode, departmentId }: RectificationRow): Target {
  return { shardRegion: entry.shardRegion, regionCode, unitId: entry.unitId, departmentId };
}

/** 2025-0001 */
export const numberOf = ({ year, number }: { readonly year: number; readonly number: number }): string =>
  `${year}-${String(number).padStart(4, "0")}`;

/** The entry as the core knows it. */
export function ledgerEntryOf({ entry, unitName }: RectificationRow): LedgerEntry {
  const { year, origin, rule, code, severity, subject, problem, advice, place } = entry;
  const { ownerUnit, owner, measure, due, evidence, note } = entry;
  return {
    id: numberOf(entry),
    origin,
    unit: unitName,
    year,
    rule,
    code,
    severity,
    subject,
    problem,
    advice,
    source: "",
    place,
    state: entry.state,
    fields: { ownerUnit, owner, measure, dueDate: due ?? "", evidence, note },
    occurrence: entry.occurrence,
    recurrence: entry.recurrence,
    history: entry.history,
  };
}

/** An entry as lists show it. */
export function rectificationLineOf(row: RectificationRow, today: string): RectificationLine {
  const { entry, unitName } = row;
  const { shardRegion, reportId, year, origin, code, severity, subject, problem, state, owner, due } = entry;
  const lateness = latenessOf(ledgerEntryOf(row), today);
  return {
    ref: referenceTo(entry),
    number: numberOf(entry),
    unit: { ref: referenceTo({ shardRegion, id: entry.unitId }), name: unitName },
    report: reportId === null ? null : referenceTo({ shardRegion, id: reportId }),
    year,
    origin,
    code,
    severity,
    subject,
    problem,
    state,
    stateName: ENTRY_STATES[state],
    owner,
    due,
    late: lateness.kind === "late" ? lateness.days : null,
    gone: entry.occurrence === "gone",
    recurrence: entry.recurrence?.explanation ?? null,
  };
}

/** LedgerScope: what a reader sees, and the day it is. */
export interface LedgerScope {
  readonly within: SQL;
  readonly today: string;
}

const isOpenState = inArray(rectification.state, ["open", "in-progress", "done", "returned"]);
/** As core/rectification/ledger-dates.ts tells it: what is reported as done waits for others. */
const isLate = (today: string): SQL | undefined =>
  and(
    inArray(rectification.state, ["open", "in-progress", "returned"]),
    sql`${rectification.due} < ${today}::date`,
  );
const isBack = sql`${rectification.recurrence} is not null`;

function filtersOf(query: RectificationQuery, today: string): readonly (SQL | undefined)[] {
  const { year, state, unit, department, region: place, report, search = "", only } = query;
  const text = `%${search.trim().replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
  return [
    year === undefined ? undefined : eq(rectification.year, year),
    state === undefined ? undefined : eq(rectification.state, state),
    unit === undefined ? undefined : eq(rectification.unitId, keyOf(unit).id),
    department === undefined
      ? undefined
      : or(eq(unitYear.departmentId, keyOf(department).id), eq(rectification.unitId, keyOf(department).id)),
    place === undefined ? undefined : withinRegion(place, rectification.shardRegion),
    report === undefined ? undefined : eq(rectification.reportId, keyOf(report).id),
    text === "%%"
      ? undefined
      : or(
          ilike(rectification.problem, text),
          ilike(rectification.subject, text),
          ilike(unitYear.name, text),
          ilike(unitYear.initials, text),
        ),
    only === "open" ? isOpenState : undefined,
    only === "late" ? isLate(today) : undefined,
    only === "to-verify" ? eq(rectification.state, "done") : undefined,
    only === "back" ? isBack : undefined,
  ];
}

/** A page of entries: the newest first. */
export async function pageOfRectifications(
  queries: Queries,
  { within, today }: LedgerScope,
  query: RectificationQuery,
): Promise<{ items: RectificationLine[]; next: string | null }> {
  const [year, number, id] = valuesOf(query.cursor) ?? [];
  const place = [rectification.year, rectification.number, rectification.id] as const;
  const rows = await joined(queries)
    .where(
      and(
        within,
        ...filtersOf(query, today),
        id === undefined
          ? undefined
          : sql`(${place[0]}, ${place[1]}, ${place[2]}) < (${year}, ${number}, ${id}::uuid)`,
      ),
    )
    .orderBy(...place.map((column) => desc(column)))
    .limit(query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1)?.entry : undefined;
  return {
    items: shown.map((row) => rectificationLineOf(row, today)),
    next: last === undefined ? null : cursorOf([last.year, last.number, last.id]),
  };
}

/** The entries that are longest past their day. */
export async function mostOverdue(
  queries: Queries,
  { within, today }: LedgerScope,
  query: Pick<RectificationQuery, "year" | "department" | "region">,
  limit: number,
): Promise<RectificationLine[]> {
  const rows = await joined(queries)
    .where(and(within, ...filtersOf({ ...query, only: "late", limit }, today)))
    .orderBy(asc(rectification.due), asc(rectification.id))
    .limit(limit);
  return rows.map((row) => rectificationLineOf(row, today));
}

/** All entries of a question, for a download; a ledger of a district is some thousands. */
export async function rectificationsFor(
  queries: Queries,
  { within, today }: LedgerScope,
  query: RectificationQuery,
): Promise<readonly RectificationRow[]> {
  return joined(queries)
    .where(and(within, ...filtersOf(query, today)))
    .orderBy(rectification.year, rectification.number)
    .limit(20_000);
}

const count = (is: SQL | undefined): SQL<number> => sql<number>`count(*) filter (where ${is})`;

/** Counts over what a reader sees. */
export async function countRectifications(
  queries: Queries,
  { within, today }: LedgerScope,
  year: number | undefined,
): Promise<RectificationCounts> {
  const [counts] = await queries
    .select({
      all: sql<number>`count(*)`,
      open: count(isOpenState),
      late: count(isLate(today)),
      toVerify: count(eq(rectification.state, "done")),
      back: count(isBack),
    })
    .from(rectification)
    .innerJoin(unitYear, isUnitYear)
    .where(and(within, year === undefined ? undefined : eq(rectification.year, year)));
  return counts ?? { all: 0, open: 0, late: 0, toVerify: 0, back: 0 };
}
