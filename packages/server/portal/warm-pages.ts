// The first pages that a program makes take far longer than the later ones (docs/benchmarks.md): its code is not yet compiled, and
// the connections to the database are not there. So the server asks itself for some before readers come, while it
// already serves.

import { setImmediate as turn } from "node:timers/promises";

import type { App } from "../routes/routes.ts";

const PAGES = 400;
/** As many connections are warm afterwards. */
const AT_ONCE = 6;
const LINK = /href="(\/(?:units|regions|compare|search|glossary)[^"#]*)"/gu;

/** Makes the front page and pages that it leads to; gives their number. */
export async function warmPages(
  app: Pick<App, "inject">,
  signal: AbortSignal,
  most = PAGES,
): Promise<number> {
  const found = new Set(["/"]);
  let made = 0;
  while (made < Math.min(found.size, most) && !signal.aborted) {
    const next = [...found].slice(made, Math.min(made + AT_ONCE, most));
    made += next.length;
    const bodies = await Promise.all(next.map((url) => bodyOf(app, url)));
    for (const path of bodies.flatMap(linksIn)) found.add(path);
    // Requests of people come first.
    await turn();
  }
  return made;
}

async function bodyOf(app: Pick<App, "inject">, url: string): Promise<string> {
  const { statusCode, body } = await app.inject({ url });
  return statusCode === 200 ? body : "";
}

const linksIn = (body: string): readonly string[] =>
  [...body.matchAll(LINK)].map(([, path = ""]) => path.replaceAll("&amp;", "&"));
