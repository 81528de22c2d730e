import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { EMPTY_SUMMARY } from "../contract/report-states.ts";
import { newId } from "../identifiers.ts";
import { evaluation, figure, region, report, unitYear } from "../store/schema/index.ts";
import type { SignedInPerson, TestServer, TestTree } from "../testing/test-server.ts";
import { addPerson, addTree, testServer } from "../testing/test-server.ts";

let server: TestServer;
let tree: TestTree;
const people = new Map<string, SignedInPerson>();

beforeAll(async () => {
  server = await testServer();
  tree = await addTree(server.database);
  const { shardRegion, unit, otherUnit, department } = tree;
  await server.database.insert(unitYear).values(
    [unit, otherUnit].map((unitId) => ({
      shardRegion,
      unitId,
      year: 2023,
      name: "旧名",
      kind: "unit" as const,
      departmentId: department,
    })),
  );
  await addReport(2023, unit, "100000.00", []);
  await addReport(2024, unit, "150000.00", [
    ["30", "95", "优"],
    ["31", "96", "优"],
    ["100", "100", "优"],
  ]);
  await addReport(2024, otherUnit, "70000.00", [["80", "85", "良"]]);
  await addReport(2023, otherUnit, "80000.00", []);
  people.set(
    "department",
    await addPerson(server, {
      shardRegion,
      scope: "department",
      unitId: department,
      role: "department-reviewer",
    }),
  );
  people.set(
    "finance",
    await addPerson(server, { shardRegion, scope: "region", unitId: null, role: "finance-reviewer" }),
  );
  people.set("filler", await addPerson(server, { shardRegion, scope: "unit", unitId: unit, role: "filler" }));
});
afterAll(() => server.close());

type Score = readonly [rate: string, score: string, grade: string];

async function addReport(
  year: number,
  unitId: string,
  spent: string,
  scores: readonly Score[],
): Promise<void> {
  const { shardRegion } = tree;
  const reportId = newId();
  const place = { shardRegion, reportId, unitId, year };
  await server.database.insert(report).values({
    shardRegion,
    id: reportId,
    unitId,
    year,
    kind: "final-accounts",
    edition: "national/2024",
    state: "published",
    publishedVersion: 1,
    summary: EMPTY_SUMMARY,
  });
  await server.database.insert(figure).values([
    { ...place, fact: "income-expenditure-summary/L58/amount", value: spent },
    { ...place, fact: "three-public/final.total", value: "1000.00" },
  ]);
  for (const [position, [rate, score, grade]] of scores.entries())
    await server.database
      .insert(evaluation)
      .values({ ...place, position, name: `=项目${position}`, rate, score, grade });
}

const get = async (who: string, url: string) => {
  const answer = await server.app.inject({
    method: "GET",
    url: `/api/v1${url}`,
    headers: people.get(who)?.headers ?? {},
  });
  const isJson = String(answer.headers["content-type"]).includes("json");
  return { status: answer.statusCode, body: isJson ? answer.json() : answer.body };
};

describe("the analysis of a year", () => {
  test("counts, sums and compares what lies in the reader's part of the tree", async () => {
    const { body } = await get("finance", "/analysis?year=2024");
    expect(body.states).toEqual({ published: 2 });
    expect(body.grades).toEqual([
      { grade: "优", count: 3 },
      { grade: "良", count: 1 },
    ]);
    expect(body.points).toContainEqual({ rate: 30, score: 95, count: 2 });
    expect(body.threePublic[0]).toMatchObject({ now: "2000.00", before: "2000.00", budget: null });
    expect(body.changes.map(({ difference, rate }: Record<string, unknown>) => [difference, rate])).toEqual([
      ["50000.00", "50.0"],
      ["-10000.00", "-12.5"],
    ]);
    expect(body.departments.map(({ name, reports }: Record<string, unknown>) => [name, reports])).toEqual([
      ["示例县档案馆", 1],
      ["示例县教育局", 1],
    ]);
  });

  test("holds nothing of other departments", async () => {
    const { body } = await get("department", "/analysis?year=2024");
    expect([body.states, body.changes.length]).toEqual([{ published: 1 }, 1]);
    expect((await get("filler", "/analysis?year=2024")).status).toBe(403);
  });

  test("each mark leads to its list, page by page", async () => {
    const list = "/analysis/evaluations?year=2024&rateFrom=30&rateTo=35&scoreFrom=95&scoreTo=100";
    const first = (await get("finance", `${list}&limit=1`)).body;
    const second = (await get("finance", `${list}&limit=1&cursor=${encodeURIComponent(first.next)}`)).body;
    expect([...first.items, ...second.items].map(({ score }: { score: string }) => score)).toEqual([
      "95.00",
      "96.00",
    ]);
    const full = await get("finance", "/analysis/evaluations?year=2024&rateFrom=100&rateTo=105");
    expect(full.body.items).toHaveLength(1);
    expect((await get("finance", "/analysis/evaluations?year=2024&grade=良")).body.items).toHaveLength(1);
  });

  test("units are listed by what they spent of an item, page by page", async () => {
    const list = "/analysis/three-public?year=2024&item=total&limit=1";
    const first = (await get("finance", list)).body;
    const second = (await get("finance", `${list}&cursor=${encodeURIComponent(first.next)}`)).body;
    expect([...first.items, ...second.items].map(({ now, before }) => [now, before])).toEqual([
      ["1000.00", "1000.00"],
      ["1000.00", "1000.00"],
    ]);
    expect(second.next).toBeNull();
    expect((await get("department", list)).body.next).toBeNull();
  });

  test("units are listed by the change of what they spent, page by page", async () => {
    const first = (await get("finance", "/analysis/changes?year=2024&limit=1")).body;
    const rest = `/analysis/changes?year=2024&limit=1&cursor=${encodeURIComponent(first.next)}`;
    const second = (await get("finance", rest)).body;
    expect([...first.items, ...second.items].map(({ difference }) => difference)).toEqual([
      "50000.00",
      "-10000.00",
    ]);
  });

  test("is narrowed to a district; where there are several, departments follow after the choice", async () => {
    await addTree(server.database, "431281");
    await server.database
      .insert(region)
      .values({ shardRegion: "431200", code: "431200", name: "示例市", fullName: "示例市" });
    const city = await addPerson(server, {
      shardRegion: "431200",
      scope: "region",
      unitId: null,
      role: "finance-reviewer",
    });
    people.set("city", city);
    const { body } = await get("city", "/analysis?year=2024");
    expect([body.regions.length, body.districts.length, body.departments]).toEqual([2, 2, []]);
    const one = (await get("city", "/analysis?year=2024&region=431299")).body;
    expect([one.regions.length, one.districts.length, one.departments.length]).toEqual([2, 1, 2]);
    // Another district's is not the reader's: it is as if it were empty.
    expect((await get("finance", "/analysis?year=2024&region=431281")).body.states).toEqual({});
  });

  test.each(["evaluations", "changes", "departments", "districts", "three-public", "reports", "signals"])(
    "%s are downloaded as CSV and workbook",
    async (list) => {
      const csv = await get("finance", `/analysis/${list}/file?year=2024&format=csv`);
      expect([csv.status, /(?:^|,)=/mu.test(csv.body)]).toEqual([200, false]);
      const xlsx = await get("finance", `/analysis/${list}/file?year=2024&format=xlsx`);
      expect(String(xlsx.body).slice(0, 2)).toBe("PK");
    },
  );
});
