import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { eq, sql } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";

import { readBackup, writeBackup } from "../backup/backup-file.ts";
import { restoreBackup } from "../backup/restore-backup.ts";
import type { Database } from "../database/database.ts";
import { openDatabase } from "../database/database.ts";
import { migrateDatabase, migrateTo, newestKnownMigration } from "../database/migrate.ts";
import { newId } from "../identifiers.ts";
import { enterInJournal, verifyJournal } from "../store/journal.ts";
import { allRegions } from "../store/organization.ts";
import { changeCount } from "../store/public-reports.ts";
import { account, journal, region, report, reportVersion, task } from "../store/schema/index.ts";
import type { TestServer } from "../testing/test-server.ts";
import { addTree, newDatabase, testServer } from "../testing/test-server.ts";
import { refreshPublic } from "../work/public/keep-public.ts";
import { loadSample } from "./load-sample.ts";
import type { Remover } from "./remove-sample.ts";
import { removeSample } from "./remove-sample.ts";
import { sampleContent } from "./sample-content.ts";
import { SAMPLE_REGION } from "./sample-tree.ts";

const OWN = "431299";
const now = new Date("2025-10-01T00:00:00Z");
const remover: Remover = { person: null, withAdditions: false, now };

const enter = (database: Database, shardRegion: string, note: string): Promise<void> =>
  database.inTransaction((queries) =>
    enterInJournal(queries, {
      shardRegion,
      at: now,
      accountId: null,
      action: "noted",
      target: { kind: "region", id: shardRegion },
      detail: { note },
    }),
  );

describe("the protection of journals and versions", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
    await loadSample(server.services);
    await addTree(server.database, OWN);
    await enter(server.database, OWN, "一");
  });
  afterAll(() => server.close());

  const inRemovalOf = (shardRegion: string, statement: ReturnType<typeof sql>): Promise<unknown> =>
    server.database.inTransaction(async (queries) => {
      await queries.execute(sql`select set_config('jueming.removed_sample', ${shardRegion}, true)`);
      await queries.execute(statement);
    });
  const refused = { cause: { code: "23001" } };

  test.each([
    [
      "a journal of an office, whatever a transaction says",
      OWN,
      sql`delete from journal where shard_region = ${OWN}`,
    ],
    ["a journal of an office in the removal of the sample", SAMPLE_REGION, sql`delete from journal`],
    ["a change of the sample's journal", SAMPLE_REGION, sql`update journal set action = 'x'`],
    ["a change of its versions", SAMPLE_REGION, sql`update report_version set edition = 'x'`],
    ["emptying the journal", SAMPLE_REGION, sql`truncate journal`],
    ["its journal outside a removal", "", sql`delete from journal where shard_region = ${SAMPLE_REGION}`],
    ["its versions outside a removal", "", sql`delete from report_version`],
    [
      "marking an office as the sample",
      SAMPLE_REGION,
      sql`update region set sample = true where code = ${OWN}`,
    ],
    ["taking the mark from the sample", SAMPLE_REGION, sql`update region set sample = false where sample`],
  ])("refuses %s", async (_, shardRegion, statement) => {
    await expect(inRemovalOf(shardRegion, statement)).rejects.toMatchObject(refused);
  });

  test("a region of a real division cannot be made as the sample", async () => {
    const values = { shardRegion: "431298", code: "431298", name: "某县", fullName: "某县", sample: true };
    await expect(server.database.insert(region).values(values)).rejects.toMatchObject({
      cause: { code: "23514" },
    });
  });

  test("is as it was after a removal", async () => {
    await removeSample(server.database, remover);
    await expect(server.database.execute(sql`delete from journal`)).rejects.toMatchObject(refused);
    expect(await verifyJournal(server.database, OWN)).toMatchObject({ intact: true, entries: 2 });
  });
});

test("nothing is removed where there is no sample, nor while nobody works beside it", async () => {
  const server = await testServer();
  await expect(removeSample(server.database, remover)).rejects.toMatchObject({ code: "no-sample" });
  await loadSample(server.services);
  await expect(removeSample(server.database, remover)).rejects.toMatchObject({ code: "alone" });
  expect(await server.database.select().from(report)).toHaveLength(34);
  await server.close();
});

test("what a trial does with the sample's own reports is no addition; tasks, people and renamed units are", async () => {
  const server = await testServer();
  const { database } = server;
  await loadSample(server.services);
  expect(await sampleContent(database)).toMatchObject({ additions: [] });
  const [known] = await database.select().from(task).limit(1);
  if (known === undefined) throw new Error("the sample has no task");
  const id = newId();
  await database.insert(task).values({ ...known, id, title: "补充公开" });
  await database.inTransaction((queries) =>
    enterInJournal(queries, {
      shardRegion: SAMPLE_REGION,
      at: now,
      accountId: null,
      action: "task-added",
      target: { kind: "task", id },
      detail: {},
    }),
  );
  await database.execute(sql`update unit_year set name = '某某县教育局' where name = '示例县教育局'`);
  const login = { login: "shiyong", name: "试某" };
  await database.insert(account).values({ shardRegion: SAMPLE_REGION, id: newId(), ...login });
  expect((await sampleContent(database))?.additions).toStrictEqual([
    { name: "新增或改名的单位", count: 1, examples: ["某某县教育局"] },
    { name: "新增的用户", count: 1, examples: ["shiyong"] },
    { name: "新下达的任务", count: 1, examples: ["补充公开"] },
  ]);
  await server.close();
});

test("while people write, in the sample and beside it, nothing of the office is lost and nothing of the sample stays", async () => {
  const server = await testServer();
  const { database } = server;
  await loadSample(server.services);
  await addTree(database, OWN);
  const ended = new AbortController();
  const write = async (shardRegion: string): Promise<number> => {
    for (let count = 0; ; count += 1) {
      if (ended.signal.aborted) return count;
      try {
        await enter(database, shardRegion, `第${count}次`);
      } catch (error) {
        // Only the sample may be gone.
        if (shardRegion === OWN) throw error;
        return count;
      }
    }
  };
  const [own, sample] = [write(OWN), write(SAMPLE_REGION)];
  await removeSample(database, remover);
  ended.abort();
  await sample;
  const written = await own;
  expect(await verifyJournal(database, OWN)).toMatchObject({ intact: true, entries: written + 1 });
  expect(await database.select().from(journal).where(eq(journal.shardRegion, SAMPLE_REGION))).toEqual([]);
  await server.close();
});

test("pages over all regions are made anew: the count of changes grows, though the sample adds to it no more", async () => {
  const server = await testServer();
  await loadSample(server.services);
  await refreshPublic(server.database);
  await addTree(server.database, OWN);
  const before = await changeCount(server.database, null);
  await removeSample(server.database, remover);
  expect([before > 0, await changeCount(server.database, null)]).toStrictEqual([true, before + 1]);
  await server.close();
});

test("a backup made afterwards is restored without the sample, and one made before brings it back as the sample", async () => {
  const server = await testServer();
  const folder = await mkdtemp(join(tmpdir(), "jueming-sample-"));
  await loadSample(server.services);
  await addTree(server.database, OWN);
  const [before, after] = [join(folder, "before"), join(folder, "after")];
  await writeBackup(server.database.pool, before, now);
  await removeSample(server.database, remover);
  await writeBackup(server.database.pool, after, now);
  for (const [file, regions] of [
    [after, [[OWN, false]]],
    [
      before,
      [
        [OWN, false],
        [SAMPLE_REGION, true],
      ],
    ],
  ] as const) {
    const { database, drop } = await newDatabase();
    await restoreBackup(database, readBackup(file), { force: false, now });
    expect((await allRegions(database)).map(({ code, sample }) => [code, sample])).toStrictEqual(regions);
    if (file === before) await removeSample(database, remover);
    expect(await database.select().from(reportVersion)).toEqual([]);
    await drop();
  }
  await rm(folder, { recursive: true, force: true });
  await server.close();
});

describe("a database of another's PostgreSQL", () => {
  const name = `plain_${newId().slice(-12)}`;
  const url = new URL(inject("postgresUrl"));
  let admin: Client;
  let database: Database;
  beforeAll(async () => {
    admin = new Client({ connectionString: url.href });
    await admin.connect();
    await admin.query(`create role ${name} login password 'plain' nosuperuser nocreatedb nocreaterole`);
    await admin.query(`create database ${name} owner ${name}`);
    const own = new URL(url);
    [own.username, own.password, own.pathname] = [name, "plain", `/${name}`];
    database = await openDatabase(own.href, 4);
  });
  afterAll(async () => {
    await database.close();
    await admin.query(`drop database ${name} with (force)`);
    await admin.query(`drop role ${name}`);
    await admin.end();
  });

  test("of before the mark knows its sample by its journal, and its owner removes it without other rights", async () => {
    const older = 1_796_001_285_150;
    expect(older).toBeLessThan(newestKnownMigration());
    const client = await database.pool.connect();
    await migrateTo(client, older);
    await client.query(
      `insert into region (shard_region, code, name, full_name) values
        ('990101', '990101', '示例县', '示例县'), ('${OWN}', '${OWN}', '某县', '某县')`,
    );
    client.release();
    await enter(database, OWN, "一");
    await database.inTransaction((queries) =>
      enterInJournal(queries, {
        shardRegion: SAMPLE_REGION,
        at: now,
        accountId: null,
        action: "sample-loaded",
        target: { kind: "region", id: SAMPLE_REGION },
        detail: {},
      }),
    );
    await migrateDatabase(database);
    const marks = (await allRegions(database)).map(({ code, sample }) => [code, sample]);
    expect(marks).toStrictEqual([
      [OWN, false],
      [SAMPLE_REGION, true],
    ]);
    expect(await removeSample(database, remover)).toMatchObject({ rows: 2 });
    expect(await verifyJournal(database, OWN)).toMatchObject({ intact: true, entries: 2 });
  });
});
