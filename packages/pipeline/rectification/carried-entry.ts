// An entry as cells of the hidden sheet: its JSON in pieces that fit into cells, each between two bars, so
// that no program takes blanks from its ends.

import type { LedgerEntry } from "@jueming/core/rectification/ledger.ts";

import { entryFromJson, entryJson } from "./ledger-json.ts";

const PIECE = 20_000;
/** What cells do not keep as it is; in JSON it may be written by its code. */
const LOST =
  // oxlint-disable-next-line no-control-regex -- exactly the characters that spreadsheets do not allow
  /[\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uD800-\uDFFF\uFFFE\uFFFF]/g;

/** The id and the pieces. */
export function carriedCells(entry: LedgerEntry): readonly string[] {
  const json = JSON.stringify(entryJson(entry)).replaceAll(
    LOST,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const count = Math.ceil(json.length / PIECE);
  const pieces = Array.from({ length: count }, (_, index) => json.slice(index * PIECE, (index + 1) * PIECE));
  return [entry.id, ...pieces.map((piece) => `|${piece}|`)];
}

/** The entry of the pieces; undefined where they are damaged. */
export function carriedEntry(pieces: readonly string[]): LedgerEntry | undefined {
  const json = pieces.map((piece) => piece.replace(/^\|/u, "").replace(/\|$/u, "")).join("");
  try {
    return entryFromJson({ value: JSON.parse(json), path: "" });
  } catch {
    return undefined;
  }
}
