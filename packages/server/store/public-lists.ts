// The lists of the public interface, page by page. Each is read along a key of its table, from behind the last row of
// the page before, so that the ten-thousandth page costs what the first does, and all pages together have every row
// once.

import type { SQL, SQLWrapper } from "drizzle-orm";
import { and, asc, eq, getTableColumns, inArray, like, sql } from "drizzle-orm";

import type { Key } from "../contract/reference.ts";
import type { ReportKind } from "../contract/report-states.ts";
import type { Queries } from "../database/database.ts";
import type { Question } from "../work/public/search-words.ts";
import type { PublicLine } from "./public-reports.ts";
import { hasPieces, withinPlace } from "./public-reports.ts";
import { publicFigure, publicProject, publicReport, publicUnit } from "./schema/index.ts";

/** PublicPlace: of which region, unit and year; each absent for all. */
export interface PublicPlace {
  readonly region?: string | undefined;
  readonly unit?: Key | undefined;
  readonly year?: number | undefined;
}

/** Part: behind which row, and how many. */
export interface Part<After> {
  readonly after: After | undefined;
  readonly limit: number;
}

const { content: _content, form: _form, ...lineColumns } = getTableColumns(publicReport);
const { words: _words, ...projectColumns } = getTableColumns(publicProject);
const { words: _pieces, ...unitColumns } = getTableColumns(publicUnit);

/** The conditions of a place on a table. */
function within(
  { region, unit, year }: PublicPlace,
  { shardRegion, unitId, year: yearColumn }: Record<"shardRegion" | "unitId" | "year", SQLWrapper>,
): SQL | undefined {
  return and(
    region === undefined ? undefined : withinPlace(region, shardRegion),
    unit && sql`(${shardRegion} = ${unit.shardRegion} and ${unitId} = ${unit.id}::uuid)`,
    year === undefined ? undefined : sql`${yearColumn} = ${year}`,
  );
}

/** Units of which something is published. */
export async function pageOfUnits(
  queries: Queries,
  { region, question }: { readonly region?: string | undefined; readonly question?: Question | undefined },
  { after, limit }: Part<readonly [string, string]>,
) {
  const { shardRegion, unitId } = publicUnit;
  return queries
    .select(unitColumns)
    .from(publicUnit)
    .where(
      and(
        region === undefined ? undefined : withinPlace(region, shardRegion),
        question === undefined ? undefined : hasPieces(publicUnit.words, question),
        after && sql`(${shardRegion}, ${unitId}) > (${after[0]}, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(asc(shardRegion), asc(unitId))
    .limit(limit);
}

/** Reports that stand before the public. */
export async function pageOfReports(
  queries: Queries,
  { kind, ...place }: PublicPlace & { readonly kind?: ReportKind | undefined },
  { after, limit }: Part<readonly [string, string]>,
): Promise<readonly PublicLine[]> {
  const { shardRegion, reportId } = publicReport;
  return queries
    .select(lineColumns)
    .from(publicReport)
    .where(
      and(
        within(place, publicReport),
        kind === undefined ? undefined : eq(publicReport.kind, kind),
        after && sql`(${shardRegion}, ${reportId}) > (${after[0]}, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(asc(shardRegion), asc(reportId))
    .limit(limit);
}

/** Projects with their contents. */
export async function pageOfProjects(
  queries: Queries,
  place: PublicPlace,
  { after, limit }: Part<readonly [string, string, number]>,
) {
  const { shardRegion, reportId, position } = publicProject;
  return queries
    .select(projectColumns)
    .from(publicProject)
    .where(
      and(
        within(place, publicProject),
        after &&
          sql`(${shardRegion}, ${reportId}, ${position}) > (${after[0]}, ${after[1]}::uuid, ${after[2]})`,
      ),
    )
    .orderBy(asc(shardRegion), asc(reportId), asc(position))
    .limit(limit);
}

/** FigureFilter: which figures: of a table, a row (行次 or 科目编码, null for the total row), a column. */
export interface FigureFilter extends PublicPlace {
  readonly table?: string | undefined;
  readonly line?: string | undefined;
  readonly code?: string | null | undefined;
  readonly column?: string | undefined;
}

/** Figures, in the order of the key of their table. */
export async function pageOfFigures(
  queries: Queries,
  filter: FigureFilter,
  { after, limit }: Part<readonly [string, number, string, string]>,
) {
  const { shardRegion, year, reportId, unitId, fact, value } = publicFigure;
  return queries
    .select({ shardRegion, year, reportId, unitId, fact, value })
    .from(publicFigure)
    .where(
      and(
        within(filter, publicFigure),
        factCondition(filter),
        after &&
          sql`(${shardRegion}, ${year}, ${reportId}, ${fact}) > (${after[0]}, ${after[1]}, ${after[2]}::uuid, ${after[3]})`,
      ),
    )
    .orderBy(asc(shardRegion), asc(year), asc(reportId), asc(fact))
    .limit(limit);
}

/** The marks of a fact of last year, and of the plan (core/disclosure/figure-id.ts). */
const MARKS = ["", "@prior", "@initial"];

function factCondition({ table, line, code, column }: FigureFilter): SQL | undefined {
  const { fact } = publicFigure;
  if (table === undefined) return undefined;
  const row = line !== undefined ? `/L${line}` : code !== undefined ? `/C${code ?? ""}` : "";
  // A row and a column name the fact itself, by which there is an index.
  if (row !== "" && column !== undefined)
    return inArray(
      fact,
      MARKS.map((mark) => `${table}${row}/${column}${mark}`),
    );
  const ends = column === undefined ? undefined : sql`split_part(${fact}, '@', 1) like ${`%/${column}`}`;
  return and(like(fact, `${table}${row}/%`), ends);
}

/** The names of the units of reports, as they were published. */
export async function unitNamesOf(
  queries: Queries,
  keys: readonly { readonly shardRegion: string; readonly reportId: string }[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await queries
    .select({ reportId: publicReport.reportId, unitName: publicReport.unitName })
    .from(publicReport)
    .where(
      and(
        inArray(publicReport.shardRegion, [...new Set(keys.map(({ shardRegion }) => shardRegion))]),
        inArray(publicReport.reportId, [...new Set(keys.map(({ reportId }) => reportId))]),
      ),
    );
  return new Map(rows.map(({ reportId, unitName }) => [reportId, unitName]));
}

/** A report that stands before the public, with its content. */
export async function publicReportOf(queries: Queries, { shardRegion, id }: Key) {
  const [found] = await queries
    .select({ line: lineColumns, content: publicReport.content })
    .from(publicReport)
    .where(and(eq(publicReport.shardRegion, shardRegion), eq(publicReport.reportId, id)));
  return found;
}
