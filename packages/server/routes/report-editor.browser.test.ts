// The editor in a real browser against a real server: typing, findings, paste, two people, a lost network, submission.

import type { Browser, Page } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { browserPath, openBrowser } from "@jueming/web/testing/browser.ts";
import type { ListeningServer } from "../testing/listening-server.ts";
import { cookiesOf, listeningServer } from "../testing/listening-server.ts";
import type { MadeEntries } from "../testing/made-entries.ts";
import { changesTo, madeEntries } from "../testing/made-entries.ts";
import type { SignedInPerson, TestTree } from "../testing/test-server.ts";
import { addPerson, addTree } from "../testing/test-server.ts";

/** Opens a sheet by its name in the list of parts. */
async function openSheet(page: Page, name: string): Promise<void> {
  await page.locator(".parts button", { hasText: name }).first().click();
  await page.waitForSelector(`section[aria-label^="${name}"]`);
}

/** Goes to the cell right of a label and types into it. */
async function type(page: Page, label: string, text: string): Promise<void> {
  const row = page.locator(".entry-table tr", { hasText: label }).first();
  await row.locator("td.open").first().click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

const saved = (page: Page) => page.getByText("✓ 已保存").waitFor({ timeout: 30_000 });

describe.runIf(browserPath !== undefined)("the editor of a report, in a browser", () => {
  let server: ListeningServer;
  let browser: Browser;
  let made: MadeEntries;
  let tree: TestTree;
  let filler: SignedInPerson;
  let second: SignedInPerson;
  let ref = "";

  beforeAll(async () => {
    [browser, server] = await Promise.all([openBrowser(), listeningServer()]);
    server.clock.now = new Date();
    made = madeEntries(2);
    tree = await addTree(server.database, "431299", made.year);
    const { shardRegion, unit: unitId } = tree;
    const own = { shardRegion, scope: "unit", unitId, role: "filler" } as const;
    [filler, second] = [await addPerson(server, own), await addPerson(server, own)];
    const administrator = await addPerson(server, {
      shardRegion,
      scope: "region",
      unitId: null,
      role: "administrator",
    });
    await call(administrator, "POST", "/administration/tasks", {
      region: "431299",
      year: made.year,
      kind: "final-accounts",
      title: "年度部门决算公开",
      edition: made.edition,
      dueFilling: "2027-09-05",
      dueDepartment: "2027-09-10",
      dueFinance: "2027-09-20",
      duePublication: "2027-10-10",
    });
    ref = (await call(filler, "GET", "/reports")).items[0].ref;
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function call(who: SignedInPerson, method: "GET" | "POST", path: string, payload?: object) {
    const answer = await server.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: who.headers,
      ...(payload === undefined ? {} : { payload }),
    });
    return answer.statusCode === 204 ? null : answer.json();
  }

  async function fill(): Promise<void> {
    const changes = changesTo(made.entries, await entries());
    const answer = await server.app.inject({
      method: "PATCH",
      url: `/api/v1/reports/${ref}/entries`,
      headers: { ...filler.headers, "if-match": '"0"' },
      payload: { changes },
    });
    expect(answer.statusCode).toBe(200);
  }

  async function open(who: SignedInPerson, path: string, width = 1280): Promise<Page & { errors: string[] }> {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    await context.addCookies(cookiesOf(who, server.address));
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(`${server.address}/app${path}`);
    await page.waitForSelector("h1");
    return Object.assign(page, { errors });
  }
  const entries = async () => (await call(filler, "GET", `/reports/${ref}/entries`)).entries;

  test("a report is found in the list and opened", async () => {
    const page = await open(filler, "/reports");
    await page.getByRole("link", { name: /年度部门决算公开/u }).click();
    await page.waitForSelector(".editor");
    expect(await page.textContent("h1")).toContain("示例县第一中学");
    expect(page.errors).toEqual([]);
    await page.context().close();
  });

  test("a wrong figure is a finding at once, leads to its cell, and is gone when it is corrected", async () => {
    await fill();
    const page = await open(filler, `/reports/${ref}`);
    await openSheet(page, "公开01表");
    const key = Object.keys(made.entries.fields).find((one) =>
      one.startsWith("cell:income-expenditure-summary/line:1/"),
    );
    const before = made.entries.fields[key ?? ""] ?? "";
    await type(page, "一、一般公共预算财政拨款收入", "1.00");
    await page
      .locator(".severity-error", { hasText: /错误 [1-9]/u })
      .first()
      .waitFor({ timeout: 30_000 });
    expect(await page.locator("td.marked-error").count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: "撤销" }).click();
    await page.locator(".severity-error", { hasText: "错误 0" }).first().waitFor({ timeout: 30_000 });
    await saved(page);
    expect((await entries()).fields[key ?? ""]).toBe(before);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
    expect(page.errors).toEqual([]);
    await page.context().close();
  }, 120_000);

  test("what was typed while the server is away survives a reload, and is saved afterwards", async () => {
    const page = await open(filler, `/reports/${ref}`);
    await openSheet(page, "单位信息");
    await page.route("**/entries", (route) =>
      route.request().method() === "PATCH" ? route.abort() : route.continue(),
    );
    await type(page, "单位编码", "104001");
    await page.getByText("未保存 1 处").waitFor();
    page.once("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText("未保存 1 处").waitFor();
    expect((await entries()).fields["identity:unitCode"]).toBeUndefined();
    await page.unroute("**/entries");
    await saved(page);
    expect((await entries()).fields["identity:unitCode"]).toBe("104001");
    await page.context().close();
  }, 120_000);

  test("two people in one cell: both texts are shown, and one is chosen", async () => {
    const mine = await open(filler, `/reports/${ref}`);
    const theirs = await open(second, `/reports/${ref}`);
    for (const page of [mine, theirs]) await openSheet(page, "单位信息");
    // The first one is cut off while the other types.
    await mine.route("**/api/**", (route) => route.abort());
    await type(mine, "主管部门编码", "111");
    await type(theirs, "主管部门编码", "222");
    await saved(theirs);
    await mine.unroute("**/api/**");
    const notice = mine.locator(".conflicts");
    await notice.waitFor({ timeout: 30_000 });
    expect(await notice.textContent()).toMatch(/他人刚改为.*222.*您填的是.*111/u);
    await notice.getByRole("button", { name: "用我的" }).click();
    await saved(mine);
    expect((await entries()).fields["identity:departmentCode"]).toBe("111");
    await theirs.locator("td", { hasText: /^111$/u }).waitFor({ timeout: 30_000 });
    await Promise.all([mine.context().close(), theirs.context().close()]);
  }, 120_000);

  test("a published document is read, confirmed and taken over", async () => {
    const { rawPayload: body } = await server.app.inject({
      url: `/api/v1/reports/${ref}/files/docx`,
      headers: filler.headers,
    });
    await clear("identity:unitCode", "104001");
    const page = await open(filler, `/reports/${ref}`);
    await openSheet(page, "公开01表");
    await type(page, "一、一般公共预算财政拨款收入", "2.00");
    await saved(page);
    await page.getByRole("button", { name: "导入文件" }).click();
    await page.locator('input[type="file"]').setInputFiles({
      name: "决算.docx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(body),
    });
    await page.locator(".import-values").waitFor({ timeout: 60_000 });
    await page.locator(".import-filters select").first().selectOption("all");
    await page.getByRole("button", { name: /选中所列/u }).click();
    await page.getByRole("button", { name: /填入所选/u }).click();
    await saved(page);
    const now = await entries();
    const key = Object.keys(made.entries.fields).find((one) =>
      one.startsWith("cell:income-expenditure-summary/line:1/"),
    );
    expect(Number(now.fields[key ?? ""])).toBe(Number(made.entries.fields[key ?? ""]));
    expect(page.errors).toEqual([]);
    await page.context().close();
  }, 180_000);

  test("says what is open before it is submitted, and is only shown afterwards", async () => {
    const page = await open(filler, `/reports/${ref}`);
    await page.getByRole("button", { name: "送审" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    const button = dialog.getByRole("button", { name: "确认送审" });
    expect(await dialog.textContent()).toContain("送审");
    await button.click();
    await page.getByText("单位审核，只能查看").waitFor({ timeout: 30_000 });
    expect(await page.getByRole("button", { name: "从上年带入" }).count()).toBe(0);
    await page.context().close();
  }, 120_000);

  /** Empties a field again. */
  async function clear(key: string, from: string): Promise<void> {
    const { live } = await call(filler, "GET", `/reports/${ref}/entries`);
    await server.app.inject({
      method: "PATCH",
      url: `/api/v1/reports/${ref}/entries`,
      headers: { ...filler.headers, "if-match": `"${live.revision}"` },
      payload: { changes: [{ kind: "field", key, from, to: "" }] },
    });
  }
});
