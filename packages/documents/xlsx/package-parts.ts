// The parts of a ZIP package (OPC), unpacked piece by piece under limits. Sizes that the directory claims
// are not believed: what really comes out is counted, so that a bomb ends after a few megabytes.

import { Inflate } from "fflate";

import { DocumentError } from "../document-error.ts";
import type { WorkbookLimits } from "../workbook/limits.ts";
import { megabytes, tooLarge } from "../workbook/limits.ts";
import type { ZipEntry } from "../zip/archive.ts";
import { DEFLATED, STORED, packedBytes, zipEntries } from "../zip/archive.ts";
import { ZIP_LIMITS } from "../zip/limits.ts";

/** PackageParts: the entries of a package by name, without a leading slash. */
export interface PackageParts {
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** Unpacks a part piece by piece; the last piece is marked. */
  readonly unpack: (name: string, take: (piece: Uint8Array, isLast: boolean) => void) => void;
}

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
  const entries = partsByName(bytes, limits);
  const folded = new Map([...entries.keys()].map((name) => [name.toLowerCase(), name]));
  const find = (name: string): ZipEntry | undefined =>
    entries.get(name) ?? entries.get(folded.get(name.toLowerCase()) ?? "");
  let expanded = 0;
  return {
    names: [...entries.keys()],
    has: (name) => find(name) !== undefined,
    unpack: (name, take) => {
      const entry = find(name);
      if (entry === undefined) throw damagedPackage();
      let own = 0;
      unpackEntry(packedBytes(bytes, entry), entry, (piece, isLast) => {
        own += piece.length;
        expanded += piece.length;
        checkExpansion(own, entry.packedBytes, limits);
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

/** The entries by the names of parts. Two of one name are ambiguous; the first is what office programs show. */
function partsByName(bytes: Uint8Array, limits: WorkbookLimits): ReadonlyMap<string, ZipEntry> {
  const parts = new Map<string, ZipEntry>();
  for (const entry of zipEntries(bytes, { ...ZIP_LIMITS, entries: limits.entries })) {
    const name = partName(entry);
    if (!parts.has(name)) parts.set(name, entry);
  }
  return parts;
}

/** Some programs write back slashes; a part's name has no leading slash. */
function partName({ name }: ZipEntry): string {
  return name.replaceAll("\\", "/").replace(/^\/+/u, "");
}

type TakePiece = (piece: Uint8Array, isLast: boolean) => void;

function unpackEntry(packed: Uint8Array, entry: ZipEntry, take: TakePiece): void {
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
