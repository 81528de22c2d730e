// Everything that the public can come to: from the front page by all links, and by the lists of search engines, open
// data and the public interface; what was written into documents and archives is unpacked. For tests of what must not
// be seen.

import { strFromU8, unzipSync } from "fflate";

import { toDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import { disclosureOf } from "@jueming/pipeline/recognition.ts";

import type { App } from "../routes/routes.ts";

const ENTRANCES = [
  "/",
  "/robots.txt",
  "/sitemap.xml",
  "/api/docs",
  "/api/v1/openapi.json",
  "/api/v1/public/regions",
  "/api/v1/public/dictionary",
  ...["units", "publications", "figures", "evaluations"].map((list) => `/api/v1/public/${list}?limit=200`),
];
/** Pages are endless where a form leads to them; by links alone they are few. */
const MOST_PAGES = 2_000;

/** CrawledPortal: the text of every address that answers. */
export type CrawledPortal = ReadonlyMap<string, string>;

/** Follows all that is linked, beginning with the entrances and more that a test names. */
export async function crawlPortal(app: App, more: readonly string[] = []): Promise<CrawledPortal> {
  const seen = new Set<string>();
  const waiting = [...ENTRANCES, ...more];
  const texts = new Map<string, string>();
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (url === "" || seen.has(url) || seen.size > MOST_PAGES) continue;
    seen.add(url);
    const answer = await app.inject({ url, remoteAddress: `10.1.${seen.size >> 8}.${seen.size & 255}` });
    if (answer.statusCode !== 200) continue;
    const type = String(answer.headers["content-type"]);
    const text = await textOf(url, type, answer.rawPayload);
    texts.set(url, `${JSON.stringify(answer.headers)}\n${text}`);
    waiting.push(...linksIn(url, type, text));
  }
  return texts;
}

/** The addresses whose text holds one of these words. */
export const addressesWith = (portal: CrawledPortal, words: readonly string[]): readonly string[] =>
  [...portal].flatMap(([url, text]) =>
    words.filter((word) => text.includes(word)).map((word) => `${url} ${word}`),
  );

async function textOf(url: string, type: string, bytes: Uint8Array): Promise<string> {
  if (/text\/|json|xml;|svg/u.test(type)) return strFromU8(bytes);
  if (type === "application/pdf") return JSON.stringify(toDisclosureJson(await disclosureOf(bytes, url, {})));
  const files = unzipSync(bytes);
  return Object.entries(files)
    .map(([name, content]) => `${name}\n${strFromU8(content)}`)
    .join("\n");
}

function linksIn(url: string, type: string, text: string): readonly string[] {
  if (type.includes("json")) return linksOfAnswer(url, text);
  const pattern = type.includes("xml")
    ? /<loc>https?:\/\/[^/]+([^<]+)<\/loc>/gu
    : /\s(?:href|src|action)="(\/[^"]*)"/gu;
  if (!/html|xml/u.test(type)) return [];
  return [...text.matchAll(pattern)]
    .map(([, link = ""]) => link.replaceAll("&amp;", "&").replace(/#.*$/u, ""))
    .filter((link) => !link.startsWith("/app"));
}

/** The next page, and the addresses that an answer names. */
function linksOfAnswer(url: string, text: string): readonly string[] {
  const [, next] = /"next":"([^"]+)"/u.exec(text) ?? [];
  const named = [...text.matchAll(/"(?:page|address)":"([^"]+)"/gu)].map(([, link = ""]) => link);
  const reports = [...text.matchAll(/"report":"([^"]+)"/gu)].map(
    ([, ref]) => `/api/v1/public/publications/${ref}`,
  );
  const [path = "", query = ""] = url.split("?");
  const rest = query.replace(/&?cursor=.*$/u, "");
  return [
    ...named,
    ...reports,
    ...(next === undefined ? [] : [`${path}?${rest}&cursor=${encodeURIComponent(next)}`]),
  ];
}
