// The figures, evaluations and indicators of a report's newest version, in tables for lists, charts and comparison.

import { and, eq, sql } from "drizzle-orm";

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { indexFacts } from "@jueming/core/disclosure/facts.ts";
import { figureId } from "@jueming/core/disclosure/figure-id.ts";
import { plain } from "@jueming/core/evaluation/scoring/printed-scores.ts";
import type { EvaluationScore } from "@jueming/core/evaluation/scoring/score-evaluation.ts";
import { scoreEvaluation } from "@jueming/core/evaluation/scoring/score-evaluation.ts";
import type { CellValue, StatedFigure } from "@jueming/core/figures/figure.ts";
import { formatMillionths } from "@jueming/core/figures/figure.ts";
import { editionOf } from "@jueming/core/regions/index.ts";
import { extractEvaluations } from "@jueming/core/signals/extract-evaluations.ts";

import type { Queries } from "../database/database.ts";
import { keptExtract } from "../store/analysis-signals.ts";
import type { ReportRow } from "../store/reports.ts";
import { evaluation, figure, indicator } from "../store/schema/index.ts";
import { pinyinOf } from "./pinyin-of.ts";

/** Rows of one insertion: PostgreSQL takes 65,535 parameters. */
const ROWS_AT_ONCE = 5_000;

/** Replaces what was kept of a report. */
export async function keepFigures(queries: Queries, row: ReportRow, disclosure: Disclosure): Promise<void> {
  const { shardRegion, id: reportId } = row.report;
  await queries
    .delete(figure)
    .where(
      and(
        eq(figure.shardRegion, shardRegion),
        eq(figure.year, row.report.year),
        eq(figure.reportId, reportId),
      ),
    );
  await queries
    .delete(evaluation)
    .where(and(eq(evaluation.shardRegion, shardRegion), eq(evaluation.reportId, reportId)));
  await insertFigures(queries, row, figuresOf(disclosure));
  const { scoring } = editionOf(disclosure);
  const scores = disclosure.evaluations.map((one) => scoreEvaluation(one, scoring));
  if (scores.length === 0) return;
  const extracts = extractEvaluations(disclosure, reportId, scoring);
  await queries.insert(evaluation).values(
    scores.map((score, position) => {
      const extract = extracts[position];
      const kept = evaluationRow(row, score, position);
      return { ...kept, extract: extract === undefined ? null : keptExtract(extract) };
    }),
  );
  const indicators = scores.flatMap((score, position) => indicatorRows(row, score, position));
  for (let from = 0; from < indicators.length; from += ROWS_AT_ONCE)
    await queries.insert(indicator).values(indicators.slice(from, from + ROWS_AT_ONCE));
}

interface Fact {
  readonly fact: string;
  readonly value: string;
}

/** There are many: two arrays are far less to send and to read than a parameter for every field of every row. */
async function insertFigures(
  queries: Queries,
  { report: { shardRegion, id, year, unitId } }: ReportRow,
  facts: readonly Fact[],
): Promise<void> {
  const names = facts.map(({ fact }) => fact);
  const values = facts.map(({ value }) => value);
  await queries.execute(sql`
    insert into ${figure} (shard_region, year, report_id, unit_id, fact, value)
    select ${shardRegion}, ${year}::int, ${id}::uuid, ${unitId}::uuid, fact, value
    from unnest(${sql.param(names)}::text[], ${sql.param(values)}::numeric[]) as one (fact, value)`);
}

/** The facts of the tables, and those that only prose states; what is unreadable or blank is not there. */
function figuresOf(disclosure: Disclosure): readonly Fact[] {
  const facts: Fact[] = [];
  for (const [statement] of indexFacts(disclosure).all()) {
    const value = statement === undefined ? undefined : kept(statement.value);
    if (statement === undefined || value === undefined) continue;
    facts.push({ fact: figureId({ address: statement.address, derived: null }), value });
  }
  return facts;
}

/** A figure as the table keeps it: money in 元, all else in its own unit. */
function kept(value: CellValue): string | undefined {
  if (value.kind !== "figure") return undefined;
  return isMoney(value) ? inYuan(value) : value.value;
}

const isMoney = ({ unit }: StatedFigure): boolean => unit?.dimension === "money";

/** Money in 元 with two decimals. */
const inYuan = ({ millionths }: StatedFigure): string => formatMillionths(millionths, 2);

const yuanOf = (value: CellValue | null | undefined): string | null =>
  value?.kind === "figure" && isMoney(value) ? inYuan(value) : null;
const numberOf = (value: CellValue | null | undefined): string | null =>
  value?.kind === "figure" ? value.value : null;

function evaluationRow(
  { report: { shardRegion, id: reportId, year, unitId } }: ReportRow,
  { evaluation: one, computedTotal, grade }: EvaluationScore,
  position: number,
): typeof evaluation.$inferInsert {
  const total = one.funding.find(({ source }) => source === "total") ?? one.funding[0];
  return {
    shardRegion,
    reportId,
    position,
    unitId,
    year,
    name: one.name,
    ...pinyinOf(one.name),
    adjusted: yuanOf(total?.fields.adjusted),
    executed: yuanOf(total?.fields.executed),
    rate: numberOf(total?.fields.rate),
    score: numberOf(one.totalScore),
    computedScore: computedTotal === null ? null : plain(computedTotal),
    grade: grade.printed ?? grade.computed,
  };
}

function indicatorRows(
  { report: { shardRegion, id: reportId } }: ReportRow,
  { indicators }: EvaluationScore,
  evaluationPosition: number,
): readonly (typeof indicator.$inferInsert)[] {
  return indicators.map(({ indicator: one, computed, verdict, derivation }, position) => ({
    shardRegion,
    reportId,
    evaluation: evaluationPosition,
    position,
    level1: one.level1,
    level2: one.level2,
    name: one.name,
    target: one.target?.raw ?? null,
    actual: one.actual?.raw ?? null,
    points: numberOf(one.points),
    score: numberOf(one.score),
    computedScore: computed === null ? null : plain(computed),
    verdict,
    derivation,
  }));
}
