// The real server with a database of its own, and pages of the browser that are signed in to it. For tests called
// *.served.test.ts, which run beside one PostgreSQL and on the built workbench (vitest.config.ts).

import { AxeBuilder } from "@axe-core/playwright";
// It says of what type the address of that PostgreSQL is.
import "@jueming/server/testing/start-postgres.ts";
import type { SignedInPerson, TestServer } from "@jueming/server/testing/test-server.ts";
import { testServer } from "@jueming/server/testing/test-server.ts";
import type { Browser, Page } from "playwright-core";

/** RunningServer: a server that listens, at its address. */
export interface RunningServer extends TestServer {
  readonly address: string;
}

/** Starts it on a port that is free; it does the long work that is asked of it, too. */
export async function runningServer(): Promise<RunningServer> {
  const server = await testServer();
  await server.services.jobs.work(server.services, 1);
  const address = await server.app.listen({ host: "127.0.0.1", port: 0 });
  return { ...server, address };
}

/** OpenedPage: a page, and what went wrong in it: errors of script, and what the policy refused. */
export interface OpenedPage {
  readonly page: Page;
  readonly faults: string[];
}

/** A busy machine may take this long for a page. */
const patienceMs = 120_000;

/** Opens a page of the workbench as somebody. */
export async function openAs(
  browser: Browser,
  { address }: RunningServer,
  { headers }: SignedInPerson,
  { path, width = 1280 }: { readonly path: string; readonly width?: number },
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const session = headers["cookie"]?.split("=")[1] ?? "";
  await context.addCookies([
    { name: "jueming_session", value: session, url: address },
    { name: "jueming_csrf", value: headers["x-csrf-token"] ?? "", url: address },
  ]);
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  // Dialogs of antd try to lock scrolling by a style that carries no nonce; the policy refuses that, and nothing is lost.
  page.on("console", (message) => {
    const text = message.text();
    if (text.includes("Content Security Policy") && !text.includes("inline style")) faults.push(text);
  });
  await page.goto(`${address}/app${path}`);
  await page.waitForSelector("h1");
  return { page, faults };
}

/** What axe finds wrong with a page, and whether it is wider than its window. */
export async function faultsOfLook(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
    ...(isWide ? ["wider than the window"] : []),
  ];
}
