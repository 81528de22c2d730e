import type { Composition, WrittenBlock } from "@jueming/core/document/composition.ts";
import { documentOf } from "@jueming/core/document/composition.ts";
import type { Block, Cell } from "@jueming/core/document/document.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { generatedComposition } from "../testing/generated-composition.ts";
import { sampleComposition } from "../testing/sample-composition.ts";
import { shown } from "../testing/shown-blocks.ts";
import { looksLikeHtml, readHtml } from "./reader.ts";
import { writeHtml } from "./writer.ts";

const markupOf = (composition: Composition): string => new TextDecoder().decode(writeHtml(composition));
const read = (composition: Composition) => readHtml(writeHtml(composition), "a.html");

/** Blocks as they are shown, one blank for any stretch of them. */
const plain = (blocks: readonly Block[]): unknown =>
  JSON.parse(JSON.stringify(shown(blocks)).replaceAll(/(?:\\n|\\t|\s)+/gu, " "));

const withText = (text: string): Composition => ({
  title: text,
  blocks: [
    { kind: "page-start", orientation: "portrait", numbered: true, name: text },
    { kind: "contents", title: text, levels: 2 },
    { kind: "heading", level: 1, text, place: {} },
    { kind: "paragraph", text, runs: [{ text, figure: text }], place: {} },
    {
      kind: "table",
      place: {},
      rows: [{ place: {}, cells: [{ text, figure: text, exact: text, place: {} }] }],
    },
  ],
  attachments: [{ name: text, mediaType: text, bytes: new TextEncoder().encode(text) }],
});

const cellOf = (text: string, role: "label" | "figure"): Cell => ({ text, place: {}, written: { role } });

describe("a written page", () => {
  test("reads back as what was composed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const composition = generatedComposition(seed);
        expect(plain(read(composition).blocks)).toEqual(plain(documentOf(composition, "").blocks));
      }),
      { numRuns: 100 },
    );
  });

  test("reads back cover, text, tables and forms, without contents and what helps to move about", () => {
    const composition = sampleComposition({ tables: 6, paragraphs: 12 });
    expect(plain(read(composition).blocks)).toEqual(plain(documentOf(composition, "").blocks));
  });

  test("carries its attachments", () => {
    const composition = sampleComposition();
    expect(read(composition).attachments).toEqual(composition.attachments);
  });

  test("is one page of its own that runs nothing and loads nothing", () => {
    const markup = markupOf(sampleComposition());
    expect(looksLikeHtml(writeHtml(sampleComposition()))).toBe(true);
    expect(/\s(?:src|srcset)=|href="(?!#)|@import|url\(/u.exec(markup)).toBeNull();
    expect([...markup.matchAll(/<script type="([^"]*)"/gu)].map(([, type]) => type)).toEqual([
      "application/vnd.jueming.disclosure+json",
    ]);
  });

  test("lets no text become markup", () => {
    const hostile = `"'><script>alert(1)</script><img src=x onerror=alert(2)></td></table>&lt;<!-- ]]>`;
    const markup = markupOf(withText(hostile));
    expect(markup).not.toContain("<script>");
    expect(markup).not.toContain("<img");
    expect(plain(read(withText(hostile)).blocks)).toEqual([`# ${hostile}`, hostile, [hostile]]);
    expect(read(withText(hostile)).attachments?.[0]?.name).toBe(hostile);
  });

  test("says of each figure its id and exact value, of each missing word that it is missing", () => {
    const markup = markupOf({
      title: "样例",
      blocks: [
        {
          kind: "paragraph",
          text: "收入1,236.03万元，【待填写：原因】",
          runs: [
            { text: "收入" },
            { text: "1,236.03", figure: "a/L1/b" },
            { text: "万元，" },
            { text: "【待填写：原因】", missing: true },
          ],
          place: {},
        },
        {
          kind: "table",
          rows: [
            {
              cells: [
                {
                  text: "1,236.03",
                  figure: "a/L1/b",
                  exact: "1236.03",
                  place: {},
                  written: { role: "figure" },
                },
              ],
              place: {},
            },
          ],
          place: {},
        },
      ],
      attachments: [],
    });
    expect(markup).toContain('<data value="1236.03" data-figure="a/L1/b">1,236.03</data>');
    expect(markup).toContain("<mark>【待填写：原因】</mark>");
    expect(markup).toContain('<td data-figure="a/L1/b" data-value="1236.03" class="r">1,236.03</td>');
  });

  test("links every line of its contents, and every cell names heads that are there", () => {
    const markup = markupOf(sampleComposition());
    const ids = [...markup.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id ?? "");
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...markup.matchAll(/href="#([^"]*)"/gu)].map(([, id]) => id ?? "");
    const heads = [...markup.matchAll(/ headers="([^"]*)"/gu)].flatMap(
      ([, names]) => names?.split(" ") ?? [],
    );
    expect(links.length).toBeGreaterThan(4);
    expect(heads.length).toBeGreaterThan(100);
    expect([...links, ...heads].filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("skips no level of headings, names each region once, and heads nothing with an empty cell", () => {
    const title = { kind: "heading", text: "自评表", place: {}, style: "table-title" } as const;
    const form: readonly WrittenBlock[] = [
      { kind: "page-start", orientation: "portrait", numbered: true, name: "自评表" },
      { ...title, level: 2 },
      { kind: "heading", level: 4, text: "（1）目标", place: {} },
      {
        kind: "table",
        place: {},
        rows: [{ place: {}, cells: [cellOf("", "label"), cellOf("1", "figure")] }],
      },
    ];
    const composition = { title: "样例", blocks: [...form, ...form], attachments: [] };
    const markup = markupOf(composition);
    expect([...markup.matchAll(/<h(\d)/gu)].map(([, level]) => level)).toEqual(["1", "2", "1", "2"]);
    expect(
      read(composition).blocks.flatMap((block) => (block.kind === "heading" ? [block.level] : [])),
    ).toEqual([2, 4, 2, 4]);
    const names = [...markup.matchAll(/ aria-label="([^"]*)"/gu)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(markup).not.toContain("<th");
  });
});
