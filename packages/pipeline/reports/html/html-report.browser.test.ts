// The page in a real browser: filters by keyboard, contrast, narrow screens, paper.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Page } from "../testing/browser.ts";
import { findBrowser, openPage, pause } from "../testing/browser.ts";
import { ACCOUNTS, FORMS, MARKUP, checkedSample, hostile } from "../testing/sample-results.ts";
import { htmlReport } from "./html-report.ts";

const browser = findBrowser();
if (browser === undefined)
  console.log("未找到 Chromium：没有运行 HTML 报告的浏览器测试（键盘、对比度、窄屏、打印）。");

const SHOWN = "document.querySelectorAll('article.finding:not([hidden])').length";
const FOCUSED =
  "document.activeElement.id || document.activeElement.value || document.activeElement.textContent";

/** The worst contrast of any text with what lies behind it, by WCAG. */
const WORST_CONTRAST = `(() => {
  const parts = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = parts(color).map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (parts(color)[3] !== 0) return color;
    }
    return "rgb(255, 255, 255)";
  };
  let worst = [21, ""];
  for (const element of document.body.querySelectorAll("*:not(script)")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "")) continue;
    const [a, b] = [light(getComputedStyle(element).color), light(behind(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < worst[0]) worst = [ratio, element.outerHTML.slice(0, 80)];
  }
  return worst;
})()`;

/** A browser starts slowly on a busy machine; that is no fault of the page. */
const BROWSER_START = 120_000;

describe.skipIf(browser === undefined)("the page in a browser", () => {
  let folder = "";
  let page: Page;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "jueming-page-"));
    const path = join(folder, "报告.html");
    const forms = await checkedSample(FORMS);
    const results = [await checkedSample(ACCOUNTS), forms, hostile(forms, MARKUP)];
    writeFileSync(path, [...htmlReport(results, "hint")].join(""));
    page = await openPage(browser ?? "", path);
  }, BROWSER_START);
  afterAll(async () => {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("runs its own script and no other", async () => {
    expect(await page.evaluate("document.getElementById('filter').hidden")).toBe(false);
    expect(await page.evaluate("document.getElementById('count').textContent")).toMatch(/^共 \d+ 个问题$/u);
    expect(await page.evaluate("document.querySelectorAll('script, img').length")).toBe(1);
  });

  test("filters by keyboard alone, tells the count, and shows all again", async () => {
    const all = Number(await page.evaluate(SHOWN));
    await page.evaluate("document.querySelector('input[name=severity]').focus()");
    await page.press(" ");
    await pause(300);
    const some = Number(await page.evaluate(SHOWN));
    expect(some).toBeLessThan(all);
    expect(await page.evaluate("document.getElementById('count').textContent")).toBe(
      `按筛选显示 ${some} 个，共 ${all} 个问题`,
    );
    await page.evaluate("document.querySelector('button[type=reset]').focus()");
    await page.press("Enter");
    await pause(300);
    expect(await page.evaluate(SHOWN)).toBe(all);
  });

  test("finds words in findings", async () => {
    await page.evaluate("document.querySelector('input[name=words]').focus()");
    await page.send("Input.insertText", { text: "12.45%" });
    await pause(300);
    expect(await page.evaluate(SHOWN)).toBe(1);
    await page.evaluate("document.getElementById('filter').reset()");
    await pause(100);
  });

  test("has one stop for all findings, between which the arrow keys move", async () => {
    await page.evaluate("document.querySelector('button[type=reset]').focus()");
    await page.press("Tab");
    expect(await page.evaluate(FOCUSED)).toBe("u1-1");
    await page.press("ArrowDown");
    expect(await page.evaluate(FOCUSED)).toBe("u1-2");
    await page.press("End", "ArrowUp", "Home");
    expect(await page.evaluate(FOCUSED)).toBe("u1-1");
  });

  test("has enough contrast everywhere", async () => {
    const worst = await page.evaluate(WORST_CONTRAST);
    expect(Array.isArray(worst) ? worst[0] : 0).toBeGreaterThanOrEqual(4.5);
  });

  test.each([320, 768, 1400])("needs no scrolling sideways at %d pixels", async (width) => {
    const size = { width, height: 800, deviceScaleFactor: 1, mobile: false };
    await page.send("Emulation.setDeviceMetricsOverride", size);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  });

  test("prints without controls, and with what is folded", async () => {
    await page.send("Emulation.setEmulatedMedia", { media: "print" });
    expect(await page.evaluate("getComputedStyle(document.getElementById('filter')).display")).toBe("none");
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.evaluate("document.querySelectorAll('article details:not([open])').length")).toBe(0);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    const { data } = await page.send("Page.printToPDF", { preferCSSPageSize: true });
    expect(String(data).length).toBeGreaterThan(10_000);
  });
});
