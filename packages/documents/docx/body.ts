// The body of a Word document as nested blocks, in reading order: paragraphs with their numbers, tables,
// text boxes after the paragraph they hang on, notes at the end.

import type { NestedBlock } from "../html/nested-blocks.ts";
import type { Numbering } from "./numbering.ts";
import { NumberCounter } from "./numbering.ts";
import { paragraphContent } from "./paragraph.ts";
import { numberingIn, outlineIn } from "./styles.ts";
import type { Styles } from "./styles.ts";
import { readTable } from "./table.ts";
import type { XmlNode } from "./xml-tree.ts";
import { childOf, valueOf } from "./xml-tree.ts";

/** BodyCounts: what was met on the way and is told as problems. */
export interface BodyCounts {
  readonly pictures: number;
  readonly hiddenCharacters: number;
  readonly unknownSymbols: number;
  readonly characters: number;
}

const STANDARD_HEADING_LEVELS = 9;

/** BodyReader: reads nodes one after another; a class because lists count on from one to the next. */
export class BodyReader {
  readonly #styles: Styles;
  readonly #counter: NumberCounter;
  /** Text whose paragraph end was deleted, waiting for the paragraph that goes on. */
  #waiting: string | undefined;
  #counts = { pictures: 0, hiddenCharacters: 0, unknownSymbols: 0, characters: 0 };

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles;
    this.#counter = new NumberCounter(numbering);
  }

  get counts(): BodyCounts {
    return this.#counts;
  }

  /** The blocks of a paragraph or table; others have none. */
  blocksOf(node: XmlNode): readonly NestedBlock[] {
    if (node.name === "p") return this.#paragraph(node);
    if (node.name === "tbl") return [readTable(node, (cell) => this.#within(cell))];
    return [];
  }

  #within(node: XmlNode): readonly NestedBlock[] {
    return node.children.flatMap((child) => this.blocksOf(child));
  }

  #paragraph(node: XmlNode): readonly NestedBlock[] {
    const content = paragraphContent(node);
    this.#counts.pictures += content.pictures;
    this.#counts.hiddenCharacters += content.hiddenCharacters;
    this.#counts.unknownSymbols += content.unknownSymbols;
    const text = (this.#waiting ?? "") + content.text;
    this.#waiting = content.runsOn ? text : undefined;
    const boxes = content.boxes.flatMap((box) => this.#within(box));
    if (content.runsOn || text.trim() === "") return boxes;
    this.#counts.characters += text.trim().length;
    return [this.#printed(text, childOf(node, "pPr")), ...boxes];
  }

  #printed(text: string, properties: XmlNode | undefined): NestedBlock {
    const styleId = valueOf(properties, "pStyle") ?? this.#styles.standard;
    const style = styleId === undefined ? undefined : this.#styles.byId.get(styleId);
    const level = outlineIn(properties) ?? style?.headingLevel ?? 0;
    const number = this.#number(properties, styleId);
    // Word parts number and text by a tab or a little distance; words that would run together need a blank.
    const gap = /[\p{L}\p{N}]$/u.test(number) && /^[A-Za-z0-9]/u.test(text) ? " " : "";
    return {
      kind: "text",
      text: number + gap + (number === "" ? text : text.trimStart()),
      level: level <= STANDARD_HEADING_LEVELS ? level : 0,
    };
  }

  #number(properties: XmlNode | undefined, styleId: string | undefined): string {
    const own = numberingIn(properties);
    const ofStyle = styleId === undefined ? undefined : this.#styles.byId.get(styleId)?.numbering;
    const list = own?.list ?? ofStyle?.list;
    // List 0 takes a paragraph out of the list that its style puts it in.
    if (list === undefined || list === "0") return "";
    const level = own?.level ?? ofStyle?.level ?? this.#counter.levelOfStyle(list, styleId);
    return this.#counter.next(list, level);
  }
}
