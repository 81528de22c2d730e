// XML as a stream of tags and texts. Entities other than the five of XML are never expanded, declarations
// are skipped and nothing is ever fetched, so that entity bombs and external entities are only text.

/** XmlHandler: what is told while XML streams by; names come without their prefix. */
export interface XmlHandler {
  readonly open: (name: string, attributes: string) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** XmlScanner: takes XML piece by piece; throws XmlDamage where it is no XML. */
export interface XmlScanner {
  readonly push: (piece: string) => void;
  /** Ends the stream; true when every element that was opened was closed. */
  readonly end: () => boolean;
}

/** XmlDamage: the stream is no XML, or a tag or text in it is longer than any can be. */
export class XmlDamage extends Error {}

/** A single tag, comment or text that is longer than this is no document's. */
const LONGEST_PART = 4 * 1024 * 1024;

/** Makes a scanner that holds no more than one unfinished tag or text. */
export function xmlScanner(handler: XmlHandler): XmlScanner {
  let rest = "";
  let depth = 0;
  const scan = (input: string, isLast: boolean): string => {
    let at = 0;
    while (at < input.length) {
      if (input.charCodeAt(at) !== LESS) {
        const next = input.indexOf("<", at);
        if (next < 0 && !isLast) return input.slice(at);
        const stop = next < 0 ? input.length : next;
        if (depth > 0) handler.text?.(decodeEntities(input.slice(at, stop)));
        at = stop;
        continue;
      }
      const end = markupEnd(input, at);
      if (end < 0) return input.slice(at);
      depth += tellMarkup(input.slice(at, end), handler);
      if (depth < 0) throw new XmlDamage("an end without a start");
      at = end;
    }
    return "";
  };
  return {
    push: (piece) => {
      rest = scan(rest + piece, false);
      if (rest.length > LONGEST_PART) throw new XmlDamage("a part without end");
    },
    end: () => {
      rest = scan(rest, true);
      return rest === "" && depth === 0;
    },
  };
}

const LESS = 0x3c;

/** The position after a tag, comment, CDATA section, instruction or declaration; negative when unfinished. */
function markupEnd(input: string, at: number): number {
  const after = (mark: string, from: number): number => {
    const found = input.indexOf(mark, from);
    return found < 0 ? -1 : found + mark.length;
  };
  const kind = input[at + 1];
  if (kind === "?") return after("?>", at + 2);
  if (kind !== "!") return kind === "/" ? after(">", at + 2) : tagEnd(input, at + 1);
  if (input.startsWith("<!--", at)) return after("-->", at + 4);
  if (input.startsWith("<![CDATA[", at)) return after("]]>", at + 9);
  // The start of a comment or CDATA section may be cut by the end of the piece.
  if (input.length - at < 9) return -1;
  return declarationEnd(input, at);
}

function tagEnd(input: string, from: number): number {
  let at = from;
  let close = input.indexOf(">", at);
  while (close >= 0) {
    const quote = QUOTE.exec(input.slice(at, close));
    if (quote === null) return close + 1;
    const closed = input.indexOf(quote[0], at + quote.index + 1);
    if (closed < 0) return -1;
    at = closed + 1;
    if (at > close) close = input.indexOf(">", at);
  }
  return -1;
}

const QUOTE = /["']/u;

/** A document type's own declarations stand in brackets and contain ">" themselves. */
function declarationEnd(input: string, at: number): number {
  const close = input.indexOf(">", at);
  const bracket = input.indexOf("[", at);
  if (close < 0 || bracket < 0 || bracket > close) return close < 0 ? -1 : close + 1;
  const end = /\]\s*>/u.exec(input.slice(bracket));
  return end === null ? -1 : bracket + end.index + end[0].length;
}

/** Tells the handler of one piece of markup; gives how it changes the depth. */
function tellMarkup(markup: string, handler: XmlHandler): number {
  const kind = markup[1];
  if (kind === "?") return 0;
  if (kind === "!") {
    if (markup.startsWith("<![CDATA[")) handler.text?.(markup.slice(9, -3));
    return 0;
  }
  if (kind === "/") {
    handler.close?.(localName(markup.slice(2, -1).trimEnd()));
    return -1;
  }
  const isEmpty = markup.charCodeAt(markup.length - 2) === 0x2f;
  const content = markup.slice(1, isEmpty ? -2 : -1);
  const blank = content.search(BLANK);
  const name = localName(blank < 0 ? content : content.slice(0, blank));
  handler.open(name, blank < 0 ? "" : content.slice(blank));
  if (isEmpty) handler.close?.(name);
  return isEmpty ? 0 : 1;
}

const BLANK = /\s/u;

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** The attributes of a tag by local name; of two the first counts. */
export function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single] of text.matchAll(ATTRIBUTE)) {
    const local = localName(name);
    if (!attributes.has(local)) attributes.set(local, decodeEntities(double ?? single ?? ""));
  }
  return attributes;
}

const ENTITY = /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|(amp|lt|gt|quot|apos));/giu;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const LAST_CODE_POINT = 0x10ffff;

/** Expands character references and the five entities of XML; all others stay as they are written. */
function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(ENTITY, (whole, hex?: string, decimal?: string, named?: string) => {
    if (named !== undefined) return NAMED[named.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > LAST_CODE_POINT ? "\uFFFD" : String.fromCodePoint(code).toWellFormed();
  });
}
