import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { writeMixedFolder } from "../../../scripts/measure/mixed-folder.ts";
import { bulkCheckView } from "../contract/bulk-checks.ts";
import { callerFor, filesOfFolder, finished, hostileUploads, upload } from "../testing/bulk-uploads.ts";
import type { SignedInPerson, TestServer } from "../testing/test-server.ts";
import { addPerson, addTree, serverBeside, testServer } from "../testing/test-server.ts";

const FILES = 24;

let server: TestServer;
let person: SignedInPerson;
let folder = "";
beforeAll(async () => {
  server = await testServer();
  const { shardRegion } = await addTree(server.database);
  person = await addPerson(server, { shardRegion, role: "finance-reviewer", scope: "region", unitId: null });
  folder = mkdtempSync(join(tmpdir(), "jueming-mixed-"));
  writeMixedFolder(folder, FILES);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a server that stops in the middle of a bulk check", () => {
  test("goes on after its start; what was done is not done again, and nothing is lost", async () => {
    const first = await anotherServer();
    const call = callerFor(first, person);
    const { ref } = (await call("POST", "/bulk-checks", {})).body as { ref: string };
    const [[, hostile] = ["", ""]] = hostileUploads().filter(([name]) => name.endsWith("截断.docx"));
    await upload(first, { person, ref, files: { ...filesOfFolder(folder), "坏.docx": hostile } });
    await call("POST", `/bulk-checks/${ref}/start`);
    const doneBefore = await someDone(call, ref);
    await first.close();

    await markRows(doneBefore);
    const second = await anotherServer();
    const view = await finished(second, person, ref);
    expect(view.state).toBe("done");
    expect(view.counts).toMatchObject({ files: FILES + 1, waiting: 0, failed: 1, checked: FILES });
    expect(doneBefore.length).toBeLessThan(FILES);
    expect(await markedRows()).toEqual(doneBefore.toSorted((a, b) => a - b));
    await second.close();
  }, 300_000);
});

/** A server of its own on the same database, which does the work that waits there. */
async function anotherServer(): Promise<TestServer> {
  const another = await serverBeside(server);
  await another.services.jobs.work(another.services, 1);
  return another;
}

/** Positions of files that are done, as soon as there are a few. */
async function someDone(call: ReturnType<typeof callerFor>, ref: string): Promise<readonly number[]> {
  for (;;) {
    const view = bulkCheckView.parse((await call("GET", `/bulk-checks/${ref}`)).body);
    const done = view.units.flatMap(({ files }) => files.map(({ position }) => position));
    if (done.length >= 3) return done;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const MARK = 987_654;

/** Marks the rows of files: one that is checked again would lose its mark. */
async function markRows(positions: readonly number[]): Promise<void> {
  await server.database.pool.query("update bulk_file set hint = $1 where position = any($2)", [
    MARK,
    positions,
  ]);
}

async function markedRows(): Promise<readonly number[]> {
  const { rows } = await server.database.pool.query<{ position: number }>(
    "select position from bulk_file where hint = $1 order by position",
    [MARK],
  );
  return rows.map(({ position }) => position);
}
