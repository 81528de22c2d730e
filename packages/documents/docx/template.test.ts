import type { Attachment } from "@jueming/core/document/document.ts";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";

import { DocumentError } from "../document-error.ts";
import { shown } from "../testing/shown-blocks.ts";
import { readDocx } from "./reader.ts";
import { TemplateError, exampleDocxTemplate, fillDocxTemplate } from "./template.ts";
import type { TemplateValues } from "./template.ts";
import { cell, composition, paragraph, row, table } from "./testing/report-composition.ts";
import { writeDocx } from "./writer.ts";

const VALUES: TemplateValues = {
  单位名称: "某单位",
  年度: "2024",
  "本部门（单位）职责": [{ 段落: "拟订政策；" }, { 段落: "组织实施；\n监督检查。" }],
  收入支出决算总体情况说明: [{ 段落: "主要原因是项目增加。" }],
  收入总计: "1,236.03",
  支出总计: "1,236.03",
  支出决算表: [
    { 科目编码: "201", 科目名称: "一般公共服务支出", 基本支出: "100.00", 项目支出: "20.00" },
    { 科目编码: "208", 科目名称: "社会保障 <和> 就业", 基本支出: "30.00", 项目支出: "" },
  ],
  有政府性基金: false,
  政府性基金支出: "0.00",
  项目: [{ 项目名称: "道路养护", 金额单位: "万元", 预算数: "10.00", 执行数: "9.00", 得分: "95" }],
};

const template = (...texts: readonly string[]): Promise<Uint8Array> =>
  writeDocx(composition(texts.map((text) => paragraph(text))));
const carried = (text: string): Attachment => ({
  name: "data.json",
  mediaType: "application/json",
  bytes: strToU8(text),
});
const filledWith = async (texts: readonly string[], values: TemplateValues): Promise<readonly unknown[]> =>
  shown(readDocx(await fillDocxTemplate(await template(...texts), values), "a.docx").blocks);
const faultOf = async (texts: readonly string[], values: TemplateValues): Promise<TemplateError> => {
  const error: unknown = await fillDocxTemplate(await template(...texts), values).catch(
    (thrown: unknown) => thrown,
  );
  if (error instanceof TemplateError) return error;
  throw new Error("no TemplateError", { cause: error });
};

describe("the example template", () => {
  test("is filled: fields, repeated rows, repeated and left out sections", async () => {
    const filled = readDocx(await fillDocxTemplate(await exampleDocxTemplate(), VALUES), "a.docx");
    expect(shown(filled.blocks)).toEqual([
      "某单位",
      "2024年度部门决算",
      "# 第一部分 概况",
      "拟订政策；",
      "组织实施；",
      "监督检查。",
      "# 第二部分 决算情况说明",
      "2024年度收入总计1,236.03万元，支出总计1,236.03万元。",
      "主要原因是项目增加。",
      "## 支出决算表",
      ["部门名称：某单位|金额单位：万元"],
      [
        "科目编码|科目名称|基本支出|项目支出",
        "201|一般公共服务支出|100.00|20.00",
        "208|社会保障 <和> 就业|30.00|",
      ],
      "# 第三部分 项目绩效",
      "## 道路养护",
      "全年预算数10.00万元，执行数9.00万元，自评得分95分。",
    ]);
  });

  test("is the same bytes whenever it is filled", async () => {
    const example = await exampleDocxTemplate();
    expect(await fillDocxTemplate(example, VALUES)).toEqual(await fillDocxTemplate(example, VALUES));
  });
});

describe("a placeholder", () => {
  test("that nobody knows is named, with what may be written instead", async () => {
    const error = await faultOf(["{{单位名}}在{{年度}}年", "{{合计数}}"], {
      单位名称: "某单位",
      年度: "2024",
    });
    expect([error.code, error.fault, error.placeholders]).toEqual([
      "template",
      "unknown-placeholder",
      ["单位名", "合计数"],
    ]);
    expect(error.message).toBe(
      "模板里有不认识的占位符：{{单位名}}、{{合计数}}。请改正名称或删去。该处可用的有：单位名称、年度。",
    );
  });

  test("in a row finds the values of the row first, then those round it", async () => {
    const values = { 年度: "2024", 名称: "外", 行: [{ 名称: "内" }, { 名称: "又一行" }] };
    expect(await filledWith(["{{#行}}", "{{年度}}{{名称}}", "{{/行}}", "{{名称}}"], values)).toEqual([
      "2024内",
      "2024又一行",
      "外",
    ]);
  });

  test("of rows within rows is filled from its own", async () => {
    const values = { 部门: [{ 单位: [{ 名: "甲" }, { 名: "乙" }] }, { 单位: [] }, { 单位: [{ 名: "丙" }] }] };
    expect(await filledWith(["{{#部门}}", "{{#单位}}", "{{名}}", "{{/单位}}", "{{/部门}}"], values)).toEqual([
      "甲",
      "乙",
      "丙",
    ]);
  });

  test("that only some rows know is an error, not a hole", async () => {
    const error = await faultOf(["{{#行}}", "{{名}}", "{{/行}}"], { 行: [{ 名: "甲" }, { 另: "乙" }] });
    expect([error.fault, error.placeholders]).toEqual(["unknown-placeholder", ["名"]]);
  });

  test("named like something that every object has is not known", async () => {
    const error = await faultOf(["{{constructor}}{{__proto__}}{{toString}}"], { 名: "甲" });
    expect(error.placeholders).toEqual(["constructor", "__proto__", "toString"]);
  });

  test.each([
    ["{{明细}}", "wrong-kind"],
    ["{{#名}}甲{{/名}}", "wrong-kind"],
    ["{{#明细}}甲", "unpaired"],
    ["甲{{/明细}}", "unpaired"],
    ["{{#明细}}甲{{/名}}", "unpaired"],
    ["{{名", "unpaired"],
    ["名}}", "unpaired"],
    ["｛｛名｝｝", "unpaired"],
    ["{{}}", "unknown-placeholder"],
  ])("written as %s is %s", async (text, fault) => {
    const error = await faultOf([text], { 名: "甲", 明细: [{ 名: "乙" }] });
    expect(error.fault).toBe(fault);
    expect(error.message).toMatch(/^模板里/u);
  });

  test("is not looked for in what is filled in, and nothing filled in becomes markup", async () => {
    const values = { 名: "{{另}}<w:b/>&\u0000", 行: [{ 名: "{{#行}}" }] };
    expect(await filledWith(["{{名}}", "{{#行}}", "{{名}}", "{{/行}}"], values)).toEqual([
      "{{另}}<w:b/>&",
      "{{#行}}",
    ]);
  });

  test("is found across the pieces in which Word keeps a text", async () => {
    const parts = unzipSync(await template("前{{单位名称}}后"));
    const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    const pieces = body.replace("单位", '单</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>位');
    expect(pieces).not.toBe(body);
    const file = zipSync({ ...parts, "word/document.xml": strToU8(pieces) });
    const filled = await fillDocxTemplate(file, { 单位名称: "某单位" });
    expect(shown(readDocx(filled, "a.docx").blocks)).toEqual(["前某单位后"]);
  });
});

describe("a filled template", () => {
  test("keeps no empty line where a section began or ended, save where Word needs one", async () => {
    const line = table([row(cell("甲"))], 0, [1]);
    const file = await writeDocx(
      composition([
        ...["{{#行}}", "{{名}}", "{{/行}}"].map((text) => paragraph(text)),
        line,
        paragraph("{{#无}}"),
        paragraph("{{/无}}"),
        line,
        table([row(cell("{{#行}}\n{{名}}\n{{/行}}"), cell("{{#无}}\n{{/无}}"))], 0, [1, 1]),
      ]),
    );
    const filled = await fillDocxTemplate(file, { 行: [{ 名: "乙" }, { 名: "丙" }], 无: false });
    const body = strFromU8(unzipSync(filled)["word/document.xml"] ?? new Uint8Array());
    const texts = [...body.matchAll(/<w:p\b[^>]*>(.*?)<\/w:p>/gu)].map(([, inner = ""]) =>
      inner.replace(/<[^>]*>/gu, ""),
    );
    expect(texts).toEqual(["乙", "丙", "甲", "", "甲", "", "乙", "丙", "", ""]);
    expect(body).not.toContain("section-line");
  });

  test("carries the given files, and none of those that the template carried", async () => {
    const old = await writeDocx(composition([paragraph("{{名}}")], [carried("旧"), carried("更旧")]));
    const filled = await fillDocxTemplate(old, { 名: "甲" }, [carried("新")]);
    expect(readDocx(filled, "a.docx").attachments).toEqual([carried("新")]);
    expect(Object.keys(unzipSync(filled)).filter((name) => name.startsWith("customXml/"))).toHaveLength(3);
    expect(readDocx(await fillDocxTemplate(old, { 名: "甲" }), "a.docx").attachments).toBeUndefined();
  });

  test("repeats a row of 2,000 lines", async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => ({ 名: `第${index}行`, 数: String(index) }));
    const file = await writeDocx(
      composition([table([row(cell("{{#行}}{{名}}"), cell("{{数}}{{/行}}"))], 0, [1, 1])]),
    );
    const [block] = readDocx(await fillDocxTemplate(file, { 行: rows }), "a.docx").blocks;
    expect(block?.kind === "table" && block.rows.length).toBe(2000);
  });
});

test.each([
  ["no ZIP", async () => strToU8("not a file"), "unsupported-format"],
  [
    "entities",
    async () => zipSync({ ...unzipSync(await template("甲")), "word/x.xml": strToU8("<!DOCTYPE x><x/>") }),
    "damaged",
  ],
  ["half a file", async () => (await template("甲")).subarray(0, 900), "damaged"],
])("a template that is %s is refused with a code", async (_, file, code) => {
  const error: unknown = await fillDocxTemplate(await file(), {}).catch((thrown: unknown) => thrown);
  expect(error instanceof DocumentError && error.code).toBe(code);
});
