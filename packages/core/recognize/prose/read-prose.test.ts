import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { sharedFolder } from "../../../../scripts/shared-material.ts";
import type { FactAddress } from "../../disclosure/address.ts";
import type { Block } from "../../document/document.ts";
import { linesOf } from "../../document/lines.ts";
import type { Section } from "../../document/section.ts";
import { nationalSentences } from "../../regions/national/sentences.ts";
import { shanxiSentences } from "../../regions/shanxi/sentences.ts";
import { sichuanSentences } from "../../regions/sichuan/sentences.ts";
import { cleanLines } from "../clean.ts";
import { outlineOf } from "./outline.ts";
import type { ProseReading } from "./read-prose.ts";
import { readProse } from "./read-prose.ts";

function section(heading: string, text: string): Section {
  const paragraphs = text.split("\n").map((line, index) => {
    const place = { line: index + 1 };
    return { text: line, place, pieces: [{ offset: 0, place }] };
  });
  return { number: null, heading, level: 2, paragraphs, children: [], place: { line: 0 } };
}

const read = (heading: string, text: string): ProseReading =>
  readProse([section(heading, text)], nationalSentences, { year: 2024 });

/** A short form of an address: row, column, field, and what sets it apart from the plain case. */
function short({ concept, line, code, column, field, period, stage }: FactAddress): string {
  const row = line ?? (code === undefined ? undefined : (code ?? "total"));
  return [concept, row, column, field, period, stage].filter((part) => part !== undefined).join(" ");
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

const SUMMARY = "income-expenditure-summary";
const GENERAL = "general-budget-expenditure";

describe("reading prose", () => {
  test("follows clauses that change places", () => {
    const reading = read(
      "收入支出决算总体情况说明",
      "2024年度支出总计500.00万元，收入总计500.00万元。与2023年度相比，支出总计减少10.00万元，下降1.96%，收入总计无变化。",
    );
    expect(figuresOf(reading)).toEqual([
      `500.00万元 | ${SUMMARY} 62 amount`,
      `500.00万元 | ${SUMMARY} 31 amount`,
      `10.00万元 | ${SUMMARY} 62 amount | change`,
      `1.96% | ${SUMMARY} 62 amount | changeRate`,
    ]);
    expect(wordsOf(reading)).toEqual([`same: 无变化 | ${SUMMARY} 31 amount`]);
  });

  test("takes a change without subject for one of the fact before it", () => {
    const reading = read(
      "收入支出决算总体情况说明",
      "本年度收入总计为1,236.03万元，与上年相比增加590.70万元，上升91.53%；支出总计1,236.03万元，较上年增长590.70万元，增幅91.53%。",
    );
    expect(figuresOf(reading)).toEqual([
      `1,236.03万元 | ${SUMMARY} 31 amount`,
      `590.70万元 | ${SUMMARY} 31 amount | change`,
      `91.53% | ${SUMMARY} 31 amount | changeRate`,
      `1,236.03万元 | ${SUMMARY} 62 amount`,
      `590.70万元 | ${SUMMARY} 62 amount | change`,
      `91.53% | ${SUMMARY} 62 amount | changeRate`,
    ]);
  });

  test("tells last year's own figure from this year's", () => {
    const reading = read(
      "收入支出决算总体情况说明",
      "2024年度收入总计500.00万元，2023年度收入总计450.00万元，增加50.00万元，增长11.11%。",
    );
    expect(figuresOf(reading)).toEqual([
      `500.00万元 | ${SUMMARY} 31 amount`,
      `450.00万元 | ${SUMMARY} 31 amount prior`,
      `50.00万元 | ${SUMMARY} 31 amount | change`,
      `11.11% | ${SUMMARY} 31 amount | changeRate`,
    ]);
  });

  test("reads a sentence under the heading of another", () => {
    const reading = read(
      "一般公共预算财政拨款支出决算总体情况",
      "2024年度一般公共预算财政拨款支出100.00万元，主要用于以下方面：一般公共服务支出60.00万元，占60.00%；教育支出（类）40.00万元，占比40.00%。",
    );
    expect(figuresOf(reading)).toEqual([
      `100.00万元 | ${GENERAL} total total`,
      `60.00万元 | ${GENERAL} 201 total`,
      `60.00% | ${GENERAL} 201 total | share`,
      `40.00万元 | ${GENERAL} 205 total`,
      `40.00% | ${GENERAL} 205 total | share`,
    ]);
  });

  test("finds 项 named as 类, 款 and 项, and keeps the name of one that no list has", () => {
    const reading = read(
      "一般公共预算财政拨款支出决算具体情况",
      "1.教育支出（类）普通教育（款）示例教育（项）。主要用于：办学。年初预算为100.00万元，支出决算为90.00万元，完成年初预算的90.00%。决算数小于年初预算数的主要原因：人员减少。\n2.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为10.00万元，支出决算为10.00万元，完成年初预算的100%。决算数同预算数持平。",
    );
    expect(figuresOf(reading)).toEqual([
      `100.00万元 | ${GENERAL} total 示例教育 initial`,
      `90.00万元 | ${GENERAL} total 示例教育`,
      `90.00% | ${GENERAL} total 示例教育 | completion`,
      `10.00万元 | ${GENERAL} 2210201 total initial`,
      `10.00万元 | ${GENERAL} 2210201 total`,
      `100% | ${GENERAL} 2210201 total | completion`,
    ]);
    expect(wordsOf(reading)).toContain(`direction: 小于 | ${GENERAL} total 示例教育 initial`);
    expect(wordsOf(reading)).toContain(`same: 持平 | ${GENERAL} 2210201 total initial`);
  });

  test("takes missing and added clauses of “三公” items", () => {
    const reading = read(
      "“三公”经费支出决算情况说明",
      "2024年度“三公”经费财政拨款支出预算5万元，支出决算2万元，完成预算的40%，比上年减少1万元，降低33.33%。其中：因公出国（境）费用0万元，占0%，与去年持平；公务接待费支出决算减少1万元，下降33.33%，原因是厉行节约。",
    );
    expect(figuresOf(reading)).toEqual([
      "5万元 | three-public budget.total",
      "2万元 | three-public final.total",
      "40% | three-public final.total | completion",
      "1万元 | three-public final.total | change",
      "33.33% | three-public final.total | changeRate",
      "0万元 | three-public final.abroad",
      "0% | three-public final.abroad | share",
      "1万元 | three-public final.reception | change",
      "33.33% | three-public final.reception | changeRate",
    ]);
    expect(wordsOf(reading)).toEqual([
      "same: 持平 | three-public final.abroad",
      "reason: 厉行节约 | three-public final.reception",
    ]);
  });

  test("reads the grade that stands after its count", () => {
    const reading = read(
      "预算绩效管理工作开展情况",
      "涉及二级项目3个，资金12.50万元。自评结果为：2个项目自评等级为“优”，1个项目自评等级为“差”。",
    );
    expect(figuresOf(reading)).toEqual([
      "3个 | narrative projects-evaluated | count",
      "12.50万元 | narrative projects-amount",
      "2个 | narrative grade-count-优 | count",
      "1个 | narrative grade-count-差 | count",
    ]);
  });

  test("keeps an unreadable figure in its place and says so", () => {
    const reading = read(
      "支出决算情况说明",
      "支出合计4,190.01万元，其中：基本支出2.381.36万元，占比56.83%。",
    );
    expect(figuresOf(reading)).toEqual([
      "4,190.01万元 | expenditure total total",
      "2.381.36万元 | expenditure total basic",
      "56.83% | expenditure total basic | share",
    ]);
    expect(reading.problems.map(({ code }) => code)).toEqual(["unreadable-figure"]);
  });

  test("keeps the direction word, and chooses none when both alternatives stand", () => {
    const [sentence] = read(
      "机关运行经费支出情况",
      "机关运行经费支出15.72万元，比2023年减少0.60万元，下降（增长）3.68%。",
    ).narrative;
    expect(sentence?.figures.map(({ direction, directionWord }) => [direction, directionWord])).toEqual([
      [undefined, undefined],
      [-1, "减少"],
      [undefined, "下降（增长）"],
    ]);
  });

  test("leaves figures of a reason, and of no official sentence, unclaimed", () => {
    expect(read("其他", "本单位共有职工20人，召开会议12次。").unclaimed.map(({ raw }) => raw)).toEqual([
      "20人",
      "12次",
    ]);
    const reading = read(
      "收入支出决算总体情况说明",
      "2024年度收入总计9.00万元，支出总计9.00万元。主要原因是上年追加基金14202268.5元。",
    );
    expect(reading.unclaimed.map(({ raw, place }) => [raw, place.line])).toEqual([["14202268.5元", 1]]);
  });

  test("says that there is nothing", () => {
    expect(wordsOf(read("政府性基金预算财政拨款收支决算情况说明", "本年度无此项收支。"))).toEqual([
      "no-data: 无此项收支 | government-fund total total",
    ]);
  });

  test("gives the figures of an evaluation's prose to that evaluation", () => {
    const text = "年初预算 80,000 元，支出 0 元，预算执行率 0%，项目实施部分达到预期效果。";
    const { narrative } = readProse([section("项目实施和预算执行情况分析", text)], shanxiSentences, {
      year: 2024,
      evaluationOf: () => 3,
    });
    expect(narrative.flatMap(({ figures }) => figures.map(({ refersTo }) => refersTo))).toEqual(
      ["initial", "executed", "rate"].map((field) => ({
        concept: "project-evaluation",
        field,
        evaluation: 3,
      })),
    );
  });
});

/** Lines of a plain text file: a line with tabs is a row of a table. */
function proseOfFile(path: string): readonly Section[] {
  const blocks = readFileSync(path, "utf8")
    .split("\n")
    .flatMap((text, index): readonly Block[] => {
      const place = { line: index + 1 };
      if (text.trim() === "") return [];
      if (!text.includes("\t")) return [{ kind: "paragraph", text: text.replace(/^#+\s*/u, ""), place }];
      return [
        {
          kind: "table",
          place,
          rows: [{ place, cells: text.split("\t").map((cell) => ({ text: cell, place })) }],
        },
      ];
    });
  return outlineOf(cleanLines(linesOf({ source: "", blocks, problems: [] })).lines).sections;
}

const folder = sharedFolder();
const seed = (number: string): string | undefined => {
  const seeds = folder === undefined ? "" : join(folder, "seeds");
  const name = existsSync(seeds) ? readdirSync(seeds).find((file) => file.startsWith(number)) : undefined;
  return name === undefined ? undefined : join(seeds, name);
};

describe.skipIf(folder === undefined)("reading the prose of published reports", () => {
  test.each([
    ["001", shanxiSentences, 2024, 433, 556, 0],
    ["003", sichuanSentences, 2025, 12, 200, 0],
    ["004", shanxiSentences, 2024, 398, 510, 2],
  ] as const)(
    "claims all official figures of report %s",
    (...[number, templates, year, from, to, unclaimed]) => {
      const reading = readProse(proseOfFile(seed(number) ?? ""), templates, { year });
      const left = reading.unclaimed.filter(({ place: { line = 0 } }) => line >= from && line <= to);
      expect(left.length).toBe(unclaimed);
    },
  );

  test("binds the figures of “三公” items, procurement and assets to their lines", () => {
    const reading = readProse(proseOfFile(seed("004") ?? ""), shanxiSentences, { year: 2024 });
    const figures = figuresOf(reading);
    for (const expected of [
      "5.08万元 | three-public budget.total",
      "0.33万元 | three-public final.vehicleRunning | change",
      "6.1% | three-public final.vehicleRunning | changeRate",
      "2,605.92万元 | disclosure-statistics 1 amount",
      "2,599.29万元 | disclosure-statistics 4 amount",
      "10辆 | disclosure-statistics 7 amount",
      "7辆 | disclosure-statistics 15 amount",
      "3辆 | narrative vehicles-kept | count",
      "2.381.35万元 | general-budget-expenditure total basic",
      "970.29万元 | general-budget-expenditure 201 total | change",
    ]) {
      expect(figures).toContain(expected);
    }
  });
});
