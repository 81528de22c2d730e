import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { EMPTY_SUMMARY } from "../contract/report-states.ts";
import type { Role } from "../contract/roles.ts";
import { newId } from "../identifiers.ts";
import { journal, report, reportVersion, unitYear } from "../store/schema/index.ts";
import type { SignedInPerson, TestServer, TestTree } from "../testing/test-server.ts";
import { addPerson, addTree, testServer } from "../testing/test-server.ts";

let server: TestServer;
let tree: TestTree;
const people = new Map<string, SignedInPerson>();
let reportRef = "";

const finding = (code: string, severity: string, subject: string, message: string) => ({
  rule: `rule-${code}`,
  code,
  kind: "logic",
  severity,
  subject,
  message,
  advice: "请核对。",
  basis: "",
  operands: [],
  expected: null,
  actual: null,
  gap: null,
  causedBy: null,
  explanation: null,
});
const findings = [
  finding("T-01", "error", "收入支出决算总表", "合计不等于各项之和，相差 0.30 万元。"),
  finding("T-02", "warning", "支出决算表", "项目支出与上级数不一致。"),
  finding("T-03", "hint", "正文", "比例保留了三位小数。"),
  { ...finding("T-04", "error", "正文", "由前一条引起。"), causedBy: 0 },
  { ...finding("T-05", "warning", "正文", "已有说明的。"), explanation: "已核实。" },
];

beforeAll(async () => {
  server = await testServer();
  tree = await addTree(server.database);
  const { shardRegion, unit: unitId, department } = tree;
  const inUnit = { shardRegion, scope: "unit", unitId } as const;
  people.set("filler", await addPerson(server, { ...inUnit, role: "filler" }));
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
  for (const role of ["finance-reviewer", "publisher"] as Role[])
    people.set(role, await addPerson(server, { shardRegion, scope: "region", unitId: null, role }));
  reportRef = await addPublished(2024);
});
afterAll(() => server.close());

/** A published report of a year, with the findings above. */
async function addPublished(year: number): Promise<string> {
  const { shardRegion, unit: unitId } = tree;
  const id = newId();
  const place = { shardRegion, edition: "national/2024", summary: EMPTY_SUMMARY };
  await server.database
    .insert(unitYear)
    .values({
      shardRegion,
      unitId,
      year,
      name: "示例县第一中学",
      kind: "unit",
      departmentId: tree.department,
    })
    .onConflictDoNothing();
  await server.database.insert(report).values({
    ...place,
    id,
    unitId,
    year,
    kind: "final-accounts",
    state: "published",
    version: 1,
    publishedVersion: 1,
  });
  await server.database.insert(reportVersion).values({
    ...place,
    reportId: id,
    version: 1,
    disclosure: {},
    contentHash: "0",
    figuresHash: "0",
    rulePack: "1",
    origin: "imported",
    findings: { findings },
  });
  return `${shardRegion}.${id}`;
}

const call = async (who: string, method: "GET" | "POST" | "PATCH", url: string, payload?: object) => {
  const answer = await server.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: people.get(who)?.headers ?? {},
    ...(payload === undefined ? {} : { payload }),
  });
  const isJson = String(answer.headers["content-type"]).includes("json");
  return { status: answer.statusCode, body: isJson ? answer.json() : answer.body, headers: answer.headers };
};
const intake = (who: string, report: string) =>
  call(who, "POST", "/rectifications/intake", { report, least: "warning", due: "2025-08-31" });
const counts = async () => (await call("filler", "GET", "/rectifications/counts")).body;
const reportState = async (ref = reportRef) => (await call("publisher", "GET", `/reports/${ref}`)).body.state;

describe("the ledger", () => {
  test("takes the findings of a published report in: each cause once, without what is explained", async () => {
    expect((await intake("filler", reportRef)).status).toBe(403);
    expect((await intake("finance-reviewer", reportRef)).body).toEqual({ added: 2, gone: 0 });
    const { body } = await call("filler", "GET", "/rectifications");
    expect(body.items.map(({ number, code, due }: Record<string, unknown>) => [number, code, due])).toEqual([
      ["2024-0002", "T-02", "2025-08-31"],
      ["2024-0001", "T-01", "2025-08-31"],
    ]);
    expect(await reportState()).toBe("rectifying");
  });

  test("takes nothing in twice", async () => {
    expect((await intake("finance-reviewer", reportRef)).body).toEqual({ added: 0, gone: 0 });
  });

  test("is seen by the unit and those above it alone", async () => {
    const seen = async (who: string) => (await call(who, "GET", "/rectifications")).body.items.length;
    expect(await Promise.all(["filler", "department-reviewer", "stranger"].map(seen))).toEqual([2, 2, 0]);
    const [{ ref }] = (await call("filler", "GET", "/rectifications")).body.items;
    expect((await call("stranger", "GET", `/rectifications/${ref}`)).status).toBe(404);
    expect((await call("publisher", "GET", "/rectifications")).status).toBe(403);
  });

  test("tells what is late, by its day", async () => {
    expect(await counts()).toEqual({ all: 2, open: 2, late: 2, toVerify: 0, back: 0 });
    const { body } = await call("filler", "GET", "/rectifications?only=late");
    expect(body.items.map(({ late }: { late: number }) => late)).toEqual([1, 1]);
  });
});

describe("the files of an entry", () => {
  const pdf = Buffer.from("%PDF-1.7\n更正后的公开表\n%%EOF\n");
  let ref = "";
  const view = async (who = "filler") => (await call(who, "GET", `/rectifications/${ref}`)).body;
  const step = async (who: string, more: object) =>
    call(who, "PATCH", `/rectifications/${ref}`, { revision: (await view()).revision, ...more });
  const upload = async (who: string, name: string, content: Uint8Array<ArrayBuffer>): Promise<number> => {
    const form = new FormData();
    form.append("file", new Blob([content]), name);
    const answer = await server.app.inject({
      method: "POST",
      url: `/api/v1/rectifications/${ref}/files`,
      headers: people.get(who)?.headers ?? {},
      payload: form,
    });
    return answer.statusCode;
  };
  const remove = async (who: string, file: string): Promise<number> => {
    const answer = await server.app.inject({
      method: "DELETE",
      url: `/api/v1/rectifications/${ref}/files/${file}`,
      headers: people.get(who)?.headers ?? {},
    });
    return answer.statusCode;
  };

  beforeAll(async () => {
    ref = (await call("filler", "GET", "/rectifications")).body.items[0].ref;
  });

  test("are added by the unit under safe names, and stand in the record of the entry", async () => {
    const { revision } = await view();
    expect(await upload("filler", "..\\a/更正 报告<1>.exe", pdf)).toBe(201);
    const { files, history, revision: after } = await view("department-reviewer");
    expect(files).toMatchObject([
      { name: "更正 报告1.exe.pdf", mediaType: "application/pdf", size: pdf.length, state: "open" },
    ]);
    expect(history.at(-1)).toMatchObject({ what: "填写佐证材料", from: "", to: "更正 报告1.exe.pdf" });
    // What somebody types meanwhile is not made stale.
    expect(after).toBe(revision);
  });

  test("are refused where they are of another type, empty, or come from others", async () => {
    expect(await upload("filler", "a.pdf", Buffer.from("<html>%PDF-1.7"))).toBe(415);
    expect(await upload("filler", "a.pdf", Buffer.alloc(0))).toBe(400);
    expect(await upload("department-reviewer", "a.pdf", pdf)).toBe(403);
    expect(await upload("stranger", "a.pdf", pdf)).toBe(404);
  });

  test("come back as they were to whoever sees the entry; that is entered in the journal", async () => {
    const [file] = (await view()).files;
    const url = `/rectifications/${ref}/files/${file.ref}/content`;
    const got = await call("finance-reviewer", "GET", url);
    expect([got.status, got.body]).toEqual([200, pdf.toString()]);
    expect(got.headers["content-disposition"]).toMatch(/^attachment; /u);
    expect(got.headers["content-security-policy"]).toContain("sandbox");
    expect((await call("stranger", "GET", url)).status).toBe(404);
    const entries = await server.database
      .select({ action: journal.action, targetKind: journal.targetKind })
      .from(journal)
      .where(eq(journal.targetKind, "rectification"));
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["evidence-added", "evidence-downloaded"]),
    );
  });

  test("are not changed any more once the entry is with others to verify", async () => {
    await step("filler", { fields: { measure: "更正合计。" }, state: "done" });
    const [file] = (await view()).files;
    expect([await upload("filler", "b.pdf", pdf), await remove("filler", file.ref)]).toEqual([409, 409]);
    await step("finance-reviewer", { state: "returned", fields: { note: "材料不全。" } });
    expect(await remove("finance-reviewer", file.ref)).toBe(403);
  });

  test("are removed by the unit: no longer sent, and known in the record", async () => {
    const [file] = (await view()).files;
    expect(await remove("filler", file.ref)).toBe(204);
    expect((await call("filler", "GET", `/rectifications/${ref}/files/${file.ref}/content`)).status).toBe(
      404,
    );
    const { files, history } = await view();
    expect([files, history.at(-1)]).toMatchObject([[], { from: file.name, to: "" }]);
    expect(await remove("filler", file.ref)).toBe(404);
  });
});

describe("an entry", () => {
  let ref = "";
  const view = async (who = "filler") => (await call(who, "GET", `/rectifications/${ref}`)).body;
  const change = async (who: string, more: object) =>
    call(who, "PATCH", `/rectifications/${ref}`, { revision: (await view()).revision, ...more });

  beforeAll(async () => {
    ref = (await call("filler", "GET", "/rectifications")).body.items[1].ref;
  });

  test("is filled in by the unit, not by those above it", async () => {
    const fields = { owner: "王某", measure: "更正合计。", dueDate: "2025-09-30" };
    expect((await change("department-reviewer", { fields })).status).toBe(403);
    const { body } = await change("filler", { fields });
    expect([body.owner, body.due, body.state]).toEqual(["王某", "2025-09-30", "open"]);
    expect(body.history.map(({ what }: { what: string }) => what)).toContain("填写整改措施");
  });

  test("is not closed before the unit has reported it as done", async () => {
    expect((await change("finance-reviewer", { state: "closed" })).status).toBe(400);
    expect((await change("filler", { state: "closed" })).status).toBe(403);
  });

  test("is returned with a reason, done again, and closed", async () => {
    expect((await change("filler", { state: "done" })).body.state).toBe("done");
    expect((await change("filler", { fields: { owner: "李某" } })).status).toBe(409);
    expect((await change("finance-reviewer", { state: "returned" })).status).toBe(400);
    const returned = await change("finance-reviewer", {
      state: "returned",
      fields: { note: "缺佐证材料。" },
    });
    expect([returned.body.state, returned.body.fields.note]).toEqual(["returned", "缺佐证材料。"]);
    await change("filler", { state: "done", fields: { evidence: "更正公告" } });
    expect((await change("department-reviewer", { state: "closed" })).body.stateName).toBe("已核实销号");
  });

  test("that somebody else has changed is not overwritten", async () => {
    expect(
      (await call("filler", "PATCH", `/rectifications/${ref}`, { revision: 0, fields: {} })).status,
    ).toBe(409);
  });

  test("is the last one open: the report is through with its rectification", async () => {
    expect(await reportState()).toBe("rectifying");
    const rest = (await call("filler", "GET", "/rectifications?only=open")).body.items;
    for (const one of rest) {
      ref = one.ref;
      await change("filler", { fields: { measure: "已更正。" } });
      await change("filler", { state: "done" });
      expect((await change("finance-reviewer", { state: "closed" })).body.state).toBe("closed");
    }
    expect(await reportState()).toBe("published");
  });
});

describe("a year later", () => {
  test("what comes back says so", async () => {
    const next = await addPublished(2025);
    expect((await intake("department-reviewer", next)).body.added).toBe(2);
    const { body } = await call("filler", "GET", "/rectifications?only=back&year=2025");
    expect(body.items).toHaveLength(2);
    expect(body.items[0].recurrence).toContain("2024年");
  });

  test("people raise problems of their own, within their part of the tree", async () => {
    const draft = {
      unit: `431299.${tree.unit}`,
      year: 2025,
      origin: "审计",
      problem: "往来款长期挂账。",
    };
    expect((await call("department-reviewer", "POST", "/rectifications", draft)).status).toBe(201);
    const other = { ...draft, unit: `431299.${tree.otherUnit}`, year: 2024 };
    expect((await call("department-reviewer", "POST", "/rectifications", other)).status).toBe(404);
    expect((await call("filler", "POST", "/rectifications", draft)).status).toBe(403);
  });

  test("the ledger is downloaded as a workbook and as CSV that holds no formula", async () => {
    const evil = { unit: `431299.${tree.unit}`, year: 2025, origin: "审计", problem: "=1+1 以公式开头" };
    await call("finance-reviewer", "POST", "/rectifications", evil);
    const csv = await call("filler", "GET", "/rectifications/file?format=csv&year=2025");
    expect(csv.body).toContain("'=1+1 以公式开头");
    const xlsx = await call("filler", "GET", "/rectifications/file?format=xlsx");
    expect(String(xlsx.headers["content-disposition"])).toContain("xlsx");
    expect(String(xlsx.body).slice(0, 2)).toBe("PK");
  });
});
