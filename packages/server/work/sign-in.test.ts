import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { hashPassword } from "../accounts/passwords.ts";
import { account } from "../store/schema/index.ts";
import type { SignedInPerson, TestServer } from "../testing/test-server.ts";
import { addPerson, addTree, testServer } from "../testing/test-server.ts";
import { setPasswordByLink } from "./set-up.ts";
import { accountSigningIn } from "./sign-in.ts";

let server: TestServer;
let person: SignedInPerson;
let administrator: SignedInPerson;
beforeAll(async () => {
  server = await testServer();
  const { shardRegion } = await addTree(server.database);
  const region = { shardRegion, scope: "region", unitId: null } as const;
  person = await addPerson(server, { ...region, role: "publisher" });
  administrator = await addPerson(server, { ...region, role: "administrator" });
});
afterAll(() => server.close());

test("wrong passwords that are tried at the same moment are counted each", async () => {
  const passwordHash = await hashPassword("一句足够长的话作为密码");
  const isOwn = eq(account.id, person.accountId);
  await server.database.update(account).set({ passwordHash }).where(isOwn);
  const [{ login } = { login: "" }] = await server.database.select().from(account).where(isOwn);
  const tries = Array.from({ length: 6 }, (_, index) =>
    accountSigningIn(server.services, { login, password: `wrong ${index}` }),
  );
  await Promise.allSettled(tries);
  const [after] = await server.database.select().from(account).where(isOwn);
  expect(after?.failures).toBeGreaterThanOrEqual(5);
  expect(after?.lockedUntil).not.toBeNull();
});

const newLink = async (): Promise<string> => {
  const answer = await server.app.inject({
    method: "POST",
    url: `/api/v1/administration/accounts/431299.${person.accountId}/reset`,
    headers: administrator.headers,
  });
  return answer.json<{ path: string }>().path.split("#")[1] ?? "";
};

test("a new link for a password ends the links given before", async () => {
  const [first, second] = [await newLink(), await newLink()];
  const password = "另一句足够长的话作为密码";
  await expect(setPasswordByLink(server.services, { token: first, password })).rejects.toThrow(
    "已用过或已过期",
  );
  await expect(setPasswordByLink(server.services, { token: second, password })).resolves.toMatchObject({
    id: person.accountId,
  });
});
