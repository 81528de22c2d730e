// A document that was published, taken over into the editor: read, confirmed value by value beside the document with the
// place marked, filled in, undone. One file of every format: ours as they are downloaded, and a real one.

import { readFileSync } from "node:fs";
import { basename } from "node:path";

import { addPerson, addTree } from "@jueming/server/testing/test-server.ts";
import type { SignedInPerson } from "@jueming/server/testing/test-server.ts";
import { madeEntries } from "@jueming/server/testing/made-entries.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { publishedPdf, sampleReport } from "../../../scripts/shared-material.ts";
import { browserPath, openBrowser } from "../testing/browser.ts";
import type { RunningServer } from "../testing/running-server.ts";
import { runningServer } from "../testing/running-server.ts";
import { inGb18030 } from "../testing/journeys/gb18030.ts";
import { openSheet, saved } from "../testing/journeys/filling.ts";
import {
  accountsSheet,
  countOf,
  drawn,
  goToValue,
  isInView,
  list,
  readFile,
  row,
  take,
  text,
} from "../testing/journeys/importing.ts";
import type { Person } from "../testing/journeys/person.ts";
import { looks, newPerson, picture } from "../testing/journeys/person.ts";
import { addReports, fillReport, signedInAs } from "../testing/journeys/prepared.ts";

const PATIENCE = 300_000;
const UNIT = "示例县第一中学";

describe.runIf(browserPath !== undefined)("a published document is imported", { timeout: PATIENCE }, () => {
  const made = madeEntries(2);
  let server: RunningServer;
  let browser: Browser;
  let filler: SignedInPerson;
  let shanghaiFiller: SignedInPerson;
  let projectsFiller: SignedInPerson;
  /** Blank, of the edition of the made report, and of 上海市. */
  let blank: string;
  let shanghai: string;
  let projects: string;
  let written: Readonly<Record<"docx" | "xlsx" | "pdf", Buffer>>;

  beforeAll(async () => {
    [server, browser] = await Promise.all([runningServer(), openBrowser()]);
    const own = await reportsIn("431299", made);
    blank = own.reports.get(UNIT) ?? "";
    filler = own.filler;
    const filled = own.reports.get("示例县档案馆") ?? "";
    await fillReport(server, { shardRegion: "431299", report: filled, made });
    const other = await reportsIn("431298", { year: 2024, edition: "shanghai/2024" });
    [shanghai, shanghaiFiller] = [other.reports.get(UNIT) ?? "", other.filler];
    const third = await reportsIn("431297", { ...made, kind: "project-evaluations" });
    [projects, projectsFiller] = [third.reports.get(UNIT) ?? "", third.filler];
    written = {
      docx: await file(filled, "docx"),
      xlsx: await file(filled, "xlsx"),
      pdf: await file(filled, "pdf"),
    };
  }, PATIENCE);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** A district with a task, and someone who fills its reports in. */
  async function reportsIn(
    shardRegion: string,
    task: { readonly year: number; readonly edition: string; readonly kind?: "project-evaluations" },
  ): Promise<{ readonly reports: ReadonlyMap<string, string>; readonly filler: SignedInPerson }> {
    await addTree(server.database, shardRegion, task.year);
    const reports = await addReports(server, { shardRegion, ...task });
    const whole = { shardRegion, role: "filler", scope: "region", unitId: null } as const;
    return { reports, filler: await addPerson(server, whole) };
  }

  async function file(report: string, format: string): Promise<Buffer> {
    const { rawPayload } = await server.app.inject({
      url: `/api/v1/reports/${report}/files/${format}`,
      headers: filler.headers,
    });
    return rawPayload;
  }

  async function openEditor(report: string, person: SignedInPerson, width = 1280): Promise<Person> {
    const opened = await newPerson(browser, server.address, width);
    await signedInAs(opened, server, person);
    await opened.page.goto(`/app/reports/${report}`);
    await opened.page.locator(".editor").waitFor();
    return opened;
  }

  test.each(["docx", "xlsx", "txt", "pdf", "published"] as const)(
    "%s: the place of a value is marked beside it, at a desk and on a phone",
    async (format) => {
      const published = publishedPdf();
      if (format === "published" && published === undefined) return;
      const path = format === "published" ? (published ?? "") : sampleReport();
      const imported =
        format === "txt" || format === "published"
          ? { name: basename(path), buffer: readFileSync(path) }
          : { name: `决算.${format}`, buffer: written[format] };
      const [report, person] = format === "published" ? [shanghai, shanghaiFiller] : [blank, filler];
      const opened = await openEditor(report, person);
      const { page } = opened;
      await readFile(opened, imported);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 900 });
        await goToValue(page, await accountsSheet(page), "支出社会保障和就业支出");
        const raw = await row(page, "支出社会保障和就业支出").first().locator(".import-raw").innerText();
        const mark = page.locator(".document-pane mark, .import-line mark, .import-mark");
        await mark.waitFor();
        const isPicture = imported.name.endsWith(".pdf");
        if (isPicture) await drawn(page);
        expect(isPicture ? raw : await mark.innerText()).toBe(raw);
        expect(await isInView(page)).toEqual({ mark: true, field: true });
        await picture(opened, `import-${format}-${width}`);
        expect(await looks(opened)).toEqual([]);
      }
      await page.context().close();
    },
  );

  test("gone through, filtered, one refused, one corrected, one replaced; filled in, checked, and undone as one step", async () => {
    const opened = await openEditor(blank, filler);
    const { page } = opened;
    const names = await page.locator(".parts button").allInnerTexts();
    const sheet =
      names.map((name) => name.split("\n")[0] ?? "").find((name) => name.includes("收入支出决算总表")) ?? "";
    await openSheet(opened, sheet);
    const cell = (line: string) =>
      page.locator(".entry-table tr", { hasText: line }).locator("td.open").last();
    await cell("八、社会保障和就业支出").click();
    await page.keyboard.type("77.70");
    await page.keyboard.press("Enter");
    await saved(opened);
    await readFile(opened, { name: "决算.pdf", buffer: written.pdf });

    // What would replace something is not chosen unasked, and is told before it does.
    await list(page).selectOption("conflicting");
    const replaced = row(page, "支出社会保障和就业支出");
    expect(await replaced.getByRole("checkbox").isChecked()).toBe(false);
    expect(await replaced.innerText()).toContain("现为 77.70");
    const before = await countOf(page);
    await replaced.getByRole("checkbox").check();
    expect(await countOf(page)).toBe(before + 1);
    await page.getByText("其中 1 处会替换已填的内容").waitFor();
    const right = await text(page, "支出社会保障和就业支出").inputValue();

    await goToValue(page, sheet, "支出卫生健康支出");
    await text(page, "支出卫生健康支出").fill("1.23");
    await row(page, "支出住房保障支出").getByRole("checkbox").uncheck();
    expect(await countOf(page)).toBe(before);
    await picture(opened, "import-chosen");
    await take(page).click();
    await page.locator(".import").waitFor({ state: "hidden" });
    await saved(opened);
    expect(await cell("八、社会保障和就业支出").innerText()).toContain(right);
    expect(await cell("九、卫生健康支出").innerText()).toContain("1.23");
    expect(await cell("十九、住房保障支出").innerText()).not.toMatch(/\d/u);
    // The figure that was corrected wrongly, and the one that was refused, are missed in the sums.
    await page.locator(".editor-side .severity-error", { hasText: /错误 [1-9]/u }).waitFor();
    await picture(opened, "import-taken");

    await page.getByRole("button", { name: "撤销" }).click();
    await saved(opened);
    expect(await cell("八、社会保障和就业支出").innerText()).toContain("77.70");
    expect(await cell("九、卫生健康支出").innerText()).not.toMatch(/\d/u);
    expect(opened.faults).toEqual([]);
    await page.context().close();
  });

  test("a file of another kind and unit, in the charset of old systems, is shown as it is and told for what it is", async () => {
    const opened = await openEditor(projects, projectsFiller);
    const { page } = opened;
    await readFile(opened, { name: "决算.txt", buffer: inGb18030(readFileSync(sampleReport(), "utf8")) });
    await page.getByText("文件里没有“项目支出绩效自评”要填的内容").waitFor();
    await page.getByText("它是一份“部门决算公开”，要导入到那一种报告里。").waitFor();
    await page.getByText("文件是“示例县人民政府办公室”的，本报告是“示例县第一中学”的").waitFor();
    await page.locator(".import-lines", { hasText: "示例县人民政府办公室" }).waitFor();
    await picture(opened, "import-another-kind");
    expect(await looks(opened)).toEqual([]);
    await page.context().close();
  });
});
