// What those who fill in do in the editor: type, paste, write with an input method, look at what was found, send on.

import type { EntrySheet } from "@jueming/server/contract/entry.ts";
import type { Page } from "playwright-core";

import type { MadeReport, PlacedText } from "./made-report.ts";
import { blockOf, textsOf } from "./made-report.ts";
import type { Person } from "./person.ts";
import { goTo } from "./person.ts";

/** Opens the report from the list. */
export async function openReport(person: Person, unit: string): Promise<void> {
  await goTo(person, "报告");
  const { page } = person;
  await page.getByRole("row", { name: unit }).getByRole("link").click();
  await page.locator(".editor").waitFor();
}

/** Opens a sheet by its name at the left. */
export async function openSheet({ page }: Person, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "报告的各部分" }).getByText(name, { exact: true }).click();
  await page.locator(`section[aria-label="${name}"]`).waitFor();
}

/** Goes to a cell by the mouse. */
export async function standAt(
  page: Page,
  { row, column }: Pick<PlacedText, "row" | "column">,
): Promise<void> {
  const cell = page.locator(`td[data-place="${row} ${column}"]`);
  await cell.click();
  await page.locator(`td.active[data-place="${row} ${column}"]`).waitFor();
}

/** Types a text into a cell. */
export async function typeInto({ page }: Person, { text, ...place }: PlacedText): Promise<void> {
  await standAt(page, place);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** Pastes the whole of a sheet, as it comes from a spreadsheet. */
export async function pasteSheet({ page }: Person, texts: readonly PlacedText[]): Promise<void> {
  const { at, text } = blockOf(texts);
  const [row = 0, column = 0] = at.split(" ").map(Number);
  await standAt(page, { row, column });
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await page.keyboard.press("Control+v");
}

/** Writes a text into a cell with an input method: what is composed first is not what stands there in the end. */
export async function composeInto({ page }: Person, { text, ...place }: PlacedText): Promise<void> {
  await standAt(page, place);
  const session = await page.context().newCDPSession(page);
  for (const composed of ["s", "shi", "shi'li"]) {
    const at = { selectionStart: composed.length, selectionEnd: composed.length };
    await session.send("Input.imeSetComposition", { text: composed, ...at });
  }
  await session.send("Input.insertText", { text });
  await page.keyboard.press("Enter");
}

/** Writes the free texts of a sheet. */
export async function writeTexts(
  { page }: Person,
  { fields }: EntrySheet,
  report: MadeReport,
): Promise<void> {
  for (const { key } of fields) {
    const text = report.entries.fields[key];
    if (text !== undefined) await page.locator(`[data-entry="${key}"] textarea`).fill(text);
  }
}

/** Goes from a finding to one of its figures. */
export async function goToFigure({ page }: Person, figure: string): Promise<void> {
  const row = page.locator(".editor-side .finding-figures tr").filter({ hasText: figure }).first();
  await row.getByRole("button", { name: /^去看/u }).click();
}

/** Waits until everything that was typed is kept. */
export const saved = ({ page }: Person): Promise<void> => page.getByText("✓ 已保存").waitFor();

/** Fills in a sheet in one paste, or text by text. */
export async function fillSheet(person: Person, sheet: EntrySheet, report: MadeReport): Promise<void> {
  const texts = textsOf(sheet, report.entries);
  if (texts.length === 0) return;
  await openSheet(person, sheet.name);
  if ((await person.page.locator(".text-sheet").count()) > 0) await writeTexts(person, sheet, report);
  else await pasteSheet(person, texts);
}

/** Sends the report on. */
export async function submit({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "送审" }).click();
  await page.getByRole("button", { name: "确认送审" }).click();
  await page.getByText("单位审核，只能查看").waitFor();
}
