// The desks of those who oversee, on a real server with the sample: each page loads for its role, is accessible, fits a
// phone, and its main act does what it says. 整改台账 and 管理 have tests of their own beside their pages.

import { addSample } from "@jueming/server/testing/add-sample.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { browserPath, openBrowser } from "../testing/browser.ts";
import type { RunningServer } from "../testing/running-server.ts";
import { faultsOfLook, runningServer } from "../testing/running-server.ts";

/** Loading the sample and walking through a page take a while on a machine that does other things too. */
const PATIENCE = 180_000;
const FINANCE = "sample-finance-reviewer";

describe.runIf(browserPath !== undefined)("desks with the sample, on a real server", () => {
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([runningServer(), openBrowser()]);
    await addSample(server);
  }, PATIENCE);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** Takes a desk of the sample and opens a page. */
  async function openDesk(
    login: string,
    path: string,
    width = 1280,
  ): Promise<{ page: Page; faults: string[] }> {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    const address = `${server.address}/api/v1/session/sample`;
    expect((await page.request.post(address, { data: { login } })).ok()).toBe(true);
    await page.goto(`${server.address}/app${path}`);
    await page.waitForSelector("h1");
    return { page, faults };
  }

  test.each([
    ["我的工作", "sample-filler", "/", "期限"],
    ["审核", FINANCE, "/review", "退回"],
    ["汇总分析", "sample-performance-reviewer", "/analysis?year=2024", "分部门"],
    ["指标库", FINANCE, "/indicators?search=pxrc", "培训人次"],
    ["规则", FINANCE, "/rules?search=T1-01", "不通过"],
    ["地区表样", FINANCE, "/forms?shown=differences&edition=shanghai/2024", "本地另有"],
  ])(
    "%s: axe finds nothing, also 360 pixels wide",
    async (title, login, path, word) => {
      for (const width of [1280, 360]) {
        const { page, faults } = await openDesk(login, path, width);
        await page.getByRole("heading", { level: 1, name: title }).waitFor();
        await page.getByText(word).first().waitFor();
        expect([width, ...(await faultsOfLook(page)), ...faults]).toEqual([width]);
        await page.context().close();
      }
    },
    PATIENCE,
  );

  test(
    "a page whose data cannot be read says so, and reads it when asked again",
    async () => {
      const { page } = await openDesk(FINANCE, "/rules");
      await page.route("**/api/v1/analysis?*", (route) =>
        route.fulfill({ status: 500, contentType: "application/json", body: "{}" }),
      );
      await page.goto(`${server.address}/app/analysis?year=2024`);
      await page.getByRole("alert").getByText("没有打开").waitFor();
      await page.unroute("**/api/v1/analysis?*");
      await page.getByRole("button", { name: "再试一次" }).click();
      await page.getByText("分部门").first().waitFor();
      await page.goto(`${server.address}/app/analysis?year=2030`);
      await page.getByText("2030年度还没有报告").waitFor();
      expect(await page.getByText("没有打开").count()).toBe(0);
      await page.context().close();
    },
    PATIENCE,
  );

  test(
    "汇总分析: a mark is pressed by keyboard, its list is read and downloaded",
    async () => {
      const { page, faults } = await openDesk(FINANCE, "/analysis?year=2024");
      await page.getByRole("button", { name: "“三公”经费合计" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("cell", { name: "示例县档案馆" }).first().waitFor();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: /^下载.*CSV$/u }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("2024年“三公”经费合计.csv");
      await page.getByRole("button", { name: "返回汇总" }).click();
      await page.getByText("分部门").first().waitFor();
      expect(faults).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  test(
    "指标库: found by initials, opened, and a report's indicators are reviewed",
    async () => {
      const { page, faults } = await openDesk(FINANCE, "/indicators");
      await page.getByLabel("查找指标").fill("pxrc");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "培训人次", exact: true }).click();
      await page.getByRole("dialog").getByText("目标值写法").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("link", { name: "评审一份报告" }).click();
      await page.getByLabel("报告", { exact: true }).fill("示例县第一中学");
      await page
        .getByText(/^示例县第一中学 \d{4}年度部门决算公开$/u)
        .first()
        .click();
      await page
        .getByText(/\d+ 个指标/u)
        .first()
        .waitFor();
      expect(faults).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  test(
    "地区表样: a form is shown with its example, and taken away empty",
    async () => {
      const { page, faults } = await openDesk("sample-filler", "/forms?sheet=公开01表 收入支出决算总表");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "空表 XLSX" }).click(),
      ]);
      expect(download.suggestedFilename()).toContain("空表.xlsx");
      await page.getByLabel("看什么").focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.getByRole("link", { name: "示例 DOCX" }).waitFor();
      await page
        .getByRole("gridcell", { name: /\d+\.\d\d/u })
        .first()
        .waitFor();
      expect(faults).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  test(
    "我的工作 leads to the queue; there a report is returned by keyboard with an opinion",
    async () => {
      const { page, faults } = await openDesk(FINANCE, "/");
      await page.getByRole("link", { name: /等我审核/u }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "审核" }).waitFor();
      await page.getByRole("checkbox").nth(1).check();
      await page.getByRole("button", { name: "退回" }).click();
      await page.getByLabel("退回意见（必填）").fill("请核对“三公”经费。");
      await page.getByRole("button", { name: "确认退回" }).click();
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      const { items } = await (
        await page.request.get(`${server.address}/api/v1/reports?only=returned`)
      ).json();
      expect(items.map(({ returned }: { returned: string }) => returned)).toContain("请核对“三公”经费。");
      expect(faults).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );
});
