import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { MadeEntries } from "../testing/made-entries.ts";
import { changesTo, madeEntries } from "../testing/made-entries.ts";
import type { SignedInPerson, TestServer, TestTree } from "../testing/test-server.ts";
import { addPerson, addTree, testServer } from "../testing/test-server.ts";
import type { Role } from "../contract/roles.ts";

let server: TestServer;
let tree: TestTree;
let made: MadeEntries;
const people = new Map<string, SignedInPerson>();
beforeAll(async () => {
  server = await testServer();
  made = madeEntries(2);
  tree = await addTree(server.database, "431299", made.year);
  const { shardRegion, unit: unitId, department } = tree;
  const inUnit = { shardRegion, scope: "unit", unitId } as const;
  const inRegion = { shardRegion, scope: "region", unitId: null } as const;
  for (const role of ["filler", "unit-reviewer"] as Role[])
    people.set(role, await addPerson(server, { ...inUnit, role }));
  people.set("second-filler", await addPerson(server, { ...inUnit, role: "filler" }));
  people.set("stranger", await addPerson(server, { ...inUnit, unitId: tree.otherUnit, role: "filler" }));
  people.set(
    "department-reviewer",
    await addPerson(server, {
      shardRegion,
      scope: "department",
      unitId: department,
      role: "department-reviewer",
    }),
  );
  for (const role of ["finance-reviewer", "secrecy-reviewer", "publisher", "administrator"] as Role[])
    people.set(role, await addPerson(server, { ...inRegion, role }));
});
afterAll(() => server.close());

type Call = readonly [method: "GET" | "POST" | "PATCH", url: string, payload?: object, more?: object];

const call = async (who: string, ...[method, url, payload, more = {}]: Call) => {
  const headers = { ...people.get(who)?.headers, ...more };
  const answer = await server.app.inject({
    method,
    url: `/api/v1${url}`,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  const isJson = String(answer.headers["content-type"]).includes("json");
  return {
    status: answer.statusCode,
    body: isJson ? answer.json() : answer.rawPayload,
    headers: answer.headers,
  };
};
const edit = (who: string, ref: string, revision: number, changes: readonly object[]) =>
  call(who, "PATCH", `/reports/${ref}/entries`, { changes }, { "if-match": `"${revision}"` });

let ref = "";
const opened = async (who: string) => (await call(who, "GET", `/reports/${ref}`)).body;

const field = (key: string, from: string, to: string) => ({ kind: "field", key, from, to });

describe("a report on its way", () => {
  test("comes into being with a task and waits for its filler", async () => {
    const days = {
      dueFilling: "2025-09-05",
      dueDepartment: "2025-09-10",
      dueFinance: "2025-09-20",
      duePublication: "2025-10-10",
    };
    const draft = {
      region: "431299",
      year: made.year,
      kind: "final-accounts",
      title: "年度部门决算公开",
      edition: made.edition,
      ...days,
    };
    expect((await call("administrator", "POST", "/administration/tasks", draft)).status).toBe(201);
    const { body } = await call("filler", "GET", "/reports?only=waiting");
    expect(body.items).toMatchObject([
      { state: "filling", due: "2025-09-05", overdue: false, unit: { name: "示例县第一中学" } },
    ]);
    ref = body.items[0].ref;
  });

  test("is hidden from other units, and closed to acts out of turn", async () => {
    expect((await call("stranger", "GET", `/reports/${ref}`)).status).toBe(404);
    expect(
      (
        await call(
          "department-reviewer",
          "PATCH",
          `/reports/${ref}/entries`,
          { changes: [{ kind: "field", key: "identity:unitName", from: "", to: "x" }] },
          { "if-match": "0" },
        )
      ).status,
    ).toBe(403);
    const { revision } = await opened("filler");
    const early = await call("department-reviewer", "POST", `/reports/${ref}/reviews`, {
      revision,
      decision: "passed",
      opinion: "",
    });
    expect([early.status, early.body.code]).toEqual([409, "conflict"]);
  });

  test("cannot be submitted while it lacks something", async () => {
    const empty = await call("filler", "POST", `/reports/${ref}/submission`, { revision: 0 });
    expect(empty.status).toBe(422);
  });

  test("is filled in, and says at once what is wrong", async () => {
    const { entries } = (await call("filler", "GET", `/reports/${ref}/entries`)).body;
    const changes = changesTo(made.entries, entries);
    const answer = await edit("filler", ref, 0, changes);
    expect(answer.body.conflicts).toEqual([]);
    expect(answer.body.refused).toEqual([]);
    expect(answer.body.live.summary.error).toBe(0);
    const key = Object.keys(made.entries.fields).find((one) =>
      one.startsWith("cell:income-expenditure-summary/line:1/"),
    )!;
    const from = made.entries.fields[key]!;
    const wrong = await edit("filler", ref, answer.body.live.revision, [
      { kind: "field", key, from, to: `1${from}` },
    ]);
    expect(wrong.body.live.summary.error).toBeGreaterThan(0);
    const spots = wrong.body.live.findings.flatMap((one: { operands: { spot: { key?: string } | null }[] }) =>
      one.operands.map(({ spot }) => spot?.key),
    );
    expect(spots).toContain(key);
    const sent = await call("filler", "POST", `/reports/${ref}/submission`, {
      revision: wrong.body.live.revision,
    });
    expect([sent.status, sent.body.code]).toEqual([422, "has-errors"]);
    const mended = await edit("filler", ref, wrong.body.live.revision, [
      { kind: "field", key, from: `1${from}`, to: from },
    ]);
    expect(mended.body.live.summary.error).toBe(0);
  });

  test("tells two people who change one cell of each other, and merges what they change apart", async () => {
    const { live, entries } = (await call("filler", "GET", `/reports/${ref}/entries`)).body;
    const name = entries.fields["identity:unitName"];
    const one = await edit("filler", ref, live.revision, [
      field("identity:unitCode", entries.fields["identity:unitCode"] ?? "", "101001"),
    ]);
    const other = await edit("second-filler", ref, live.revision, [
      field("identity:unitCode", entries.fields["identity:unitCode"] ?? "", "999999"),
      field("identity:departmentName", entries.fields["identity:departmentName"] ?? "", "示例县教育局"),
    ]);
    expect(one.body.conflicts).toEqual([]);
    expect(other.body.conflicts).toMatchObject([{ now: "101001" }]);
    expect(other.body.others).toMatchObject([{ key: "identity:unitCode", to: "101001" }]);
    const after = (await call("filler", "GET", `/reports/${ref}/entries`)).body.entries.fields;
    expect([
      after["identity:unitName"],
      after["identity:unitCode"],
      after["identity:departmentName"],
    ]).toEqual([name, "101001", "示例县教育局"]);
  });

  test("is submitted as a version, and can no longer be changed", async () => {
    const { live } = (await call("filler", "GET", `/reports/${ref}/entries`)).body;
    expect(
      (await call("filler", "POST", `/reports/${ref}/submission`, { revision: live.revision })).status,
    ).toBe(204);
    expect(await opened("filler")).toMatchObject({ state: "unit-review", version: 1 });
    const late = await edit("filler", ref, live.revision, [
      { kind: "field", key: "identity:unitName", from: "", to: "x" },
    ]);
    expect(late.status).toBe(409);
  });

  test("is returned with an opinion, and only with one", async () => {
    const { revision } = await opened("unit-reviewer");
    expect(
      (
        await call("unit-reviewer", "POST", `/reports/${ref}/reviews`, {
          revision,
          decision: "returned",
          opinion: "",
        })
      ).status,
    ).toBe(400);
    const opinion = "请核对单位编码。";
    expect(
      (
        await call("unit-reviewer", "POST", `/reports/${ref}/reviews`, {
          revision,
          decision: "returned",
          opinion,
        })
      ).status,
    ).toBe(204);
    expect((await call("filler", "GET", "/reports?only=returned")).body.items).toMatchObject([
      { state: "filling", returned: opinion },
    ]);
  });

  test("passes all reviews in their order; who has seen an older state is refused", async () => {
    const { live } = (await call("filler", "GET", `/reports/${ref}/entries`)).body;
    expect(
      (await call("filler", "POST", `/reports/${ref}/submission`, { revision: live.revision })).status,
    ).toBe(204);
    for (const who of ["unit-reviewer", "department-reviewer", "finance-reviewer", "secrecy-reviewer"]) {
      const { revision } = await opened(who);
      const stale = await call(who, "POST", `/reports/${ref}/reviews`, {
        revision: revision - 1,
        decision: "passed",
        opinion: "",
      });
      expect(stale.status).toBe(409);
      const passed = await call(who, "POST", `/reports/${ref}/reviews`, {
        revision,
        decision: "passed",
        opinion: "同意",
      });
      expect([who, passed.status]).toEqual([who, 204]);
    }
    expect(await opened("publisher")).toMatchObject({
      state: "ready",
      steps: expect.arrayContaining(["publish"]),
    });
  });

  test("is published with its official files", async () => {
    const { revision, version } = await opened("publisher");
    expect((await call("publisher", "POST", `/reports/${ref}/publication`, { revision })).status).toBe(204);
    expect(await opened("filler")).toMatchObject({ state: "published", publishedVersion: version });
    const pdf = await call("publisher", "GET", `/reports/${ref}/files/pdf?version=${version}`);
    expect(pdf.body.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.headers["content-disposition"]).toContain(encodeURIComponent("示例县第一中学"));
  });

  test("loses its reviews when a figure is changed after it was withdrawn", async () => {
    const { revision } = await opened("publisher");
    const reason = "发现数据有误";
    expect((await call("publisher", "POST", `/reports/${ref}/withdrawal`, { revision, reason })).status).toBe(
      204,
    );
    const { live, entries } = (await call("filler", "GET", `/reports/${ref}/entries`)).body;
    const key = Object.keys(entries.fields).find((one) => one.startsWith("fact:"))!;
    const changed = await edit("filler", ref, live.revision, [
      { kind: "field", key, from: entries.fields[key], to: "77" },
    ]);
    const submit = () =>
      call("filler", "POST", `/reports/${ref}/submission`, { revision: changed.body.live.revision });
    // Sent twice at once, as by a double click: one is taken, the other told.
    const sent = await Promise.all([submit(), submit()]);
    expect(sent.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    const view = await opened("filler");
    expect(view.state).toBe("unit-review");
    expect(view.reviews.map(({ invalidated }: { invalidated: boolean }) => invalidated)).not.toContain(false);
  });

  test("leaves its unpublished documents to be downloaded and opened only with an entry, its preview without", async () => {
    const downloads = async (): Promise<number> => {
      const { body } = await call("administrator", "GET", "/administration/journal/431299?limit=200");
      return body.items.filter(({ action }: { action: string }) => action === "report-downloaded").length;
    };
    const before = await downloads();
    await call("filler", "GET", `/reports/${ref}/files/html?inline=1`);
    expect(await downloads()).toBe(before);
    await call("filler", "GET", `/reports/${ref}/files/pdf?inline=1`);
    expect(await downloads()).toBe(before + 1);
  });

  test("leaves every act in the journal", async () => {
    const { body } = await call("administrator", "GET", "/administration/journal/431299?limit=200");
    const acts = body.items.map(({ action }: { action: string }) => action);
    for (const act of [
      "report-submitted",
      "review-returned",
      "review-passed",
      "report-published",
      "report-downloaded",
      "publication-withdrawn",
    ])
      expect(acts).toContain(act);
    expect((await call("administrator", "GET", "/administration/journal/431299/verdict")).body.intact).toBe(
      true,
    );
  });
});
