// Bytes to a disclosure: the format by content, its reader, then recognition; our own JSON needs none.

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { fromDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import type { Document } from "@jueming/core/document/document.ts";
import type { RecognizeOptions } from "@jueming/core/recognize/recognize.ts";
import { recognize } from "@jueming/core/recognize/recognize.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";
import { formatOf } from "@jueming/documents/formats.ts";
import { DISCLOSURE_MEDIA_TYPE } from "@jueming/documents/json/reader.ts";

import { readApart } from "./reading-apart.ts";

/** ReadOptions: what a person says that the document does not. */
export type ReadOptions = RecognizeOptions;

/** Reads bytes as a document by the format that their content shows. */
async function documentOf(bytes: Uint8Array, source: string): Promise<Document> {
  const format = await formatOf(bytes, source);
  return format.apart ? readApart({ bytes, source }) : format.read(bytes, source);
}

/** Reads bytes as a disclosure; throws a DocumentError where there is none of ours in them. */
export async function disclosureOf(
  bytes: Uint8Array,
  source: string,
  options: ReadOptions = {},
): Promise<Disclosure> {
  return disclosureIn(await documentOf(bytes, source), options);
}

/** The disclosure in a document that was read; throws a DocumentError where there is none of ours. */
export function disclosureIn(document: Document, options: ReadOptions = {}): Disclosure {
  const carried = document.attachments?.find(({ mediaType }) => mediaType === DISCLOSURE_MEDIA_TYPE);
  if (carried !== undefined) return carriedDisclosure(carried.bytes);
  const disclosure = recognize(document, options);
  if (isNothingOfOurs(disclosure)) {
    throw new DocumentError(
      "not-a-disclosure",
      "文件能读取，但没有找到决算公开表、绩效自评表或情况说明。请确认给的是部门决算公开或绩效自评材料。",
    );
  }
  return disclosure;
}

function carriedDisclosure(bytes: Uint8Array): Disclosure {
  const reading = fromDisclosureJson(JSON.parse(new TextDecoder().decode(bytes)));
  if (!reading.ok) throw new DocumentError(reading.reason, reading.message);
  return reading.disclosure;
}

function isNothingOfOurs(disclosure: Disclosure): boolean {
  return (
    disclosure.tables.length === 0 &&
    disclosure.evaluations.length === 0 &&
    disclosure.departmentEvaluation === null &&
    disclosure.narrative.length === 0
  );
}
