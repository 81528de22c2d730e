// Unpacks a web font (WOFF 1.0): the tables of a TrueType font, each deflated. The typeface 楷体 comes from
// npm in this form only.

import { inflateSync } from "node:zlib";

const SIGNATURE = 0x774f4646;
const HEADER_LENGTH = 44;
const ENTRY_LENGTH = 20;
const FONT_HEADER_LENGTH = 12;
const RECORD_LENGTH = 16;
const FONT_LIMIT = 64 * 1024 * 1024;

/** The font inside a web font; undefined when the bytes are no WOFF 1.0. */
export function fontOfWebFont(woff: Buffer): Buffer | undefined {
  if (woff.length < HEADER_LENGTH || woff.readUInt32BE(0) !== SIGNATURE) return undefined;
  const count = woff.readUInt16BE(12);
  const size = woff.readUInt32BE(16);
  if (size > FONT_LIMIT) return undefined;
  const font = Buffer.alloc(size);
  writeHeader(font, woff.readUInt32BE(4), count);
  let position = FONT_HEADER_LENGTH + RECORD_LENGTH * count;
  for (let index = 0; index < count; index += 1) {
    const entry = HEADER_LENGTH + ENTRY_LENGTH * index;
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at));
    if (offset === undefined || packed === undefined || length === undefined) return undefined;
    const bytes = woff.subarray(offset, offset + packed);
    (packed < length ? inflateSync(bytes, { maxOutputLength: length }) : bytes).copy(font, position);
    const record = FONT_HEADER_LENGTH + RECORD_LENGTH * index;
    woff.copy(font, record, entry, entry + 4);
    font.writeUInt32BE(woff.readUInt32BE(entry + 16), record + 4);
    font.writeUInt32BE(position, record + 8);
    font.writeUInt32BE(length, record + 12);
    position += Math.ceil(length / 4) * 4;
  }
  return font;
}

/** The header counts its tables, and says the same again as powers of two for a binary search. */
function writeHeader(font: Buffer, flavour: number, count: number): void {
  const power = Math.floor(Math.log2(count));
  const range = 2 ** power * RECORD_LENGTH;
  font.writeUInt32BE(flavour, 0);
  font.writeUInt16BE(count, 4);
  font.writeUInt16BE(range, 6);
  font.writeUInt16BE(power, 8);
  font.writeUInt16BE(count * RECORD_LENGTH - range, 10);
}
