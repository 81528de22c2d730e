// A web page as a small tree. The parser is the streaming one, because the depth of a hostile page must be
// refused while it is read; wrong nesting of tables, which old office programs write, is put right here.

import { Parser } from "htmlparser2";

import { DocumentError } from "../document-error.ts";
import type { CarriedScript } from "./own-page.ts";
import { ATTACHMENT_MARK } from "./own-page.ts";

/** HtmlElement: an element that blocks, links or hides; others pass their children up. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
}

export type HtmlNode = HtmlElement | string;

/** HtmlPage: the tree and the words of the title bar. */
export interface HtmlPage {
  readonly root: HtmlElement;
  readonly title: string;
  /** What the page carries, where we wrote it. */
  readonly carried: readonly CarriedScript[];
}

/** Elements that begin a line of their own. */
export const BLOCK_NAMES: ReadonlySet<string> = new Set(
  (
    "html body p div section article main h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre address figure " +
    "figcaption center form fieldset legend header footer nav aside details summary hr table caption thead " +
    "tbody tfoot tr td th"
  ).split(" "),
);

const KEPT_NAMES: ReadonlySet<string> = new Set([...BLOCK_NAMES, "a", "br", "img"]);
/** Elements that show nothing, or nothing that can be read. */
const DROPPED_NAMES: ReadonlySet<string> = new Set(
  (
    "script style noscript template iframe object applet svg canvas audio video select textarea button " +
    "datalist map rt rp xml meta link base input"
  ).split(" "),
);
const CELL_NAMES: ReadonlySet<string> = new Set(["td", "th"]);
const ROW_NAMES: ReadonlySet<string> = new Set(["tr", "td", "th"]);

const RAW_DEPTH_LIMIT = 1000;
const DEPTH_LIMIT = 400;
/** Elements and pieces of text. */
const NODES_LIMIT = 1_500_000;
/** Characters of one piece of text, and of the title bar. */
const TEXT_LIMIT = 4_000_000;
const TITLE_LIMIT = 500;

/** Parses a page; never fails on wrong markup, refuses what is nested or repeated beyond measure. */
export function parseHtml(html: string): HtmlPage {
  const builder = new PageBuilder();
  const parser = new Parser(builder.handler, { recognizeSelfClosing: false });
  parser.write(html);
  parser.end();
  return { root: builder.root, title: builder.title, carried: builder.carried };
}

/** A class because a streaming parser reports piece by piece. */
class PageBuilder {
  readonly root: HtmlElement = { name: "html", attributes: {}, children: [] };
  title = "";
  readonly carried: CarriedScript[] = [];
  #script: CarriedScript | undefined;
  readonly #open: HtmlElement[] = [this.root];
  #rawDepth = 0;
  #nodes = 0;
  #dropped = 0;
  #isInTitle = false;

  readonly handler = {
    onopentag: (name: string, attributes: Record<string, string>): void => this.#openTag(name, attributes),
    onclosetag: (name: string): void => this.#closeTag(name),
    ontext: (text: string): void => this.#addText(text),
  };

  #openTag(name: string, attributes: Record<string, string>): void {
    this.#rawDepth += 1;
    this.#nodes += 1;
    if (this.#rawDepth > RAW_DEPTH_LIMIT || this.#nodes > NODES_LIMIT) throw tooComplex();
    if (this.#dropped > 0 || DROPPED_NAMES.has(name)) {
      this.#dropped += 1;
      const carriedName = name === "script" && this.#dropped === 1 ? attributes[ATTACHMENT_MARK] : undefined;
      if (carriedName !== undefined) {
        this.#script = { name: carriedName, mediaType: attributes["type"] ?? "", text: "" };
        this.carried.push(this.#script);
      }
      return;
    }
    if (name === "title") this.#isInTitle = true;
    if (!KEPT_NAMES.has(name) && !isHidden(attributes)) return;
    if (CELL_NAMES.has(name)) this.#closeWithinTable(CELL_NAMES);
    if (name === "tr") this.#closeWithinTable(ROW_NAMES);
    const element: HtmlElement = { name, attributes, children: [] };
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
    if (this.#open.length > DEPTH_LIMIT) throw tooComplex();
  }

  #closeTag(name: string): void {
    this.#rawDepth -= 1;
    if (this.#dropped > 0) {
      this.#dropped -= 1;
      this.#script = undefined;
      return;
    }
    if (name === "title") this.#isInTitle = false;
    const isTablePart = ROW_NAMES.has(name) || name === "tbody" || name === "thead" || name === "tfoot";
    const at = this.#open.findLastIndex(
      (element, index) => index > 0 && (element.name === name || (isTablePart && element.name === "table")),
    );
    if (at > 0 && this.#open[at]?.name === name) this.#open.length = at;
  }

  /** A cell that was never closed ends where the next begins, whatever was left open in it. */
  #closeWithinTable(names: ReadonlySet<string>): void {
    const table = this.#open.findLastIndex(({ name }) => name === "table");
    const at = this.#open.findIndex(({ name }, index) => index > table && names.has(name));
    if (at > 0) this.#open.length = at;
  }

  #addText(text: string): void {
    if (this.#script !== undefined) this.#script.text += text;
    if (this.#dropped > 0) return;
    this.#nodes += 1;
    if (text.length > TEXT_LIMIT || this.#nodes > NODES_LIMIT) throw tooComplex();
    if (this.#isInTitle) this.title = (this.title + text.slice(0, TITLE_LIMIT)).slice(0, TITLE_LIMIT);
    else this.#open.at(-1)?.children.push(text);
  }
}

/** True for an element that the page itself hides. */
export function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return attributes["hidden"] !== undefined || /display\s*:\s*none/iu.test(attributes["style"] ?? "");
}

function tooComplex(): DocumentError {
  return new DocumentError(
    "too-large",
    "网页的结构过于庞大或嵌套过深，不像一份公开材料。请在浏览器里打开，把正文复制到 Word 保存后再读取。",
  );
}
