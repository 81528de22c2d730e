import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { SignedInPerson, TestServer, TestTree } from "../testing/test-server.ts";
import { addPerson, addTree, testServer } from "../testing/test-server.ts";

let server: TestServer;
let tree: TestTree;
let administrator: SignedInPerson;
let filler: SignedInPerson;
beforeAll(async () => {
  server = await testServer();
  tree = await addTree(server.database);
  const region = { shardRegion: tree.shardRegion, scope: "region", unitId: null } as const;
  administrator = await addPerson(server, { ...region, role: "administrator" });
  filler = await addPerson(server, {
    shardRegion: tree.shardRegion,
    role: "filler",
    scope: "unit",
    unitId: tree.unit,
  });
});
afterAll(() => server.close());

const call = async (
  person: SignedInPerson | null,
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  url: string,
  payload?: object,
) => {
  const answer = await server.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: person?.headers ?? {},
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: answer.body === "" ? null : answer.json() };
};

const draftOf = (more: object) => ({
  region: "431299",
  year: 2024,
  name: "示例县第二中学",
  code: "002",
  kind: "unit",
  type: "institution",
  department: `431299.${tree.department}`,
  ...more,
});

describe("first start", () => {
  test("needs a set-up only while there is no account", async () => {
    expect((await call(null, "GET", "/session/options")).body).toEqual({
      needsSetUp: false,
      sampleDesks: [],
    });
  });
});

describe("units", () => {
  test("are added under their department and found by name and by initials", async () => {
    const added = await call(administrator, "POST", "/administration/units", draftOf({}));
    expect([added.status, added.body.name]).toEqual([201, "示例县第二中学"]);
    for (const search of ["第二中学", "slxdezx", "dierzhongxue"]) {
      const found = await call(
        administrator,
        "GET",
        `/administration/units?year=2024&search=${encodeURIComponent(search)}`,
      );
      expect(found.body.items.map((one: { name: string }) => one.name)).toEqual(["示例县第二中学"]);
    }
  });

  test("of the same name are refused", async () => {
    const again = await call(
      administrator,
      "POST",
      "/administration/units",
      draftOf({ name: "示例县档案馆" }),
    );
    expect([again.status, again.body.code]).toEqual([409, "conflict"]);
  });

  test("need a department", async () => {
    const lone = await call(
      administrator,
      "POST",
      "/administration/units",
      draftOf({ name: "无主单位", department: null }),
    );
    expect(lone.status).toBe(400);
  });

  test("come from a pasted list and carry over to the next year", async () => {
    const units = [
      { name: "示例县水利局", code: "301", type: "administrative", departmentName: "示例县水利局" },
      { name: "示例县水库管理所", code: "301001", type: "institution", departmentName: "示例县水利局" },
    ];
    const imported = await call(administrator, "POST", "/administration/units/list", {
      region: "431299",
      year: 2024,
      units,
    });
    expect(imported.body).toEqual({ added: 2, changed: 0 });
    const { body: own } = await call(
      administrator,
      "GET",
      "/administration/units?year=2024&search=示例县水利局",
    );
    expect(own.items).toMatchObject([{ kind: "department", department: null }]);
    const carried = await call(administrator, "POST", "/administration/units/carry", {
      region: "431299",
      from: 2024,
      to: 2025,
    });
    expect(carried.body.units).toBe(6);
  });

  test("are listed by pages in one order", async () => {
    const names: string[] = [];
    let cursor = "";
    for (let page = 0; page < 9; page += 1) {
      const { body } = await call(administrator, "GET", `/administration/units?year=2025&limit=2${cursor}`);
      names.push(...body.items.map((one: { name: string }) => one.name));
      if (body.next === null) break;
      cursor = `&cursor=${encodeURIComponent(body.next)}`;
    }
    expect(new Set(names).size).toBe(6);
    expect(names.length).toBe(6);
  });

  test("stand behind their department in the list", async () => {
    const { body } = await call(administrator, "GET", "/administration/units?year=2024&search=示例县水");
    expect(body.items.map((one: { name: string }) => one.name)).toEqual(["示例县水利局", "示例县水库管理所"]);
  });

  test("are counted for each year", async () => {
    const { body } = await call(administrator, "GET", "/administration/units/years");
    expect(body.items).toEqual([
      { year: 2025, units: 6 },
      { year: 2024, units: 6 },
    ]);
  });

  test("are shown to a filler only as far as the grant goes", async () => {
    const own = await call(filler, "GET", "/units?year=2024");
    expect(own.body.items.map((one: { name: string }) => one.name)).toEqual(["示例县第一中学"]);
  });
});

describe("people", () => {
  test("are invited by a link that sets a password once, and then sign in", async () => {
    const grants = [{ role: "filler", scope: "unit", unit: `431299.${tree.unit}` }];
    const added = await call(administrator, "POST", "/administration/accounts", {
      region: "431299",
      login: "zhang",
      name: "张某",
      grants,
    });
    expect(added.status).toBe(201);
    const token = String(added.body.path).split("#")[1];
    const weak = await call(null, "POST", "/password/by-link", { token, password: "zhang12345" });
    expect(weak.status).toBe(400);
    expect(
      (await call(null, "POST", "/password/by-link", { token, password: "一句足够长的话可以作密码" })).status,
    ).toBe(204);
    expect(
      (await call(null, "POST", "/password/by-link", { token, password: "另一句足够长的话可以作密码" }))
        .status,
    ).toBe(410);
    expect(
      (await call(null, "POST", "/session", { login: "zhang", password: "一句足够长的话可以作密码" })).status,
    ).toBe(204);
  });

  test("are locked out after five wrong passwords, also with the right one, until a while has passed", async () => {
    const wrong = { login: "zhang", password: "不是这个密码呀呀" };
    for (let n = 0; n < 5; n += 1) expect((await call(null, "POST", "/session", wrong)).status).toBe(401);
    const right = { login: "zhang", password: "一句足够长的话可以作密码" };
    expect((await call(null, "POST", "/session", right)).body.code).toBe("locked");
    server.clock.now = new Date(server.clock.now.getTime() + 61_000);
    expect((await call(null, "POST", "/session", right)).status).toBe(204);
  });

  test("cannot take away their own administrator's role", async () => {
    const own = `431299.${administrator.accountId}`;
    const grants = [{ role: "publisher", scope: "region", unit: null }];
    const refused = await call(administrator, "PATCH", `/administration/accounts/${own}`, { grants });
    expect(refused).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining("其他系统管理员") },
    });
    const kept = [{ role: "administrator", scope: "region", unit: null }, ...grants];
    const added = await call(administrator, "PATCH", `/administration/accounts/${own}`, { grants: kept });
    expect(added.status).toBe(200);
  });

  test("cannot disable themselves", async () => {
    const own = `431299.${administrator.accountId}`;
    expect(
      (await call(administrator, "PATCH", `/administration/accounts/${own}`, { disabled: true })).status,
    ).toBe(400);
  });
});

describe("a task", () => {
  test("makes a report for every unit of its year", async () => {
    const draft = {
      region: "431299",
      year: 2024,
      kind: "final-accounts",
      title: "2024年度部门决算公开",
      edition: "national/2024",
      dueFilling: "2025-08-01",
      dueDepartment: "2025-08-10",
      dueFinance: "2025-08-20",
      duePublication: "2025-09-10",
    };
    const added = await call(administrator, "POST", "/administration/tasks", draft);
    expect([added.status, added.body.reports]).toEqual([201, 6]);
    const listed = await call(administrator, "GET", "/administration/tasks?year=2024");
    expect(listed.body.items[0].states).toEqual({ filling: 6 });
    const wrong = { ...draft, dueFinance: "2025-08-05" };
    expect((await call(administrator, "POST", "/administration/tasks", wrong)).status).toBe(400);
  });

  test("changes its days, and is closed", async () => {
    const { body } = await call(administrator, "GET", "/administration/tasks?year=2024");
    const { ref, title, dueDepartment, dueFinance, duePublication } = body.items[0];
    const days = { title, note: "", dueDepartment, dueFinance, duePublication };
    const path = `/administration/tasks/${ref}`;
    const changed = await call(administrator, "PUT", path, {
      ...days,
      dueFilling: "2025-08-05",
      closed: true,
    });
    expect([changed.status, changed.body.dueFilling, changed.body.closed]).toEqual([200, "2025-08-05", true]);
    const late = await call(administrator, "PUT", path, {
      ...days,
      dueFilling: "2025-08-15",
      closed: false,
    });
    expect(late.status).toBe(400);
    expect(
      (await call(filler, "PUT", path, { ...days, dueFilling: "2025-08-05", closed: false })).status,
    ).toBe(403);
  });
});

describe("the editions", () => {
  test("are listed for whoever is signed in", async () => {
    const { body } = await call(filler, "GET", "/editions");
    expect(body.items.map((one: { id: string }) => one.id)).toContain("national/2024");
    expect((await call(null, "GET", "/editions")).status).toBe(401);
  });
});

describe("the journal", () => {
  test("holds every act so far in a whole chain", async () => {
    const { body } = await call(administrator, "GET", "/administration/journal/431299");
    const actions = body.items.map(({ action }: { action: string }) => action);
    for (const one of [
      "unit-added",
      "units-imported",
      "units-carried",
      "account-added",
      "password-set",
      "task-added",
    ])
      expect(actions).toContain(one);
    const verdict = await call(administrator, "GET", "/administration/journal/431299/verdict");
    expect(verdict.body.intact).toBe(true);
  });
});

describe("access", () => {
  test("is refused to whoever is not signed in, lacks the role, or comes from elsewhere", async () => {
    expect((await call(null, "GET", "/administration/units?year=2024")).status).toBe(401);
    expect((await call(filler, "GET", "/administration/units?year=2024")).status).toBe(403);
    const { cookie = "" } = administrator.headers;
    const forged = await server.app.inject({ method: "DELETE", url: "/api/v1/session", headers: { cookie } });
    expect(forged.json().code).toBe("forged");
  });

  test("ends where the region of the grant ends", async () => {
    await addTree(server.database, "431300");
    const other = { region: "431300", from: 2024, to: 2025 };
    expect((await call(administrator, "POST", "/administration/units/carry", other)).status).toBe(404);
  });
});
