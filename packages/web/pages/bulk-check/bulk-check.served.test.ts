import { addPerson, addTree } from "@jueming/server/testing/test-server.ts";
import type { SignedInPerson } from "@jueming/server/testing/test-server.ts";
import { archiveOf } from "@jueming/server/testing/bulk-uploads.ts";
import type { Browser, Page } from "playwright-core";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { sampleReport } from "../../../../scripts/shared-material.ts";
import { browserPath, openBrowser } from "../../testing/browser.ts";
import { dropFile } from "../../testing/drop-file.ts";
import type { RunningServer } from "../../testing/running-server.ts";
import { faultsOfLook, openAs, runningServer } from "../../testing/running-server.ts";

// A busy machine takes its time for a browser, a database and the checks at once.
const PATIENCE = 300_000;

describe.runIf(browserPath !== undefined)(
  "the page 批量检查, on a real server",
  { timeout: PATIENCE },
  () => {
    let server: RunningServer;
    let browser: Browser;
    let reviewer: SignedInPerson;

    beforeAll(async () => {
      [server, browser] = await Promise.all([runningServer(), openBrowser()]);
      const { shardRegion } = await addTree(server.database);
      const whole = { shardRegion, scope: "region", unitId: null } as const;
      reviewer = await addPerson(server, { ...whole, role: "finance-reviewer" });
    });
    afterAll(async () => {
      await browser.close();
      await server.close();
    });

    test("an archive is dropped, a finding opened, and its figure stands marked in the document", async () => {
      const { page, faults } = await openAs(browser, server, reviewer, { path: "/bulk-check" });
      expect(await faultsOfLook(page)).toEqual([]);
      await dropFile(page, ".drop-zone", { name: "县直单位.zip", bytes: archive() });
      await page.getByText("核对完毕").waitFor();
      await page.getByText("未能读取 1 个").waitFor();
      expect(await faultsOfLook(page)).toEqual([]);
      await page.getByText("未能读取（1）").click();
      await page.getByText("文件是空的").waitFor();
      await page.getByText("只看有错误的").click();
      await page.locator(".unit-table a").first().click();
      await page.getByRole("button", { name: /^去看/u }).first().click();
      const mark = page.locator(".document-pane mark").first();
      await mark.waitFor();
      const wanted = await page.locator(".finding-figures td.figure").first().textContent();
      expect(await page.locator(".document-pane mark").allTextContents()).toContain(wanted);
      expect(await isInView(page)).toBe(true);
      expect(await faultsOfLook(page)).toEqual([]);
      expect(faults).toEqual([]);
      await page.context().close();
    });

    test("at 360 pixels a check and a file of it fit the window", async () => {
      const { page, faults } = await openAs(browser, server, reviewer, { path: "/bulk-check", width: 360 });
      await page.getByRole("link", { name: "县直单位.zip" }).click();
      await page.locator(".unit-table a").first().waitFor();
      expect(await faultsOfLook(page)).toEqual([]);
      await page.locator(".unit-table a").first().click();
      await page.locator(".document-pane").waitFor();
      expect(await faultsOfLook(page)).toEqual([]);
      expect(faults).toEqual([]);
      await page.context().close();
    });

    test("by keyboard: files are chosen with a button, and a check is deleted", async () => {
      const { page } = await openAs(browser, server, reviewer, { path: "/bulk-check" });
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "选择文件或压缩包" }).focus();
      await page.keyboard.press("Enter");
      const buffer = Buffer.from(readFileSync(sampleReport()));
      await (await chooser).setFiles({ name: "甲.txt", mimeType: "text/plain", buffer });
      await page.getByText("核对完毕").waitFor();
      await page.getByRole("link", { name: "全部批量检查" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "删除 甲.txt" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "删除", exact: true }).last().focus();
      await page.keyboard.press("Enter");
      await page.getByRole("link", { name: "甲.txt" }).waitFor({ state: "detached" });
      expect(await page.getByRole("link", { name: "县直单位.zip" }).count()).toBe(1);
      await page.context().close();
    });
  },
);

/** The sample with a figure changed, in two names, and a file that cannot be read. */
function archive(): Buffer {
  const text = readFileSync(sampleReport(), "utf8");
  const line = text.split("\n").find((each) => /总计.*\d+\.\d\d.*总计.*\d+\.\d\d/u.test(each)) ?? "";
  const wrong = text.replace(
    line,
    line.replace(/(\d)(\.\d\d)/u, (_, digit: string, rest: string) => {
      return `${(Number(digit) + 1) % 10}${rest}`;
    }),
  );
  return archiveOf({ "甲/决算.txt": wrong, "乙/空.txt": "" });
}

const isInView = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const pane = document.querySelector(".document-pane")?.getBoundingClientRect();
    const mark = document.querySelector(".document-pane mark")?.getBoundingClientRect();
    return pane !== undefined && mark !== undefined && mark.top >= pane.top && mark.bottom <= pane.bottom;
  });
