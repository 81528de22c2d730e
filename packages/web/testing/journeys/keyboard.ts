// Working without a mouse: Tab until one stands on what is wanted, and only then Enter.

import type { Locator, Page } from "playwright-core";

/** More stops than this is a page that the keyboard cannot be used on. */
const MOST_STOPS = 150;

/** Presses Tab until this has the focus. */
export async function tabTo(page: Page, wanted: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const target = wanted.first();
  await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not reach ${String(wanted)}`);
}

/** Goes to a button or link by Tab, and presses it. */
export async function press(page: Page, wanted: Locator, key?: "Tab" | "Shift+Tab"): Promise<void> {
  await tabTo(page, wanted, key);
  await page.keyboard.press("Enter");
}

/** Signs in: the page begins in its first field. */
export async function signInByKeyboard(page: Page, login: string, password: string): Promise<void> {
  await page.goto("/app/");
  await page.locator("#login:focus").waitFor();
  await page.keyboard.type(login);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "我的工作" }).waitFor();
}

/** Goes to a page by g and its letter. */
export async function goByKeys(page: Page, letter: string, title: string): Promise<void> {
  await page.keyboard.press("g");
  await page.keyboard.press(letter);
  await page.getByRole("heading", { name: title, exact: true, level: 1 }).waitFor();
}
