// Looks over the records of a BIFF stream before the library parses them: it reads the length of a text
// from its record, and where the record has none it never ends and takes all memory there is.

import { compoundKind, openCompoundFile } from "../doc/compound-file.ts";
import { DocumentError } from "../document-error.ts";

const HEADER_BYTES = 4;
/** The records of texts that formulas give (STRING), in the old and the new numbering. */
const TEXT_RECORDS: ReadonlySet<number> = new Set([0x0007, 0x0207]);
const TEXT_BYTES = 2;

/** True where a record announces a text and has no place for its length. */
export function hasEndlessText(bytes: Uint8Array): boolean {
  const stream = workbookStream(bytes);
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let at = 0;
  while (at + HEADER_BYTES <= stream.length) {
    const length = view.getUint16(at + 2, true);
    if (length < TEXT_BYTES && TEXT_RECORDS.has(view.getUint16(at, true))) return true;
    at += HEADER_BYTES + length;
  }
  return false;
}

/** The records of a workbook; for a container that does not open the library finds its own words. */
function workbookStream(bytes: Uint8Array): Uint8Array {
  try {
    if (compoundKind(bytes) === undefined) return bytes;
    const file = openCompoundFile(bytes);
    return file.stream("Workbook") ?? file.stream("Book") ?? new Uint8Array(0);
  } catch (error) {
    if (error instanceof DocumentError) return new Uint8Array(0);
    throw error;
  }
}
