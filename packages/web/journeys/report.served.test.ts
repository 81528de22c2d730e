// The whole way of a report, through the pages alone, as the people of a county office go it: from the set-up link of an
// empty server to the public portal, and on to a problem that is put right.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { EntrySheet } from "@jueming/server/contract/entry.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { browserPath, openBrowser } from "../testing/browser.ts";
import {
  composeInto,
  fillSheet,
  goToFigure,
  openReport,
  openSheet,
  saved,
  submit,
  typeInto,
} from "../testing/journeys/filling.ts";
import { answerProblem, closeProblem, raiseProblem } from "../testing/journeys/ledger.ts";
import type { PlacedText } from "../testing/journeys/made-report.ts";
import { madeReport, textsOf } from "../testing/journeys/made-report.ts";
import { openOffice, UNIT } from "../testing/journeys/office.ts";
import type { Office } from "../testing/journeys/office.ts";
import type { OwnServer } from "../testing/journeys/own-server.ts";
import { startOwnServer } from "../testing/journeys/own-server.ts";
import { picture } from "../testing/journeys/person.ts";
import { checkFile, documentOf, findUnit } from "../testing/journeys/portal.ts";
import { commentOn, decide, openReview, pass, publish } from "../testing/journeys/reviewing.ts";

// A busy machine takes its time for a browser, a database and the files at once.
const PATIENCE = 300_000;

const made = madeReport(2);
const identity = sheetNamed("单位信息");
const accounts = sheetNamed("公开01表");
const spoken = sheetNamed("文字说明中的数字");
/** 社会保障和就业支出: typed with a digit too many. */
const planted = placeOf(accounts, "cell:income-expenditure-summary/line:39/amount");
const wrong = `1${planted.text}`;
/** 公务用车保有量: what the reviewer doubts. */
const doubted = placeOf(spoken, "fact:narrative/Fvehicles-kept~count");
const DOUBT = "公务用车保有量与资产台账不一致，请核对。";
const PROBLEM = "部分项目的绩效目标没有量化。";

function sheetNamed(name: string): EntrySheet {
  const sheet = made.sheets.find((one) => one.name.startsWith(name));
  if (sheet === undefined) throw new Error(`the edition has no sheet ${name}`);
  return sheet;
}

/** Where a field stands in its sheet, and what belongs there. */
function placeOf({ name, fields }: EntrySheet, key: string): PlacedText {
  const field = fields.find((one) => one.key === key);
  if (field === undefined) throw new Error(`${name} has no field ${key}`);
  return { ...field, text: made.entries.fields[key] ?? "" };
}

describe.runIf(browserPath !== undefined)(
  "the way of a report, through the pages",
  { timeout: PATIENCE },
  () => {
    let server: OwnServer;
    let browser: Browser;
    let office: Office;

    beforeAll(async () => {
      [server, browser] = await Promise.all([startOwnServer(), openBrowser()]);
    }, PATIENCE);
    afterAll(async () => {
      await browser.close();
      await server.stop();
    });

    test("an administrator is set up by the link, registers units, invites people and hands out a task", async () => {
      office = await openOffice(browser, server, made.year);
      const { administrator, filler } = office;
      await picture(administrator, "report-1-task");
      await picture(filler, "report-2-first-view");
      expect(await filler.page.getByText("等我填报、送审").count()).toBe(1);
    });

    test("the report is filled in by typing, with an input method, by pasting; a wrong figure is found and corrected", async () => {
      const { filler } = office;
      await openReport(filler, UNIT);
      await fillIn();
      await filler.page.getByRole("tab", { name: /^问题/u }).click();
      await filler.page.locator(".editor-side .severity-error", { hasText: /错误 [1-9]/u }).waitFor();
      await picture(filler, "report-3-found");
      await goToFigure(filler, wrong);
      await filler.page
        .locator(`td.active.marked-error[data-place="${planted.row} ${planted.column}"]`)
        .waitFor();
      await filler.page.keyboard.type(planted.text);
      await filler.page.keyboard.press("Enter");
      await filler.page.locator(".editor-side .severity-error", { hasText: "错误 0" }).waitFor();
      await saved(filler);
      await picture(filler, "report-4-corrected");
      await submit(filler);
      expect(filler.faults).toEqual([]);
    });

    /** Every sheet in its way, with a digit too many in one figure. */
    async function fillIn(): Promise<void> {
      const { filler } = office;
      for (const sheet of made.sheets) {
        if (sheet !== identity && sheet !== accounts) await fillSheet(filler, sheet, made);
      }
      await openSheet(filler, identity.name);
      for (const text of textsOf(identity, made.entries)) {
        // 拼音 for what is written in characters; digits and choices are typed.
        if (text.text.startsWith("示例县")) await composeInto(filler, text);
        else await typeInto(filler, text);
      }
      await openSheet(filler, accounts.name);
      for (const text of textsOf(accounts, made.entries)) {
        await typeInto(filler, text.row === planted.row ? { ...text, text: wrong } : text);
      }
      await saved(filler);
    }

    test("a reviewer doubts a figure and returns the report; it is corrected, answered and submitted again", async () => {
      const { filler, unitReviewer, departmentReviewer } = office;
      await pass(unitReviewer, UNIT);
      await openReview(departmentReviewer, UNIT);
      await commentOn(departmentReviewer, { sheet: spoken.name, at: doubted, text: DOUBT });
      await picture(departmentReviewer, "report-5-comment");
      await decide(departmentReviewer, "退回", "请核对公务用车保有量。");

      const { page } = filler;
      await openReport(filler, UNIT);
      await page.getByText("退回意见：请核对公务用车保有量。").waitFor();
      await page.getByRole("tab", { name: "批注 1" }).click();
      await page.getByRole("button", { name: /公务用车保有量$/u }).click();
      await page.locator(`td.active[data-place="${doubted.row} ${doubted.column}"]`).waitFor();
      await picture(filler, "report-6-returned");
      await page.keyboard.type("5");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "答复" }).click();
      await page.getByLabel("答复内容").fill("已按资产台账更正为5辆。");
      await page.getByRole("button", { name: "发送答复" }).click();
      await page.getByText("已按资产台账更正为5辆。").waitFor();
      await saved(filler);
      await submit(filler);
      expect(filler.faults).toEqual([]);
    });

    test("it passes every review and is published", async () => {
      const { unitReviewer, departmentReviewer, financeReviewer, publisher } = office;
      for (const reviewer of [unitReviewer, departmentReviewer, financeReviewer, publisher]) {
        await pass(reviewer, UNIT);
        expect(reviewer.faults).toEqual([]);
      }
      await publish(publisher, UNIT);
      await picture(publisher, "report-7-published");
      expect(publisher.faults).toEqual([]);
    });

    test("the public sees it with the corrected figure, and its documents read again without an error", async () => {
      const visitor = await findUnit(browser, server, UNIT);
      await picture(visitor, "report-8-portal");
      const row = visitor.page.getByRole("row", { name: "社会保障和就业支出" }).first();
      expect(await row.textContent()).toContain(planted.text);
      const folder = await mkdtemp(join(tmpdir(), "jueming-documents-"));
      try {
        for (const format of ["docx", "pdf"] as const) {
          const path = join(folder, `决算.${format}`);
          await writeFile(path, await documentOf(visitor, format));
          const { status, said } = await checkFile(path);
          expect([status, said]).toEqual([0, expect.stringContaining(`${UNIT}  ${made.year} 年度`)]);
        }
      } finally {
        await rm(folder, { recursive: true });
      }
      expect(visitor.faults).toEqual([]);
    });

    test("a problem is raised, answered, verified and closed", async () => {
      const { filler, financeReviewer } = office;
      await raiseProblem(financeReviewer, { unit: UNIT, year: made.year, problem: PROBLEM });
      await answerProblem(filler, PROBLEM, "已为各项目补充可衡量的指标。");
      await closeProblem(financeReviewer, PROBLEM);
      await picture(financeReviewer, "report-9-closed");
      expect([...filler.faults, ...financeReviewer.faults]).toEqual([]);
    });
  },
);
