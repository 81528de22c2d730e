// Changing one's own password; all sessions end, so that whoever knew the old one is out.

import { and, eq } from "drizzle-orm";
import type { z } from "zod";

import { hashPassword, isPassword, passwordFault } from "../accounts/passwords.ts";
import type { changePassword as request } from "../contract/session.ts";
import type { Person } from "../http/access.ts";
import { badRequest } from "../http/http-problem.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/accounts.ts";
import { enterInJournal } from "../store/journal.ts";
import { account, session } from "../store/schema/index.ts";

const wrong = (path: string, message: string): Error => badRequest(message, [{ path, message }]);

/** Changes the password of the person, who must know the present one. */
export async function changePassword(
  { shardRegion, accountId }: Person,
  { current, password }: z.infer<typeof request>,
  { database, now }: Services,
): Promise<Account> {
  const isOwn = and(eq(account.shardRegion, shardRegion), eq(account.id, accountId));
  const [known] = await database.select().from(account).where(isOwn);
  if (known === undefined || !(await isPassword(current, known.passwordHash)))
    throw wrong("/current", "原密码不对。");
  const fault = passwordFault(password, known);
  if (fault !== undefined) throw wrong("/password", fault);
  const passwordHash = await hashPassword(password);
  await database.inTransaction(async (queries) => {
    await queries.update(account).set({ passwordHash, passwordChangedAt: now() }).where(isOwn);
    await queries
      .delete(session)
      .where(and(eq(session.shardRegion, shardRegion), eq(session.accountId, accountId)));
    await enterInJournal(queries, {
      shardRegion,
      at: now(),
      accountId,
      action: "password-changed",
      target: { kind: "account", id: accountId },
      detail: {},
    });
  });
  return known;
}
