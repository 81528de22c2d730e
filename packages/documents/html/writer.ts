// Writes HTML: one file that needs nothing else, for reading on any screen, aloud, and on paper. The same
// composition gives the same bytes.

import type { Composition, Contents, PageStart, WrittenBlock } from "@jueming/core/document/composition.ts";
import type { Attachment, Heading, Paragraph } from "@jueming/core/document/document.ts";

import { AID_MARK, ATTACHMENT_MARK, DOCUMENT_MARK, LEVEL_MARK, OWN_MARK } from "./own-page.ts";
import { escaped, runsMarkup, words } from "./writing/markup.ts";
import { STYLE } from "./writing/style.ts";
import { tableMarkup } from "./writing/table-markup.ts";

/** The composition as a page. */
export function writeHtml(composition: Composition): Uint8Array {
  const { title, attachments } = composition;
  const page = [
    "<!DOCTYPE html>",
    '<html lang="zh-CN">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    '<a class="skip" href="#text">跳到正文</a>',
    `<main id="text" ${OWN_MARK}="${DOCUMENT_MARK}">`,
    ...sectionsMarkup(composition.blocks),
    "</main>",
    ...carried(attachments),
    "</body>",
    "</html>",
    "",
  ];
  return new TextEncoder().encode(page.join("\n"));
}

function carried(attachments: readonly Attachment[]): readonly string[] {
  if (attachments.length === 0) return [];
  const names = attachments.map(({ name }) => escaped(name)).join("、");
  return [
    `<footer ${OWN_MARK}="${AID_MARK}"><p class="note">本文件内附数据：${names}。</p></footer>`,
    ...attachments.map(({ name, mediaType, bytes }, index) => {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
      return `<script type="${escaped(mediaType)}" id="attachment-${index + 1}" ${ATTACHMENT_MARK}="${escaped(name)}">${text}</script>`;
    }),
  ];
}

type SectionBlock = Exclude<WrittenBlock, PageStart>;

/** Numbering of what can be linked to, in the order of the document. */
interface Numbering {
  headings: number;
  tables: number;
  /** Levels of the headings above the next one. */
  readonly above: number[];
  readonly all: readonly Heading[];
}

function sectionsMarkup(blocks: readonly WrittenBlock[]): readonly string[] {
  const numbering = {
    headings: 0,
    tables: 0,
    above: [],
    all: blocks.filter((block) => block.kind === "heading"),
  };
  const markup: string[] = [];
  let start: PageStart | undefined;
  let held: SectionBlock[] = [];
  const flush = (): void => {
    if (start !== undefined || held.length > 0) markup.push(...sectionMarkup(start, held, numbering));
    held = [];
  };
  for (const block of blocks) {
    if (block.kind === "page-start") {
      flush();
      start = block;
    } else held.push(block);
  }
  flush();
  return markup;
}

function sectionMarkup(
  start: PageStart | undefined,
  blocks: readonly SectionBlock[],
  numbering: Numbering,
): readonly string[] {
  const looks = [start?.orientation ?? "portrait", ...(start?.numbered === false ? ["unnumbered"] : [])];
  let title = start?.name ?? "";
  const content = blocks.map((block) => {
    if (block.kind === "heading") {
      title = block.text;
      return headingMarkup(block, numbering);
    }
    if (block.kind === "paragraph") return paragraphMarkup(block);
    if (block.kind === "contents") return contentsMarkup(block, numbering.all);
    numbering.tables += 1;
    return tableMarkup(block, { number: numbering.tables, title });
  });
  return [`<section class="${looks.join(" ")}">`, ...content, "</section>"];
}

const LOWEST_LEVEL = 6;

/** No element skips a level, whatever the document's headings do: those who listen go by them. */
function headingMarkup({ level, text, style }: Heading, numbering: Numbering): string {
  numbering.headings += 1;
  const { above } = numbering;
  while ((above.at(-1) ?? 0) >= level) above.pop();
  above.push(level);
  const depth = Math.min(above.length, LOWEST_LEVEL);
  const own = depth === level ? "" : ` ${LEVEL_MARK}="${Math.min(Math.max(level, 1), LOWEST_LEVEL)}"`;
  const looks = style === undefined ? "" : ` class="${style}"`;
  return `<h${depth} id="h-${numbering.headings}"${own}${looks}>${words(text)}</h${depth}>`;
}

function contentsMarkup({ title, levels }: Contents, headings: readonly Heading[]): string {
  const items = headings.flatMap(({ level, text, listedAs }, index) =>
    level > levels
      ? []
      : [`<li class="l${level}"><a href="#h-${index + 1}">${escaped(listedAs ?? text)}</a></li>`],
  );
  const name = escaped(title.replace(/\s+/gu, ""));
  return `<nav class="contents" aria-label="${name}" ${OWN_MARK}="${AID_MARK}">
<p class="cover-title">${escaped(title)}</p>
<ol>
${items.join("\n")}
</ol></nav>`;
}

function paragraphMarkup({ text, runs, role }: Paragraph): string {
  const looks = role === undefined ? "" : ` class="${role}"`;
  const markup = runsMarkup(text, runs);
  // What tabs part stands at the left, in the middle and at the right.
  const parts = markup.split("\t");
  const content = parts.length > 1 ? parts.map((part) => `<span>${part}</span>`).join(" ") : markup;
  return `<p${looks}>${content}</p>`;
}
