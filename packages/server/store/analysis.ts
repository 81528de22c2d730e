// What a part of the tree amounts to in a year: counts and sums that the database makes from its columns, by indexes on
// region and year. Nothing here reads the documents themselves.

import type { SQL } from "drizzle-orm";
import { and, asc, count, eq, exists, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import type { Analysis, DepartmentLine, DistrictLine, ThreePublicItem } from "../contract/analysis.ts";
import { THREE_PUBLIC_ITEMS, threePublicItem } from "../contract/analysis.ts";
import { referenceTo } from "../contract/reference.ts";
import type { Queries } from "../database/database.ts";
import { threePublicFact } from "./analysis-lists.ts";
import type { AnalysisScope } from "./analysis-scope.ts";
import { ofUnit, seenUnits } from "./analysis-scope.ts";
import { evaluation, figure, rectification, region, report, unitYear } from "./schema/index.ts";
import { withinScopes } from "./scopes.ts";

/** The districts that the reader sees in a year. */
export function regionsOf(
  queries: Queries,
  { grants, query: { year } }: AnalysisScope,
): Promise<Analysis["regions"]> {
  const seen = queries
    .select({ one: sql`1` })
    .from(unitYear)
    .where(
      and(
        eq(unitYear.shardRegion, region.shardRegion),
        eq(unitYear.year, year),
        withinScopes(grants, unitYear),
      ),
    );
  return queries
    .select({ code: region.code, name: region.name })
    .from(region)
    .where(exists(seen))
    .orderBy(asc(region.code));
}

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

/** “三公”经费: budget and account of the year, and the account of the year before. */
export async function threePublicOf(
  queries: Queries,
  scope: AnalysisScope,
): Promise<Analysis["threePublic"]> {
  const { year } = scope.query;
  const facts = threePublicItem.options.flatMap((item) =>
    [`budget.${item}`, `final.${item}`].map(threePublicFact),
  );
  const rows = await queries
    .select({ year: figure.year, fact: figure.fact, sum: sql<string>`sum(${figure.value})` })
    .from(figure)
    .innerJoin(unitYear, ofUnit(figure))
    .where(and(inArray(figure.fact, facts), inArray(figure.year, [year, year - 1]), seenUnits(scope)))
    .groupBy(figure.year, figure.fact);
  const sums = new Map(rows.map((row) => [`${row.year} ${row.fact}`, row.sum]));
  const sumOf = (column: string, of: number): string | null =>
    sums.get(`${of} ${threePublicFact(column)}`) ?? null;
  return threePublicItem.options.map((item: ThreePublicItem) => ({
    item,
    name: THREE_PUBLIC_ITEMS[item],
    budget: sumOf(`budget.${item}`, year),
    now: sumOf(`final.${item}`, year),
    before: sumOf(`final.${item}`, year - 1),
  }));
}

/** The department that a unit belongs to, or that it is. */
const top = sql<string>`coalesce(${unitYear.departmentId}, ${unitYear.unitId})`;

/** Sum: what the database counts over a part of the tree. */
interface Sum {
  readonly key: string;
  readonly shardRegion: string;
  readonly reports: number;
  readonly published: number;
  readonly evaluations: number;
  readonly meanScore: string | null;
  readonly openRectifications: number;
  readonly lateRectifications: number;
}

/** Reports, evaluations and entries of the ledger, by department or by district. */
async function sumsBy(queries: Queries, scope: AnalysisScope, key: SQL<string>): Promise<readonly Sum[]> {
  const seen = and(eq(unitYear.year, scope.query.year), seenUnits(scope));
  const [reports, evaluations, problems] = await Promise.all([
    queries
      .select({
        key,
        shardRegion: unitYear.shardRegion,
        reports: count(report.id),
        published: sql<number>`count(${report.id}) filter (where ${report.publishedVersion} is not null)`,
      })
      .from(unitYear)
      .leftJoin(report, ofUnit(report))
      .where(seen)
      .groupBy(sql`1`, unitYear.shardRegion),
    queries
      .select({ key, count: count(), mean: sql<string | null>`round(avg(${evaluation.score}), 2)` })
      .from(evaluation)
      .innerJoin(unitYear, ofUnit(evaluation))
      .where(seen)
      .groupBy(sql`1`),
    problemsBy(queries, scope, key),
  ]);
  const scores = new Map(evaluations.map((one) => [one.key, one]));
  const entries = new Map(problems.map((one) => [one.key, one]));
  return reports.map((one) => ({
    ...one,
    evaluations: scores.get(one.key)?.count ?? 0,
    meanScore: scores.get(one.key)?.mean ?? null,
    openRectifications: entries.get(one.key)?.open ?? 0,
    lateRectifications: entries.get(one.key)?.late ?? 0,
  }));
}

/** Entries of the ledger: open, and late (core/rectification/ledger-dates.ts). */
const problemsBy = (queries: Queries, scope: AnalysisScope, key: SQL<string>) =>
  queries
    .select({
      key,
      open: sql<number>`count(*) filter (where ${rectification.state} in ('open', 'in-progress', 'done', 'returned'))`,
      late: sql<number>`count(*) filter (where ${rectification.state} in ('open', 'in-progress', 'returned')
        and ${rectification.due} < ${scope.today}::date)`,
    })
    .from(rectification)
    .innerJoin(unitYear, ofUnit(rectification))
    .where(and(eq(unitYear.year, scope.query.year), seenUnits(scope)))
    .groupBy(sql`1`);

/** A line for each department, its units with it. */
export async function departmentsOf(
  queries: Queries,
  scope: AnalysisScope,
): Promise<readonly DepartmentLine[]> {
  const named = alias(unitYear, "named");
  const { year } = scope.query;
  const tops = queries
    .select({ top })
    .from(unitYear)
    .where(and(eq(unitYear.year, year), seenUnits(scope)));
  const [sums, names] = await Promise.all([
    sumsBy(queries, scope, top),
    queries
      .select({ id: named.unitId, name: named.name })
      .from(named)
      .where(and(eq(named.year, year), inArray(named.unitId, tops))),
  ]);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return sums
    .map(({ key: id, shardRegion, ...rest }) => ({
      ...rest,
      ref: referenceTo({ shardRegion, id }),
      name: nameOf.get(id) ?? "",
    }))
    .toSorted(latestFirst);
}

/** A line for each district. */
export async function districtsOf(queries: Queries, scope: AnalysisScope): Promise<readonly DistrictLine[]> {
  const [sums, regions] = await Promise.all([
    sumsBy(queries, scope, sql<string>`${unitYear.shardRegion}`),
    queries.select().from(region),
  ]);
  const regionOf = new Map(regions.map((one) => [one.shardRegion, one]));
  return sums
    .map(({ key, shardRegion, ...rest }) => ({
      ...rest,
      code: regionOf.get(shardRegion)?.code ?? key,
      name: regionOf.get(key)?.name ?? key,
    }))
    .toSorted(latestFirst);
}

type Sorted = Pick<DepartmentLine, "lateRectifications" | "name">;
const latestFirst = (a: Sorted, b: Sorted): number =>
  b.lateRectifications - a.lateRectifications || a.name.localeCompare(b.name, "zh");
