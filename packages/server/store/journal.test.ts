import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { TestServer } from "../testing/test-server.ts";
import { addTree, testServer } from "../testing/test-server.ts";
import { enterInJournal, verifyJournal } from "./journal.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await addTree(server.database);
});
afterAll(() => server.close());

const act = (n: number) => ({
  shardRegion: "431299",
  at: new Date(Date.UTC(2025, 0, 1, 0, 0, n)),
  accountId: null,
  action: "test",
  target: { kind: "report", id: `r${n}` },
  detail: { b: n, a: "甲", list: ["x", "y"] },
});
const enter = (n: number): Promise<void> =>
  server.database.inTransaction((queries) => enterInJournal(queries, act(n)));

describe("the journal", () => {
  test("is a whole chain though entries are made at once", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => enter(n)));
    expect(await verifyJournal(server.database, "431299")).toMatchObject({ intact: true, entries: 20 });
  });

  test.each([
    ["changed", sql`update journal set action = 'other' where number = 7`],
    ["taken out", sql`delete from journal where number = 7`],
    ["emptied", sql`truncate journal`],
  ])("refuses to be %s", async (_, statement) => {
    await expect(server.database.execute(statement)).rejects.toMatchObject({ cause: { code: "23001" } });
  });

  test("shows the first entry that was changed behind its back", async () => {
    const client = await server.database.pool.connect();
    try {
      await client.query("begin");
      await client.query("alter table journal disable trigger all");
      await client.query(`update journal set detail = '{"a": "乙"}' where number = 7`);
      await client.query("alter table journal enable trigger all");
      await client.query("commit");
    } finally {
      client.release();
    }
    expect(await verifyJournal(server.database, "431299")).toEqual({
      intact: false,
      entries: 6,
      brokenAt: 7,
    });
  });
});
