// What is written: the blocks of a document with the breaks between its pages, and what it carries. The
// blocks are those that readers make, so that what is composed can be recognised without any format.

import type { Attachment, Block, Document } from "./document.ts";

/** PageStart: a new page begins, and with it a stretch of pages of one orientation. */
export interface PageStart {
  readonly kind: "page-start";
  readonly orientation: "portrait" | "landscape";
  /** False for pages that carry no number, such as the cover. */
  readonly numbered: boolean;
  /** Short name of the part that begins, unique in the document: a sheet's name, a bookmark. */
  readonly name: string;
}

/** Contents (目录): the headings up to a level, with the numbers of their pages. */
export interface Contents {
  readonly kind: "contents";
  readonly title: string;
  readonly levels: number;
}

export type WrittenBlock = Block | PageStart | Contents;

/** Composition: a document to be written, whatever the format. */
export interface Composition {
  /** Title among the properties of the file. */
  readonly title: string;
  readonly blocks: readonly WrittenBlock[];
  /** Files carried inside, such as the disclosure behind the report. */
  readonly attachments: readonly Attachment[];
}

/** The composition as a reader would see it, page breaks and contents left out. */
export function documentOf(composition: Composition, source: string): Document {
  const blocks = composition.blocks.filter(
    (block): block is Block => block.kind !== "page-start" && block.kind !== "contents",
  );
  return { source, blocks, problems: [] };
}
