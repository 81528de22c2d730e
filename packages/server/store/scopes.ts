// Grants as a condition on rows, so that a list is never longer than what its reader may see.

import type { AnyColumn, SQL } from "drizzle-orm";
import { and, eq, or, sql } from "drizzle-orm";

import type { HeldGrant } from "../accounts/authority.ts";
import { divisionPrefix } from "../accounts/authority.ts";
import { region } from "./schema/index.ts";

/** ScopeColumns: where a row says which unit it belongs to; the department by the tree of its year. */
export interface ScopeColumns {
  readonly shardRegion: AnyColumn;
  readonly unitId: AnyColumn;
  readonly departmentId: AnyColumn;
}

/** The rows that lie within one of the grants. */
export function withinScopes(grants: readonly HeldGrant[], columns: ScopeColumns): SQL {
  const conditions = grants.map((grant) => withinScope(grant, columns));
  return or(...conditions) ?? sql`false`;
}

function withinScope(grant: HeldGrant, { shardRegion, unitId, departmentId }: ScopeColumns): SQL | undefined {
  if (grant.scope === "region") return withinRegion(grant.regionCode, shardRegion);
  if (grant.unitId === null) return sql`false`;
  const own = eq(unitId, grant.unitId);
  const units = grant.scope === "unit" ? own : or(own, eq(departmentId, grant.unitId));
  return and(eq(shardRegion, grant.shardRegion), units);
}

/** The rows of a division and of those below it. */
export const withinRegion = (code: string, shardRegion: AnyColumn): SQL =>
  sql`${shardRegion} in (select ${region.shardRegion} from ${region} where ${region.code} like ${`${divisionPrefix(code)}%`})`;
