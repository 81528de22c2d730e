// A published document brought into a report, through the pages: a PDF as our own writer sets it, with an error printed
// in it; read, confirmed beside the document, in the editor, and what is wrong with it found.

import { findEdition, nationalEdition } from "@jueming/core/regions/index.ts";
import { disclosureOfEntries } from "@jueming/pipeline/report-entries/disclosure-of-entries.ts";
import { entryForm } from "@jueming/pipeline/report-entries/entry-form.ts";
import { writeDisclosure } from "@jueming/pipeline/write.ts";
import { madeEntries } from "@jueming/server/testing/made-entries.ts";
import { addPerson, addTree } from "@jueming/server/testing/test-server.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { browserPath, openBrowser } from "../testing/browser.ts";
import type { OpenedPage, RunningServer } from "../testing/running-server.ts";
import { faultsOfLook, openAs, runningServer } from "../testing/running-server.ts";
import { openSheet, saved } from "./steps/filling.ts";
import { addReports } from "./steps/prepared.ts";
import { picture } from "./steps/person.ts";

const PATIENCE = 300_000;
const made = madeEntries(2);
const KEY = "cell:income-expenditure-summary/line:39/amount";
const printed = `1${made.entries.fields[KEY] ?? ""}`;

/** The document as a unit has published it, with a digit too many in one figure. */
async function publishedDocument(): Promise<Buffer> {
  const edition = findEdition(made.edition) ?? nationalEdition;
  const fields = { ...made.entries.fields, [KEY]: printed };
  const form = entryForm(edition, "final-accounts");
  const { disclosure } = disclosureOfEntries(form, { ...made.entries, fields }, "甲");
  return Buffer.from((await writeDisclosure({ disclosure, edition, format: "pdf", draft: false })).bytes);
}

describe.runIf(browserPath !== undefined)("a published document in the editor", { timeout: PATIENCE }, () => {
  let server: RunningServer;
  let browser: Browser;
  let filler: OpenedPage;
  let document: Buffer;

  beforeAll(async () => {
    [server, browser, document] = await Promise.all([runningServer(), openBrowser(), publishedDocument()]);
    const { shardRegion, unit: unitId } = await addTree(server.database, "640499", made.year);
    const [report = ""] = await addReports(server, { shardRegion, year: made.year, edition: made.edition });
    const person = await addPerson(server, { shardRegion, role: "filler", scope: "unit", unitId });
    filler = await openAs(browser, server, person, { path: `/reports/${report}` });
  }, PATIENCE);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  test("a PDF is read, confirmed beside its page, and stands in the report with its finding", async () => {
    const { page, faults } = filler;
    await page.getByRole("button", { name: "导入文件" }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "选择文件" }).click(),
    ]);
    await chooser.setFiles({ name: "决算公开.pdf", mimeType: "application/pdf", buffer: document });
    await page.locator(".import-values").waitFor({ timeout: PATIENCE });
    await page.locator('iframe[title^="原件第"]').waitFor();
    await picture(filler, "import-1-confirmation");
    expect(await faultsOfLook(page)).toEqual([]);
    await page.getByRole("button", { name: "全部选中" }).click();
    await page.getByRole("button", { name: /填入所选/u }).click();
    await saved(filler);
    await page.locator(".editor-side .severity-error", { hasText: /错误 [1-9]/u }).waitFor();
    await openSheet(filler, "公开01表 收入支出决算总表");
    await page.locator("td.marked-error", { hasText: printed }).waitFor();
    await picture(filler, "import-2-found");
    expect(faults).toEqual([]);
  });
});
