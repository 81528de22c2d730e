// The package round the document: attachments are added, and everything is packed so that the same document
// is always the same bytes. The library stamps the time of writing into the file; here it is taken out.

import type { Attachment } from "@jueming/core/document/document.ts";
import type { Document } from "docx";
import { Packer } from "docx";
import { unzipSync, zipSync } from "fflate";

import { carryAttachments } from "../carried-parts.ts";
import { printable } from "./inline-content.ts";
import { fontTable } from "./typefaces.ts";

/** The first moment that a ZIP can tell; fields of local time, so that every place writes the same. */
const NO_TIME = new Date(1980, 0, 1);

/** Packs the document with its attachments. */
export async function packed(
  document: Document,
  title: string,
  attachments: readonly Attachment[],
): Promise<Uint8Array> {
  const overrides = [
    { path: "word/fontTable.xml", data: fontTable() },
    { path: "docProps/core.xml", data: coreProperties(title) },
  ];
  const compiled = await Packer.toBuffer(document, false, overrides);
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(new Uint8Array(compiled))));
  carryAttachments(parts, attachments);
  return packedParts(parts);
}

/** Parts as a package without a time in it. The list of types comes first, where readers that stream want it. */
export function packedParts(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const ordered = [...parts].toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(ordered), { mtime: NO_TIME, level: 6 });
}

function rank(name: string): number {
  if (name === "[Content_Types].xml") return 0;
  return name.startsWith("_rels/") ? 1 : 2;
}

function coreProperties(title: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escaped(printable(title))}</dc:title></cp:coreProperties>`
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
