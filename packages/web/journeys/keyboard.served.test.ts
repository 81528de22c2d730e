// The main acts of a report's way, by keyboard alone: the mouse is never used.

import { addLogin } from "@jueming/server/testing/add-login.ts";
import { madeEntries } from "@jueming/server/testing/made-entries.ts";
import { addTree } from "@jueming/server/testing/test-server.ts";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { browserPath, openBrowser } from "../testing/browser.ts";
import type { RunningServer } from "../testing/running-server.ts";
import { runningServer } from "../testing/running-server.ts";
import { saved } from "../testing/journeys/filling.ts";
import { goByKeys, press, signInByKeyboard, tabTo } from "../testing/journeys/keyboard.ts";
import type { Person } from "../testing/journeys/person.ts";
import { newPerson, picture } from "../testing/journeys/person.ts";
import { addReports, fillReport } from "../testing/journeys/prepared.ts";

const PATIENCE = 300_000;
const PASSWORD = "长城-journey-41";
const UNIT = "示例县档案馆";
const made = madeEntries(2);
const right = made.entries.fields["cell:income-expenditure-summary/line:1/amount"] ?? "";

describe.runIf(browserPath !== undefined)("by keyboard alone", { timeout: PATIENCE }, () => {
  let server: RunningServer;
  let browser: Browser;
  let filler: Person;
  let reviewer: Person;

  beforeAll(async () => {
    [server, browser] = await Promise.all([runningServer(), openBrowser()]);
    const { shardRegion } = await addTree(server.database, "640499", made.year);
    const reports = await addReports(server, { shardRegion, year: made.year, edition: made.edition });
    await fillReport(server, { shardRegion, report: reports.get(UNIT) ?? "", made });
    await addLogin(server, { shardRegion, login: "tianbao", password: PASSWORD, roles: ["filler"] });
    await addLogin(server, {
      shardRegion,
      login: "shenhe",
      password: PASSWORD,
      roles: ["unit-reviewer", "department-reviewer", "finance-reviewer", "secrecy-reviewer", "publisher"],
    });
    filler = await newPerson(browser, server.address);
    reviewer = await newPerson(browser, server.address);
  }, PATIENCE);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  test("a filler signs in, opens the report, types a figure, follows a finding to it, corrects it and submits", async () => {
    const { page } = filler;
    await signInByKeyboard(page, "tianbao", PASSWORD);
    await goByKeys(page, "b", "报告");
    await press(page, page.getByRole("row", { name: UNIT }).getByRole("link"));
    await page.locator(".editor").waitFor();
    await press(
      page,
      page.getByRole("navigation", { name: "报告的各部分" }).getByRole("button", { name: /^公开01表/u }),
    );
    await page.locator('section[aria-label^="公开01表"]').waitFor();
    await tabTo(page, page.locator("textarea.cell-editor"));
    await page.keyboard.press("Control+Home");
    await page.keyboard.type(`1${right}`);
    await page.keyboard.press("Enter");
    const errors = page.locator(".editor-side .severity-error");
    await errors.filter({ hasText: /错误 [1-9]/u }).waitFor();
    await press(page, rowOf(page, `1${right}`).getByRole("button", { name: /^去看/u }));
    await page.locator("textarea.cell-editor:focus").waitFor();
    await page.locator("td.active.marked-error").waitFor();
    // The finding leads to the total that cannot be right; what is wrong is the first figure of the table.
    await page.keyboard.press("Control+Home");
    await page.keyboard.type(right);
    await page.keyboard.press("Enter");
    await errors.filter({ hasText: "错误 0" }).waitFor();
    await saved(filler);
    await picture(filler, "keyboard-1-corrected");
    await press(page, page.getByRole("button", { name: "送审" }), "Shift+Tab");
    await press(page, page.getByRole("button", { name: "确认送审" }));
    await page.getByText("单位审核，只能查看").waitFor();
    expect(filler.faults).toEqual([]);
  });

  test("a reviewer passes it through every stage, and it is published", async () => {
    const { page } = reviewer;
    await signInByKeyboard(page, "shenhe", PASSWORD);
    for (const stage of ["单位审核", "主管部门审核", "财政审核", "保密审查"]) {
      await goByKeys(page, "s", "审核");
      await page.locator(".queue tr", { hasText: stage }).filter({ hasText: UNIT }).waitFor();
      await page.keyboard.press("o");
      await page.getByRole("heading", { name: UNIT, level: 1 }).waitFor();
      await page.keyboard.press("p");
      await page.locator("#decision-opinion:focus").waitFor();
      await page.keyboard.type("同意");
      await press(page, page.getByRole("button", { name: "确认通过" }));
      await page.getByRole("dialog").waitFor({ state: "hidden" });
    }
    await goByKeys(page, "s", "审核");
    await page.locator(".queue tr", { hasText: "待公开" }).waitFor();
    await page.keyboard.press("o");
    await page.getByRole("heading", { name: UNIT, level: 1 }).waitFor();
    await press(page, page.getByRole("button", { name: "公开", exact: true }));
    await press(page, page.getByRole("button", { name: "确认公开" }));
    await page.getByRole("link", { name: "看公开页面" }).waitFor({ timeout: PATIENCE });
    await picture(reviewer, "keyboard-2-published");
    expect(reviewer.faults).toEqual([]);
  });
});

/** The line of a finding that gives this figure. */
const rowOf = (page: Page, figure: string): Locator =>
  page.locator(".editor-side .finding-figures tr").filter({ hasText: figure });
