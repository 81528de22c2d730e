// Two servers on one database: what one has done, the other knows; nothing is done twice.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

import type { Queue } from "./jobs/queue.ts";
import { asAnyQueue } from "./jobs/queue.ts";
import { jobOf } from "./store/jobs.ts";
import { reportOf } from "./store/reports.ts";
import { addPublished, addUnitYear } from "./testing/published-report.ts";
import type { SignedInPerson, TestServer, TestTree } from "./testing/test-server.ts";
import { addPerson, addTree, serverBeside, testServer } from "./testing/test-server.ts";
import { endPublic } from "./work/public/keep-public.ts";

const YEAR = 2024;

let one: TestServer;
let other: TestServer;
let tree: TestTree;
let filler: SignedInPerson;
let administrator: SignedInPerson;
beforeAll(async () => {
  one = await testServer();
  other = await serverBeside(one);
  tree = await addTree(one.database, "431299", YEAR);
  const { shardRegion, unit: unitId } = tree;
  filler = await addPerson(one, { shardRegion, role: "filler", scope: "unit", unitId });
  const whole = { shardRegion, scope: "region", unitId: null } as const;
  administrator = await addPerson(one, { ...whole, role: "administrator" });
});
afterAll(async () => {
  await other.close();
  await one.close();
});

interface Call {
  readonly method?: "GET" | "POST" | "PATCH";
  readonly payload?: object;
  readonly more?: Readonly<Record<string, string>>;
}

const ask = async (
  { app }: TestServer,
  { headers }: Pick<SignedInPerson, "headers">,
  url: string,
  { method = "GET", payload, more = {} }: Call = {},
) => {
  const answer = await app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...headers, ...more },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: answer.json() };
};

const UNIT_CODE = "identity:unitCode";

describe("two servers on one database", () => {
  let ref = "";

  test("know of each other's sessions and reports", async () => {
    const days = { dueFilling: "2025-09-05", dueDepartment: "2025-09-10", dueFinance: "2025-09-20" };
    const payload = {
      region: "431299",
      year: YEAR,
      kind: "final-accounts",
      title: "年度部门决算公开",
      edition: "national/2024",
      ...days,
      duePublication: "2025-10-10",
    };
    const made = await ask(one, administrator, "/administration/tasks", { method: "POST", payload });
    expect(made.status).toBe(201);
    const { body } = await ask(other, filler, "/reports?only=waiting");
    ref = body.items[0].ref;
    expect((await ask(one, filler, `/reports/${ref}`)).status).toBe(200);
  });

  test("keep the changes of both, and tell of one that meets another", async () => {
    const { body: opened } = await ask(one, filler, `/reports/${ref}/entries`);
    const from = opened.entries.fields[UNIT_CODE] ?? "";
    const edit = (server: TestServer, to: string) =>
      ask(server, filler, `/reports/${ref}/entries`, {
        method: "PATCH",
        payload: { changes: [{ kind: "field", key: UNIT_CODE, from, to }] },
        more: { "if-match": `"${opened.live.revision}"` },
      });
    const answers = await Promise.all([edit(one, "101001"), edit(other, "101002")]);
    expect(answers.map(({ status }) => status)).toStrictEqual([200, 200]);
    expect(answers.map(({ body }) => body.conflicts.length).toSorted()).toStrictEqual([0, 1]);
    const [winner] = answers.filter(({ body }) => body.conflicts.length === 0);
    for (const server of [one, other]) {
      const { body } = await ask(server, filler, `/reports/${ref}/entries`);
      expect(body.entries.fields[UNIT_CODE]).toBe(winner === answers[0] ? "101001" : "101002");
    }
  });

  test("show the public the same, at once", async () => {
    const { shardRegion, otherUnit: unitId } = tree;
    const url = `/units/${shardRegion}.${unitId}`;
    const year = YEAR - 1;
    await addUnitYear(one.database, { shardRegion, unitId, year, name: "示例县第二中学", kind: "unit" });
    const page = async ({ app }: TestServer) => (await app.inject({ url })).statusCode;
    expect([await page(one), await page(other)]).toStrictEqual([404, 404]);
    const publishedAt = new Date("2025-09-20T02:00:00Z");
    const { reportId } = await addPublished(one.database, {
      shardRegion,
      unitId,
      seed: 3,
      year,
      publishedAt,
    });
    expect([await page(one), await page(other)]).toStrictEqual([200, 200]);
    const row = await reportOf(one.database, { shardRegion, id: reportId });
    if (row === undefined) throw new Error("the report is gone");
    await other.database.inTransaction((queries) => endPublic(queries, row));
    expect([await page(one), await page(other)]).toStrictEqual([404, 404]);
  });

  test("do each job once, whichever was asked for it", async () => {
    const done: string[] = [];
    const queueOf = (server: string): Queue<{ readonly what: string }> => ({
      name: "told",
      data: z.object({ what: z.string() }),
      retries: 0,
      run: async ({ data }) => {
        done.push(`${data.what} by ${server}`);
      },
    });
    await one.services.jobs.work(one.services, 1, [asAnyQueue(queueOf("one"))]);
    await other.services.jobs.work(other.services, 1, [asAnyQueue(queueOf("other"))]);
    const keys = [];
    for (let n = 0; n < 8; n += 1) {
      const { services, database } = n % 2 === 0 ? one : other;
      const request = { shardRegion: tree.shardRegion, accountId: null, data: { what: `job ${n}` } };
      keys.push(
        await database.inTransaction((queries) => services.jobs.enqueue(queries, queueOf("either"), request)),
      );
    }
    for (const key of keys)
      while ((await jobOf(one.database, key))?.state !== "done")
        await new Promise((next) => setTimeout(next, 50));
    const jobs = done.map((line) => line.split(" by ")[0]).toSorted();
    expect(jobs).toStrictEqual(keys.map((_, n) => `job ${n}`));
  });
});
