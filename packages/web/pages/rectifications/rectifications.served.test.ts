import { addPublished } from "@jueming/server/testing/published-report.ts";
import type { SignedInPerson } from "@jueming/server/testing/test-server.ts";
import { addPerson, addTree } from "@jueming/server/testing/test-server.ts";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { browserPath, openBrowser } from "../../testing/browser.ts";
import type { RunningServer } from "../../testing/running-server.ts";
import { faultsOfLook, openAs, runningServer } from "../../testing/running-server.ts";

/** Walking through a page takes a while on a machine that does other things too. */
const PATIENCE = 180_000;
/** A figure typed with one digit too many. */
const SPOILT = "cell:income-expenditure-summary/line:1/amount";

const openEntry = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "2024-0001" }).click();
  await page.getByRole("dialog").getByText("办理记录").waitFor();
};

describe.runIf(browserPath !== undefined)("the page 整改台账, on a real server", () => {
  let server: RunningServer;
  let browser: Browser;
  let reviewer: SignedInPerson;
  let filler: SignedInPerson;

  beforeAll(async () => {
    [server, browser] = await Promise.all([runningServer(), openBrowser()]);
    const { shardRegion, unit } = await addTree(server.database);
    await addPublished(server.database, {
      shardRegion,
      unitId: unit,
      seed: 4,
      year: 2024,
      publishedAt: server.clock.now,
      change: ({ fields, lists }) => ({
        fields: { ...fields, [SPOILT]: `1${fields[SPOILT] ?? ""}` },
        lists,
      }),
    });
    const scope = { shardRegion, scope: "region", unitId: null } as const;
    reviewer = await addPerson(server, { ...scope, role: "finance-reviewer" });
    filler = await addPerson(server, { shardRegion, scope: "unit", unitId: unit, role: "filler" });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  test("what is empty says where entries come from", async () => {
    const { page, faults } = await openAs(browser, server, filler, { path: "/rectifications" });
    await page.getByText("台账是空的").waitFor();
    expect(await page.getByRole("button", { name: "从报告列入" }).count()).toBe(0);
    expect([...(await faultsOfLook(page)), ...faults]).toEqual([]);
    await page.context().close();
  });

  test(
    "the findings of a report are shown, and entered by keyboard",
    async () => {
      const { page, faults } = await openAs(browser, server, reviewer, { path: "/rectifications" });
      await page.getByRole("button", { name: "从报告列入" }).focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("已公开的报告").fill("第一中学");
      await page.getByText("示例县第一中学 2024年度部门决算公开").click();
      await dialog.getByRole("status").filter({ hasText: "新列入" }).waitFor();
      expect(await faultsOfLook(page)).toEqual([]);
      await dialog.getByLabel("整改期限").fill("2025-08-01");
      await dialog.getByRole("button", { name: /^列入 \d+ 项$/u }).click();
      await page
        .getByText(/逾期 \d+ 天/u)
        .first()
        .waitFor();
      expect(faults).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  /** Opens the first entry as somebody, does something in it, and waits for the words that follow. */
  async function inEntry(
    person: SignedInPerson,
    act: (entry: Locator) => Promise<void>,
  ): Promise<readonly string[]> {
    const { page, faults } = await openAs(browser, server, person, { path: "/rectifications" });
    await openEntry(page);
    await act(page.getByRole("dialog"));
    await page.context().close();
    return faults;
  }

  test(
    "the unit answers with measure and evidence; the reviewer sends it back, with a reason",
    async () => {
      const asked = await inEntry(filler, async (entry) => {
        await entry.getByLabel("整改措施").fill("更正公开表并重新公开。");
        await entry.getByLabel(/^佐证材料/u).fill("更正说明（示例财〔2025〕1号）");
        await entry
          .getByLabel("选择附件")
          .setInputFiles([
            { name: "更正后的表.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%made\n") },
          ]);
        await entry.getByRole("link", { name: "更正后的表.pdf" }).waitFor();
        // What was typed before the file was sent still stands.
        expect(await entry.getByLabel("整改措施").inputValue()).toBe("更正公开表并重新公开。");
        expect(await faultsOfLook(entry.page())).toEqual([]);
        await entry.getByRole("button", { name: "报告已整改" }).click();
        await entry.getByText("已整改待核实").first().waitFor();
      });
      const answered = await inEntry(reviewer, async (entry) => {
        const [file] = await Promise.all([
          entry.page().waitForEvent("download"),
          entry.getByRole("link", { name: "更正后的表.pdf" }).click(),
        ]);
        expect(file.suggestedFilename()).toBe("更正后的表.pdf");
        expect(await entry.getByRole("button", { name: "上传文件" }).count()).toBe(0);
        await entry.getByRole("button", { name: "退回" }).click();
        await entry.getByRole("alert").getByText("写明原因").waitFor();
        await entry.getByLabel(/^说明/u).fill("请附更正后的表。");
        await entry.getByRole("button", { name: "退回" }).click();
        await entry.getByText("↩").waitFor();
      });
      expect([...asked, ...answered]).toEqual([]);
    },
    PATIENCE,
  );

  test(
    "the unit answers again, and the reviewer closes it",
    async () => {
      const asked = await inEntry(filler, async (entry) => {
        await entry.getByRole("button", { name: "报告已整改" }).click();
        await entry.getByText("已整改待核实").first().waitFor();
      });
      const answered = await inEntry(reviewer, async (entry) => {
        await entry.getByRole("button", { name: "核实销号" }).click();
        await entry.getByText("已核实销号").first().waitFor();
      });
      expect([...asked, ...answered]).toEqual([]);
    },
    PATIENCE,
  );

  test(
    "axe finds nothing, also 360 pixels wide; the ledger is downloaded",
    async () => {
      for (const width of [1280, 360]) {
        const { page, faults } = await openAs(browser, server, reviewer, { path: "/rectifications", width });
        await page.getByText("2024-0001").waitFor();
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("link", { name: "下载 XLSX" }).click(),
        ]);
        expect(download.suggestedFilename()).toBe("整改台账.xlsx");
        expect([...(await faultsOfLook(page)), ...faults]).toEqual([]);
        await page.context().close();
      }
    },
    PATIENCE,
  );
});
