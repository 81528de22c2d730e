// The behaviours that scripts rely on: exit status, streams, bad input. Each test runs the real command.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

const bin = resolve(import.meta.dirname, "jueming.mjs");
const samples = resolve(import.meta.dirname, "../../samples");
const accounts = join(samples, "示例县人民政府办公室2024年度部门决算公开.txt");
const forms = join(samples, "示例县人民政府办公室2024年度项目支出绩效自评表.md");

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function jueming(...rest: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...rest], {
    encoding: "utf8",
    cwd: folder,
  });
  return { status, out: stdout, err: stderr };
}

const jsonLines = (text: string): readonly Record<string, unknown>[] =>
  text
    .trim()
    .split("\n")
    // Each line is an object by contract; the tests look at its fields.
    .map((line) => JSON.parse(line) as Record<string, unknown>);

interface PublishedFinding {
  readonly rule: string;
  readonly subject: string;
  readonly kind: string;
  readonly operands: readonly { readonly value: string | null }[];
  readonly explanation: string | null;
}

function findingsOf(...rest: readonly string[]): readonly PublishedFinding[] {
  const [result] = jsonLines(jueming(...rest).out);
  // The shape of findings is promised by their schema.
  return (result?.["findings"] ?? []) as readonly PublishedFinding[];
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jueming-cli-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("read", () => {
  test("prints one JSON object for a file, status 0, nothing on standard error", () => {
    const run = jueming("read", accounts);
    expect(run).toMatchObject({ status: 0, err: "" });
    expect(jsonLines(run.out)).toEqual([
      expect.objectContaining({ schema: "jueming/disclosure/1", kind: "final-accounts", year: 2024 }),
    ]);
  });

  test("prints JSON Lines for several, in the order given, failures in their place, status 2", () => {
    const run = jueming("read", forms, "没有.txt", accounts);
    expect(run.status).toBe(2);
    expect(run.err).toContain("找不到");
    expect(jsonLines(run.out).map(({ kind, error }) => kind ?? error)).toEqual([
      "project-evaluations",
      expect.objectContaining({ code: "not-found" }),
      "final-accounts",
    ]);
  });

  test("reads its own output again to the same output", () => {
    const first = jueming("read", accounts).out;
    const again = jueming("read", file("again.json", first)).out;
    expect(again === first).toBe(true);
  });

  test("writes one file for each input into --out", () => {
    const out = join(folder, "read-out");
    expect(jueming("read", samples, "--out", out)).toMatchObject({ status: 0, out: "" });
    expect(readdirSync(out).filter((name) => name.endsWith(".json"))).toHaveLength(
      readdirSync(samples).length,
    );
  });

  test("prints a readable summary", () => {
    const run = jueming("read", accounts, "--format", "text");
    expect(run.out).toMatch(/示例县人民政府办公室[\s\S]*收入支出决算总表/u);
  });
});

describe("bad input", () => {
  const encoder = new TextEncoder();
  const half = '{"schema":"jueming/disclosure/1","tables":[{"con';
  test.each<readonly [string, string | Uint8Array, string]>([
    ["空文件.txt", "", "empty"],
    ["空白.txt", " \n\n\t\n", "empty"],
    ["二进制.txt", Uint8Array.from({ length: 9999 }, (_, index) => (index * 73) % 256), "unsupported-format"],
    ["改名.txt", "%PDF-1.7\n…", "damaged"],
    ["压缩包.md", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), "damaged"],
    ["一行十兆.txt", "5".repeat(10_000_000), "too-large"],
    ["百万行.txt", "1\t2\n".repeat(1_000_000), "too-large"],
    ["半个.json", half, "damaged"],
    ["别的.json", '{"a":1}', "not-a-disclosure"],
    ["坏的.json", '{"schema":"jueming/disclosure/1","source":5}', "damaged"],
    ["游记.txt", "今天天气很好，我们去爬山。\n山上有一棵树。", "not-a-disclosure"],
    [
      "代理.txt",
      Uint8Array.from([...encoder.encode("游记"), 0xed, 0xa0, 0x80, 0, ...encoder.encode("一段普通文字")]),
      "not-a-disclosure",
    ],
  ])("%s gets its code and a Chinese sentence", (name, content, code) => {
    const run = jueming("check", file(name, content), "--format", "json");
    expect(run.status).toBe(2);
    expect(jsonLines(run.out)).toEqual([
      { source: name, error: { code, message: expect.stringMatching(/[\u4E00-\u9FFF]{4,}.*。/u) } },
    ]);
    expect(run.err).toContain(code);
  });

  test("an empty folder, hidden files only, is empty", () => {
    const empty = join(folder, "空文件夹");
    mkdirSync(empty);
    writeFileSync(join(empty, ".hidden"), "x");
    expect(jsonLines(jueming("check", empty, "--format", "json").out)).toEqual([
      { source: "空文件夹", error: expect.objectContaining({ code: "empty" }) },
    ]);
  });

  test("does not stop the others: a folder with links in a circle, no permission and a lost link", () => {
    const mixed = join(folder, "混合");
    mkdirSync(join(mixed, "内层"), { recursive: true });
    symlinkSync("..", join(mixed, "内层", "回到上层"));
    symlinkSync("不存在", join(mixed, "丢失的链接"));
    writeFileSync(join(mixed, "内层", "2 决算.txt"), readFileSync(accounts));
    writeFileSync(join(mixed, "10 空.txt"), "");
    writeFileSync(join(mixed, "锁住.txt"), "x");
    chmodSync(join(mixed, "锁住.txt"), 0o000);
    const run = jueming("check", mixed, "--format", "json");
    const results = jsonLines(run.out);
    expect(run.status).toBe(2);
    expect(results.map(({ source }) => source)).toContain("内层/2 决算.txt");
    expect(results.filter(({ schema }) => schema === "jueming/findings/1")).toHaveLength(1);
  });

  test("two files of one name from different folders keep apart", () => {
    mkdirSync(join(folder, "甲"));
    mkdirSync(join(folder, "乙"));
    const paths = ["甲", "乙"].map((name) => file(join(name, "同名.txt"), ""));
    expect(jsonLines(jueming("read", ...paths).out).map(({ source }) => source)).toEqual(paths);
  });
});

describe("check", () => {
  test("has status 1 for errors, and finds what was planted in the sample", () => {
    const run = jueming("check", accounts, "--format", "json");
    expect(run).toMatchObject({ status: 1, err: "" });
    expect(run.out).toContain("675.48");
    expect(run.out).toContain("12.45");
    expect(run.out).toContain("0.80");
  });

  test("prints text: worst first, aligned, with the place, the coverage, and no colour in a pipe", () => {
    const { out } = jueming("check", accounts);
    expect(out).toMatch(/错误 \d+ {2}警告 \d+ {2}提示 \d+/u);
    expect(out).toMatch(/675\.48 {2}行 \d+/u);
    expect(out).toMatch(/已检查 \d+ 项，不适用 \d+ 项，未检查 \d+ 项/u);
    expect(out).not.toContain("\u001B");
  });

  test("shows only the wanted severities, and counts all", () => {
    const [result] = jsonLines(jueming("check", forms, "--format", "json", "--severity", "error").out);
    const severities = JSON.stringify(result?.["findings"]).match(/"severity":"\w+"/gu);
    expect(new Set(severities)).toEqual(new Set(['"severity":"error"']));
    expect(result?.["summary"]).toHaveProperty("hint");
  });

  test("adds one line for the inputs of one unit and year", () => {
    const results = jsonLines(jueming("check", accounts, forms, "--format", "json").out);
    expect(results).toHaveLength(3);
    expect(results[2]).toMatchObject({
      sources: [expect.stringContaining("决算公开"), expect.stringContaining("自评表")],
    });
  });

  test("says that the same report given twice is the same", () => {
    const copy = file("副本.txt", readFileSync(accounts, "utf8").replaceAll("\n", "\r\n"));
    const results = jsonLines(jueming("check", accounts, copy, "--format", "json").out);
    expect(results[2]).toMatchObject({ duplicates: [{ source: "副本.txt", of: expect.any(String) }] });
  });

  test("writes to --out, a file or a folder", () => {
    const report = join(folder, "结果.txt");
    expect(jueming("check", accounts, "--out", report)).toMatchObject({ status: 1, out: "" });
    expect(readFileSync(report, "utf8")).toContain("675.48");
    expect(jueming("check", accounts, forms, "--format", "json", "--out", `${folder}/各份/`).out).toBe("");
    expect(readdirSync(join(folder, "各份"))).toHaveLength(3);
  });

  test("counts explained findings no more", () => {
    const before = findingsOf("check", forms, "--format", "json");
    const explanations = before
      .filter(({ kind }) => kind === "explain")
      .map(({ rule, subject, operands }) => ({
        rule,
        subject,
        figures: operands.map(({ value }) => value),
        explanation: "已核实",
      }));
    const kept = file("说明.json", JSON.stringify({ explanations }));
    const after = findingsOf("check", forms, "--format", "json", "--explanations", kept);
    expect(after.filter(({ explanation }) => explanation === "已核实")).toHaveLength(explanations.length);
  });

  test("gives the same results with worker threads", () => {
    const alone = jueming("check", samples, "--format", "json", "--jobs", "1");
    const spread = jueming("check", samples, "--format", "json", "--jobs", "3");
    expect(spread.out === alone.out).toBe(true);
    expect(spread.status).toBe(alone.status);
  });
});

describe("score", () => {
  test("prints every project with its scores and how they follow", () => {
    const { status, out } = jueming("score", forms);
    expect(status).toBe(0);
    expect(out).toContain("预算执行率");
    expect(out).toMatch(/÷ .* × 10 = /u);
    expect(out).toMatch(/\d+ 个项目，\d+ 项得分：有据 \d+/u);
  });

  test("of a document without evaluations is an empty list, not a fault", () => {
    const { status, out } = jueming("score", accounts, "--format", "json");
    expect([status, jsonLines(out)]).toEqual([0, [expect.objectContaining({ evaluations: [] })]]);
  });

  test("says which file could not be read, and scores the others", () => {
    const { status, out, err } = jueming("score", "没有的文件.txt", forms);
    expect([status, out.includes("没有的文件.txt") || err.includes("没有的文件.txt")]).toEqual([2, true]);
  });

  test("tries a changed figure and scores by other rules", () => {
    const { status, out } = jueming(
      "score",
      forms,
      "--set",
      "1::执行数=0.01",
      "--edition",
      "example/full-range",
    );
    expect(status).toBe(0);
    expect(out).toMatch(/试算：总分 .* → .*，等级 . → ./u);
    expect(out).toContain("example/full-range");
  });
});

describe("bad usage", () => {
  test.each([
    [["check"], "没有给出"],
    [["check", "x", "--nonsense"], "--nonsense"],
    [["nonsense"], "没有命令"],
    [["check", "x", "--format", "pdf"], "--format"],
    [["check", "x", "--jobs", "0"], "--jobs"],
    [["check", "x", "--severity", "bad"], "--severity"],
    [["check", "x", "--format", "xlsx"], "--out"],
    [["check", "x", "--explanations", "没有.json"], "没有.json"],
    [["rules", "ZZ-99"], "ZZ-99"],
    [["regions", "x"], "参数太多"],
    [["score", forms, "--edition", "nowhere/2000"], "example/full-range"],
    [["score", forms, "--set", "1::没有的指标=3"], "没有名为"],
    [["score", forms, "--set", "执行数=3"], "请写明项目"],
    [["score", forms, "--set", "不成样子"], "项目名::指标名=新完成值"],
    [["score", forms, accounts, "--set", "1::1=3"], "只能用于一份材料"],
  ])("%j ends with status 2 and a Chinese sentence on standard error", (rest, words) => {
    const run = jueming(...rest);
    expect(run).toMatchObject({ status: 2, out: "" });
    expect(run.err).toContain(words);
    expect(run.err).toMatch(/。/u);
  });
});

describe("rules and regions", () => {
  test("are listed, and one rule is explained by its code in any case", () => {
    expect(jueming("rules").out).toContain("P-07");
    const [one] = jsonLines(jueming("rules", "p-07", "--format", "json").out.replaceAll(/\n */gu, " "));
    expect(one).toMatchObject({ code: "P-07", basis: expect.any(String), example: expect.any(Object) });
    expect(jueming("regions").out).toContain("national");
    expect(jueming("regions").out).toContain("执行率低于 60% 的总分不高于 79");
  });
});

test("a pipe that closes early ends the command quietly", async () => {
  const child = spawn(process.execPath, [bin, "read", samples], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.once("data", () => child.stdout.destroy());
  let err = "";
  child.stderr.on("data", (part: Buffer) => {
    err += part.toString();
  });
  await once(child, "close");
  expect(err).toBe("");
});
