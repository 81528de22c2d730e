import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";

import type { FactAddress } from "../disclosure/address.ts";
import { addressKey } from "../disclosure/address.ts";
import { MILLIONTHS } from "../figures/figure.ts";
import { readProse } from "../recognize/prose/read-prose.ts";
import { nationalSentences } from "../regions/national/sentences.ts";
import { shanxiSentences } from "../regions/shanxi/sentences.ts";
import { sichuanSentences } from "../regions/sichuan/sentences.ts";
import type { SentenceTemplate } from "./template.ts";
import type { FactLookup } from "./write-sentence.ts";
import { writeSentence } from "./write-sentence.ts";

const template = (id: string): SentenceTemplate => nationalSentences.find((each) => each.id === id)!;

/** Amounts in 分 by address. */
function lookupOf(fen: readonly (readonly [FactAddress, number])[]): FactLookup {
  const values = new Map(
    fen.map(([address, amount]) => [addressKey(address), BigInt(amount) * (MILLIONTHS / 100n)]),
  );
  return {
    year: 2024,
    value: (address) => values.get(addressKey(address)) ?? null,
    rows: () => [
      { key: "201", names: ["一般公共服务支出"] },
      { key: "208", names: ["社会保障和就业支出"] },
    ],
    words: (slot) => (slot === "reason" ? "项目增加" : slot === "use" ? "日常运转" : "办公费、差旅费"),
  };
}

const income: FactAddress = { concept: "income-expenditure-summary", line: "31", column: "amount" };
const expenditure: FactAddress = { concept: "income-expenditure-summary", line: "62", column: "amount" };

describe("writing an official sentence", () => {
  test("prints amounts with separators and percentages rounded from 分", () => {
    const lookup = lookupOf([
      [income, 1_236_030_000],
      [{ ...income, period: "prior" }, 645_330_000],
      [expenditure, 1_236_030_000],
      [{ ...expenditure, period: "prior" }, 1_236_030_000],
    ]);
    expect(writeSentence(template("income-expenditure-totals"), lookup).text).toBe(
      "2024年度收入总计1,236.03万元，支出总计1,236.03万元。与上年相比，收入总计增加590.70万元，增长91.53%，支出总计与上年持平。主要原因是项目增加。",
    );
  });

  test("gives no percentage of a base of zero", () => {
    const lookup = lookupOf([
      [income, 500_000],
      [{ ...income, period: "prior" }, 0],
      [expenditure, 500_000],
    ]);
    expect(writeSentence(template("income-expenditure-totals"), lookup).text).toContain(
      "收入总计增加0.50万元。主要原因",
    );
  });

  test("says that there is nothing where a table is empty", () => {
    expect(writeSentence(template("government-fund"), lookupOf([])).text).toBe("本年度无此项收支。");
  });
});

const section = (heading: string, text: string) => ({
  number: null,
  heading,
  level: 2,
  paragraphs: text.split("\n").map((line) => ({ text: line, place: {}, pieces: [{ offset: 0, place: {} }] })),
  children: [],
  place: {},
});

/** Any amount for any address, of this year and of the year before; counts are whole. */
function anyLookup(seed: number): FactLookup {
  const amount = (address: FactAddress): bigint =>
    [...addressKey(address)].reduce(
      (sum, character) => (sum * 31n + BigInt(character.charCodeAt(0))) % 9_999_991n,
      BigInt(seed),
    );
  return {
    ...lookupOf([]),
    value: (address) => (1n + amount(address)) * MILLIONTHS,
  };
}

const templates = [...new Set([...nationalSentences, ...shanxiSentences, ...sichuanSentences])];

describe("reading what was written", () => {
  test.each(templates.map((each) => [each.id, each] as const))("gives back every figure of %s", (_, each) => {
    assert(
      property(integer({ min: 1, max: 9_999_990 }), (seed) => {
        const { text, figures } = writeSentence(each, anyLookup(seed));
        const evaluationOf = (): number | null => (each.scope === "project-evaluation" ? 0 : null);
        const reading = readProse([section(each.sections[0] ?? "", text)], templates, {
          year: 2024,
          evaluationOf,
        });
        const read = reading.narrative.flatMap((sentence) =>
          sentence.figures.map(({ figure, refersTo: { evaluation: _evaluation, ...refersTo }, derived }) => ({
            raw: figure.raw,
            refersTo: addressKey(refersTo),
            derived,
          })),
        );
        const written = figures.map(({ offset, length, refersTo, derived }) => ({
          raw: text.slice(offset, offset + length),
          refersTo: addressKey(refersTo),
          derived,
        }));
        expect({ read, unclaimed: reading.unclaimed }).toEqual({ read: written, unclaimed: [] });
      }),
      { numRuns: 12 },
    );
  });
});
