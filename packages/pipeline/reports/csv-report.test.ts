import { describe, expect, test } from "vitest";

import { findingsCsv, summaryCsv } from "./csv-report.ts";
import { FINDING_COLUMNS } from "./finding-rows.ts";
import { ACCOUNTS, FORMS, FORMULA, checkedSample, hostile } from "./testing/sample-results.ts";

const accounts = await checkedSample(ACCOUNTS);
const forms = await checkedSample(FORMS);

/** Cells of CSV by RFC 4180, read by hand. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const match of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "\r\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

describe("findings as CSV", () => {
  const csv = [...findingsCsv([accounts, forms], "hint")].join("");
  const [head, ...rows] = cellsOf(csv);

  test("begin with the mark of UTF-8, and each line has all columns", () => {
    expect(csv.startsWith("\uFEFF序号,单位,年度")).toBe(true);
    expect(head).toEqual(FINDING_COLUMNS.map(({ name }) => name));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([FINDING_COLUMNS.length]));
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  });

  test("hold every finding once, those of one cause pointing to it", () => {
    const count = accounts.result.findings.length + forms.result.findings.length;
    expect(rows.map(([number]) => number)).toEqual(Array.from({ length: count }, (_, at) => `${at + 1}`));
    expect(rows.filter((row) => row.includes("同第 1 号")).length).toBeGreaterThan(0);
    expect(csv).toContain(",675.48,");
    expect(csv).toContain("行 121");
  });

  test("keep negative numbers as numbers", () => {
    expect(csv).toContain(",-18.00,");
  });

  test("show only the wanted severities", () => {
    const errors = cellsOf([...findingsCsv([forms], "error")].join("")).slice(1);
    expect(new Set(errors.map((row) => row[4]))).toEqual(new Set(["错误"]));
  });
});

test("nothing of a document can become a formula", () => {
  const files = [hostile(accounts, FORMULA), hostile(accounts, "@cmd\r\n=1")];
  const csv = [...findingsCsv(files, "hint")].join("") + [...summaryCsv(files)].join("");
  const cells = csv.split("\uFEFF").flatMap((part) => cellsOf(`\uFEFF${part}`).flat());
  const bold = cells.filter((cell) => /^[=+@\t\r-]/u.test(cell));
  expect(bold.filter((cell) => !/^-?\d+(?:\.\d+)?$/u.test(cell))).toEqual([]);
  expect(cells).toContain(`'${FORMULA}`);
});

test("the summary has one line for each file, read or not", () => {
  const failure = { source: "坏的.pdf", error: { code: "damaged", message: "文件已损坏。" } } as const;
  const rows = cellsOf([...summaryCsv([accounts, failure])].join(""));
  expect(rows).toHaveLength(3);
  expect(rows[1]).toEqual(expect.arrayContaining(["示例县人民政府办公室", "2024", "3", ACCOUNTS]));
  expect(rows[2]).toEqual(expect.arrayContaining(["（未能读取）", "坏的.pdf", "文件已损坏。（damaged）"]));
});
