// Regions and units.

import { and, eq } from "drizzle-orm";

import type { Target } from "../accounts/authority.ts";
import type { Queries } from "../database/database.ts";
import { region, unitYear } from "./schema/index.ts";

/** The region of a shard; undefined where there is none. */
export async function regionOf(
  queries: Queries,
  shardRegion: string,
): Promise<typeof region.$inferSelect | undefined> {
  const [found] = await queries.select().from(region).where(eq(region.shardRegion, shardRegion));
  return found;
}

/** All regions, by their shards: each has a journal. */
export const allRegions = (queries: Queries): Promise<(typeof region.$inferSelect)[]> =>
  queries.select().from(region).orderBy(region.shardRegion);

/** The regions in which offices work: all but that of the sample. */
export const ownRegions = (queries: Queries): Promise<(typeof region.$inferSelect)[]> =>
  queries.select().from(region).where(eq(region.sample, false)).orderBy(region.shardRegion);

/** The region of the sample; undefined where there is none. */
export async function sampleRegion(queries: Queries): Promise<typeof region.$inferSelect | undefined> {
  const [found] = await queries.select().from(region).where(eq(region.sample, true));
  return found;
}

/** A unit of a year as the target of an act; undefined where there is none. */
export async function targetUnit(
  queries: Queries,
  {
    shardRegion,
    unitId,
    year,
  }: { readonly shardRegion: string; readonly unitId: string; readonly year: number },
): Promise<Target | undefined> {
  const [found] = await queries
    .select({ regionCode: region.code, departmentId: unitYear.departmentId })
    .from(unitYear)
    .innerJoin(region, eq(region.shardRegion, unitYear.shardRegion))
    .where(and(eq(unitYear.shardRegion, shardRegion), eq(unitYear.unitId, unitId), eq(unitYear.year, year)));
  return found === undefined ? undefined : { shardRegion, unitId, ...found };
}
