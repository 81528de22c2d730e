// `jueming rectify` and `jueming monitor` as people call them.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterAll, expect, test } from "vitest";

const bin = resolve(import.meta.dirname, "jueming.mjs");
const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "jueming-rectify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...rest: readonly string[]): {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...rest], {
    encoding: "utf8",
    cwd: folder,
  });
  return { status, out: stdout, err: stderr };
}

const update = (ledger: string): unknown => {
  const { status, out } = run(
    "rectify",
    join(root, "samples"),
    "--ledger",
    ledger,
    "--date",
    "2025-11-30",
    "--format",
    "json",
  );
  expect(status).toBe(0);
  return JSON.parse(out);
};

test("a ledger that is made and updated by the same material stays as it is, in both forms", () => {
  const made = update("台账.xlsx");
  expect(update("台账.xlsx")).toEqual(made);
  expect(update("台账.json")).toEqual(made);
  expect(JSON.parse(readFileSync(join(folder, "台账.json"), "utf8"))).toEqual(made);
});

test("a ledger of another kind is refused before anything is done", () => {
  const { status, err } = run("rectify", join(root, "samples"), "--ledger", "台账.txt");
  expect([status, err]).toEqual([2, "台账“台账.txt”应为 .xlsx 或 .json 文件。\n"]);
});

test("monitoring ends with 1 where there is a red light, and with 2 where nothing was filled in", () => {
  const example = join(root, "schemas/examples/monitoring.json");
  writeFileSync(
    join(folder, "红.json"),
    readFileSync(example, "utf8").replace('"adjusted": "20"', '"adjusted": "40"'),
  );
  const red = run("monitor", "红.json", "--month", "2025-05");
  expect(red.status).toBe(1);
  expect(red.out).toContain("红灯 示例县财政局 会议培训");
  expect(run("template", "--kind", "monitoring", "--out", "监控表.xlsx").status).toBe(0);
  expect(run("monitor", "监控表.xlsx").status).toBe(2);
  expect(run("monitor", example, "--month", "2024-05").status).toBe(2);
});
