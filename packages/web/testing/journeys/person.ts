// A person at a browser of their own, and what everybody does: open a page, choose from a list, look at a picture.

import { join } from "node:path";

import type { Browser, Locator, Page, Request } from "playwright-core";

import { faultsOfLook } from "../running-server.ts";

/** Person: a page that is theirs alone, and what went wrong in it. */
export interface Person {
  readonly page: Page;
  /** Errors of script, and what the content security policy refused. */
  readonly faults: string[];
  /** What the page has asked for and not yet got; streams of events, which do not end, are not counted. */
  readonly asked: ReadonlySet<Request>;
}

/** Opens a browser window of their own. */
export async function newPerson(browser: Browser, address: string, width = 1280): Promise<Person> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, baseURL: address });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    const text = message.text();
    // Dialogs of antd try to lock scrolling by a style without a nonce; the policy refuses that, and nothing is lost.
    if (text.includes("Content Security Policy") && !text.includes("inline style")) faults.push(text);
  });
  return { page, faults, asked: requestsOf(page) };
}

function requestsOf(page: Page): ReadonlySet<Request> {
  const asked = new Set<Request>();
  page.on("request", (request) => {
    if (request.resourceType() !== "eventsource") asked.add(request);
  });
  page.on("requestfinished", (request) => asked.delete(request));
  page.on("requestfailed", (request) => asked.delete(request));
  return asked;
}

/** Until a page has all it asked for and has drawn it; drawing may ask for more. */
export async function settled({ page, asked }: Person, isLoading: () => Promise<boolean>): Promise<void> {
  await page.locator("h1").first().waitFor();
  let calm = 0;
  for (let looks = 0; looks < MOST_LOOKS && calm < CALM_LOOKS; looks += 1) {
    await page.waitForTimeout(LOOK_MS);
    calm = asked.size === 0 && !(await isLoading()) ? calm + 1 : 0;
  }
  if (calm < CALM_LOOKS) {
    throw new Error(
      `the page waits for ${[...asked].map((request) => request.url()).join(" ") || "nothing"}`,
    );
  }
}

const LOOK_MS = 30;
/** One look might fall between an answer and what is asked because of it. */
const CALM_LOOKS = 4;
const MOST_LOOKS = 2_000;

/** Goes to a page by its name in the navigation, which is behind a button where there is no room for it. */
export async function goTo({ page }: Person, title: string): Promise<void> {
  const link = page.locator(".navigation:visible").getByRole("link", { name: title, exact: true });
  const menu = page.getByRole("button", { name: "菜单" });
  await link.or(menu).first().waitFor();
  if (!(await link.isVisible())) await menu.click();
  await link.click();
  await page.getByRole("heading", { name: title, exact: true, level: 1 }).waitFor();
}

/** Chooses an option of a select by its words, which a count in brackets may follow; scrolls to it in a long list. */
export async function choose(select: Locator, option: string): Promise<void> {
  await select.click();
  const list = select.page().locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)");
  const wanted = list.locator(`.ant-select-item-option[title="${option}"], [title^="${option}（标记"]`);
  await list.locator(".ant-select-item-option").first().waitFor();
  for (let turns = 0; turns < 30 && (await wanted.count()) === 0; turns += 1) await scrollDown(list);
  await wanted.click();
}

/** A turn of the wheel; waits until the list has drawn what has come into view. */
const scrollDown = (list: Locator): Promise<void> =>
  list.locator(".ant-select-dropdown-list-holder").evaluate(
    (holder) =>
      new Promise<void>((drawn) => {
        holder.scrollBy(0, 120);
        requestAnimationFrame(() => requestAnimationFrame(() => drawn()));
      }),
  );

/** The name of the file that a press of this downloads, and its content. */
export async function download(
  page: Page,
  press: Locator,
): Promise<{ readonly name: string; readonly path: string }> {
  const [file] = await Promise.all([page.waitForEvent("download"), press.click()]);
  return { name: file.suggestedFilename(), path: await file.path() };
}

/** Keeps a picture of the page to be looked at, in the folder that JUEMING_PICTURES names; does nothing without it. */
export async function picture({ page }: Person, name: string): Promise<void> {
  const folder = process.env["JUEMING_PICTURES"];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Looks at the page as people who see badly do, and as people with a phone do; gives what is wrong. */
export async function looks({ page, faults }: Person): Promise<readonly string[]> {
  return [...(await faultsOfLook(page)), ...faults];
}
