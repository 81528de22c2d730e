import { inflateSync } from "node:zlib";

import { array, assert, integer, nat, property, tuple } from "fast-check";
import { expect, test } from "vitest";

import { encodePng } from "./png.ts";

interface Chunk {
  readonly name: string;
  readonly content: Buffer;
}

/** The chunks of a PNG, by their lengths. */
function chunksOf(png: Uint8Array): readonly Chunk[] {
  const bytes = Buffer.from(png);
  const chunks: Chunk[] = [];
  let at = 8;
  while (at < bytes.length) {
    const length = bytes.readUInt32BE(at);
    const content = bytes.subarray(at + 8, at + 8 + length);
    chunks.push({ name: bytes.toString("latin1", at + 4, at + 8), content });
    at += length + 12;
  }
  return chunks;
}

/** The dots of a PNG that tells each line as its difference from the one above, without the fourth byte. */
function dotsOf(png: Uint8Array, width: number): readonly number[] {
  const data = chunksOf(png).find(({ name }) => name === "IDAT");
  const lines = inflateSync(data?.content ?? Buffer.alloc(0));
  const dots: number[] = [];
  for (let at = 0; at < lines.length; at += 1 + width * 3) {
    expect(lines[at]).toBe(2);
    for (let next = at + 1; next <= at + width * 3; next += 1) {
      const above = dots.length < width * 3 ? 0 : (dots[dots.length - width * 3] ?? 0);
      dots.push(((lines[next] ?? 0) + above) & 0xff);
    }
  }
  return dots;
}

test("a PNG begins with its signature and has its chunks in order, the size in the first", () => {
  const png = encodePng(new Uint8Array(2 * 3 * 4), { width: 2, height: 3 });
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const [header, ...others] = chunksOf(png);
  expect([header?.name, ...others.map(({ name }) => name)]).toEqual(["IHDR", "IDAT", "IEND"]);
  expect([...(header?.content ?? [])]).toEqual([0, 0, 0, 2, 0, 0, 0, 3, 8, 2, 0, 0, 0]);
});

test("whatever the dots are, they come back without their fourth byte", () => {
  const sizes = tuple(integer({ min: 1, max: 5 }), integer({ min: 1, max: 5 }));
  assert(
    property(
      sizes.chain(([width, height]) =>
        tuple(
          tuple(integer({ min: width, max: width }), integer({ min: height, max: height })),
          array(nat(255), { minLength: width * height * 4, maxLength: width * height * 4 }),
        ),
      ),
      ([[width, height], dots]) => {
        const png = encodePng(Uint8Array.from(dots), { width, height });
        expect(dotsOf(png, width)).toEqual(dots.filter((_, index) => index % 4 !== 3));
      },
    ),
  );
});
