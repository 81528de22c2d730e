// Which units an analysis is over: those that the reader sees, narrowed to a district or a department.

import type { AnyColumn, SQL } from "drizzle-orm";
import { and, eq, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import type { HeldGrant } from "../accounts/authority.ts";
import type { AnalysisQuery } from "../contract/analysis.ts";
import { keyOf, referenceTo } from "../contract/reference.ts";
import { unitYear } from "./schema/index.ts";
import { withinRegion, withinScopes } from "./scopes.ts";

/** AnalysisScope: the grants of the reader, what is asked for, and the day it is. */
export interface AnalysisScope {
  readonly grants: readonly HeldGrant[];
  readonly query: AnalysisQuery;
  readonly today: string;
}

/** The units that are seen and asked for. */
export const seenUnits = ({ grants, query: { department, region } }: AnalysisScope): SQL | undefined =>
  and(
    withinScopes(grants, unitYear),
    department === undefined
      ? undefined
      : or(eq(unitYear.departmentId, keyOf(department).id), eq(unitYear.unitId, keyOf(department).id)),
    region === undefined ? undefined : withinRegion(region, unitYear.shardRegion),
  );

interface OfAYear {
  readonly shardRegion: AnyColumn;
  readonly unitId: AnyColumn;
  readonly year: AnyColumn;
}

/** The unit of a row, as it stood in the tree of the row's year. */
export const ofUnit = (table: OfAYear): SQL | undefined =>
  and(
    eq(unitYear.shardRegion, table.shardRegion),
    eq(unitYear.unitId, table.unitId),
    eq(unitYear.year, table.year),
  );

/** The department above a unit. */
export const department = alias(unitYear, "department");
export const isDepartment = and(
  eq(department.shardRegion, unitYear.shardRegion),
  eq(department.unitId, unitYear.departmentId),
  eq(department.year, unitYear.year),
);

/** A unit as lists name it. */
export const unitNamed = (unit: {
  readonly shardRegion: string;
  readonly unitId: string;
  readonly name: string;
}): { readonly ref: string; readonly name: string } => ({
  ref: referenceTo({ shardRegion: unit.shardRegion, id: unit.unitId }),
  name: unit.name,
});
