// Signing in: by password, with lock-out; by one click for the desks of the sample data on a loopback address.

import { and, eq } from "drizzle-orm";

import { isPassword } from "../accounts/passwords.ts";
import { HttpProblem } from "../http/http-problem.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/accounts.ts";
import { accountsOfLogin } from "../store/accounts.ts";
import { account } from "../store/schema/index.ts";

/** Wrong passwords in a row after which an account is locked, and for how long at first. */
const FAILURES = 5;
const LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 3_600_000;

/** The account of a login and password; throws a problem that does not say which of the two was wrong. */
export async function accountSigningIn(
  { database, now }: Pick<Services, "database" | "now">,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<Account> {
  const found = await accountsOfLogin(database, login.trim());
  const one = found.length === 1 ? found[0] : undefined;
  const isLocked = one?.lockedUntil != null && one.lockedUntil > now();
  // The hash is worked out in any case: how long it takes tells nothing.
  const matches = await isPassword(password, isLocked ? null : (one?.passwordHash ?? null));
  if (one !== undefined && isLocked) {
    const minutes = Math.ceil(((one.lockedUntil?.getTime() ?? 0) - now().getTime()) / 60_000);
    throw new HttpProblem(429, "locked", `密码连续输错，账号已暂时锁定，请 ${minutes} 分钟后再试。`);
  }
  if (one === undefined || one.disabled || !matches) {
    if (one !== undefined && !one.disabled) await countFailure(one, { database, now });
    throw new HttpProblem(401, "wrong-password", "登录名或密码不对。");
  }
  if (one.failures > 0) await update(one, { failures: 0, lockedUntil: null }, { database });
  return one;
}

/** Counted on the locked row: guesses that are sent at the same moment must not count as one. */
async function countFailure(
  { shardRegion, id }: Account,
  { database, now }: Pick<Services, "database" | "now">,
): Promise<void> {
  const isOwn = and(eq(account.shardRegion, shardRegion), eq(account.id, id));
  await database.inTransaction(async (queries) => {
    const [known] = await queries
      .select({ failures: account.failures })
      .from(account)
      .where(isOwn)
      .for("update");
    const failures = (known?.failures ?? 0) + 1;
    const longer = Math.min(LONGEST_LOCK_MS, LOCK_MS * 2 ** Math.max(0, failures - FAILURES));
    const lockedUntil = failures >= FAILURES ? new Date(now().getTime() + longer) : null;
    await queries.update(account).set({ failures, lockedUntil }).where(isOwn);
  });
}

async function update(
  { shardRegion, id }: Account,
  values: Partial<typeof account.$inferInsert>,
  { database }: Pick<Services, "database">,
): Promise<void> {
  await database
    .update(account)
    .set(values)
    .where(and(eq(account.shardRegion, shardRegion), eq(account.id, id)));
}
