// Dots as a PNG (ISO/IEC 15948): eight bits a colour, no transparency, one compressed piece.

import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const BITS_PER_COLOUR = 8;
const TRUE_COLOUR = 2;
/** Each line is told as its difference from the line above: a page is mostly white. */
const FILTER_UP = 2;

/** A picture of dots in red, green, blue and a fourth byte that is left out, line by line. */
export function encodePng(
  dots: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = BITS_PER_COLOUR;
  header[9] = TRUE_COLOUR;
  const pieces = [
    Buffer.from(SIGNATURE),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(linesOf(dots, width, height), { level: 4 })),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat(pieces));
}

function linesOf(dots: Uint8Array, width: number, height: number): Uint8Array {
  const lines = new Uint8Array(height * (1 + width * 3));
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    lines[at] = FILTER_UP;
    at += 1;
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4;
      for (let colour = 0; colour < 3; colour += 1) {
        const above = y === 0 ? 0 : (dots[from - width * 4 + colour] ?? 0);
        lines[at] = (dots[from + colour] ?? 0) - above;
        at += 1;
      }
    }
  }
  return lines;
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
