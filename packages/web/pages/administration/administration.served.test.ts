import type { SignedInPerson } from "@jueming/server/testing/test-server.ts";
import { addPerson, addTree } from "@jueming/server/testing/test-server.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { browserPath, openBrowser } from "../../testing/browser.ts";
import type { RunningServer } from "../../testing/running-server.ts";
import { faultsOfLook, openAs, runningServer } from "../../testing/running-server.ts";

describe.runIf(browserPath !== undefined)("the page 管理, on a real server", () => {
  let server: RunningServer;
  let browser: Browser;
  let administrator: SignedInPerson;

  beforeAll(async () => {
    [server, browser] = await Promise.all([runningServer(), openBrowser()]);
    await addTree(server.database);
    const whole = { shardRegion: "431299", scope: "region", unitId: null } as const;
    administrator = await addPerson(server, { ...whole, role: "administrator" });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  test("a list of units is pasted, and a unit is found by its initials and changed", async () => {
    const { page, faults } = await openAs(browser, server, administrator, { path: "/administration" });
    await page.getByRole("button", { name: "从表格粘贴" }).click();
    const dialog = page.getByRole("dialog");
    await dialog
      .getByLabel("粘贴名录")
      .fill(
        "单位名称\t代码\t类型\t主管部门\n示例县水利局\t301\t行政\t\n示例县水库管理所\t301001\t事业\t示例县水利局",
      );
    await dialog.getByRole("button", { name: "导入 2 个单位" }).click();
    await page.getByRole("cell", { name: "示例县水库管理所" }).first().waitFor();
    // A dialog that closes gives the focus back: the field is asked only once it is gone.
    await dialog.waitFor({ state: "hidden" });
    const search = page.getByLabel("查找单位");
    await search.fill("slxskgls");
    await search.press("Enter");
    await page.getByRole("cell", { name: "示例县教育局" }).first().waitFor({ state: "detached" });
    await page.getByRole("button", { name: "修改示例县水库管理所" }).click();
    await dialog.getByLabel("单位代码").fill("301002");
    await dialog.getByRole("button", { name: "保存" }).click();
    await page.getByRole("cell", { name: "301002" }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("a user is invited, and the link leads to the page that sets a password", async () => {
    const { page, faults } = await openAs(browser, server, administrator, {
      path: "/administration?tab=accounts",
    });
    await page.getByRole("button", { name: "新增用户" }).click();
    const dialog = page.getByRole("dialog").first();
    await dialog.getByLabel("登录名").fill("zhang");
    await dialog.getByLabel("姓名").fill("张某");
    await dialog.getByLabel("范围").click();
    await page.getByText("全地区", { exact: true }).click();
    await dialog.getByRole("button", { name: "新增并生成链接" }).click();
    const link = await page.locator(".one-time-link").textContent();
    expect(link).toContain("/app/set-up#");
    await page.goto(link ?? "");
    await page.getByLabel("密码").first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("a task is handed out, and every act stands in a whole journal", async () => {
    const { page, faults } = await openAs(browser, server, administrator, {
      path: "/administration?tab=tasks",
    });
    await page.getByRole("button", { name: "下达任务" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("决算年度").fill("2024");
    for (const [label, day] of [
      ["填报截止", "2025-08-01"],
      ["主管部门审核截止", "2025-08-10"],
      ["财政审核截止", "2025-08-20"],
      ["公开截止", "2025-09-10"],
    ] as const)
      await dialog.getByLabel(label, { exact: true }).fill(day);
    await dialog.getByRole("button", { name: "下达", exact: true }).click();
    await page.getByText(/已公开 0 \/ \d/u).waitFor();
    await page.getByRole("link", { name: "操作日志" }).click();
    await page.getByRole("cell", { name: "下达任务" }).waitFor();
    await page.getByRole("button", { name: "校验完整性" }).click();
    await page.getByText("首尾相扣").waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test.each(["units", "accounts", "tasks", "journal", "backup"])(
    "%s: axe finds nothing, also 360 pixels wide",
    async (tab) => {
      for (const width of [1280, 360]) {
        const { page, faults } = await openAs(browser, server, administrator, {
          path: `/administration?tab=${tab}`,
          width,
        });
        await page.waitForLoadState("networkidle");
        expect([...(await faultsOfLook(page)), ...faults]).toEqual([]);
        await page.context().close();
      }
    },
  );
});
