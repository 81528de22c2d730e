// What a page leaves for a table: its type area less the title, label and head above the table and the notes
// below it, where nothing else stands on the page.

import type { PageStart, WrittenBlock } from "@jueming/core/document/composition.ts";

import type { PageRoom } from "./table-measure.ts";

type Block = Exclude<WrittenBlock, PageStart>;

const POINTS_PER_MM = 72 / 25.4;
/** A4 less the margins of the template. */
const PORTRAIT: PageRoom = { width: 156 * POINTS_PER_MM, height: 225 * POINTS_PER_MM };
const LANDSCAPE: PageRoom = { width: 249 * POINTS_PER_MM, height: 156 * POINTS_PER_MM };
/** What title, label and head of a table usually take of its page. */
const USUAL = 75;

/** Sizes, distances of lines and distances to the next block of the template, in points. */
const HEADING = { size: 16, pitch: 28.99, below: 12.99 };
const TITLE = { size: 18, pitch: 30.99, below: 12.99 };
const HEAD_LINE = { size: 10.5, pitch: 13.5, below: 4 };
const NOTE = { size: 9, pitch: 12.6, below: 6 };

interface Setting {
  readonly size: number;
  readonly pitch: number;
  readonly below: number;
}

/** The room for the table at `index` among the blocks of its section. */
export function roomFor(blocks: readonly Block[], index: number, { orientation }: PageStart): PageRoom {
  const page = orientation === "landscape" ? LANDSCAPE : PORTRAIT;
  const above = blocks.slice(0, index).map((block) => heightAbove(block, page.width));
  const rest = blocks.slice(index + 1);
  const end = rest.findIndex((block) => block.kind !== "paragraph" || block.role !== "note");
  const notes = rest.slice(0, end === -1 ? rest.length : end);
  const below = notes.map((note) => ("text" in note ? heightOf(note.text, NOTE, page.width) : 0));
  const isOwnPage = above.every((height) => height !== undefined);
  const taken = isOwnPage
    ? [...above, ...below].reduce<number>((sum, height) => sum + (height ?? 0), 0)
    : USUAL;
  return { width: page.width, height: page.height - Math.min(taken, page.height / 2) };
}

/** What a heading or a line of a table's head takes; undefined for running text. */
function heightAbove(block: Block, width: number): number | undefined {
  if (block.kind === "heading")
    return heightOf(block.text, block.style === "table-title" ? TITLE : HEADING, width);
  if (block.kind !== "paragraph") return undefined;
  const isHeadLine = block.role === "table-head" || block.role === "table-label";
  return isHeadLine ? heightOf(block.text, HEAD_LINE, width) : undefined;
}

function heightOf(text: string, { size, pitch, below }: Setting, width: number): number {
  const perLine = Math.max(1, Math.floor(width / size));
  const lines = text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
  return size + (lines - 1) * pitch + below;
}
