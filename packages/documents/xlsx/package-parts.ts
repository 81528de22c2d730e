// The parts of a ZIP package (OPC), unpacked piece by piece under limits. Sizes that the directory claims
// are not believed: what really comes out is counted, so that a bomb ends after a few megabytes.

import { Inflate } from "fflate";

import { DocumentError } from "../document-error.ts";
import type { WorkbookLimits } from "../workbook/limits.ts";
import { megabytes, tooLarge } from "../workbook/limits.ts";

/** PackageParts: the entries of a package by name, without a leading slash. */
export interface PackageParts {
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** Unpacks a part piece by piece; the last piece is marked. */
  readonly unpack: (name: string, take: (piece: Uint8Array, isLast: boolean) => void) => void;
}

interface Entry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedSize: number;
  readonly headerAt: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const HEADER_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const SENTINEL = 0xffffffff;
/** Packed bytes taken at once; what comes of them is at most a thousand times as much. */
const PIECE = 16 * 1024;

/** The error for a package that is cut off or broken. */
export function damagedPackage(cause?: unknown): DocumentError {
  return new DocumentError(
    "damaged",
    "表格文件已损坏或不完整。请重新下载，或用 Excel、WPS 打开修复后另存为 .xlsx 再试。",
    { cause },
  );
}

/** Opens a package by its directory at the end. */
export function openPackage(bytes: Uint8Array, limits: WorkbookLimits): PackageParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view, limits);
  const folded = new Map([...entries.keys()].map((name) => [name.toLowerCase(), name]));
  const find = (name: string): Entry | undefined =>
    entries.get(name) ?? entries.get(folded.get(name.toLowerCase()) ?? "");
  let expanded = 0;
  return {
    names: [...entries.keys()],
    has: (name) => find(name) !== undefined,
    unpack: (name, take) => {
      const entry = find(name);
      if (entry === undefined) throw damagedPackage();
      let own = 0;
      unpackEntry(packedBytes(bytes, view, entry), entry, (piece, isLast) => {
        own += piece.length;
        expanded += piece.length;
        checkExpansion(own, entry.packedSize, limits);
        if (expanded > limits.expandedBytes) {
          throw tooLarge(`文件解压后超过 ${megabytes(limits.expandedBytes)} MB 的上限`);
        }
        take(piece, isLast);
      });
    },
  };
}

function checkExpansion(expanded: number, packed: number, limits: WorkbookLimits): void {
  if (expanded > limits.harmlessBytes && expanded > packed * limits.expansionRatio) {
    throw tooLarge(`文件内的数据解压后膨胀超过 ${limits.expansionRatio} 倍，可能是恶意构造的压缩文件`);
  }
}

function readDirectory(bytes: Uint8Array, view: DataView, limits: WorkbookLimits): Map<string, Entry> {
  const end = findEnd(view);
  if (end === undefined) throw damagedPackage();
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  const size = view.getUint32(end + 12, true);
  // Bytes put before a package shift it; the directory still lies right before its end record.
  if (at + size > end || (at !== SENTINEL && !isSignature(view, at, ENTRY_SIGNATURE))) at = end - size;
  while (isSignature(view, at, ENTRY_SIGNATURE) && at + 46 <= bytes.length) {
    if (entries.size >= limits.entries) throw tooLarge(`压缩包里的文件超过 ${limits.entries} 个`);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength));
    const extra = { start: at + 46 + nameLength, length: extraLength };
    // Two entries of one name are ambiguous; the first is what office programs show.
    if (!entries.has(name)) entries.set(name, readEntry(view, at, extra));
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

function isSignature(view: DataView, at: number, signature: number): boolean {
  return at >= 0 && at + 4 <= view.byteLength && view.getUint32(at, true) === signature;
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (isSignature(view, at, END_SIGNATURE)) return at;
  }
  return undefined;
}

/** Some programs write back slashes; a part's name has no leading slash. */
function decodeName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll("\\", "/").replace(/^\/+/u, "");
}

interface Stretch {
  readonly start: number;
  readonly length: number;
}

function readEntry(view: DataView, at: number, extra: Stretch): Entry {
  const long = longSizes(view, at, extra);
  return {
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    packedSize: long.packedSize ?? view.getUint32(at + 20, true),
    headerAt: long.headerAt ?? view.getUint32(at + 42, true),
  };
}

const LONG_SIZES = 1;

/** ZIP64 sizes, which streaming writers give to small files too; only fields marked as too long are there. */
function longSizes(view: DataView, at: number, extra: Stretch): { packedSize?: number; headerAt?: number } {
  const isMarked = [24, 20, 42].map((offset) => view.getUint32(at + offset, true) === SENTINEL);
  if (!isMarked.includes(true)) return {};
  const end = Math.min(extra.start + extra.length, view.byteLength);
  for (let field = extra.start; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== LONG_SIZES) continue;
    let value = field + 4;
    const next = (isPresent: boolean | undefined): number | undefined => {
      if (isPresent !== true || value + 8 > end) return undefined;
      value += 8;
      return Number(view.getBigUint64(value - 8, true));
    };
    next(isMarked[0]);
    const packedSize = next(isMarked[1]);
    const headerAt = next(isMarked[2]);
    return {
      ...(packedSize === undefined ? {} : { packedSize }),
      ...(headerAt === undefined ? {} : { headerAt }),
    };
  }
  return {};
}

function packedBytes(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const { headerAt, packedSize } = entry;
  if (headerAt + 30 > bytes.length || !isSignature(view, headerAt, HEADER_SIGNATURE)) throw damagedPackage();
  const start = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  if (start + packedSize > bytes.length) throw damagedPackage();
  return bytes.subarray(start, start + packedSize);
}

type TakePiece = (piece: Uint8Array, isLast: boolean) => void;

const STORED = 0;
const DEFLATED = 8;

function unpackEntry(packed: Uint8Array, entry: Entry, take: TakePiece): void {
  if (entry.isEncrypted) {
    throw new DocumentError("encrypted", "压缩包有密码，无法读取。请解除密码后另存，再重试。");
  }
  if (entry.method === STORED) {
    for (let at = 0; at < packed.length; at += PIECE) take(packed.subarray(at, at + PIECE), false);
    take(new Uint8Array(0), true);
    return;
  }
  if (entry.method !== DEFLATED) throw damagedPackage();
  const state = { isFinished: false };
  const inflate = new Inflate((piece, isLast) => {
    state.isFinished ||= isLast;
    take(piece, isLast);
  });
  for (let at = 0; at < packed.length && !state.isFinished; at += PIECE) {
    pushPiece(inflate, packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  }
  if (!state.isFinished) throw damagedPackage();
}

function pushPiece(inflate: Inflate, piece: Uint8Array, isLast: boolean): void {
  try {
    inflate.push(piece, isLast);
  } catch (error) {
    throw error instanceof DocumentError ? error : damagedPackage(error);
  }
}
