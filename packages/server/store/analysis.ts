// What a part of the tree amounts to in a year: counts and sums that the database makes from its columns, by indexes on
// region and year. Nothing here reads the documents themselves.

import type { SQL } from "drizzle-orm";
import { and, asc, desc, eq, gte, ilike, inArray, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import { figureId } from "@jueming/core/disclosure/figure-id.ts";

import type { HeldGrant } from "../accounts/authority.ts";
import type {
  Analysis,
  AnalysisQuery,
  DepartmentLine,
  EvaluationLine,
  EvaluationQuery,
  ExpenseChange,
} from "../contract/analysis.ts";
import { cursorOf, valuesOf } from "../contract/page.ts";
import { keyOf, referenceTo } from "../contract/reference.ts";
import type { Queries } from "../database/database.ts";
import { evaluation, figure, rectification, report, unitYear } from "./schema/index.ts";
import { withinRegion, withinScopes } from "./scopes.ts";

/** AnalysisScope: the grants of the reader, what is asked for, and the day it is. */
export interface AnalysisScope {
  readonly grants: readonly HeldGrant[];
  readonly query: AnalysisQuery;
  readonly today: string;
}

/** The units of the year that are seen and asked for. */
const seenUnits = ({ grants, query: { department, region } }: AnalysisScope): SQL | undefined =>
  and(
    withinScopes(grants, unitYear),
    department === undefined
      ? undefined
      : or(eq(unitYear.departmentId, keyOf(department).id), eq(unitYear.unitId, keyOf(department).id)),
    region === undefined ? undefined : withinRegion(region, unitYear.shardRegion),
  );

const ofUnit = (
  table: typeof report | typeof evaluation | typeof figure | typeof rectification,
): SQL | undefined =>
  and(
    eq(unitYear.shardRegion, table.shardRegion),
    eq(unitYear.unitId, table.unitId),
    eq(unitYear.year, table.year),
  );

/** Reports by state. */
export async function statesOf(queries: Queries, scope: AnalysisScope): Promise<Analysis["states"]> {
  const rows = await queries
    .select({ state: report.state, count: sql<number>`count(*)` })
    .from(report)
    .innerJoin(unitYear, ofUnit(report))
    .where(and(eq(report.year, scope.query.year), seenUnits(scope)))
    .groupBy(report.state);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Evaluations by grade. */
export async function gradesOf(queries: Queries, scope: AnalysisScope): Promise<Analysis["grades"]> {
  return queries
    .select({ grade: evaluation.grade, count: sql<number>`count(*)` })
    .from(evaluation)
    .innerJoin(unitYear, ofUnit(evaluation))
    .where(and(eq(evaluation.year, scope.query.year), seenUnits(scope)))
    .groupBy(evaluation.grade)
    .orderBy(sql`min(-${evaluation.score})`);
}

const STEP = 5;
/** The lower end of the step that a percentage lies in; above 100 is 100. */
const stepOf = (column: typeof evaluation.rate | typeof evaluation.score): SQL<number> =>
  sql<number>`(floor(least(greatest(${column}, 0), 100) / ${sql.raw(String(STEP))}) * ${sql.raw(String(STEP))})::int`;

/** Evaluations by execution and score. */
export async function pointsOf(queries: Queries, scope: AnalysisScope): Promise<Analysis["points"]> {
  const [rate, score] = [stepOf(evaluation.rate), stepOf(evaluation.score)];
  return queries
    .select({ rate, score, count: sql<number>`count(*)` })
    .from(evaluation)
    .innerJoin(unitYear, ofUnit(evaluation))
    .where(
      and(
        eq(evaluation.year, scope.query.year),
        sql`${evaluation.rate} is not null and ${evaluation.score} is not null`,
        seenUnits(scope),
      ),
    )
    .groupBy(sql`1`, sql`2`);
}

const THREE_PUBLIC = [
  ["total", "“三公”经费合计"],
  ["abroad", "因公出国（境）费"],
  ["vehiclePurchase", "公务用车购置费"],
  ["vehicleRunning", "公务用车运行维护费"],
  ["reception", "公务接待费"],
] as const;

const threePublicFact = (column: string): string =>
  figureId({ address: { concept: "three-public", column }, derived: null });

/** “三公”经费: budget and account of the year, and the account of the year before. */
export async function threePublicOf(
  queries: Queries,
  scope: AnalysisScope,
): Promise<Analysis["threePublic"]> {
  const { year } = scope.query;
  const facts = THREE_PUBLIC.flatMap(([item]) => [`budget.${item}`, `final.${item}`].map(threePublicFact));
  const rows = await queries
    .select({ year: figure.year, fact: figure.fact, sum: sql<string>`sum(${figure.value})` })
    .from(figure)
    .innerJoin(unitYear, ofUnit(figure))
    .where(and(inArray(figure.fact, facts), inArray(figure.year, [year, year - 1]), seenUnits(scope)))
    .groupBy(figure.year, figure.fact);
  const sumOf = (column: string, of: number): string | null =>
    rows.find((row) => row.fact === threePublicFact(column) && row.year === of)?.sum ?? null;
  return THREE_PUBLIC.map(([item, name]) => ({
    item,
    name,
    budget: sumOf(`budget.${item}`, year),
    now: sumOf(`final.${item}`, year),
    before: sumOf(`final.${item}`, year - 1),
  }));
}

/** 本年支出合计 of 收入支出决算总表. */
const EXPENDITURE = figureId({
  address: { concept: "income-expenditure-summary", line: "58", column: "amount" },
  derived: null,
});

/** Units whose expenditure changed most against the year before. */
export async function changesOf(
  queries: Queries,
  scope: AnalysisScope,
  limit: number,
): Promise<readonly ExpenseChange[]> {
  const before = alias(figure, "before");
  const department = alias(unitYear, "department");
  const difference = sql<string>`${figure.value} - ${before.value}`;
  const rows = await queries
    .select({
      unit: unitYear,
      departmentName: department.name,
      now: figure.value,
      before: before.value,
      difference,
      rate: sql<
        string | null
      >`round(100 * (${figure.value} - ${before.value}) / nullif(${before.value}, 0), 1)`,
    })
    .from(figure)
    .innerJoin(
      before,
      and(
        eq(before.shardRegion, figure.shardRegion),
        eq(before.unitId, figure.unitId),
        eq(before.fact, figure.fact),
        eq(before.year, scope.query.year - 1),
      ),
    )
    .innerJoin(unitYear, ofUnit(figure))
    .leftJoin(
      department,
      and(
        eq(department.shardRegion, unitYear.shardRegion),
        eq(department.unitId, unitYear.departmentId),
        eq(department.year, unitYear.year),
      ),
    )
    .where(and(eq(figure.fact, EXPENDITURE), eq(figure.year, scope.query.year), seenUnits(scope)))
    .orderBy(desc(sql`abs(${figure.value} - ${before.value})`), asc(unitYear.unitId))
    .limit(limit);
  return rows.map(({ unit, ...rest }) => ({
    unit: { ref: referenceTo({ shardRegion: unit.shardRegion, id: unit.unitId }), name: unit.name },
    ...rest,
  }));
}

/** The department that a unit belongs to, or that it is. */
const top = sql<string>`coalesce(${unitYear.departmentId}, ${unitYear.unitId})`;

/** Entries of the ledger by department: open, and late (core/rectification/ledger-dates.ts). */
const problemsOf = (queries: Queries, { today }: AnalysisScope, seen: SQL | undefined) =>
  queries
    .select({
      top,
      open: sql<number>`count(*) filter (where ${rectification.state} in ('open', 'in-progress', 'done', 'returned'))`,
      late: sql<number>`count(*) filter (where ${rectification.state} in ('open', 'in-progress', 'returned')
        and ${rectification.due} < ${today}::date)`,
    })
    .from(rectification)
    .innerJoin(unitYear, ofUnit(rectification))
    .where(seen)
    .groupBy(sql`1`);

/** A line for each department, its units with it. */
export async function departmentsOf(
  queries: Queries,
  scope: AnalysisScope,
): Promise<readonly DepartmentLine[]> {
  const { year } = scope.query;
  const seen = and(eq(unitYear.year, year), seenUnits(scope));
  const [names, reports, evaluations, problems] = await Promise.all([
    queries
      .select({ shardRegion: unitYear.shardRegion, id: unitYear.unitId, name: unitYear.name })
      .from(unitYear)
      .where(eq(unitYear.year, year)),
    queries
      .select({
        top,
        shardRegion: unitYear.shardRegion,
        reports: sql<number>`count(${report.id})`,
        published: sql<number>`count(${report.id}) filter (where ${report.publishedVersion} is not null)`,
      })
      .from(unitYear)
      .leftJoin(report, ofUnit(report))
      .where(seen)
      .groupBy(sql`1`, unitYear.shardRegion),
    queries
      .select({
        top,
        count: sql<number>`count(*)`,
        mean: sql<string | null>`round(avg(${evaluation.score}), 2)`,
      })
      .from(evaluation)
      .innerJoin(unitYear, ofUnit(evaluation))
      .where(seen)
      .groupBy(sql`1`),
    problemsOf(queries, scope, seen),
  ]);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return reports
    .map(({ top: id, shardRegion, reports: count, published }) => {
      const scores = evaluations.find((one) => one.top === id);
      const entries = problems.find((one) => one.top === id);
      return {
        ref: referenceTo({ shardRegion, id }),
        name: nameOf.get(id) ?? "",
        reports: count,
        published,
        evaluations: scores?.count ?? 0,
        meanScore: scores?.mean ?? null,
        openRectifications: entries?.open ?? 0,
        lateRectifications: entries?.late ?? 0,
      };
    })
    .toSorted((a, b) => b.lateRectifications - a.lateRectifications || a.name.localeCompare(b.name, "zh"));
}

function evaluationFilters(query: EvaluationQuery): readonly (SQL | undefined)[] {
  const { grade, search = "", rateFrom, rateTo, scoreFrom, scoreTo } = query;
  const text = `%${search.trim().replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
  const { rate, score } = evaluation;
  return [
    grade === undefined
      ? undefined
      : grade === ""
        ? sql`${evaluation.grade} is null`
        : eq(evaluation.grade, grade),
    text === "%%"
      ? undefined
      : or(ilike(evaluation.name, text), ilike(evaluation.initials, text), ilike(unitYear.name, text)),
    rateFrom === undefined ? undefined : gte(rate, String(rateFrom)),
    // The last step takes in what is at or above 100.
    rateTo === undefined || rateTo > 100 ? undefined : lt(rate, String(rateTo)),
    scoreFrom === undefined ? undefined : gte(score, String(scoreFrom)),
    scoreTo === undefined || scoreTo > 100 ? undefined : lt(score, String(scoreTo)),
  ];
}

/** A page of evaluations, the lowest score first. */
export async function pageOfEvaluations(
  queries: Queries,
  scope: AnalysisScope,
  query: EvaluationQuery,
): Promise<{ items: EvaluationLine[]; next: string | null }> {
  const score = sql<string>`coalesce(${evaluation.score}, -1)`;
  const [lastScore, lastReport, lastPosition] = valuesOf(query.cursor) ?? [];
  const rows = await queries
    .select({ own: evaluation, unitName: unitYear.name })
    .from(evaluation)
    .innerJoin(unitYear, ofUnit(evaluation))
    .where(
      and(
        eq(evaluation.year, query.year),
        seenUnits(scope),
        ...evaluationFilters(query),
        lastReport === undefined
          ? undefined
          : sql`(${score}, ${evaluation.reportId}, ${evaluation.position}) > (${lastScore}::numeric, ${lastReport}::uuid, ${lastPosition}::smallint)`,
      ),
    )
    .orderBy(asc(score), asc(evaluation.reportId), asc(evaluation.position))
    .limit(query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1)?.own : undefined;
  return {
    items: shown.map(({ own, unitName }) => evaluationLineOf(own, unitName)),
    next: last === undefined ? null : cursorOf([last.score ?? "-1", last.reportId, last.position]),
  };
}

function evaluationLineOf(own: typeof evaluation.$inferSelect, unitName: string): EvaluationLine {
  const { shardRegion, reportId, position, name, adjusted, executed, rate, score, computedScore, grade } =
    own;
  const ref = referenceTo({ shardRegion, id: reportId });
  return { report: ref, position, unitName, name, adjusted, executed, rate, score, computedScore, grade };
}
