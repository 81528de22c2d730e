import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Role } from "../contract/roles.ts";
import type { CrawledPortal } from "../testing/crawled-portal.ts";
import { addressesWith, crawlPortal } from "../testing/crawled-portal.ts";
import type { MadeEntries } from "../testing/made-entries.ts";
import { changesTo, madeEntries } from "../testing/made-entries.ts";
import { addPublished, addUnitYear } from "../testing/published-report.ts";
import type { SignedInPerson, TestServer, TestTree } from "../testing/test-server.ts";
import { addPerson, addTree, testServer } from "../testing/test-server.ts";

const SHARD = "431299";
/** What is typed, said and uploaded on the way, each in words that stand nowhere else. */
const MARKS = {
  comment: "标记批注甲子",
  question: "标记提问乙丑",
  opinion: "标记意见丙寅",
  explanation: "标记说明丁卯",
  evidence: "标记佐证戊辰",
  withdrawal: "标记撤回己巳",
  duties: "标记职责庚午",
  project: "标记项目辛未",
  problem: "标记整改壬申",
  // A figure that prose alone states, and its form with separators on pages.
  figure: "73519",
} as const;
const KEPT = [MARKS.comment, MARKS.question, MARKS.opinion, MARKS.evidence, MARKS.withdrawal, MARKS.problem];
const CHANGED = [MARKS.duties, MARKS.project, MARKS.figure];
const HANDED_IN = ["示例县第一中学", "diyizhongxue"];

let server: TestServer;
let tree: TestTree;
let made: MadeEntries;
const people = new Map<Role, SignedInPerson>();
let ref = "";
let document = "";

beforeAll(async () => {
  server = await testServer();
  made = madeEntries(2);
  tree = await addTree(server.database, SHARD, made.year);
  const { unit: unitId, otherUnit } = tree;
  const inUnit = { shardRegion: SHARD, scope: "unit", unitId } as const;
  const inRegion = { shardRegion: SHARD, scope: "region", unitId: null } as const;
  for (const role of ["filler", "unit-reviewer"] as const)
    people.set(role, await addPerson(server, { ...inUnit, role }));
  for (const role of [
    "department-reviewer",
    "finance-reviewer",
    "secrecy-reviewer",
    "publisher",
    "administrator",
  ] as const)
    people.set(role, await addPerson(server, { ...inRegion, role }));
  // Another unit has published, so that there are pages to come to.
  const own = { shardRegion: SHARD, unitId: otherUnit, year: made.year };
  await addUnitYear(server.database, { ...own, name: "示例县档案馆", kind: "department" });
  await addPublished(server.database, { ...own, seed: 5, publishedAt: new Date("2025-08-20T02:00:00Z") });
  await handOut();
});
afterAll(() => server.close());

type Call = readonly [method: "GET" | "POST" | "PATCH", url: string, payload?: object, more?: object];

async function call(who: Role, ...[method, url, payload, more = {}]: Call) {
  const answer = await server.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...people.get(who)?.headers, ...more },
    ...(payload === undefined ? {} : { payload }),
  });
  expect([url, answer.statusCode < 300, answer.body.slice(0, answer.statusCode < 300 ? 0 : 300)]).toEqual([
    url,
    true,
    "",
  ]);
  return String(answer.headers["content-type"]).includes("json") ? answer.json() : undefined;
}

async function handOut(): Promise<void> {
  const days = {
    dueFilling: "2025-09-05",
    dueDepartment: "2025-09-10",
    dueFinance: "2025-09-20",
    duePublication: "2025-10-10",
  };
  const { year, edition } = made;
  const draft = { region: SHARD, year, kind: "final-accounts", title: "年度部门决算公开", edition, ...days };
  await call("administrator", "POST", "/administration/tasks", draft);
  const { items } = await call("filler", "GET", "/reports?only=waiting");
  ref = items[0].ref;
}

const edit = (revision: number, changes: readonly object[]) =>
  call("filler", "PATCH", `/reports/${ref}/entries`, { changes }, { "if-match": `"${revision}"` });

async function fillIn(): Promise<void> {
  const { entries } = await call("filler", "GET", `/reports/${ref}/entries`);
  await edit(0, changesTo(made.entries, entries));
}

async function submit(): Promise<void> {
  const { live } = await call("filler", "GET", `/reports/${ref}/entries`);
  await call("filler", "POST", `/reports/${ref}/submission`, { revision: live.revision });
}

async function passReviews(): Promise<void> {
  for (const who of [
    "unit-reviewer",
    "department-reviewer",
    "finance-reviewer",
    "secrecy-reviewer",
  ] as const) {
    const { revision } = await call(who, "GET", `/reports/${ref}`);
    const review = { revision, decision: "passed", opinion: MARKS.opinion };
    await call(who, "POST", `/reports/${ref}/reviews`, review);
  }
}

async function act(step: "publication" | "withdrawal", more: object = {}): Promise<void> {
  const { revision } = await call("publisher", "GET", `/reports/${ref}`);
  await call("publisher", "POST", `/reports/${ref}/${step}`, { revision, ...more });
}

/** What reviewers say and the unit uploads, as it is said about every report. */
async function talk(): Promise<void> {
  const at = `/reports/${ref}`;
  await call("department-reviewer", "POST", `${at}/comments`, { text: MARKS.comment });
  await call("department-reviewer", "POST", `${at}/comments`, { text: MARKS.question, kind: "question" });
}

async function attach(): Promise<void> {
  const form = new FormData();
  form.append("file", new Blob([`%PDF-1.7\n${MARKS.evidence}\n`]), `${MARKS.evidence}.pdf`);
  const sent = new Response(form);
  const answer = await server.app.inject({
    method: "POST",
    url: `/api/v1/reports/${ref}/evidence`,
    headers: { ...people.get("filler")?.headers, "content-type": sent.headers.get("content-type") ?? "" },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  expect([answer.statusCode, answer.body]).toEqual([201, expect.anything()]);
}

/** Changes words, a project and a figure, each to something that stands nowhere else. */
async function change(): Promise<void> {
  const { live, entries } = await call("filler", "GET", `/reports/${ref}/entries`);
  const field = (key: string, to: string) => ({ kind: "field", key, from: entries.fields[key] ?? "", to });
  const duties = Object.keys(entries.fields).find((key) => key.startsWith("own-text:")) ?? "";
  const fact = Object.keys(entries.fields).find((key) => key.startsWith("fact:narrative/")) ?? "";
  const [project] = entries.lists.projects;
  await edit(live.revision, [
    field(duties, `1、${MARKS.duties}。`),
    field(fact, MARKS.figure),
    {
      kind: "cell",
      list: "projects",
      row: project.id,
      column: "name",
      from: project.cells.name,
      to: MARKS.project,
    },
  ]);
}

/** All that can be come to, with what a reader might type into a search. */
function crawl(): Promise<CrawledPortal> {
  const asked = [...Object.values(MARKS), ...HANDED_IN, "bzxmxw", "示例县"].flatMap((text) => [
    `/search?q=${encodeURIComponent(text)}`,
    `/compare?add=${encodeURIComponent(text)}`,
    `/api/v1/public/units?search=${encodeURIComponent(text)}`,
  ]);
  const unit = `${SHARD}.${tree.unit}`;
  const own = [`/units/${unit}`, `/units/${unit}/${made.year}`, `/units/${unit}/projects/${made.year}-1`];
  const data = ["csv", "json", "zip"].flatMap((format) => [
    `/data/units/${unit}/${made.year}.${format}`,
    `/data/regions/${SHARD}/${made.year}.${format}`,
    `/data/regions/430000/${made.year}.${format}`,
  ]);
  const lists = ["publications", "figures", "evaluations"].map(
    (list) => `/api/v1/public/${list}?limit=500&unit=${unit}`,
  );
  const pages = [`/regions/430000`, `/rankings/${SHARD}`, `/compare?units=${unit}`, document];
  return crawlPortal(server.app, [...asked, ...own, ...data, ...lists, ...pages]);
}

/** Pages that only repeat what was asked for. */
const isEcho = (line: string): boolean => /^\/(?:search|compare)\?/u.test(line);
const found = (portal: CrawledPortal, words: readonly string[]): readonly string[] =>
  addressesWith(portal, words).filter((line) => !isEcho(line));

/** Of pages that repeat the question: those that lead to the unit, or to a project of it. */
const leadsTo = (portal: CrawledPortal): readonly string[] =>
  [...portal].filter(([, text]) => text.includes(tree.unit)).map(([url]) => url);
/** Addresses that hold the unit themselves: forms repeat them. */
const own = (url: string): boolean => url.includes(tree.unit);

// One report on its way: each test goes on where the one before has left it.
describe("what is not published", () => {
  test("of a draft and a submission nothing is to be seen anywhere", async () => {
    await fillIn();
    await attach();
    await change();
    for (const step of ["filling", "submitted"]) {
      const portal = await crawl();
      expect(portal.size).toBeGreaterThan(25);
      expect([step, found(portal, [...KEPT, ...CHANGED])]).toEqual([step, []]);
      expect(leadsTo(portal).filter((url) => !own(url))).toEqual([]);
      if (step === "filling") await submit();
    }
  });

  test("with the publication its figures are seen everywhere, what was said about it nowhere", async () => {
    await talk();
    await passReviews();
    await act("publication");
    const portal = await crawl();
    const places = (word: string) => found(portal, [word]).map((line) => line.split(" ")[0]);
    expect(places(MARKS.project)).toEqual(
      expect.arrayContaining([`/units/${SHARD}.${tree.unit}`, `/api/v1/public/evaluations?limit=200`]),
    );
    expect(places(MARKS.project).some((url) => url?.endsWith(".pdf"))).toBe(true);
    expect(places(MARKS.figure).length).toBeGreaterThan(1);
    expect(places(MARKS.duties).length).toBeGreaterThan(3);
    expect(found(portal, KEPT)).toEqual([]);
    document = places(MARKS.duties).find((url) => url?.startsWith("/documents/")) ?? "";
    expect(document).not.toBe("");
  });

  test("of the ledger of rectification nothing is seen", async () => {
    const unit = `${SHARD}.${tree.unit}`;
    const problem = { unit, year: made.year, report: ref, origin: "社会监督", problem: MARKS.problem };
    await call("finance-reviewer", "POST", "/rectifications", problem);
    expect(found(await crawl(), KEPT)).toEqual([]);
  });

  test("after a withdrawal all of it is gone, its documents by their old addresses too", async () => {
    await act("withdrawal", { reason: MARKS.withdrawal });
    const portal = await crawl();
    expect(portal.has(document)).toBe(false);
    expect(found(portal, [...KEPT, ...CHANGED])).toEqual([]);
    expect(leadsTo(portal).filter((url) => !own(url))).toEqual([]);
  });

  test("a new version is not seen while it is changed, submitted and reviewed", async () => {
    const { live, entries } = await call("filler", "GET", `/reports/${ref}/entries`);
    const duties = Object.keys(entries.fields).find((key) => key.startsWith("own-text:")) ?? "";
    const to = `1、新的${MARKS.duties}。`;
    await edit(live.revision, [{ kind: "field", key: duties, from: entries.fields[duties], to }]);
    await submit();
    await passReviews();
    const portal = await crawl();
    expect(found(portal, [...KEPT, ...CHANGED])).toEqual([]);
    expect(leadsTo(portal).filter((url) => !own(url))).toEqual([]);
  });

  test("once it is published it is the only one that is seen", async () => {
    await act("publication");
    const portal = await crawl();
    expect(portal.has(document)).toBe(false);
    expect(found(portal, [`新的${MARKS.duties}`]).length).toBeGreaterThan(3);
    expect(found(portal, [`1、${MARKS.duties}`])).toEqual([]);
    expect(found(portal, KEPT)).toEqual([]);
  });
});
