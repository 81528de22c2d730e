// 操作日志: every act is added in the transaction that does it, and seals the entry before, so that an entry that was
// changed or taken out shows.

import { and, asc, desc, eq, gt, sql } from "drizzle-orm";

import type { Queries } from "../database/database.ts";
import { sha256 } from "../identifiers.ts";
import { journal } from "./schema/index.ts";

/** Act: what is entered. */
export interface Act {
  readonly shardRegion: string;
  readonly at: Date;
  readonly accountId: string | null;
  /** An action, or a word for what the program does by itself. */
  readonly action: string;
  readonly target: { readonly kind: string; readonly id: string | null };
  /** Texts and whole numbers only: a seal must not hang on how a number is printed. */
  readonly detail: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

const FIRST_SEAL = "0".repeat(64);

/** Adds an act to the journal of its shard. */
export async function enterInJournal(queries: Queries, act: Act): Promise<void> {
  const { shardRegion, at, accountId, action, target, detail } = act;
  await queries.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`journal ${shardRegion}`}, 0))`);
  const [last] = await queries
    .select({ number: journal.number, seal: journal.seal })
    .from(journal)
    .where(eq(journal.shardRegion, shardRegion))
    .orderBy(desc(journal.number))
    .limit(1);
  const number = (last?.number ?? 0) + 1;
  const previousSeal = last?.seal ?? FIRST_SEAL;
  const entry = {
    shardRegion,
    number,
    at,
    accountId,
    action,
    targetKind: target.kind,
    targetId: target.id,
    detail,
    previousSeal,
  };
  await queries.insert(journal).values({ ...entry, seal: sealOf(entry) });
}

type Entry = Omit<typeof journal.$inferSelect, "seal">;

/** SHA-256 over all fields in a fixed order. */
function sealOf(entry: Entry): string {
  const { shardRegion, number, at, accountId, action, targetKind, targetId, detail, previousSeal } = entry;
  return sha256(
    JSON.stringify([
      shardRegion,
      number,
      at.toISOString(),
      accountId,
      action,
      targetKind,
      targetId,
      inOrder(detail),
      previousSeal,
    ]),
  );
}

/** The database keeps keys in an order of its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, inOrder(each)]);
}

/** JournalVerdict: whether a chain is whole, or the first entry at which it is not. */
export type JournalVerdict =
  | { readonly intact: true; readonly entries: number; readonly lastSeal: string }
  | { readonly intact: false; readonly entries: number; readonly brokenAt: number };

const PAGE = 2_000;

/** Verifies the chain of a shard from its first entry on. */
export async function verifyJournal(queries: Queries, shardRegion: string): Promise<JournalVerdict> {
  let [number, seal] = [0, FIRST_SEAL];
  for (;;) {
    const entries = await queries
      .select()
      .from(journal)
      .where(and(eq(journal.shardRegion, shardRegion), gt(journal.number, number)))
      .orderBy(asc(journal.number))
      .limit(PAGE);
    for (const entry of entries) {
      const isNext =
        entry.number === number + 1 && entry.previousSeal === seal && sealOf(entry) === entry.seal;
      if (!isNext) return { intact: false, entries: number, brokenAt: number + 1 };
      [number, seal] = [entry.number, entry.seal];
    }
    if (entries.length < PAGE) return { intact: true, entries: number, lastSeal: seal };
  }
}
