// Bytes to a disclosure: the format by content, its reader, then recognition; our own JSON needs none.

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { alterationsSince, FIGURES_MEDIA_TYPE } from "@jueming/core/compare/carried-figures.ts";
import { reunite } from "@jueming/core/compare/reunite.ts";
import { fromDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import type { Document } from "@jueming/core/document/document.ts";
import type { RecognizeOptions } from "@jueming/core/recognize/recognize.ts";
import { recognize } from "@jueming/core/recognize/recognize.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";
import { formatOf } from "@jueming/documents/formats.ts";
import { DISCLOSURE_MEDIA_TYPE } from "@jueming/documents/json/reader.ts";

import { inputMarkOf } from "./input-workbook/input-mark.ts";
import { readApart } from "./reading-apart.ts";

/** ReadOptions: what a person says that the document does not. */
export interface ReadOptions extends RecognizeOptions {
  /** True to read a document that we wrote as a stranger's: what it carries is left aside. */
  readonly ignoreCarried?: boolean;
}

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
    return disclosureFrom(await format.read(bytes, source), options);
  const read = await readApart({ bytes, source, options }, format.apart);
  return "document" in read ? disclosureFrom(read.document, options) : disclosureOfJson(read.disclosure);
}

/** A filled-in input workbook is read by its plan, every other document is recognised. */
async function disclosureFrom(document: Document, options: ReadOptions): Promise<Disclosure> {
  const mark = inputMarkOf(document);
  if (mark === undefined) return disclosureIn(document, options);
  return (await import("./input-workbook/reading/read-input-workbook.ts")).readInputWorkbook(document, mark);
}

/** The disclosure in a document that was read; throws a DocumentError where there is none of ours. */
export function disclosureIn(document: Document, options: ReadOptions = {}): Disclosure {
  const isJson = document.blocks.length === 0;
  const carried = options.ignoreCarried === true && !isJson ? null : carriedDisclosure(document);
  if (carried !== null) return isJson ? carried : reunited(document, carried);
  const disclosure = recognize(document, options);
  if (isNothingOfOurs(disclosure)) {
    throw new DocumentError(
      "not-a-disclosure",
      "文件能读取，但没有找到决算公开表、绩效自评表或情况说明。请确认给的是部门决算公开或绩效自评材料。",
    );
  }
  return disclosure;
}

/** The disclosure that a document carries; null where it carries none, or none that can be read beside its text. */
function carriedDisclosure({ attachments, blocks }: Document): Disclosure | null {
  const bytes = attachments?.find(({ mediaType }) => mediaType === DISCLOSURE_MEDIA_TYPE)?.bytes;
  if (bytes === undefined) return null;
  if (blocks.length === 0) return disclosureOfJson(jsonIn(bytes));
  const reading = fromDisclosureJson(jsonIn(bytes));
  return reading.ok ? reading.disclosure : null;
}

function disclosureOfJson(json: unknown): Disclosure {
  const reading = fromDisclosureJson(json);
  if (!reading.ok) throw new DocumentError(reading.reason, reading.message);
  return reading.disclosure;
}

/** What stands in the document with what it carries; whatever was changed by hand since is told. */
function reunited(document: Document, carried: Disclosure): Disclosure {
  const { code } = carried.region;
  const visible = recognize(document, code === null ? {} : { region: code });
  const figures = document.attachments?.find(({ mediaType }) => mediaType === FIGURES_MEDIA_TYPE);
  const alterations = figures === undefined ? null : alterationsSince(jsonIn(figures.bytes), visible);
  return alterations === null ? visible : reunite(visible, carried, alterations);
}

/** What is carried may have been damaged with the document: then it says nothing. */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

function isNothingOfOurs(disclosure: Disclosure): boolean {
  return (
    disclosure.tables.length === 0 &&
    disclosure.evaluations.length === 0 &&
    disclosure.departmentEvaluation === null &&
    disclosure.narrative.length === 0
  );
}
