// The public portal in a real browser: the sample, page by page, as readers on a desk, on a phone, without scripts and
// without a mouse have it.

import { showSample } from "@jueming/server/testing/shown-sample.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { browserPath, openBrowser } from "./testing/browser.ts";
import type { RunningServer } from "./testing/running-server.ts";
import { faultsOfLook, runningServer } from "./testing/running-server.ts";

/** HTML and style of a page, as they are before compression. */
const MOST_BYTES = 60_000;
const WIDTHS = [1280, 360] as const;

describe.runIf(browserPath !== undefined)("the portal with the sample, in a browser", () => {
  let server: RunningServer;
  let browser: Browser;
  const paths = new Map<string, string>();

  beforeAll(async () => {
    [server, browser] = await Promise.all([runningServer(), openBrowser()]);
    await showSample(server.services);
    for (const [name, path] of await examples()) paths.set(name, path);
    // The whole sample, and typesetting: more than other tests begin with.
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const list = async (path: string) =>
    (await server.app.inject({ url: `/api/v1/public/${path}` })).json().items;

  /** An address for each kind of page. */
  async function examples(): Promise<readonly (readonly [string, string])[]> {
    const units: readonly { readonly unit: string; readonly page: string; readonly region: string }[] =
      await list("units");
    const [first] = units;
    const [project] = await list(`evaluations?unit=${first?.unit}`);
    const refs = units.slice(0, 5).map(({ unit }) => unit);
    return [
      ["front", "/"],
      ["search", "/search?q=jyj"],
      ["search without a result", `/search?q=${encodeURIComponent("没有的单位")}`],
      ["unit", first?.page ?? ""],
      ["unit of an earlier year", `${first?.page}/2023`],
      ["project", String(project.page)],
      ["comparison", `/compare?units=${refs.join(",")}`],
      ["comparison begun", `/compare?units=${refs[0]}&add=${encodeURIComponent("示例县")}`],
      ["ranking", `/rankings/${first?.region}?measure=threePublicShare&order=low`],
      ["district", `/regions/${first?.region}`],
      ["glossary", "/glossary"],
      ["open data", "/data"],
      ["interface", "/api/docs"],
      ["about", "/about"],
      ["nothing", "/no/such/page"],
    ];
  }

  const NAMES = [
    "front",
    "search",
    "search without a result",
    "unit",
    "unit of an earlier year",
    "project",
    "comparison",
    "comparison begun",
    "ranking",
    "district",
    "glossary",
    "open data",
    "interface",
    "about",
    "nothing",
  ];

  async function opened(name: string, width: number, javaScriptEnabled: boolean): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${server.address}${paths.get(name)}`);
    return page;
  }

  test.each(NAMES)("%s: axe finds nothing, and nothing is wider than the window", async (name) => {
    const page = await opened(name, 1280, true);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await faultsOfLook(page)]).toEqual([width, []]);
    }
    await page.context().close();
  });

  test.each(NAMES)("%s: one page and one style, together below 60 KB, and no script", async (name) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const sizes = new Map<string, Promise<Buffer>>();
    page.on("response", (response) => sizes.set(response.request().resourceType(), response.body()));
    await page.goto(`${server.address}${paths.get(name)}`, { waitUntil: "load" });
    // The mark in the tab is asked for by some browsers, and is no part of what is read.
    const types = [...sizes.keys()].filter((type) => type !== "other");
    expect(types.toSorted()).toEqual(["document", "stylesheet"]);
    const bytes = await Promise.all(types.map(async (type) => (await sizes.get(type))?.length ?? 0));
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(MOST_BYTES);
    expect(await page.locator("h1").count()).toBe(1);
    await context.close();
  });

  test.each([
    ["front", 360],
    ["unit", 1280],
    ["unit", 360],
    ["comparison", 360],
    ["ranking", 1280],
  ])("%s, %i wide: every link and field is reached by keyboard, in sight", async (name, width) => {
    const page = await opened(name, width, true);
    const all = await page.locator("a[href], button, input:not([type=hidden]), select, summary").count();
    const seen: string[] = [];
    for (let step = 0; step < all; step += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return null;
        const { left, right, width: wide } = element.getBoundingClientRect();
        const inSight = wide > 0 && left >= 0 && right <= innerWidth + 1;
        return { text: element.outerHTML.slice(0, 80), inSight };
      });
      expect(focused).toEqual({ text: expect.any(String), inSight: true });
      seen.push(focused?.text ?? "");
    }
    expect(seen[0]).toContain("跳到正文");
    await page.context().close();
  });

  test("a reader without scripts finds a unit by its initials, its project, and its documents", async () => {
    const page = await opened("front", 360, false);
    await page.getByLabel("单位或项目名称").fill("daj");
    await page.getByRole("button", { name: "查找" }).click();
    expect(await page.getByText("没有找到").count()).toBe(1);
    await page.getByLabel("单位或项目名称").fill("dag");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "示例县档案馆" }).click();
    for (const title of [
      "做什么",
      "钱从哪里来",
      "钱花到哪里去",
      "“三公”经费",
      "项目与绩效",
      "公开质量",
      "正式文件",
    ])
      expect(await page.getByRole("heading", { name: title, exact: true }).count()).toBe(1);
    await page.locator("#projects ~ .scroll a").first().click();
    expect(await page.getByRole("columnheader", { name: "完成值" }).count()).toBe(1);
    await page.getByRole("link", { name: "接口文档" }).click();
    await page.locator("summary").first().press("Enter");
    expect(await page.locator("details[open]").count()).toBe(1);
    await page.context().close();
  });

  test("on paper a page has neither navigation nor fields", async () => {
    const page = await opened("unit", 1280, false);
    await page.emulateMedia({ media: "print" });
    for (const part of [".top nav", ".crumbs", ".links", "form"])
      for (const one of await page.locator(part).all())
        expect([part, await one.isVisible()]).toEqual([part, false]);
    expect(await page.locator("h1").isVisible()).toBe(true);
    await page.context().close();
  });

  test("the official files come in their types and by their names, once", async () => {
    const publications: readonly {
      readonly documents: readonly { readonly address: string; readonly size: number }[];
    }[] = await list("publications?limit=100");
    const { documents } = publications.find((one) => one.documents.length > 0) ?? { documents: [] };
    expect(documents).toHaveLength(5);
    for (const { address, size } of documents) {
      const answer = await fetch(`${server.address}${address}`);
      expect((await answer.arrayBuffer()).byteLength).toBe(size);
      const { headers } = answer;
      const isPdf = address.endsWith(".pdf");
      expect(headers.get("content-disposition")).toMatch(
        isPdf
          ? /^inline; filename="report\.pdf"; filename\*=UTF-8''%E7/u
          : /^attachment; filename="report\.\w+"; /u,
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      const again = await fetch(`${server.address}${address}`, {
        headers: { "if-none-match": headers.get("etag") ?? "" },
      });
      expect(again.status).toBe(304);
    }
  });
});
