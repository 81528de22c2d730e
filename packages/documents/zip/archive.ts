// A ZIP archive through its central directory. The directory is read here and not by the unpacking library,
// because the library tells neither encryption, nor raw names, nor what it would unpack before it does.

import { inflateSync } from "fflate";

import { DocumentError } from "../document-error.ts";
import { checksum } from "./checksum.ts";
import { entryName } from "./entry-name.ts";
import type { ZipLimits } from "./limits.ts";

/** ZipEntry: one file of an archive as its directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const COMMENT_BYTES = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const WIDE = 0xffffffff;
/** The methods of packing that office programs use. */
export const STORED = 0;
export const DEFLATED = 8;

/** The entries of an archive; throws `damaged` where the directory is missing, as in a broken download. */
export function zipEntries(bytes: Uint8Array, limits: ZipLimits): readonly ZipEntry[] {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  const entries: ZipEntry[] = [];
  let at = directoryOffset(view, end);
  while (at + ENTRY_BYTES <= end && view.getUint32(at, true) === ENTRY_SIGNATURE) {
    if (entries.length >= limits.entries) {
      throw new DocumentError(
        "too-large",
        `压缩包里的文件超过 ${limits.entries} 个的上限。请分成几个压缩包后重试。`,
      );
    }
    const next = nextEntryOffset(view, at);
    if (next > end) throw damaged();
    entries.push(entryAt(view, at, next));
    at = next;
  }
  if (entries.length === 0 && view.getUint16(end + 10, true) > 0) throw damaged();
  checkOverlaps(entries);
  return entries;
}

/** The unpacked bytes of an entry; refuses bombs before unpacking and damage after it. */
export function entryContent(bytes: Uint8Array, entry: ZipEntry, limits: ZipLimits): Uint8Array {
  if (entry.isEncrypted) {
    throw new DocumentError("encrypted", "文件设有密码。请用密码解压，或请提供方去掉密码后重试。");
  }
  checkSize(entry, limits);
  const content = unpacked(packedBytes(bytes, entry), entry);
  if (content.length !== entry.bytes || checksum(content) !== entry.checksum) throw damaged();
  return content;
}

/** Throws where the directory announces more than the limits allow. */
function checkSize(entry: ZipEntry, limits: ZipLimits): void {
  if (entry.bytes > limits.entryBytes) {
    throw new DocumentError(
      "too-large",
      `解压后有 ${Math.ceil(entry.bytes / 1024 / 1024)} MB，超过 ${Math.floor(limits.entryBytes / 1024 / 1024)} MB 的上限。请按单位拆分后重试。`,
    );
  }
  const ratio = entry.bytes / Math.max(1, entry.packedBytes);
  if (entry.bytes > limits.ratioFromBytes && ratio > limits.ratio) {
    throw new DocumentError(
      "too-large",
      `解压后膨胀 ${Math.round(ratio)} 倍，像是“压缩炸弹”，没有解压。请确认文件来源，由提供方重新打包。`,
    );
  }
}

function unpacked(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) {
    throw new DocumentError(
      "unsupported-format",
      `用了少见的压缩方法（${entry.method}），无法解压。请用系统自带的压缩功能重新打包为 ZIP。`,
    );
  }
  try {
    return inflateSync(packed, { out: new Uint8Array(entry.bytes) });
  } catch (cause) {
    throw damaged(cause);
  }
}

/** The packed bytes of an entry, for those who unpack piece by piece. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = viewOf(bytes);
  const { offset } = entry;
  if (offset + LOCAL_BYTES > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE)
    throw damaged();
  const start = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.packedBytes > bytes.length) throw damaged();
  return bytes.subarray(start, start + entry.packedBytes);
}

/** Entries that share packed bytes are how small archives unpack to terabytes; no honest archive has them. */
function checkOverlaps(entries: readonly ZipEntry[]): void {
  const ordered = entries.toSorted((a, b) => a.offset - b.offset);
  for (const [index, entry] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next !== undefined && entry.offset + LOCAL_BYTES + entry.packedBytes > next.offset) {
      throw new DocumentError(
        "damaged",
        "压缩包里的文件互相重叠，不是正常的压缩包，没有解压。请由提供方重新打包。",
      );
    }
  }
}

function endOfDirectory(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_BYTES - COMMENT_BYTES);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw damaged();
}

/** The directory ends where its end record begins, unless wide (ZIP64) records stand between. */
function directoryOffset(view: DataView, end: number): number {
  const declared = view.getUint32(end + 16, true);
  const offset = declared === WIDE ? wideDirectoryOffset(view, end) : declared;
  if (offset > end) throw damaged();
  return offset;
}

function wideDirectoryOffset(view: DataView, end: number): number {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) throw damaged();
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + 56 > end) throw damaged();
  return Number(view.getBigUint64(record + 48, true));
}

function nextEntryOffset(view: DataView, at: number): number {
  return (
    at +
    ENTRY_BYTES +
    view.getUint16(at + 28, true) +
    view.getUint16(at + 30, true) +
    view.getUint16(at + 32, true)
  );
}

function entryAt(view: DataView, at: number, next: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  if (extraEnd > next) throw damaged();
  const raw = new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_BYTES, nameEnd - at - ENTRY_BYTES);
  const extra = new DataView(view.buffer, view.byteOffset + nameEnd, extraEnd - nameEnd);
  const name = entryName(raw, (flags & 0x800) !== 0, extra);
  const [bytes, packed, offset] = wideValues(extra, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  return {
    name,
    isFolder: name.endsWith("/") || name.endsWith("\\"),
    isEncrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packedBytes: packed,
    bytes,
    offset,
  };
}

type Sizes = readonly [bytes: number, packed: number, offset: number];

/** Values too wide for 32 bits stand in an extra field, in this order, only those that need it. */
function wideValues(extra: DataView, narrow: Sizes): Sizes {
  if (!narrow.includes(WIDE)) return narrow;
  let at = 0;
  while (at + 4 <= extra.byteLength && extra.getUint16(at, true) !== 1) {
    at += 4 + extra.getUint16(at + 2, true);
  }
  at += 4;
  const widened = (value: number): number => {
    if (value !== WIDE) return value;
    if (at + 8 > extra.byteLength) throw damaged();
    const wide = Number(extra.getBigUint64(at, true));
    at += 8;
    return wide;
  };
  return [widened(narrow[0]), widened(narrow[1]), widened(narrow[2])];
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(cause?: unknown): DocumentError {
  return new DocumentError(
    "damaged",
    "文件不完整或已损坏，无法解压。请重新下载或重新导出；网络中断、复制到一半都会这样。",
    { cause },
  );
}
