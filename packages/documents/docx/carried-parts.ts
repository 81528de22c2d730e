// Puts attachments into an unpacked Word package, in place of those of ours that it carried before: a
// document made from an older one must not keep the older one's figures.

import type { Attachment } from "@jueming/core/document/document.ts";

import { attachmentPart, isAttachmentPart } from "./attachments.ts";

const TYPES = "[Content_Types].xml";
const LINKS = "word/_rels/document.xml.rels";
const CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";
const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

/** Replaces what the package carries of ours. */
export function carryAttachments(parts: Map<string, Uint8Array>, attachments: readonly Attachment[]): void {
  for (const [name, bytes] of parts) {
    const number = /^customXml\/item(\d+)\.xml$/u.exec(name)?.[1];
    if (number !== undefined && isAttachmentPart(bytes)) dropPart(parts, number);
  }
  let number = 0;
  for (const attachment of attachments) {
    do number += 1;
    while (parts.has(`customXml/item${number}.xml`) || parts.has(`customXml/itemProps${number}.xml`));
    for (const [name, xml] of Object.entries(attachmentPart(attachment, number))) {
      parts.set(name, new TextEncoder().encode(xml));
    }
    const link = `<Relationship Id="carried${number}" Type="${CUSTOM_XML}" Target="../customXml/item${number}.xml"/>`;
    const type = `<Override PartName="/customXml/itemProps${number}.xml" ContentType="${PROPERTIES_TYPE}"/>`;
    change(parts, LINKS, (xml) => insertedBefore(xml, "</Relationships>", link));
    change(parts, TYPES, (xml) => insertedBefore(xml, "</Types>", type));
  }
}

function dropPart(parts: Map<string, Uint8Array>, number: string): void {
  parts.delete(`customXml/item${number}.xml`);
  parts.delete(`customXml/itemProps${number}.xml`);
  parts.delete(`customXml/_rels/item${number}.xml.rels`);
  const link = new RegExp(`<Relationship\\b[^>]*customXml/item${number}\\.xml"[^>]*>`, "gu");
  const type = new RegExp(`<Override\\b[^>]*/customXml/item(?:Props)?${number}\\.xml"[^>]*>`, "gu");
  change(parts, LINKS, (xml) => xml.replace(link, ""));
  change(parts, TYPES, (xml) => xml.replace(type, ""));
}

function change(parts: Map<string, Uint8Array>, name: string, changed: (xml: string) => string): void {
  const bytes = parts.get(name);
  if (bytes === undefined) return;
  parts.set(name, new TextEncoder().encode(changed(new TextDecoder().decode(bytes))));
}

function insertedBefore(xml: string, end: string, text: string): string {
  const at = xml.lastIndexOf(end);
  return at < 0 ? xml : xml.slice(0, at) + text + xml.slice(at);
}
