// Rows as the text of a file, and files as a ZIP, written while the rows are read: a district's figures are more than
// a server should hold.

import { strToU8, Zip, ZipDeflate } from "fflate";

import { BYTE_ORDER_MARK, csvLine } from "@jueming/pipeline/reports/csv-line.ts";

import type { OpenColumn } from "../../contract/open-columns.ts";

/** OpenRow: a value for each column; null for what is not stated. */
export type OpenRow = Readonly<Record<string, string | number | boolean | null>>;

/** A line each is too little to send, or to compress, at a time. */
const PIECE = 32 * 1024;

/** The rows as CSV, with a line of the columns' ids. */
export async function* csvOf(
  columns: readonly OpenColumn[],
  rows: AsyncIterable<OpenRow>,
): AsyncGenerator<string> {
  let piece = BYTE_ORDER_MARK + csvLine(columns.map(({ id }) => id));
  for await (const row of rows) {
    piece += csvLine(columns.map(({ id }) => String(row[id] ?? "")));
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

/** The rows as one JSON list, a row a line. */
export async function* jsonOf(
  columns: readonly OpenColumn[],
  rows: AsyncIterable<OpenRow>,
): AsyncGenerator<string> {
  let piece = "[";
  let before = "\n";
  for await (const row of rows) {
    const fields = Object.fromEntries(columns.map(({ id }) => [id, row[id] ?? null]));
    piece += `${before}${JSON.stringify(fields)}`;
    before = ",\n";
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}\n]\n`;
}

/** ZippedFile: a file by its name, with its text in pieces. */
export interface ZippedFile {
  readonly name: string;
  readonly text: AsyncIterable<string>;
}

/** The files as a ZIP, one after the other. */
export async function* zipOf(files: readonly ZippedFile[]): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    made.push(bytes);
  });
  for (const { name, text } of files) {
    const file = new ZipDeflate(name);
    zip.add(file);
    for await (const piece of text) {
      file.push(strToU8(piece));
      yield* made.splice(0);
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield* made.splice(0);
}
