// A database that goes away in the middle of work, for one connection or for all of them.

import { setTimeout as sleep } from "node:timers/promises";

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { newDatabase } from "../testing/test-server.ts";
import type { Database } from "./database.ts";
import { isConnectionLost, throughRecovery } from "./lost-connection.ts";

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ database, drop } = await newDatabase());
});
afterAll(() => drop());

test("a connection that breaks between two queries fails its transaction and nothing else", async () => {
  const broken = database.inTransaction(async (queries) => {
    const { rows } = await queries.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await database.execute(sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`);
    await sleep(50);
    await queries.execute(sql`select 1`);
  });
  await expect(broken).rejects.toSatisfy(isConnectionLost);
  const { rows } = await database.execute<{ one: number }>(sql`select 1 as one`);
  expect(rows).toStrictEqual([{ one: 1 }]);
});

test("work that lost its connection is begun again", async () => {
  let tries = 0;
  const answer = await throughRecovery(() =>
    database.inTransaction(async (queries) => {
      tries += 1;
      const { rows } = await queries.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      if (tries < 3) await database.execute(sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`);
      await sleep(20);
      const done = await queries.execute<{ one: number }>(sql`select 1 as one`);
      return done.rows[0]?.one;
    }),
  );
  expect({ answer, tries }).toStrictEqual({ answer: 1, tries: 3 });
});

test("an error of the query itself is not tried again", async () => {
  let tries = 0;
  const failed = throughRecovery(async () => {
    tries += 1;
    await database.execute(sql`select 1 / 0`);
  });
  await expect(failed).rejects.toThrow(/Failed query/u);
  expect(tries).toBe(1);
});
