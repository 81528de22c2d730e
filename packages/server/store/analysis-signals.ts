// What signals are found in: the extracts of evaluations, kept beside their figures, with whose they are by the tree.

import { and, eq, sql } from "drizzle-orm";

import type { EvaluationExtract } from "@jueming/core/signals/evaluation-extract.ts";

import { referenceTo } from "../contract/reference.ts";
import type { Queries } from "../database/database.ts";
import type { AnalysisScope } from "./analysis-scope.ts";
import { department, isDepartment, ofUnit, seenUnits } from "./analysis-scope.ts";
import type { KeptExtract } from "./schema/figures.ts";
import { evaluation, region, report, unitYear } from "./schema/index.ts";

/** An extract as it is kept. */
export function keptExtract(extract: EvaluationExtract): KeptExtract {
  const { project, place, total, computedTotal, grade, money, printedMoney, rate, executionScore } = extract;
  const { fundingReason, indicators, texts, generous, judgedScores, openScores } = extract;
  return {
    project,
    place,
    total,
    computedTotal,
    grade,
    money: {
      initial: digitsOf(money.initial),
      adjusted: digitsOf(money.adjusted),
      executed: digitsOf(money.executed),
    },
    printedMoney,
    rate,
    executionScore,
    fundingReason,
    indicators,
    texts,
    generous,
    judgedScores,
    openScores,
  };
}

const digitsOf = (amount: bigint | null): string | null => (amount === null ? null : String(amount));
const amountOf = (digits: string | null): bigint | null => (digits === null ? null : BigInt(digits));

/** The extracts of a year; the source of each is the reference of its report. */
export async function extractsOf(
  queries: Queries,
  scope: AnalysisScope,
  year: number,
): Promise<readonly EvaluationExtract[]> {
  const rows = await queries
    .select({
      shardRegion: evaluation.shardRegion,
      reportId: evaluation.reportId,
      position: evaluation.position,
      unitId: evaluation.unitId,
      unitName: unitYear.name,
      departmentId: unitYear.departmentId,
      departmentName: department.name,
      regionName: region.name,
      extract: evaluation.extract,
    })
    .from(evaluation)
    .innerJoin(unitYear, ofUnit(evaluation))
    .innerJoin(region, eq(region.shardRegion, evaluation.shardRegion))
    .leftJoin(department, isDepartment)
    .where(and(eq(evaluation.year, year), sql`${evaluation.extract} is not null`, seenUnits(scope)));
  return rows.flatMap(({ extract, shardRegion, reportId, position, ...row }) => {
    if (extract === null) return [];
    const { initial, adjusted, executed } = extract.money;
    return [
      {
        ...extract,
        source: referenceTo({ shardRegion, id: reportId }),
        number: position + 1,
        year,
        unit: { key: row.unitId, name: row.unitName },
        department: {
          key: row.departmentId ?? row.unitId,
          name: row.departmentName ?? row.unitName,
        },
        district: { key: shardRegion, name: row.regionName },
        money: {
          initial: amountOf(initial),
          adjusted: amountOf(adjusted),
          executed: amountOf(executed),
        },
      },
    ];
  });
}

/** ExtractCount: how many evaluations there are, how many of them are kept without an extract, and their last change. */
export interface ExtractCount {
  readonly all: number;
  readonly left: number;
  readonly stamp: string;
}

/** Counts before anything is read; the stamp changes with every change of a report of the year or the one before. */
export async function countExtracts(queries: Queries, scope: AnalysisScope): Promise<ExtractCount> {
  const { year } = scope.query;
  const [[counted], [changed]] = await Promise.all([
    queries
      .select({
        all: sql<number>`count(*)`,
        left: sql<number>`count(*) filter (where ${evaluation.extract} is null)`,
      })
      .from(evaluation)
      .innerJoin(unitYear, ofUnit(evaluation))
      .where(and(eq(evaluation.year, year), seenUnits(scope))),
    queries
      .select({
        stamp: sql<string>`count(*) || ' ' || coalesce(sum(${report.revision}), 0) || ' ' || coalesce(max(${report.updatedAt})::text, '')`,
      })
      .from(report)
      .innerJoin(unitYear, ofUnit(report))
      .where(and(sql`${report.year} in (${year}, ${year - 1})`, seenUnits(scope))),
  ]);
  return { all: counted?.all ?? 0, left: counted?.left ?? 0, stamp: changed?.stamp ?? "" };
}
