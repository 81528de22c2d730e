import { describe, expect, it } from "vitest";

import { nationalTables } from "../../regions/national/tables.ts";
import { shanghaiTables } from "../../regions/shanghai/tables.ts";
import { recognizeTables } from "./recognize-tables.ts";
import type { Values } from "./testing/printed-table.ts";
import { figuresOf, linesFrom, printBody, printTable } from "./testing/printed-table.ts";
import { layoutOf, read, readFigures } from "./testing/read-printed.ts";

const codes = [
  { code: "201", name: "一般公共服务支出" },
  { code: "20101", name: "人大事务" },
  { code: "2010101", name: "行政运行" },
  { code: "2010102", name: "一般行政管理事务" },
  { code: "208", name: "社会保障和就业支出" },
  { code: "20805", name: "行政事业单位养老支出" },
  { code: "2080501", name: "行政单位离退休" },
];
const expenditure: Values = {
  "total|total": "4233.58",
  "total|basic": "138.21",
  "total|project": "4095.37",
  "201|total": "4195.37",
  "201|basic": "100.00",
  "201|project": "4095.37",
  "20101|total": "4195.37",
  "20101|basic": "100.00",
  "20101|project": "4095.37",
  "2010101|total": "100.00",
  "2010101|basic": "100.00",
  "2010102|total": "4095.37",
  "2010102|project": "4095.37",
  "208|total": "38.21",
  "208|basic": "38.21",
  "20805|total": "38.21",
  "20805|basic": "38.21",
  "2080501|total": "38.21",
  "2080501|basic": "38.21",
};
const printed = printTable(layoutOf("expenditure"), expenditure, codes);
const change = (edit: (line: string) => string | readonly string[]): readonly string[] =>
  printed.flatMap((line) => edit(line));
const changeRow = (code: string, edit: (cells: readonly string[]) => readonly string[]): readonly string[] =>
  change((line) => (line.startsWith(`${code}\t`) ? edit(line.split("\t")).join("\t") : line));

describe("a table of codes", () => {
  it.each<[string, readonly string[]]>([
    ["as the form prints it", printed],
    ["without its title", printed.slice(1)],
    ["with a title that is cut", change((line) => (line === "支出决算表" ? "支出决算" : line))],
    [
      "with label and unit in one line",
      change((line) => (line === "公开03表" ? "公开03表 金额单位：万元" : line)),
    ],
    [
      "with the label's last word on a line of its own",
      change((line) => (line === "公开03表" ? ["公开03", "表"] : line)),
    ],
    [
      "with header words that cannot be read",
      change((line) => (/项目\t|科目/u.test(line) ? line.replace(/\p{Script=Han}/gu, "八") : line)),
    ],
    ["without header and 栏次", change((line) => (/项目\t|科目|栏次/u.test(line) ? [] : line))],
    [
      "with 合计 in the second column",
      change((line) => line.replace(/^合计\t/u, "\t合计").replace(/\t合计\t/u, "\t合计\t")),
    ],
    [
      "with blanks inside numbers",
      change((line) => line.replace(/(\d)\.(\d\d)/gu, "$1. $2").replace("4095.", "40 95.")),
    ],
    ["with blanks inside names", change((line) => line.replace("就业支出", "就业支 出"))],
    [
      "with rows out of order",
      [...printed.slice(0, 9), ...printed.slice(9, 16).toReversed(), ...printed.slice(16)],
    ],
    ["over two pages", change((line) => (line.startsWith("208\t") ? ["", "第 3 页", "", line] : line))],
    ["with one row on each page", change((line) => [line, ""])],
    [
      "over two pages with the head repeated",
      change((line) => (line.startsWith("208\t") ? [...printed.slice(0, 8), line] : line)),
    ],
    ["with a row shifted right", changeRow("2010102", (cells) => ["", ...cells])],
    [
      "with a row shifted right that keeps its width",
      changeRow("2010102", (cells) => ["", ...cells.slice(0, -1)]),
    ],
    ["with 合计 shifted left", change((line) => (line.startsWith("合计\t") ? line.replace("\t", "") : line))],
    ["with a number over two cells", changeRow("201", (cells) => cells.toSpliced(2, 1, "41", "95.37"))],
    ["with a number over three cells", changeRow("201", (cells) => cells.toSpliced(2, 1, "41", "95", ".37"))],
    [
      "with a number split into the blank beside it",
      changeRow("2080501", (cells) => cells.toSpliced(3, 2, "38", ".21")),
    ],
    [
      "with code and name in one cell",
      changeRow("2010101", ([code, name, ...rest]) => [`${code}${name}`, "", ...rest]),
    ],
    [
      "with code and name in one cell and the rest moved",
      changeRow("2010101", ([code, name, ...rest]) => [`${code} ${name}`, ...rest]),
    ],
    [
      "with two amounts in one cell",
      changeRow("2080501", ([code, name, total, basic, ...rest]) => [
        code!,
        name!,
        `${total} ${basic}`,
        "",
        ...rest,
      ]),
    ],
    ["with a blank cell lost before a figure", changeRow("2010102", (cells) => cells.toSpliced(3, 1))],
    [
      "with a blank cell too many before a figure",
      changeRow("2010102", (cells) => cells.toSpliced(3, 0, "")),
    ],
    [
      "with a name over two lines",
      change((line) =>
        line.startsWith("208\t") ? [line.replace("和就业支出", ""), "\t和就业支出\t\t\t\t\t\t"] : line,
      ),
    ],
    ["with a lost code", changeRow("2010102", (cells) => ["", ...cells.slice(1)])],
    ["with blank cells lost at the ends of rows", change((line) => line.replace(/\t+$/u, ""))],
    [
      "with a rule of Markdown between rows",
      change((line) => (line.startsWith("栏次") ? [line, "---\t---\t---\t---\t---\t---\t---\t---"] : line)),
    ],
  ])("is read %s", (_, lines) => {
    expect(readFigures(lines)).toEqual(expenditure);
  });

  it("keeps an author's error although sums would have it otherwise", () => {
    const wrong = { ...expenditure, "208|basic": "83.21", "2010101|total": "99.00" };
    expect(readFigures(printTable(layoutOf("expenditure"), wrong, codes))).toEqual(wrong);
  });

  it("leaves what cannot be read unreadable, and says so", () => {
    const { tables, problems } = read(
      printTable(layoutOf("expenditure"), { ...expenditure, "208|total": "2.381.35" }, codes),
    );
    expect(figuresOf(tables[0])["208|total"]).toBe("?2.381.35");
    expect(problems.map(({ code }) => code)).toContain("figure-unreadable");
  });

  it("tells blank from zero and from a dash", () => {
    const [table] = read(
      printTable(
        layoutOf("expenditure"),
        { ...expenditure, "208|project": "0.00", "208|operating": "——" },
        codes,
      ),
    ).tables;
    const row = table?.rows.find(({ code }) => code === "208");
    expect(row?.cells["project"]).toMatchObject({ kind: "figure", value: "0.00" });
    expect(row?.cells["operating"]).toMatchObject({ kind: "blank", raw: "——" });
    expect(row?.cells["toSuperior"]).toBeNull();
  });

  it("names the reading that lost when sums decided", () => {
    const { problems } = read(changeRow("2010102", (cells) => cells.toSpliced(3, 1)));
    const doubt = problems.find(({ code }) => code === "row-reading-doubtful");
    expect(doubt?.message).toContain("按表内勾稽关系选定");
    expect(doubt?.message).toContain(
      "另一种读法为：2010102，一般行政管理事务，本年支出合计4095.37，基本支出4095.37",
    );
  });

  it("reads title, label, head, unit, year and notes, and takes their lines", () => {
    const lines = linesFrom(printed.join("\n"));
    const { tables, consumed } = recognizeTables(lines, nationalTables);
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({
      concept: "expenditure",
      title: "支出决算表",
      label: "公开03表",
      moneyUnit: "万元",
      printedUnit: "某单位",
      printedYear: "2024年度",
      empty: false,
      notes: ["注：本表反映部门本年度各项支出情况。"],
    });
    expect(consumed.size).toBe(lines.length);
  });

  it("takes the unit that the table states", () => {
    const [table] = read(change((line) => line.replace("金额单位：万元", "金额单位：元"))).tables;
    expect(table?.moneyUnit).toBe("元");
    expect(table?.rows[0]?.cells["total"]).toMatchObject({ unit: { name: "元" } });
  });
});

const summary: Values = {
  "1|amount": "4183.78",
  "27|amount": "4183.78",
  "29|amount": "11.59",
  "31|amount": "4195.37",
  "32|amount": "3602.14",
  "39|amount": "588.97",
  "58|amount": "4191.11",
  "60|amount": "4.26",
  "62|amount": "4195.37",
};

describe("a table with two sides", () => {
  const lines = printTable(layoutOf("income-expenditure-summary"), summary);
  it.each<[string, readonly string[]]>([
    ["as the form prints it", lines],
    [
      "upside down on its second page",
      [...lines.slice(0, 30), "", ...lines.slice(30, 39).toReversed(), ...lines.slice(39)],
    ],
    [
      "with 行次 and amount in one cell",
      lines.map((line) => line.replace("\t27\t4183.78", "\t\t27 4183.78")),
    ],
    ["with one side's 行次 lost", lines.map((line) => line.replace(/\t(3[2-9]|4\d)\t/gu, "\t\t"))],
    ["with rows shifted left", lines.map((line) => line.replace(/^\t(?=\d+\t\t)/u, ""))],
    [
      "with names over two lines",
      lines.flatMap((line) => {
        const cells = line.split("\t");
        return cells[3]?.startsWith("八、") === true
          ? [cells.with(3, "八、社会保障").join("\t"), ["", "", "", "和就业支出", "", ""].join("\t")]
          : [line];
      }),
    ],
  ])("is read %s", (_, damaged) => {
    expect(readFigures(damaged)).toEqual(summary);
  });
});

describe("the detail by economic codes, four blocks side by side", () => {
  const values: Values = {
    "301|amount": "61.00",
    "30101|amount": "61.00",
    "302|amount": "12.30",
    "30201|amount": "12.30",
    "310|amount": "2.00",
    "31002|amount": "2.00",
    "personnel|amount": "61.00",
    "operating|amount": "14.30",
  };
  const lines = printTable(layoutOf("general-budget-basic-detail"), values);
  it.each<[string, readonly string[]]>([
    ["as the form prints it", lines],
    ["with lost codes", lines.map((line) => line.replace("\t307\t", "\t\t").replace("\t311\t", "\t\t"))],
    [
      "with a column lost in the second half of the page",
      lines.map((line, at) => {
        const cells = line.split("\t");
        return at > 22 && cells[8] === "" && cells[10] !== "" ? cells.toSpliced(8, 1).join("\t") : line;
      }),
    ],
    ["with 人员经费合计 cut", lines.map((line) => line.replace("人员经费合计", "员经费合计"))],
  ])("is read %s", (_, damaged) => {
    expect(readFigures(damaged)).toEqual(values);
  });

  it("gives every row its code, also where the code is lost", () => {
    const [table] = read(
      lines.map((line) => line.replace("\t307\t", "\t\t").replace("\t311\t", "\t\t")),
    ).tables;
    const all = table?.rows.map(({ code }) => code) ?? [];
    expect(all).toContain("307");
    expect(all).toContain("311");
    expect(all).not.toContain("");
  });
});

describe("what is no table", () => {
  it("a contents page is none", () => {
    const contents = nationalTables.map(({ title }, at) => `${at + 1}、${title}\t${at + 3}`);
    const plain = nationalTables.map(({ title }) => title);
    expect(read([...contents, ...plain, "第一部分 概况", "某单位职责"]).tables).toEqual([]);
  });

  it("prose and forms after the tables are left alone", () => {
    const rest = [
      "第三部分 情况说明",
      "一、收入支出决算总体情况说明",
      "一级指标\t二级指标\t三级指标\t分值\t得分",
      "产出指标\t数量指标\t次数\t10\t10",
    ];
    const lines = linesFrom([...printed, ...rest].join("\n"));
    const { tables, consumed } = recognizeTables(lines, nationalTables);
    expect(tables).toHaveLength(1);
    expect(consumed.size).toBe(lines.length - rest.length);
  });

  it("all ten tables are told apart without titles and labels", () => {
    const values: Record<string, Values> = { expenditure, "income-expenditure-summary": summary };
    const all = nationalTables.flatMap((layout) => {
      const own =
        values[layout.concept] ?? (layout.sides[0]?.keys[0]?.key === "code" ? { "201|total": "1.00" } : {});
      return printTable(layout, own, layout.sides.every(({ rows }) => rows.length === 0) ? codes : []).slice(
        2,
      );
    });
    expect(read(all).tables.map(({ concept }) => concept)).toEqual(
      nationalTables.map(({ concept }) => concept),
    );
  });
});

describe("a province without 行次", () => {
  it("keeps the national line numbers, told by the names of the classes", () => {
    const shown = Object.fromEntries(Object.entries(summary));
    const layout = layoutOf("income-expenditure-summary", shanghaiTables);
    const lines = printTable(layout, shown);
    expect(lines.join("\n")).not.toContain("行次");
    expect(figuresOf(read(lines, shanghaiTables).tables[0])).toEqual(summary);
  });

  it("reads 三公 with 预算数 and 决算数 beside each other", () => {
    const values: Values = {
      "|budget.total": "2.85",
      "|final.total": "0.39",
      "|budget.reception": "2.85",
      "|final.reception": "0.39",
    };
    const layout = layoutOf("three-public", shanghaiTables);
    expect(printBody(layout, values)[0]?.split("\t").slice(0, 2)).toEqual(["2.85", "0.39"]);
    expect(figuresOf(read(printTable(layout, values), shanghaiTables).tables[0])).toEqual(values);
  });

  it("tells the lines of funds at the year's start from those of income", () => {
    const values: Values = {
      "1|amount": "9.00",
      "27|amount": "9.00",
      "28|amount": "1.00",
      "29|amount": "1.00",
      "32|amount": "10.00",
      "64|total": "10.00",
    };
    const layout = layoutOf("appropriation-summary", shanghaiTables);
    expect(figuresOf(read(printTable(layout, values), shanghaiTables).tables[0])).toEqual(values);
  });
});

describe("a table that does not print its unit", () => {
  it("is read in the unit of its form, and says so", () => {
    const unprinted = change((line) => (/单位[:：]/u.test(line) ? [] : line));
    expect(unprinted.length).toBeLessThan(printed.length);
    const { tables, problems } = recognizeTables(linesFrom(unprinted.join("\n")), nationalTables);
    expect(tables[0]?.moneyUnit).toBe("万元");
    expect(problems.map(({ code, place }) => [code, place])).toEqual([
      ["money-unit-missing", tables[0]?.place],
    ]);
  });
});
