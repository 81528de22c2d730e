// People and their roles, as an administrator keeps them. Passwords are set by the people themselves, by a link.

import { and, eq } from "drizzle-orm";
import type { z } from "zod";

import type { accountChange, accountDraft, grantDraft } from "../contract/administration.ts";
import { keyOf } from "../contract/reference.ts";
import type { Key } from "../contract/reference.ts";
import type { Queries } from "../database/database.ts";
import type { Person } from "../http/access.ts";
import { badRequest, notFound } from "../http/http-problem.ts";
import { newId } from "../identifiers.ts";
import type { Services } from "../services.ts";
import { accountsOfLogin } from "../store/accounts.ts";
import { enterInJournal } from "../store/journal.ts";
import { account, roleGrant, session, unit } from "../store/schema/index.ts";
import { loginTaken, makeLink } from "./set-up.ts";

/** Adds a person; gives the secret of the link by which a password is set. */
export async function addAccount(
  { database, now }: Services,
  person: Person,
  { region, login, name, grants }: z.infer<typeof accountDraft>,
): Promise<{ readonly id: string; readonly token: string }> {
  return database.inTransaction(async (queries) => {
    if ((await accountsOfLogin(queries, login)).length > 0) throw loginTaken(login);
    const id = newId();
    await queries.insert(account).values({ shardRegion: region, id, login, name });
    await setGrants(queries, { shardRegion: region, id }, grants);
    const token = await makeLink(queries, {
      shardRegion: region,
      purpose: "invitation",
      accountId: id,
      now: now(),
    });
    await enter(queries, person, {
      key: { shardRegion: region, id },
      action: "account-added",
      at: now(),
      grants,
    });
    return { id, token };
  });
}

/** Changes a person's name, roles, or whether they may sign in; a change of roles ends nothing, a disabling all sessions. */
export async function changeAccount(
  { database, now }: Services,
  person: Person,
  { key, change }: { readonly key: Key; readonly change: z.infer<typeof accountChange> },
): Promise<void> {
  await database.inTransaction(async (queries) => {
    const isOwn = and(eq(account.shardRegion, key.shardRegion), eq(account.id, key.id));
    const [known] = await queries.select().from(account).where(isOwn).for("update");
    if (known === undefined) throw notFound("这个用户");
    if (change.disabled === true && key.id === person.accountId) throw badRequest("不能停用自己的账号。");
    const { name = known.name, disabled = known.disabled, grants } = change;
    await queries.update(account).set({ name, disabled }).where(isOwn);
    if (grants !== undefined) {
      if (key.id === person.accountId) refuseLeavingAlone(grants);
      await setGrants(queries, key, grants);
    }
    if (disabled) await endSessions(queries, key);
    await enter(queries, person, {
      key,
      action: disabled ? "account-disabled" : "account-changed",
      at: now(),
      grants,
    });
  });
}

/** Who manages users stays able to: a slip here could leave a region that nobody can administer. */
function refuseLeavingAlone(grants: readonly z.infer<typeof grantDraft>[]): void {
  if (!grants.some(({ role, scope }) => role === "administrator" && scope === "region"))
    throw badRequest("不能取消自己的系统管理员角色，请由其他系统管理员办理。");
}

/** A new link by which a person sets a new password; the old password and all sessions end when it is used. */
export async function resetLink({ database, now }: Services, person: Person, key: Key): Promise<string> {
  return database.inTransaction(async (queries) => {
    const [known] = await queries
      .select({ id: account.id })
      .from(account)
      .where(and(eq(account.shardRegion, key.shardRegion), eq(account.id, key.id)));
    if (known === undefined) throw notFound("这个用户");
    const token = await makeLink(queries, {
      shardRegion: key.shardRegion,
      purpose: "reset",
      accountId: key.id,
      now: now(),
    });
    await enter(queries, person, { key, action: "password-reset", at: now() });
    return token;
  });
}

const endSessions = (queries: Queries, { shardRegion, id }: Key): Promise<unknown> =>
  queries.delete(session).where(and(eq(session.shardRegion, shardRegion), eq(session.accountId, id)));

async function setGrants(
  queries: Queries,
  { shardRegion, id }: Key,
  grants: readonly z.infer<typeof grantDraft>[],
): Promise<void> {
  await queries
    .delete(roleGrant)
    .where(and(eq(roleGrant.shardRegion, shardRegion), eq(roleGrant.accountId, id)));
  for (const { role, scope, unit: unitRef } of grants) {
    const unitId = scope === "region" || unitRef === null ? null : keyOf(unitRef).id;
    if (scope !== "region" && unitId === null)
      throw badRequest("角色的范围是部门或单位时，须选择部门或单位。");
    if (unitId !== null) {
      const [known] = await queries
        .select({ id: unit.id })
        .from(unit)
        .where(and(eq(unit.shardRegion, shardRegion), eq(unit.id, unitId)));
      if (known === undefined) throw badRequest("所选部门或单位不在本地区。");
    }
    await queries.insert(roleGrant).values({ shardRegion, id: newId(), accountId: id, role, scope, unitId });
  }
}

interface AccountAct {
  readonly key: Key;
  readonly action: string;
  readonly at: Date;
  readonly grants?: readonly z.infer<typeof grantDraft>[] | undefined;
}

const enter = (
  queries: Queries,
  person: Person,
  { key, action, at, grants = [] }: AccountAct,
): Promise<void> =>
  enterInJournal(queries, {
    shardRegion: key.shardRegion,
    at,
    accountId: person.accountId,
    action,
    target: { kind: "account", id: key.id },
    detail: { grants: grants.map(({ role, scope, unit: one }) => [role, scope, one ?? ""].join(" ")) },
  });
