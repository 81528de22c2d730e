import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { newId } from "../identifiers.ts";
import { endPublic, refreshPublic } from "../work/public/keep-public.ts";
import { reportOf } from "../store/reports.ts";
import { publicReport, region, unit } from "../store/schema/index.ts";
import type { PublishedReport } from "../testing/published-report.ts";
import { addPublished, addSubmitted, addUnitYear } from "../testing/published-report.ts";
import type { TestServer } from "../testing/test-server.ts";
import { testServer } from "../testing/test-server.ts";

const SHARD = "431299";
const HOSTILE = `示例县<script>alert(1)</script>"'&局`;

let server: TestServer;
const units = new Map<string, string>();
let school: PublishedReport;
beforeAll(async () => {
  server = await testServer();
  const { database } = server;
  await database
    .insert(region)
    .values({ shardRegion: SHARD, code: SHARD, name: "示例县", fullName: "示例省示例县" });
  for (const name of ["示例县教育局", "示例县第一中学", "示例县档案馆", HOSTILE]) {
    const id = newId();
    units.set(name, id);
    await database.insert(unit).values({ shardRegion: SHARD, id });
    for (const year of [2023, 2024])
      await addUnitYear(database, { shardRegion: SHARD, unitId: id, year, name, kind: "department" });
  }
  const publish = (name: string, seed: number, year: number) =>
    addPublished(database, {
      shardRegion: SHARD,
      unitId: units.get(name) ?? "",
      seed,
      year,
      publishedAt: new Date("2025-09-20T02:00:00Z"),
      due: "2025-10-10",
    });
  await publish("示例县教育局", 1, 2023);
  await publish("示例县教育局", 2, 2024);
  school = await publish("示例县第一中学", 3, 2024);
  await publish(HOSTILE, 4, 2024);
  // The archive has submitted its report; nobody has published it.
  await addSubmitted(database, {
    shardRegion: SHARD,
    unitId: units.get("示例县档案馆") ?? "",
    seed: 5,
    year: 2024,
    publishedAt: new Date("2025-09-20T02:00:00Z"),
  });
});
afterAll(() => server.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ method: "GET", url, headers });
const path = (name: string): string => `/units/${SHARD}.${units.get(name)}`;

const PAGES = [
  "/",
  "/search?q=jyj",
  "/search?q=示例县",
  `/regions/${SHARD}`,
  "/regions/430000",
  `/rankings/${SHARD}`,
  `/rankings/${SHARD}?measure=threePublicShare&order=low`,
  "/compare",
  "/glossary",
  "/about",
  "/data",
];

describe("the portal", () => {
  test.each(PAGES)(
    "shows %s without a script, small, and with one heading of the first rank",
    async (url) => {
      const { statusCode, body, headers } = await get(url);
      expect([statusCode, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
      expect(body).not.toMatch(/<script|<style|style=|\son\w+=/u);
      expect(body.match(/<h1>/gu)).toHaveLength(1);
      expect(body).toMatch(/<html lang="zh-CN">/u);
      expect(Buffer.byteLength(body)).toBeLessThan(40_000);
    },
  );

  test("shows a unit with its amounts, the reasons beside them, its projects and its years", async () => {
    const { body } = await get(path("示例县教育局"));
    for (const text of [
      "钱从哪里来",
      "钱花到哪里去",
      "“三公”经费",
      "项目与绩效",
      "公开质量",
      "按时公开",
      "历年对照",
    ])
      expect(body).toContain(text);
    expect(body).toMatch(/<b>原因<\/b>/u);
    expect(Buffer.byteLength(body)).toBeLessThan(50_000);
    const [project] = /\/units\/[^"]+\/projects\/2024-1/u.exec(body) ?? [];
    const { body: shown, statusCode } = await get(project ?? "");
    expect(statusCode).toBe(200);
    for (const text of ["年度目标", "绩效指标", "目标值", "完成值", "判断"]) expect(shown).toContain(text);
  });

  test("shows an earlier year under its own address, and none that is not there", async () => {
    expect((await get(`${path("示例县教育局")}/2023`)).body).toContain("2023 年度收入");
    expect((await get(`${path("示例县教育局")}/2022`)).statusCode).toBe(404);
  });

  test.each(["教育局", "jiaoyuju", "jyj", "示例县教育", "JYJ", "教育局 2023"])(
    "finds a unit by %s",
    async (asked) => {
      expect((await get(`/search?q=${encodeURIComponent(asked)}`)).body).toContain(">示例县教育局</a>");
    },
  );

  test("finds nothing by what no name holds", async () => {
    expect((await get(`/search?q=${encodeURIComponent("育教")}`)).body).toContain("没有找到");
  });

  test("compares units of a year", async () => {
    const refs = ["示例县教育局", "示例县第一中学"].map((name) => `${SHARD}.${units.get(name)}`).join(",");
    const { body } = await get(`/compare?units=${refs}`);
    expect(body).toContain("“三公”经费占支出");
    expect(body.match(/去掉/gu)?.length).toBeGreaterThanOrEqual(2);
  });

  test("keeps names of strangers as text", async () => {
    for (const url of ["/", `/regions/${SHARD}`, path(HOSTILE), `/rankings/${SHARD}`]) {
      const { body } = await get(url);
      expect(body).not.toContain("<script");
      expect(body).toContain("示例县&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;局");
    }
    const asked = await get(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(asked.body).not.toContain("<script");
  });

  test("answers an address that leads nowhere with a page, and programs with problem details", async () => {
    const page = await get("/units/nobody");
    expect([page.statusCode, page.headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
    const other = await get("/no/such/page");
    expect([other.statusCode, other.body.includes("没有找到这个页面")]).toEqual([404, true]);
    expect((await get("/api/v1/nothing")).headers["content-type"]).toContain("application/problem+json");
  });

  test("spares a browser what it has, until something is published or withdrawn", async () => {
    const first = await get("/");
    const tag = String(first.headers["etag"]);
    expect((await get("/", { "if-none-match": tag })).statusCode).toBe(304);
    const zipped = await get("/", { "accept-encoding": "gzip" });
    expect([zipped.headers["content-encoding"], zipped.headers["etag"]]).toEqual(["gzip", tag]);
  });
});

describe("the open data", () => {
  test("gives the figures of a unit with their names, as CSV and as JSON", async () => {
    const at = `/data${path("示例县教育局")}/2024`;
    const csv = await get(`${at}.csv`);
    expect(csv.body.startsWith("\uFEFFregion,unit,unitName,year,fact,table,row,column,value\r\n")).toBe(true);
    expect(csv.body).toMatch(
      /income-expenditure-summary\/L58\/amount,收入支出决算总表,本年支出合计,金额,\d+\.\d\d\r\n/u,
    );
    const rows: unknown = (await get(`${at}.json`)).json();
    expect(rows).toHaveLength(csv.body.trimEnd().split("\r\n").length - 1);
  });

  test("gives the reports of a region, and all of it as a ZIP", async () => {
    const csv = await get(`/data/regions/${SHARD}/2024.csv`);
    expect(csv.body.trimEnd().split("\r\n")).toHaveLength(4);
    const zip = await get("/data/regions/431200/2024.zip");
    expect(Object.keys(unzipSync(zip.rawPayload))).toEqual(["reports.csv", "projects.csv", "figures.csv"]);
  });

  test.each(["/data/regions/431299/2021.csv", "/data/units/nobody/2024.csv", "/data/regions/x/2024.csv"])(
    "has nothing at %s",
    async (url) => {
      expect((await get(url)).statusCode).toBe(404);
    },
  );

  test("is found by search engines, and described to programs", async () => {
    expect((await get("/robots.txt")).body).toContain("Sitemap: ");
    expect((await get("/sitemap.xml")).body).toContain(`/sitemaps/${SHARD}`);
    expect((await get(`/sitemaps/${SHARD}`)).body).toContain(path("示例县教育局"));
    expect((await get("/api/docs")).body).toContain("/api/v1/openapi.json");
  });
});

describe("what is not published", () => {
  test("appears in no download", async () => {
    expect((await get(`/data${path("示例县档案馆")}/2024.csv`)).statusCode).toBe(404);
    for (const format of ["csv", "json"])
      expect((await get(`/data/regions/${SHARD}/2024.${format}`)).body).not.toContain("档案馆");
    const zip = unzipSync((await get(`/data/regions/${SHARD}/2024.zip`)).rawPayload);
    for (const file of Object.values(zip)) expect(strFromU8(file)).not.toContain(units.get("示例县档案馆"));
    expect((await get(`/sitemaps/${SHARD}`)).body).not.toContain(units.get("示例县档案馆"));
  });

  test("appears on no page", async () => {
    expect((await get(path("示例县档案馆"))).statusCode).toBe(404);
    for (const url of PAGES) expect((await get(url)).body).not.toContain("档案馆");
    expect((await get("/search?q=档案馆")).body).toContain("没有找到");
  });

  test("is gone from every page once it was withdrawn, at another server too", async () => {
    const row = await reportOf(server.database, { shardRegion: SHARD, id: school.reportId });
    expect((await get(path("示例县第一中学"))).statusCode).toBe(200);
    await server.database.inTransaction((queries) => endPublic(queries, row!));
    expect((await get(path("示例县第一中学"))).statusCode).toBe(404);
    for (const url of PAGES) expect((await get(url)).body).not.toContain("第一中学");
  });

  test("is made anew from the publications that stand", async () => {
    await server.database.update(publicReport).set({ form: 0 });
    // The school's report was taken away above, but its publication still stands.
    expect(await refreshPublic(server.database)).toBe(4);
    expect((await get(path("示例县第一中学"))).statusCode).toBe(200);
  });
});
