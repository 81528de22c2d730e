// The parts of a Word file that are read, found through its relationships as Word finds them, with the
// usual names where the relationships are missing.

import { DocumentError } from "../document-error.ts";
import type { ZipEntry } from "../zip/archive.ts";
import { entryContent, zipEntries } from "../zip/archive.ts";
import type { ZipLimits } from "../zip/limits.ts";
import { looksLikeZip } from "../zip/package-kind.ts";
import { readXml } from "./xml-tree.ts";

/** PackageParts: the parts of a document, unpacked. */
export interface PackageParts {
  readonly document: Uint8Array;
  readonly styles: Uint8Array | undefined;
  readonly numbering: Uint8Array | undefined;
  readonly footnotes: Uint8Array | undefined;
  readonly endnotes: Uint8Array | undefined;
  /** Headers and footers. */
  readonly margins: readonly Uint8Array[];
  /** Custom XML parts, in which attachments stand; each is unpacked when it is asked for, and may be broken. */
  readonly customParts: readonly CustomPart[];
}

/** CustomPart: a custom XML part by its name. */
export interface CustomPart {
  readonly name: string;
  readonly unpack: () => Uint8Array | undefined;
}

const MARGINS_LIMIT = 24;
const CUSTOM_PARTS_LIMIT = 24;
const CUSTOM_PART_BYTES = 96 * 1024 * 1024;

/** Opens a Word package; throws a DocumentError that says what the file is instead. */
export function openPackage(bytes: Uint8Array, limits: ZipLimits): PackageParts {
  checkSignature(bytes);
  const entries = new Map(zipEntries(bytes, limits).map((entry) => [partName(entry.name), entry]));
  const read = (entry: ZipEntry | undefined): Uint8Array | undefined =>
    entry === undefined ? undefined : entryContent(bytes, entry, limits);
  const root = relationships(read(entries.get("_rels/.rels")), "");
  const main = root.get("officeDocument")?.[0] ?? "word/document.xml";
  const document = read(entries.get(main) ?? entries.get("word/document.xml"));
  if (document === undefined) throw notWord();
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const links = relationships(read(entries.get(`${folder}_rels/${main.slice(folder.length)}.rels`)), folder);
  const part = (kind: string): Uint8Array | undefined =>
    read(entries.get(links.get(kind)?.[0] ?? `${folder}${kind}.xml`));
  const margins = [...(links.get("header") ?? []), ...(links.get("footer") ?? [])].slice(0, MARGINS_LIMIT);
  return {
    document,
    styles: part("styles"),
    numbering: part("numbering"),
    footnotes: part("footnotes"),
    endnotes: part("endnotes"),
    margins: margins.flatMap((name) => read(entries.get(name)) ?? []),
    customParts: (links.get("customXml") ?? []).slice(0, CUSTOM_PARTS_LIMIT).map((name) => ({
      name,
      unpack: () => customContent(bytes, entries.get(name), limits),
    })),
  };
}

function customContent(
  bytes: Uint8Array,
  entry: ZipEntry | undefined,
  limits: ZipLimits,
): Uint8Array | undefined {
  if (entry === undefined) return undefined;
  const entryBytes = Math.min(limits.entryBytes, CUSTOM_PART_BYTES);
  return entryContent(bytes, entry, { ...limits, entryBytes });
}

/** Targets of relationships by the last word of their type. */
function relationships(
  bytes: Uint8Array | undefined,
  folder: string,
): ReadonlyMap<string, readonly string[]> {
  const targets = new Map<string, string[]>();
  if (bytes === undefined) return targets;
  readXml(bytes, {
    kept: new Set(["Relationships", "Relationship"]),
    dropped: new Set(),
    texts: new Set(),
    container: "Relationships",
    onChild: ({ attributes }) => {
      if (attributes["TargetMode"] === "External") return;
      const kind = (attributes["Type"] ?? "").replace(/^.*\//u, "");
      const name = resolved(attributes["Target"] ?? "", folder);
      targets.set(kind, [...(targets.get(kind) ?? []), name]);
    },
  });
  return targets;
}

function resolved(target: string, folder: string): string {
  const steps = (target.startsWith("/") ? target : folder + target).split("/");
  const path: string[] = [];
  for (const step of steps) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

function partName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\//u, "");
}

function checkSignature(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new DocumentError("empty", "文件是空的（0 字节）。请重新导出或下载。");
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw new DocumentError(
      "encrypted",
      "Word 文件设有打开密码，或其实是旧版 DOC。请用 Word 或 WPS 打开，去掉密码后另存为 DOCX。",
    );
  }
  if (!looksLikeZip(bytes)) throw notWord();
}

function notWord(): DocumentError {
  return new DocumentError(
    "unsupported-format",
    "内容不是 Word 文档（DOCX）。请确认文件没有损坏，用 Word 或 WPS 打开后另存为 DOCX 再读取。",
  );
}
