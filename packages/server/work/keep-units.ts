// The tree of departments and units: added one by one, by a list, or carried over from another year.

import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";

import type { carryTree, UnitDraft, unitList } from "../contract/administration.ts";
import { keyOf } from "../contract/reference.ts";
import type { Queries } from "../database/database.ts";
import type { Person } from "../http/access.ts";
import { badRequest, conflict, notFound } from "../http/http-problem.ts";
import { newId } from "../identifiers.ts";
import type { Services } from "../services.ts";
import { enterInJournal } from "../store/journal.ts";
import { unit, unitYear } from "../store/schema/index.ts";
import { pinyinOf } from "./pinyin-of.ts";

type UnitYearRow = typeof unitYear.$inferSelect;

/** Adds a unit to the tree of a year. */
export async function addUnit(
  { database, now }: Services,
  person: Person,
  draft: UnitDraft,
): Promise<UnitYearRow> {
  return database.inTransaction(async (queries) => {
    const row = await rowOf(queries, newId(), draft);
    await refuseSameName(queries, row);
    await queries.insert(unit).values({ shardRegion: row.shardRegion, id: row.unitId, createdAt: now() });
    await queries.insert(unitYear).values(row);
    await enterUnit(queries, person, { row, action: "unit-added", at: now() });
    return row;
  });
}

/** Changes what a unit is called in a year, or where it stands. */
export async function changeUnit(
  { database, now }: Services,
  person: Person,
  { unitId, draft }: { readonly unitId: string; readonly draft: UnitDraft },
): Promise<UnitYearRow> {
  return database.inTransaction(async (queries) => {
    const row = await rowOf(queries, unitId, draft);
    if (row.departmentId === unitId) throw badRequest("单位不能归口于自己。");
    await refuseSameName(queries, row);
    const isRow = and(
      eq(unitYear.shardRegion, row.shardRegion),
      eq(unitYear.unitId, unitId),
      eq(unitYear.year, row.year),
    );
    const changed = await queries.update(unitYear).set(row).where(isRow).returning();
    if (changed.length === 0) throw notFound("这个单位");
    await enterUnit(queries, person, { row, action: "unit-changed", at: now() });
    return row;
  });
}

async function rowOf(queries: Queries, unitId: string, draft: UnitDraft): Promise<UnitYearRow> {
  const { region, year, name, code, kind, type, department, active } = draft;
  const departmentId = department === null || kind === "department" ? null : keyOf(department).id;
  if (kind === "unit" && departmentId === null) throw badRequest("预算单位须选择主管部门。");
  if (departmentId !== null) {
    const [above] = await queries
      .select({ kind: unitYear.kind })
      .from(unitYear)
      .where(
        and(eq(unitYear.shardRegion, region), eq(unitYear.unitId, departmentId), eq(unitYear.year, year)),
      );
    if (above?.kind !== "department") throw badRequest("所选主管部门在这一年度的单位名录中不存在。");
  }
  return {
    shardRegion: region,
    unitId,
    year,
    name,
    code,
    kind,
    type,
    departmentId,
    active,
    ...pinyinOf(name),
  };
}

async function refuseSameName(queries: Queries, row: UnitYearRow): Promise<void> {
  const [same] = await queries
    .select({ unitId: unitYear.unitId })
    .from(unitYear)
    .where(
      and(
        eq(unitYear.shardRegion, row.shardRegion),
        eq(unitYear.year, row.year),
        eq(unitYear.name, row.name),
        sql`${unitYear.unitId} <> ${row.unitId}`,
      ),
    );
  if (same !== undefined) throw conflict(`${row.year}年度的名录中已有“${row.name}”。`);
}

interface UnitAct {
  readonly row: UnitYearRow;
  readonly action: string;
  readonly at: Date;
}

const enterUnit = (queries: Queries, person: Person, { row, action, at }: UnitAct): Promise<void> =>
  enterInJournal(queries, {
    shardRegion: row.shardRegion,
    at,
    accountId: person.accountId,
    action,
    target: { kind: "unit", id: row.unitId },
    detail: { year: row.year, name: row.name },
  });

/** Adds a whole list; units known by name keep their identity. Gives how many were added and changed. */
export async function importUnits(
  { database, now }: Services,
  person: Person,
  { region, year, units }: z.infer<typeof unitList>,
): Promise<{ readonly added: number; readonly changed: number }> {
  return database.inTransaction(async (queries) => {
    const known = await knownIds(queries, region);
    const isNew = (name: string): boolean => !known.has(name);
    const fresh = [...new Set(units.map(({ name }) => name).filter(isNew))];
    for (const name of fresh) known.set(name, newId());
    for (const { departmentName } of units) {
      if (departmentName !== null && departmentName !== "" && !known.has(departmentName))
        throw badRequest(`名录中没有主管部门“${departmentName}”，请先加入，或检查写法。`);
    }
    const ids = fresh.map((name) => ({
      shardRegion: region,
      id: known.get(name) ?? newId(),
      createdAt: now(),
    }));
    if (ids.length > 0) await queries.insert(unit).values(ids);
    for (const one of units) {
      // Lists often name a department as its own (本级).
      const isOwn = one.departmentName === null || one.departmentName === one.name;
      const departmentId = isOwn ? null : (known.get(one.departmentName ?? "") ?? null);
      const row = {
        shardRegion: region,
        unitId: known.get(one.name) ?? newId(),
        year,
        name: one.name,
        code: one.code,
        kind: departmentId === null ? ("department" as const) : ("unit" as const),
        type: one.type,
        departmentId,
        ...pinyinOf(one.name),
      };
      await queries
        .insert(unitYear)
        .values(row)
        .onConflictDoUpdate({ target: [unitYear.shardRegion, unitYear.unitId, unitYear.year], set: row });
    }
    await enterInJournal(queries, {
      shardRegion: region,
      at: now(),
      accountId: person.accountId,
      action: "units-imported",
      target: { kind: "region", id: region },
      detail: { year, units: units.length, added: fresh.length },
    });
    return { added: fresh.length, changed: units.length - fresh.length };
  });
}

/** Units of a region by their newest names. */
async function knownIds(queries: Queries, region: string): Promise<Map<string, string>> {
  const rows = await queries
    .select({ name: unitYear.name, unitId: unitYear.unitId })
    .from(unitYear)
    .where(eq(unitYear.shardRegion, region))
    .orderBy(unitYear.year);
  return new Map(rows.map(({ name, unitId }) => [name, unitId]));
}

/** Copies the tree of a year to another; units that the other has already stay as they are. */
export async function carryUnits(
  { database, now }: Services,
  person: Person,
  { region, from, to }: z.infer<typeof carryTree>,
): Promise<number> {
  return database.inTransaction(async (queries) => {
    const rows = await queries
      .select()
      .from(unitYear)
      .where(and(eq(unitYear.shardRegion, region), eq(unitYear.year, from), eq(unitYear.active, true)));
    if (rows.length === 0) throw badRequest(`${from}年度没有单位可以沿用。`);
    const made = await queries
      .insert(unitYear)
      .values(rows.map((row) => ({ ...row, year: to })))
      .onConflictDoNothing()
      .returning({ unitId: unitYear.unitId });
    await enterInJournal(queries, {
      shardRegion: region,
      at: now(),
      accountId: person.accountId,
      action: "units-carried",
      target: { kind: "region", id: region },
      detail: { from, to, units: made.length },
    });
    return made.length;
  });
}
