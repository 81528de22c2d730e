// 逾期未公开: units whose day for publication has passed. Of their reports nothing is told but that they are awaited;
// the list of those who must publish is public by itself (预算法 第十四条: 批复后二十日内向社会公开).

import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";

import type { Queries } from "../database/database.ts";
import { withinPlace } from "./public-reports.ts";
import { report, task, unitYear } from "./schema/index.ts";

/** AwaitedUnits: the names, a part of them, and how many there are. */
export interface AwaitedUnits {
  readonly count: number;
  readonly units: readonly { readonly name: string; readonly due: string }[];
}

/** The units of a place and year that should have published by a day and have not. */
export async function awaitedUnits(
  queries: Queries,
  {
    place,
    year,
    today,
    most,
  }: { readonly place: string; readonly year: number; readonly today: string; readonly most: number },
): Promise<AwaitedUnits> {
  const rows = await queries
    .select({ name: unitYear.name, due: task.duePublication, count: sql<number>`count(*) over ()` })
    .from(report)
    .innerJoin(task, and(eq(task.shardRegion, report.shardRegion), eq(task.id, report.taskId)))
    .innerJoin(
      unitYear,
      and(
        eq(unitYear.shardRegion, report.shardRegion),
        eq(unitYear.unitId, report.unitId),
        eq(unitYear.year, report.year),
      ),
    )
    .where(
      and(
        withinPlace(place, report.shardRegion),
        eq(report.year, year),
        eq(report.kind, "final-accounts"),
        isNull(report.publishedVersion),
        lt(task.duePublication, today),
      ),
    )
    .orderBy(asc(unitYear.name))
    .limit(most);
  return { count: rows[0]?.count ?? 0, units: rows.map(({ name, due }) => ({ name, due })) };
}
