import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { writeMixedFolder } from "../../../scripts/measure/mixed-folder.ts";
import type { BulkCheckView, BulkFileLine } from "../contract/bulk-checks.ts";
import { bulkFileView, shownDocument } from "../contract/bulk-checks.ts";
import { callerFor, filesOfFolder, finished, hostileUploads, upload } from "../testing/bulk-uploads.ts";
import type { SignedInPerson, TestServer } from "../testing/test-server.ts";
import { addPerson, addTree, testServer } from "../testing/test-server.ts";

const MIXED = 10;

let server: TestServer;
let reviewer: SignedInPerson;
let colleague: SignedInPerson;
let folder = "";
let ref = "";
let view: BulkCheckView;
const call = (method: "GET" | "POST" | "DELETE", url: string, payload?: object) =>
  callerFor(server, reviewer)(method, url, payload);

beforeAll(async () => {
  server = await testServer();
  await server.services.jobs.work(server.services, 1);
  const { shardRegion } = await addTree(server.database);
  const grant = { shardRegion, role: "finance-reviewer", scope: "region", unitId: null } as const;
  [reviewer, colleague] = [await addPerson(server, grant), await addPerson(server, grant)];
  folder = mkdtempSync(join(tmpdir(), "jueming-mixed-"));
  writeMixedFolder(folder, MIXED);
  ref = await newCheck();
  await upload(server, { person: reviewer, ref, files: filesOfFolder(folder) });
  const hostile = Object.fromEntries(hostileUploads().map(([name, content]) => [name, content]));
  await upload(server, { person: reviewer, ref, files: hostile });
  await call("POST", `/bulk-checks/${ref}/start`);
  view = await finished(server, reviewer, ref);
}, 300_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function newCheck(): Promise<string> {
  const { body } = await call("POST", "/bulk-checks", { title: "抽查" });
  return (body as { ref: string }).ref;
}

const allFiles = ({ units, failed }: BulkCheckView): readonly BulkFileLine[] => [
  ...units.flatMap(({ files }) => files),
  ...failed,
];
const fileOf = (source: string): BulkFileLine | undefined =>
  allFiles(view).find((file) => file.source === source);

describe("a check of mixed and hostile files", () => {
  test("comes to its end with every file either checked or refused", () => {
    expect(view.state).toBe("done");
    expect(view.counts.waiting).toBe(0);
    expect(view.counts.files).toBe(MIXED + hostileUploads().length + 1);
    expect(view.counts.checked + view.counts.failed).toBe(view.counts.files);
    expect(view.counts.error).toBeGreaterThan(0);
  });

  test.each(hostileUploads().flatMap(([source, , code]) => (code === null ? [] : [{ source, code }])))(
    "$source fails alone, with $code and a sentence",
    ({ source, code }) => {
      const file = fileOf(source);
      expect(file?.failure?.code).toBe(code);
      expect(file?.failure?.message).toMatch(/\p{Script=Han}.*。$/su);
    },
  );

  test("members of an archive are files of their own; no name climbs out of its folder", () => {
    const sources = allFiles(view).map(({ source }) => source);
    expect(sources).toContain("包.zip!/爬出.txt");
    expect(sources).toContain("包.zip!/里/空.txt");
    expect(sources).toContain("外面.txt");
    expect(sources.filter((source) => source.includes("..") || source.includes("__MACOSX"))).toEqual([]);
  });

  test("units carry their name, year, kind and counts, and the sum over files is the sum of the check", () => {
    const errors = allFiles(view).reduce((sum, { error }) => sum + error, 0);
    expect(errors).toBe(view.counts.error);
    const named = view.units.filter(({ name, year }) => name !== "" && year !== null);
    expect(named.length).toBeGreaterThan(MIXED / 2);
    expect(view.units.flatMap(({ files }) => files).every(({ kindName }) => kindName !== null)).toBe(true);
  });
});

describe("one file opened", () => {
  test("shows its findings, and the document with the figures of each finding marked", async () => {
    const worst = allFiles(view).toSorted((a, b) => b.error - a.error)[0];
    const base = `/bulk-checks/${ref}/files/${worst?.position ?? 0}`;
    const opened = bulkFileView.parse((await call("GET", base)).body);
    const shown = shownDocument.parse((await call("GET", `${base}/document`)).body);
    const { findings = [] } = opened.own ?? {};
    expect(findings.length).toBeGreaterThan(0);
    const marked = new Set(shown.marks.own.map(({ finding }) => finding));
    expect(marked.size).toBe(findings.length);
    const inCells = shown.marks.own.flatMap(({ block, row, cell, words = "" }) => {
      const own = shown.blocks[block];
      if (own?.kind !== "table" || cell === undefined || !/^[\d.]+$/u.test(words)) return [];
      return [{ words, printed: own.rows[row ?? -1]?.[cell]?.text.replaceAll(",", "") ?? "" }];
    });
    expect(inCells.length).toBeGreaterThan(0);
    expect(inCells.filter(({ words, printed }) => !printed.includes(words))).toEqual([]);
  });

  test("a file that failed has no document but its reason", async () => {
    const failed = fileOf("坏/无关.txt");
    const opened = bulkFileView.parse(
      (await call("GET", `/bulk-checks/${ref}/files/${failed?.position ?? 0}`)).body,
    );
    expect(opened.own).toBeNull();
    expect(opened.file.failure?.code).toBe("not-a-disclosure");
  });

  test("the original comes as it was, to be saved and not shown", async () => {
    const file = fileOf("材料/0001.txt");
    const answer = await server.app.inject({
      url: `/api/v1/bulk-checks/${ref}/files/${file?.position ?? 0}/original`,
      headers: reviewer.headers,
    });
    expect(answer.rawPayload.length).toBe(file?.size);
    expect(answer.headers["content-disposition"]).toContain("attachment");
    expect(answer.headers["content-type"]).toBe("application/octet-stream");
  });
});

describe("reports", () => {
  test.each([
    ["xlsx", "PK"],
    ["html", "<!DOCTYPE html>"],
    ["csv", "\uFEFF序号"],
    ["json", "{"],
  ])("are written as %s", async (format, beginning) => {
    const answer = await server.app.inject({
      url: `/api/v1/bulk-checks/${ref}/reports/${format}`,
      headers: reviewer.headers,
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.subarray(0, 40).toString("utf8").startsWith(beginning)).toBe(true);
    expect(answer.headers["content-disposition"]).toContain("attachment");
  });

  test("take some files alone", async () => {
    const chosen = fileOf("材料/0001.txt")?.position ?? 0;
    const { body } = await call("GET", `/bulk-checks/${ref}/reports/json?files=${chosen}`);
    const lines = String(body)
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { source?: string });
    expect(lines.flatMap(({ source }) => source ?? [])).toEqual(["材料/0001.txt"]);
  });

  test("are entered in the journal", async () => {
    const { rows } = await server.database.pool.query(
      "select count(*)::int as n from journal where action = 'bulk-check-downloaded'",
    );
    expect(rows[0].n).toBeGreaterThan(3);
  });
});

describe("a check belongs to its owner", () => {
  test("another person of the same scope does not see it", async () => {
    const other = callerFor(server, colleague);
    expect((await other("GET", `/bulk-checks/${ref}`)).status).toBe(404);
    expect((await other("GET", `/bulk-checks/${ref}/files/1`)).status).toBe(404);
    expect((await other("DELETE", `/bulk-checks/${ref}`)).status).toBe(404);
    expect((await other("GET", "/bulk-checks")).body).toEqual({ items: [], next: null });
  });

  test("takes no more files once it has begun", async () => {
    const { status } = await upload(server, { person: reviewer, ref, files: { "晚.txt": "x" } });
    expect(status).toBe(409);
  });

  test("cannot begin without files", async () => {
    const empty = await newCheck();
    expect((await call("POST", `/bulk-checks/${empty}/start`)).status).toBe(409);
  });

  test("the same file given twice is one; another of the same name is told apart", async () => {
    const own = await newCheck();
    for (const text of ["一", "一", "二"]) {
      await upload(server, { person: reviewer, ref: own, files: { "a.txt": text } });
    }
    await call("POST", `/bulk-checks/${own}/start`);
    const { failed } = await finished(server, reviewer, own);
    expect(failed.map(({ source }) => source)).toEqual(["a.txt", "a.txt（2）"]);
  });

  test("is taken away with its content, as far as nothing else needs it", async () => {
    const count = async (): Promise<number> =>
      Number((await server.database.execute(sql`select count(*) as n from blob`)).rows[0]?.["n"]);
    const before = await count();
    const own = await newCheck();
    const shared = filesOfFolder(folder)["材料/0001.txt"] ?? "";
    const files = { "新.txt": "只在这里", "同.txt": shared };
    await upload(server, { person: reviewer, ref: own, files });
    expect(await count()).toBe(before + 1);
    expect((await call("DELETE", `/bulk-checks/${own}`)).status).toBe(204);
    expect(await count()).toBe(before);
    expect((await call("GET", `/bulk-checks/${own}`)).status).toBe(404);
  });
});

describe("progress", () => {
  test("is told as events until the end", async () => {
    const answer = await server.app.inject({
      url: `/api/v1/bulk-checks/${ref}/events`,
      headers: reviewer.headers,
    });
    expect(answer.headers["content-type"]).toContain("text/event-stream");
    expect(answer.body).toContain('"state":"done"');
    expect(answer.body.trim().endsWith("event: end\ndata: {}")).toBe(true);
  });

  test("a check can be stopped; what waits stays unchecked", async () => {
    const own = await newCheck();
    await upload(server, { person: reviewer, ref: own, files: filesOfFolder(folder) });
    expect((await call("POST", `/bulk-checks/${own}/cancellation`)).status).toBe(204);
    const stopped = await finished(server, reviewer, own);
    expect(stopped.state).toBe("cancelled");
    expect(stopped.counts.waiting).toBe(MIXED);
  });
});
