import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { functionCodes } from "../../accounts/classification/function-classification.ts";
import { nationalTables } from "../../regions/national/tables.ts";
import { recognizeTables } from "./recognize-tables.ts";
import type { PrintedCode, Values } from "./testing/printed-table.ts";
import { figuresOf, linesFrom, printTable } from "./testing/printed-table.ts";

const layout = nationalTables.find(({ concept }) => concept === "expenditure")!;

/** Random items (项) with basic and project expenditure; every level above is their sum. */
const items = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom(...functionCodes.filter(({ level }) => level === 3).map(({ code }) => code)),
    basic: fc.integer({ min: 0, max: 900_000 }),
    project: fc.integer({ min: 1, max: 900_000 }),
  }),
  { selector: ({ code }) => code, minLength: 2, maxLength: 14 },
);

type Items = readonly { readonly code: string; readonly basic: number; readonly project: number }[];
const nameOf = new Map(functionCodes.map(({ code, name }) => [code, name]));
const printedAmount = (fen: number): string => (fen / 100).toFixed(2);

function tableOf(list: Items): { readonly codes: readonly PrintedCode[]; readonly values: Values } {
  const sums = new Map<string, { basic: number; project: number }>();
  for (const { code, basic, project } of list) {
    for (const key of ["total", code.slice(0, 3), code.slice(0, 5), code]) {
      const sum = sums.get(key) ?? { basic: 0, project: 0 };
      sums.set(key, { basic: sum.basic + basic, project: sum.project + project });
    }
  }
  const codes = [...sums.keys()].filter((code) => code !== "total").toSorted((a, b) => a.localeCompare(b));
  const entries = [...sums].flatMap(([key, { basic, project }]) => [
    [`${key}|total`, printedAmount(basic + project)] as const,
    ...(basic === 0 ? [] : [[`${key}|basic`, printedAmount(basic)] as const]),
    [`${key}|project`, printedAmount(project)] as const,
  ]);
  return {
    codes: codes.map((code) => ({ code, name: nameOf.get(code) ?? "其他支出" })),
    values: Object.fromEntries(entries),
  };
}

/** What may happen to one row; each leaves all printed characters on the page. */
const damages: readonly ((line: string) => readonly string[])[] = [
  (line) => [line],
  (line) => [`\t${line}`],
  (line) => [`\t${line}`.replace(/\t$/u, "")],
  (line) => [line, "", "— 7 —", ""],
  (line) => [line.replace(/(\d)\.(\d\d)/u, "$1. $2")],
  (line) => [line.replace(/(\d)(\d\.\d\d)/u, "$1 $2")],
  (line) => [line.replace(/\t+$/u, "")],
  (line) => [line.replace(/^(\d+)\t/u, "$1 ")],
];

describe("reading tables back", () => {
  it("gives the figures of a consistent table, whatever happened to single rows", () => {
    fc.assert(
      fc.property(
        items,
        fc.array(fc.nat({ max: damages.length - 1 }), { minLength: 60, maxLength: 60 }),
        fc.boolean(),
        (list, choices, isReversed) => {
          const { codes, values } = tableOf(list);
          const lines = printTable(layout, values, isReversed ? codes.toReversed() : codes);
          const first = lines.findIndex((line) => line.startsWith("合计"));
          const damaged = lines.flatMap((line, at) =>
            at <= first || !line.includes("\t") || at % 3 !== 0
              ? [line]
              : (damages[choices[at] ?? 0]?.(line) ?? [line]),
          );
          const { tables } = recognizeTables(linesFrom(damaged.join("\n")), nationalTables);
          expect(tables).toHaveLength(1);
          expect(figuresOf(tables[0])).toEqual(values);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("never throws and never invents a figure, whatever the lines are", () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "",
        "合计",
        "栏次",
        "201",
        "2010101",
        "1236.03",
        "——",
        "一、一般公共服务支出",
        "2.381.35",
        "27",
        "项目",
        "行次",
        "金额",
      ),
      fc.string({ maxLength: 12 }),
    );
    const line = fc.oneof(
      fc.array(cell, { maxLength: 14 }).map((cells) => cells.join("\t")),
      fc.constantFrom(
        "收入支出决算总表",
        "支出决算表",
        "公开01表",
        "单位：万元",
        "注：本表无数据",
        "第三部分",
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (text) => {
        const joined = text.join("\n").replace(/\s/gu, "");
        const figures = recognizeTables(linesFrom(text.join("\n")), nationalTables)
          .tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells)))
          .filter((value) => value?.kind === "figure");
        expect(figures.filter((value) => !joined.includes(value?.raw.replace(/\s/gu, "") ?? ""))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
