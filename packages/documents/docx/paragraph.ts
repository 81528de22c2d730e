// One paragraph of Word: its characters as printed, with tracked changes accepted, and the text boxes and
// pictures that hang on it.

import { symbolText } from "./symbols.ts";
import type { XmlNode } from "./xml-tree.ts";
import { childOf, isOn } from "./xml-tree.ts";

/** ParagraphContent: what a paragraph shows. */
export interface ParagraphContent {
  readonly text: string;
  /** Contents of text boxes, which stand beside the text. */
  readonly boxes: readonly XmlNode[];
  readonly pictures: number;
  readonly hiddenCharacters: number;
  readonly unknownSymbols: number;
  /** The paragraph's end was deleted: the next one goes on in it. */
  readonly runsOn: boolean;
}

interface Collected {
  text: string;
  readonly boxes: XmlNode[];
  pictures: number;
  hiddenCharacters: number;
  unknownSymbols: number;
}

/** Reads a paragraph's content. */
export function paragraphContent(paragraph: XmlNode): ParagraphContent {
  const collected: Collected = { text: "", boxes: [], pictures: 0, hiddenCharacters: 0, unknownSymbols: 0 };
  for (const child of paragraph.children) collect(child, collected);
  const mark = childOf(childOf(paragraph, "pPr"), "rPr");
  const runsOn = childOf(mark, "del") !== undefined || childOf(mark, "moveFrom") !== undefined;
  return { ...collected, runsOn };
}

const COLLECTORS: Readonly<Record<string, (node: XmlNode, into: Collected) => void>> = {
  r: collectRun,
  t: (node, into) => {
    into.text += node.text.replaceAll("\n", " ");
  },
  tab: (_, into) => {
    into.text += "\t";
  },
  ptab: (_, into) => {
    into.text += "\t";
  },
  br: (_, into) => {
    into.text += "\n";
  },
  cr: (_, into) => {
    into.text += "\n";
  },
  noBreakHyphen: (_, into) => {
    into.text += "-";
  },
  sym: collectSymbol,
  txbxContent: (node, into) => {
    into.boxes.push(node);
  },
  AlternateContent: collectAlternative,
  blip: (_, into) => {
    into.pictures += 1;
  },
  imagedata: (_, into) => {
    into.pictures += 1;
  },
};

function collect(node: XmlNode, into: Collected): void {
  COLLECTORS[node.name]?.(node, into);
}

/** Hidden text is on no page: it is left out and counted, so that the reader of a report learns of it. */
function collectRun(run: XmlNode, into: Collected): void {
  if (isOn(childOf(run, "rPr"), "vanish")) {
    const hidden: Collected = { text: "", boxes: [], pictures: 0, hiddenCharacters: 0, unknownSymbols: 0 };
    for (const child of run.children) collect(child, hidden);
    into.hiddenCharacters += hidden.text.trim().length;
    return;
  }
  for (const child of run.children) collect(child, into);
}

function collectSymbol(node: XmlNode, into: Collected): void {
  const text = symbolText(node.attributes["font"] ?? "", node.attributes["char"] ?? "");
  if (text === "\uFFFD") into.unknownSymbols += 1;
  into.text += text;
}

/** The same content twice, for new and old programs: the new one, where anything in it is known to us. */
function collectAlternative(node: XmlNode, into: Collected): void {
  const choice = childOf(node, "Choice");
  const taken = choice !== undefined && choice.children.length > 0 ? choice : childOf(node, "Fallback");
  for (const child of taken?.children ?? []) collect(child, into);
}
