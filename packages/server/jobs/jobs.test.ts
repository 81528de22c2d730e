import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

import type { Key } from "../contract/reference.ts";
import { referenceTo } from "../contract/reference.ts";
import { badRequest } from "../http/http-problem.ts";
import type { JobRow } from "../store/jobs.ts";
import { jobOf } from "../store/jobs.ts";
import { countingQueue } from "../testing/counting-queue.ts";
import type { SignedInPerson, TestServer, TestTree } from "../testing/test-server.ts";
import { addPerson, addTree, testServer } from "../testing/test-server.ts";
import type { Queue } from "./queue.ts";
import { asAnyQueue } from "./queue.ts";

const refusing: Queue<{ readonly what: string }> = {
  name: "refusing",
  data: z.object({ what: z.string() }),
  retries: 1,
  run: () => Promise.reject(badRequest("材料里没有可以检查的文件。")),
};

let server: TestServer;
let tree: TestTree;
let person: SignedInPerson;
let stranger: SignedInPerson;
beforeAll(async () => {
  server = await testServer();
  tree = await addTree(server.database);
  const { shardRegion, unit: unitId } = tree;
  person = await addPerson(server, { shardRegion, role: "filler", scope: "unit", unitId });
  stranger = await addPerson(server, { shardRegion, role: "filler", scope: "unit", unitId });
});
afterAll(() => server.close());

const enqueue = <Data extends object>(queue: Queue<Data>, data: Data): Promise<Key> =>
  server.database.inTransaction((queries) =>
    server.services.jobs.enqueue(queries, queue, {
      shardRegion: tree.shardRegion,
      accountId: person.accountId,
      data,
    }),
  );

/** Looks until the job is as it is wanted. */
async function until(key: Key, isWanted: (row: JobRow) => boolean): Promise<JobRow> {
  for (;;) {
    const row = await jobOf(server.database, key);
    if (row !== undefined && isWanted(row)) return row;
    await sleep(100);
  }
}

test("a job whose worker is killed in its middle is done by another", { timeout: 120_000 }, async () => {
  // The queue comes into being with the worker, so that the job is asked for afterwards.
  const script = fileURLToPath(new URL("../testing/counting-queue.ts", import.meta.url));
  const url = server.services.settings.databaseUrl ?? "";
  const worker = spawn(process.execPath, [script, url], { env: { ...process.env, SLOW_COUNTING: "1" } });
  await new Promise((done) => worker.stdout.once("data", done));
  const key = await enqueue(countingQueue, { to: 3, ms: 1, by: "anybody" });
  const begun = await until(key, ({ state, done }) => state === "running" && done === 1);
  expect(begun.note).toBe(`process ${worker.pid}`);
  worker.kill("SIGKILL");
  await server.services.jobs.work(server.services, 1, [asAnyQueue(countingQueue), asAnyQueue(refusing)]);
  const ended = await until(key, ({ state }) => state === "done");
  expect(ended).toMatchObject({ done: 3, total: 3, note: `process ${process.pid}`, error: null });
});

test("its progress is told as it goes on, to whoever asked for it alone", async () => {
  const key = await enqueue(countingQueue, { to: 3, ms: 900, by: "me" });
  const ref = referenceTo(key);
  const url = `/api/v1/jobs/${ref}/events`;
  expect((await server.app.inject({ url, headers: stranger.headers })).statusCode).toBe(404);
  expect((await server.app.inject({ url })).statusCode).toBe(401);
  const answer = await server.app.inject({ url, headers: person.headers });
  expect(answer.headers["content-type"]).toContain("text/event-stream");
  const events = [...answer.body.matchAll(/^event: (\w+)\ndata: (.*)$/gmu)];
  expect(events.at(-1)?.[1]).toBe("end");
  expect(events.length).toBeGreaterThan(3);
  const last = await server.app.inject({ url: `/api/v1/jobs/${ref}`, headers: person.headers });
  expect(last.json()).toMatchObject({ ref, state: "done", done: 3, total: 3 });
});

test("what fails is tried again, and in the end says why", { timeout: 60_000 }, async () => {
  const key = await enqueue(refusing, { what: "anything" });
  expect(await until(key, ({ state }) => state === "failed")).toMatchObject({
    error: "材料里没有可以检查的文件。",
  });
});

test("a job asked for in a transaction that fails was never asked for", async () => {
  const asked = server.database.inTransaction(async (queries) => {
    await server.services.jobs.enqueue(queries, countingQueue, {
      shardRegion: tree.shardRegion,
      accountId: null,
      data: { to: 1, ms: 1, by: "nobody" },
    });
    throw new Error("changed my mind");
  });
  await expect(asked).rejects.toThrow("changed my mind");
  const { rows } = await server.database.pool.query(
    "select 1 from queues.job where name = 'counting' and state < 'active'",
  );
  expect(rows).toEqual([]);
});
