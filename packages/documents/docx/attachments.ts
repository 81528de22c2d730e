// Attachments of a Word file: custom XML parts, one each, which Word, WPS and LibreOffice carry along when
// they save. The bytes stand in them as base64, so that any attachment survives.

import { Buffer } from "node:buffer";

import type { Attachment } from "@jueming/core/document/document.ts";

import { readXml } from "./xml-tree.ts";

/** The namespace by which our parts are told from those of other programs. */
const NAMESPACE = "urn:jueming:attachment:1";
const PROPERTIES_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps";
const PROPERTIES_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
/** XML readers refuse very long texts; the base64 is parted into pieces. A multiple of 3 bytes each. */
const PIECE_BYTES = 48 * 1024;

/** The parts of an attachment by their names; the number tells them from other custom XML parts. */
export function attachmentPart(attachment: Attachment, number: number): Readonly<Record<string, string>> {
  return {
    [`customXml/item${number}.xml`]: itemXml(attachment),
    [`customXml/itemProps${number}.xml`]: propertiesXml(number),
    [`customXml/_rels/item${number}.xml.rels`]:
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId1" Type="${PROPERTIES_LINK}" Target="itemProps${number}.xml"/></Relationships>`,
  };
}

function itemXml({ name, mediaType, bytes }: Attachment): string {
  let pieces = "";
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    pieces += `<piece>${Buffer.from(bytes.subarray(at, at + PIECE_BYTES)).toString("base64")}</piece>`;
  }
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<attachment xmlns="${NAMESPACE}">` +
    `<file name="${quoted(name)}" mediaType="${quoted(mediaType)}" bytes="${bytes.length}"/>` +
    `${pieces}</attachment>`
  );
}

/** A fixed identity: the same document is always the same bytes. */
function propertiesXml(number: number): string {
  const id = `{6A75656D-696E-4700-8000-${String(number).padStart(12, "0")}}`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>' +
    `<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${PROPERTIES_NAMESPACE}">` +
    `<ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`
  );
}

function quoted(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;");
}

const NAME_LENGTH = 255;
const BYTES_LIMIT = 64 * 1024 * 1024;
/** The namespace is declared by the first element, whoever wrote the part anew. */
const HEAD_BYTES = 4096;

/** Whether a custom XML part is one of ours; other programs keep theirs in the same place. */
export function isAttachmentPart(part: Uint8Array): boolean {
  return new TextDecoder().decode(part.subarray(0, HEAD_BYTES)).includes(NAMESPACE);
}

/** The attachment in a part of ours; undefined where it was changed or cut. */
export function attachmentIn(part: Uint8Array): Attachment | undefined {
  const pieces: string[] = [];
  let file: Readonly<Record<string, string>> = {};
  readXml(part, {
    kept: new Set(["attachment", "file", "piece"]),
    dropped: new Set(),
    texts: new Set(["piece"]),
    container: "attachment",
    onChild: ({ name, attributes, text }) => {
      if (name === "file") file = attributes;
      else pieces.push(text.trim());
    },
  });
  const { name, mediaType, bytes: announced } = file;
  const size = Number(announced);
  if (name === undefined || mediaType === undefined || announced === undefined) return undefined;
  if (!Number.isSafeInteger(size) || size < 0 || size > BYTES_LIMIT) return undefined;
  const bytes = bytesOf(pieces, size);
  if (bytes === undefined) return undefined;
  return { name: name.slice(0, NAME_LENGTH), mediaType: mediaType.slice(0, NAME_LENGTH), bytes };
}

/** The bytes of the pieces, if they are as many as announced. */
function bytesOf(pieces: readonly string[], size: number): Uint8Array | undefined {
  if (pieces.some((piece) => !/^[A-Za-z0-9+/]*={0,2}$/u.test(piece))) return undefined;
  const length = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece, "base64"), 0);
  if (length !== size) return undefined;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    const decoded = Buffer.from(piece, "base64");
    bytes.set(decoded, at);
    at += decoded.length;
  }
  return bytes;
}
