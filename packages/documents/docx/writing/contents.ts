// The contents (目录): a field that Word can update, filled in with its entries and page numbers, so that it
// shows as printed before anyone updates it.

import type { Contents, WrittenBlock } from "@jueming/core/document/composition.ts";
import type { Heading } from "@jueming/core/document/document.ts";
import type { XmlComponent } from "docx";
import { FileChild, Paragraph, Run, StringContainer, Tab, TextRun } from "docx";

import type { InlineWriter } from "./inline-content.ts";
import { element, paragraphContent, printable, textRun } from "./inline-content.ts";
import type { PageGeometry } from "./page-geometry.ts";
import { STYLE, contentsStyle } from "./paragraph-styles.ts";

/** ListedHeading: a heading that the contents list. */
export interface ListedHeading {
  readonly heading: Heading;
  /** Name of the bookmark round it. */
  readonly bookmark: string;
  readonly page: number | undefined;
}

/** The headings that the contents list, in the order of the document; none where there are no contents. */
export function listedHeadings(
  blocks: readonly WrittenBlock[],
  pages: readonly (number | null)[],
): ReadonlyMap<Heading, ListedHeading> {
  const levels = Math.max(0, ...blocks.map((block) => (block.kind === "contents" ? block.levels : 0)));
  const headings = blocks.filter((block) => block.kind === "heading");
  const listed = headings.filter(({ level }) => level <= levels);
  return new Map(
    listed.map((heading, index) => [
      heading,
      // Names that begin so are those of Word's own contents; it takes them over when it updates.
      { heading, bookmark: `_Toc${100_000_000 + index}`, page: pages[index] ?? undefined },
    ]),
  );
}

/** Writes the contents in a content control of Word's own kind, so that it offers to update them. */
export function writtenContents(
  contents: Contents,
  listed: Iterable<ListedHeading>,
  page: PageGeometry,
  inline: InlineWriter,
): readonly FileChild[] {
  const entries = [...listed].filter(({ heading }) => heading.level <= contents.levels);
  const title = new Paragraph({
    style: STYLE.contentsTitle,
    children: paragraphContent(inline.runs([{ text: contents.title }])),
  });
  if (entries.length === 0) return [title];
  const paragraphs = entries.map((entry, index) =>
    entryParagraph(entry, page, {
      before: index === 0 ? fieldStart(`TOC \\o "1-${contents.levels}" \\h \\z \\u`) : [],
      after: index === entries.length - 1 ? [fieldMark("end")] : [],
    }),
  );
  const control = new FileChild("w:sdt");
  control.addChildElement(
    element("w:sdtPr", {}, [
      element("w:id", { "w:val": CONTROL_ID }),
      element("w:docPartObj", {}, [
        element("w:docPartGallery", { "w:val": "Table of Contents" }),
        element("w:docPartUnique"),
      ]),
    ]),
  );
  control.addChildElement(element("w:sdtContent", {}, [title, ...paragraphs]));
  return [control];
}

/** Far from the numbers of the figures' controls. */
const CONTROL_ID = 2_000_000_000;

function entryParagraph(
  { heading, bookmark, page }: ListedHeading,
  { textWidth }: PageGeometry,
  around: { readonly before: readonly XmlComponent[]; readonly after: readonly XmlComponent[] },
): Paragraph {
  const number = page === undefined ? "" : String(page);
  const link = element("w:hyperlink", { "w:anchor": bookmark, "w:history": 1 }, [
    textRun({ text: printable(heading.listedAs ?? heading.text).replaceAll(/[\t\n]/gu, " ") }),
    new Run({ children: [new Tab()] }),
    ...fieldStart(`PAGEREF ${bookmark} \\h`),
    new TextRun(number),
    fieldMark("end"),
  ]);
  return new Paragraph({
    style: contentsStyle(heading.level),
    tabStops: [{ type: "right", position: textWidth, leader: "dot" }],
    children: paragraphContent([...around.before, link, ...around.after]),
  });
}

function fieldStart(instruction: string): readonly XmlComponent[] {
  const code = element("w:r", {}, [new StringContainer("w:instrText", instruction)]);
  return [fieldMark("begin"), code, fieldMark("separate")];
}

function fieldMark(type: "begin" | "separate" | "end"): XmlComponent {
  return element("w:r", {}, [element("w:fldChar", { "w:fldCharType": type })]);
}
