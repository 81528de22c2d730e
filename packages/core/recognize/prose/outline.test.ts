import { describe, expect, test } from "vitest";

import type { Line } from "../../document/lines.ts";
import type { Section } from "../../document/section.ts";
import { joinParagraphs } from "./join-paragraphs.ts";
import { printedHeading } from "../../document/section.ts";
import { outlineOf } from "./outline.ts";

const lines = (...texts: readonly string[]): readonly Line[] =>
  texts.map((text, index) => ({
    kind: text.includes("\t") ? "row" : "text",
    text,
    cells: text.includes("\t")
      ? text.split("\t").map((cell) => ({ text: cell, place: { line: index + 1 } }))
      : [],
    place: { line: index + 1 },
    headingLevel: 0,
    block: index,
  }));

/** Headings indented by depth, each with its paragraphs. */
function shown(sections: readonly Section[], depth = 0): readonly string[] {
  return sections.flatMap((section) => [
    `${"  ".repeat(depth)}${printedHeading(section)}${section.paragraphs.map(({ text }) => `|${text}`).join("")}`,
    ...shown(section.children, depth + 1),
  ]);
}

describe("the outline of a document", () => {
  test("a line that breaks off in the name of an item is no heading", () => {
    const { sections } = outlineOf(
      lines(
        "三、支出决算情况说明",
        "（一）教育支出（类）普通教育（款）示例",
        "教育（项）。主要用于示例。年初预算为1万元。",
      ),
    );
    expect(sections[0]?.children).toEqual([]);
  });

  test("knows all five styles of numbers, in both kinds of brackets", () => {
    const { sections } = outlineOf(
      lines(
        "第三部分 情况说明",
        "一、总体情况",
        "(一) 收入情况",
        "收入1万元。",
        "（二）支出情况。",
        "1. 基本支出情况",
        "（1）人员经费：共2万元。",
      ),
    );
    expect(shown(sections)).toEqual([
      "第三部分 情况说明",
      "  一、总体情况",
      "    （一）收入情况|收入1万元。",
      "    （二）支出情况",
      "      1.基本支出情况",
      "        （1）人员经费|共2万元。",
    ]);
  });

  test("takes numbered sentences for items of a list", () => {
    const { sections } = outlineOf(
      lines(
        "一、主要职能",
        "1、负责日常文书的处理，承办重要会议。",
        "2、负责印鉴管理和使用工作。",
        "3、完成交办的其他工作。",
      ),
    );
    expect(sections.map(({ children }) => children.length)).toEqual([0]);
    expect(sections[0]?.paragraphs).toHaveLength(3);
  });

  test("takes no sentence with figures for a heading", () => {
    const { sections } = outlineOf(lines("（二）具体情况说明", "- 1、公务接待费支出0万元，共接待0批次。"));
    expect(shown(sections)).toEqual(["（二）具体情况说明|1、公务接待费支出0万元，共接待0批次。"]);
  });

  test("skips contents pages, with page numbers and without", () => {
    const { sections } = outlineOf(
      lines(
        "目 录",
        "一、基本情况\t3",
        "二、绩效情况 …… 5",
        "一、基本情况",
        "内容甲。",
        "二、绩效情况",
        "内容乙。",
      ),
    );
    expect(shown(sections).filter((line) => line !== "")).toEqual([
      "一、基本情况|内容甲。",
      "二、绩效情况|内容乙。",
    ]);
    const plain = outlineOf(
      lines("目录", "一、基本情况", "二、绩效情况", "一、基本情况", "内容甲。", "二、绩效情况", "内容乙。"),
    );
    expect(shown(plain.sections)).toEqual(["一、基本情况|内容甲。", "二、绩效情况|内容乙。"]);
    expect(plain.contents?.paragraphs.map(({ text, place }) => [text, place.line])).toEqual([
      ["一、基本情况", 2],
      ["二、绩效情况", 3],
    ]);
  });

  test("takes instructions of the form out of the text", () => {
    const { sections, removed } = outlineOf(
      lines("（一）评价结论。简要阐述自评总体结论，其中必须包含自评得分。", "自评得分为90分。"),
    );
    expect(shown(sections)).toEqual(["（一）评价结论|自评得分为90分。"]);
    expect(removed.map(({ reason }) => reason)).toEqual(["instruction"]);
  });

  test("knows headings without number, and titles that begin a report", () => {
    const { sections } = outlineOf(
      lines(
        "二、项目绩效分析",
        "常年项目绩效分析。该类项目总数4个。",
        "项目支出绩效自评分析报告",
        "一、项目基本信息",
      ),
    );
    expect(shown(sections)).toEqual([
      "二、项目绩效分析",
      "  常年项目绩效分析|该类项目总数4个。",
      "项目支出绩效自评分析报告",
      "  一、项目基本信息",
    ]);
  });

  test("joins a number that stands alone with its heading", () => {
    expect(shown(outlineOf(lines("（一）", "总体情况说明。", "支出1万元。")).sections)).toEqual([
      "（一）总体情况说明|支出1万元。",
    ]);
  });
});

describe("joining paragraphs", () => {
  test("continues a sentence cut by a page break, and knows where each part came from", () => {
    const [paragraph] = joinParagraphs(lines("用于职工工资、", "商品和服务支出。"));
    expect(paragraph?.text).toBe("用于职工工资、商品和服务支出。");
    expect(paragraph?.pieces).toEqual([
      { offset: 0, place: { line: 1 } },
      { offset: 7, place: { line: 2 } },
    ]);
  });

  test.each([
    [["人员经费1万元；", "公用经费2万元。"], 2],
    [["决算数小于预算数的主要原因：", "人员减少。"], 1],
    [["无", "二次说明"], 2],
    [["项目名称：甲", "项目单位：乙"], 2],
    [["支出合计", "1、人员经费"], 2],
    [["支出\t1", "说明"], 1],
  ])("makes of %j so many paragraphs: %i", (texts, count) => {
    expect(joinParagraphs(lines(...texts))).toHaveLength(count);
  });

  test("takes out blanks and markup that mean nothing", () => {
    const [paragraph] = joinParagraphs(lines("- **用 于** 支付 100 万元, 共 4183. 78 万元 ~~。~~"));
    expect(paragraph?.text).toBe("用于支付100万元,共4183.78万元。");
  });
});
