import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { sharedFolder } from "../../../../scripts/shared-material.ts";
import { nationalTables } from "../../regions/national/tables.ts";
import { cleanLines } from "../clean.ts";
import { recognizeTables } from "./recognize-tables.ts";
import { figuresOf, linesFrom } from "./testing/printed-table.ts";

type Golden = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

// Figures of published accounts by document, table and cell; made by hand and compared cell by cell.
// Values parsed from JSON of this very shape, which the test below would show to be another.
const golden = JSON.parse(
  readFileSync(join(import.meta.dirname, "testing/published-figures.json"), "utf8"),
) as Golden;
const folder = sharedFolder();

if (folder === undefined) {
  process.stdout.write(
    "未运行：公开文件的读表测试（需要 ../shared/seeds，或用 JUEMING_SHARED 指明所在文件夹）\n",
  );
}

describe.skipIf(folder === undefined)("the tables of published accounts", () => {
  const names = folder === undefined ? [] : readdirSync(join(folder, "seeds"));
  const textOf = (document: string): string =>
    readFileSync(join(folder ?? "", "seeds", names.find((name) => name.startsWith(document)) ?? ""), "utf8");

  it.each(Object.entries(golden))("of document %s are read with every figure", (document, expected) => {
    const { tables } = recognizeTables(cleanLines(linesFrom(textOf(document))).lines, nationalTables);
    expect(Object.fromEntries(tables.map((table) => [table.concept, figuresOf(table)]))).toEqual(expected);
  });

  it.each(["000", "002", "003"])("are not found in document %s, which has none", (document) => {
    expect(recognizeTables(cleanLines(linesFrom(textOf(document))).lines, nationalTables).tables).toEqual([]);
  });
});
