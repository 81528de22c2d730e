// Paragraph styles: which of them are headings and which carry a number, found along what they are based on.

import type { XmlNode } from "./xml-tree.ts";
import { childOf, readXml, valueOf } from "./xml-tree.ts";

/** NumberingReference: the list and level that a paragraph or a style belongs to. */
export interface NumberingReference {
  readonly list: string | undefined;
  readonly level: number | undefined;
}

/** ParagraphStyle: what a style says of its paragraphs. */
export interface ParagraphStyle {
  /** 1 is the highest, 0 is none. */
  readonly headingLevel: number;
  readonly numbering: NumberingReference | undefined;
}

/** Styles: the styles by id, and the one of paragraphs that name none. */
export interface Styles {
  readonly byId: ReadonlyMap<string, ParagraphStyle>;
  readonly standard: string | undefined;
}

export const NO_STYLES: Styles = { byId: new Map(), standard: undefined };

const BASE_LIMIT = 20;
const HEADING_NAME = /^(?:heading|标题)\s*([1-9])$/iu;
const TITLE_NAME = /^(?:title|标题)$/iu;
const BODY_LEVEL = 9;

/** Reads word/styles.xml. */
export function readStyles(bytes: Uint8Array): Styles {
  const nodes = new Map<string, XmlNode>();
  let standard: string | undefined;
  readXml(bytes, {
    kept: new Set(["styles", "style", "name", "basedOn", "pPr", "outlineLvl", "numPr", "ilvl", "numId"]),
    dropped: new Set(["rPr", "tblPr", "tblStylePr", "latentStyles", "docDefaults", "pPrChange"]),
    texts: new Set(),
    container: "styles",
    onChild: (node) => {
      const { styleId, type } = node.attributes;
      if (styleId === undefined || type !== "paragraph") return;
      nodes.set(styleId, node);
      if (/^(?:1|true|on)$/u.test(node.attributes["default"] ?? "")) standard = styleId;
    },
  });
  const byId = new Map([...nodes.keys()].map((id) => [id, styleOf(id, nodes)] as const));
  return { byId, standard };
}

/** The list and level that properties name; undefined where they name none. */
export function numberingIn(properties: XmlNode | undefined): NumberingReference | undefined {
  const numbering = childOf(properties, "numPr");
  if (numbering === undefined) return undefined;
  const level = Number(valueOf(numbering, "ilvl"));
  return {
    list: valueOf(numbering, "numId"),
    level: valueOf(numbering, "ilvl") !== undefined && Number.isInteger(level) ? level : undefined,
  };
}

/** The outline level that properties name, 1 the highest; 0 for body text, undefined where unsaid. */
export function outlineIn(properties: XmlNode | undefined): number | undefined {
  const value = valueOf(properties, "outlineLvl");
  if (value === undefined || !/^\d$/u.test(value)) return undefined;
  return Number(value) === BODY_LEVEL ? 0 : Number(value) + 1;
}

function styleOf(id: string, nodes: ReadonlyMap<string, XmlNode>): ParagraphStyle {
  let headingLevel: number | undefined;
  let numbering: NumberingReference | undefined;
  let next: string | undefined = id;
  for (let step = 0; next !== undefined && step < BASE_LIMIT; step += 1) {
    const node = nodes.get(next);
    const properties = childOf(node, "pPr");
    headingLevel ??= outlineIn(properties) ?? headingOfName(valueOf(node, "name") ?? "");
    const own = numberingIn(properties);
    numbering = own === undefined ? numbering : joined(numbering, own);
    next = valueOf(node, "basedOn");
  }
  return { headingLevel: headingLevel ?? 0, numbering };
}

function joined(nearer: NumberingReference | undefined, farther: NumberingReference): NumberingReference {
  return { list: nearer?.list ?? farther.list, level: nearer?.level ?? farther.level };
}

function headingOfName(name: string): number | undefined {
  const level = HEADING_NAME.exec(name)?.[1];
  if (level !== undefined) return Number(level);
  return TITLE_NAME.test(name) ? 1 : undefined;
}
