import { gzipSync } from "node:zlib";

import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { browserPath, openBrowser } from "../testing/browser.ts";
import { sampleOptions, signedInAs, signedOut } from "../testing/sample-sessions.ts";
import type { Answers } from "../testing/served-workbench.ts";
import { builtWorkbench, origin, serve } from "../testing/served-workbench.ts";

const administrator: Answers = () => ({
  status: 200,
  body: signedInAs("administrator", "finance-reviewer", "filler"),
});

/** Nobody is there; the sign-in page may offer the sample data. */
const nobody: Answers = (path) =>
  path === "/session/options" ? { status: 200, body: sampleOptions } : signedOut;

describe.runIf(browserPath !== undefined)("the frame of the workbench, in a browser", () => {
  let browser: Browser;
  let files: ReadonlyMap<string, string>;

  beforeAll(async () => {
    [browser, files] = await Promise.all([openBrowser(), builtWorkbench("production")]);
  }, 120_000);
  afterAll(() => browser.close());

  async function open(path: string, answers: Answers, width = 1280): Promise<Page & { refused: string[] }> {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    const refused = await serve(page, files, answers);
    await page.goto(origin + path);
    await page.waitForSelector("h1");
    return Object.assign(page, { refused });
  }

  test("who is not signed in is sent to sign in, and then to where they wanted to go", async () => {
    let isIn = false;
    const page = await open("/app/rules", (path, method) => {
      if (path === "/session/sample" && method === "POST") isIn = true;
      return isIn ? { status: 200, body: signedInAs("filler") } : nobody(path, method);
    });
    expect(await page.textContent("h1")).toBe("登录工作台");
    await page.getByRole("button", { name: /填报人/u }).click();
    await page.waitForFunction(() => document.querySelector("h1")?.textContent === "规则");
    expect(new URL(page.url()).pathname).toBe("/app/rules");
    expect(page.refused).toEqual([]);
    await page.context().close();
  });

  test("a wrong password is told in the words of the server", async () => {
    const page = await open("/app/sign-in", (path, method) =>
      method === "POST"
        ? { status: 401, body: { title: "登录失败", detail: "用户名或密码不正确，还可再试 4 次。" } }
        : nobody(path, method),
    );
    await page.getByLabel("用户名").fill("x");
    await page.getByLabel("密码").fill("y");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("alert").textContent()).toContain("还可再试 4 次");
    await page.context().close();
  });

  test("g and a letter goes to a page, the window is named after it, ? lists the keys", async () => {
    const page = await open("/app/", administrator);
    await page.keyboard.press("g");
    await page.keyboard.press("k");
    await page.waitForFunction(() => document.title.startsWith("指标库"));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByText("整改台账").waitFor();
    await page.context().close();
  });

  test("a role sees its own pages only", async () => {
    const page = await open("/app/", () => ({ status: 200, body: signedInAs("filler") }));
    const titles = await page.locator(".shell-side a").allTextContents();
    expect(titles).toEqual(["我的工作", "报告", "批量检查", "整改台账", "指标库", "规则", "地区表样"]);
    await page.context().close();
  });

  test("360 pixels wide: nothing runs over, the menu opens in a drawer", async () => {
    const page = await open("/app/", administrator, 360);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByRole("button", { name: "菜单" }).click();
    await page.getByRole("dialog").getByRole("link", { name: "规则" }).click();
    await page.waitForFunction(() => document.querySelector("h1")?.textContent === "规则");
    await page.context().close();
  });

  test.each([
    ["/app/sign-in", nobody],
    ["/app/set-up#token", nobody],
    ["/app/", administrator],
    ["/app/nowhere", administrator],
  ])("%s: axe finds no violation, the policy refuses nothing", async (path, answers) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const refused = await serve(page, files, answers);
    await page.goto(origin + path);
    await page.waitForSelector("h1, h2");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual(
      [],
    );
    expect(refused).toEqual([]);
    await context.close();
  });

  test("the whole of the built workbench weighs less than the first load may", () => {
    const weight = [...files.values()].reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(weight).toBeLessThan(700_000);
  });
});
