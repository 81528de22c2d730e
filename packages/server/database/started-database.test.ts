import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Client } from "pg";
import { afterAll, expect, test } from "vitest";

import { DEFAULT_SETTINGS } from "../settings.ts";
import { runningPostgres } from "./embedded-postgres.ts";
import { startDatabase } from "./started-database.ts";

const folder = mkdtempSync(join(tmpdir(), "jueming-started-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings = { ...DEFAULT_SETTINGS, log: "silent" } as const;

test("a database is made at the first start, kept for the second, and ends with whoever started it", async () => {
  const data = join(folder, "data");
  for (const made of [false, true]) {
    const { url, stop } = await startDatabase({ ...settings, data });
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query("select to_regclass('kept') is not null as made");
    expect(rows).toStrictEqual([{ made }]);
    if (!made) await client.query("create table kept ()");
    await client.end();
    await stop();
    expect(await runningPostgres(data)).toBeUndefined();
  }
});

test("what keeps it from being made is told as by the main thread", async () => {
  const data = "/dev/null/data";
  await expect(startDatabase({ ...settings, data })).rejects.toMatchObject({ code: "no-permission" });
});

test("a given one is taken as it is", async () => {
  const databaseUrl = "postgres://nobody@127.0.0.1:1/none";
  expect((await startDatabase({ ...settings, databaseUrl })).url).toBe(databaseUrl);
});
