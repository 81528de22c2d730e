// What the tree of units says of who reports: names and codes of the unit and its department, the place, the year.

import { and, eq } from "drizzle-orm";

import type { KnownIdentity } from "@jueming/pipeline/report-entries/importing/entries-of.ts";

import type { Queries } from "../database/database.ts";
import { region, unitYear } from "../store/schema/index.ts";

/** The identities of the units of a region in a year, by unit. */
export async function knownIdentities(
  queries: Queries,
  { shardRegion, year }: { readonly shardRegion: string; readonly year: number },
): Promise<ReadonlyMap<string, KnownIdentity>> {
  const [place] = await queries.select().from(region).where(eq(region.shardRegion, shardRegion));
  const units = await queries
    .select()
    .from(unitYear)
    .where(and(eq(unitYear.shardRegion, shardRegion), eq(unitYear.year, year)));
  const byId = new Map(units.map((one) => [one.unitId, one]));
  return new Map(
    units.map((own) => {
      const { unitId, code, name, type, departmentId } = own;
      // A department reports for itself as the department (部门决算填本部门全称).
      const department = departmentId === null ? own : byId.get(departmentId);
      return [
        unitId,
        {
          unit: { code, name, type },
          department: { code: department?.code ?? null, name: department?.name ?? null },
          region: { code: place?.code ?? null, name: place?.fullName ?? null },
          year,
        },
      ];
    }),
  );
}
