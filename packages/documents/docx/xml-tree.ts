// XML parts of a Word file as small trees: only the elements that carry text or structure are kept, so that
// a large document costs little. No entity beyond the five of XML is known, and a part that declares its
// own (or any DTD) is refused: Word writes none, bombs and spies do.

import { Parser } from "htmlparser2";

import { DocumentError } from "../document-error.ts";

/** XmlNode: a kept element by its local name; elements that are not kept pass their children up. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

/** XmlSelection: which elements of a part matter. */
export interface XmlSelection {
  readonly kept: ReadonlySet<string>;
  /** Elements that go with everything inside. */
  readonly dropped: ReadonlySet<string>;
  /** Dropped elements that are kept as a mark inside these parents. */
  readonly marks?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Elements whose characters are text. */
  readonly texts: ReadonlySet<string>;
  /** Children of this element are handed over one by one and then forgotten. */
  readonly container: string;
  readonly onChild: (child: XmlNode) => void;
}

const DEPTH_LIMIT = 1000;
const ELEMENTS_LIMIT = 20_000_000;
/** Kept elements of one paragraph or table, which is in memory as a whole. */
const KEPT_LIMIT = 1_000_000;
const CHUNK_BYTES = 1024 * 1024;

/** Reads a part; throws `damaged` for a part that ends early or declares entities. */
export function readXml(bytes: Uint8Array, selection: XmlSelection): void {
  const builder = new TreeBuilder(selection);
  const parser = new Parser(builder.handler, { xmlMode: true });
  const decoder = new TextDecoder(charsetOf(bytes));
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    parser.write(decoder.decode(bytes.subarray(start, start + CHUNK_BYTES), { stream: true }));
  }
  builder.checkWhole();
  parser.end();
}

function charsetOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

/** A class because a streaming parser reports piece by piece. */
class TreeBuilder {
  readonly #selection: XmlSelection;
  /** Kept elements that are open, the innermost last. */
  readonly #open: XmlNode[] = [];
  /** For each open element: whether it was kept. */
  readonly #isKept: boolean[] = [];
  #droppedDepth = 0;
  #depth = 0;
  #elements = 0;
  #kept = 0;

  readonly handler = {
    onopentag: (name: string, attributes: Record<string, string>): void => this.#openTag(name, attributes),
    onclosetag: (): void => this.#closeTag(),
    ontext: (text: string): void => this.#addText(text),
    onprocessinginstruction: (name: string): void => {
      if (name.toLowerCase() === "!doctype" || name.toLowerCase() === "!entity") throw declaresEntities();
    },
  };

  constructor(selection: XmlSelection) {
    this.#selection = selection;
  }

  /** Called before the parser closes what the bytes left open. */
  checkWhole(): void {
    if (this.#depth !== 0 || this.#elements === 0) throw incomplete();
  }

  #openTag(qualified: string, attributes: Record<string, string>): void {
    this.#depth += 1;
    this.#elements += 1;
    if (this.#depth > DEPTH_LIMIT || this.#elements > ELEMENTS_LIMIT) throw tooComplex();
    const name = localName(qualified);
    const parent = this.#open.at(-1);
    const isMark = parent !== undefined && this.#selection.marks?.get(name)?.has(parent.name) === true;
    if (this.#droppedDepth > 0 || (this.#selection.dropped.has(name) && !isMark)) {
      this.#droppedDepth += 1;
      return;
    }
    const isKept = isMark || this.#selection.kept.has(name);
    this.#isKept.push(isKept);
    if (!isKept) return;
    this.#kept += 1;
    if (this.#kept > KEPT_LIMIT) throw tooComplex();
    this.#open.push({ name, attributes: localAttributes(attributes), children: [], text: "" });
  }

  #closeTag(): void {
    this.#depth -= 1;
    if (this.#droppedDepth > 0) {
      this.#droppedDepth -= 1;
      return;
    }
    if (this.#isKept.pop() !== true) return;
    const node = this.#open.pop();
    const parent = this.#open.at(-1);
    if (node === undefined || parent === undefined) return;
    if (parent.name === this.#selection.container) {
      this.#kept = 0;
      this.#selection.onChild(node);
    } else parent.children.push(node);
  }

  #addText(text: string): void {
    if (this.#droppedDepth > 0) return;
    const node = this.#open.at(-1);
    if (node !== undefined && this.#selection.texts.has(node.name)) node.text += text;
  }
}

function localAttributes(attributes: Record<string, string>): Readonly<Record<string, string>> {
  const names = Object.keys(attributes);
  if (names.length === 0) return NO_ATTRIBUTES;
  return Object.fromEntries(names.map((name) => [localName(name), attributes[name] ?? ""]));
}

/** The first child of a name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

/** The `val` of the first child of a name. */
export function valueOf(node: XmlNode | undefined, name: string): string | undefined {
  return childOf(node, name)?.attributes["val"];
}

/** Whether a switch such as `<w:vanish/>` is on: present, and not said to be off. */
export function isOn(node: XmlNode | undefined, name: string): boolean {
  const child = childOf(node, name);
  return child !== undefined && !/^(?:0|false|off|none)$/u.test(child.attributes["val"] ?? "1");
}

function incomplete(): DocumentError {
  return new DocumentError(
    "damaged",
    "Word 文件内容不完整。请用 Word 或 WPS 打开后另存一份，再重新读取；打不开的请提供方重新导出。",
  );
}

function declaresEntities(): DocumentError {
  return new DocumentError(
    "damaged",
    "Word 文件里含有实体定义（DTD），正常的 Word 不会写入，可能是恶意文件，没有读取。请确认来源后，用 Word 另存一份。",
  );
}

function tooComplex(): DocumentError {
  return new DocumentError(
    "too-large",
    "Word 文件的结构过于庞大或嵌套过深，不像一份公开材料。请按单位拆分，或另存后重试。",
  );
}
