import * as fc from "fast-check";
import { expect, test } from "vitest";

import { archiveOf, packPart, textParts } from "./write-archive.ts";

test("what is packed is unpacked the same", async () => {
  const texts = fc.string({ unit: "grapheme" }).map((text) => text.toWellFormed());
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/u), fc.array(texts)), async (files) => {
      const parts = await Promise.all(Object.entries(files).map(([name, pieces]) => packPart(name, pieces)));
      const expected = Object.entries(files).map(([name, pieces]) => [name, pieces.join("")]);
      expect([...textParts(archiveOf(parts))]).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});

test("a part larger than one piece is whole", async () => {
  const pieces = Array.from({ length: 40_000 }, (_, index) => `第${index}行，没有重复的文字。\n`);
  const parts = textParts(archiveOf([await packPart("长.xml", pieces)]));
  expect(parts.get("长.xml")).toBe(pieces.join(""));
});
