// Accounts, grants, sessions and one-time links.

import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";

import type { HeldGrant } from "../accounts/authority.ts";
import type { Grant } from "../contract/session.ts";
import { ROLE_NAMES } from "../contract/roles.ts";
import { referenceTo } from "../contract/reference.ts";
import type { Queries } from "../database/database.ts";
import { account, oneTimeLink, region, roleGrant, session, unitYear } from "./schema/index.ts";

export type Account = typeof account.$inferSelect;

/** Accounts of a login; a login is given once, but a shard can only promise that for itself. */
export const accountsOfLogin = (queries: Queries, login: string): Promise<Account[]> =>
  queries.select().from(account).where(eq(account.login, login));

/** True once somebody works here; people whom a trial has added to the sample do not count. */
export async function isAnyAccount(queries: Queries): Promise<boolean> {
  const found = await queries
    .select({ id: account.id })
    .from(account)
    .innerJoin(region, eq(region.shardRegion, account.shardRegion))
    .where(eq(region.sample, false))
    .limit(1);
  return found.length > 0;
}

/** SignedIn: a live session and whose it is. */
export interface SignedIn {
  readonly session: typeof session.$inferSelect;
  readonly account: Account;
}

/** The live session of a token's hash. */
export async function sessionOf(
  queries: Queries,
  tokenHash: string,
  now: Date,
): Promise<SignedIn | undefined> {
  const [found] = await queries
    .select({ session, account })
    .from(session)
    .innerJoin(account, and(eq(account.shardRegion, session.shardRegion), eq(account.id, session.accountId)))
    .where(and(eq(session.tokenHash, tokenHash), gt(session.expiresAt, now), eq(account.disabled, false)));
  return found;
}

/** The grants of an account as the checks need them. */
export async function heldGrants(
  queries: Queries,
  { shardRegion, id }: Pick<Account, "shardRegion" | "id">,
): Promise<readonly HeldGrant[]> {
  return queries
    .select({
      role: roleGrant.role,
      scope: roleGrant.scope,
      shardRegion: roleGrant.shardRegion,
      regionCode: region.code,
      unitId: roleGrant.unitId,
    })
    .from(roleGrant)
    .innerJoin(region, eq(region.shardRegion, roleGrant.shardRegion))
    .where(and(eq(roleGrant.shardRegion, shardRegion), eq(roleGrant.accountId, id)));
}

/** The grants of an account as people read them, with the newest names of their units. */
export async function shownGrants(
  queries: Queries,
  { shardRegion, id }: Pick<Account, "shardRegion" | "id">,
): Promise<readonly Grant[]> {
  const rows = await queries
    .select({
      role: roleGrant.role,
      scope: roleGrant.scope,
      unitId: roleGrant.unitId,
      code: region.code,
      regionName: region.name,
      unitName: sql<string | null>`(select ${unitYear.name} from ${unitYear}
        where ${unitYear.shardRegion} = ${roleGrant.shardRegion} and ${unitYear.unitId} = ${roleGrant.unitId}
        order by ${unitYear.year} desc limit 1)`,
    })
    .from(roleGrant)
    .innerJoin(region, eq(region.shardRegion, roleGrant.shardRegion))
    .where(and(eq(roleGrant.shardRegion, shardRegion), eq(roleGrant.accountId, id)));
  return rows.map(({ role, scope, unitId, code, regionName, unitName }) => ({
    role,
    roleName: ROLE_NAMES[role],
    scope,
    region: { code, name: regionName },
    unit: unitId === null ? null : { ref: referenceTo({ shardRegion, id: unitId }), name: unitName ?? "" },
  }));
}

/** The unused link of a token's hash. */
export async function liveLink(
  queries: Queries,
  tokenHash: string,
  now: Date,
): Promise<typeof oneTimeLink.$inferSelect | undefined> {
  const [found] = await queries
    .select()
    .from(oneTimeLink)
    .where(
      and(eq(oneTimeLink.tokenHash, tokenHash), isNull(oneTimeLink.usedAt), gt(oneTimeLink.expiresAt, now)),
    )
    .for("update");
  return found;
}

/** Takes out sessions that have ended. */
export async function removeEndedSessions(queries: Queries, now: Date): Promise<void> {
  await queries.delete(session).where(lt(session.expiresAt, now));
}
