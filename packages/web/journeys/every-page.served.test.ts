// Every page of the workbench, as the list of pages has it, and the first view of every role: nothing that axe objects
// to, and nothing wider than a window of 360 pixels. On the sample, so that the pages have something to show.

import { mayDo } from "@jueming/server/contract/actions.ts";
import type { Role } from "@jueming/server/contract/roles.ts";
import { ROLES } from "@jueming/server/contract/roles.ts";
import { loadSampleFor } from "@jueming/server/testing/sample-server.ts";
import type { SignedInPerson } from "@jueming/server/testing/test-server.ts";
import type { Browser } from "playwright-core";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { sampleReport } from "../../../scripts/shared-material.ts";
import { pages } from "../pages/index.ts";
import type { Page as WorkbenchPage } from "../pages/page.ts";
import { browserPath, openBrowser } from "../testing/browser.ts";
import type { RunningServer } from "../testing/running-server.ts";
import { runningServer } from "../testing/running-server.ts";
import type { Person } from "../testing/journeys/person.ts";
import { looks, newPerson, picture, settled } from "../testing/journeys/person.ts";
import { addBulkCheck, reportIn, signedInAs } from "../testing/journeys/prepared.ts";

const PATIENCE = 300_000;
const WIDTHS = [1280, 360] as const;
/** The page of all parts shows one that loads, for ever. */
const SHOWS_LOADING = "/_parts";
/** The desks at which most pages have most to show come first. */
const viewers: readonly Role[] = ["finance-reviewer", "filler", "administrator", ...ROLES];

const mayView = (role: Role, { needs }: WorkbenchPage): boolean =>
  needs === null || needs.some((act) => mayDo(role, act));

describe.runIf(browserPath !== undefined)("every page", { timeout: PATIENCE }, () => {
  let server: RunningServer;
  let browser: Browser;
  let people: ReadonlyMap<Role, SignedInPerson>;
  /** What stands in addresses in place of their parameters. */
  let parameters: Readonly<Record<string, string>>;

  beforeAll(async () => {
    [server, browser] = await Promise.all([runningServer(), openBrowser()]);
    people = await loadSampleFor(server);
    await server.services.jobs.work(server.services, 1);
    const text = readFileSync(sampleReport(), "utf8");
    const check = await addBulkCheck(server, personOf("finance-reviewer"), {
      "甲/决算.txt": text,
      "乙/空.txt": "",
    });
    parameters = { check, file: "1" };
  }, PATIENCE);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  function personOf(role: Role): SignedInPerson {
    const person = people.get(role);
    if (person === undefined) throw new Error(`nobody is ${role}`);
    return person;
  }

  /** Opens an address as somebody, at both widths; gives what is wrong with its look. */
  async function faultsAt(path: string, viewer: Role | null, name: string): Promise<readonly string[]> {
    const faults: string[] = [];
    const opened = await newPerson(browser, server.address, WIDTHS[0]);
    if (viewer !== null) await signedInAs(opened, server, personOf(viewer));
    for (const width of WIDTHS) {
      await opened.page.setViewportSize({ width, height: 900 });
      await opened.page.goto(`/app${path}`);
      await settled(opened, () => (path === SHOWS_LOADING ? Promise.resolve(false) : isLoading(opened)));
      await picture(opened, `page-${name}-${width}`);
      faults.push(...(await looks(opened)).map((fault) => `${width}: ${fault}`));
    }
    await opened.page.context().close();
    return faults;
  }

  async function addressOf({ path }: WorkbenchPage, viewer: Role): Promise<string> {
    const state = path.startsWith("/review") ? "finance-review" : "filling";
    const known = { ...parameters, report: await reportIn(server, personOf(viewer), state) };
    return Object.entries(known).reduce((filled, [key, value]) => filled.replace(`$${key}`, value), path);
  }

  test.each(pages.map((page) => [page.title, page] as const))("%s", async (title, page) => {
    const viewer = viewers.find((role) => mayView(role, page)) ?? "administrator";
    const address = page.path.includes("$") ? await addressOf(page, viewer) : page.path;
    expect(await faultsAt(address, page.isOutside === true ? null : viewer, title)).toEqual([]);
  });

  test.each(ROLES)("the first view of %s", async (role) => {
    expect(await faultsAt("/", role, role)).toEqual([]);
  });
});

/** Whether something says that it is still loading. */
const isLoading = ({ page }: Person): Promise<boolean> =>
  page.evaluate(() => document.querySelector(".ant-skeleton, .ant-spin-spinning") !== null);
