// What a ZIP really is: an Office file is one too. Told from the names inside, not from the file's name.

import { DocumentError } from "../document-error.ts";
import type { ZipEntry } from "./archive.ts";
import { zipEntries } from "./archive.ts";
import { ZIP_LIMITS } from "./limits.ts";

/** PackageKind: the kinds of file that are ZIP archives inside. */
export type PackageKind = "docx" | "xlsx" | "pptx" | "opendocument" | "ofd" | "zip";

const MARKS: readonly (readonly [PackageKind, RegExp])[] = [
  ["docx", /^word\/[^/]+\.xml$/u],
  ["xlsx", /^xl\/(?:workbook|worksheets\/[^/]+)\.(?:xml|bin)$/u],
  ["pptx", /^ppt\/presentation\.xml$/u],
  ["ofd", /^OFD\.xml$/u],
];

/** The kind of an archive by its entries. */
export function kindOfEntries(entries: readonly ZipEntry[]): PackageKind {
  const names = entries.map(({ name }) => name.replaceAll("\\", "/"));
  const isOffice = names.includes("[Content_Types].xml");
  const found = MARKS.find(
    ([kind, mark]) => (isOffice || kind === "ofd") && names.some((name) => mark.test(name)),
  );
  if (found !== undefined) return found[0];
  return names.includes("mimetype") && names.includes("content.xml") ? "opendocument" : "zip";
}

/** The kind of a file that begins as a ZIP does; undefined for other bytes and for broken archives. */
export function packageKind(bytes: Uint8Array): PackageKind | undefined {
  if (!looksLikeZip(bytes)) return undefined;
  try {
    return kindOfEntries(zipEntries(bytes, ZIP_LIMITS));
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}

/** True for bytes that begin as an archive, an empty one included. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  return (
    first === 0x50 &&
    second === 0x4b &&
    ((third === 3 && fourth === 4) || (third === 5 && fourth === 6) || (third === 7 && fourth === 8))
  );
}
