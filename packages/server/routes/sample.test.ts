// An office that has tried the product: it is set up while the sample is loaded, works beside it, and lets it go.

import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { loadSample } from "../sample/load-sample.ts";
import { SAMPLE_REGION } from "../sample/sample-tree.ts";
import { verifyJournal } from "../store/journal.ts";
import { keptTables } from "../store/kept-tables.ts";
import { journal, publicReport, region, report } from "../store/schema/index.ts";
import type { TestServer } from "../testing/test-server.ts";
import { addPerson, serverBeside, testServer } from "../testing/test-server.ts";
import { refreshPublic } from "../work/public/keep-public.ts";
import { setUpToken } from "../work/set-up.ts";

const OWN = "431299";
const YEAR = 2025;
const PASSWORD = "三月的油菜花开在河边";

let server: TestServer;
let other: TestServer;
beforeAll(async () => {
  server = await testServer();
  server.clock.now = new Date();
  other = await serverBeside(server);
  other.clock.now = server.clock.now;
  await loadSample(server.services);
  await refreshPublic(server.database);
});
afterAll(async () => {
  await other.close();
  await server.close();
});

/** The cookies of one browser. */
interface Visitor {
  cookie: string;
  csrf: string;
}
const visitor = (): Visitor => ({ cookie: "", csrf: "" });
const [tried, office] = [visitor(), visitor()];

async function call(who: Visitor, method: "GET" | "POST" | "PATCH", url: string, payload?: object) {
  const answer = await server.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { cookie: who.cookie, "x-csrf-token": who.csrf },
    ...(payload === undefined ? {} : { payload }),
  });
  if (answer.cookies.length > 0) {
    who.cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    who.csrf = answer.cookies.find(({ name }) => name === "jueming_csrf")?.value ?? "";
  }
  const isJson = String(answer.headers["content-type"]).includes("json");
  return { status: answer.statusCode, body: isJson ? answer.json() : answer.body };
}

const pageOf = async ({ app }: TestServer, url: string) => {
  const { statusCode, body } = await app.inject({ url });
  return { status: statusCode, body };
};

const setUpOf = (token: string, more: object = {}) => ({
  token,
  regionCode: OWN,
  regionName: "某某县",
  login: "guanli",
  name: "李某",
  password: PASSWORD,
  ...more,
});

describe("set-up while the sample is loaded", () => {
  let token = "";
  beforeAll(async () => {
    token = (await setUpToken(server.services)) ?? "";
  });

  test("is still asked for after a trial has added people to the sample, whose links are theirs", async () => {
    await call(tried, "POST", "/session/sample", { login: "sample-administrator" });
    const invited = await call(tried, "POST", "/administration/accounts", {
      region: SAMPLE_REGION,
      login: "shiyong",
      name: "试某",
      grants: [{ role: "filler", scope: "region", unit: null }],
    });
    expect(invited.status).toBe(201);
    expect((await call(visitor(), "GET", "/session/options")).body.needsSetUp).toBe(true);
    const invitation = String(invited.body.path).split("#")[1] ?? "";
    const asked = (one: string) => call(visitor(), "POST", "/one-time-link", { token: one });
    expect((await asked(invitation)).body).toStrictEqual({ purpose: "password" });
    expect((await asked(token)).body).toStrictEqual({ purpose: "set-up" });
    expect((await asked("a".repeat(40))).status).toBe(410);
  });

  test.each([
    ["the region of the sample", { regionCode: SAMPLE_REGION }, 400, "99"],
    ["a region above it", { regionCode: "990000" }, 400, "99"],
    ["a login that the trial has given", { login: "shiyong" }, 409, "已有人使用"],
  ])("refuses %s, and the link stays good", async (_, more, status, words) => {
    const refused = await call(visitor(), "POST", "/set-up", setUpOf(token, more));
    expect([refused.status, refused.body.detail]).toEqual([status, expect.stringContaining(words)]);
  });

  test("makes a region of its own, whose administrator sees nothing of the sample", async () => {
    expect((await call(office, "POST", "/set-up", setUpOf(token))).status).toBe(204);
    const regions = await server.database.select().from(region).orderBy(region.code);
    expect(regions.map(({ code, sample }) => [code, sample])).toStrictEqual([
      [OWN, false],
      [SAMPLE_REGION, true],
    ]);
    const { body: session } = await call(office, "GET", "/session");
    expect(session).toMatchObject({ account: { login: "guanli" }, grants: [{ role: "administrator" }] });
    const { body: accounts } = await call(office, "GET", "/administration/accounts");
    expect(accounts.items.map(({ login }: { login: string }) => login)).toStrictEqual(["guanli"]);
    const { body: units } = await call(office, "GET", `/administration/units?year=${YEAR}`);
    expect(units.items).toStrictEqual([]);
    expect((await call(visitor(), "GET", "/session/options")).body).toMatchObject({ needsSetUp: false });
    expect(await setUpToken(server.services)).toBeUndefined();
  });

  test("the office signs in with its password, registers units, invites people and hands out a task", async () => {
    await call(office, "POST", "/session", { login: "guanli", password: PASSWORD });
    const list = await call(office, "POST", "/administration/units/list", {
      region: OWN,
      year: YEAR,
      units: [
        { name: "某某县水利局", code: "301", type: "administrative", departmentName: null },
        { name: "某某县水库管理所", code: "301001", type: "institution", departmentName: "某某县水利局" },
      ],
    });
    expect(list.body).toStrictEqual({ added: 2, changed: 0 });
    const { body: units } = await call(office, "GET", `/administration/units?year=${YEAR}`);
    const [first] = units.items;
    const invited = await call(office, "POST", "/administration/accounts", {
      region: OWN,
      login: "zhangmou",
      name: "张某",
      grants: [{ role: "filler", scope: "unit", unit: first.ref }],
    });
    expect(invited.status).toBe(201);
    const filler = visitor();
    const link = String(invited.body.path).split("#")[1] ?? "";
    const set = await call(filler, "POST", "/password/by-link", { token: link, password: `${PASSWORD}二` });
    expect(set.status).toBe(204);
    const task = await call(office, "POST", "/administration/tasks", {
      region: OWN,
      year: YEAR,
      kind: "final-accounts",
      title: "年度部门决算公开",
      edition: "national/2024",
      dueFilling: "2026-08-01",
      dueDepartment: "2026-08-10",
      dueFinance: "2026-08-20",
      duePublication: "2026-09-10",
    });
    expect(task.status).toBe(201);
    const { body: waiting } = await call(filler, "GET", "/reports?only=waiting");
    expect(waiting.items).toHaveLength(1);
    const again = await call(visitor(), "POST", "/administration/units/list", { region: SAMPLE_REGION });
    expect(again.status).toBe(401);
  });
});

const remove = (who: Visitor, withAdditions = false) =>
  call(who, "POST", "/administration/sample/removal", { withAdditions });

describe("the removal of the sample", () => {
  let before: ReadonlyMap<string, string>;
  let unitPage = "";
  beforeAll(async () => {
    before = await rowsOf(OWN);
    const [published] = await server.database.select().from(publicReport).limit(1);
    unitPage = `/units/${SAMPLE_REGION}.${published?.unitId ?? ""}`;
  });

  test("follows upon pages that show it, on every server", async () => {
    for (const one of [server, other]) {
      expect((await pageOf(one, unitPage)).status).toBe(200);
      expect((await pageOf(one, "/")).body).toContain("示例县");
    }
  });

  test("is not for the sample's own administrator, nor for other people of the office", async () => {
    expect((await remove(tried)).status).toBe(403);
    expect((await call(tried, "GET", "/administration/sample")).body).toStrictEqual({ sample: null });
    const reviewer = await addPerson(server, {
      shardRegion: OWN,
      role: "finance-reviewer",
      scope: "region",
      unitId: null,
    });
    const { cookie = "", "x-csrf-token": csrf = "" } = reviewer.headers;
    expect((await remove({ cookie, csrf })).status).toBe(403);
    before = await rowsOf(OWN);
  });

  test("names what the trial has added, and waits for a word on it", async () => {
    const unit = { year: YEAR, name: "示例县气象局", code: null, kind: "department", type: null };
    await call(tried, "POST", "/administration/units", { ...unit, region: SAMPLE_REGION, department: null });
    const { body } = await call(office, "GET", "/administration/sample");
    expect(body.sample).toMatchObject({
      name: "示例县",
      units: 11,
      reports: 34,
      isAlone: false,
      additions: [
        { name: "新增或改名的单位", count: 1, examples: ["示例县气象局"] },
        { name: "新增的用户", count: 1, examples: ["shiyong"] },
      ],
    });
    const refused = await remove(office);
    expect([refused.status, refused.body.code]).toStrictEqual([409, "has-additions"]);
    expect(refused.body.detail).toMatch(/示例县气象局.*shiyong/u);
    expect(await server.database.select().from(report)).toHaveLength(36);
  });

  test("takes every row of it, leaves every row of the office, and stands in its journal", async () => {
    const removed = await remove(office, true);
    expect(removed).toMatchObject({ status: 200, body: { name: "示例县", units: 11, reports: 34 } });
    expect(removed.body.rows).toBeGreaterThan(1000);
    expect([...(await rowsOf(SAMPLE_REGION)).values()].filter((seal) => !seal.endsWith(" 0"))).toEqual([]);
    const after = await rowsOf(OWN);
    const touched = new Set(["journal", "public_change"]);
    expect([...after].filter(([table]) => !touched.has(table))).toStrictEqual(
      [...before].filter(([table]) => !touched.has(table)),
    );
    expect(await verifyJournal(server.database, OWN)).toMatchObject({ intact: true });
    const [entry] = await server.database
      .select()
      .from(journal)
      .where(and(eq(journal.shardRegion, OWN), eq(journal.action, "sample-removed")));
    const { account } = (await call(office, "GET", "/session")).body;
    expect(entry).toMatchObject({ accountId: account.ref.split(".")[1], targetId: SAMPLE_REGION });
    expect(entry?.detail).toMatchObject({ lastSeal: expect.stringMatching(/^[0-9a-f]{64}$/u) });
  });

  test("ends the sessions of the sample and its desks at the sign-in page, on every server", async () => {
    for (const { app } of [server, other]) {
      const options = await app.inject({ url: "/api/v1/session/options" });
      expect(options.json()).toStrictEqual({ needsSetUp: false, sampleDesks: [] });
    }
    expect((await call(tried, "GET", "/session")).status).toBe(401);
    const desk = await call(visitor(), "POST", "/session/sample", { login: "sample-filler" });
    expect(desk.status).toBe(404);
    expect((await call(office, "GET", "/administration/sample")).body).toStrictEqual({ sample: null });
  });

  test("shows the public nothing more of it, on every server, though its pages had been made", async () => {
    for (const one of [server, other]) {
      expect((await pageOf(one, unitPage)).status).toBe(404);
      const front = await pageOf(one, "/");
      expect([front.status, front.body.includes("示例县")]).toStrictEqual([200, false]);
    }
  });

  test("is done once: a later start loads nothing, and there is nothing more to remove", async () => {
    expect(await loadSample(server.services)).toBe(false);
    const again = await remove(office);
    expect([again.status, again.body.code]).toStrictEqual([409, "no-sample"]);
  });
});

/** What each table holds of a region; sessions are of the moment. */
async function rowsOf(shardRegion: string): Promise<ReadonlyMap<string, string>> {
  const { pool } = server.database;
  const content = new Map<string, string>();
  for (const { name } of await keptTables(pool)) {
    if (name === "session" && shardRegion === OWN) continue;
    const { rows } = await pool.query<{ seal: string }>(
      `select md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) || ' ' || count(*) as seal
       from "${name}" t where shard_region = $1`,
      [shardRegion],
    );
    content.set(name, rows[0]?.seal ?? "");
  }
  return content;
}
