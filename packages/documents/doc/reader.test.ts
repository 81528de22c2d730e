import type { Document } from "@jueming/core/document/document.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { codeOf } from "../testing/error-code.ts";
import { shown } from "../testing/shown-blocks.ts";
import { compoundKind } from "./compound-file.ts";
import { readDoc } from "./reader.ts";
import type { FixtureParagraph } from "./word-fixture.ts";
import { container, IN_TABLE, rowEnd, wordFile } from "./word-fixture.ts";

const read = (...paragraphs: readonly FixtureParagraph[]): Document => readDoc(wordFile(paragraphs), "a.doc");
const cells = (...texts: readonly string[]): readonly FixtureParagraph[] =>
  texts.map((text) => ({ text: `${text}\u0007`, properties: IN_TABLE }));
const row = (
  texts: readonly string[],
  edges: readonly number[],
  flags?: readonly number[],
): readonly FixtureParagraph[] => [...cells(...texts), { text: "\u0007", properties: rowEnd(edges, flags) }];
const named = (name: string): Uint8Array => container([[name, new Uint8Array(5000)]]);

describe("text", () => {
  test("keeps paragraphs, headings and results of fields", () => {
    const document = read(
      { text: "第一部分\r", style: 1 },
      { text: "支出\u0013 SUM \u001412.30\u0015万元\u000B下一行\r" },
      { text: "\r" },
    );
    expect(shown(document.blocks)).toEqual(["# 第一部分", "支出12.30万元", "下一行"]);
    expect(document.blocks.map(({ place }) => place.line)).toEqual([1, 2, 3]);
  });

  test("says that numbers of lists were not read", () => {
    const document = read({ text: "收入\r", properties: [0x0b, 0x46, 1, 0] });
    expect(document.problems.map(({ code }) => code)).toEqual(["numbers-left-out"]);
  });
});

describe("tables", () => {
  test("have their rows and merged cells by the edges of the cells", () => {
    const document = read(
      { text: "表\r" },
      ...row(["项目", "金额"], [0, 1000, 3000], [0x60, 0]),
      ...row(["", "年初", "决算"], [0, 1000, 2000, 3000], [0x20, 0, 0]),
      ...row(["甲", "1.00", "2.00"], [0, 1010, 1990, 3000]),
      { text: "后\r" },
    );
    expect(shown(document.blocks)).toEqual(["表", ["项目^2|金额/2", "年初|决算", "甲|1.00|2.00"], "后"]);
    expect(document.problems).toEqual([]);
  });

  test("without definitions keep their cells in order, and the document says so", () => {
    const end = { text: "\u0007", properties: [...IN_TABLE, 0x17, 0x24, 1] };
    const document = read(...cells("甲", "1.00"), end, ...cells("乙", "2.00"), end);
    expect(shown(document.blocks)).toEqual([["甲|1.00", "乙|2.00"]]);
    expect(document.problems.map(({ code }) => code)).toEqual(["tables-partly-recovered"]);
  });

  test("whose rows were stretched keep the order of their cells", () => {
    const document = read(
      ...row(["a", "b", "c"], [0, 900, 2000, 3000]),
      ...row(["d", "e", "f"], [0, 900, 2000, 3000]),
      ...row(["g", "h"], [0, 1500, 3000]),
    );
    expect(shown(document.blocks)).toEqual([["a|b|c", "d|e|f", "g|h"]]);
  });
});

describe("hostile and broken files", () => {
  const whole = wordFile([{ text: "支出\r" }, ...row(["甲", "1.00"], [0, 1000, 2000])]);

  test("have their codes", () => {
    expect(codeOf(() => readDoc(new Uint8Array(0), "a.doc"))).toBe("empty");
    expect(codeOf(() => readDoc(new Uint8Array(600), "a.doc"))).toBe("unsupported-format");
    expect(codeOf(() => readDoc(whole.subarray(0, 4000), "a.doc"))).toBe("damaged");
    expect(codeOf(() => readDoc(wordFile([{ text: "x\r" }], 0x0100), "a.doc"))).toBe("encrypted");
    expect(codeOf(() => readDoc(wordFile([{ text: "\r" }]), "a.doc"))).toBe("empty");
    expect(codeOf(() => readDoc(wordFile([{ text: "\u0001\r" }]), "a.doc"))).toBe("no-text");
    expect(codeOf(() => readDoc(named("Workbook"), "a.doc"))).toBe("unsupported-format");
    expect(codeOf(() => readDoc(named("EncryptedPackage"), "a.doc"))).toBe("encrypted");
    expect(compoundKind(named("Workbook"))).toBe("xls");
    expect(compoundKind(whole)).toBe("doc");
  });

  test("whose sectors lead in a circle are damaged and do not hang", () => {
    const circle = Uint8Array.from(whole);
    const view = new DataView(circle.buffer);
    for (let sector = 1; sector < 60; sector += 1) view.setUint32(512 + sector * 4, sector, true);
    expect(codeOf(() => readDoc(circle, "a.doc"))).toBe("damaged");
    view.setUint32(68, 0, true);
    view.setUint32(512 * 2 - 4, 0, true);
    expect(codeOf(() => readDoc(circle, "a.doc"))).toBe("damaged");
  });

  test("whatever bytes change, there is a document or a code", () => {
    const near = fc.oneof(fc.nat(1600), fc.nat(whole.length - 1));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(near, fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(whole.length),
        (changes, cut) => {
          const changed = Uint8Array.from(whole);
          for (const [at, value] of changes) changed[at] = value;
          const broken = cut % 4 === 0 ? changed.subarray(0, cut) : changed;
          expect(codeOf(() => readDoc(broken, "a.doc"))).toMatch(/^[a-z -]+$/u);
        },
      ),
      { numRuns: 500 },
    );
  });
});
