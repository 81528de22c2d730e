import type { Composition } from "@jueming/core/document/composition.ts";
import type { Row } from "@jueming/core/document/document.ts";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";

import { shown } from "../testing/shown-blocks.ts";
import { readDocx } from "./reader.ts";
import {
  CARRIED,
  cell,
  composition,
  heading,
  pages,
  paragraph,
  reportComposition,
  row,
  sentence,
  table,
} from "./testing/report-composition.ts";
import { writeDocx } from "./writer.ts";

const partsOf = async (written: Composition): Promise<Readonly<Record<string, string>>> => {
  const parts = unzipSync(await writeDocx(written));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
};
const bodyOf = async (written: Composition): Promise<string> =>
  (await partsOf(written))["word/document.xml"] ?? "";
const count = (xml: string, pattern: RegExp): number => [...xml.matchAll(pattern)].length;

const figures = (columns: number): Composition =>
  composition([
    table([row(...Array.from({ length: columns }, () => cell("1,234,567.89")))], 0, Array(columns).fill(1)),
  ]);

const sizeOf = async (columns: number): Promise<string | undefined> =>
  /<w:sz w:val="(\d+)"/u.exec(await bodyOf(figures(columns)))?.[1];

const rows = (count: number): readonly Row[] =>
  Array.from({ length: count }, () => row(cell("项目"), cell("1.00")));

const isTight = async (count: number): Promise<boolean> => {
  const body = await bodyOf(composition([pages("一", "portrait"), table(rows(count), 1, [1, 1])]));
  return /<w:pStyle w:val="TableText"\/><w:spacing w:line="\d+" w:lineRule="exact"\/>/u.test(body);
};

describe("a figure", () => {
  test("stands in a content control whose tag is its id, in sentences and in cells", async () => {
    const body = await bodyOf(
      composition([
        sentence({ text: "收入" }, { text: "12.30", figure: "income/total" }, { text: "万元" }),
        table([row(cell("合计"), cell("12.30", { figure: "table/total" }))], 0, [1, 1]),
      ]),
    );
    const controls = [...body.matchAll(/<w:sdt>.*?w:tag w:val="([^"]*)".*?<w:t[^>]*>([^<]*)<.*?<\/w:sdt>/gu)];
    expect(controls.map(([, tag, text]) => [tag, text])).toEqual([
      ["income/total", "12.30"],
      ["table/total", "12.30"],
    ]);
  });

  test("has a control number of its own", async () => {
    const body = await bodyOf(reportComposition());
    const ids = [...body.matchAll(/<w:id w:val="(\d+)"/gu)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(400);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("text", () => {
  test("that is still missing is bold and highlighted", async () => {
    const body = await bodyOf(composition([sentence({ text: "【待填写：原因】", missing: true })]));
    expect(body).toMatch(
      /<w:rPr><w:b\/>.*<w:highlight w:val="yellow"\/>.*<\/w:rPr><w:t[^>]*>【待填写：原因】/u,
    );
  });

  test("keeps no character that XML cannot carry, and nothing in it becomes markup", async () => {
    const bytes = await writeDocx(composition([paragraph("甲\u0000\u000B<w:b/>&amp;\uD800乙")]));
    expect(shown(readDocx(bytes, "a.docx").blocks)).toEqual(["甲<w:b/>&amp;\uFFFD乙"]);
  });

  test("has real heading styles; the title of a table keeps its level in a style of its own", async () => {
    const parts = await partsOf(
      composition([heading(2, "一、总表"), heading(2, "收支总表", { style: "table-title" })]),
    );
    expect(parts["word/styles.xml"]).toMatch(
      /w:styleId="Heading2".*?<w:name w:val="heading 2"\/>.*?<w:outlineLvl w:val="1"\/>.*?w:eastAsia="楷体_GB2312"/u,
    );
    expect(parts["word/document.xml"]).toMatch(
      /<w:pStyle w:val="TableTitle"\/>.*<w:outlineLvl w:val="1"\/>/u,
    );
  });
});

describe("the contents", () => {
  const written = composition([
    { kind: "contents", title: "目录", levels: 1 },
    heading(1, "第一部分", { listedAs: "一、第一部分" }),
    heading(2, "不列"),
    heading(1, "第二部分"),
  ]);

  test("are a field that is filled in with the given pages", async () => {
    const bytes = await writeDocx(written, { headingPages: [3, null] });
    const body = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
    expect(body).toContain("TOC \\o &quot;1-1&quot; \\h \\z \\u");
    expect(shown(readDocx(bytes, "a.docx").blocks).slice(0, 3)).toEqual([
      "目录",
      ["一、第一部分|3"],
      "第二部分",
    ]);
  });

  test("link to a bookmark round every listed heading", async () => {
    const body = await bodyOf(written);
    const anchors = [...body.matchAll(/w:anchor="([^"]*)"/gu)].map(([, name]) => name);
    const bookmarks = [...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/gu)].map(([, name]) => name);
    expect(anchors).toHaveLength(2);
    expect(bookmarks).toEqual(anchors);
  });
});

describe("pages", () => {
  test("are sections of their orientation; numbers begin after the cover", async () => {
    const parts = await partsOf(reportComposition());
    const body = parts["word/document.xml"] ?? "";
    const sections = [...body.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gu)].map(([section]) => section);
    expect(sections.map((section) => /w:orient="(\w+)"/u.exec(section)?.[1])).toEqual([
      "portrait",
      "portrait",
      "portrait",
      "landscape",
      "portrait",
    ]);
    expect(sections.map((section) => section.includes("footerReference"))).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(sections.map((section) => section.includes('w:start="1"'))).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(parts["word/footer1.xml"]).toMatch(/— .*PAGE.* —/u);
  });

  test("have the measures of GB/T 9704: margins 37, 35, 28 and 26 mm", async () => {
    const body = await bodyOf(composition([paragraph("正文")]));
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/u);
  });

  test("without a number after numbered ones get an empty foot", async () => {
    const parts = await partsOf(
      composition([
        pages("一", "portrait"),
        paragraph("甲"),
        pages("二", "portrait", false),
        paragraph("乙"),
      ]),
    );
    expect(parts["word/footer2.xml"]).not.toContain("PAGE");
  });
});

describe("a table", () => {
  test("repeats its header rows and keeps rows whole", async () => {
    const body = await bodyOf(reportComposition());
    expect(count(body, /<w:tblHeader\/>/gu)).toBe(3);
    expect(count(body, /<w:cantSplit\/>/gu)).toBe(count(body, /<w:tr>/gu));
  });

  test("fills the width of the text, whatever the widths say", async () => {
    const wide = table([row(...Array.from({ length: 20 }, () => cell("123,456.78")))], 0, [9, 1]);
    const body = await bodyOf(composition([wide]));
    const columns = [...body.matchAll(/<w:gridCol w:w="(\d+)"/gu)].map(([, width]) => Number(width));
    expect(columns).toHaveLength(20);
    expect(columns.reduce((sum, width) => sum + width, 0)).toBe(8845);
  });

  test("makes its type smaller until no figure is broken", async () => {
    expect([await sizeOf(4), await sizeOf(6), await sizeOf(10)]).toEqual([undefined, "21", "13"]);
  });

  test("a little longer than its page is set tighter, one of many pages and one on it are not", async () => {
    expect([await isTight(20), await isTight(32), await isTight(200)]).toEqual([false, true, false]);
  });

  test("behind another is kept apart from it", async () => {
    const one = table([row(cell("甲"), cell("乙"))], 0, [1, 1]);
    const bytes = await writeDocx(composition([one, one]));
    expect(shown(readDocx(bytes, "a.docx").blocks)).toEqual([["甲|乙"], ["甲|乙"]]);
  });
});

describe("a carried file", () => {
  const written = reportComposition();

  test("is given back by the reader", async () => {
    const { attachments, problems } = readDocx(await writeDocx(written), "a.docx");
    expect(attachments).toEqual([{ name: "data.json", mediaType: "application/json", bytes: CARRIED }]);
    expect(problems).toEqual([]);
  });

  test("that was damaged is named, and the text is read all the same", async () => {
    const bytes = await writeDocx(written);
    const blocks = shown(readDocx(bytes, "a.docx").blocks);
    const parts = unzipSync(bytes);
    const item = strFromU8(parts["customXml/item1.xml"] ?? new Uint8Array());
    const damages = [
      item.replace("<piece>", "<piece>*"),
      item.replace(/bytes="\d+"/u, 'bytes="99999999999"'),
      item.replace(/bytes="\d+"/u, 'bytes="3"'),
      item.replace("</attachment>", ""),
      `<!DOCTYPE x [<!ENTITY e "e">]>${item}`,
    ];
    for (const damage of damages) {
      const document = readDocx(zipSync({ ...parts, "customXml/item1.xml": strToU8(damage) }), "a.docx");
      expect(document.problems.map(({ code }) => code)).toEqual(["attachment-damaged"]);
      expect(document.attachments).toBeUndefined();
      expect(shown(document.blocks)).toEqual(blocks);
    }
  });

  test("of another program is not taken for one of ours", async () => {
    const parts = unzipSync(await writeDocx(written));
    const other = strToU8('<b:Sources xmlns:b="http://example.org/bibliography"/>');
    const document = readDocx(zipSync({ ...parts, "customXml/item1.xml": other }), "a.docx");
    expect(document.attachments).toBeUndefined();
    expect(document.problems).toEqual([]);
  });
});

test("the same composition is always the same bytes", async () => {
  const first = await writeDocx(reportComposition(), { headingPages: [1, 1, 2] });
  const second = await writeDocx(reportComposition(), { headingPages: [1, 1, 2] });
  expect(second).toEqual(first);
});
