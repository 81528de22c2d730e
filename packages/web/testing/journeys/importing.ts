// What is done with a file that is imported into the editor: have it read, go through its values, look at their places.

import type { Locator, Page } from "playwright-core";

import type { Person } from "./person.ts";

/** Which values are listed, and of which sheet. */
export const list = (page: Page): Locator => page.locator(".import-filters select").first();
const sheets = (page: Page): Locator => page.locator(".import-filters select").nth(1);

/** A value by its label, and the field with what it fills in. */
export const row = (page: Page, label: string): Locator =>
  page.locator(".import-table tbody tr", { hasText: label });
export const text = (page: Page, label: string): Locator => row(page, label).locator(".import-text");

/** The button that fills in what is chosen, and how much that is. */
export const take = (page: Page): Locator => page.getByRole("button", { name: /^填入所选/u });
export const countOf = async (page: Page): Promise<number> =>
  Number(/\d+/u.exec(await take(page).innerText())?.[0]);

/** Has a file read. */
export async function readFile(
  { page }: Person,
  { name, buffer }: { readonly name: string; readonly buffer: Buffer },
): Promise<void> {
  await page.getByRole("button", { name: "导入文件" }).click();
  const file = { name, mimeType: "application/octet-stream", buffer };
  await page.getByLabel("要导入的文件").setInputFiles(file);
  await page.locator(".import").waitFor();
}

/** Goes to the value of this label in a sheet. */
export async function goToValue(page: Page, sheet: string, label: string): Promise<void> {
  await list(page).selectOption("all");
  await sheets(page).selectOption({ label: sheet });
  await text(page, label).first().click();
}

/** 收入支出决算总表, by its name in this edition. */
export const accountsSheet = (page: Page): Promise<string> =>
  sheets(page).locator("option", { hasText: "收入支出决算总表" }).first().innerText();

/** Until the picture of the page is there. */
export const drawn = (page: Page): Promise<void> =>
  page.locator(".import-page img").evaluate((image: HTMLImageElement) => image.decode());

/** Whether the mark is to be seen in its pane, and the field that one is in on the page. */
export function isInView(page: Page): Promise<{ readonly mark: boolean; readonly field: boolean }> {
  return page.evaluate(() => {
    const pane = document.querySelector(".document-pane, .import-lines, .import-pages");
    const mark = document.querySelector(".document-pane mark, .import-line mark, .import-mark");
    const [seen, marked, field] = [pane, mark, document.activeElement].map((element) =>
      element?.getBoundingClientRect(),
    );
    return {
      mark:
        seen !== undefined &&
        marked !== undefined &&
        marked.left >= seen.left - 1 &&
        marked.right <= seen.right + 1 &&
        marked.top >= seen.top - 1 &&
        marked.bottom <= seen.bottom + 1,
      field: field !== undefined && field.top >= 0 && field.bottom <= innerHeight,
    };
  });
}
