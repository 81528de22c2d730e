// The lists behind the marks of an analysis: evaluations, units by the change of their expenditure, units by their
// “三公”经费. Each is read by pages from indexed columns.

import type { SQL } from "drizzle-orm";
import { and, asc, desc, eq, gte, ilike, inArray, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import { figureId } from "@jueming/core/disclosure/figure-id.ts";

import type {
  EvaluationLine,
  EvaluationQuery,
  ExpenseChange,
  ThreePublicLine,
  ThreePublicQuery,
} from "../contract/analysis.ts";
import { cursorOf, valuesOf } from "../contract/page.ts";
import { referenceTo } from "../contract/reference.ts";
import type { Queries } from "../database/database.ts";
import type { AnalysisScope } from "./analysis-scope.ts";
import { department, isDepartment, ofUnit, seenUnits, unitNamed } from "./analysis-scope.ts";
import { evaluation, figure, unitYear } from "./schema/index.ts";

/** Listed: a page of things, or all of them for a file. */
export interface Listed<Item> {
  readonly items: Item[];
  readonly next: string | null;
}

/** Where a list goes on, and how long it may be. */
export interface Stretch {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The fact of a column of the “三公”经费 form. */
export const threePublicFact = (column: string): string =>
  figureId({ address: { concept: "three-public", column }, derived: null });

const oneOf = (fact: string, year: number): SQL<string | null> =>
  sql`sum(${figure.value}) filter (where ${figure.fact} = ${fact} and ${figure.year} = ${year})`;

/** Units by what they spent of an item of “三公”经费, the largest first. */
export async function pageOfThreePublic(
  queries: Queries,
  scope: AnalysisScope,
  { item, year, cursor, limit }: ThreePublicQuery,
): Promise<Listed<ThreePublicLine>> {
  const [budget, final] = [threePublicFact(`budget.${item}`), threePublicFact(`final.${item}`)];
  const now = oneOf(final, year);
  const size = sql<string>`coalesce(${now}, -1)`;
  const [lastSize, lastUnit] = valuesOf(cursor) ?? [];
  const rows = await queries
    .select({
      unit: { shardRegion: unitYear.shardRegion, unitId: unitYear.unitId, name: unitYear.name },
      departmentName: department.name,
      budget: oneOf(budget, year),
      now,
      before: oneOf(final, year - 1),
    })
    .from(figure)
    // Both years are those of the unit as it is in this year's tree.
    .innerJoin(
      unitYear,
      and(
        eq(unitYear.shardRegion, figure.shardRegion),
        eq(unitYear.unitId, figure.unitId),
        eq(unitYear.year, year),
      ),
    )
    .leftJoin(department, isDepartment)
    .where(
      and(inArray(figure.fact, [budget, final]), inArray(figure.year, [year, year - 1]), seenUnits(scope)),
    )
    .groupBy(unitYear.shardRegion, unitYear.unitId, unitYear.name, department.name)
    .having(
      lastUnit === undefined
        ? undefined
        : sql`(${size} < ${lastSize}::numeric or (${size} = ${lastSize}::numeric and ${unitYear.unitId} > ${lastUnit}::uuid))`,
    )
    .orderBy(desc(size), asc(unitYear.unitId))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ unit, ...rest }) => ({ ...rest, unit: unitNamed(unit) })),
    next: last === undefined ? null : cursorOf([last.now ?? "-1", last.unit.unitId]),
  };
}

/** 本年支出合计 of 收入支出决算总表. */
const EXPENDITURE = figureId({
  address: { concept: "income-expenditure-summary", line: "58", column: "amount" },
  derived: null,
});

/** Units whose expenditure changed against the year before, the largest change first. */
export async function pageOfChanges(
  queries: Queries,
  scope: AnalysisScope,
  { cursor, limit }: Stretch,
): Promise<Listed<ExpenseChange>> {
  const before = alias(figure, "before");
  const size = sql<string>`abs(${figure.value} - ${before.value})`;
  const [lastSize, lastUnit] = valuesOf(cursor) ?? [];
  const rows = await queries
    .select({
      unit: { shardRegion: unitYear.shardRegion, unitId: unitYear.unitId, name: unitYear.name },
      departmentName: department.name,
      now: figure.value,
      before: before.value,
      difference: sql<string>`${figure.value} - ${before.value}`,
      rate: sql<
        string | null
      >`round(100 * (${figure.value} - ${before.value}) / nullif(${before.value}, 0), 1)`,
      size,
    })
    .from(figure)
    .innerJoin(
      before,
      and(
        eq(before.shardRegion, figure.shardRegion),
        eq(before.unitId, figure.unitId),
        eq(before.fact, figure.fact),
        eq(before.fact, EXPENDITURE),
        eq(before.year, scope.query.year - 1),
      ),
    )
    .innerJoin(unitYear, ofUnit(figure))
    .leftJoin(department, isDepartment)
    .where(
      and(
        eq(figure.fact, EXPENDITURE),
        eq(figure.year, scope.query.year),
        seenUnits(scope),
        lastUnit === undefined
          ? undefined
          : sql`(${size} < ${lastSize}::numeric or (${size} = ${lastSize}::numeric and ${unitYear.unitId} > ${lastUnit}::uuid))`,
      ),
    )
    .orderBy(desc(size), asc(unitYear.unitId))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ unit, departmentName, now, before: then, difference, rate }) => ({
      unit: unitNamed(unit),
      departmentName,
      now,
      before: then,
      difference,
      rate,
    })),
    next: last === undefined ? null : cursorOf([last.size, last.unit.unitId]),
  };
}

function evaluationFilters(query: EvaluationQuery): readonly (SQL | undefined)[] {
  const { grade, search = "", rateFrom, rateTo, scoreFrom, scoreTo } = query;
  const text = `%${search.trim().replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
  const { rate, score } = evaluation;
  return [
    grade === undefined
      ? undefined
      : grade === "none"
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
): Promise<Listed<EvaluationLine>> {
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
