// Reads DOCX. The XML is walked directly and not through an HTML converter: ten times faster, and numbers
// of lists, tracked changes and text boxes come out as printed (docs/decisions/0007).
// Places are `{ line: n }`: n counts printed paragraphs and table rows in reading order, because a Word file
// stores no pages. Headers and footers are left out, and named where they say more than a page number.

import type { Attachment, Block, Document, Problem } from "@jueming/core/document/document.ts";

import { DocumentError } from "../document-error.ts";
import { Flattener } from "../html/flatten.ts";
import type { ZipLimits } from "../zip/limits.ts";
import { ZIP_LIMITS } from "../zip/limits.ts";
import { attachmentIn, isAttachmentPart } from "./attachments.ts";
import { BodyReader } from "./body.ts";
import type { BodyCounts } from "./body.ts";
import { NO_NUMBERING, readNumbering } from "./numbering.ts";
import { openPackage } from "./package-parts.ts";
import type { CustomPart, PackageParts } from "./package-parts.ts";
import { paragraphContent } from "./paragraph.ts";
import { DROPPED, KEPT, MARKS, TEXTS } from "./selection.ts";
import { NO_STYLES, readStyles } from "./styles.ts";
import type { XmlNode } from "./xml-tree.ts";
import { readXml } from "./xml-tree.ts";

/** What one part may unpack to: a report of a thousand pages has less. */
const DOCX_LIMITS: ZipLimits = { ...ZIP_LIMITS, entryBytes: 160 * 1024 * 1024 };

/** Reads a Word document (.docx). */
export function readDocx(bytes: Uint8Array, source: string, limits: ZipLimits = DOCX_LIMITS): Document {
  const parts = openPackage(bytes, limits);
  const body = new BodyReader(stylesOf(parts), numberingOf(parts));
  const flattener = new Flattener();
  const add = (node: XmlNode): void => {
    for (const block of body.blocksOf(node)) flattener.add(block);
  };
  readPart(parts.document, "body", add);
  addNotes(parts.footnotes, "footnotes", add);
  addNotes(parts.endnotes, "endnotes", add);
  const blocks = flattener.finish();
  checkContent(blocks, body.counts);
  const margins = marginTexts(parts);
  const pageWords = margins.map((text) => ({ text, place: {} }));
  const { attachments, problems } = carriedFiles(parts.customParts);
  return {
    source,
    blocks,
    problems: [...problemsOf(body.counts, margins), ...problems],
    pageWords,
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

/** The attachments of documents that we wrote. A broken one never keeps the text from being read. */
function carriedFiles(parts: readonly CustomPart[]): {
  readonly attachments: readonly Attachment[];
  readonly problems: readonly Problem[];
} {
  const attachments: Attachment[] = [];
  const problems: Problem[] = [];
  for (const part of parts) {
    const read = carriedFile(part);
    if (read === "broken") problems.push(brokenAttachment(part.name));
    else if (read !== undefined) attachments.push(read);
  }
  return { attachments, problems };
}

function carriedFile(part: CustomPart): Attachment | "broken" | undefined {
  try {
    const bytes = part.unpack();
    if (bytes === undefined || !isAttachmentPart(bytes)) return undefined;
    return attachmentIn(bytes) ?? "broken";
  } catch (error) {
    if (error instanceof DocumentError) return "broken";
    throw error;
  }
}

function brokenAttachment(name: string): Problem {
  return {
    code: "attachment-damaged",
    message: `文件中附带的数据（${name.slice(0, MARGIN_LENGTH)}）已损坏或过大，没有读取；正文照常读取。需要这些数据时，请用原始文件。`,
    place: {},
  };
}

function stylesOf(parts: PackageParts): ReturnType<typeof readStyles> {
  return parts.styles === undefined ? NO_STYLES : readStyles(parts.styles);
}

function numberingOf(parts: PackageParts): ReturnType<typeof readNumbering> {
  return parts.numbering === undefined ? NO_NUMBERING : readNumbering(parts.numbering);
}

function readPart(bytes: Uint8Array, container: string, onChild: (node: XmlNode) => void): void {
  readXml(bytes, { kept: KEPT, dropped: DROPPED, marks: MARKS, texts: TEXTS, container, onChild });
}

/** Notes stand at the foot of pages; here they follow the text. The separators of notes are no notes. */
function addNotes(
  bytes: Uint8Array | undefined,
  container: "footnotes" | "endnotes",
  add: (node: XmlNode) => void,
): void {
  if (bytes === undefined) return;
  readPart(bytes, container, (note) => {
    if (note.attributes["type"] !== undefined && note.attributes["type"] !== "normal") return;
    for (const child of note.children) add(child);
  });
}

function checkContent(blocks: readonly Block[], counts: BodyCounts): void {
  if (blocks.length > 0 && (counts.pictures === 0 || counts.characters > counts.pictures * 20)) return;
  if (counts.pictures > 0) {
    throw new DocumentError(
      "no-text",
      `Word 文件里只有 ${counts.pictures} 张图片，没有可读的文字。请提供可复制文字的原件，或先做文字识别。`,
    );
  }
  throw new DocumentError("empty", "Word 文件里没有文字。请检查是否存错了文件。");
}

function problemsOf(counts: BodyCounts, margins: readonly string[]): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (code: string, message: string): void => void problems.push({ code, message, place: {} });
  if (counts.hiddenCharacters > 0) {
    add(
      "hidden-text",
      `文件中有 ${counts.hiddenCharacters} 个字设为隐藏，打印不出来，没有读入，请核对原件。`,
    );
  }
  if (counts.unknownSymbols > 0) {
    add(
      "lost-characters",
      `文件中有 ${counts.unknownSymbols} 个符号字体的字符不认识，已用 � 代替，请核对原件。`,
    );
  }
  if (margins.length > 0) {
    add("left-out", `页眉页脚没有读入：${margins.map((text) => `“${text}”`).join("、")}。`);
  }
  return problems;
}

const MARGIN_LENGTH = 60;
const MARGINS_LISTED = 5;
const PAGE_NUMBER = /^[\s\d\-—–第页共/／·.]*$/u;

/** The words of headers and footers, page numbers aside. */
function marginTexts(parts: PackageParts): readonly string[] {
  const texts = new Set<string>();
  for (const margin of parts.margins) {
    for (const container of ["hdr", "ftr"]) {
      readPart(margin, container, (node) => {
        if (node.name !== "p") return;
        const text = paragraphContent(node).text.replace(/\s+/gu, " ").trim();
        if (!PAGE_NUMBER.test(text)) texts.add(text.slice(0, MARGIN_LENGTH));
      });
    }
  }
  return [...texts].slice(0, MARGINS_LISTED);
}
