import { rowHeight } from "@jueming/documents/workbook/row-height.ts";
import type { Sheet } from "hucre/xlsx";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";

import { FINDING_COLUMNS } from "../finding-rows.ts";
import { ACCOUNTS, FORMS, FORMULA, MARKUP, checkedSample, hostile } from "../testing/sample-results.ts";
import { workbookReport } from "./workbook-report.ts";

const accounts = await checkedSample(ACCOUNTS);
const forms = await checkedSample(FORMS);
const failure = { source: "坏的.pdf", error: { code: "damaged", message: "文件已损坏。" } } as const;

async function sheetsOf(...results: Parameters<typeof workbookReport>[0]): Promise<Map<string, Sheet>> {
  const { sheets } = await readXlsx(await workbookReport(results, "hint"), { readStyles: true });
  return new Map(sheets.map((sheet) => [sheet.name, sheet]));
}

describe("the working papers", async () => {
  const sheets = await sheetsOf(accounts, forms, failure);
  const findings = sheets.get("问题清单");

  test("have their sheets", () => {
    expect([...sheets.keys()]).toEqual(["说明", "问题清单", "覆盖情况", "未检查", "全部数字", "单位汇总"]);
  });

  test("list every finding, with columns for the decision of the reviewer", () => {
    expect(findings?.rows[0]).toEqual([
      ...FINDING_COLUMNS.map(({ name }) => name),
      "核实意见",
      "整改要求",
      "经办人",
      "日期",
    ]);
    expect(findings?.rows).toHaveLength(1 + accounts.result.findings.length + forms.result.findings.length);
    expect(findings?.dataValidations?.[0]).toMatchObject({
      type: "list",
      range: expect.stringMatching(/^U2:U/u),
    });
  });

  test("filter, freeze their heads, and print on A4 with repeated titles", () => {
    for (const name of ["问题清单", "覆盖情况", "未检查", "全部数字", "单位汇总"]) {
      const sheet = sheets.get(name);
      expect(sheet?.autoFilter?.range).toMatch(/^A1:/u);
      expect(sheet?.freezePane?.rows).toBe(1);
      expect(sheet?.pageSetup).toMatchObject({ paperSize: "a4", orientation: "landscape" });
      expect(sheet?.pageSetup?.printTitlesRow).toMatch(/1:\$?1/u);
    }
  });

  test("hold numbers as numbers with the decimals that are printed", () => {
    const row = findings?.rows.findIndex((cells) => cells.includes(-18)) ?? -1;
    expect(row).toBeGreaterThan(0);
    expect(findings?.cells?.get(`${row},10`)?.style?.numFmt).toBe("#,##0.00");
  });

  test("list every figure of the tables with its place, every rule, and what could not be read", () => {
    const cells = accounts
      .disclosure()
      .tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)));
    const figures = cells.filter((cell) => cell?.kind === "figure").length;
    expect(sheets.get("全部数字")?.rows.length).toBeGreaterThan(figures);
    expect(sheets.get("全部数字")?.rows.flat()).toContain("行 121");
    const coverage = sheets.get("覆盖情况")?.rows.length ?? 0;
    expect(coverage).toBe(1 + accounts.result.coverage.length + forms.result.coverage.length);
    expect(sheets.get("单位汇总")?.rows.at(-1)).toEqual(expect.arrayContaining(["坏的.pdf"]));
  });
});

test.each([
  [FORMULA, FORMULA],
  [MARKUP, MARKUP],
  ["\t=1+1", "\t=1+1"],
  ["@SUM(A1)", "@SUM(A1)"],
  ["_x003D_1", "_x003D_1"],
  ["甲\u0000乙\uD800", "甲 乙\uFFFD"],
])("%j stays text in every cell", async (text, kept) => {
  const sheets = await sheetsOf(hostile(accounts, text));
  const cells = [...sheets.values()].flatMap((sheet) => [...(sheet.cells?.values() ?? [])]);
  expect(cells.filter(({ formula, hyperlink }) => formula !== undefined || hyperlink !== undefined)).toEqual(
    [],
  );
  expect(sheets.get("问题清单")?.rows.map((row) => row[3])).toContain(kept);
});

test("a row is as high as its longest text needs", () => {
  expect(rowHeight(["短", "1"], [10, 10])).toBeNull();
  expect(rowHeight(["很长的一段文字，分成几行".repeat(3)], [20])).toBeGreaterThan(40);
  expect(rowHeight(["长".repeat(9999)], [10])).toBeLessThan(409);
});
