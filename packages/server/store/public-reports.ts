// What the portal and the public interface read. Only tables of store/schema/public.ts and published files are asked,
// so that nothing that is not published can come out of here (public-reports.test.ts holds it to that).

import type { SQL, SQLWrapper } from "drizzle-orm";
import { and, asc, desc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

import type { Key } from "../contract/reference.ts";
import type { PublicContent } from "../contract/public-report.ts";
import type { Queries } from "../database/database.ts";
import type { Question } from "../work/public/search-words.ts";
import {
  publication,
  publicationFile,
  publicChange,
  publicProject,
  publicReport,
  publicTotal,
  publicUnit,
  region,
} from "./schema/index.ts";

const { content: _content, form: _form, ...lineColumns } = getTableColumns(publicReport);
const { content: _all, words: _words, ...projectColumns } = getTableColumns(publicProject);
const { words: _pieces, ...unitColumns } = getTableColumns(publicUnit);

const lines = (queries: Queries) => queries.select(lineColumns).from(publicReport);
const projectLines = (queries: Queries) => queries.select(projectColumns).from(publicProject);

/** PublicLine: a published report in lists. */
export type PublicLine = Awaited<ReturnType<typeof lines>>[number];
/** PublicProjectLine: a published project in lists. */
export type PublicProjectLine = Awaited<ReturnType<typeof projectLines>>[number];

/** Regions whose shards lie in a place: 431200 has those of its counties. */
export function withinPlace(code: string, column: SQLWrapper): SQL {
  const prefix = code.replace(/(?:00){1,2}$/u, "");
  if (prefix.length === 6) return sql`${column} = ${code}`;
  return sql`(${column} >= ${prefix} and ${column} < ${String(Number(prefix) + 1).padStart(prefix.length, "0")})`;
}

/** Counts the changes of a region, or of all; content read under one count holds until it grows. */
export async function changeCount(queries: Queries, shardRegion: string | null): Promise<number> {
  const [found] = await queries
    .select({ count: sql<number>`coalesce(sum(${publicChange.count}), 0)::int8` })
    .from(publicChange)
    .where(shardRegion === null ? undefined : eq(publicChange.shardRegion, shardRegion));
  return found?.count ?? 0;
}

// What each page of a unit asks is prepared by name: the database then plans it once for each connection, which is half of
// what it would cost. The text of a named statement must not vary, so that lists go into it as one value.

/** The condition that a column is one of these; one text for lists of any length. */
const isOneOf = (column: PgColumn, ids: readonly string[]): SQL =>
  sql`${column} = any(${sql.param([...ids])}::uuid[])`;

/** The published reports of a unit, newest year first. */
export async function reportsOfUnit(
  queries: Queries,
  { shardRegion, id }: Key,
): Promise<readonly PublicLine[]> {
  return lines(queries)
    .where(and(eq(publicReport.shardRegion, shardRegion), eq(publicReport.unitId, id)))
    .orderBy(desc(publicReport.year), asc(publicReport.kind))
    .prepare("public_reports_of_unit")
    .execute();
}

/** The contents of reports, by their ids. */
export async function contentsOf(
  queries: Queries,
  shardRegion: string,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, PublicContent>> {
  if (reportIds.length === 0) return new Map();
  const rows = await queries
    .select({ reportId: publicReport.reportId, content: publicReport.content })
    .from(publicReport)
    .where(and(eq(publicReport.shardRegion, shardRegion), isOneOf(publicReport.reportId, reportIds)))
    .prepare("public_contents")
    .execute();
  return new Map(rows.map(({ reportId, content }) => [reportId, content]));
}

/** The projects of reports, in the order of their documents. */
export async function projectsOf(
  queries: Queries,
  shardRegion: string,
  reportIds: readonly string[],
): Promise<readonly PublicProjectLine[]> {
  if (reportIds.length === 0) return [];
  return projectLines(queries)
    .where(and(eq(publicProject.shardRegion, shardRegion), isOneOf(publicProject.reportId, reportIds)))
    .orderBy(asc(publicProject.reportId), asc(publicProject.position))
    .prepare("public_projects_of_reports")
    .execute();
}

/** A project of a unit by its number; undefined where none of it is published. */
export async function projectOf(queries: Queries, { shardRegion, id }: Key, number: string) {
  const [found] = await queries
    .select({ ...projectColumns, content: publicProject.content })
    .from(publicProject)
    .where(
      and(
        eq(publicProject.shardRegion, shardRegion),
        eq(publicProject.unitId, id),
        eq(publicProject.number, number),
      ),
    );
  return found;
}

/** The files of publications. */
export async function filesOf(
  queries: Queries,
  shardRegion: string,
  publicationIds: readonly string[],
): Promise<readonly (typeof publicationFile.$inferSelect)[]> {
  if (publicationIds.length === 0) return [];
  return queries
    .select()
    .from(publicationFile)
    .where(
      and(
        eq(publicationFile.shardRegion, shardRegion),
        isOneOf(publicationFile.publicationId, publicationIds),
      ),
    )
    .prepare("public_files")
    .execute();
}

/** A file of a publication that stands; undefined once it was withdrawn. */
export async function standingFile(
  queries: Queries,
  { shardRegion, id, format }: Key & { readonly format: typeof publicationFile.$inferSelect.format },
): Promise<typeof publicationFile.$inferSelect | undefined> {
  const [found] = await queries
    .select({ file: publicationFile })
    .from(publicationFile)
    .innerJoin(
      publication,
      and(
        eq(publication.shardRegion, publicationFile.shardRegion),
        eq(publication.id, publicationFile.publicationId),
        isNull(publication.withdrawnAt),
      ),
    )
    .where(
      and(
        eq(publicationFile.shardRegion, shardRegion),
        eq(publicationFile.publicationId, id),
        eq(publicationFile.format, format),
      ),
    );
  return found?.file;
}

/** The reports published last. */
export async function newestReports(queries: Queries, most: number) {
  return queries
    .select({ ...lineColumns, regionName: region.name })
    .from(publicReport)
    .innerJoin(region, eq(region.shardRegion, publicReport.shardRegion))
    .orderBy(desc(publicReport.publishedAt))
    .limit(most);
}

/** RegionTotal: what the published reports of a region say together in a year. */
export type RegionTotal = typeof publicTotal.$inferSelect;

/** Totals by region and year, newest year first. */
export async function regionTotals(queries: Queries, place: string | null): Promise<readonly RegionTotal[]> {
  return queries
    .select()
    .from(publicTotal)
    .where(place === null ? undefined : withinPlace(place, publicTotal.shardRegion))
    .orderBy(desc(publicTotal.year), asc(publicTotal.shardRegion));
}

/** The regions of a place that there are, in the order of their codes. */
export async function regionsIn(
  queries: Queries,
  place: string | null,
): Promise<readonly (typeof region.$inferSelect)[]> {
  return queries
    .select()
    .from(region)
    .where(place === null ? undefined : withinPlace(place, region.shardRegion))
    .orderBy(asc(region.code));
}

/** Measure: a column by which units are compared. */
export type Measure =
  | "expenditure"
  | "income"
  | "threePublic"
  | "rate"
  | "meanScore"
  | "threePublicShare"
  | "basicShare";

const share = (part: SQL | typeof publicReport.threePublic | typeof publicReport.basic): SQL =>
  sql`case when ${publicReport.expenditure} > 0 then round(${part} * 100 / ${publicReport.expenditure}, 2) end`;

const MEASURES: Readonly<Record<Measure, SQL>> = {
  expenditure: sql`${publicReport.expenditure}`,
  income: sql`${publicReport.income}`,
  threePublic: sql`${publicReport.threePublic}`,
  rate: sql`${publicReport.rate}`,
  meanScore: sql`${publicReport.meanScore}`,
  threePublicShare: share(publicReport.threePublic),
  basicShare: share(publicReport.basic),
};

/** RankingQuery: which reports, by what, and which part of the list. */
export interface RankingQuery {
  readonly place: string;
  readonly year: number;
  readonly measure: Measure;
  readonly ascending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Reports of a place and year by a measure; those that do not state it are left out. */
export async function rankedReports(queries: Queries, query: RankingQuery) {
  const value = MEASURES[query.measure];
  return queries
    .select({
      ...lineColumns,
      value: sql<string>`${value}`,
      count: sql<number>`count(*) over ()`,
      rank: sql<number>`rank() over (order by ${value} ${query.ascending ? sql`asc` : sql`desc`})`,
    })
    .from(publicReport)
    .where(
      and(
        withinPlace(query.place, publicReport.shardRegion),
        eq(publicReport.year, query.year),
        inArray(publicReport.kind, ["final-accounts", "project-evaluations"]),
        sql`${value} is not null`,
      ),
    )
    .orderBy(query.ascending ? asc(value) : desc(value), asc(publicReport.unitName))
    .limit(query.limit)
    .offset(query.offset);
}

/** A part of the reports of a place and year, by the unit's name. */
export async function reportsOfPlace(
  queries: Queries,
  {
    place,
    year,
    after,
    limit,
  }: {
    readonly place: string;
    readonly year: number;
    readonly after: readonly [string, string] | null;
    readonly limit: number;
  },
): Promise<readonly PublicLine[]> {
  return lines(queries)
    .where(
      and(
        withinPlace(place, publicReport.shardRegion),
        eq(publicReport.year, year),
        after === null
          ? undefined
          : sql`(${publicReport.unitName}, ${publicReport.reportId}) > (${after[0]}, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(asc(publicReport.unitName), asc(publicReport.reportId))
    .limit(limit);
}

/** Names that are looked through for one question; a question that fits more is answered by some of them. */
const MOST_CANDIDATES = 400;

/** The condition that a name has all pieces of one list of the question. */
export function hasPieces(
  words: typeof publicUnit.words | typeof publicProject.words,
  question: Question,
): SQL {
  const conditions = question.lists
    .filter((list) => list.length > 0)
    .map((list) => sql`${words} @> ${sql.param([...list])}::text[]`);
  return sql`(${sql.join(conditions, sql` or `)})`;
}

/** Units whose name, pinyin or initials have all pieces of the question. */
export async function findUnits(queries: Queries, question: Question) {
  return queries
    .select({ ...unitColumns, regionName: region.name })
    .from(publicUnit)
    .innerJoin(region, eq(region.shardRegion, publicUnit.shardRegion))
    .where(hasPieces(publicUnit.words, question))
    .limit(MOST_CANDIDATES);
}

/** Projects whose name has all pieces of the question, of a year or of all. */
export async function findProjects(queries: Queries, question: Question, year: number | null) {
  return projectLines(queries)
    .where(
      and(hasPieces(publicProject.words, question), year === null ? undefined : eq(publicProject.year, year)),
    )
    .limit(MOST_CANDIDATES);
}

/** Units by their keys, in their own order; those of which nothing is published are left out. */
export async function unitsOf(queries: Queries, keys: readonly Key[]) {
  if (keys.length === 0) return [];
  const wanted = keys.map(
    ({ shardRegion, id }) =>
      sql`(${publicUnit.shardRegion} = ${shardRegion} and ${publicUnit.unitId} = ${id}::uuid)`,
  );
  const rows = await queries
    .select(unitColumns)
    .from(publicUnit)
    .where(sql`(${sql.join(wanted, sql` or `)})`);
  return keys.flatMap(
    ({ shardRegion, id }) => rows.find((row) => row.shardRegion === shardRegion && row.unitId === id) ?? [],
  );
}

/** A part of all units for the list that search engines read. */
export async function unitAddresses(queries: Queries, shardRegion: string) {
  return queries
    .select({ unitId: publicUnit.unitId, lastYear: publicUnit.lastYear })
    .from(publicUnit)
    .where(eq(publicUnit.shardRegion, shardRegion))
    .orderBy(asc(publicUnit.unitId))
    .limit(40_000);
}
