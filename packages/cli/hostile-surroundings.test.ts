// Names, folders and disks that stand against the command: it says what to do and ends with its own status.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, closeSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

const bin = resolve(import.meta.dirname, "jueming.mjs");
const samples = resolve(import.meta.dirname, "../../samples");
const isLinux = process.platform === "linux";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jueming-surroundings-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(
  args: readonly string[],
  out: number | "pipe" = "pipe",
): { readonly status: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    encoding: "utf8",
    stdio: ["ignore", out, "pipe"],
  });
  return { status, out: stdout ?? "", err: stderr };
}

test("the name of a file cannot send commands to the terminal", () => {
  const inside = join(folder, "names");
  mkdirSync(inside);
  writeFileSync(join(inside, "空\u001B[31m\n\u202E.txt"), "");
  const { status, out, err } = run(["check", inside]);
  expect(status).toBe(2);
  expect(out + err).toContain("空");
  // oxlint-disable-next-line no-control-regex -- what a terminal would obey
  expect(out + err).not.toMatch(/[\u001B\u202E]/u);
});

test.runIf(isLinux)("a pipe in a folder is named and not waited for", () => {
  const inside = join(folder, "pipes");
  mkdirSync(inside);
  execFileSync("mkfifo", [join(inside, "管道.txt")]);
  const { status, err } = run(["check", inside]);
  expect(status).toBe(2);
  expect(err).toContain("是设备或管道");
});

test.runIf(isLinux)("a full disk is told in Chinese, on standard output and in --out", () => {
  const full = openSync("/dev/full", "w");
  const printed = run(["check", samples], full);
  closeSync(full);
  expect(printed.status).toBe(2);
  expect(printed.err).toBe("无法写入“标准输出”：磁盘已满。请清理后重试，或写到别的磁盘。\n");
  const written = run(["check", samples, "--format", "html", "--out", "/dev/full"]);
  expect(written.status).toBe(2);
  expect(written.err).toContain("磁盘已满");
});

test("a report for which there is no folder is told in Chinese", () => {
  const { status, err } = run([
    "check",
    samples,
    "--format",
    "xlsx",
    "--out",
    join(folder, "无", "底稿.xlsx"),
  ]);
  expect(status).toBe(2);
  expect(err).toContain("文件夹不存在");
});
