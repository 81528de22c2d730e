// The frame of a page without a script: its own style, allowed by its hash, and nothing from elsewhere.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import { escaped } from "./markup.ts";

const STYLE = readFileSync(new URL("styled-page.css", import.meta.url), "utf8");
const HASH = createHash("sha256").update(STYLE).digest("base64");

/** A whole page; the body is markup, the title is text. */
export function styledPage(title: string, body: string): string {
  return [
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${HASH}'; base-uri 'none'; form-action 'none'">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="referrer" content="no-referrer"><title>${escaped(title)}</title>`,
    `<style>${STYLE}</style></head><body>${body}</body></html>\n`,
  ].join("");
}
