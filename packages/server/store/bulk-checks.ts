// Bulk checks and their files, for lists, for the work on them and for reports.

import { and, asc, desc, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";

import type { PackedChecked, PackedFile, PackedUnit } from "@jueming/pipeline/bulk-checks/packed-results.ts";
import { unitName } from "@jueming/pipeline/reports/checked.ts";

import type { BulkCheckLine, BulkCounts, BulkFileLine, BulkUnitLine } from "../contract/bulk-checks.ts";
import { cursorOf, valuesOf } from "../contract/page.ts";
import type { Key } from "../contract/reference.ts";
import { referenceTo } from "../contract/reference.ts";
import { KIND_NAMES, reportKind } from "../contract/report-states.ts";
import type { Queries } from "../database/database.ts";
import { bulkCheck, bulkFile, bulkUnit } from "./schema/index.ts";

export type BulkCheckRow = typeof bulkCheck.$inferSelect;

/** Columns of a file that lists need; what is packed stays in the database. */
const LINE = {
  position: bulkFile.position,
  source: bulkFile.source,
  status: bulkFile.status,
  size: bulkFile.size,
  unitName: bulkFile.unitName,
  year: bulkFile.year,
  kind: bulkFile.kind,
  error: bulkFile.error,
  warning: bulkFile.warning,
  hint: bulkFile.hint,
  failureCode: bulkFile.failureCode,
  failureMessage: bulkFile.failureMessage,
  unitNumber: bulkFile.unitNumber,
};

type FileRow = Pick<typeof bulkFile.$inferSelect, keyof typeof LINE>;

export const isCheck = ({ shardRegion, id }: Key) =>
  and(eq(bulkCheck.shardRegion, shardRegion), eq(bulkCheck.id, id));
export const isOfCheck = ({ shardRegion, id }: Key) =>
  and(eq(bulkFile.shardRegion, shardRegion), eq(bulkFile.checkId, id));
const isUnitOf = ({ shardRegion, id }: Key) =>
  and(eq(bulkUnit.shardRegion, shardRegion), eq(bulkUnit.checkId, id));

/** A check; undefined where there is none. */
export async function bulkCheckOf(queries: Queries, key: Key): Promise<BulkCheckRow | undefined> {
  const [row] = await queries.select().from(bulkCheck).where(isCheck(key));
  return row;
}

const number = (of: ReturnType<typeof sql>) => sql<number>`(${of})::bigint`;
const COUNTS = {
  files: number(sql`count(*)`),
  waiting: number(sql`count(*) filter (where ${bulkFile.status} = 'waiting')`),
  checked: number(sql`count(*) filter (where ${bulkFile.status} = 'checked')`),
  failed: number(sql`count(*) filter (where ${bulkFile.status} = 'failed')`),
  error: number(sql`coalesce(sum(${bulkFile.error}), 0)`),
  warning: number(sql`coalesce(sum(${bulkFile.warning}), 0)`),
  hint: number(sql`coalesce(sum(${bulkFile.hint}), 0)`),
  bytes: number(sql`coalesce(sum(${bulkFile.size}), 0)`),
};
const NOTHING: BulkCounts = {
  files: 0,
  waiting: 0,
  checked: 0,
  failed: 0,
  error: 0,
  warning: 0,
  hint: 0,
  bytes: 0,
};

/** How far a check is; what its units' files say together is not among the findings here. */
export async function countsOf(queries: Queries, key: Key): Promise<BulkCounts> {
  const [counts] = await queries.select(COUNTS).from(bulkFile).where(isOfCheck(key));
  return counts ?? NOTHING;
}

/** The checks of a person, the newest first. */
export async function pageOfBulkChecks(
  queries: Queries,
  { shardRegion, accountId }: { readonly shardRegion: string; readonly accountId: string },
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: BulkCheckLine[]; next: string | null }> {
  const [after] = valuesOf(cursor) ?? [];
  const rows = await queries
    .select()
    .from(bulkCheck)
    .where(
      and(
        eq(bulkCheck.shardRegion, shardRegion),
        eq(bulkCheck.accountId, accountId),
        typeof after === "string" ? sql`${bulkCheck.id} < ${after}::uuid` : undefined,
      ),
    )
    .orderBy(desc(bulkCheck.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const counts = await countsOfSeveral(queries, shardRegion, shown);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => checkLine(row, counts.get(row.id) ?? NOTHING)),
    next: last === undefined ? null : cursorOf([last.id]),
  };
}

async function countsOfSeveral(
  queries: Queries,
  shardRegion: string,
  checks: readonly BulkCheckRow[],
): Promise<ReadonlyMap<string, BulkCounts>> {
  if (checks.length === 0) return new Map();
  const ids = checks.map(({ id }) => id);
  const rows = await queries
    .select({ checkId: bulkFile.checkId, ...COUNTS })
    .from(bulkFile)
    .where(and(eq(bulkFile.shardRegion, shardRegion), inArray(bulkFile.checkId, ids)))
    .groupBy(bulkFile.checkId);
  return new Map(rows.map(({ checkId, ...counts }) => [checkId, counts]));
}

/** A check as lists show it. */
export function checkLine(row: BulkCheckRow, counts: BulkCounts): BulkCheckLine {
  const { title, state, createdAt, finishedAt } = row;
  return {
    ref: referenceTo(row),
    title,
    state,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    counts,
  };
}

function fileLine({
  failureCode,
  failureMessage,
  unitNumber: _number,
  kind,
  ...rest
}: FileRow): BulkFileLine {
  const known = reportKind.safeParse(kind);
  return {
    ...rest,
    kind,
    kindName: known.success ? KIND_NAMES[known.data] : null,
    failure: failureCode === null ? null : { code: failureCode, message: failureMessage ?? "" },
  };
}

/** The files of a check by their units, and those that failed. */
export async function unitsOfCheck(
  queries: Queries,
  key: Key,
): Promise<{ units: BulkUnitLine[]; failed: BulkFileLine[] }> {
  const files = await queries
    .select(LINE)
    .from(bulkFile)
    .where(and(isOfCheck(key), sql`${bulkFile.status} <> 'waiting'`))
    .orderBy(asc(bulkFile.position));
  const together = await togetherOf(queries, key);
  const checked = files.filter(({ status }) => status === "checked");
  const groups = Map.groupBy(checked, unitKey);
  return {
    units: [...groups].map(([own, members]) => unitLine(own, members, together)),
    failed: files.filter(({ status }) => status === "failed").map(fileLine),
  };
}

/** Until the files of a unit are found by all that is known of them, one name and year are one unit. */
function unitKey({ unitNumber, unitName: name, year, position }: FileRow): string {
  if (unitNumber !== null) return `u${unitNumber}`;
  return name === null ? `f${position}` : `n${year ?? ""} ${name}`;
}

type Together = Pick<typeof bulkUnit.$inferSelect, "number" | "error" | "warning" | "hint" | "duplicates">;

async function togetherOf(queries: Queries, key: Key): Promise<ReadonlyMap<number, Together>> {
  const { number: own, error, warning, hint, duplicates } = bulkUnit;
  const rows = await queries
    .select({ number: own, error, warning, hint, duplicates })
    .from(bulkUnit)
    .where(isUnitOf(key));
  return new Map(rows.map((row) => [row.number, row]));
}

function unitLine(
  key: string,
  files: readonly FileRow[],
  together: ReadonlyMap<number, Together>,
): BulkUnitLine {
  const [first] = files;
  const own = first?.unitNumber === null ? undefined : together.get(first?.unitNumber ?? -1);
  const counted = [...files, ...(own === undefined ? [] : [own])];
  const sum = (of: "error" | "warning" | "hint"): number =>
    counted.reduce((total, each) => total + each[of], 0);
  return {
    key,
    name: first?.unitName ?? "（单位名称不明）",
    year: first?.year ?? null,
    error: sum("error"),
    warning: sum("warning"),
    hint: sum("hint"),
    files: files.map(fileLine),
    together: own === undefined ? null : { ...own, duplicates: [...own.duplicates] },
  };
}

/** StoredFile: a file with what is packed. */
export type StoredFile = typeof bulkFile.$inferSelect;

/** One file with all that is kept of it. */
export async function bulkFileOf(
  queries: Queries,
  key: Key,
  position: number,
): Promise<StoredFile | undefined> {
  const [row] = await queries
    .select()
    .from(bulkFile)
    .where(and(isOfCheck(key), eq(bulkFile.position, position)));
  return row;
}

/** A file as lists show it. */
export const lineOfFile = (row: StoredFile): BulkFileLine => fileLine(row);

/** The files that belong to the unit and year of a file, itself among them. */
export async function filesOfUnit(queries: Queries, key: Key, row: StoredFile): Promise<BulkFileLine[]> {
  if (row.unitNumber === null) return [fileLine(row)];
  const rows = await queries
    .select(LINE)
    .from(bulkFile)
    .where(and(isOfCheck(key), eq(bulkFile.unitNumber, row.unitNumber)))
    .orderBy(asc(bulkFile.position));
  return rows.map(fileLine);
}

/** What checking the files of a unit together says; undefined where there is nothing of the kind. */
export async function bulkUnitOf(
  queries: Queries,
  key: Key,
  own: number | null,
): Promise<PackedUnit | undefined> {
  if (own === null) return undefined;
  const [row] = await queries
    .select()
    .from(bulkUnit)
    .where(and(isUnitOf(key), eq(bulkUnit.number, own)));
  return row === undefined ? undefined : packedUnit(row);
}

/** A unit as the pipeline packs it: its counts stay behind, since an "error" there would be a failure. */
const packedUnit = ({ sources, duplicates, about, result }: typeof bulkUnit.$inferSelect): PackedUnit => ({
  sources,
  duplicates,
  about,
  result: new Uint8Array(result),
});

/** A file as the pipeline packs it; undefined while it has no result. */
export function packedFile({ source, about, result, disclosure }: StoredFile): PackedFile | undefined {
  if (about === null || result === null || disclosure === null) return undefined;
  return { source, about, result: new Uint8Array(result), disclosure: new Uint8Array(disclosure) };
}

/** The results of a check for a report: its files in their order, then its units; of some files, those alone. */
export async function packedResults(
  queries: Queries,
  key: Key,
  positions: readonly number[] | null,
): Promise<readonly PackedChecked[]> {
  const files = await queries
    .select()
    .from(bulkFile)
    .where(
      and(
        isOfCheck(key),
        sql`${bulkFile.status} <> 'waiting'`,
        positions === null ? undefined : inArray(bulkFile.position, [...positions]),
      ),
    )
    .orderBy(asc(bulkFile.position));
  const wanted = new Set(files.map(({ unitNumber }) => unitNumber));
  const units = await queries.select().from(bulkUnit).where(isUnitOf(key)).orderBy(asc(bulkUnit.number));
  return [...files.map(packedResult), ...units.filter((unit) => wanted.has(unit.number)).map(packedUnit)];
}

function packedResult(row: StoredFile): PackedChecked {
  const packed = packedFile(row);
  if (packed !== undefined) return packed;
  // Reason: what the pipeline says of a failed file was stored with its own code.
  const code = (row.failureCode ?? "damaged") as Extract<PackedChecked, { error: unknown }>["error"]["code"];
  return { source: row.source, error: { code, message: row.failureMessage ?? "" } };
}

/** The next files that wait, in their order, after a position. */
export const waitingFiles = (queries: Queries, key: Key, after: number, limit: number) =>
  queries
    .select({ position: bulkFile.position, source: bulkFile.source, hash: bulkFile.hash })
    .from(bulkFile)
    .where(and(isOfCheck(key), eq(bulkFile.status, "waiting"), gt(bulkFile.position, after)))
    .orderBy(asc(bulkFile.position))
    .limit(limit);

/** Whose the checked files are, in their order. */
export const aboutsOf = (queries: Queries, key: Key) =>
  queries
    .select({ position: bulkFile.position, source: bulkFile.source, about: bulkFile.about })
    .from(bulkFile)
    .where(and(isOfCheck(key), isNotNull(bulkFile.about)))
    .orderBy(asc(bulkFile.position));

/** The name of a unit as far as its document gives one. */
export function storedUnitName(about: NonNullable<StoredFile["about"]>): string | null {
  const { unit, department } = about;
  return unit.name === null && department.name === null && about.title === "" ? null : unitName(about);
}
