// Numbers of lists: Word stores which list a paragraph is in, not the number it prints. A document whose
// headings are numbered by Word would read without "一、" and "（一）" if they were not counted here.

import { formattedNumber } from "./numbers.ts";
import type { XmlNode } from "./xml-tree.ts";
import { childOf, isOn, readXml, valueOf } from "./xml-tree.ts";

interface Level {
  readonly start: number;
  readonly format: string;
  /** As printed, `%1` standing for the number of the first level. */
  readonly pattern: string;
  readonly isDecimal: boolean;
  /** The style whose paragraphs take this level. */
  readonly style: string | undefined;
}

interface List {
  readonly levels: ReadonlyMap<number, Level>;
  /** Lists of one definition count on; a list with a start of its own counts alone. */
  readonly counter: string;
}

/** Numbering: the lists of a document. */
export interface Numbering {
  readonly lists: ReadonlyMap<string, List>;
}

export const NO_NUMBERING: Numbering = { lists: new Map() };

const LEVELS = 9;
const ELEMENTS = [
  "numbering",
  "abstractNum",
  "num",
  "abstractNumId",
  "lvl",
  "start",
  "numFmt",
  "lvlText",
  "isLgl",
  "pStyle",
  "lvlOverride",
  "startOverride",
];

/** Reads word/numbering.xml. */
export function readNumbering(bytes: Uint8Array): Numbering {
  const definitions = new Map<string, ReadonlyMap<number, Level>>();
  const lists = new Map<string, List>();
  readXml(bytes, {
    kept: new Set(ELEMENTS),
    // A format of Word's own stands in `Choice`, the one that every program knows in `Fallback`.
    dropped: new Set(["rPr", "pPr", "numPicBullet", "Choice"]),
    texts: new Set(),
    container: "numbering",
    onChild: (node) => {
      if (node.name === "abstractNum")
        definitions.set(node.attributes["abstractNumId"] ?? "", levelsOf(node));
      else if (node.name === "num") lists.set(node.attributes["numId"] ?? "", listOf(node, definitions));
    },
  });
  return { lists };
}

function levelsOf(node: XmlNode): ReadonlyMap<number, Level> {
  const levels = node.children.filter(({ name }) => name === "lvl");
  return new Map(levels.map((level) => [Number(level.attributes["ilvl"]), levelOf(level)]));
}

function levelOf(node: XmlNode): Level {
  return {
    start: numberOr(valueOf(node, "start"), 0),
    format: valueOf(node, "numFmt") ?? "decimal",
    pattern: valueOf(node, "lvlText") ?? "",
    isDecimal: isOn(node, "isLgl"),
    style: valueOf(node, "pStyle"),
  };
}

function listOf(node: XmlNode, definitions: ReadonlyMap<string, ReadonlyMap<number, Level>>): List {
  const definition = valueOf(node, "abstractNumId") ?? "";
  const levels = new Map(definitions.get(definition));
  const overrides = node.children.filter(({ name }) => name === "lvlOverride");
  for (const override of overrides) {
    const index = Number(override.attributes["ilvl"]);
    const own = childOf(override, "lvl");
    const level = own === undefined ? levels.get(index) : levelOf(own);
    const start = valueOf(override, "startOverride");
    if (level !== undefined) levels.set(index, { ...level, start: numberOr(start, level.start) });
  }
  const isOwn = overrides.some((override) => childOf(override, "startOverride") !== undefined);
  return { levels, counter: isOwn ? `list ${node.attributes["numId"] ?? ""}` : `definition ${definition}` };
}

function numberOr(text: string | undefined, otherwise: number): number {
  const value = Number(text);
  return text !== undefined && Number.isInteger(value) && value >= 0 && value < 1e6 ? value : otherwise;
}

/** NumberCounter: counts along the document; a class because each number depends on those before it. */
export class NumberCounter {
  readonly #numbering: Numbering;
  readonly #counts = new Map<string, (number | undefined)[]>();

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** The number printed before the next paragraph of a list; "" for bullets and unknown lists. */
  next(listId: string, levelIndex: number): string {
    const list = this.#numbering.lists.get(listId);
    const level = list?.levels.get(levelIndex);
    if (list === undefined || level === undefined || levelIndex >= LEVELS) return "";
    const counts = this.#counts.get(list.counter) ?? [];
    this.#counts.set(list.counter, counts);
    const before = counts[levelIndex];
    counts[levelIndex] = before === undefined ? level.start : before + 1;
    counts.length = levelIndex + 1;
    if (level.format === "bullet") return "";
    return level.pattern.replace(/%([1-9])/gu, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = level.isDecimal ? "decimal" : (list.levels.get(index)?.format ?? "decimal");
      const count = counts[index] ?? list.levels.get(index)?.start ?? 1;
      return formattedNumber(count, format);
    });
  }

  /** The level that a style has in a list, where the paragraph does not say it. */
  levelOfStyle(listId: string, style: string | undefined): number {
    const levels = this.#numbering.lists.get(listId)?.levels;
    if (levels === undefined || style === undefined) return 0;
    for (const [index, level] of levels) if (level.style === style) return index;
    return 0;
  }
}
