// An office that has tried the product, in a browser on the real server: it is set up while the sample is loaded, and
// removes the sample.

import { addSampleAtFirstStart } from "@jueming/server/testing/add-sample.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { browserPath, openBrowser } from "../../testing/browser.ts";
import type { RunningServer } from "../../testing/running-server.ts";
import { faultsOfLook, openAs, runningServer } from "../../testing/running-server.ts";

const PASSWORD = "长城-beside-41";
const nobody = { accountId: "", headers: {} };

describe.runIf(browserPath !== undefined)("an office beside the sample, on a real server", () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    [server, browser] = await Promise.all([runningServer(), openBrowser()]);
    const token = await addSampleAtFirstStart(server);
    ({ page, faults } = await openAs(browser, server, nobody, { path: `/set-up#${token}` }));
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const setUp = async (code: string): Promise<void> => {
    for (const [label, text] of [
      ["本地区行政区划代码", code],
      ["本地区名称", "某某县"],
      ["用户名", "guanli"],
      ["姓名", "李某"],
      ["密码", PASSWORD],
      ["再输入一次", PASSWORD],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByRole("button", { name: "启用并进入" }).click();
  };

  test("the sign-in page offers the desks, and says where the office's own way in is", async () => {
    const opened = await openAs(browser, server, nobody, { path: "/sign-in" });
    await opened.page.getByRole("heading", { name: "示例数据" }).waitFor();
    const note = opened.page.getByText("正式使用，请打开启动窗口中显示的一次性链接");
    await note.waitFor();
    expect(await opened.page.getByRole("button", { name: "示例系统管理员" }).count()).toBe(1);
    await opened.page.context().close();
  });

  test("a link that is no longer good says so before anything is typed", async () => {
    const opened = await openAs(browser, server, nobody, { path: `/set-up#${"x".repeat(43)}` });
    await opened.page.getByText("这个链接已用过或已过期").waitFor();
    expect(await opened.page.getByLabel("密码").count()).toBe(0);
    await opened.page.context().close();
  });

  test("the region of the sample is refused, one's own is set up", async () => {
    await page.getByRole("heading", { name: "设立系统管理员" }).waitFor();
    await setUp("990101");
    await page.getByText("没有 99 开头的行政区划").waitFor();
    await setUp("431299");
    await page.getByText("没有待办的报告").waitFor();
    expect(faults).toEqual([]);
  });

  test("the sample goes after a word of confirmation, and its part of the page with it", async () => {
    await page.goto(`${server.address}/app/administration?tab=sample`);
    await page.getByRole("button", { name: "移除示例数据" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("我确认移除示例县").waitFor();
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await faultsOfLook(page)).toEqual([]);
    }
    await dialog.getByRole("button", { name: "移除", exact: true }).click();
    await dialog.getByText("请先确认").waitFor();
    await dialog.getByRole("checkbox").check();
    await dialog.getByRole("button", { name: "移除", exact: true }).click();
    await page.getByText("已移除示例数据（示例县）").waitFor();
    await page.getByRole("link", { name: "示例数据" }).waitFor({ state: "detached" });
    await page.getByRole("link", { name: "操作日志" }).click();
    await page.getByRole("cell", { name: "移除示例数据" }).waitFor();
    await page.getByRole("button", { name: "校验完整性" }).click();
    await page.getByText("首尾相扣").waitFor();
    expect(faults).toEqual([]);
  });
});
