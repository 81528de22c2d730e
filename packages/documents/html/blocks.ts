// The tree of a web page as nested blocks: white space as a browser shows it, lists with their numbers,
// tables with their spans.

import type { HtmlElement, HtmlNode } from "./element.ts";
import { BLOCK_NAMES, isHidden } from "./element.ts";
import { LEVEL_MARK } from "./own-page.ts";
import type { NestedBlock, NestedCell, NestedTable } from "./nested-blocks.ts";

/** Spans beyond these are cut, as browsers do. */
const COLUMN_SPAN_LIMIT = 1000;
const ROW_SPAN_LIMIT = 65_534;

/** The blocks of an element's content, without what `isLeftOut` takes out. */
export function blocksOf(
  element: HtmlElement,
  isLeftOut: (element: HtmlElement) => boolean = () => false,
): readonly NestedBlock[] {
  const writer = new BlockWriter(isLeftOut);
  writer.addChildren(element);
  return writer.finish();
}

/** The level of a heading; ours tell it where theirs has to follow that of the heading before. */
function headingLevel({ name, attributes }: HtmlElement): number | undefined {
  const level = /^h([1-6])$/u.exec(name)?.[1];
  if (level === undefined) return undefined;
  const told = attributes[LEVEL_MARK] ?? "";
  return Number(/^[1-9]$/u.test(told) ? told : level);
}

/** A class because inline content of several elements runs together into one paragraph. */
class BlockWriter {
  readonly #isLeftOut: (element: HtmlElement) => boolean;
  readonly #blocks: NestedBlock[] = [];
  #text = "";
  #level = 0;
  #isPreformatted = false;

  constructor(isLeftOut: (element: HtmlElement) => boolean) {
    this.#isLeftOut = isLeftOut;
  }

  finish(): readonly NestedBlock[] {
    this.#endParagraph();
    return this.#blocks;
  }

  addChildren(element: HtmlElement): void {
    for (const child of element.children) this.#addNode(child);
  }

  #addNode(node: HtmlNode): void {
    if (typeof node === "string") this.#text += this.#isPreformatted ? node : node.replace(/\s+/gu, " ");
    else if (!isInvisible(node) && !this.#isLeftOut(node)) this.#addElement(node);
  }

  #addElement(element: HtmlElement): void {
    const { name } = element;
    if (name === "br") this.#text += "\n";
    else if (name === "table") this.#addTable(element);
    else if (name === "ol") this.#addNumbered(element);
    else if (!BLOCK_NAMES.has(name)) this.addChildren(element);
    else {
      this.#endParagraph();
      this.#level = headingLevel(element) ?? this.#level;
      this.#isPreformatted = name === "pre";
      this.addChildren(element);
      this.#endParagraph();
      this.#level = 0;
      this.#isPreformatted = false;
    }
  }

  #addNumbered(list: HtmlElement): void {
    this.#endParagraph();
    let number = Number.parseInt(list.attributes["start"] ?? "1", 10) || 1;
    for (const child of list.children) {
      if (typeof child !== "string" && child.name === "li") {
        this.#text = `${number}.`;
        number += 1;
        this.addChildren(child);
        if (/^\d+\.\s*$/u.test(this.#text)) this.#text = "";
        this.#endParagraph();
      } else this.#addNode(child);
    }
    this.#endParagraph();
  }

  #addTable(element: HtmlElement): void {
    this.#endParagraph();
    const reading = new TableWriter(this.#isLeftOut);
    reading.addChildren(element);
    this.#blocks.push(...reading.loose, reading.table());
  }

  #endParagraph(): void {
    if (this.#text.trim() !== "") this.#blocks.push({ kind: "text", text: this.#text, level: this.#level });
    this.#text = "";
  }
}

/** Collects the rows of one table; captions and misplaced text stand before it. */
class TableWriter {
  readonly #isLeftOut: (element: HtmlElement) => boolean;
  readonly #rows: NestedCell[][] = [];
  readonly loose: NestedBlock[] = [];
  #row: NestedCell[] | undefined;

  constructor(isLeftOut: (element: HtmlElement) => boolean) {
    this.#isLeftOut = isLeftOut;
  }

  table(): NestedTable {
    return { kind: "table", rows: this.#rows.filter((row) => row.length > 0) };
  }

  addChildren(element: HtmlElement): void {
    for (const child of element.children) {
      if (typeof child === "string") {
        if (child.trim() !== "") this.loose.push({ kind: "text", text: child, level: 0 });
      } else if (!isInvisible(child)) this.#addElement(child);
    }
  }

  #addElement(element: HtmlElement): void {
    const { name } = element;
    if (name === "tr") {
      this.#startRow();
      this.addChildren(element);
      this.#row = undefined;
    } else if (name === "td" || name === "th") {
      const row = this.#row ?? this.#startRow();
      row.push(this.#cell(element));
    } else if (name === "caption" || name === "table" || !BLOCK_NAMES.has(name)) {
      const wrapped: HtmlElement = { name: "div", attributes: {}, children: [element] };
      this.loose.push(...blocksOf(wrapped, this.#isLeftOut));
    } else this.addChildren(element);
  }

  #startRow(): NestedCell[] {
    const row: NestedCell[] = [];
    this.#rows.push(row);
    this.#row = row;
    return row;
  }

  #cell(element: HtmlElement): NestedCell {
    const { "data-figure": figure } = element.attributes;
    return {
      blocks: this.#isLeftOut(element) ? [] : blocksOf(element, this.#isLeftOut),
      columnSpan: spanOf(element.attributes["colspan"], COLUMN_SPAN_LIMIT),
      rowSpan: spanOf(element.attributes["rowspan"], ROW_SPAN_LIMIT),
      ...(figure === undefined ? {} : { figure }),
    };
  }
}

/** A hidden element is not on the page; hidden tables are what the page shows after a click. */
function isInvisible(element: HtmlElement): boolean {
  return isHidden(element.attributes) && !holdsTable(element);
}

function holdsTable(element: HtmlElement): boolean {
  return (
    element.name === "table" ||
    element.children.some((child) => typeof child !== "string" && holdsTable(child))
  );
}

/** Zero rows means to the end of the table. */
function spanOf(value: string | undefined, limit: number): number {
  const span = Number.parseInt(value ?? "1", 10);
  if (span === 0 && limit === ROW_SPAN_LIMIT) return limit;
  return Number.isInteger(span) && span >= 1 ? Math.min(span, limit) : 1;
}
