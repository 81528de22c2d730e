// A page built from one file of ours, in memory, as one text to load into a browser.

import { join } from "node:path";

import type { Page } from "playwright-core";
import type { Rolldown } from "vite";
import { build } from "vite";
import react from "@vitejs/plugin-react";

/** PageCode: script and style of a page. */
export interface PageCode {
  readonly script: string;
  readonly style: string;
}

/** Builds a page as it is delivered. */
export async function buildPage(entry: string): Promise<PageCode> {
  const before = process.env["NODE_ENV"];
  // vitest says "test", for which React has no build of its own.
  process.env["NODE_ENV"] = "production";
  const output = await build({
    root: join(import.meta.dirname, ".."),
    configFile: false,
    mode: "production",
    logLevel: "error",
    plugins: [react()],
    build: {
      write: false,
      modulePreload: false,
      rollupOptions: { input: entry, output: { format: "iife", codeSplitting: false } },
    },
  }).finally(() => {
    process.env["NODE_ENV"] = before;
  });
  // Of one build, not watched, there is one output or a list of them.
  const files = (Array.isArray(output) ? output : [output]) as Rolldown.RolldownOutput[];
  const parts = files.flatMap((each) => each.output);
  return {
    script: parts.map((part) => (part.type === "chunk" ? part.code : "")).join("\n"),
    style: parts
      .map((part) => (part.type === "asset" && part.fileName.endsWith(".css") ? String(part.source) : ""))
      .join("\n"),
  };
}

/** Puts it into an empty page. */
export async function loadPage(page: Page, { script, style }: PageCode): Promise<void> {
  await page.route("http://grid.test/", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="zh-CN"><title>grid</title><style>${style}</style><div id="app"></div></html>`,
    }),
  );
  await page.goto("http://grid.test/");
  await page.addScriptTag({ content: script });
}
