// The rows of the open data, in pieces: a region may have more of them than a server should hold at once.

import type { SQL } from "drizzle-orm";
import { and, asc, eq, sql } from "drizzle-orm";

import type { Queries } from "../database/database.ts";
import type { PublicLine, PublicProjectLine } from "./public-reports.ts";
import { projectsOf, reportsOfPlace } from "./public-reports.ts";
import { publicFigure } from "./schema/index.ts";

const PIECE = 500;

/** PublicFigure: a figure of a published report. */
export interface PublicFigureRow {
  readonly fact: string;
  readonly value: string;
}

/** The reports of a place and year, one piece after the other. */
export async function* reportPieces(
  queries: Queries,
  place: string,
  year: number,
): AsyncGenerator<readonly PublicLine[]> {
  let after: readonly [string, string] | null = null;
  for (;;) {
    const piece: readonly PublicLine[] = await reportsOfPlace(queries, { place, year, after, limit: PIECE });
    if (piece.length > 0) yield piece;
    const last = piece.at(-1);
    if (last === undefined || piece.length < PIECE) return;
    after = [last.unitName, last.reportId];
  }
}

/** The projects of one report. */
export const projectsOfReport = (
  queries: Queries,
  { shardRegion, reportId }: PublicLine,
): Promise<readonly PublicProjectLine[]> => projectsOf(queries, shardRegion, [reportId]);

/** The figures of one report, after a fact where there are more than a piece. */
export async function figuresOfReport(
  queries: Queries,
  { shardRegion, reportId, year }: PublicLine,
  { after, limit }: { readonly after: string | null; readonly limit: number } = {
    after: null,
    limit: 20_000,
  },
): Promise<readonly PublicFigureRow[]> {
  const further: SQL | undefined = after === null ? undefined : sql`${publicFigure.fact} > ${after}`;
  return queries
    .select({ fact: publicFigure.fact, value: publicFigure.value })
    .from(publicFigure)
    .where(
      and(
        eq(publicFigure.shardRegion, shardRegion),
        eq(publicFigure.year, year),
        eq(publicFigure.reportId, reportId),
        further,
      ),
    )
    .orderBy(asc(publicFigure.fact))
    .limit(limit);
}
