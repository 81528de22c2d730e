import { describe, expect, test } from "vitest";

import type { FactAddress } from "../disclosure/address.ts";
import { addressKey } from "../disclosure/address.ts";
import { editions } from "../regions/index.ts";
import { nationalSentences } from "../regions/national/sentences.ts";
import { needsOf } from "./needed-facts.ts";
import type { SentenceTemplate } from "./template.ts";
import { writeSentence } from "./write-sentence.ts";

const isPrinted = ({ concept, period, stage }: FactAddress): boolean =>
  concept !== "narrative" && period === undefined && stage === undefined;

const needs = (id: string) => {
  const template = nationalSentences.find((one) => one.id === id);
  if (template === undefined) throw new Error(`no sentence ${id}`);
  return needsOf(template, isPrinted);
};

describe("what a sentence needs besides the tables", () => {
  test("is last year's figure where it tells a change", () => {
    expect(needs("income-expenditure-totals").figures.map(({ address }) => address)).toEqual([
      { concept: "income-expenditure-summary", line: "31", column: "amount", period: "prior" },
      { concept: "income-expenditure-summary", line: "62", column: "amount", period: "prior" },
    ]);
  });

  test("is the initial budget where it tells a completion, code by code", () => {
    const { figures, words } = needs("general-budget-detail");
    expect(
      figures.map(({ address, rows }) => [address.stage ?? address.period, address.code, rows?.kind]),
    ).toEqual([
      ["initial", null, undefined],
      ["initial", "$row", "function-codes"],
      ["prior", "$row", "function-codes"],
    ]);
    expect(words.map(({ slot }) => slot)).toEqual(["use", "reason"]);
  });

  test("is what only prose states, with the words before it and its unit", () => {
    const { figures, words } = needs("three-public-detail");
    expect(figures[0]).toMatchObject({
      address: { concept: "narrative", field: "abroad-groups" },
      derived: "count",
      unit: { name: "个" },
      words: "出国（境）团组共",
    });
    expect(words.length).toBeGreaterThan(3);
  });

  test("leaves out what is only read and never written", () => {
    const ids = needs("three-public-total").figures.map(({ address }) => address.stage);
    expect(ids.every((stage) => stage === undefined)).toBe(true);
  });

  test("asks for words about the facts of which the sentence is written with them", () => {
    for (const { sentences } of editions) {
      for (const template of sentences.filter(({ scope }) => scope === "narrative")) {
        const asked = needsOf(template, isPrinted).words.map(({ slot, about }) => keyOf(slot, about));
        expect([...wordsUsed(template)].filter((used) => !asked.includes(used))).toEqual([]);
      }
    }
  });
});

const keyOf = (slot: string, about: FactAddress | null): string =>
  `${slot} ${about === null ? "" : addressKey(about)}`;

/** Facts that others are compared with. */
const isOther = ({ period, stage, column = "" }: FactAddress): boolean =>
  period !== undefined || stage !== undefined || column.startsWith("budget.");

/** Which words writing looks up, with facts that rise, that fall, and rows that stand for themselves. */
function wordsUsed(template: SentenceTemplate): ReadonlySet<string> {
  const used = new Set<string>();
  for (const [now, before] of [
    [2_000_000n, 1_000_000n],
    [1_000_000n, 2_000_000n],
  ] as const) {
    writeSentence(template, {
      year: 2024,
      value: (address) => (isOther(address) ? before : now),
      rows: () => [{ key: "$row", names: ["某项"] }],
      words: (slot, about) => {
        used.add(keyOf(slot, about));
        return "某事";
      },
    });
  }
  return used;
}
