// Files carried inside a workbook as custom XML parts, which spreadsheet programs keep and do not show.

import type { Attachment } from "@jueming/core/document/document.ts";

import type { PackageParts } from "./package-parts.ts";
import { readPart } from "./read-part.ts";
import type { Relationship } from "./relationships.ts";
import { attributesOf } from "./xml-scanner.ts";

const NAMESPACE = "urn:jueming:attachment:1";
const ELEMENT = "attachment";
const RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a package with the attachments among them. */
export function withAttachments(
  parts: Readonly<Record<string, Uint8Array>>,
  attachments: readonly Attachment[],
): Readonly<Record<string, Uint8Array>> {
  const relationships = "xl/_rels/workbook.xml.rels";
  const added = attachments.map(
    ({ name, mediaType, bytes }, index) =>
      [
        `customXml/item${index + 1}.xml`,
        encode(
          `${DECLARATION}<${ELEMENT} xmlns="${NAMESPACE}" name="${escaped(name)}" mediaType="${escaped(mediaType)}">${base64(bytes)}</${ELEMENT}>`,
        ),
      ] as const,
  );
  const links = added
    .map(
      ([name], index) =>
        `<Relationship Id="rIdAttachment${index + 1}" Type="${RELATIONSHIP}" Target="../${name}"/>`,
    )
    .join("");
  const before = new TextDecoder().decode(parts[relationships]);
  return {
    ...parts,
    ...Object.fromEntries(added),
    [relationships]: encode(before.replace("</Relationships>", `${links}</Relationships>`)),
  };
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The attachments that a workbook carries; other custom XML is none of ours. */
export function readAttachments(
  parts: PackageParts,
  relationships: readonly Relationship[],
): readonly Attachment[] {
  return relationships
    .filter(({ kind, target }) => kind === "customXml" && parts.has(target))
    .flatMap(({ target }) => attachmentIn(parts, target));
}

function attachmentIn(parts: PackageParts, part: string): readonly Attachment[] {
  let found: { readonly name: string; readonly mediaType: string } | undefined;
  const pieces: string[] = [];
  readPart(parts, part, {
    open: (element, text) => {
      const attributes = attributesOf(text);
      if (element !== ELEMENT || attributes.get("xmlns") !== NAMESPACE) return;
      found = { name: attributes.get("name") ?? "", mediaType: attributes.get("mediaType") ?? "" };
    },
    text: (text) => {
      if (found !== undefined) pieces.push(text);
    },
    close: () => {},
  });
  return found === undefined ? [] : [{ ...found, bytes: bytesOf(pieces.join("")) }];
}

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));
const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/gu, (sign) => SIGNS[sign] ?? sign);
