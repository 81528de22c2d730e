import { describe, expect, test } from "vitest";

import type { FactAddress } from "../disclosure/address.ts";
import { expressionsOf } from "../checks/rules/narrative/expressions.ts";
import { MILLIONTHS } from "../figures/figure.ts";
import type { SentenceTemplate } from "./template.ts";
import { each, either, money, ordinal, rowName, t, unitName, year } from "./template.ts";
import { extendSentences, unitedWordings } from "./wordings.ts";
import type { FactLookup } from "./write-sentence.ts";
import { writeSentence } from "./write-sentence.ts";

const total: FactAddress = { concept: "income", code: null, column: "total" };
const other: FactAddress = { concept: "income", code: null, column: "other" };

const sentence = (id: string, parts: SentenceTemplate["parts"]): SentenceTemplate => ({
  id,
  scope: "narrative",
  sections: ["收入决算情况说明"],
  parts,
});

const base = [
  sentence("totals", t`${year}收入合计${money(total)}，其他收入${money(other)}。`),
  sentence("assets", t`没有变动。`),
];

const lookup: FactLookup = {
  year: 2024,
  value: () => MILLIONTHS * 10_000n,
  rows: () => [],
  words: () => "",
};

describe("sentences of an edition", () => {
  const edition = extendSentences(base, [
    "assets",
    ["totals", { sections: ["收入情况"], parts: t`${unitName}本年收入合计${money(total)}。` }],
  ]);

  test("stand in the order of its form", () => {
    expect(edition.map(({ id }) => id)).toEqual(["assets", "totals"]);
  });

  test("are written in its own words and under its own heading", () => {
    const totals = edition[1]!;
    expect(totals.sections[0]).toBe("收入情况");
    expect(writeSentence(totals, { ...lookup, unit: "示例局" }).text).toBe("示例局本年收入合计1.00万元。");
    expect(writeSentence(totals, lookup).text).toBe("本部门本年收入合计1.00万元。");
  });

  test("are read in the base's words, too", () => {
    expect(expressionsOf(edition[1]!.parts).map(({ of }) => of)).toEqual([total, total, other]);
  });

  test("must be known to the base", () => {
    expect(() => extendSentences(base, ["unknown"])).toThrow("unknown");
  });

  test("that the form does not print follow those that it prints", () => {
    expect(extendSentences(base, ["assets"])).toEqual([base[1], base[0]]);
  });
});

test("wordings of one matter are one sentence", () => {
  const [first, second] = [
    sentence("totals", t`甲${money(total)}`),
    sentence("totals", t`乙${money(other)}`),
  ];
  const [united, ...others] = unitedWordings([first, second, first]);
  expect(others).toEqual([]);
  expect(expressionsOf(united?.parts ?? []).map(({ of }) => of)).toEqual([total, other]);
  expect(unitedWordings([first, first])).toEqual([first]);
});

test("rows of a list may be numbered", () => {
  const rows = {
    kind: "list" as const,
    id: "numbered",
    rows: [
      { key: "total", names: ["合计"] },
      { key: "other", names: ["其他"] },
    ],
  };
  const of: FactAddress = { concept: "income", code: null, column: "$row" };
  const numbered = sentence("numbered", [
    each(rows, t`${ordinal}${rowName(rows)}${either("为", "是")}${money(of)}`, { separator: "。\n" }),
  ]);
  expect(writeSentence(numbered, lookup).text).toBe("1、合计为1.00万元。\n2、其他为1.00万元");
});
