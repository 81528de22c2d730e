import type { Document } from "@jueming/core/document/document.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { codeOf } from "../testing/error-code.ts";
import { shown } from "../testing/shown-blocks.ts";
import { looksLikeHtml, readHtml, tablesOfHtml } from "./reader.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (html: string): Document => readHtml(bytesOf(html), "a.html");
const texts = (html: string): readonly unknown[] => shown(read(html).blocks);
const links = (...words: readonly string[]): string =>
  words.map((word) => `<li><a href="/x">${word}</a></li>`).join("");

describe("pages", () => {
  test("lose navigation, lists of links and imprint, and keep the article", () => {
    const html = `<!DOCTYPE html><html><head><title>某单位2024年度部门决算公开_某县人民政府</title><style>p{}</style></head>
      <body><div class="top-nav"><ul>${links("首页", "政务公开", "互动交流")}</ul></div>
      <div class="location">当前位置：<a href="/">首页</a> &gt; <a href="/b">公开</a></div>
      <div class="article"><h1>某单位2024年度部门决算公开</h1><p>支出&nbsp;合计 <b>12.30</b>
      万元。</p><script>alert(1)</script></div>
      <div><ul>${links("相关文章一", "相关文章二", "相关文章三", "相关文章四")}</ul></div>
      <div>主办：某县人民政府 备案号：某ICP备1号</div></body></html>`;
    expect(texts(html)).toEqual(["# 某单位2024年度部门决算公开", "支出 合计 12.30 万元。"]);
  });

  test("keep everything where nothing but links would go", () => {
    expect(texts('<ul><li><a href="a">甲</a><li><a href="b">乙</a><li><a href="c">丙</a></ul>')).toEqual([
      "甲",
      "乙",
      "丙",
    ]);
  });

  test("take the title bar where the page does not repeat it", () => {
    expect(texts("<title>某单位2024年度决算 - 网站</title><p>正文</p>")).toEqual([
      "# 某单位2024年度决算",
      "正文",
    ]);
  });

  test("lose the marks that an office program leaves of its content controls", () => {
    expect(texts("<p>得分<span>5.86\u0001</span>\u0013分\u0015</p>")).toEqual(["得分5.86分"]);
  });

  test("show lists with their numbers, breaks as lines, hidden parts not at all", () => {
    const html =
      '<ol><li>甲</li><li>乙</li></ol><p>丙<br>丁</p><p style="display:none">暗</p><pre>戊\n己</pre><h3>庚</h3>';
    expect(texts(html)).toEqual(["1.甲", "2.乙", "丙", "丁", "戊", "己", "### 庚"]);
  });
});

describe("tables", () => {
  test("keep spans, nested layout is opened, unclosed cells are closed", () => {
    const html =
      "<table><tr><td><table><caption>表一</caption><tr><th rowspan=2>项目<th colspan=2>金额<tr><td><b>合计<td>1.00</table></td></tr></table>";
    expect(texts(html)).toEqual(["表一", ["项目^2|金额/2", "合计|1.00"]]);
  });

  test("count lines in reading order", () => {
    const { blocks } = read("<p>甲</p><table><tr><td>a<td>b<tr><td>c<td>d</table><p>乙</p>");
    expect(blocks.map(({ place }) => place.line)).toEqual([1, 2, 4]);
  });

  test("are found in HTML text alone, for workbooks that are HTML", () => {
    const tables = tablesOfHtml("<div><table><tr><td>a</td><td>1.5</td></tr></table>x</div>");
    expect(shown(tables)).toEqual([["a|1.5"]]);
  });
});

describe("bytes", () => {
  test("are read in the charset that they are in, whatever they declare", () => {
    const gb = Uint8Array.from([...bytesOf('<meta charset="utf-8"><p>'), 0xca, 0xd5, 0xc8, 0xeb]);
    expect(shown(readHtml(gb, "a.html").blocks)).toEqual(["收入"]);
    const wide = Buffer.from("\uFEFF<html><p>收入</p></html>", "utf16le");
    expect(shown(readHtml(wide, "a.html").blocks)).toEqual(["收入"]);
    const big5 = Uint8Array.from([...bytesOf('<meta charset="big5"><p>'), 0xa6, 0xac, 0xa4, 0x4a]);
    expect(shown(readHtml(big5, "a.html").blocks)).toEqual(["收入"]);
  });

  test("of web archives hold the page encoded", () => {
    const archive = [
      "MIME-Version: 1.0",
      'Content-Type: multipart/related; boundary="x"',
      "",
      "--x",
      'Content-Type: text/html; charset="utf-8"',
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "<html><p>=E6=94=B6=",
      "=E5=85=A5</p></html>",
      "--x--",
    ].join("\r\n");
    expect(shown(readHtml(bytesOf(archive), "a.mht").blocks)).toEqual(["收入"]);
  });

  test("tell a page from a text", () => {
    expect(looksLikeHtml(bytesOf(" <!-- x --><HTML><body>"))).toBe(true);
    expect(looksLikeHtml(bytesOf('<?xml version="1.0"?><html xmlns="x">'))).toBe(true);
    expect(looksLikeHtml(bytesOf("<15 万元"))).toBe(false);
    expect(looksLikeHtml(bytesOf("# 标题\n<table>"))).toBe(false);
  });
});

describe("hostile and broken pages", () => {
  test("have their codes and never hang", () => {
    expect(codeOf(() => readHtml(new Uint8Array(0), "a.html"))).toBe("empty");
    expect(codeOf(() => read("<html><script>x</script><div></div></html>"))).toBe("empty");
    expect(codeOf(() => read("<div>".repeat(100_000)))).toBe("too-large");
    expect(codeOf(() => read("<table><tr><td>".repeat(5000)))).toBe("too-large");
    expect(codeOf(() => read("<b>".repeat(100_000)))).toBe("too-large");
    expect(codeOf(() => readHtml(bytesOf("<p>x"), "a.html", { bytes: 3 }))).toBe("too-large");
    expect(
      codeOf(() =>
        readHtml(bytesOf("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x"), "a"),
      ),
    ).toBe("damaged");
  });

  test("that announce billions of merged cells are refused", () => {
    const cells = "<td colspan=1000 rowspan=65534>x</td>".repeat(16);
    expect(codeOf(() => read(`<table>${`<tr>${cells}</tr>`.repeat(2000)}</table>`))).toBe("too-large");
    expect(texts("<table><tr><td rowspan=0>a<td>b<tr><td>c</table>")).toEqual([["a^2|b", "c"]]);
    expect(texts("<table><tr><td rowspan=-5 colspan=x>a<td>b</table>")).toEqual([["a|b"]]);
  });

  test("whatever the markup, there is a document or a code", () => {
    const tag = fc.constantFrom(
      ..."<table> </table> <tr> </tr> <td> </td> <th> <p> </p> <b> </b> <div> </div> <ol> <li> <br> <title> </title> <script> </script> <a\thref=x> </a> <!-- --> <![CDATA[ &amp; &#0; &#x110000; 12.30 <pre> </pre> <caption> <tbody> <select> </select> <h2> </h2>".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 60 }), (tags) => {
        expect(codeOf(() => read(tags.join("")))).toMatch(/^[a-z -]+$/u);
        tablesOfHtml(tags.join(" x "));
      }),
      { numRuns: 500 },
    );
  });
});

const problemsOf = (html: string): readonly string[] =>
  readHtml(new TextEncoder().encode(html), "a.html").problems.map(({ code }) => code);

test("a page that was cut off while it was saved says so", () => {
  const page = "<html><body><p>收入支出决算总表</p><p>1,236.03";
  expect(problemsOf(page)).toEqual(["truncated"]);
  expect(problemsOf(`${page}</body>`)).toEqual([]);
});
