// A real browser for tests of the workbench; where there is none the tests say what they did not run.

import { existsSync } from "node:fs";

import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where the browser of this machine is. */
export const browserPath: string | undefined = places.find((path) => existsSync(path));

/** Starts it; the caller closes it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(browserPath === undefined ? {} : { executablePath: browserPath }),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update"],
  });
}
