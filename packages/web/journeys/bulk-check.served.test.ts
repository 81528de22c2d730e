// A bulk check of two hundred files, through the pages, on a server that dies in the middle of it.

import { readFile } from "node:fs/promises";

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { browserPath, openBrowser } from "../testing/browser.ts";
import { dropFile } from "../testing/drop-file.ts";
import type { MixedArchive } from "@jueming/server/testing/mixed-archive.ts";
import { mixedArchive } from "@jueming/server/testing/mixed-archive.ts";
import { openFinanceDesk } from "../testing/journeys/office.ts";
import type { OwnServer } from "../testing/journeys/own-server.ts";
import { startOwnServer } from "../testing/journeys/own-server.ts";
import type { Person } from "../testing/journeys/person.ts";
import { download, goTo, looks, picture } from "../testing/journeys/person.ts";

// A busy machine takes its time for a browser, a database and the checks at once.
const PATIENCE = 600_000;
const FILES = 200;

describe.runIf(browserPath !== undefined)("a bulk check of 200 files", { timeout: PATIENCE }, () => {
  let server: OwnServer;
  let browser: Browser;
  let archive: MixedArchive;
  let reviewer: Person;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startOwnServer(), openBrowser()]);
    archive = mixedArchive(FILES);
    reviewer = await openFinanceDesk(browser, server);
    reviewer.page.setDefaultTimeout(PATIENCE);
  }, PATIENCE);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const status = async (): Promise<string> =>
    (await reviewer.page.locator(".check-summary [role=status]").textContent()) ?? "";

  test("an archive is dropped and its progress seen; after a kill -9 the rest is done, and nothing twice", async () => {
    const { page } = reviewer;
    await goTo(reviewer, "批量检查");
    await page.locator(".drop-zone").waitFor();
    await dropFile(page, ".drop-zone", { name: "全县报送.zip", bytes: archive.bytes });
    await page.getByText(/已核对 [1-9]\d* 个/u).waitFor();
    await picture(reviewer, "bulk-1-under-way");
    expect(await status()).toContain("待核对");
    await server.killAndRestart();
    await page.getByText("核对完毕").waitFor();
    await picture(reviewer, "bulk-2-done");
    const { files, unreadable } = archive;
    expect(await status()).toBe(
      `核对完毕：${files} 个文件，已核对 ${files - unreadable} 个，未能读取 ${unreadable} 个`,
    );
    expect(await looks(reviewer)).toEqual([]);
  });

  test("the table lists every unit once, and the results every file once", async () => {
    const { page } = reviewer;
    const rows = await page.locator(".unit-table").getAttribute("aria-rowcount");
    const { path } = await download(page, page.getByRole("link", { name: "结果数据（JSON）" }));
    const sources = sourcesIn(await readFile(path, "utf8"));
    expect(new Set(sources).size).toBe(sources.length);
    expect(sources).toHaveLength(archive.files);
    expect(Number(rows) - 1).toBeGreaterThanOrEqual(archive.files - archive.unreadable);
  });

  test("a file opens on the document with the finding marked, and the working papers are downloaded", async () => {
    const { page } = reviewer;
    const { name, path } = await download(page, page.getByRole("link", { name: "检查底稿（Excel）" }));
    expect(name).toMatch(/\.xlsx$/u);
    expect((await readFile(path)).subarray(0, 2).toString()).toBe("PK");
    await page.getByText("只看有错误的").click();
    await page.locator(".unit-table a").first().click();
    await page.getByRole("button", { name: /^去看/u }).first().click();
    await page.locator(".document-pane mark").first().waitFor();
    await picture(reviewer, "bulk-3-marked");
    const figures = await page.locator(".finding-figures").first().locator("td.figure").allTextContents();
    const marked = await page.locator(".document-pane mark").allTextContents();
    expect(marked.filter((text) => figures.includes(text))).not.toEqual([]);
    expect(await looks(reviewer)).toEqual([]);
  });
});

/** The files that the downloaded results speak of: a line for each. */
const sourcesIn = (lines: string): readonly string[] =>
  [...lines.matchAll(/^\{.*?"source":"((?:[^"\\]|\\.)*)"/gmu)].map(([, source = ""]) => source);
