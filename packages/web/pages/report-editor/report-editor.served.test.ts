// The editor as a whole on a real server: by keyboard alone, and when the server fails.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { browserPath, openBrowser } from "../../testing/browser.ts";
import type { EditedReport } from "../../testing/edited-report.ts";
import { editedReport } from "../../testing/edited-report.ts";
import type { RunningServer } from "../../testing/running-server.ts";
import { openAs, runningServer } from "../../testing/running-server.ts";

// A busy machine takes its time for a browser, a database and the checks at once.
const PATIENCE = 300_000;

const saved = (page: Page) => page.getByText("✓ 已保存").waitFor({ timeout: 60_000 });

/** Presses Tab until what has the focus is as wanted. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press("Tab");
    const isThere = await page.evaluate((selector) => document.activeElement?.matches(selector), wanted);
    if (isThere === true) return;
  }
  throw new Error(`the keyboard does not come to ${wanted}`);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest(".parts, .editor-form, .editor-side")?.className ?? "");

describe.runIf(browserPath !== undefined)(
  "the page 报告编辑, on a real server",
  { timeout: PATIENCE },
  () => {
    let server: RunningServer;
    let browser: Browser;
    let edited: EditedReport;

    beforeAll(async () => {
      [server, browser] = await Promise.all([runningServer(), openBrowser()]);
      // The seventh made report has something to explain, and no error.
      edited = await editedReport(server, { seed: 7 });
    }, PATIENCE);
    afterAll(async () => {
      await browser.close();
      await server.close();
    });

    const path = (sheet = ""): string =>
      `/reports/${edited.ref}${sheet === "" ? "" : `?sheet=${encodeURIComponent(sheet)}`}`;
    const entries = async () => (await edited.call("GET", `/reports/${edited.ref}/entries`)).body.entries;

    test("by keyboard alone: open, go to a part, type, go to a finding and back, open the dialogs", async () => {
      const { page } = await openAs(browser, server, edited.filler, { path: "/reports" });
      await page.getByRole("link", { name: /年度部门决算公开/u }).waitFor();
      await tabTo(page, `a[href*="${edited.ref}"]`);
      await page.keyboard.press("Enter");
      await page.waitForSelector(".editor");
      await tabTo(page, ".parts button");
      // Down the list of parts to 公开01表, which is opened.
      for (let step = 0; step < 20; step += 1) {
        const name = await page.evaluate(() => document.activeElement?.textContent ?? "");
        if (name.includes("公开01表")) break;
        await page.keyboard.press("Tab");
      }
      await page.keyboard.press("Enter");
      await page.waitForSelector('section.entry-grid[aria-label^="公开01表"]');
      await page.keyboard.press("F6");
      expect(await focused(page)).toBe("editor-form");
      const before = (await entries()).fields;
      await page.keyboard.type("1");
      await page.keyboard.press("Enter");
      await page
        .locator(".severity-error", { hasText: /错误 [1-9]/u })
        .first()
        .waitFor({ timeout: 60_000 });
      await page.keyboard.press("F6");
      expect(await focused(page)).toBe("editor-side");
      await tabTo(page, ".finding button");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.matches("textarea.cell-editor"));
      // Back to the finding one came from.
      await page.keyboard.press("F6");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("去看");
      await page.keyboard.press("Shift+F6");
      await page.keyboard.press("Control+z");
      await page.locator(".severity-error", { hasText: "错误 0" }).first().waitFor({ timeout: 60_000 });
      await saved(page);
      expect((await entries()).fields).toEqual(before);
      await page.keyboard.press("Shift+F6");
      expect(await focused(page)).toBe("parts");
      await page.locator("h1").evaluate((title) => title.scrollIntoView());
      await page.getByRole("button", { name: "导入文件" }).focus();
      await page.keyboard.press("Enter");
      await page.locator(".import-begin").waitFor();
      await page.keyboard.press("Escape");
      await page.locator(".import-begin").waitFor({ state: "hidden" });
      // The dialog gives the keyboard back to where it was.
      await page.waitForFunction(() => document.activeElement?.textContent === "导入文件");
      await page.context().close();
    });

    test("while the server fails nothing is lost: it is said, tried again, and saved", async () => {
      const { page } = await openAs(browser, server, edited.filler, { path: path("单位信息") });
      await page.waitForSelector(".entry-grid");
      let refusals = 0;
      await page.route("**/entries", async (route) => {
        if (route.request().method() !== "PATCH" || refusals >= 2) return route.continue();
        refusals += 1;
        await route.fulfill({ status: 503, contentType: "text/html", body: "<h1>503</h1>" });
      });
      await page.locator(".entry-table tr", { hasText: "主管部门编码" }).locator("td.open").first().click();
      await page.keyboard.type("333");
      await page.keyboard.press("Enter");
      await page.getByText("未保存 1 处").waitFor();
      await page
        .getByText(/服务器/u)
        .first()
        .waitFor();
      await saved(page);
      expect(refusals).toBe(2);
      expect((await entries()).fields["identity:departmentCode"]).toBe("333");
      await page.context().close();
    });
  },
);
