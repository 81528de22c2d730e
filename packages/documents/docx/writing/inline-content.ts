// What stands inside a paragraph: runs, line breaks, tabs, figures in content controls, bookmarks.

import type { Run } from "@jueming/core/document/document.ts";
import type { IRunOptions, ParagraphChild, XmlComponent } from "docx";
import { BuilderElement, Tab, TextRun } from "docx";

/** An element that the library has no class for. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  children: readonly XmlComponent[] = [],
): XmlComponent {
  const payload = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }]));
  return new BuilderElement<Record<string, string | number>>({ name, attributes: payload, children });
}

/** Components as the content of a paragraph. */
export function paragraphContent(components: readonly XmlComponent[]): readonly ParagraphChild[] {
  // The library writes whatever component stands in a paragraph; its type lists only classes of its own.
  return components as readonly ParagraphChild[];
}

/** InlineWriter: writes runs; a class because content controls and bookmarks are numbered through the document. */
export class InlineWriter {
  #controls = 0;
  #bookmarks = 0;

  /** The runs of a paragraph; figures stand in content controls whose tag is the figure's id. */
  runs(runs: readonly Run[], look: IRunOptions = {}): readonly XmlComponent[] {
    return runs.flatMap((run) => {
      const content = textRun(run, look);
      return run.figure === undefined ? [content] : [this.figure(run.figure, [content])];
    });
  }

  /** A content control (内容控件) round a figure. It looks like its text, and can be edited and deleted. */
  figure(id: string, content: readonly XmlComponent[]): XmlComponent {
    this.#controls += 1;
    const properties = element("w:sdtPr", {}, [
      element("w:tag", { "w:val": printable(id) }),
      element("w:id", { "w:val": this.#controls }),
      element("w15:appearance", { "w15:val": "hidden" }),
    ]);
    return element("w:sdt", {}, [properties, element("w:sdtContent", {}, content)]);
  }

  bookmark(name: string, content: readonly XmlComponent[]): readonly XmlComponent[] {
    this.#bookmarks += 1;
    const id = this.#bookmarks;
    return [
      element("w:bookmarkStart", { "w:id": id, "w:name": name }),
      ...content,
      element("w:bookmarkEnd", { "w:id": id }),
    ];
  }
}

/** Marks that Chinese and Latin type share; Word sets them in the Latin typeface unless told. */
const SHARED_MARKS = /[“”‘’…—–·×÷±≥≤°§①-⑳]/u;

/** One run as set; words still missing are bold and highlighted. */
export function textRun(run: Run, look: IRunOptions = {}): XmlComponent {
  const text = printable(run.text);
  return new TextRun({
    ...look,
    ...(run.missing === true ? { bold: true, highlight: "yellow" as const } : {}),
    ...(SHARED_MARKS.test(text) ? { font: { hint: "eastAsia" } } : {}),
    children: piecesOf(text),
  });
}

function piecesOf(text: string): (string | Tab | XmlComponent)[] {
  return text
    .split(/([\t\n])/u)
    .filter((piece) => piece !== "")
    .map((piece) => (piece === "\t" ? new Tab() : piece === "\n" ? element("w:br") : piece));
}

// What XML 1.0 cannot carry, tab and line break aside.
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

/** Text without characters that no XML file can hold; one such character would make the file unreadable. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/\r\n?/gu, "\n").replace(UNPRINTABLE, "");
}

/** Runs parted at line breaks, one list for each line. */
export function linesOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    const pieces = printable(run.text).split("\n");
    for (const [index, text] of pieces.entries()) {
      if (index > 0) lines.push([]);
      if (text !== "" || pieces.length === 1) lines.at(-1)?.push({ ...run, text });
    }
  }
  return lines;
}
