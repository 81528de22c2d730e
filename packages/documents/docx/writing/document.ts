// A composition as a Word document: sections of pages, and in them the paragraphs, tables and contents.

import type { Composition, PageStart, WrittenBlock } from "@jueming/core/document/composition.ts";
import type { Heading, Paragraph as DocumentParagraph } from "@jueming/core/document/document.ts";
import type { FileChild, ISectionOptions, TabStopDefinition } from "docx";
import { Document, Footer, PageNumber, Paragraph, TextRun } from "docx";

import type { ListedHeading } from "./contents.ts";
import { listedHeadings, writtenContents } from "./contents.ts";
import { InlineWriter, paragraphContent, printable } from "./inline-content.ts";
import { roomForTable } from "./page-fit.ts";
import type { PageGeometry } from "./page-geometry.ts";
import { pageGeometry } from "./page-geometry.ts";
import { ROLE_STYLES, STYLE, documentStyles, headingStyle } from "./paragraph-styles.ts";
import { writtenTable } from "./tables.ts";

/** Part: a stretch of pages of one orientation with its blocks. */
interface Part {
  readonly start: PageStart;
  readonly blocks: WrittenBlock[];
}

/** The library's document of a composition. */
export function wordDocument(composition: Composition, pages: readonly (number | null)[]): Document {
  const listed = listedHeadings(composition.blocks, pages);
  const inline = new InlineWriter();
  const parts = partsOf(composition.blocks);
  const firstNumbered = parts.findIndex(({ start }) => start.numbered);
  const sections = parts.map(({ start, blocks }, index): ISectionOptions => {
    const wasNumbered = parts[index - 1]?.start.numbered ?? false;
    return {
      properties: sectionProperties(start, index === firstNumbered),
      // A section without a footer of its own goes on with that of the one before.
      ...(start.numbered === wasNumbered ? {} : { footers: { default: footer(start.numbered) } }),
      children: children(blocks, { listed, inline, page: pageGeometry(start.orientation) }),
    };
  });
  return new Document({
    title: printable(composition.title),
    compatabilityModeVersion: 15,
    // A line that is broken on purpose is not stretched to the margin.
    compatibility: { doNotExpandShiftReturn: true },
    styles: documentStyles(),
    sections,
  });
}

function partsOf(blocks: readonly WrittenBlock[]): readonly Part[] {
  const parts: Part[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (block.kind === "page-start") parts.push({ start: block, blocks: [] });
    else if (last === undefined) parts.push({ start: PLAIN_START, blocks: [block] });
    else last.blocks.push(block);
  }
  return parts.length === 0 ? [{ start: PLAIN_START, blocks: [] }] : parts;
}

/** What stands before the first page start is on upright, numbered pages. */
const PLAIN_START: PageStart = { kind: "page-start", orientation: "portrait", numbered: true, name: "" };

/** Pages count from 1 after the cover. */
function sectionProperties(
  start: PageStart,
  isFirstNumbered: boolean,
): NonNullable<ISectionOptions["properties"]> {
  const page = pageGeometry(start.orientation);
  const { top, bottom, left, right, footer: footerDistance } = page;
  return {
    type: "nextPage",
    page: {
      // The library wants the measures of the upright paper and turns them itself.
      size: {
        width: Math.min(page.width, page.height),
        height: Math.max(page.width, page.height),
        orientation: start.orientation,
      },
      margin: { top, bottom, left, right, footer: footerDistance, header: 850, gutter: 0 },
      ...(isFirstNumbered ? { pageNumbers: { start: 1 } } : {}),
    },
  };
}

/** — 3 —, centred at the foot. */
function footer(isNumbered: boolean): Footer {
  const children = isNumbered ? [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })] : [];
  return new Footer({ children: [new Paragraph({ style: STYLE.footer, children })] });
}

interface PartSetting {
  readonly listed: ReadonlyMap<Heading, ListedHeading>;
  readonly inline: InlineWriter;
  readonly page: PageGeometry;
}

/**
 * The blocks of a part. A hair-thin paragraph parts tables that stand one behind the other, which Word would
 * join, and ends a part whose last block is a table: the end of a section needs a paragraph to stand in.
 */
function children(blocks: readonly WrittenBlock[], setting: PartSetting): readonly FileChild[] {
  const written: FileChild[] = [];
  for (const [index, block] of blocks.entries()) {
    const room = block.kind === "table" ? roomForTable(blocks, index, setting.page) : undefined;
    written.push(...writtenBlock(block, { ...setting, room }));
    const next = blocks[index + 1];
    const needsEnd = block.kind === "table" || block.kind === "contents";
    if (needsEnd && (next === undefined || next.kind === "table")) written.push(spacer());
  }
  return written.length === 0 ? [spacer()] : written;
}

function spacer(): Paragraph {
  return new Paragraph({ style: STYLE.spacer });
}

function writtenBlock(
  block: WrittenBlock,
  setting: PartSetting & { readonly room: number | undefined },
): readonly FileChild[] {
  if (block.kind === "table") return [writtenTable(block, setting)];
  if (block.kind === "heading") return [writtenHeading(block, setting)];
  if (block.kind === "paragraph") return [writtenParagraph(block, setting)];
  if (block.kind === "contents") {
    return writtenContents(block, setting.listed.values(), setting.page, setting.inline);
  }
  return [];
}

function writtenHeading(heading: Heading, { listed, inline }: PartSetting): Paragraph {
  const bookmark = listed.get(heading)?.bookmark;
  const runs = inline.runs([{ text: heading.text }]);
  const isTitle = heading.style === "table-title";
  return new Paragraph({
    style: isTitle ? STYLE.tableTitle : headingStyle(heading.level),
    ...(isTitle ? { outlineLevel: Math.min(heading.level, 9) - 1 } : {}),
    children: paragraphContent(bookmark === undefined ? runs : inline.bookmark(bookmark, runs)),
  });
}

function writtenParagraph(paragraph: DocumentParagraph, { inline, page }: PartSetting): Paragraph {
  const { role } = paragraph;
  return new Paragraph({
    style: role === undefined ? STYLE.body : ROLE_STYLES[role],
    ...(role === "table-head" ? { tabStops: headTabs(paragraph.text, page) } : {}),
    children: paragraphContent(inline.runs(paragraph.runs ?? [{ text: paragraph.text }])),
  });
}

/** Two words stand at the left and right, three at the left, in the middle and at the right. */
function headTabs(text: string, { textWidth }: PageGeometry): readonly TabStopDefinition[] {
  const right: TabStopDefinition = { type: "right", position: textWidth };
  const middle: TabStopDefinition = { type: "center", position: Math.round(textWidth / 2) };
  return text.split("\t").length > 2 ? [middle, right] : [right];
}
