// The embedded database and what happens to its processes. Killing is done for good: with SIGKILL, as a crash does.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { EmbeddedPostgres } from "./embedded-postgres.ts";
import { runningPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { throughRecovery } from "./lost-connection.ts";

const OWNER = fileURLToPath(new URL("../testing/embedded-owner.ts", import.meta.url));

const query = async (url: string, text: string): Promise<readonly unknown[]> => {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const postmasterOf = (data: string): number =>
  Number(readFileSync(join(data, "database", "postmaster.pid"), "utf8").split("\n")[0]);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("the embedded database of a folder", () => {
  let data = "";
  let database: EmbeddedPostgres;
  let firstPostmaster = 0;

  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), "jueming-embedded-"));
    const owner = spawn(process.execPath, [OWNER, data], { stdio: ["ignore", "pipe", "inherit"] });
    const told = await new Promise<string>((done) =>
      owner.stdout.once("data", (text: Buffer) => done(text.toString())),
    );
    const { url } = JSON.parse(told) as { readonly url: string };
    await query(url, "create table kept as select 7 as seven");
    firstPostmaster = postmasterOf(data);
    owner.kill("SIGKILL");
    await new Promise((done) => owner.once("close", done));
    database = await startEmbeddedPostgres(data);
  }, 120_000);
  afterAll(async () => {
    await database.stop();
    rmSync(data, { recursive: true, force: true });
  });

  test("is adopted with all it holds when its server was killed", async () => {
    expect(database.adopted).toBe(true);
    expect(postmasterOf(data)).toBe(firstPostmaster);
    expect(await query(database.url, "select seven from kept")).toStrictEqual([{ seven: 7 }]);
  });

  test("is not given to a second server, which is told what to do", async () => {
    await expect(startEmbeddedPostgres(data)).rejects.toThrow(/另一个决明正在使用数据文件夹/u);
    expect(await query(database.url, "select seven from kept")).toStrictEqual([{ seven: 7 }]);
  });

  test("is started again, on the same address, when it is killed", async () => {
    const before = database.url;
    process.kill(firstPostmaster, "SIGKILL");
    while (isAlive(firstPostmaster)) await sleep(20);
    const found = await throughRecovery(() => query(database.url, "select seven from kept"));
    expect(found).toStrictEqual([{ seven: 7 }]);
    expect(database.url).toBe(before);
    expect(postmasterOf(data)).not.toBe(firstPostmaster);
  });

  test("ends with its server, and starts anew on what it held", async () => {
    const postmaster = postmasterOf(data);
    await database.stop();
    expect(isAlive(postmaster)).toBe(false);
    expect(await runningPostgres(data)).toBeUndefined();
    database = await startEmbeddedPostgres(data);
    expect(database.adopted).toBe(false);
    expect(await query(database.url, "select seven from kept")).toStrictEqual([{ seven: 7 }]);
  });
});
