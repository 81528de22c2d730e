import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { addPublished } from "../testing/published-report.ts";
import type { SignedInPerson, TestServer } from "../testing/test-server.ts";
import { addPerson, addTree, testServer } from "../testing/test-server.ts";

let server: TestServer;
const people = new Map<string, SignedInPerson>();

beforeAll(async () => {
  server = await testServer();
  const { shardRegion, unit, otherUnit, department } = await addTree(server.database);
  const publishedAt = server.clock.now;
  for (const unitId of [unit, otherUnit])
    await addPublished(server.database, {
      shardRegion,
      unitId,
      seed: 4,
      year: 2024,
      publishedAt,
    });
  people.set(
    "finance",
    await addPerson(server, { shardRegion, scope: "region", unitId: null, role: "finance-reviewer" }),
  );
  people.set(
    "department",
    await addPerson(server, {
      shardRegion,
      scope: "department",
      unitId: department,
      role: "department-reviewer",
    }),
  );
});
afterAll(() => server.close());

const get = async (who: string, url: string) => {
  const answer = await server.app.inject({
    method: "GET",
    url: `/api/v1${url}`,
    headers: people.get(who)?.headers ?? {},
  });
  const isJson = String(answer.headers["content-type"]).includes("json");
  return { status: answer.statusCode, body: isJson ? answer.json() : answer.body };
};

interface Line {
  readonly id: string;
  readonly shown: number;
  readonly units: number;
}

describe("signals over what a reader sees", () => {
  test("are counted over all evaluations of the year, each with how it is counted", async () => {
    const { body } = await get("finance", "/analysis/signals?year=2024");
    expect([body.left, body.tooMany, body.evaluations > 0]).toEqual([0, false, true]);
    expect(body.items.length).toBeGreaterThan(10);
    expect(body.items.filter((one: { method: string }) => one.method === "")).toEqual([]);
    const before = await get("finance", "/analysis/signals?year=2023");
    expect([before.body.evaluations, before.body.items.filter(({ shown }: Line) => shown > 0)]).toEqual([
      0,
      [],
    ]);
  });

  test("each has its list, which holds nothing of other departments", async () => {
    const all = (await get("finance", "/analysis/signals?year=2024")).body.items.filter(
      ({ shown }: Line) => shown > 0,
    );
    expect(all.length).toBeGreaterThan(0);
    for (const { id, shown } of all) {
      const { body } = await get("finance", `/analysis/signals/${id}/members?year=2024&limit=200`);
      expect([id, body.items.length]).toEqual([id, shown]);
      const own = await get("department", `/analysis/signals/${id}/members?year=2024&limit=200`);
      expect(own.body.items.filter((one: { unitName: string }) => one.unitName !== "示例县第一中学")).toEqual(
        [],
      );
    }
    expect((await get("finance", "/analysis/signals/none/members?year=2024")).status).toBe(404);
  });

  test("a list is read page by page and downloaded whole", async () => {
    const [{ id }] = (await get("finance", "/analysis/signals?year=2024")).body.items;
    const first = (await get("finance", `/analysis/signals/${id}/members?year=2024&limit=1`)).body;
    expect(first.items).toHaveLength(1);
    const second = (
      await get("finance", `/analysis/signals/${id}/members?year=2024&limit=1&cursor=${first.next}`)
    ).body;
    expect(second.items).not.toEqual(first.items);
    const { body } = await get("finance", `/analysis/signals/file?year=2024&format=csv&signal=${id}`);
    expect(body.trim().split("\n").length).toBeGreaterThan(2);
  });
});
