// `jueming indicators` as a person runs it.

import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

import { expect, test } from "vitest";

const bin = resolve(import.meta.dirname, "jueming.mjs");
const forms = resolve(import.meta.dirname, "../../samples/示例县人民政府办公室2024年度项目支出绩效自评表.md");

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function run(...options: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "indicators", ...options], {
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
}

test("a query lists entries, and filters narrow them", () => {
  const { status, out } = run("满意度", "--level1", "满意度", "--category", "会议培训");
  expect(status).toBe(0);
  expect(out).toContain("参训人员满意度");
  expect(out).not.toContain("患者");
});

test("a suggestion is printed level by level with its points", () => {
  const { status, out } = run(
    "--suggest",
    "干部培训",
    "--economic",
    "30216",
    "--amount",
    "20",
    "--region",
    "51",
  );
  expect(status).toBe(0);
  for (const words of ["产出指标（50分）", "培训人次", "成本指标（10分）", "须按项目实际填写"])
    expect(out).toContain(words);
});

test("the indicators of a form are reviewed and compared", () => {
  const reviewed = run("--review", forms);
  expect([reviewed.status, reviewed.out.includes("条提示")]).toEqual([0, true]);
  const compared = run("--duplicates", forms, "--format", "json");
  expect([compared.status, JSON.parse(compared.out)]).toMatchObject([0, { kind: "duplicates" }]);
});

test.each([
  [["--level1", "过程"], "没有一级指标“过程”"],
  [["--category", "航天"], "没有项目类别“航天”，可用：通用"],
  [["--suggest", "培训", "--economic", "99999"], "没有部门预算支出经济分类“99999”"],
  [["--suggest", "培训", "--amount", "二十"], "应为大于 0 的数，以万元为单位"],
  [["--suggest", "培训", "--review", forms], "每次只能用一个"],
  [["培训", "--review", forms], "不能与 --suggest、--review、--duplicates 同用"],
  [["--review", "没有.txt"], "没有.txt"],
])("%j is refused in Chinese", (options, words) => {
  const { status, err } = run(...options);
  expect([status, err.includes(words)]).toEqual([2, true]);
});
