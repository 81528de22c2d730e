import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { Database } from "../database/database.ts";
import { storeBlob } from "../store/blobs.ts";
import { enterInJournal, verifyJournal } from "../store/journal.ts";
import { region } from "../store/schema/index.ts";
import type { TestServer } from "../testing/test-server.ts";
import { addPerson, addTree, newDatabase, testServer } from "../testing/test-server.ts";
import { backupTables } from "./backup-tables.ts";
import { readBackup, writeBackup } from "./backup-file.ts";
import { restoreBackup } from "./restore-backup.ts";

const REGION = "431299";
const now = new Date("2025-10-01T00:00:00Z");
let server: TestServer;
let folder: string;
let file: string;
beforeAll(async () => {
  server = await testServer();
  const { shardRegion } = await addTree(server.database, REGION);
  await addPerson(server, { shardRegion, role: "administrator", scope: "region", unitId: null });
  for (let part = 0; part < 3; part += 1)
    await storeBlob(server.database, REGION, randomBytes(1_500_000 + part));
  await enter(server.database, "换行\n制表\t反斜杠\\与“引号”");
  folder = await mkdtemp(join(tmpdir(), "jueming-backup-"));
  file = join(folder, "backup.jueming");
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const enter = (database: Database, note: string): Promise<void> =>
  database.inTransaction((queries) =>
    enterInJournal(queries, {
      shardRegion: REGION,
      at: now,
      accountId: null,
      action: "noted",
      target: { kind: "region", id: REGION },
      detail: { note },
    }),
  );

/** What nobody wrote to meanwhile. */
const apart = (content: ReadonlyMap<string, string>): readonly (readonly string[])[] =>
  [...content].filter(([table]) => table !== "journal");

/** Every table's rows as texts, in an order of their own. */
async function contentOf({ pool }: Database): Promise<ReadonlyMap<string, string>> {
  const client = await pool.connect();
  try {
    const content = new Map<string, string>();
    for (const { name } of await backupTables(client)) {
      const { rows } = await client.query<{ seal: string }>(
        `select md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) || ' ' || count(*) as seal from "${name}" t`,
      );
      content.set(name, rows[0]?.seal ?? "");
    }
    return content;
  } finally {
    client.release();
  }
}

test("what is written meanwhile is in it whole or not at all; restored, every row is the same", async () => {
  const before = await contentOf(server.database);
  const done = new AbortController();
  const writing = (async (): Promise<void> => {
    for (let count = 0; !done.signal.aborted; count += 1) await enter(server.database, `第${count}次`);
  })();
  expect(await writeBackup(server.database.pool, file, now)).toBeGreaterThan(4_000_000);
  done.abort();
  await writing;
  const { database, drop } = await newDatabase();
  const restored = await restoreBackup(database, readBackup(file), { force: false, now });
  expect(restored).toMatchObject({ madeAt: now.toISOString() });
  expect(restored.journalEntries).toBeGreaterThan(0);
  expect(await verifyJournal(database, REGION)).toMatchObject({
    intact: true,
    entries: restored.journalEntries + 1,
  });
  const after = await contentOf(database);
  expect(apart(after)).toEqual(apart(before));
  await drop();
});

test("a file that was changed, or is cut off, is refused and changes nothing", async () => {
  const whole = await readFile(file);
  const { database, drop } = await newDatabase();
  const damagedFile = join(folder, "damaged.jueming");
  for (const [bytes, code] of [
    [whole.subarray(0, whole.length - 40), "damaged"],
    [whole.subarray(0, Math.floor(whole.length / 2)), "damaged"],
    [
      Buffer.concat([whole.subarray(0, 2_000_000), Buffer.from([0, 1, 2, 3]), whole.subarray(2_000_004)]),
      "damaged",
    ],
    [Buffer.from("不是备份"), "not-a-backup"],
  ] as const) {
    await writeFile(damagedFile, bytes);
    const attempt = restoreBackup(database, readBackup(damagedFile), { force: false, now });
    await expect(attempt).rejects.toMatchObject({ code, message: expect.stringMatching(/[一-鿿]/u) });
    expect(await database.select().from(region)).toEqual([]);
  }
  await drop();
});

test("a database with content is replaced only when that is wanted, and its journal tells", async () => {
  const other = await newDatabase();
  await addTree(other.database, "431298");
  const options = { force: false, now };
  await expect(restoreBackup(other.database, readBackup(file), options)).rejects.toMatchObject({
    code: "not-empty",
  });
  await other.database.inTransaction((queries) =>
    enterInJournal(queries, {
      shardRegion: "431298",
      at: now,
      accountId: null,
      action: "noted",
      target: { kind: "region", id: null },
      detail: {},
    }),
  );
  await restoreBackup(other.database, readBackup(file), { ...options, force: true });
  const { rows } = await other.database.execute<{ detail: { replaced: string[] } }>(
    sql`select detail from journal where action = 'restored'`,
  );
  expect(rows[0]?.detail.replaced).toEqual([expect.stringMatching(/^431298 1 [0-9a-f]{64}$/u)]);
  await other.drop();
});

test("the administrator downloads it; others do not", async () => {
  const administrator = await addPerson(server, {
    shardRegion: REGION,
    role: "administrator",
    scope: "region",
    unitId: null,
  });
  const filler = await addPerson(server, {
    shardRegion: REGION,
    role: "filler",
    scope: "region",
    unitId: null,
  });
  const url = "/api/v1/administration/backup";
  expect((await server.app.inject({ url, headers: filler.headers })).statusCode).toBe(403);
  const answer = await server.app.inject({ url, headers: administrator.headers });
  expect(answer.statusCode).toBe(200);
  expect(answer.rawPayload.subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
  const path = join(folder, "downloaded.jueming");
  await writeFile(path, answer.rawPayload);
  const { database, drop } = await newDatabase();
  await restoreBackup(database, readBackup(path), { force: false, now });
  await drop();
});
