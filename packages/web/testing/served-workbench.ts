// The built workbench in a page of the browser, under the content security policy of the server, with answers of the
// server given by the test.

import { readFileSync } from "node:fs";
import { extname, join } from "node:path";

import type { Page, Route } from "playwright-core";
import type { Rolldown } from "vite";
import { build } from "vite";

const web = join(import.meta.dirname, "..");
export const origin = "http://workbench.test";
const nonce = "a-nonce";
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'nonce-${nonce}'`,
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "font-src 'self'",
].join("; ");

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** The files of a build that stays in memory, by their names below /app/. */
export async function builtWorkbench(
  mode: "production" | "development",
): Promise<ReadonlyMap<string, string>> {
  const isDeveloped = mode === "development";
  const before = process.env["NODE_ENV"];
  // vitest says "test", for which React and the pages have no build of their own.
  process.env["NODE_ENV"] = mode;
  const output = await build({
    configFile: join(web, "vite.config.ts"),
    mode,
    logLevel: "error",
    build: { write: false, minify: !isDeveloped },
  }).finally(() => {
    process.env["NODE_ENV"] = before;
  });
  // Of one build, not watched, there is one output or a list of them.
  const outputs = (Array.isArray(output) ? output : [output]) as Rolldown.RolldownOutput[];
  return new Map(
    outputs
      .flatMap((each) => each.output)
      .map((file) => [
        file.fileName,
        file.type === "chunk" ? file.code : new TextDecoder().decode(Buffer.from(file.source)),
      ]),
  );
}

/** What the server answers to a request of the interface. */
export type Answers = (path: string, method: string) => { readonly status: number; readonly body: unknown };

/** Lets a page find the workbench and the answers; gives back what the policy refused. */
export async function serve(
  page: Page,
  files: ReadonlyMap<string, string>,
  answers: Answers,
): Promise<string[]> {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/u.test(message.text())) refused.push(message.text());
  });
  await page.route(`${origin}/**`, (route) => answer(route, files, answers));
  return refused;
}

async function answer(route: Route, files: ReadonlyMap<string, string>, answers: Answers): Promise<void> {
  const path = new URL(route.request().url()).pathname;
  if (path.startsWith("/api/v1")) {
    const { status, body } = answers(path.slice("/api/v1".length), route.request().method());
    await route.fulfill({ status, contentType: "application/json", body: JSON.stringify(body) });
    return;
  }
  const name = path.replace(/^\/app\//u, "");
  const text =
    files.get(name) ?? (name === "mark.svg" ? readFileSync(join(web, "public/mark.svg"), "utf8") : null);
  const isPage = text === null;
  await route.fulfill({
    status: 200,
    contentType: types[isPage ? ".html" : extname(name)] ?? "application/octet-stream",
    headers: { "content-security-policy": policy },
    body: isPage ? (files.get("index.html") ?? "").replace("{{csp-nonce}}", nonce) : text,
  });
}
