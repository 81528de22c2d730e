// Writes archives of large parts: each is packed piece by piece as it is made, so that it never stands whole in
// memory, and packing goes on beside the making.

import { once } from "node:events";
import { crc32, createDeflateRaw } from "node:zlib";

import type { ZipInputFile } from "fflate";
import { Zip, unzipSync } from "fflate";

import { DEFLATED } from "./archive.ts";

/** PackedPart: one file of an archive, packed. */
export interface PackedPart {
  readonly name: string;
  readonly packed: readonly Uint8Array[];
  readonly checksum: number;
  /** Bytes before packing. */
  readonly size: number;
}

/** Better packing takes twice the time for a tenth of the size. */
const LEVEL = 4;
const PIECE_CHARACTERS = 256 * 1024;

/** Packs a part from its pieces of text. */
export async function packPart(name: string, pieces: Iterable<string>): Promise<PackedPart> {
  const packer = createDeflateRaw({ level: LEVEL });
  const packed: Uint8Array[] = [];
  packer.on("data", (bytes: Uint8Array) => packed.push(bytes));
  const ended = once(packer, "end");
  let checksum = 0;
  let size = 0;
  for (const piece of largePieces(pieces)) {
    const bytes = Buffer.from(piece);
    checksum = crc32(bytes, checksum);
    size += bytes.length;
    if (!packer.write(bytes)) await once(packer, "drain");
  }
  packer.end();
  await ended;
  return { name, packed, checksum, size };
}

function* largePieces(pieces: Iterable<string>): Iterable<string> {
  let large = "";
  for (const piece of pieces) {
    large += piece;
    if (large.length < PIECE_CHARACTERS) continue;
    yield large;
    large = "";
  }
  yield large;
}

/** The parts of an archive of our own making, as texts. */
export function textParts(archive: Uint8Array): ReadonlyMap<string, string> {
  const decoder = new TextDecoder();
  return new Map(Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, decoder.decode(bytes)]));
}

/** The archive of the parts in their order. */
export function archiveOf(parts: readonly PackedPart[]): Uint8Array {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    written.push(bytes);
  });
  for (const { name, packed, checksum, size } of parts) {
    const file: ZipInputFile = { filename: name, size, crc: checksum, compression: DEFLATED };
    zip.add(file);
    file.ondata?.(null, Buffer.concat(packed), true);
  }
  zip.end();
  return Buffer.concat(written);
}
