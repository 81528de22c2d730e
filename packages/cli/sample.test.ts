// `jueming sample --remove` on an embedded database, as an operator calls it.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import type { Database } from "@jueming/server/database/database.ts";
import { migrateDatabase } from "@jueming/server/database/migrate.ts";
import { newId } from "@jueming/server/identifiers.ts";
import { withDatabase } from "@jueming/server/open-place.ts";
import { SAMPLE_REGION } from "@jueming/server/sample/sample-tree.ts";
import { enterInJournal } from "@jueming/server/store/journal.ts";
import { account, region } from "@jueming/server/store/schema/index.ts";
import { afterAll, beforeAll, expect, test } from "vitest";

const bin = resolve(import.meta.dirname, "jueming.mjs");
const OWN = "431299";

let data = "";
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "jueming-sample-"));
  await withDatabase({ data, databaseUrl: null }, async (database) => {
    await migrateDatabase(database);
    await addRegion(database, SAMPLE_REGION, true);
    const login = { login: "shiyong", name: "试某" };
    await database.insert(account).values({ shardRegion: SAMPLE_REGION, id: newId(), ...login });
    await addRegion(database, OWN, false);
  });
}, 120_000);
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** A region with a first entry in its journal. */
async function addRegion(database: Database, code: string, sample: boolean): Promise<void> {
  await database.insert(region).values({ shardRegion: code, code, name: "某县", fullName: "某县", sample });
  await enterInJournal(database, {
    shardRegion: code,
    at: new Date(),
    accountId: null,
    action: sample ? "sample-loaded" : "set-up",
    target: { kind: "region", id: code },
    detail: {},
  });
}

function jueming(...rest: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, [bin, ...rest, "--data", data], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: "" },
  });
  return { status, err: stderr };
}

test("names what was added to the sample, removes it on a word, and leaves a journal that is whole", () => {
  const refused = jueming("sample", "--remove");
  expect(refused).toMatchObject({
    status: 2,
    err: expect.stringMatching(/新增的用户 1 个（shiyong）.*--force/u),
  });
  expect(jueming("sample", "--remove", "--force")).toMatchObject({
    status: 0,
    err: expect.stringContaining("已移除示例数据（某县）"),
  });
  const verdict = jueming("journal", "--verify");
  expect(verdict).toMatchObject({
    status: 0,
    err: expect.stringMatching(/^431299 某县：操作日志完整，共 2 条/u),
  });
  expect(verdict.err).not.toContain(SAMPLE_REGION);
  expect(jueming("sample", "--remove")).toMatchObject({
    status: 2,
    err: expect.stringContaining("没有示例数据"),
  });
}, 120_000);
