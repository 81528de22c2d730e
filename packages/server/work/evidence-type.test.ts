import { expect, test } from "vitest";

import { evidenceTypeOf, safeName } from "./evidence-type.ts";

test.each([
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["jpg", [0xff, 0xd8, 0xff, 0xe0]],
  ["gif", [...Buffer.from("GIF89a")]],
  ["heic", [0, 0, 0, 24, ...Buffer.from("ftypheic")]],
])("a %s picture is told by its bytes", (suffix, bytes) => {
  expect(evidenceTypeOf(Uint8Array.from(bytes))?.suffix).toBe(suffix);
});

test("an installer, which is a compound file as a document is, is none", () => {
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(64)]);
  expect(evidenceTypeOf(ole)).toBeUndefined();
  const word = Buffer.concat([ole, Buffer.from("WordDocument\0", "utf16le")]);
  expect(evidenceTypeOf(word)?.suffix).toBe("doc");
});

test.each([
  ["C:\\资料\\合同.pdf", "合同.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  [".htaccess", "htaccess.pdf"],
  ["", "佐证材料.pdf"],
  ["a\u202Efdp.exe", "afdp.exe.pdf"],
  ["长".repeat(300), `${"长".repeat(120)}.pdf`],
])("the name %s becomes %s", (given, kept) => {
  expect(safeName(given, { suffix: "pdf", mediaType: "application/pdf", alike: [] })).toBe(kept);
});
