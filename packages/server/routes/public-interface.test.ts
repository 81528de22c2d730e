import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { newId } from "../identifiers.ts";
import { cursorOf } from "../contract/page.ts";
import { region, unit } from "../store/schema/index.ts";
import type { PublishedReport } from "../testing/published-report.ts";
import { addPublished, addSubmitted, addUnitYear } from "../testing/published-report.ts";
import type { TestServer } from "../testing/test-server.ts";
import { testServer } from "../testing/test-server.ts";

const SHARDS = ["431299", "431281"] as const;
const YEARS = [2023, 2024] as const;
const PROBLEM = "application/problem+json; charset=utf-8";
const NOBODY = "00000000-0000-7000-8000-000000000000";
const publishedAt = new Date("2025-09-20T02:00:00Z");

let server: TestServer;
const published: (PublishedReport & { readonly unit: string })[] = [];
let hidden = "";
beforeAll(async () => {
  server = await testServer();
  const { database } = server;
  let seed = 1;
  for (const shardRegion of SHARDS) {
    await database
      .insert(region)
      .values({ shardRegion, code: shardRegion, name: `示例县${shardRegion}`, fullName: "示例省示例县" });
    for (const name of ["示例县教育局", "示例县档案馆"]) {
      const id = newId();
      await database.insert(unit).values({ shardRegion, id });
      for (const year of YEARS) {
        await addUnitYear(database, { shardRegion, unitId: id, year, name, kind: "department" });
        const made = await addPublished(database, {
          shardRegion,
          unitId: id,
          seed: seed++,
          year,
          publishedAt,
          due: "2025-10-10",
        });
        published.push({ ...made, unit: `${shardRegion}.${id}` });
      }
    }
  }
  // One more unit has submitted what nobody has published.
  const [shardRegion, id] = [SHARDS[0], newId()];
  await database.insert(unit).values({ shardRegion, id });
  await addUnitYear(database, {
    shardRegion,
    unitId: id,
    year: 2024,
    name: "示例县水利局",
    kind: "department",
  });
  await addSubmitted(database, { shardRegion, unitId: id, seed: 30, year: 2024, publishedAt });
  hidden = `${shardRegion}.${id}`;
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  server.app.inject({ method: "GET", url: `/api/v1/public${path}`, headers });

interface Item extends Readonly<Record<string, unknown>> {
  readonly unit: string;
}

/** All pages of a list, by the cursors that it gives. */
async function all(path: string, limit: number): Promise<readonly Item[]> {
  const items: Item[] = [];
  let next: string | null = null;
  for (let page = 0; page < 500; page += 1) {
    const cursor: string = next === null ? "" : `&cursor=${encodeURIComponent(next)}`;
    const { statusCode, body } = await get(`${path}${path.includes("?") ? "&" : "?"}limit=${limit}${cursor}`);
    expect(statusCode).toBe(200);
    // Reason: the answer was checked against its schema on the way out.
    const answer = JSON.parse(body) as { items: Item[]; next: string | null };
    expect(answer.items.length).toBeLessThanOrEqual(limit);
    items.push(...answer.items);
    if (answer.next === null) return items;
    next = answer.next;
  }
  throw new Error("the list has no end");
}

const keysOf = (items: readonly Item[]): readonly string[] =>
  items.map((item) => JSON.stringify([item.unit, item["year"], item["fact"] ?? item["number"] ?? ""]));

describe("lists of the public interface", () => {
  test.each(["/units", "/publications", "/evaluations"])(
    "%s: all pages have everything once",
    async (path) => {
      const whole = await all(path, 1000);
      const pieces = await all(path, 1);
      expect(keysOf(pieces)).toEqual(keysOf(whole));
      expect(new Set(keysOf(whole)).size).toBe(whole.length);
      expect(new Set(whole.map((item) => item.unit))).toEqual(new Set(published.map((one) => one.unit)));
    },
  );

  test("/figures: all pages have every figure once, and no other", async () => {
    const whole = await all("/figures", 1000);
    expect(keysOf(await all("/figures", 97))).toEqual(keysOf(whole));
    expect(new Set(keysOf(whole)).size).toBe(whole.length);
    for (const one of published) {
      const csv = await server.app.inject({ url: `/data/units/${one.unit}/${one.year}.csv` });
      const own = whole.filter((item) => item.unit === one.unit && item["year"] === one.year);
      expect(own).toHaveLength(csv.body.trimEnd().split("\r\n").length - 1);
    }
    expect(whole.some((item) => item.unit === hidden)).toBe(false);
  });

  const [SHARD] = SHARDS;
  test.each([
    ["/units", `?region=${SHARD}`, 2],
    ["/units", "?region=431200", 4],
    ["/units", "?region=440000", 0],
    ["/units", "?search=jyj", 2],
    ["/units", `?search=${encodeURIComponent("档案")}&region=${SHARD}`, 1],
    ["/units", `?search=${encodeURIComponent("水利局")}`, 0],
    ["/publications", "?year=2024", 4],
    ["/publications", `?year=2024&region=${SHARD}`, 2],
    ["/publications", "?kind=project-evaluations", 0],
    ["/figures", "?table=income-expenditure-summary&line=58&column=amount&year=2024", 4],
    ["/figures", `?table=expenditure&code=total&column=basic&region=${SHARD}&year=2023`, 2],
  ])("%s%s gives %s", async (path, query, count) => {
    const items = (await all(`${path}${query}`, 3)).filter(
      ({ fact }) => fact === undefined || !String(fact).includes("@"),
    );
    expect(items).toHaveLength(count);
  });

  test("/figures of a column of a table are those among all", async () => {
    const wanted = (await all("/figures", 1000)).filter(({ fact }) => fact === "three-public/final.total");
    const found = await all("/figures?table=three-public&column=final.total", 2);
    expect(wanted.length).toBeGreaterThan(3);
    expect(keysOf(found.filter(({ fact }) => fact === "three-public/final.total"))).toEqual(keysOf(wanted));
  });

  test("/figures of a unit names table, row and column in Chinese, money in 元", async () => {
    const [one] = published;
    const query = `?unit=${one?.unit}&year=${one?.year}&table=income-expenditure-summary&line=58&column=amount`;
    const [figure] = await all(`/figures${query}`, 10);
    expect(figure).toMatchObject({
      unit: one?.unit,
      unitName: "示例县教育局",
      fact: "income-expenditure-summary/L58/amount",
      table: "收入支出决算总表",
      row: "本年支出合计",
      column: "金额",
    });
    expect(figure?.["value"]).toMatch(/^\d+\.\d\d$/u);
  });

  test("a publication tells its figures with the stated reasons, and a project its indicators", async () => {
    const [one] = published;
    const [line] = (await all(`/publications?unit=${one?.unit}&year=${one?.year}`, 10)) as [Item];
    const detail = (await get(`/publications/${String(line["report"])}`)).json();
    expect(detail).toMatchObject({ unit: one?.unit, income: line["income"], documents: [] });
    expect(detail.totals.some(({ reasons }: { reasons: string[] }) => reasons.length > 0)).toBe(true);
    const [project] = (await all(`/evaluations?unit=${one?.unit}&year=${one?.year}`, 5)) as [Item];
    const shown = (await get(`/evaluations/${one?.unit}/${String(project["number"])}`)).json();
    expect(shown.name).toBe(project["name"]);
    expect(shown.indicators[0]).toHaveProperty("target");
    expect(shown).toHaveProperty("goal");
  });

  test("regions are told with their totals by year, and the dictionary explains every field", async () => {
    const { items } = (await get("/regions?year=2024")).json();
    expect(items.map((one: { region: string; units: number }) => [one.region, one.units])).toEqual([
      ["431281", 2],
      ["431299", 2],
    ]);
    const { files, tables } = (await get("/dictionary")).json();
    expect(files).toHaveLength(3);
    for (const { fields } of files)
      for (const { name, meaning } of fields) expect([name, meaning].every((text) => text !== "")).toBe(true);
    expect(tables).toHaveLength(10);
  });
});

describe("answers of the public interface", () => {
  test.each([
    "not-a-cursor",
    cursorOf(["431299"]),
    cursorOf(["431299", "nobody"]),
    cursorOf(["431299", 2024, NOBODY, null]),
    cursorOf(["x'; drop table report; --", NOBODY]),
    "%E5%A4",
  ])("refuse the cursor %s as problem details", async (cursor) => {
    for (const list of ["/units", "/publications", "/figures", "/evaluations"]) {
      const answer = await get(`${list}?cursor=${encodeURIComponent(cursor)}`);
      expect([list, answer.statusCode, answer.headers["content-type"]]).toEqual([list, 400, PROBLEM]);
      expect(answer.json().detail).toContain("cursor");
    }
  });

  test.each([
    "/units?limit=0",
    "/units?limit=1001",
    "/publications?unit=nobody",
    "/figures?line=58",
    "/figures?table=DROP%20TABLE",
    "/figures?region=43",
    "/figures?year=1999",
  ])("refuse %s", async (path) => {
    const answer = await get(path);
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([400, PROBLEM]);
  });

  test.each([
    "/publications/431299.00000000-0000-7000-8000-000000000000",
    "/evaluations/%s/2024-99",
    "/none",
  ])("have nothing at %s", async (path) => {
    const answer = await get(path.replace("%s", published[0]?.unit ?? ""));
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([404, PROBLEM]);
  });

  test("spare a reader what it has, and are compressed for one that takes it", async () => {
    const first = await get("/publications");
    const tag = String(first.headers["etag"]);
    expect(tag).toMatch(/^W\/"[0-9a-f]{20}"$/u);
    const again = await get("/publications", { "if-none-match": `"other", ${tag}` });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    const zipped = await get("/publications", { "accept-encoding": "gzip" });
    expect([zipped.headers["content-encoding"], zipped.headers["etag"]]).toEqual(["gzip", tag]);
    expect(zipped.rawPayload.length).toBeLessThan(first.rawPayload.length / 2);
    expect((await get("/units", { "if-none-match": tag })).statusCode).toBe(200);
  });

  test("may be read by pages of any site, refusals too, without an account and without a cookie", async () => {
    for (const path of ["/units", "/figures?line=58"]) {
      const { headers } = await get(path, { origin: "https://example.org" });
      expect(headers["access-control-allow-origin"]).toBe("*");
      expect(headers["set-cookie"]).toBeUndefined();
    }
    const asked = await server.app.inject({ method: "OPTIONS", url: "/api/v1/public/units" });
    expect([asked.statusCode, asked.headers["access-control-allow-methods"]]).toEqual([204, "GET, HEAD"]);
    const inner = await server.app.inject({ url: "/api/v1/session/options" });
    expect(inner.headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("are described in the OpenAPI, every parameter in Chinese", async () => {
    const { paths } = (await server.app.inject({ url: "/api/v1/openapi.json" })).json();
    const own = Object.entries(paths).filter(([path]) => path.startsWith("/api/v1/public/"));
    expect(own).toHaveLength(8);
    for (const [, methods] of own) {
      // Reason: an OpenAPI description has this shape.
      const { get: about } = methods as {
        get: { summary: string; parameters?: { name: string; description?: string }[] };
      };
      expect(about.summary).toMatch(/\p{Script=Han}/u);
      for (const { description } of about.parameters ?? []) expect(description).toMatch(/\p{Script=Han}/u);
    }
  });
});
