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

/** Text from this size on is read apart too: recognition of it may take seconds. */
const LARGE_TEXT = 512 * 1024;

/** Reads bytes, which are used up, as a disclosure; throws a DocumentError where there is none of ours in them. */
export async function disclosureOf(
  bytes: Uint8Array,
  source: string,
  options: ReadOptions = {},
): Promise<Disclosure> {
  const format = await formatOf(bytes, source);
  if (format.apart === undefined && bytes.length < LARGE_TEXT)
    return disclosureIn(await format.read(bytes, source), options);
  const read = await readApart({ bytes, source, options }, format.apart);
  return "document" in read ? disclosureIn(read.document, options) : disclosureOfJson(read.disclosure);
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
  return disclosureOfJson(JSON.parse(new TextDecoder().decode(bytes)));
}

function disclosureOfJson(json: unknown): Disclosure {
  const reading = fromDisclosureJson(json);
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
