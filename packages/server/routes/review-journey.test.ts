import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { MadeEntries } from "../testing/made-entries.ts";
import { changesTo, madeEntries } from "../testing/made-entries.ts";
import type { SignedInPerson, TestServer, TestTree } from "../testing/test-server.ts";
import { addPerson, addTree, testServer } from "../testing/test-server.ts";
import { newId } from "../identifiers.ts";
import { explanation, report, session } from "../store/schema/index.ts";

let server: TestServer;
let tree: TestTree;
let made: MadeEntries;
const people = new Map<string, SignedInPerson>();
let ref = "";
beforeAll(async () => {
  server = await testServer();
  // A made report with findings that have to be explained and none that have to be corrected.
  made = madeEntries(7);
  tree = await addTree(server.database, "431299", made.year);
  const { shardRegion, unit: unitId } = tree;
  const inUnit = { shardRegion, scope: "unit", unitId } as const;
  people.set("filler", await addPerson(server, { ...inUnit, role: "filler" }));
  people.set("reviewer", await addPerson(server, { ...inUnit, role: "unit-reviewer" }));
  people.set("stranger", await addPerson(server, { ...inUnit, unitId: tree.otherUnit, role: "filler" }));
  const inRegion = { shardRegion, scope: "region", unitId: null } as const;
  people.set("finance", await addPerson(server, { ...inRegion, role: "finance-reviewer" }));
  people.set("administrator", await addPerson(server, { ...inRegion, role: "administrator" }));
  await call("administrator", "POST", "/administration/tasks", {
    region: "431299",
    year: made.year,
    kind: "final-accounts",
    title: "年度部门决算公开",
    edition: made.edition,
    dueFilling: "2025-09-05",
    dueDepartment: "2025-09-10",
    dueFinance: "2025-09-20",
    duePublication: "2025-10-10",
  });
  ref = (await call("filler", "GET", "/reports")).body.items[0].ref;
  const { entries } = (await call("filler", "GET", `/reports/${ref}/entries`)).body;
  const changes = changesTo(made.entries, entries);
  await call("filler", "PATCH", `/reports/${ref}/entries`, { changes }, { "if-match": "0" });
});
afterAll(() => server.close());

type Call = readonly [
  method: "GET" | "POST" | "PATCH" | "DELETE",
  url: string,
  payload?: object | Buffer,
  more?: object,
];

async function call(who: string, ...[method, url, payload, more = {}]: Call) {
  const answer = await server.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...people.get(who)?.headers, ...more },
    ...(payload === undefined ? {} : { payload }),
  });
  const isJson = String(answer.headers["content-type"]).includes("json");
  return {
    status: answer.statusCode,
    body: isJson ? answer.json() : answer.rawPayload,
    headers: answer.headers,
  };
}

/** A form with one file. */
function upload(who: string, name: string, content: Buffer, about?: string) {
  const mark = "----made-for-a-test";
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${mark}--\r\n`)]);
  const place = about === undefined ? "" : `?about=${encodeURIComponent(about)}`;
  return call(who, "POST", `/reports/${ref}/evidence${place}`, body, {
    "content-type": `multipart/form-data; boundary=${mark}`,
  });
}

const submitted = async (): Promise<number> => {
  const { live } = (await call("filler", "GET", `/reports/${ref}/entries`)).body;
  return (await call("filler", "POST", `/reports/${ref}/submission`, { revision: live.revision })).status;
};
const figureKey = (): string =>
  Object.keys(made.entries.fields).find((key) => key.startsWith("cell:income-expenditure-summary/line:1/")) ??
  "";

const findings = async (who = "filler") =>
  (await call(who, "GET", `/reports/${ref}/explanations`)).body.findings;
const evidence = async (who = "filler") => (await call(who, "GET", `/reports/${ref}/evidence`)).body;
const comments = async (who = "reviewer") => (await call(who, "GET", `/reports/${ref}/comments`)).body;
const statusOf = async (who: string, draft: object) =>
  (await call(who, "POST", `/reports/${ref}/comments`, draft)).status;
const indicator = (): string => `list|indicators|${made.entries.lists["indicators"]?.[0]?.id ?? ""}`;

interface Said {
  readonly [key: string]: unknown;
}

describe("explanations of findings", () => {
  test("last year's are offered for the same unit, rule and subject, and only for them", async () => {
    const [first] = await findings();
    const earlier = newId();
    await server.database.insert(report).values({
      shardRegion: tree.shardRegion,
      id: earlier,
      unitId: tree.unit,
      year: made.year - 1,
      kind: "final-accounts",
      edition: made.edition,
      summary: { error: 0, warning: 0, hint: 0, required: 0, filled: 0, projects: 0, meanScore: null },
    });
    const given = { year: made.year - 1, reportId: earlier, rule: first.rule, figures: ["旧数"] };
    const who = people.get("filler")?.accountId ?? "";
    await server.database.insert(explanation).values([
      {
        ...given,
        shardRegion: tree.shardRegion,
        id: newId(),
        unitId: tree.unit,
        subject: first.subject,
        text: "项目跨年实施，按合同进度付款。",
        accountId: who,
      },
      {
        ...given,
        shardRegion: tree.shardRegion,
        id: newId(),
        unitId: tree.otherUnit,
        subject: first.subject,
        text: "他单位的说明",
        accountId: who,
      },
    ]);
    const offered = (await findings()).map((one: { offered: Said[] }) => one.offered);
    expect(offered[0]).toMatchObject([
      { year: made.year - 1, text: "项目跨年实施，按合同进度付款。", sameFigures: false },
    ]);
    expect(offered.slice(1).flat()).toEqual([]);
    expect(first.explanation).toBeNull();
  });

  test("are taken over for the new figures, and the finding no longer counts", async () => {
    const before = (await call("filler", "GET", `/reports/${ref}`)).body.summary;
    const [first] = await findings();
    const { rule, subject, figures } = first;
    const [{ text, ref: from }] = first.offered;
    const taken = await call("filler", "POST", `/reports/${ref}/explanations`, {
      explanations: [{ rule, subject, figures, text, from }],
    });
    expect(taken.status).toBe(201);
    expect((await findings("reviewer"))[0].explanation).toBe(text);
    const after = (await call("filler", "GET", `/reports/${ref}`)).body.summary;
    expect(after[first.severity]).toBe(before[first.severity] - 1);
  });

  test("are refused for figures that are not there, and for strangers", async () => {
    const [first] = await findings();
    const wrong = { rule: first.rule, subject: first.subject, figures: ["1"], text: "说明" };
    const body = { explanations: [wrong] };
    expect((await call("filler", "POST", `/reports/${ref}/explanations`, body)).status).toBe(409);
    expect((await call("stranger", "POST", `/reports/${ref}/explanations`, body)).status).toBe(404);
    expect((await call("finance", "POST", `/reports/${ref}/explanations`, body)).status).toBe(403);
  });

  test("no longer hold once a figure of the finding has changed", async () => {
    const [first] = await findings();
    const { live, entries } = (await call("filler", "GET", `/reports/${ref}/entries`)).body;
    const finding = live.findings.find(
      (one: { rule: string; subject: string }) => one.rule === first.rule && one.subject === first.subject,
    );
    const spots = finding.operands.map(({ spot }: { spot: Said | null }) => spot);
    // Of the figures of the finding, one that was typed.
    const spot = spots.find((one: { key?: string } | null) => entries.fields[one?.key ?? ""] !== undefined);
    const from = entries.fields[spot.key];
    const change = { kind: "field", key: spot.key };
    const to = `1${from}`;
    const edit = (changes: object[], revision: number) =>
      call("filler", "PATCH", `/reports/${ref}/entries`, { changes }, { "if-match": String(revision) });
    const changed = await edit([{ ...change, from, to }], live.revision);
    const given = (await call("filler", "GET", `/reports/${ref}/explanations`)).body.items;
    expect(given).toMatchObject([{ holds: false, withdrawnAt: null }]);
    await edit([{ ...change, from: to, to: from }], changed.body.live.revision);
    const again = (await call("filler", "GET", `/reports/${ref}/explanations`)).body.items;
    expect(again).toMatchObject([{ holds: true }]);
  });

  test("are withdrawn, and the finding counts again", async () => {
    const [given] = (await call("filler", "GET", `/reports/${ref}/explanations`)).body.items;
    const url = `/reports/${ref}/explanations/${given.ref}`;
    expect((await call("filler", "DELETE", url)).status).toBe(204);
    expect((await call("filler", "DELETE", url)).status).toBe(409);
    expect((await findings())[0].explanation).toBeNull();
  });
});

describe("evidence", () => {
  const pdf = Buffer.from("%PDF-1.7\n%made\n");

  test("is kept with an indicator or the report, under a safe name, and counted", async () => {
    expect((await upload("filler", "..\\a/验收 报告<1>.exe", pdf, indicator())).status).toBe(201);
    expect((await upload("filler", "总结.PDF", pdf)).status).toBe(201);
    const { items, counts, mayAttach } = await evidence();
    expect(items.map(({ name }: { name: string }) => name)).toEqual(["验收 报告1.exe.pdf", "总结.pdf"]);
    expect(items[0].label).toContain("第1行");
    expect(counts).toEqual({ [indicator()]: 1, "": 1 });
    expect([mayAttach, (await evidence("reviewer")).mayAttach]).toEqual([true, false]);
  });

  test.each([
    ["a web page", Buffer.from("<html><script>1</script>")],
    ["a web page that says it is a PDF", Buffer.from("<html>%PDF-1.7")],
    ["an SVG picture", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["a program", Buffer.from("MZ\u0090\0")],
    ["plain text", Buffer.from("说明")],
    ["an archive", Buffer.from("PK\u0005\u0006".padEnd(22, "\0"))],
  ])("%s is refused", async (_, content) => {
    const refused = await upload("filler", "a.pdf", content);
    expect([refused.status, refused.body.code]).toEqual([415, "unsupported-type"]);
  });

  test("that is empty, that is about nothing in the report, or comes from strangers is refused", async () => {
    expect((await upload("filler", "a.pdf", Buffer.alloc(0))).status).toBe(400);
    expect((await upload("filler", "a.pdf", pdf, "list|indicators|none")).status).toBe(400);
    expect((await upload("reviewer", "a.pdf", pdf)).status).toBe(403);
    expect((await upload("stranger", "a.pdf", pdf)).status).toBe(404);
  });

  test("larger than the limit is refused", async () => {
    const large = await upload("filler", "a.pdf", Buffer.concat([pdf, Buffer.alloc(50 * 1024 * 1024)]));
    expect([large.status, large.body.code]).toEqual([413, "too-large"]);
  });

  test("comes back as it was, as a download that nothing runs in; that is entered in the journal", async () => {
    const [first] = (await evidence()).items;
    const got = await call("finance", "GET", `/reports/${ref}/evidence/${first.ref}/content`);
    expect(got.body.equals(pdf)).toBe(true);
    expect(got.headers["content-disposition"]).toMatch(/^attachment; /u);
    expect(got.headers["content-type"]).toBe("application/pdf");
    expect(got.headers["x-content-type-options"]).toBe("nosniff");
    expect((await call("stranger", "GET", `/reports/${ref}/evidence/${first.ref}/content`)).status).toBe(404);
  });

  test("that is removed is not sent any more, and stays known", async () => {
    const [, second] = (await evidence()).items;
    const url = `/reports/${ref}/evidence/${second.ref}`;
    expect((await call("filler", "DELETE", url)).status).toBe(204);
    expect((await call("filler", "GET", `${url}/content`)).status).toBe(404);
    const { items, counts } = await evidence("reviewer");
    expect(items[1].removedAt).not.toBeNull();
    expect(counts[""]).toBeUndefined();
  });
});

describe("comments", () => {
  test("are made on a figure, which they name in words, and on the whole report", async () => {
    expect(await submitted()).toBe(204);
    const question = { about: figureKey(), kind: "question", text: "较上年增长较多，请说明原因。" };
    const asked = await call("reviewer", "POST", `/reports/${ref}/comments`, question);
    expect(asked.status).toBe(201);
    const remark = { text: "整体填报规范。" };
    expect((await call("finance", "POST", `/reports/${ref}/comments`, remark)).status).toBe(201);
    const { items, unanswered, unresolved, mayAsk } = await comments();
    expect(items).toMatchObject([
      { kind: "question", about: figureKey(), label: expect.stringContaining("收入"), answers: [] },
      { kind: "remark", about: null, label: null },
    ]);
    expect({ unanswered, unresolved, mayAsk }).toEqual({ unanswered: 1, unresolved: 2, mayAsk: true });
  });

  test("on what is not in the report, questions of fillers, and those of strangers are refused", async () => {
    expect(await statusOf("reviewer", { about: "cell:none/1/amount", text: "？" })).toBe(400);
    expect(await statusOf("filler", { kind: "question", text: "为何？" })).toBe(403);
    expect(await statusOf("stranger", { text: "路过" })).toBe(404);
  });

  test("are answered by the unit and settled by who asked or who reviews, not by who answered", async () => {
    const [question] = (await comments()).items;
    const answer = { text: "新增人员经费。", answerTo: question.ref };
    const answered = await call("filler", "POST", `/reports/${ref}/comments`, answer);
    expect(answered.status).toBe(201);
    const deeper = { text: "再答", answerTo: answered.body.ref };
    expect((await call("filler", "POST", `/reports/${ref}/comments`, deeper)).status).toBe(400);
    const settle = (who: string) => call(who, "POST", `/reports/${ref}/comments/${question.ref}/resolution`);
    expect((await settle("filler")).status).toBe(403);
    expect((await settle("reviewer")).status).toBe(204);
    expect((await settle("reviewer")).status).toBe(409);
    const { items, unanswered, unresolved } = await comments("filler");
    expect(items[0]).toMatchObject({ answers: [{ text: "新增人员经费。" }], mayResolve: false });
    expect({ unanswered, unresolved }).toEqual({ unanswered: 0, unresolved: 1 });
  });
});

describe("the queue, versions and what changed", () => {
  test("the queue holds what waits for the reader, with the days it has waited", async () => {
    server.clock.now = new Date(server.clock.now.getTime() + 3 * 24 * 3_600_000 + 1_000);
    await server.database.update(session).set({ expiresAt: new Date("2026-01-01") });
    const { body } = await call("reviewer", "GET", "/reviews/queue");
    expect(body.items).toMatchObject([
      { ref, state: "unit-review", daysWaiting: 3, unanswered: 0, unresolved: 1, evidence: 1 },
    ]);
    expect((await call("finance", "GET", "/reviews/queue")).body.items).toEqual([]);
    expect((await call("finance", "GET", "/reviews/queue?only=all")).body.items).toHaveLength(3);
    const { stages } = (await call("reviewer", "GET", "/reviews/stages")).body;
    expect(stages[0]).toMatchObject({ state: "unit-review", count: 1, mine: true });
    expect((await call("stranger", "GET", "/reviews/stages")).body.stages[0].count).toBe(0);
  });

  test("the findings of a version lead to the cells in which their figures were typed", async () => {
    const { findings } = (await call("reviewer", "GET", `/reports/${ref}/versions/1/findings`)).body;
    const spots = findings.flatMap((one: { operands: { spot: Said | null }[] }) =>
      one.operands.map(({ spot }) => spot?.["kind"]),
    );
    expect(spots).toContain("field");
    expect((await call("reviewer", "GET", `/reports/${ref}/versions/9/findings`)).status).toBe(404);
  });

  test("differences between a version and what stands in the editor name the cell", async () => {
    const same = await call("reviewer", "GET", `/reports/${ref}/differences?with=1`);
    expect(same.body.items).toEqual([]);
    const { revision } = (await call("reviewer", "GET", `/reports/${ref}`)).body;
    const decision = { revision, decision: "returned", opinion: "请核对。" };
    await call("reviewer", "POST", `/reports/${ref}/reviews`, decision);
    const { live, entries } = (await call("filler", "GET", `/reports/${ref}/entries`)).body;
    const from = entries.fields[figureKey()];
    const change = { kind: "field", key: figureKey(), from, to: `1${from}` };
    await call(
      "filler",
      "PATCH",
      `/reports/${ref}/entries`,
      { changes: [change] },
      { "if-match": String(live.revision) },
    );
    const { left, right, items } = (await call("reviewer", "GET", `/reports/${ref}/differences?with=1`)).body;
    expect([left, right]).toEqual(["第 1 版", "当前内容"]);
    expect(items).toContainEqual(
      expect.objectContaining({
        kind: "figure",
        left: from,
        right: `1${from}`,
        spot: { kind: "field", key: figureKey() },
      }),
    );
    expect((await call("reviewer", "GET", `/reports/${ref}/differences?with=last-year`)).status).toBe(404);
  });

  test("my work tells deadlines and how far the units have come", async () => {
    const unit = (await call("filler", "GET", "/my-work")).body;
    expect(unit.progress).toMatchObject([
      { unit: { name: "示例县第一中学" }, withUnits: false, byState: { filling: 1 } },
    ]);
    const region = (await call("finance", "GET", `/my-work?year=${made.year}`)).body;
    expect(region.progress.map((one: { unit: { name: string } }) => one.unit.name).toSorted()).toEqual(
      ["示例县教育局", "示例县档案馆"].toSorted(),
    );
    expect(region.deadlines[0]).toMatchObject({ state: "filling", day: "2025-09-05" });
    const { daysLeft, open } = region.deadlines[0];
    expect({ daysLeft, open }).toEqual({ daysLeft: 1, open: 3 });
  });

  test("leave every act in the journal, whose chain is whole", async () => {
    const { body } = await call("administrator", "GET", "/administration/journal/431299?limit=200");
    const acts = body.items.map(({ action }: { action: string }) => action);
    for (const act of [
      "comment-added",
      "comment-answered",
      "comment-resolved",
      "explanation-given",
      "explanation-withdrawn",
      "evidence-added",
      "evidence-removed",
      "evidence-downloaded",
    ])
      expect(acts).toContain(act);
    expect((await call("administrator", "GET", "/administration/journal/431299/verdict")).body.intact).toBe(
      true,
    );
  });
});
