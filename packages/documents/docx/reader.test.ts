import type { Document } from "@jueming/core/document/document.ts";
import * as fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";

import { codeOf } from "../testing/error-code.ts";
import { shown } from "../testing/shown-blocks.ts";
import { readDocx } from "./reader.ts";

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

const docx = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/document.xml": strToU8(
      `<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [`word/${name}.xml`, strToU8(xml)] as const),
    ),
  });
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (text: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
const cell = (text: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join("")}</w:tr>`).join("")}</w:tbl>`;
const read = (body: string, parts?: Readonly<Record<string, string>>): Document =>
  readDocx(docx(body, parts), "a.docx");
const tab = (...words: readonly string[]): string =>
  `<w:p>${words.map(run).join("<w:r><w:tab/></w:r>")}</w:p>`;
const relation = (type: string, target: string): string =>
  `<Relationship Type="http://x/${type}" Target="${target}"/>`;
const level = (index: number, format: string, pattern: string): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
const listed = (text: string, index: number): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="1"/></w:numPr>`);

describe("tables", () => {
  test("keep merged columns and rows, places count rows and paragraphs", () => {
    const document = read(
      paragraph("一、表") +
        table(
          [cell("项目", '<w:gridSpan w:val="2"/>'), cell("金额", '<w:vMerge w:val="restart"/>')],
          [cell("甲"), cell("乙"), cell("", "<w:vMerge/>")],
          [cell("丙"), cell("丁"), cell("戊", '<w:vMerge w:val="restart"/>')],
        ),
    );
    expect(shown(document.blocks)).toEqual(["一、表", ["项目/2|金额^2", "甲|乙", "丙|丁|戊"]]);
    const rows = document.blocks[1]?.kind === "table" ? document.blocks[1].rows : [];
    expect(rows.map(({ place }) => place)).toEqual([
      { line: 2, table: 1, row: 1 },
      { line: 3, table: 1, row: 2 },
      { line: 4, table: 1, row: 3 },
    ]);
  });

  test("break no cell at its line breaks and paragraphs", () => {
    const twoParagraphs = `<w:tc>${paragraph("因公出国")}<w:p><w:r><w:t>（境）</w:t><w:br/><w:t>费</w:t></w:r></w:p></w:tc>`;
    expect(shown(read(table([twoParagraphs, cell("1.00")])).blocks)).toEqual([["因公出国 （境） 费|1.00"]]);
  });

  test("inside a form's cell become rows of the form", () => {
    const inner = table([cell("数量"), cell("5")], [cell("质量"), cell("6")]);
    const holder = `<w:tc>${inner}<w:p/></w:tc>`;
    expect(shown(read(table([cell("指标"), holder], [cell("合计"), cell("11")])).blocks)).toEqual([
      ["指标^2|数量|5", "质量|6", "合计|11"],
    ]);
  });

  test("that only place other tables are opened", () => {
    const inner = table([cell("项目"), cell("金额")], [cell("甲"), cell("1")]);
    const outer = table([`<w:tc>${paragraph("标题")}${inner}<w:p/></w:tc>`]);
    expect(shown(read(outer).blocks)).toEqual(["标题", ["项目|金额", "甲|1"]]);
  });

  test("of tabbed lines are tables, a tab inside a sentence or after a number is distance", () => {
    expect(
      shown(read(tab("部门", "单位：万元") + tab("一、", "概况") + tab("句子。", "句子。")).blocks),
    ).toEqual([["部门|单位：万元"], "一、 概况", "句子。 句子。"]);
  });
});

describe("text", () => {
  test("has tracked changes accepted and comments and field codes left out", () => {
    const body =
      `<w:p>${run("支出")}<w:ins>${run("12.30")}</w:ins><w:del><w:r><w:delText>11.00</w:delText></w:r></w:del>` +
      `<w:moveFrom>${run("旧")}</w:moveFrom><w:r><w:commentReference w:id="1"/></w:r>` +
      `<w:r><w:instrText>PAGE</w:instrText></w:r>${run("万元")}</w:p>`;
    expect(shown(read(body).blocks)).toEqual(["支出12.30万元"]);
  });

  test("joins paragraphs whose end was deleted and drops deleted rows", () => {
    const joined =
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("上半")}</w:p>` + paragraph("下半");
    const rows = `<w:tbl><w:tr><w:trPr><w:del w:id="2"/></w:trPr>${cell("旧")}</w:tr><w:tr>${cell("新")}</w:tr></w:tbl>`;
    expect(shown(read(joined + rows).blocks)).toEqual(["上半下半", ["新"]]);
  });

  test("of content controls, links and symbols is read, hidden text is counted", () => {
    const body =
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink>${run("目标")}</w:hyperlink>` +
      '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r><w:r><w:t>5&lt;6</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' +
      "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r></w:p></w:sdtContent></w:sdt>";
    const document = read(body);
    expect(shown(document.blocks)).toEqual(["目标≥5<6☑"]);
    expect(document.problems.map(({ code }) => code)).toEqual(["hidden-text"]);
  });

  test("of a text box stands once, after its paragraph; line breaks part paragraphs", () => {
    const box = `<w:txbxContent>${paragraph("框内")}</w:txbxContent>`;
    const body =
      `<w:p>${run("甲")}<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>` +
      "<w:r><w:br/><w:t>乙</w:t></w:r></w:p>";
    expect(shown(read(body).blocks)).toEqual(["甲", "乙", "框内"]);
  });

  test("of notes follows, headers are named as left out", () => {
    const document = read(`<w:p>${run("正文")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, {
      footnotes: `<w:footnotes ${NAMESPACES}><w:footnote w:type="separator">${paragraph("线")}</w:footnote><w:footnote w:id="2">${paragraph("注一")}</w:footnote></w:footnotes>`,
      header1: `<w:hdr ${NAMESPACES}>${paragraph("内部资料")}${paragraph("- 1 -")}</w:hdr>`,
    });
    expect(shown(document.blocks)).toEqual(["正文", "注一"]);
    const named = readDocx(
      zipSync({
        "word/document.xml": strToU8(
          `<w:document ${NAMESPACES}><w:body>${paragraph("正文")}</w:body></w:document>`,
        ),
        "word/_rels/document.xml.rels": strToU8(
          `<Relationships>${relation("header", "header1.xml")}</Relationships>`,
        ),
        "word/header1.xml": strToU8(
          `<w:hdr ${NAMESPACES}>${paragraph("内部资料")}${paragraph("- 1 -")}</w:hdr>`,
        ),
      }),
      "a.docx",
    );
    expect(named.problems.map(({ message }) => message)).toEqual(["页眉页脚没有读入：“内部资料”。"]);
  });
});

describe("numbers and headings", () => {
  const numbering =
    `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0">` +
    level(0, "chineseCounting", "%1、") +
    level(1, "chineseCounting", "（%2）") +
    level(2, "decimal", "%3.") +
    `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

  test("are printed as the list says and start anew under the next heading", () => {
    const body = ["收入", "支出", "三公", "其中", "其他"].map((text, index) =>
      listed(text, [0, 1, 1, 2, 0][index] ?? 0),
    );
    expect(shown(read(body.join("") + listed("末", 1), { numbering }).blocks)).toEqual([
      "一、收入",
      "（一）支出",
      "（二）三公",
      "1.其中",
      "二、其他",
      "（一）末",
    ]);
  });

  test("come from styles, along what they are based on, and from outline levels", () => {
    const styles =
      `<w:styles ${NAMESPACES}><w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 2"/>` +
      `<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
      `<w:style w:type="paragraph" w:styleId="b"><w:name w:val="x"/><w:basedOn w:val="a"/></w:style></w:styles>`;
    const body =
      paragraph("甲", '<w:pStyle w:val="b"/>') +
      paragraph("乙", '<w:outlineLvl w:val="0"/>') +
      paragraph(
        "丙",
        '<w:pStyle w:val="b"/><w:numPr><w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="9"/>',
      );
    expect(shown(read(body, { styles, numbering }).blocks)).toEqual(["## 一、甲", "# 乙", "丙"]);
  });
});

const withXml = (xml: string): Uint8Array => zipSync({ "word/document.xml": strToU8(xml) });

describe("hostile and broken files", () => {
  const whole = docx(paragraph("支出合计12.30万元") + table([cell("甲"), cell("1.00")]));

  test("have their codes", () => {
    expect(codeOf(() => readDocx(new Uint8Array(0), "a.docx"))).toBe("empty");
    expect(codeOf(() => readDocx(strToU8("%PDF-1.4"), "a.docx"))).toBe("unsupported-format");
    expect(codeOf(() => readDocx(zipSync({ "xl/workbook.xml": strToU8("x") }), "a.docx"))).toBe(
      "unsupported-format",
    );
    expect(codeOf(() => readDocx(whole.subarray(0, whole.length - 40), "a.docx"))).toBe("damaged");
    const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(codeOf(() => readDocx(compound, "a.docx"))).toBe("encrypted");
    expect(codeOf(() => read("<w:p/>"))).toBe("empty");
    expect(codeOf(() => read('<w:p><w:r><a:blip r:embed="x"/></w:r></w:p>'))).toBe("no-text");
  });

  test("that declare entities or end early are refused", () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;
    expect(codeOf(() => readDocx(withXml(bomb), "a.docx"))).toBe("damaged");
    const cut = `<w:document><w:body><w:p><w:r><w:t>支出`;
    expect(codeOf(() => readDocx(withXml(cut), "a.docx"))).toBe("damaged");
    expect(codeOf(() => read("<w:tbl><w:tr><w:tc>".repeat(2000)))).toBe("too-large");
  });

  test("that announce a giant table are refused before it is laid out", () => {
    const wide = cell("x", '<w:gridSpan w:val="16000"/>');
    expect(codeOf(() => read(table([wide, wide])))).toBe("too-large");
    const rows = Array.from({ length: 400 }, () => [wide]);
    expect(codeOf(() => read(table(...rows)))).toBe("too-large");
  });

  test("whatever bytes change, there is a document or a code", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const changed = Uint8Array.from(whole);
          for (const [at, value] of changes) changed[at] = value;
          expect(codeOf(() => readDocx(changed, "a.docx"))).toMatch(/^[a-z -]+$/u);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("whatever the markup, there is a document or a code", () => {
    const tag = fc.constantFrom(
      ..."<w:p> </w:p> <w:r> </w:r> <w:t> </w:t> <w:tbl> </w:tbl> <w:tr> </w:tr> <w:tc> </w:tc> <w:del> </w:del> <w:tab/> 12.30 &#x4e00; &bad; <w:vMerge/> <w:pPr> </w:pPr> <![CDATA[ ]]>".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 40 }), (tags) => {
        expect(codeOf(() => read(tags.join("")))).toMatch(/^[a-z -]+$/u);
      }),
      { numRuns: 300 },
    );
  });
});
