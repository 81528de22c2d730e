import { describe, expect, test } from "vitest";

import { disclosureOf } from "../checks/rules/testing/disclosure-builder.ts";
import type { Disclosure } from "../disclosure/disclosure.ts";
import type { WrittenBlock } from "../document/composition.ts";
import { documentOf } from "../document/composition.ts";
import { recognize } from "../recognize/recognize.ts";
import type { Edition } from "../regions/edition.ts";
import { editions } from "../regions/index.ts";
import { compose } from "./compose.ts";

const material = (disclosure: Disclosure, edition: Edition) => ({
  disclosure,
  edition,
  prior: null,
  budget: null,
});

const textOf = (block: WrittenBlock): string =>
  block.kind === "heading" || block.kind === "paragraph" ? block.text : "";

/** A small unit: one line of income, one class of expenditure, nothing of last year. */
const sketch = {
  title: "示例县示例局2024年度部门决算公开",
  year: 2024,
  unit: { name: "示例县示例局" },
  tables: [
    {
      concept: "income-expenditure-summary",
      rows: [
        { line: "1", cells: { amount: "100.00" } },
        { line: "27", cells: { amount: "100.00" } },
        { line: "31", cells: { amount: "100.00" } },
        { line: "32", cells: { amount: "100.00" } },
        { line: "58", cells: { amount: "100.00" } },
        { line: "62", cells: { amount: "100.00" } },
      ],
    },
    {
      concept: "expenditure",
      rows: [
        { code: null, name: "合计", cells: { total: "100.00", basic: "60.00", project: "40.00" } },
        {
          code: "201",
          name: "一般公共服务支出",
          cells: { total: "100.00", basic: "60.00", project: "40.00" },
        },
      ],
    },
  ],
} as const;

describe.each(editions.map((edition) => [edition.id, edition] as const))(
  "a report in the form of %s",
  (_, edition) => {
    const composed = compose(material(disclosureOf(sketch), edition), "report");
    const { blocks } = composed.composition;

    test("holds the parts of the edition in their order, numbered from one", () => {
      const parts = blocks.filter((block) => block.kind === "heading" && block.level === 1).map(textOf);
      const expected = edition.report.filter(({ name }) => name !== "附件");
      expect(parts).toHaveLength(expected.length);
      for (const [index, { name }] of expected.entries()) expect(parts[index]).toContain(name);
      expect(parts[0]).toMatch(/^第一部分 /u);
    });

    test("prints every table of the edition under its title, in its order", () => {
      const titles = blocks
        .filter((block) => block.kind === "heading" && block.style === "table-title")
        .map(textOf);
      expect(titles).toEqual(edition.tables.map(({ title }) => title));
    });

    test("marks what is missing instead of inventing it", () => {
      expect(composed.missing.some((words) => words.includes("上年数"))).toBe(true);
      expect(blocks.map(textOf).join("\n")).not.toMatch(/——%|NaN|undefined|null/u);
    });

    test("states the shares of the expenditure in figures that follow from the tables", () => {
      const text = blocks.map(textOf).join("\n");
      expect(text).toMatch(/基本支出60\.00万元，占比?60\.00%/u);
      expect(text).toMatch(/项目支出40\.00万元，占比?40\.00%/u);
    });

    test("is read back with the same cells", () => {
      const read = recognize(documentOf(composed.composition, "composed"));
      const expenditure = read.tables.find(({ concept }) => concept === "expenditure");
      const total = expenditure?.rows.find(({ code, name }) => code === null && name === "合计");
      expect(total?.cells["project"]).toMatchObject({ kind: "figure", value: "40.00" });
    });
  },
);

describe("a table of a report", () => {
  const edition = editions.find(({ divisions }) => divisions.length === 0);
  if (edition === undefined) throw new Error("there is a national edition");
  const { composition, remarks } = compose(material(disclosureOf(sketch), edition), "tables");
  const tables = composition.blocks.filter((block) => block.kind === "table");

  test("that the disclosure lacks is printed without figures, and said to be missing", () => {
    expect(remarks.join()).toContain("缺少“收入决算表”的数据");
  });

  test("has live sums only where the printed figures satisfy them", () => {
    const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    const total = cells.find(({ figure }) => figure === "expenditure/C/total");
    expect(total?.written?.sumOf).toEqual(["expenditure/C201/total"]);
    const income = cells.find(({ figure }) => figure === "income-expenditure-summary/L27/amount");
    expect(income?.written?.sumOf?.[0]).toBe("income-expenditure-summary/L1/amount");
  });

  test("covers its width exactly in every row", () => {
    for (const table of tables) {
      const width = table.written?.widths.length ?? 0;
      const open = new Map<number, number>();
      for (const row of table.rows) {
        const covered = [...open.values()].filter((rows) => rows > 0).length;
        const own = row.cells.reduce((sum, { columnSpan = 1 }) => sum + columnSpan, 0);
        expect(own + covered).toBe(width);
        // Merged cells take up their columns in the rows below.
        let at = 0;
        const next = new Map([...open].map(([column, rows]) => [column, rows - 1] as const));
        for (const { columnSpan = 1, rowSpan = 1 } of row.cells) {
          while ((open.get(at) ?? 0) > 0) at += 1;
          for (let column = at; column < at + columnSpan; column += 1) next.set(column, rowSpan - 1);
          at += columnSpan;
        }
        open.clear();
        for (const [column, rows] of next) open.set(column, rows);
      }
    }
  });
});
