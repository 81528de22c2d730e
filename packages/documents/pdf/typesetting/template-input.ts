// What the template is given: the composition as plain values, with tables measured and every text checked
// against the fonts. Texts stay texts: the template never reads them as its own language.

import type { Composition, PageStart, WrittenBlock } from "@jueming/core/document/composition.ts";
import type { Heading, Paragraph, Table } from "@jueming/core/document/document.ts";

import type { GlyphCheck, Measure } from "./printed-text.ts";
import { printedText, startGlyphCheck } from "./printed-text.ts";
import type { SetText } from "./set-text.ts";
import { mapText, setRuns, tabbedParts } from "./set-text.ts";
import type { PageRoom } from "./table-measure.ts";
import { roomFor } from "./table-room.ts";
import type { TableSet } from "./table-set.ts";
import { setTable } from "./table-set.ts";
import type { TypefaceName } from "./typefaces.ts";

type SetBlock =
  | { readonly kind: "cover"; readonly lines: readonly { readonly title: boolean; readonly text: SetText }[] }
  | {
      readonly kind: "heading";
      readonly level: number;
      readonly style: string;
      readonly text: SetText;
      readonly listed: string;
      readonly isListed: boolean;
    }
  | { readonly kind: "paragraph"; readonly role: string; readonly parts: readonly SetText[] }
  | ({ readonly kind: "table" } & TableSet)
  | { readonly kind: "contents"; readonly title: string };

interface SetSection {
  readonly landscape: boolean;
  readonly numbered: boolean;
  /** True where the numbers of the pages begin. */
  readonly begins: boolean;
  readonly blocks: readonly SetBlock[];
}

/** TemplateInput: all that the template sets. */
export interface TemplateInput {
  readonly title: string;
  readonly sections: readonly SetSection[];
  /** Which of the headings that the contents list stand on pages with numbers. */
  readonly numberedHeadings: readonly boolean[];
  readonly attachments: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly path: string;
  }[];
}

const FIRST_PAGE: PageStart = { kind: "page-start", orientation: "portrait", numbered: true, name: "" };

/** Makes the input of the template; throws where characters cannot be printed. `paths` are the attachments'. */
export function templateInput(
  composition: Composition,
  measure: Measure,
  paths: readonly string[],
): TemplateInput {
  const glyphs = startGlyphCheck(measure);
  const levels = Math.max(
    0,
    ...composition.blocks.map((block) => (block.kind === "contents" ? block.levels : 0)),
  );
  const builder = { measure, glyphs, levels, tables: 0 };
  const numberedHeadings: boolean[] = [];
  let hasBegun = false;
  const sections = sectionsOf(composition.blocks).map(({ start, blocks }): SetSection => {
    const set = setBlocks(blocks, start, builder);
    for (const block of set) {
      if (block.kind === "heading" && block.isListed) numberedHeadings.push(start.numbered);
    }
    const begins = start.numbered && !hasBegun;
    hasBegun ||= start.numbered;
    return { landscape: start.orientation === "landscape", numbered: start.numbered, begins, blocks: set };
  });
  glyphs.finish();
  const attachments = composition.attachments.map(({ name, mediaType }, index) => ({
    name: name.replace(/[/\\]/gu, "_"),
    mediaType,
    path: paths[index] ?? "",
  }));
  return { title: printedText(composition.title), sections, numberedHeadings, attachments };
}

interface Section {
  readonly start: PageStart;
  readonly blocks: Exclude<WrittenBlock, PageStart>[];
}

function sectionsOf(blocks: readonly WrittenBlock[]): readonly Section[] {
  const sections: Section[] = [];
  for (const block of blocks) {
    if (block.kind === "page-start") sections.push({ start: block, blocks: [] });
    else {
      if (sections.length === 0) sections.push({ start: FIRST_PAGE, blocks: [] });
      sections.at(-1)?.blocks.push(block);
    }
  }
  return sections.length === 0 ? [{ start: FIRST_PAGE, blocks: [] }] : sections;
}

interface Builder {
  readonly measure: Measure;
  readonly glyphs: GlyphCheck;
  /** Headings to this level are in the contents. */
  readonly levels: number;
  tables: number;
}

function setBlocks(blocks: Section["blocks"], start: PageStart, builder: Builder): readonly SetBlock[] {
  const set: SetBlock[] = [];
  let title = start.name;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "heading") {
      title = block.text;
      set.push(setHeading(block, builder));
    } else if (block.kind === "table") {
      set.push(setTableBlock(block, { room: roomFor(blocks, index, start), title, builder }));
    } else if (block.kind === "contents") {
      builder.glyphs.check(block.title, "title", () => "目录的标题");
      set.push({ kind: "contents", title: printedText(block.title) });
    } else if (block.role === "cover-title" || block.role === "cover-line") {
      const lines = [{ title: block.role === "cover-title", text: setText(block, "title", builder) }];
      const last = set.at(-1);
      if (last?.kind === "cover") set.splice(-1, 1, { kind: "cover", lines: [...last.lines, ...lines] });
      else set.push({ kind: "cover", lines });
    } else set.push(setParagraph(block, builder));
  }
  return set;
}

const HEADING_TYPEFACES: readonly TypefaceName[] = ["hei", "kai", "body"];

function setHeading({ level, style, text, listedAs }: Heading, { glyphs, levels }: Builder): SetBlock {
  const typeface = style === "table-title" ? "title" : (HEADING_TYPEFACES[level - 1] ?? "body");
  glyphs.check(printedText(text), typeface, () => `标题“${startOf(text)}”`);
  glyphs.check(printedText(listedAs ?? ""), "body", () => `目录中的“${startOf(listedAs ?? "")}”`);
  return {
    kind: "heading",
    level: Math.min(Math.max(level, 1), 6),
    style: style ?? "",
    text: printedText(text),
    listed: printedText(listedAs ?? text),
    isListed: level <= levels,
  };
}

function setTableBlock(
  table: Table,
  { room, title, builder }: { readonly room: PageRoom; readonly title: string; readonly builder: Builder },
): SetBlock {
  const { measure, glyphs } = builder;
  builder.tables += 1;
  return { kind: "table", ...setTable(table, { room, measure, glyphs, title, index: builder.tables - 1 }) };
}

/** Roles whose tabs part what stands at the left, in the middle and at the right. */
const SPREAD = "table-head";

function setParagraph(paragraph: Paragraph, builder: Builder): SetBlock {
  const { role } = paragraph;
  const typeface = role === undefined ? "body" : "song";
  const text = setText(paragraph, typeface, builder);
  const parts = role === SPREAD ? tabbedParts(text) : [withoutTabs(text)];
  return { kind: "paragraph", role: role ?? "body", parts };
}

function setText({ text, runs }: Paragraph, typeface: TypefaceName, { glyphs }: Builder): SetText {
  glyphs.check(printedText(text), typeface, () => `段落“${startOf(text)}”`);
  return setRuns(text, runs);
}

/** Tabs of other paragraphs keep words apart. */
function withoutTabs(text: SetText): SetText {
  return mapText(text, (words) => words.replaceAll("\t", "\u3000".repeat(4)));
}

const SHOWN_LENGTH = 12;
const startOf = (text: string): string => {
  const tidy = printedText(text).replace(/\s+/gu, " ");
  return tidy.length > SHOWN_LENGTH ? `${tidy.slice(0, SHOWN_LENGTH)}…` : tidy;
};
