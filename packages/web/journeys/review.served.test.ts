// What passes between those who review and those who fill in: the queue worst first, the report beside last year's, a
// question to the unit and its answer, an explanation, the report returned, changed, sent again; what was decided of the
// figures that changed no longer holds, and the next version shows what differs. On the sample, which has years before.

import type { Role } from "@jueming/server/contract/roles.ts";
import { loadSampleFor } from "@jueming/server/testing/sample-server.ts";
import type { SignedInPerson } from "@jueming/server/testing/test-server.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { browserPath, openBrowser } from "../testing/browser.ts";
import { openSheet, saved, submit } from "../testing/journeys/filling.ts";
import type { Person } from "../testing/journeys/person.ts";
import { choose, goTo, looks, newPerson, picture } from "../testing/journeys/person.ts";
import { signedInAs } from "../testing/journeys/prepared.ts";
import { decide, openReview, pass } from "../testing/journeys/reviewing.ts";
import type { RunningServer } from "../testing/running-server.ts";
import { runningServer } from "../testing/running-server.ts";

const PATIENCE = 300_000;
const UNIT = "示例县农业农村局";
const KIND = "部门决算公开";
/** What the unit corrects. */
const CORRECTED = "公务用车保有量";
const SHEET = "公开09表 财政拨款“三公”经费支出决算表";

describe.runIf(browserPath !== undefined)("questions and answers of a review", { timeout: PATIENCE }, () => {
  let server: RunningServer;
  let browser: Browser;
  let people: ReadonlyMap<Role, SignedInPerson>;
  let reviewer: Person;
  let filler: Person;

  beforeAll(async () => {
    [server, browser] = await Promise.all([runningServer(), openBrowser()]);
    people = await loadSampleFor(server);
    reviewer = await openAs("finance-reviewer");
    filler = await openAs("filler");
  }, PATIENCE);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function openAs(role: Role, path = "/app/"): Promise<Person> {
    const person = people.get(role);
    if (person === undefined) throw new Error(`nobody is ${role}`);
    const opened = await newPerson(browser, server.address);
    await signedInAs(opened, server, person);
    await opened.page.goto(path);
    await opened.page.locator("h1").first().waitFor();
    return opened;
  }

  test("the queue is worst first; the report is read beside last year's, and each difference leads to its cell", async () => {
    const { page } = reviewer;
    await goTo(reviewer, "审核");
    await page.locator(".queue tbody tr").first().waitFor();
    // Neither of the two has more than hints.
    const found = (await page.locator(".queue-found").allInnerTexts()).map((text) =>
      Number(/\d+/u.exec(text)?.[0]),
    );
    expect(found).toEqual(found.toSorted((one, other) => other - one));
    await picture(reviewer, "review-1-queue");
    await openReview(reviewer, UNIT, KIND);
    await picture(reviewer, "review-2-opened");
    await page.getByRole("tab", { name: "差异" }).click();
    await page.getByRole("columnheader", { name: /^项目（\d+ 处）$/u }).waitFor();
    await picture(reviewer, "review-3-last-year");
    await page.locator(".changes tbody").getByRole("button").first().click();
    await page.locator("td.active").waitFor();
    await picture(reviewer, "review-4-difference");
    expect(await looks(reviewer)).toEqual([]);
  });

  test("the unit is asked to explain a finding and a figure; both are told to it, and the report goes back", async () => {
    const { page } = reviewer;
    await page.getByRole("tab", { name: /^问题/u }).click();
    await page.getByRole("button", { name: "请单位说明" }).first().click();
    await page.getByText("请核实并说明。").waitFor();
    await choose(page.getByLabel("表", { exact: true }), SHEET);
    await page.locator(`section[aria-label="${SHEET}"] td[data-place]`, { hasText: /^\d/u }).first().click();
    await page.getByLabel("批注内容").fill("请提供接待批次的清单。");
    await page.getByRole("radio", { name: "请单位说明" }).check();
    await page.getByRole("button", { name: /^发\s*送$/u }).click();
    await page.locator(".said-text").getByText("请提供接待批次的清单。").waitFor();
    expect(await page.getByText("待答复").count()).toBe(2);
    await picture(reviewer, "review-5-asked");
    expect(await looks(reviewer)).toEqual([]);
    await decide(reviewer, "退回", "请说明后再送。");
  });

  test("the unit answers in the editor, corrects a figure, and sends it again", async () => {
    const { page } = filler;
    await goTo(filler, "报告");
    const line = page.getByRole("row", { name: UNIT }).filter({ hasText: `2025 年度${KIND}` });
    await line.getByRole("link").first().click();
    await page.locator(".editor").waitFor();
    await page.getByText("退回意见：请说明后再送。").waitFor();
    await page.getByRole("tab", { name: "批注 2" }).click();
    await picture(filler, "review-6-returned");
    for (const answer of ["系四舍五入的尾差。", "清单已随材料报送。"]) {
      const waiting = page.locator(".editor-side .said-list > li", { hasText: "待答复" }).first();
      await waiting.getByRole("button", { name: "答复" }).click();
      await page.getByLabel("答复内容").fill(answer);
      await page.getByRole("button", { name: "发送答复" }).click();
      await page.locator(".said-answers").getByText(answer).waitFor();
    }
    expect(await page.getByText("待答复").count()).toBe(0);
    await openSheet(filler, "文字说明中的数字");
    const cell = page.locator(".entry-table tr", { hasText: CORRECTED }).locator("td.open").last();
    await cell.click();
    await page.keyboard.type("9");
    await page.keyboard.press("Enter");
    await saved(filler);
    await picture(filler, "review-7-answered");
    await submit(filler);
    expect(filler.faults).toEqual([]);
  });

  test("what was decided of other figures no longer holds; the new version is read beside the one before, and several pass at once", async () => {
    for (const role of ["unit-reviewer", "department-reviewer"] as const) {
      const person = await openAs(role);
      await pass(person, UNIT, KIND);
      await person.page.context().close();
    }
    const { page } = reviewer;
    await openReview(reviewer, UNIT, KIND);
    await page.getByRole("tab", { name: /^意见/u }).click();
    expect(await page.getByText("（其后数字有改动，已失效）").count()).toBeGreaterThan(0);
    await picture(reviewer, "review-8-opinions");
    await page.getByRole("tab", { name: "差异" }).click();
    const change = page.locator(".changes tr", { hasText: CORRECTED });
    await change.waitFor();
    await change.getByRole("button").click();
    await page.locator("td.active.marked-changed").waitFor();
    await picture(reviewer, "review-9-version");
    await page.getByRole("tab", { name: "批注 2" }).click();
    await page.getByText("清单已随材料报送。").waitFor();
    await page.getByRole("button", { name: "销结" }).first().click();
    await page.getByText("已销结").waitFor();
    expect(await looks(reviewer)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 900 });
    await page.getByRole("tab", { name: "差异" }).click();
    await change.waitFor();
    await change.scrollIntoViewIfNeeded();
    await picture(reviewer, "review-10-phone");
    expect(await looks(reviewer)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });

    await goTo(reviewer, "审核");
    await page.getByRole("checkbox", { name: "全选本页" }).check();
    await page.getByRole("button", { name: "通过" }).click();
    await page.locator("#decision-opinion").fill("同意");
    await picture(reviewer, "review-11-several");
    await page.getByRole("button", { name: "确认通过" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await picture(reviewer, "review-12-passed");
    await page.getByRole("row", { name: UNIT }).first().waitFor({ state: "hidden" });
    expect(reviewer.faults).toEqual([]);
  });
});
