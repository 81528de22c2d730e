import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

const bin = join(import.meta.dirname, "jueming.mjs");
const samples = resolve(import.meta.dirname, "../../samples");
const report = readdirSync(samples).find((name) => name.endsWith("档案馆2024年度部门决算公开.txt")) ?? "";
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jueming-write-"));
  copyFileSync(join(samples, report), join(folder, "report.txt"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const jueming = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};

describe("jueming write", () => {
  test.each(["docx", "xlsx", "pdf", "html", "json"])(
    "writes %s that is read back and has no alterations",
    (format) => {
      const out = `written.${format}`;
      expect(jueming("write", "report.txt", "--to", format, "--draft", "--out", out).status).toBe(0);
      const read = jueming("read", out);
      expect(read.status).toBe(0);
      const disclosure = JSON.parse(read.stdout) as { tables: unknown[]; alterations: unknown };
      expect(disclosure.tables.length).toBe(10);
      expect(disclosure.alterations).toEqual(format === "json" ? null : []);
    },
  );

  test("refuses a final document that lacks something, names it, and writes nothing", () => {
    const lacking = readFileSync(join(folder, "report.txt"), "utf8").replaceAll(
      /，?主要原因[^。；，\n]*/gu,
      "",
    );
    writeFileSync(join(folder, "lacking.txt"), lacking);
    const { status, stderr } = jueming("write", "lacking.txt", "--to", "docx", "--out", "final.docx");
    expect(status).toBe(2);
    expect(stderr).toContain("待填写");
    expect(stderr).toContain("主要原因");
    expect(existsSync(join(folder, "final.docx"))).toBe(false);
  });

  test("does not write over the material, and keeps apart what would have one name", () => {
    expect(jueming("write", "report.txt", "--to", "json", "--out", "report.json").status).toBe(0);
    const over = jueming("write", "report.json", "--to", "json", "--out", "report.json");
    expect([over.status, over.stderr.includes("不能写在它上面")]).toEqual([2, true]);
    expect(
      jueming("write", "report.txt", "report.json", "--to", "html", "--draft", "--out", "both/").status,
    ).toBe(0);
    expect(readdirSync(join(folder, "both")).toSorted()).toEqual(["report.json.html", "report.txt.html"]);
  });

  test("tells what a template does not know, by name", () => {
    expect(jueming("template", "--kind", "word", "--out", "template.docx").status).toBe(0);
    expect(
      jueming("write", "report.txt", "--to", "docx", "--template", "template.docx", "--out", "own.docx")
        .status,
    ).toBe(0);
    const wrong = jueming("write", "report.txt", "--to", "pdf", "--template", "template.docx");
    expect([wrong.status, wrong.stderr.includes("--to docx")]).toEqual([2, true]);
  });
});

describe("jueming diff", () => {
  test("tells figures that differ, with both sides, and says so when nothing does", () => {
    const text = readFileSync(join(folder, "report.txt"), "utf8");
    const amount = /收入总计([\d,.]+)万元/u.exec(text)?.[1] ?? "";
    writeFileSync(join(folder, "changed.txt"), text.replace(`收入总计${amount}万元`, "收入总计1.23万元"));
    const { status, stdout } = jueming("diff", "report.txt", "changed.txt");
    expect(status).toBe(0);
    expect(stdout).toContain(`${amount}万元`);
    expect(stdout).toContain("1.23万元");
    expect(jueming("diff", "report.txt", "report.txt").stdout).toBe("两份材料没有差异。\n");
  });
});
