// The tree of departments and units.

import { and, asc, desc, eq, ilike, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";

import type { Target } from "../accounts/authority.ts";
import type { UnitView } from "../contract/administration.ts";
import * as contract from "../contract/administration.ts";
import { cursorOf, pageOf, pageQuery, valuesOf } from "../contract/page.ts";
import { keyOf, reference, referenceTo } from "../contract/reference.ts";
import type { Queries } from "../database/database.ts";
import { authorize, scopesOf } from "../http/access.ts";
import type { Services } from "../services.ts";
import { regionOf } from "../store/organization.ts";
import { unitYear } from "../store/schema/index.ts";
import { withinScopes } from "../store/scopes.ts";
import { addUnit, carryUnits, changeUnit, importUnits } from "../work/keep-units.ts";
import type { Routes } from "./routes.ts";

export const unitRoutes: Routes = (app, services) => {
  for (const add of [listUnits, listYears, keepUnits]) add(app, services);
};

const query = pageQuery.extend({ year: contract.year, search: z.string().max(60).optional() });
const above = alias(unitYear, "department");
type UnitYearRow = typeof unitYear.$inferSelect;

const listUnits: Routes = (app, { database }) => {
  app.get(
    "/units",
    {
      config: { access: "report.read" },
      schema: { querystring: query, response: { 200: pageOf(contract.unitView) } },
    },
    (request) => pageOfUnits(database, withinScopes(scopesOf(request), unitYear), request.query),
  );
  app.get(
    "/administration/units",
    {
      config: { access: "unit.manage" },
      schema: { querystring: query, response: { 200: pageOf(contract.unitView) } },
    },
    (request) => pageOfUnits(database, withinScopes(scopesOf(request), unitYear), request.query),
  );
};

const listYears: Routes = (app, { database }) => {
  app.get(
    "/administration/units/years",
    { config: { access: "unit.manage" }, schema: { response: { 200: contract.treeYears } } },
    async (request) => {
      const items = await database
        .select({ year: unitYear.year, units: sql<number>`count(*)` })
        .from(unitYear)
        .where(withinScopes(scopesOf(request), unitYear))
        .groupBy(unitYear.year)
        .orderBy(desc(unitYear.year));
      return { items };
    },
  );
};

async function pageOfUnits(
  queries: Queries,
  within: ReturnType<typeof withinScopes>,
  { year, search, cursor, limit }: z.infer<typeof query>,
): Promise<{ items: UnitView[]; next: string | null }> {
  const [top, kind, name, id] = valuesOf(cursor) ?? [];
  const rows = await queries
    .select({ own: unitYear, departmentName: above.name })
    .from(unitYear)
    .leftJoin(
      above,
      and(
        eq(above.shardRegion, unitYear.shardRegion),
        eq(above.unitId, unitYear.departmentId),
        eq(above.year, unitYear.year),
      ),
    )
    .where(
      and(
        within,
        eq(unitYear.year, year),
        search === undefined || search === "" ? undefined : matches(search),
        top === undefined || kind === undefined || name === undefined || id === undefined
          ? undefined
          : sql`(${topName}, ${unitYear.kind}, ${unitYear.name}, ${unitYear.unitId}) > (${top}, ${kind}, ${name}, ${id}::uuid)`,
      ),
    )
    .orderBy(asc(topName), asc(unitYear.kind), asc(unitYear.name), asc(unitYear.unitId))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ own, departmentName }) => unitJson(own, departmentName)),
    next: last === undefined ? null : cursorOf(placeOf(last)),
  };
}

/** The order of the tree: each department with its units behind it ("department" sorts before "unit"). */
const topName = sql<string>`coalesce(${above.name}, ${unitYear.name})`;
const placeOf = ({ own, departmentName }: { own: UnitYearRow; departmentName: string | null }) => [
  departmentName ?? own.name,
  own.kind,
  own.name,
  own.unitId,
];

/** By name, code, pinyin or initials. */
function matches(search: string) {
  const text = search.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`);
  return or(
    ilike(unitYear.name, `%${text}%`),
    ilike(unitYear.code, `${text}%`),
    ilike(unitYear.pinyin, `%${text}%`),
    ilike(unitYear.initials, `%${text}%`),
  );
}

function unitJson(row: UnitYearRow, departmentName: string | null): UnitView {
  const { shardRegion, unitId, departmentId, year, code, name, kind, type, active } = row;
  const department =
    departmentId === null
      ? null
      : { ref: referenceTo({ shardRegion, id: departmentId }), name: departmentName ?? "" };
  return { ref: referenceTo({ shardRegion, id: unitId }), year, code, name, kind, type, department, active };
}

/** A whole region as the target of an act on its units and people. */
export async function targetRegion(
  { database }: Pick<Services, "database">,
  shardRegion: string,
): Promise<Target | undefined> {
  const found = await regionOf(database, shardRegion);
  return found === undefined
    ? undefined
    : { shardRegion, regionCode: found.code, unitId: null, departmentId: null };
}

const keepUnits: Routes = (app, services) => {
  const config = { access: "unit.manage" } as const;
  app.post(
    "/administration/units",
    { config, schema: { body: contract.unitDraft, response: { 201: contract.unitView } } },
    async (request, reply) => {
      const person = authorize(request, await targetRegion(services, request.body.region));
      const row = await addUnit(services, person, request.body);
      return reply.status(201).send(unitJson(row, null));
    },
  );
  app.put(
    "/administration/units/:ref",
    {
      config,
      schema: {
        params: z.object({ ref: reference }),
        body: contract.unitDraft,
        response: { 200: contract.unitView },
      },
    },
    async (request) => {
      const { shardRegion, id } = keyOf(request.params.ref);
      const person = authorize(request, await targetRegion(services, shardRegion));
      const draft = { ...request.body, region: shardRegion };
      return unitJson(await changeUnit(services, person, { unitId: id, draft }), null);
    },
  );
  app.post(
    "/administration/units/list",
    { config, schema: { body: contract.unitList, response: { 200: contract.listAdded } } },
    async (request) => {
      const person = authorize(request, await targetRegion(services, request.body.region));
      return importUnits(services, person, request.body);
    },
  );
  app.post(
    "/administration/units/carry",
    {
      config,
      schema: { body: contract.carryTree, response: { 200: z.object({ units: z.number().int() }) } },
    },
    async (request) => {
      const person = authorize(request, await targetRegion(services, request.body.region));
      return { units: await carryUnits(services, person, request.body) };
    },
  );
};
