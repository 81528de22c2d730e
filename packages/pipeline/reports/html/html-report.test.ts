import { describe, expect, test } from "vitest";

import type { Checked } from "../checked.ts";
import { ACCOUNTS, FORMS, FORMULA, MARKUP, checkedSample, hostile } from "../testing/sample-results.ts";
import { htmlReport } from "./html-report.ts";
import { escaped } from "./markup.ts";

const accounts = await checkedSample(ACCOUNTS);
const forms = await checkedSample(FORMS);
const pageOf = (results: readonly Checked[]): string => [...htmlReport(results, "hint")].join("");

describe("the page", () => {
  const page = pageOf([accounts]);

  test("needs nothing else and lets nothing else run", () => {
    expect(page).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/u);
    expect(page).not.toMatch(/\b(?:src|srcset|action)=|@import|url\(|https?:/u);
    expect(page.match(/href="[^"]*"/gu)?.every((link) => link.startsWith('href="#'))).toBe(true);
    expect(page).not.toMatch(/ style=| on\w+=/u);
  });

  test("shows each finding with its figures, place, basis, advice and consequences", () => {
    expect(page.match(/<article /gu)).toHaveLength(3);
    expect(page).toContain("<dt>相差</dt><dd>18.00</dd>");
    expect(page).toContain("<mark>675.48</mark>");
    expect(page).toContain("行 121");
    expect(page).toContain("同一原因引起的 2 个问题");
    expect(page).toContain("《地方预决算公开操作规程》");
  });

  test("says what was checked and what was not", () => {
    const { checksRun, checksNotApplicable, checksNotChecked } = accounts.result.summary;
    expect(page).toContain(
      `已检查 ${checksRun} 项，不适用 ${checksNotApplicable} 项，未检查 ${checksNotChecked} 项`,
    );
    expect(page).toContain("无上年数");
  });

  test("hides its filters, and nothing else, until the script runs", () => {
    expect(page).toMatch(/<form class="filter"[^>]* hidden>/u);
    expect(page).toContain('name="severity" value="error" checked');
    expect(page).toContain('name="kind" value="explain" checked');
    expect(page).toContain('<select name="subject">');
    expect(page).toContain('type="search"');
    expect(page.match(/ hidden>/gu)).toHaveLength(1);
  });
});

test("several documents begin with a table of units, each with a link; failures say what to do", () => {
  const failure = { source: "坏的.pdf", error: { code: "damaged", message: "文件已损坏。" } } as const;
  const page = pageOf([accounts, forms, failure]);
  expect(page).toContain('<a href="#u1">示例县人民政府办公室</a>');
  expect(page).toContain('<section class="result-section" id="u2">');
  expect(page).toContain("坏的.pdf");
  expect(page).toContain("文件已损坏。");
});

test("doubtful and explained findings say so", () => {
  const [first, second, ...rest] = accounts.result.findings;
  if (first === undefined || second === undefined) throw new Error("the sample has findings");
  const findings = [
    { ...first, sourceDoubt: true },
    { ...second, explanation: "已核实", causedBy: null },
    ...rest,
  ];
  const page = pageOf([{ ...accounts, result: { ...accounts.result, findings } }]);
  expect(page).toContain('<span class="badge">请核对原件</span>');
  expect(page).toContain('<span class="badge">已说明</span>');
  expect(page).toContain("已核实");
});

test.each([MARKUP, FORMULA, `"><b>`, "甲\u202E乙\u0000"])("%j of a document stays text", (text) => {
  const page = pageOf([hostile(accounts, text), hostile(forms, text)]);
  expect(page.match(/<script/gu)).toHaveLength(1);
  for (const harm of ["<img", "<b>", "\u202E", "\u0000"]) expect(page).not.toContain(harm);
  expect(page).toContain(escaped(text));
});

test("a thousand findings make a page of a few megabytes at once", () => {
  const findings = Array.from({ length: 1000 }, () => accounts.result.findings[0]).flatMap(
    (one) => one ?? [],
  );
  const page = pageOf([{ ...accounts, result: { ...accounts.result, findings } }]);
  expect(page.match(/<article /gu)).toHaveLength(1000);
  expect(page.length).toBeLessThan(5_000_000);
});
