// How long a keystroke takes in the editor of a report with 400 rows in one table, from the key to the picture, in a real
// browser; and how long a change takes to be saved with all that follows from it (PATCH of the entries).
//   node scripts/measure/application/keystrokes.ts [--rows 400] [--times 60]

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { functionCodes } from "@jueming/core/accounts/classification/function-classification.ts";
import { openBrowser } from "@jueming/web/testing/browser.ts";
import type { Page } from "playwright-core";

import { at, Client, startServed, stopServed } from "./served.ts";

const { values } = parseArgs({
  options: { rows: { type: "string", default: "400" }, times: { type: "string", default: "60" } },
});
const ROWS = Number(values.rows);
const TIMES = Number(values.times);
const REGION = "431299";
const PASSWORD = "keystroke-2024-measure";
/** Cells of the list: those that take a code offer the classification as one types. */
const CODE = ".entry-table tbody td.open.text, .entry-table tbody td.open:not(.figure)";
const FIGURE = ".entry-table tbody td.open.figure";
/** Runs in the page: each key is timed from when the browser got it until the frame after it has been drawn. */
const LISTENING = `
  globalThis.keyTimes = [];
  addEventListener("keydown", ({ key, timeStamp }) => {
    const kind = /^[0-9]$/u.test(key) ? "digit" : key;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => globalThis.keyTimes.push([kind, performance.now() - timeStamp]);
      port2.postMessage(null);
    });
  }, { capture: true });
`;

const data = mkdtempSync(join(tmpdir(), "jueming-keystrokes-"));
const served = await startServed(8159, ["--data", data, "--no-sample"]);
const client = new Client(() => served.origin);
try {
  const ref = await prepareReport();
  const list = await fillRows(ref);
  report("PATCH of one cell, answered with findings", await patchTimes(ref, list));
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    page.setDefaultTimeout(120_000);
    await openGrid(page, ref);
    await page.evaluate(LISTENING);
    for (const what of ["code", "figure"]) {
      await page
        .locator(what === "code" ? CODE : FIGURE)
        .first()
        .click();
      await page.evaluate(() => (globalThis as unknown as Keys).keyTimes.splice(0));
      await type(page);
      const kept = await page.evaluate(() => (globalThis as unknown as Keys).keyTimes);
      for (const kind of new Set(kept.map(([kind]) => kind))) {
        report(
          `key till painted, in a ${what}: ${kind}`,
          kept.filter(([own]) => own === kind).map(([, time]) => time),
        );
      }
    }
  } finally {
    await browser.close();
  }
} finally {
  await stopServed(served);
  rmSync(data, { recursive: true, force: true });
}

/** What the page notes of its keys. */
interface Keys {
  keyTimes: [kind: string, time: number][];
}

/** A region with one unit, its task and its filler, who is the administrator too. */
async function prepareReport(): Promise<string> {
  await client.must("POST", "/set-up", {
    token: served.setUpToken ?? "",
    regionCode: REGION,
    regionName: "示例县",
    login: "admin",
    name: "管理员",
    password: PASSWORD,
  });
  const units = [{ name: "示例县教育局", code: null, type: "administrative", departmentName: null }];
  await client.must("POST", "/administration/units/list", { region: REGION, year: 2024, units });
  const unit = at(await client.must("GET", "/administration/units?year=2024"), "items", 0, "ref");
  await client.must("POST", "/administration/tasks", {
    region: REGION,
    year: 2024,
    kind: "final-accounts",
    title: "部门决算公开",
    edition: "national/2024",
    dueFilling: "2035-08-01",
    dueDepartment: "2035-08-10",
    dueFinance: "2035-08-20",
    duePublication: "2035-09-10",
  });
  const invited = await client.must("POST", "/administration/accounts", {
    region: REGION,
    login: "filler",
    name: "填报员",
    grants: [{ role: "filler", scope: "unit", unit }],
  });
  const token = String(at(invited, "path")).split("#")[1];
  await client.must("POST", "/password/by-link", { token, password: PASSWORD });
  return String(at(await client.must("GET", "/reports"), "items", 0, "ref"));
}

/** A row for each of so many codes in 公开02表; gives the key of its list. */
async function fillRows(ref: string): Promise<string> {
  const editor = await client.must("GET", `/reports/${ref}/entries`);
  const sheets = at(editor, "plan", "sheets");
  const sheet = (Array.isArray(sheets) ? sheets : []).find((one) =>
    String(at(one, "name")).startsWith("公开02"),
  );
  const list = String(at(sheet, "lists", 0, "key"));
  const codes = functionCodes.filter(({ code }) => code.length === 7).slice(0, ROWS);
  const changes = codes.map(({ code, name }, index) => ({
    kind: "insert-row",
    list,
    row: { id: `r${index}`, cells: { code, name, appropriation: `${index + 1}.25`, other: "0.50" } },
    after: index === 0 ? null : `r${index - 1}`,
  }));
  await client.must("PATCH", `/reports/${ref}/entries`, { changes }, { "if-match": '"0"' });
  return list;
}

async function patchTimes(ref: string, list: string): Promise<readonly number[]> {
  const times: number[] = [];
  let [revision, from] = [1, "1.25"];
  for (let n = 0; n < 20; n += 1) {
    const to = `${n + 2}.25`;
    const change = { kind: "cell", list, row: "r0", column: "appropriation", from, to };
    const begin = performance.now();
    const headers = { "if-match": `"${revision}"` };
    const answer = await client.must("PATCH", `/reports/${ref}/entries`, { changes: [change] }, headers);
    times.push(performance.now() - begin);
    revision = Number(at(answer, "live", "revision"));
    from = to;
  }
  return times;
}

async function openGrid(page: Page, ref: string): Promise<void> {
  const cookies = client.cookies().map(([name, value]) => ({ name, value, url: served.origin }));
  await page.context().addCookies(cookies);
  await page.goto(`${served.origin}/app/reports/${ref}`);
  await page.locator(".parts button", { hasText: "公开02表" }).click();
  await page.locator(CODE).first().click();
  await page.waitForTimeout(2_000);
}

/** Types as a clerk does: a figure, Enter, and on; findings come back while the next figure is typed. */
async function type(page: Page): Promise<void> {
  for (let n = 0; n < TIMES; n += 1) {
    for (const key of [...String(100 + n), "Enter", "ArrowRight", "ArrowLeft"]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(90);
    }
  }
}

function report(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const share = (part: number): string =>
    `${(sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(0)} ms`;
  process.stdout.write(
    `${what}: median ${share(0.5)}, p95 ${share(0.95)}, longest ${share(1)} (${sorted.length})\n`,
  );
}
