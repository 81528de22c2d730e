// OLE compound files ([MS-CFB]): the container of old Office files and of password-protected new ones.
// Every chain of sectors is followed with a limit, because a loop in it is the easiest trap to build.

import { DocumentError } from "../document-error.ts";

/** CompoundFile: the streams of a container by name. */
export interface CompoundFile {
  readonly names: ReadonlySet<string>;
  /** The bytes of a stream; undefined where there is none of this name. */
  readonly stream: (name: string) => Uint8Array | undefined;
}

/** CompoundKind: what a compound file holds. */
export type CompoundKind = "doc" | "xls" | "ppt" | "encrypted" | "other";

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const SMALL_SECTOR_BYTES = 64;
const HEADER_SLOTS = 109;
/** Sector numbers from here on are marks: free, end of chain, tables. */
const MARKS_FROM = 0xfffffffa;

interface Container {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly sectorBytes: number;
  readonly table: Uint32Array;
}

interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly bytes: number;
}

/** True for bytes that begin as a compound file. */
export function looksLikeCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte);
}

/** What a compound file holds; undefined for other bytes and for broken files. */
export function compoundKind(bytes: Uint8Array): CompoundKind | undefined {
  if (!looksLikeCompoundFile(bytes)) return undefined;
  try {
    return kindOfNames(openCompoundFile(bytes).names);
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}

/** The kind of a container by the names of its streams. */
export function kindOfNames(names: ReadonlySet<string>): CompoundKind {
  if (names.has("EncryptedPackage") || names.has("EncryptionInfo")) return "encrypted";
  if (names.has("WordDocument")) return "doc";
  if (names.has("Workbook") || names.has("Book")) return "xls";
  return names.has("PowerPoint Document") ? "ppt" : "other";
}

/** Opens a compound file; throws `damaged` where its tables lead nowhere. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  if (!looksLikeCompoundFile(bytes) || bytes.length < HEADER_BYTES) throw brokenContainer();
  const container = containerOf(bytes);
  const { view } = container;
  const entries = directoryOf(chainBytes(container, view.getUint32(48, true)));
  const root = entries.find(({ type }) => type === 5);
  const cutoff = view.getUint32(56, true);
  const stream = (name: string): Uint8Array | undefined => {
    const entry = entries.find((known) => known.type === 2 && known.name === name);
    if (entry === undefined) return undefined;
    const whole =
      entry.bytes < cutoff && root !== undefined
        ? smallStream(container, entry, root)
        : chainBytes(container, entry.start, entry.bytes);
    if (whole.length < entry.bytes) throw brokenContainer();
    return whole.subarray(0, entry.bytes);
  };
  return { names: new Set(entries.filter(({ type }) => type === 2).map(({ name }) => name)), stream };
}

function containerOf(bytes: Uint8Array): Container {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw brokenContainer();
  const sectorBytes = 1 << shift;
  const perSector = sectorBytes / 4;
  const sectors = tableSectors(view, sectorBytes, Math.ceil(bytes.length / sectorBytes / perSector) + 1);
  const table = new Uint32Array(sectors.length * perSector).fill(0xffffffff);
  for (const [index, sector] of sectors.entries()) {
    const offset = (sector + 1) * sectorBytes;
    for (let slot = 0; slot < perSector && offset + slot * 4 + 4 <= bytes.length; slot += 1) {
      table[index * perSector + slot] = view.getUint32(offset + slot * 4, true);
    }
  }
  return { bytes, view, sectorBytes, table };
}

/** The sectors that hold the allocation table: the first in the header, further ones in a chain. */
function tableSectors(view: DataView, sectorBytes: number, limit: number): readonly number[] {
  const sectors: number[] = [];
  for (let slot = 0; slot < HEADER_SLOTS; slot += 1) sectors.push(view.getUint32(76 + slot * 4, true));
  let next = view.getUint32(68, true);
  const perSector = sectorBytes / 4;
  for (let step = 0; next < MARKS_FROM && step * perSector < limit + perSector; step += 1) {
    const offset = (next + 1) * sectorBytes;
    if (offset + sectorBytes > view.byteLength) throw brokenContainer();
    for (let slot = 0; slot < perSector - 1; slot += 1) sectors.push(view.getUint32(offset + slot * 4, true));
    next = view.getUint32(offset + sectorBytes - 4, true);
  }
  return sectors.filter((sector) => sector < MARKS_FROM).slice(0, limit);
}

/** The bytes of a chain of sectors, as many as are wanted; a last sector may be cut by the end of the file. */
function chainBytes(container: Container, start: number, wanted = Number.POSITIVE_INFINITY): Uint8Array {
  const { bytes, sectorBytes, table } = container;
  const limit = Math.ceil(bytes.length / sectorBytes);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let sector = start; sector < MARKS_FROM && length < wanted; sector = table[sector] ?? MARKS_FROM) {
    const offset = (sector + 1) * sectorBytes;
    if (offset >= bytes.length || pieces.length >= limit) throw brokenContainer();
    const piece = bytes.subarray(offset, offset + sectorBytes);
    pieces.push(piece);
    length += piece.length;
  }
  return joined(pieces, length);
}

/** Short streams stand in sectors of 64 bytes inside the root's stream. */
function smallStream(container: Container, entry: DirectoryEntry, root: DirectoryEntry): Uint8Array {
  const store = chainBytes(container, root.start, root.bytes);
  const raw = chainBytes(container, container.view.getUint32(60, true));
  const table = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let sector = entry.start; sector < MARKS_FROM && length < entry.bytes;) {
    const offset = sector * SMALL_SECTOR_BYTES;
    if (offset >= store.length || pieces.length * SMALL_SECTOR_BYTES > store.length) throw brokenContainer();
    const piece = store.subarray(offset, offset + SMALL_SECTOR_BYTES);
    pieces.push(piece);
    length += piece.length;
    sector = sector * 4 + 4 <= raw.length ? table.getUint32(sector * 4, true) : MARKS_FROM;
  }
  return joined(pieces, length);
}

function directoryOf(bytes: Uint8Array): readonly DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: DirectoryEntry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const nameBytes = Math.min(64, Math.max(0, view.getUint16(at + 64, true) - 2));
    const name = new TextDecoder("utf-16le").decode(bytes.subarray(at, at + nameBytes));
    const type = view.getUint8(at + 66);
    if (type === 0) continue;
    entries.push({
      name,
      type,
      start: view.getUint32(at + 116, true),
      bytes: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function brokenContainer(): DocumentError {
  return new DocumentError(
    "damaged",
    "旧版 Office 文件不完整或已损坏。请重新下载，或用 Word、WPS 打开后另存为 DOCX 再读取。",
  );
}
