import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";

import type { FactAddress } from "../../disclosure/address.ts";
import { addressKey } from "../../disclosure/address.ts";
import type { Section } from "../../document/section.ts";
import { MILLIONTHS } from "../../figures/figure.ts";
import type { ProseReading } from "../../recognize/prose/read-prose.ts";
import { readProse } from "../../recognize/prose/read-prose.ts";
import type { RowSet, SentenceTemplate } from "../../sentences/template.ts";
import type { FactLookup } from "../../sentences/write-sentence.ts";
import { writeSentence } from "../../sentences/write-sentence.ts";
import { shanghaiSentences } from "./sentences.ts";

const section = (heading: string, text: string): Section => ({
  number: null,
  heading,
  level: 2,
  paragraphs: text.split("\n").map((line) => ({ text: line, place: {}, pieces: [{ offset: 0, place: {} }] })),
  children: [],
  place: {},
});

const names = [
  { code: "2080501", name: "行政单位离退休" },
  { code: "2210201", name: "住房公积金" },
];
const read = (heading: string, text: string): ProseReading =>
  readProse([section(heading, text)], shanghaiSentences, { year: 2024, names });

const template = (id: string): SentenceTemplate => shanghaiSentences.find((each) => each.id === id)!;

/** "9859.38万元 | income-expenditure-summary 31 amount" */
function short({ concept, line, code, column, field, stage }: FactAddress): string {
  const row = line ?? (code === undefined ? undefined : (code ?? "total"));
  return [concept, row, column, field, stage].filter((part) => part !== undefined).join(" ");
}
const figuresOf = ({ narrative }: ProseReading): readonly string[] =>
  narrative.flatMap(({ figures }) =>
    figures.map(({ figure, refersTo, derived }) =>
      [figure.raw, short(refersTo), ...(derived === null ? [] : [derived])].join(" | "),
    ),
  );
const wordsOf = ({ narrative }: ProseReading): readonly string[] =>
  narrative.flatMap(({ words }) =>
    words.map(({ slot, text, refersTo }) => `${slot}: ${text} | ${refersTo === null ? "" : short(refersTo)}`),
  );

const rowsOf = (rows: RowSet): ReturnType<FactLookup["rows"]> => {
  const isItem = rows.kind === "function-codes" && rows.level === "item";
  return isItem
    ? [
        { key: "2080501", names: ["社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）"] },
        { key: "2210201", names: ["住房保障支出（类）住房改革支出（款）住房公积金（项）"] },
      ]
    : [
        { key: "208", names: ["社会保障和就业支出（类）"] },
        { key: "221", names: ["住房保障支出（类）"] },
      ];
};

/** Any amount for any address; counts are whole. */
function anyLookup(seed: number): FactLookup {
  const amount = (address: FactAddress): bigint =>
    [...addressKey(address)].reduce(
      (sum, character) => (sum * 31n + BigInt(character.charCodeAt(0))) % 9_999_991n,
      BigInt(seed),
    );
  return {
    year: 2024,
    unit: "上海市示例局",
    value: (address) => (1n + amount(address)) * MILLIONTHS,
    rows: rowsOf,
    words: (slot) => (slot === "reason" ? "项目增加" : slot === "use" ? "日常运转" : "办公费、差旅费"),
  };
}

/** Amounts in 万元 by address; what is not listed is not known. */
const lookupOf = (amounts: readonly (readonly [FactAddress, number])[]): FactLookup => {
  const values = new Map(
    amounts.map(([address, amount]) => [
      addressKey(address),
      BigInt(Math.round(amount * 100)) * MILLIONTHS * 100n,
    ]),
  );
  return { ...anyLookup(1), value: (address) => values.get(addressKey(address)) ?? null };
};

describe("writing in the city's words", () => {
  test("states one sum for both sides", () => {
    const sum: FactAddress = { concept: "income-expenditure-summary", line: "31", column: "amount" };
    const lookup = lookupOf([
      [sum, 9859.38],
      [{ ...sum, period: "prior" }, 8796.53],
    ]);
    expect(writeSentence(template("income-expenditure-totals"), lookup).text).toBe(
      "上海市示例局2024年度收入支出总计9,859.38万元。与2023年度相比，收入支出总计增加1,062.85万元，增长12.08%。主要原因：项目增加。",
    );
  });

  test("numbers every 项 and compares it with its budget", () => {
    const row: FactAddress = { concept: "general-budget-expenditure", code: "2080501", column: "total" };
    const lookup = { ...lookupOf([]), rows: (rows: RowSet) => rowsOf(rows).slice(0, 1) };
    const values = new Map([
      [addressKey(row), 446],
      [addressKey({ ...row, stage: "initial" }), 452],
      [addressKey({ ...row, code: null }), 446],
      [addressKey({ ...row, code: null, stage: "initial" }), 446],
    ]);
    const value = (address: FactAddress): bigint =>
      BigInt(values.get(addressKey(address)) ?? 0) * MILLIONTHS * 10_000n;
    expect(writeSentence(template("general-budget-detail"), { ...lookup, value }).text).toBe(
      "一般公共预算财政拨款支出年初预算为446.00万元，支出决算为446.00万元，完成年初预算的100.00%。决算数同预算数持平。其中：\n1、社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）。主要用于：日常运转。年初预算为452.00万元，支出决算为446.00万元。决算数小于预算数的主要原因：项目增加。",
    );
  });

  test.each([
    ["government-fund", "上海市示例局2024年度无政府性基金预算财政拨款收入和支出。"],
    ["state-capital", "上海市示例局2024年度无国有资本经营预算财政拨款收入和支出。"],
    ["three-public-total", "上海市示例局2024年度无“三公”经费财政拨款支出。"],
    ["running-costs", "上海市示例局2024年度无机关运行经费支出。"],
  ])("says of %s that there is none", (id, text) => {
    expect(writeSentence(template(id), lookupOf([])).text).toBe(text);
    const reading = read(template(id).sections[0] ?? "", text);
    expect(wordsOf(reading).map((words) => words.split(":")[0])).toContain("no-data");
    expect(reading.unclaimed).toEqual([]);
  });
});

describe("reading what was written", () => {
  const own = shanghaiSentences.filter(({ scope }) => scope === "narrative");
  test.each(own.map((each) => [each.id, each] as const))("gives back every figure of %s", (_, each) => {
    assert(
      property(integer({ min: 1, max: 9_999_990 }), (seed) => {
        const { text, figures } = writeSentence(each, anyLookup(seed));
        const reading = read(each.sections[0] ?? "", text);
        const found = reading.narrative.flatMap((sentence) =>
          sentence.figures.map(({ figure, refersTo, derived }) => [
            figure.raw,
            addressKey(refersTo),
            derived,
          ]),
        );
        const written = figures.map(({ offset, length, refersTo, derived }) => [
          text.slice(offset, offset + length),
          addressKey(refersTo),
          derived,
        ]);
        expect({ found, unclaimed: reading.unclaimed }).toEqual({ found: written, unclaimed: [] });
      }),
      { numRuns: 12 },
    );
  });
});

const DETAIL = "general-budget-expenditure";

describe("reading what offices print", () => {
  test("tells the total's change from that of its items", () => {
    const reading = read(
      "财政拨款“三公”经费支出决算情况说明",
      "“三公”经费财政拨款支出年初预算为3.00万元，支出决算为0.39万元，完成预算的13.00%，其中：因公出国（境）费决算为0.00万元，完成预算的0.00%；公务用车购置及运行维护费支出决算为0.00万元，完成预算的0.00%；公务接待费支出决算为0.39万元，完成预算的13.00%。2024年度“三公”经费支出决算数小于预算数的主要原因：厉行节约。\n2024年度“三公”经费财政拨款支出决算数比2023年度减少0.15万元，下降27.78%，其中：因公出国（境）费支出与上一年度持平；公务用车购置及运行维护费支出与上一年度持平；公务接待费支出决算减少0.15万元，下降27.78%。公务接待费支出减少的主要原因是厉行节约。",
    );
    expect(figuresOf(reading)).toEqual([
      "3.00万元 | three-public budget.total",
      "0.39万元 | three-public final.total",
      "13.00% | three-public final.total | completion",
      "0.00万元 | three-public final.abroad",
      "0.00% | three-public final.abroad | completion",
      "0.00万元 | three-public final.vehicles",
      "0.00% | three-public final.vehicles | completion",
      "0.39万元 | three-public final.reception",
      "13.00% | three-public final.reception | completion",
      "0.15万元 | three-public final.total | change",
      "27.78% | three-public final.total | changeRate",
      "0.15万元 | three-public final.reception | change",
      "27.78% | three-public final.reception | changeRate",
    ]);
    expect(wordsOf(reading)).toContain("direction: 小于 | three-public budget.total");
    expect(wordsOf(reading)).toContain("same: 持平 | three-public final.abroad");
  });

  test("takes completions that offices add to every 项", () => {
    const reading = read(
      "一般公共预算财政拨款支出决算具体情况",
      "一般公共预算财政拨款支出年初预算为500.00万元，支出决算为480.00万元，完成年初预算的96.00%。决算数小于预算数的主要原因：部分项目未完成。其中：\n1、社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）。主要用于：离退休人员支出。年初预算为54.53万元，支出决算为54.53万元，完成年初预算的100.00%。决算数同预算数持平。\n2、住房保障支出（类）住房改革支出（款）住房公积金（项）。主要用于：缴存住房公积金。年初预算为300.00万元，支出决算为289.59万元。决算数小于预算数的主要原因：人员变动。",
    );
    expect(figuresOf(reading)).toEqual([
      `500.00万元 | ${DETAIL} total total initial`,
      `480.00万元 | ${DETAIL} total total`,
      `96.00% | ${DETAIL} total total | completion`,
      `54.53万元 | ${DETAIL} 2080501 total initial`,
      `54.53万元 | ${DETAIL} 2080501 total`,
      `100.00% | ${DETAIL} 2080501 total | completion`,
      `300.00万元 | ${DETAIL} 2210201 total initial`,
      `289.59万元 | ${DETAIL} 2210201 total`,
    ]);
    expect(wordsOf(reading)).toContain(`direction: 小于 | ${DETAIL} 2210201 total initial`);
  });

  test("still takes two sums where an office states both sides", () => {
    const reading = read(
      "收入支出决算总体情况说明",
      "2024年度收入总计500.00万元，支出总计500.00万元。与2023年度相比，收入总计增加10.00万元，增长2.04%，支出总计增加10.00万元，增长2.04%。",
    );
    expect(figuresOf(reading)).toContain("500.00万元 | income-expenditure-summary 62 amount");
    expect(figuresOf(reading)).toContain("10.00万元 | income-expenditure-summary 62 amount | change");
  });
});
