import { readFile } from "node:fs/promises";

import type { AccountsTable, Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { editionFor, editions } from "@jueming/core/regions/index.ts";
import { readText } from "@jueming/documents/text/reader.ts";
import { readXlsx as readWithLibrary } from "hucre/xlsx";
import { describe, expect, test } from "vitest";

import { disclosureIn, disclosureOf } from "../recognition.ts";
import type { EntryTarget } from "./entry-sheet.ts";
import { inputPlan } from "./input-plan.ts";
import type { InputPlan } from "./input-plan.ts";
import type { FilledValue } from "./testing/fill.ts";
import { filledPlan, firstRowOf, positionOf, tableValues } from "./testing/fill.ts";
import { writeDisclosure } from "../write.ts";
import { writeTemplate } from "./write-template.ts";

const SAMPLE = new URL("../../../samples/示例县档案馆2024年度部门决算公开.txt", import.meta.url);
const sample = disclosureIn(readText(await readFile(SAMPLE), "示例.txt"));
const plan = inputPlan(editionFor("14", 2024), "final-accounts");

const sheetNamed = (name: string, of: InputPlan = plan) => {
  const sheet = of.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** Types a text into the first cell whose target is the wanted one. */
function typed(isWanted: (target: EntryTarget) => boolean, text: string, of: InputPlan = plan): FilledValue {
  for (const sheet of of.sheets) {
    const field = sheet.fields.find(({ target }) => isWanted(target));
    if (field !== undefined) return { sheet: sheet.name, ...positionOf(sheet, field), text };
  }
  throw new Error("no such field");
}

const identity = (field: string, text: string, of: InputPlan = plan): FilledValue =>
  typed((target) => target.kind === "identity" && target.field === field, text, of);

/** Types a row into a list by the names of its columns. */
function listed(
  sheetName: string,
  index: number,
  row: Readonly<Record<string, string>>,
  of: InputPlan = plan,
) {
  const sheet = sheetNamed(sheetName, of);
  const [list] = sheet.lists;
  if (list === undefined) throw new Error(`no list on ${sheetName}`);
  return Object.entries(row).map(([name, text]): FilledValue => {
    const column = list.columns.find((one) => one.name === name)?.column ?? 0;
    return { sheet: sheetName, row: firstRowOf(sheet, list) + index, column, text };
  });
}

const HEAD = [
  identity("unitName", "示例县档案馆"),
  identity("year", "2024"),
  identity("regionCode", "140000"),
];

async function read(values: readonly FilledValue[], of: InputPlan = plan): Promise<Disclosure> {
  return disclosureOf(await writeTemplate(filledPlan(of, values)), "底稿.xlsx");
}

/** Figures of the tables by table, row and column. */
const figuresOf = (tables: readonly AccountsTable[]): ReadonlyMap<string, bigint> =>
  new Map(
    tables.flatMap(({ concept, rows }) =>
      rows.flatMap(({ line, code, cells }) =>
        Object.entries(cells).flatMap(([column, value]) =>
          value?.kind === "figure" && value.millionths !== 0n
            ? [[`${concept} ${line ?? ""} ${code ?? ""} ${column}`, value.millionths] as const]
            : [],
        ),
      ),
    ),
  );

describe("a filled-in workbook", async () => {
  const filled = await read([...HEAD, ...tableValues(plan, sample)]);

  test("gives the figures that were typed, and the sums of them", () => {
    expect(figuresOf(filled.tables)).toEqual(figuresOf(sample.tables));
    expect(filled.problems).toEqual([]);
  });

  test("is of the unit, year, place and edition that it names", () => {
    expect(filled).toMatchObject({
      kind: "final-accounts",
      year: 2024,
      unit: { name: "示例县档案馆" },
      region: { code: "140000", edition: plan.edition.id },
    });
  });

  test("gives every figure its cell", () => {
    const [table] = filled.tables;
    const row = table?.rows.find(({ line }) => line === "1");
    expect(row?.cells["amount"]?.place).toMatchObject({ sheet: sheetNamed(table?.place.sheet ?? "").name });
    expect(row?.cells["amount"]?.place.row).toBeGreaterThan(3);
  });
});

const isPrior = (target: EntryTarget): boolean =>
  target.kind === "fact" && target.address.line === "31" && target.address.period === "prior";
const isOwn = (target: EntryTarget): boolean => target.kind === "own-text";

describe("what sentences need", () => {
  test("comes back as facts of the year before and of the initial budget, and as words about facts", async () => {
    const { narrative } = await read([
      ...HEAD,
      typed(isPrior, "1,234.5"),
      typed((target) => target.kind === "words" && target.slot === "reason", "人员增加。"),
      ...listed("分科目 一般公共预算财政拨款支出决算表", 0, {
        code: "2012604",
        initial: "10",
        prior: "12.5",
        use: "档案保护",
      }),
    ]);
    const figures = narrative.flatMap((sentence) => sentence.figures);
    const words = narrative.flatMap((sentence) => sentence.words);
    expect(figures.map(({ figure, refersTo }) => [figure.raw, refersTo])).toEqual([
      ["1,234.5", { concept: "income-expenditure-summary", line: "31", column: "amount", period: "prior" }],
      [
        "10.00",
        { concept: "general-budget-expenditure", code: "2012604", column: "total", stage: "initial" },
      ],
      ["12.50", { concept: "general-budget-expenditure", code: "2012604", column: "total", period: "prior" }],
    ]);
    expect(words.map(({ slot, text }) => [slot, text])).toEqual([
      ["reason", "人员增加"],
      ["use", "档案保护"],
    ]);
  });

  test("holds the unit's own texts under their headings", async () => {
    const { outline } = await read([...HEAD, typed(isOwn, "负责档案工作。\n负责史志工作。")]);
    expect(outline[0]?.heading).toBe("概况");
    expect(outline[0]?.children[0]?.paragraphs.map(({ text }) => text)).toEqual([
      "负责档案工作。",
      "负责史志工作。",
    ]);
  });
});

describe("a wrong cell is named by sheet and address:", () => {
  const cases: readonly (readonly [string, readonly FilledValue[], RegExp])[] = [
    [
      "a word in place of an amount",
      [typed((target) => target.kind === "cell", "约三万")],
      /工作表“公开01表 收入支出决算总表”的 C5 应填数字，现为“约三万”/u,
    ],
    [
      "more decimals than 分",
      [typed((target) => target.kind === "cell", "1.12345678")],
      /C5 的小数位过多（1.12345678）：以万元为单位的金额最多 6 位小数/u,
    ],
    [
      "a code that is none",
      listed("公开02表 收入决算表", 0, { code: "20A", total: "1" }),
      /“20A”不是支出功能分类科目代码/u,
    ],
    [
      "an amount without code",
      listed("公开02表 收入决算表", 1, { appropriation: "1" }),
      /A7 没有填科目代码/u,
    ],
    [
      "a code that stands twice",
      [0, 1].flatMap((index) =>
        listed("公开02表 收入决算表", index, { code: "2010101", appropriation: "1" }),
      ),
      /科目代码 2010101 重复/u,
    ],
    ["a year that is none", [identity("year", "二四年")], /B7 应填四位数字的年度/u],
  ];

  test.each(cases)("%s", async (_, values, message) => {
    const { problems } = await read([
      ...HEAD.filter(({ row }) => row !== values[0]?.row || values[0].sheet !== "单位信息"),
      ...values,
    ]);
    expect(problems.map((problem) => problem.message).join("\n")).toMatch(message);
    expect(problems[0]?.place.sheet).toBeDefined();
  });
});

test("what follows from an unreadable cell is unreadable, and no final document is made of it", async () => {
  const disclosure = await read([...HEAD, typed((target) => target.kind === "cell", "约三万")]);
  const [table] = disclosure.tables;
  const total = table?.rows.find(({ line }) => line === "31")?.cells["amount"];
  expect(total?.kind).toBe("unreadable");
  const request = { disclosure, edition: plan.edition, format: "html", draft: false } as const;
  await expect(writeDisclosure(request)).rejects.toThrow(
    /底稿有 1 处填写不对.+\n.+C5 应填数字，现为“约三万”/u,
  );
  const { remarks } = await writeDisclosure({ ...request, draft: true });
  expect(remarks[0]).toContain("C5 应填数字");
});

test.each([
  ["a column that was moved", "公开02表 收入决算表", "head", "财政拨款收入"],
  ["a row that means something else", "原因和用途", "label", "主要原因"],
] as const)("%s is named", async (_, name, look, text) => {
  const sheets = plan.sheets.map((sheet) =>
    sheet.name === name
      ? {
          ...sheet,
          cells: sheet.cells.map((cell) =>
            cell.look === look && cell.text === text ? { ...cell, text: "另一项" } : cell,
          ),
        }
      : sheet,
  );
  const { problems } = await read(HEAD, { ...plan, sheets });
  expect(problems.map(({ message }) => message).join()).toMatch(
    new RegExp(`工作表“${name}”的 [A-Z]+\\d+ 应为“${text}”，现为“另一项”`, "u"),
  );
});

test("projects and indicators are read with their sums", async () => {
  const projects = inputPlan(editionFor("51", 2025), "project-evaluations");
  const { evaluations, problems } = await read(
    [
      identity("year", "2025", projects),
      ...listed(
        "项目",
        0,
        {
          number: "1",
          name: "档案数字化",
          "funding.total.adjusted": "20",
          "funding.total.executed": "19",
          "funding.total.score": "9.5",
          grade: "优",
        },
        projects,
      ),
      ...listed(
        "绩效指标",
        0,
        {
          number: "1",
          level1: "产出指标",
          level2: "数量指标",
          name: "数字化页数",
          comparator: "≥",
          target: "100",
          unit: "万页",
          actual: "120万页",
          points: "40",
          score: "40",
        },
        projects,
      ),
      ...listed("绩效指标", 1, { number: "9", level1: "产出指标", name: "无主" }, projects),
    ],
    projects,
  );
  expect(evaluations[0]).toMatchObject({
    name: "档案数字化",
    indicators: [{ name: "数字化页数", target: { raw: "≥100万页", comparator: "≥", value: "100" } }],
    totalScore: { value: "49.5" },
  });
  expect(evaluations[0]?.funding[0]?.fields.rate).toMatchObject({ value: "95.00" });
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringContaining("项目序号“9”在工作表“项目”中没有"),
  ]);
});

describe("the workbook of every edition", () => {
  test.each(editions.map(({ id }) => id))("%s: has locked sums, open cells, lists and notes", async (id) => {
    const edition = editions.find((one) => one.id === id) ?? plan.edition;
    const own = inputPlan(edition, "final-accounts");
    const { sheets } = await readWithLibrary(await writeTemplate(own), { readStyles: true });
    expect(sheets.map(({ name }) => name)).toEqual(own.sheets.map(({ name }) => name));
    expect(sheets.every(({ protection }) => protection?.sheet === true)).toBe(true);
    const table = sheets.find(({ name }) => name === own.sheets[2]?.name);
    const cells = [...(table?.cells?.values() ?? [])];
    expect(cells.some(({ formula }) => formula?.startsWith("IF(COUNT(") === true)).toBe(true);
    expect(cells.some(({ style }) => style?.protection?.locked === false)).toBe(true);
    expect(sheets.some(({ dataValidations }) => (dataValidations?.length ?? 0) > 0)).toBe(true);
  });

  test("of another version is refused", async () => {
    const old = filledPlan(plan, []);
    const guide = old.sheets[0];
    const bytes = await writeTemplate({
      ...old,
      sheets: [
        {
          ...sheetNamed("填写说明"),
          cells:
            guide?.cells.map((cell) => ({
              ...cell,
              ...(cell.text?.startsWith("jueming-input") === true
                ? { text: "jueming-input/99 final-accounts national/2024" }
                : {}),
            })) ?? [],
        },
        ...old.sheets.slice(1),
      ],
    });
    await expect(disclosureOf(bytes, "旧.xlsx")).rejects.toThrow("jueming template");
  });
});
