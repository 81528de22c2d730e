// What may be kept as evidence (佐证材料): PDF, pictures and office documents, told by their bytes and never by their
// name. Nothing that a browser or a computer would run: no web page, no SVG, no program, no macros.

import { beginsAsOle, beginsAsZip } from "@jueming/documents/signatures.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";
import { zipEntries } from "@jueming/documents/zip/archive.ts";
import { ZIP_LIMITS } from "@jueming/documents/zip/limits.ts";
import { kindOfEntries } from "@jueming/documents/zip/package-kind.ts";

/** EvidenceType: a kind of file, with the suffix by which it is saved. */
export interface EvidenceType {
  readonly suffix: string;
  readonly mediaType: string;
  /** Other suffixes that a file of this kind may keep. */
  readonly alike: readonly string[];
}

const type = (suffix: string, mediaType: string, ...alike: readonly string[]): EvidenceType => ({
  suffix,
  mediaType,
  alike,
});

const OFFICE = "application/vnd.openxmlformats-officedocument";

const PICTURES: readonly (readonly [EvidenceType, number, readonly string[]])[] = [
  [type("png", "image/png"), 0, ["\u0089PNG\r\n\u001A\n"]],
  [type("jpg", "image/jpeg", "jpeg"), 0, ["\u00FF\u00D8\u00FF"]],
  [type("gif", "image/gif"), 0, ["GIF87a", "GIF89a"]],
  [type("tif", "image/tiff", "tiff"), 0, ["II*\0", "MM\0*"]],
  [type("webp", "image/webp"), 8, ["WEBP"]],
  [type("heic", "image/heic", "heif"), 4, ["ftyphei", "ftypmif1"]],
];

const PACKAGES: Readonly<Partial<Record<ReturnType<typeof kindOfEntries>, EvidenceType>>> = {
  docx: type("docx", `${OFFICE}.wordprocessingml.document`),
  xlsx: type("xlsx", `${OFFICE}.spreadsheetml.sheet`),
  pptx: type("pptx", `${OFFICE}.presentationml.presentation`),
  // 版式文件 (GB/T 33190), in which offices exchange what PDF is elsewhere.
  ofd: type("ofd", "application/ofd"),
};

/** Streams by which compound files of the older office programs are told from others, installers among them. */
const COMPOUNDS: readonly (readonly [EvidenceType, readonly string[]])[] = [
  [type("doc", "application/msword", "wps"), ["WordDocument"]],
  [type("xls", "application/vnd.ms-excel", "et"), ["Workbook", "Book"]],
  [type("ppt", "application/vnd.ms-powerpoint", "dps"), ["PowerPoint Document"]],
];

/** The names of all kinds, for the message that refuses another. */
export const EVIDENCE_KINDS = "PDF、OFD、图片（PNG、JPG、GIF、TIFF、WebP、HEIC）、Word、Excel、PowerPoint";

/** The kind of a file; undefined where it may not be kept. */
export function evidenceTypeOf(bytes: Uint8Array): EvidenceType | undefined {
  if (startsWith(bytes, 0, "%PDF-")) return type("pdf", "application/pdf");
  const picture = PICTURES.find(([, offset, marks]) => marks.some((mark) => startsWith(bytes, offset, mark)));
  if (picture !== undefined) return picture[0];
  if (beginsAsZip(bytes)) return packageType(bytes);
  return beginsAsOle(bytes) ? compoundType(bytes) : undefined;
}

const startsWith = (bytes: Uint8Array, offset: number, mark: string): boolean =>
  Buffer.from(bytes.subarray(offset, offset + mark.length)).toString("latin1") === mark;

function packageType(bytes: Uint8Array): EvidenceType | undefined {
  try {
    const entries = zipEntries(bytes, ZIP_LIMITS);
    if (entries.some(({ name }) => /vbaProject\.bin$/iu.test(name))) return undefined;
    return PACKAGES[kindOfEntries(entries)];
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}

function compoundType(bytes: Uint8Array): EvidenceType | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = (stream: string): boolean => file.includes(Buffer.from(`${stream}\0`, "utf16le"));
  if (names("_VBA_PROJECT")) return undefined;
  return COMPOUNDS.find(([, streams]) => streams.some(names))?.[0];
}

const LONGEST_NAME = 120;

/** The name under which a file is kept: no folders, no signs that file systems refuse, the suffix of its kind. */
export function safeName(given: string, { suffix, alike }: EvidenceType): string {
  const last =
    given
      .normalize("NFC")
      .split(/[\\/]/u)
      .at(-1)
      ?.replaceAll(/[:*?"<>|\p{C}]/gu, "")
      .trim() ?? "";
  const dot = last.lastIndexOf(".");
  const own = dot > 0 ? last.slice(dot + 1).toLowerCase() : "";
  const kept = own === suffix || alike.includes(own) ? own : suffix;
  const stem = (dot > 0 && kept === own ? last.slice(0, dot) : last).replace(/^[.\s]+/u, "");
  return `${[...(stem === "" ? "佐证材料" : stem)].slice(0, LONGEST_NAME).join("")}.${kept}`;
}
