// 佐证材料 in the editor, on a real server: a file is added to an indicator, and removed again, not by one press.

import { loadSampleFor } from "@jueming/server/testing/sample-server.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { browserPath, openBrowser } from "../../../testing/browser.ts";
import { looks, newPerson, picture } from "../../../testing/journeys/person.ts";
import { reportIn, signedInAs } from "../../../testing/journeys/prepared.ts";
import type { RunningServer } from "../../../testing/running-server.ts";
import { runningServer } from "../../../testing/running-server.ts";

const PATIENCE = 300_000;
/** The signature of a PDF is what tells that it is one. */
const PDF = Buffer.from("%PDF-1.4\n%%EOF\n");

describe.runIf(browserPath !== undefined)("evidence of an indicator", { timeout: PATIENCE }, () => {
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([runningServer(), openBrowser()]);
  }, PATIENCE);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  test("is added, is there to download, and is removed when that is confirmed", async () => {
    const filler = (await loadSampleFor(server)).get("filler");
    if (filler === undefined) throw new Error("nobody fills in");
    const opened = await newPerson(browser, server.address);
    await signedInAs(opened, server, filler);
    const { page } = opened;
    await page.goto(`/app/reports/${await reportIn(server, filler, "filling")}`);
    await page.getByRole("navigation", { name: "报告的各部分" }).getByText("逐个项目填写").click();
    const evidence = page.locator(".evidence").first();
    // What belongs to an indicator is folded away below it.
    await page.locator("details:has(.evidence) > summary").first().click();
    await evidence
      .locator('input[type="file"]')
      .setInputFiles({ name: "验收报告.pdf", mimeType: "application/pdf", buffer: PDF });
    const file = evidence.getByRole("link", { name: "验收报告.pdf" });
    await file.waitFor();
    expect(await page.locator(".evidence").getByRole("link", { name: "验收报告.pdf" }).count()).toBe(1);
    await evidence.getByRole("button", { name: "移除 验收报告.pdf" }).click();
    await evidence.scrollIntoViewIfNeeded();
    await picture(opened, "evidence");
    await evidence.getByRole("button", { name: /^保\s*留$/u }).click();
    await file.waitFor();
    await evidence.getByRole("button", { name: "移除 验收报告.pdf" }).click();
    await evidence.getByRole("button", { name: "确认移除" }).click();
    await file.waitFor({ state: "hidden" });
    expect(await looks(opened)).toEqual([]);
    await page.context().close();
  });
});
