// What crashes do to the work of people: the server is killed in mid-work, then the database, again and again. After each
// the restart is timed, every acknowledged change is looked for, and the journal is verified.
//   node scripts/measure/application/faults.ts [--server 50] [--database 20] [--writers 4]

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

import { randomFrom } from "../random.ts";
import type { Served } from "./served.ts";
import { at, Client, crash, startServed, stopServed } from "./served.ts";

const PORT = 8_190;
const REGION = "431299";
const PASSWORD = "一句足够长的话可以作密码";

interface Writer {
  readonly client: Client;
  readonly ref: string;
  readonly key: string;
  revision: number;
  /** Text that the server has acknowledged last, and one that was sent and not answered. */
  acknowledged: string;
  inDoubt: string | null;
  changes: number;
}

const { values } = parseArgs({
  options: {
    server: { type: "string", default: "50" },
    database: { type: "string", default: "20" },
    writers: { type: "string", default: "4" },
  },
});
const data = mkdtempSync(join(tmpdir(), "jueming-faults-"));
const random = randomFrom(20_261_129);
let served: Served = await startServed(PORT, ["--data", data, "--no-sample"]);
const administrator = new Client(() => served.origin);
const writers = await prepare(Number(values.writers));
const restarts: number[] = [];
let lost = 0;
for (let round = 0; round < Number(values.server); round += 1) {
  await whileWriting(async () => {
    await sleep(100 + random.whole(0, 500));
    await crash(served);
  });
  served = await startServed(PORT, ["--data", data, "--no-sample"]);
  restarts.push(served.startMs);
  lost += await countLost();
}
const recoveries: number[] = [];
for (let round = 0; round < Number(values.database); round += 1) {
  await whileWriting(async () => {
    await sleep(100 + random.whole(0, 500));
    killDatabase();
    const begin = performance.now();
    while (
      !(await fetch(`${served.origin}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ))
    )
      await sleep(25);
    recoveries.push(performance.now() - begin);
  });
  lost += await countLost();
}
const verdict = await administrator.must("GET", `/administration/journal/${REGION}/verdict`);
await stopServed(served);
rmSync(data, { recursive: true, force: true });
const changes = writers.reduce((sum, writer) => sum + writer.changes, 0);
process.stdout.write(
  [
    `acknowledged changes: ${changes}, lost: ${lost}`,
    `kills of the server: ${restarts.length}, start until ready ${spread(restarts)}`,
    `kills of the database: ${recoveries.length}, until ready again ${spread(recoveries)}`,
    `journal: ${JSON.stringify(verdict)}`,
    "",
  ].join("\n"),
);
process.exitCode = lost === 0 && at(verdict, "intact") === true ? 0 : 1;

/** A region with a report for each writer. */
async function prepare(count: number): Promise<readonly Writer[]> {
  const token = served.setUpToken ?? "";
  const region = { regionCode: REGION, regionName: "示例县" };
  await administrator.must("POST", "/set-up", {
    token,
    ...region,
    login: "admin",
    name: "管理员",
    password: PASSWORD,
  });
  const units = Array.from({ length: count }, (_, n) => ({
    name: `示例县第${n + 1}办公室`,
    code: null,
    type: "administrative",
    departmentName: null,
  }));
  await administrator.must("POST", "/administration/units/list", { region: REGION, year: 2024, units });
  const days = {
    dueFilling: "2025-08-01",
    dueDepartment: "2025-08-10",
    dueFinance: "2025-08-20",
    duePublication: "2025-09-10",
  };
  const task = {
    region: REGION,
    year: 2024,
    kind: "final-accounts",
    title: "部门决算公开",
    edition: "national/2024",
  };
  await administrator.must("POST", "/administration/tasks", { ...task, ...days });
  const listed = await administrator.must("GET", "/administration/units?year=2024");
  return Promise.all(units.map((_, n) => addWriter(at(listed, "items", n, "ref"), n)));
}

async function addWriter(unit: unknown, n: number): Promise<Writer> {
  const login = `writer${n}`;
  const grants = [{ role: "filler", scope: "unit", unit }];
  const invited = await administrator.must("POST", "/administration/accounts", {
    region: REGION,
    login,
    name: "填报员",
    grants,
  });
  const client = new Client(() => served.origin);
  const token = String(at(invited, "path")).split("#")[1];
  await client.must("POST", "/password/by-link", { token, password: PASSWORD });
  const ref = String(at(await client.must("GET", "/reports"), "items", 0, "ref"));
  return { client, ref, key: "identity:unitCode", revision: 0, acknowledged: "", inDoubt: null, changes: 0 };
}

/** Lets all writers write until the act is done. */
async function whileWriting(act: () => Promise<void>): Promise<void> {
  const state = { over: false };
  const writing = writers.map((writer) => write(writer, state));
  await act();
  state.over = true;
  await Promise.all(writing);
}

async function write(writer: Writer, state: { readonly over: boolean }): Promise<void> {
  while (!state.over) {
    const to = `第${writer.changes + 1}次填写${random.whole(0, 1_000_000)}`;
    writer.inDoubt = to;
    try {
      const change = { kind: "field", key: writer.key, from: writer.acknowledged, to };
      const headers = { "if-match": `"${writer.revision}"` };
      const answer = await writer.client.send(
        "PATCH",
        `/reports/${writer.ref}/entries`,
        { changes: [change] },
        headers,
      );
      if (answer.status === 200) {
        writer.acknowledged = to;
        writer.inDoubt = null;
        writer.revision = Number(at(answer.body, "live", "revision"));
        writer.changes += 1;
      } else if (answer.status < 500) throw new Error(`refused: ${JSON.stringify(answer.body)}`);
      else return;
    } catch (error) {
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}

/** How many writers do not find what was acknowledged; what was sent and not answered may stand there instead. */
async function countLost(): Promise<number> {
  let count = 0;
  for (const writer of writers) {
    const editor = await writer.client.must("GET", `/reports/${writer.ref}/entries`);
    const now = String(at(editor, "entries", "fields", writer.key) ?? "");
    if (now !== writer.acknowledged && now !== writer.inDoubt) count += 1;
    writer.acknowledged = now;
    writer.inDoubt = null;
    writer.revision = Number(at(editor, "live", "revision"));
  }
  return count;
}

/** Kills all processes of the embedded database at once. */
function killDatabase(): void {
  const postmaster =
    readFileSync(join(data, "database", "postmaster.pid"), "utf8")
      .split("\n")[0]
      ?.trim() ?? "";
  const children = execFileSync("ps", ["-o", "pid=", "--ppid", postmaster]).toString().trim().split(/\s+/u);
  for (const pid of [postmaster, ...children]) {
    try {
      process.kill(Number(pid), "SIGKILL");
    } catch {
      // It has ended with the one before.
    }
  }
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const shown = (share: number): string =>
    `${Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)} ms`;
  return sorted.length === 0 ? "–" : `${shown(0)} / median ${shown(0.5)} / ${shown(1)}`;
}
