// First start: a one-time link, by which the region and its first administrator are set up. There is no default password.

import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";

import { hashPassword, passwordFault } from "../accounts/passwords.ts";
import type { setPassword, setUp } from "../contract/session.ts";
import type { Queries } from "../database/database.ts";
import { badRequest, conflict, HttpProblem } from "../http/http-problem.ts";
import { newId, newToken, sha256 } from "../identifiers.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/accounts.ts";
import { accountsOfLogin, isAnyAccount, liveLink } from "../store/accounts.ts";
import { enterInJournal } from "../store/journal.ts";
import { account, oneTimeLink, region, roleGrant, session } from "../store/schema/index.ts";

/** The shard of what belongs to no region yet. */
const NO_REGION = "000000";
/** Digits with which no division begins (GB/T 2260); the sample stands in one that does. */
const NOWHERE = "99";
const LINK_MS = 7 * 24 * 3_600_000;

/** A new one-time token where no administrator has been set up; undefined where one has. */
export async function setUpToken({ database, now }: Services): Promise<string | undefined> {
  return database.inTransaction(async (queries) => {
    if (await isAnyAccount(queries)) return undefined;
    await queries.delete(oneTimeLink).where(eq(oneTimeLink.purpose, "set-up"));
    return makeLink(queries, { shardRegion: NO_REGION, purpose: "set-up", accountId: null, now: now() });
  });
}

interface NewLink {
  readonly shardRegion: string;
  readonly purpose: "set-up" | "invitation" | "reset";
  readonly accountId: string | null;
  readonly now: Date;
}

/** Makes a one-time link and gives its secret, which is kept nowhere; links that the account was given before end. */
export async function makeLink(queries: Queries, { now, ...link }: NewLink): Promise<string> {
  if (link.accountId !== null) {
    await queries
      .update(oneTimeLink)
      .set({ usedAt: now })
      .where(
        and(
          eq(oneTimeLink.shardRegion, link.shardRegion),
          eq(oneTimeLink.accountId, link.accountId),
          isNull(oneTimeLink.usedAt),
        ),
      );
  }
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LINK_MS);
  await queries.insert(oneTimeLink).values({ ...link, tokenHash: sha256(token), expiresAt });
  return token;
}

const usedUp = (): HttpProblem =>
  new HttpProblem(410, "link-used", "这个链接已用过或已过期。请重新启动服务取得新的链接，或联系系统管理员。");

function noSuchRegion(): HttpProblem {
  const message = "没有 99 开头的行政区划，这是示例数据专用的代码。请填写本地区的行政区划代码。";
  return badRequest(message, [{ path: "/regionCode", message }]);
}

export const loginTaken = (login: string): HttpProblem => conflict(`登录名“${login}”已有人使用。`);

/** What a one-time link is for; throws a problem where it has been used or is too old. */
export async function linkPurpose(
  { database, now }: Pick<Services, "database" | "now">,
  token: string,
): Promise<"set-up" | "password"> {
  const link = await liveLink(database, sha256(token), now());
  if (link === undefined) throw usedUp();
  return link.purpose === "set-up" ? "set-up" : "password";
}

/** Sets up the region and its administrator. */
export async function setUpRegion(
  { database, now }: Services,
  request: z.infer<typeof setUp>,
): Promise<Account> {
  const { token, regionCode, regionName, login, name, password } = request;
  const fault = passwordFault(password, { login, name });
  if (fault !== undefined) throw badRequest(fault, [{ path: "/password", message: fault }]);
  if (regionCode.startsWith(NOWHERE)) throw noSuchRegion();
  const passwordHash = await hashPassword(password);
  return database.inTransaction(async (queries) => {
    const link = await liveLink(queries, sha256(token), now());
    if (link?.purpose !== "set-up" || (await isAnyAccount(queries))) throw usedUp();
    // Somebody may have been given it in the sample: then neither could sign in.
    if ((await accountsOfLogin(queries, login.trim())).length > 0) throw loginTaken(login.trim());
    await queries
      .update(oneTimeLink)
      .set({ usedAt: now() })
      .where(and(eq(oneTimeLink.shardRegion, link.shardRegion), eq(oneTimeLink.tokenHash, link.tokenHash)));
    await queries
      .insert(region)
      .values({ shardRegion: regionCode, code: regionCode, name: regionName, fullName: regionName })
      .onConflictDoNothing();
    const values = {
      shardRegion: regionCode,
      id: newId(),
      login: login.trim(),
      name,
      passwordHash,
      passwordChangedAt: now(),
    };
    const [made] = await queries.insert(account).values(values).returning();
    if (made === undefined) throw usedUp();
    await queries.insert(roleGrant).values({
      shardRegion: regionCode,
      id: newId(),
      accountId: made.id,
      role: "administrator",
      scope: "region",
    });
    await enterInJournal(queries, {
      shardRegion: regionCode,
      at: now(),
      accountId: made.id,
      action: "set-up",
      target: { kind: "region", id: regionCode },
      detail: { regionName },
    });
    return made;
  });
}

/** Sets the password of an invited person, or of one whose password is reset; all sessions end. */
export async function setPasswordByLink(
  { database, now }: Services,
  { token, password }: z.infer<typeof setPassword>,
): Promise<Account> {
  const passwordHash = await hashPassword(password);
  return database.inTransaction(async (queries) => {
    const link = await liveLink(queries, sha256(token), now());
    if (link === undefined || link.accountId === null) throw usedUp();
    const { shardRegion, accountId, tokenHash } = link;
    const isOwn = and(eq(account.shardRegion, shardRegion), eq(account.id, accountId));
    const [owner] = await queries.select().from(account).where(isOwn);
    if (owner === undefined) throw usedUp();
    const fault = passwordFault(password, owner);
    if (fault !== undefined) throw badRequest(fault, [{ path: "/password", message: fault }]);
    await queries
      .update(oneTimeLink)
      .set({ usedAt: now() })
      .where(and(eq(oneTimeLink.shardRegion, shardRegion), eq(oneTimeLink.tokenHash, tokenHash)));
    await queries
      .update(account)
      .set({ passwordHash, passwordChangedAt: now(), failures: 0, lockedUntil: null })
      .where(isOwn);
    await queries
      .delete(session)
      .where(and(eq(session.shardRegion, shardRegion), eq(session.accountId, accountId)));
    await enterInJournal(queries, {
      shardRegion,
      at: now(),
      accountId,
      action: "password-set",
      target: { kind: "account", id: accountId },
      detail: { by: link.purpose },
    });
    return owner;
  });
}
