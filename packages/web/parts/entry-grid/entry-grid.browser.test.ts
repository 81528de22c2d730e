import { join } from "node:path";

import { AxeBuilder } from "@axe-core/playwright";
import { nationalEdition } from "@jueming/core/regions/index.ts";
import { entryPlanOf } from "@jueming/pipeline/report-entries/entry-form.ts";
import type { Entries, EntrySheet } from "@jueming/server/contract/entry.ts";
import { entrySheet } from "@jueming/server/contract/entry.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { browserPath, openBrowser } from "../../testing/browser.ts";
import type { PageCode } from "../../testing/built-page.ts";
import { buildPage, loadPage } from "../../testing/built-page.ts";
import type { GridWindow, Shown } from "../../testing/grid-page.tsx";

const plan = entryPlanOf(nationalEdition, "final-accounts");
const nothing: Entries = { fields: {}, lists: {} };

/** The sheet whose name contains these words, as it comes over the wire. */
function sheetNamed(words: string): EntrySheet {
  return entrySheet.parse(plan.sheets.find(({ name }) => name.includes(words)));
}

const summary = sheetNamed("公开01");
const income = sheetNamed("公开02");
const indicators = sheetNamed("绩效指标");
const texts = sheetNamed("文字材料");

/** Fields of a sheet that are open, in reading order. */
function openFields(sheet: EntrySheet): EntrySheet["fields"] {
  return sheet.fields
    .filter(({ computed }) => !computed)
    .toSorted((a, b) => a.row - b.row || a.column - b.column);
}

describe.runIf(browserPath !== undefined)("the entry grid, in a browser", () => {
  let browser: Browser;
  let code: PageCode;
  let page: Page;

  beforeAll(async () => {
    [browser, code] = await Promise.all([
      openBrowser(),
      buildPage(join(import.meta.dirname, "../../testing/grid-page.tsx")),
    ]);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    await loadPage(page, code);
  }, 120_000);
  afterAll(() => browser.close());

  async function show(sheet: EntrySheet, more: Partial<Shown> = {}): Promise<void> {
    const shown: Shown = { sheet, entries: nothing, ...more };
    // Reason, here and below: the page of the test gives its window these members.
    await page.evaluate((it) => (window as unknown as GridWindow).showGrid(it), shown);
    await page.waitForSelector("table.entry-table td");
    await page.locator("textarea.cell-editor").focus();
  }

  const entries = (): Promise<Entries> => page.evaluate(() => (window as unknown as GridWindow).entries);
  /** What stands in the first column of the list of income. */
  const firstCells = async (): Promise<unknown[]> => {
    const [list] = income.lists;
    const rows = (await entries()).lists[list!.key] ?? [];
    return rows.map(({ cells }) => cells[list!.columns[0]!.name]);
  };
  const place = (): Promise<string | null> => page.locator("td.active").getAttribute("data-place");
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  async function paste(text: string, html = ""): Promise<void> {
    await page.locator("textarea.cell-editor").evaluate(
      (field, pasted) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", pasted.text);
        if (pasted.html !== "") clipboardData.setData("text/html", pasted.html);
        field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      },
      { text, html },
    );
  }

  function copy(type: "text/plain" | "text/html" = "text/plain"): Promise<string> {
    return page.locator("textarea.cell-editor").evaluate((field, asked) => {
      const clipboardData = new DataTransfer();
      field.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
      return clipboardData.getData(asked);
    }, type);
  }

  test("typing replaces, Enter goes down, F2 opens with what is there, Escape leaves it", async () => {
    await show(summary);
    const [first] = openFields(summary);
    await page.keyboard.type("1234.5");
    await press("Enter");
    expect((await entries()).fields).toEqual({ [first!.key]: "1234.5" });
    expect(await place()).toBe(`${first!.row + 1} ${first!.column}`);
    await press("ArrowUp");
    expect(await page.locator("td.active").textContent()).toBe("1,234.5");
    await press("F2");
    await page.keyboard.type("6");
    await press("Enter", "ArrowUp", "F2");
    await page.keyboard.type("9");
    await press("Escape");
    expect((await entries()).fields).toEqual({ [first!.key]: "1234.56" });
  });

  test("Tab goes from field to field, Shift+Tab back, Delete clears, Ctrl+Z and Ctrl+Y undo and redo", async () => {
    await show(summary);
    const [first, second] = openFields(summary);
    await page.keyboard.type("1");
    await press("Tab");
    expect(await place()).toBe(`${second!.row} ${second!.column}`);
    await page.keyboard.type("2");
    await press("Shift+Tab");
    expect(await place()).toBe(`${first!.row} ${first!.column}`);
    await press("Delete");
    expect((await entries()).fields).toEqual({ [second!.key]: "2" });
    await press("Control+z", "Control+z");
    expect((await entries()).fields).toEqual({ [first!.key]: "1" });
    await press("Control+y");
    expect((await entries()).fields).toEqual({ [first!.key]: "1", [second!.key]: "2" });
  });

  test("Home, End, Ctrl+Home, Ctrl+End and the page keys go where they go in a spreadsheet", async () => {
    await show(summary);
    const start = await place();
    await press("Home");
    expect(await place()).toMatch(/ 1$/u);
    await press("Control+End");
    expect(await place()).toBe(
      await page.locator("tbody tr:last-of-type td:not(.cell-gap)").last().getAttribute("data-place"),
    );
    await press("Control+Home");
    expect(await place()).toBe(start);
    await press("PageUp");
    expect(await place()).toBe(start);
    await press("PageDown");
    expect(await place()).not.toBe(start);
  });

  test("a word begun in pinyin on a selected cell is kept", async () => {
    await show(texts);
    const session = await page.context().newCDPSession(page);
    for (const text of ["n", "ni", "你"]) {
      await session.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await session.send("Input.insertText", { text: "你好" });
    await press("Enter");
    expect(Object.values((await entries()).fields)).toEqual(["你好"]);
  });

  test("Alt+Enter breaks the line of a text", async () => {
    await show(texts);
    await page.keyboard.type("一");
    await press("Alt+Enter");
    await page.keyboard.type("二");
    await press("Enter");
    expect(Object.values((await entries()).fields)).toEqual(["一\n二"]);
  });

  test("a block from a spreadsheet fills fields, figures lose their separators, computed cells are skipped and said", async () => {
    await show(summary);
    const rows = Array.from({ length: 30 }, (_, index) => `${index + 1},000.00`);
    await paste(`${rows.join("\r\n")}\r\n`);
    const { fields } = await entries();
    expect(Object.values(fields)[0]).toBe("1000.00");
    expect(await page.locator(".formula-notice").textContent()).toContain("已跳过");
    const computed = summary.fields.filter((field) => field.computed).map(({ key }) => key);
    expect(Object.keys(fields).filter((key) => computed.includes(key))).toEqual([]);
  });

  test("figures as spreadsheets and documents write them; a stroke empties, what is no figure stays", async () => {
    await show(summary);
    const [first, second, third, fourth, fifth] = openFields(summary);
    // The fields below the first one, in its column.
    await paste("1,234,567.80\n（１，２３４．５）\n—\n １２.5 \n约3万");
    const { fields } = await entries();
    expect([first, second, third, fourth, fifth].every((field) => field !== undefined)).toBe(true);
    expect(Object.values(fields)).toEqual(["1234567.80", "-1234.5", "12.5", "约3万"]);
    await press("ArrowDown");
    await paste("——");
    expect(Object.values((await entries()).fields)).toEqual(["1234567.80", "12.5", "约3万"]);
    await press("Control+z", "Control+z");
    expect((await entries()).fields).toEqual({});
    await press("Control+y");
    expect(Object.values((await entries()).fields)).toHaveLength(4);
  });

  test("a table with merged cells keeps its columns, as Word and Excel put it on the clipboard", async () => {
    await show(indicators);
    await press("Home");
    const html = `<html><body><table>
      <tr><td rowspan="2">1</td><td colspan="2">产出指标</td><td>培训<br>人次</td></tr>
      <tr><td>效益指标</td><td>社会效益指标</td><td>满意度</td></tr>
    </table></body></html>`;
    await paste("1\t产出指标\t培训人次\n效益指标\t社会效益指标\t满意度", html);
    const [list] = Object.values((await entries()).lists);
    const columns = indicators.lists[0]!.columns.slice(0, 4).map(({ name }) => name);
    expect(list?.map(({ cells }) => columns.map((name) => cells[name] ?? ""))).toEqual([
      ["1", "产出指标", "", "培训\n人次"],
      ["", "效益指标", "社会效益指标", "满意度"],
    ]);
  });

  test("what is copied goes into a spreadsheet with its codes as text, and back without a loss", async () => {
    await show(income);
    await press("Home");
    await paste("2080505\t机关<甲>\n2080506\t乙&丙");
    await press("Control+Home", "Shift+ArrowDown", "Shift+ArrowRight");
    const [text, html] = [await copy(), await copy("text/html")];
    expect(text).toBe("2080505\t机关<甲>\r\n2080506\t乙&丙");
    expect(html).toContain(`<td style="mso-number-format:'\\@'">2080505</td>`);
    expect(html).toContain("机关&lt;甲&gt;");
    const before = await firstCells();
    await press("Control+a", "Delete");
    expect((await firstCells()).filter((cell) => cell !== undefined)).toEqual([]);
    await press("Control+Home");
    await paste("", html);
    expect(await firstCells()).toEqual(before);
  });

  test("a figure begun in the input method on a selected cell is kept", async () => {
    await show(summary);
    const [first] = openFields(summary);
    const session = await page.context().newCDPSession(page);
    await session.send("Input.imeSetComposition", { text: "１", selectionStart: 1, selectionEnd: 1 });
    await session.send("Input.imeSetComposition", { text: "１２", selectionStart: 2, selectionEnd: 2 });
    // Keys of the input method are its own: the cell stays open until the word is chosen.
    expect(await place()).toBe(`${first!.row} ${first!.column}`);
    await session.send("Input.insertText", { text: "１２.５" });
    await press("Enter");
    expect((await entries()).fields).toEqual({ [first!.key]: "12.5" });
  });

  test("a paste larger than a list adds its rows; copying gives back what was pasted", async () => {
    await show(indicators);
    await press("Home");
    const block = '项目甲\t产出指标\t数量指标\t"含""引号""和\n换行"\r\n项目乙\t效益指标\t社会效益指标\t乙';
    await paste(block);
    const [list] = Object.values((await entries()).lists);
    expect(list?.map(({ cells }) => Object.values(cells).length)).toEqual([4, 4]);
    await press("Shift+ArrowDown", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight");
    expect(await copy()).toBe(block);
    await press("Control+z");
    expect(Object.values((await entries()).lists)[0]).toEqual([]);
  });

  test("Ctrl+D fills down, Ctrl+A selects all, the mouse drags a range", async () => {
    await show(income);
    await press("Home");
    await paste("2080505\t甲\n2080506\t乙\n2080599\t丙");
    const first = page.locator("tbody td").filter({ hasText: "2080505" });
    const third = page.locator("tbody td").filter({ hasText: "2080599" });
    const [from, to] = [await first.boundingBox(), await third.boundingBox()];
    await page.mouse.move(from!.x + 10, from!.y + 10);
    await page.mouse.down();
    await page.mouse.move(to!.x + 10, to!.y + 10, { steps: 4 });
    await page.mouse.up();
    expect(await page.locator("td.selected").count()).toBe(3);
    await press("Control+d");
    expect(await firstCells()).toEqual(["2080505", "2080505", "2080505"]);
    await press("Control+a");
    expect(await page.locator("td:not(.selected):not(.spacer)").count()).toBe(0);
  });

  test("rows of a list are moved and removed, and come back by undo", async () => {
    await show(income);
    await press("Home");
    await paste("2080505\n2080506");
    await press("Alt+Shift+ArrowDown");
    expect(await firstCells()).toEqual(["2080506", "2080505"]);
    await press("Control+-");
    expect(await firstCells()).toEqual(["2080506"]);
    await press("Control+z", "Control+z");
    expect(await firstCells()).toEqual(["2080505", "2080506"]);
  });

  test("choices are listed by Alt+↓, and a code is found by its number or its name", async () => {
    await show(income, {
      codes: [
        { value: "2080505", name: "机关事业单位基本养老保险缴费支出" },
        { value: "2210201", name: "住房公积金" },
      ],
    });
    await press("Home");
    await page.keyboard.type("公积金");
    expect(await page.getByRole("option").allTextContents()).toEqual(["2210201 住房公积金"]);
    await press("Enter");
    expect(Object.values((await entries()).lists)[0]?.map(({ cells }) => Object.values(cells)[0])).toEqual([
      "2210201",
    ]);
    await press("Alt+ArrowDown");
    expect(await page.getByRole("option").count()).toBe(2);
    await press("Escape");
  });

  test("merged headers span, and what is read aloud names row and column", async () => {
    await show(summary);
    expect(await page.locator('thead td[colspan="3"]').count()).toBeGreaterThan(0);
    // The right side of the table stays at the right where the left one has ended.
    const lefts = page.locator('tbody td.cell-label[aria-colindex="4"]');
    const places = await lefts.evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().left));
    expect(new Set(places).size).toBe(1);
    await page.keyboard.type("5");
    await press("Enter", "ArrowUp");
    const said = await page.locator("[aria-live]").textContent();
    expect(said).toMatch(/一般公共预算财政拨款.*×.*5/u);
  });

  test.each([
    ["公开01", summary],
    ["公开02", income],
    ["绩效指标", indicators],
  ])("%s: axe finds no violation", async (_name, sheet) => {
    const [field] = openFields(sheet);
    await show(sheet, {
      marks: field === undefined ? [] : [[`field ${field.key}`, [{ kind: "error", text: "合计与明细不符" }]]],
    });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
  });

  test("of 450 rows only those in view are drawn, and any can be reached", async () => {
    const [list] = income.lists;
    const [code] = list!.columns;
    const rows = Array.from({ length: 450 }, (_, index) => ({
      id: `r${index}`,
      cells: { [code!.name]: String(2010100 + index) },
    }));
    await show(income, { entries: { fields: {}, lists: { [list!.key]: rows } } });
    expect(await page.locator("tbody tr").count()).toBeLessThan(120);
    expect(Number(await page.locator("table.entry-table").getAttribute("aria-rowcount"))).toBeGreaterThan(
      450,
    );
    await press("Control+End", "ArrowUp", "Home");
    await page.waitForFunction(() => document.querySelector("td.active")?.textContent === "2010549");
  });
});
