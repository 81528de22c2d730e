// How a page that we wrote is known again. Its `main` holds the document and nothing else; what only helps to
// move about in it is marked; what it carries lies in scripts that no browser runs.

import type { Attachment } from "@jueming/core/document/document.ts";

/** Attribute of the element that holds the document, and of what in it is no part of the document. */
export const OWN_MARK = "data-jueming";
export const DOCUMENT_MARK = "document";
export const AID_MARK = "aid";
/** Attribute of a heading: its level in the document, where that of its element differs. */
export const LEVEL_MARK = "data-level";
/** Attribute of a script that is an attachment: its name. Its type is the media type, its text base64. */
export const ATTACHMENT_MARK = "data-attachment";

const ATTACHMENTS_LIMIT = 16;

/** CarriedScript: an attachment as it lies in the page. */
export interface CarriedScript {
  readonly name: string;
  readonly mediaType: string;
  text: string;
}

/** The attachments that a page carries. */
export function attachmentsOf(scripts: readonly CarriedScript[]): readonly Attachment[] {
  return scripts.slice(0, ATTACHMENTS_LIMIT).map(({ name, mediaType, text }) => ({
    name,
    mediaType,
    bytes: new Uint8Array(Buffer.from(text, "base64")),
  }));
}
