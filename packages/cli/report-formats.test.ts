// The reports as the command writes them: to standard output, a file, or a folder.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

const bin = resolve(import.meta.dirname, "jueming.mjs");
const samples = resolve(import.meta.dirname, "../../samples");
const accounts = join(samples, "示例县人民政府办公室2024年度部门决算公开.txt");

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function check(...rest: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "check", ...rest], {
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jueming-reports-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("html goes to standard output or a file, with the same status and the same bytes", () => {
  const shown = check(accounts, "--format", "html");
  expect(shown).toMatchObject({ status: 1, err: "" });
  expect(shown.out).toMatch(/^<!DOCTYPE html>[\s\S]*675\.48[\s\S]*<\/html>\n$/u);
  const path = join(folder, "报告.html");
  expect(check(accounts, "--format", "html", "--out", path)).toMatchObject({ status: 1, out: "" });
  expect(readFileSync(path, "utf8") === shown.out).toBe(true);
});

test("html shows only the wanted severities", () => {
  const { out } = check(samples, "--format", "html", "--severity", "error");
  expect(out).toContain('data-severity="error"');
  expect(out).not.toContain('data-severity="hint"');
});

test("xlsx goes to a file or a folder, and is refused a terminal before any work", () => {
  expect(check(accounts, "--format", "xlsx")).toMatchObject({
    status: 2,
    out: "",
    err: expect.stringMatching(/--out.*。\n$/u),
  });
  const path = join(folder, "底稿.xlsx");
  expect(check(accounts, "--format", "xlsx", "--out", path)).toMatchObject({ status: 1, out: "", err: "" });
  expect(readFileSync(path).subarray(0, 2).toString()).toBe("PK");
  expect(check(accounts, "--format", "xlsx", "--out", `${folder}/各表/`).status).toBe(1);
  expect(readdirSync(join(folder, "各表"))).toEqual(["检查底稿.xlsx"]);
});

test("csv shows the findings; a folder gets the summary by unit, too", () => {
  const shown = check(accounts, "--format", "csv");
  expect(shown).toMatchObject({ status: 1, err: "" });
  expect(shown.out).toMatch(/^\uFEFF序号,/u);
  const path = join(folder, "汇总");
  expect(check(samples, "--format", "csv", "--out", path)).toMatchObject({ status: 1, out: "" });
  expect(readdirSync(path)).toEqual(["findings.csv", "summary.csv"]);
  expect(readFileSync(join(path, "summary.csv"), "utf8")).toContain("示例县档案馆,2024");
  const file = join(folder, "问题.csv");
  check(accounts, "--format", "csv", "--out", file);
  expect(readFileSync(file, "utf8") === shown.out).toBe(true);
});

test.each(["html", "csv"])("%s names the file that could not be read, status 2", (format) => {
  const out = join(folder, `坏-${format}`);
  const run = check(accounts, "没有.pdf", "--format", format, "--out", `${out}/`);
  expect(run.status).toBe(2);
  expect(run.err).toContain("没有.pdf");
  const [last] = readdirSync(out).toReversed();
  expect(readFileSync(join(out, last ?? ""), "utf8")).toContain("没有.pdf");
});

test("a file that cannot be written is told in Chinese", () => {
  const run = check(accounts, "--format", "xlsx", "--out", join(folder, "没有的文件夹", "底稿.xlsx"));
  expect(run.status).toBe(2);
  expect(run.err).toMatch(/无法写入.*。/u);
});

test("text for several files begins with a table by unit, then each in its order", () => {
  const { out } = check(samples);
  expect(out).toMatch(
    /^单位 +年度 +错误 +警告 +提示 +已检查 +未检查 +来源\n(?:示例县.*\n){3,}\n[\s\S]*■ [\s\S]*已检查 \d+ 项/u,
  );
});
