// People for tests who sign in with a password, through the page.

import { hashPassword } from "../accounts/passwords.ts";
import type { Role } from "../contract/roles.ts";
import { newId } from "../identifiers.ts";
import { account, roleGrant } from "../store/schema/index.ts";
import type { TestServer } from "./test-server.ts";

/** Adds a person with these roles over the whole region, who signs in with a password. */
export async function addLogin(
  { database }: Pick<TestServer, "database">,
  {
    shardRegion,
    login,
    password,
    roles,
  }: {
    readonly shardRegion: string;
    readonly login: string;
    readonly password: string;
    readonly roles: readonly Role[];
  },
): Promise<void> {
  const id = newId();
  const passwordHash = await hashPassword(password);
  await database.insert(account).values({ shardRegion, id, login, name: login, passwordHash });
  await database
    .insert(roleGrant)
    .values(
      roles.map((role) => ({ shardRegion, id: newId(), accountId: id, role, scope: "region" as const })),
    );
}
