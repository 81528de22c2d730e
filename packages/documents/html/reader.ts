// Reads HTML: a web page as a browser saves it, or tables that an office program writes as HTML. Places are
// `{ line: n }`: n counts printed paragraphs and table rows in reading order.

import type { Document, Problem, Table } from "@jueming/core/document/document.ts";

import { DocumentError } from "../document-error.ts";
import { blocksOf } from "./blocks.ts";
import { decodeHtml } from "./charset.ts";
import type { HtmlElement, HtmlPage } from "./element.ts";
import { parseHtml } from "./element.ts";
import { flatten } from "./flatten.ts";
import { htmlOfArchive, isWebArchive } from "./web-archive.ts";
import type { NestedBlock } from "./nested-blocks.ts";
import { cellText } from "./nested-blocks.ts";
import { AID_MARK, DOCUMENT_MARK, OWN_MARK, attachmentsOf } from "./own-page.ts";
import { surroundingsOf } from "./surroundings.ts";

/** HtmlLimits: what a page may measure at most. */
export interface HtmlLimits {
  readonly bytes: number;
}

export const HTML_LIMITS: HtmlLimits = { bytes: 48 * 1024 * 1024 };

/** Reads a saved web page, or a web archive (MHTML). */
export function readHtml(bytes: Uint8Array, source: string, limits: HtmlLimits = HTML_LIMITS): Document {
  if (bytes.length === 0) throw new DocumentError("empty", "文件是空的（0 字节）。请重新保存网页。");
  if (bytes.length > limits.bytes) {
    throw new DocumentError(
      "too-large",
      `网页有 ${Math.ceil(bytes.length / 1024 / 1024)} MB，超过 ${Math.floor(limits.bytes / 1024 / 1024)} MB 的上限。请在浏览器里打开，把正文复制到 Word 保存后再读取。`,
    );
  }
  const html = isWebArchive(bytes) ? htmlOfArchive(bytes) : decodeHtml(bytes);
  const page = parseHtml(html);
  const blocks = flatten(contentOf(page));
  if (blocks.length === 0) {
    throw new DocumentError(
      "empty",
      "网页里没有文字。页面可能要运行脚本才显示，或正文是图片、附件：请下载附件原件，或在浏览器里显示完整后另存。",
    );
  }
  const attachments = attachmentsOf(page.carried);
  return {
    source,
    blocks,
    problems: isCutShort(html) ? [CUT_SHORT] : [],
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

/** What a page says: all of the document of one we wrote, the article of another. */
function contentOf(page: HtmlPage): readonly NestedBlock[] {
  const own = elementMarked(page.root, DOCUMENT_MARK);
  if (own !== undefined) return blocksOf(own, ({ attributes }) => attributes[OWN_MARK] === AID_MARK);
  const surroundings = surroundingsOf(page.root);
  return withTitle(
    blocksOf(page.root, (element) => surroundings.has(element)),
    page,
  );
}

/** The first element with our mark, near the top of the page. */
function elementMarked(element: HtmlElement, mark: string, depth = 0): HtmlElement | undefined {
  if (element.attributes[OWN_MARK] === mark) return element;
  if (depth > 3) return undefined;
  for (const child of element.children) {
    const found = typeof child === "string" ? undefined : elementMarked(child, mark, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

const CUT_SHORT: Problem = {
  code: "truncated",
  message: "网页结尾不完整，后面的内容可能丢失。请重新保存网页后核对。",
  place: {},
};

/** A page that opens its body and closes neither that nor itself ended in the middle of being saved. */
function isCutShort(html: string): boolean {
  return /<body\b/iu.test(html) && !/<\/(?:body|html)\s*>/iu.test(html);
}

/** The tables of HTML text alone, surroundings and all: for files that only call themselves workbooks. */
export function tablesOfHtml(html: string): readonly Table[] {
  return flatten(blocksOf(parseHtml(html).root)).filter((block) => block.kind === "table");
}

const MARKUP_START =
  /^[\s\uFEFF]*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table|div|center|style|script)\b/iu;

/** True for bytes that begin as a web page or a web archive does. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  const isWide = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  const charset = isWide ? (sample[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  return MARKUP_START.test(new TextDecoder(charset).decode(sample)) || isWebArchive(bytes);
}

const TITLE_LENGTH = 6;

/** Many pages carry the report's name only in the title bar, before the name of the site. */
function withTitle(blocks: readonly NestedBlock[], page: HtmlPage): readonly NestedBlock[] {
  const title = (page.title.split(/[_|]|\s[-–—]\s/u)[0] ?? "").replace(/\s+/gu, " ").trim();
  const text = blocks.length === 0 ? "" : cellText(blocks).replace(/\s+/gu, "");
  const isKnown = text.includes(title.replace(/\s+/gu, ""));
  if (title.length < TITLE_LENGTH || isKnown || text === "") return blocks;
  return [{ kind: "text", text: title, level: 1 }, ...blocks];
}
