import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";

import { afterAll, beforeAll, expect, test } from "vitest";

import { bytesOf, findInputs } from "./inputs.ts";

const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
const UTF8_NAMES = 0x0800;

/** An archive of stored files, byte by byte. */
function storedZip(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const nameBytes = Buffer.from(name);
    const content = Buffer.from(text);
    const local = Buffer.alloc(LOCAL_HEADER);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(UTF8_NAMES, 6);
    const sizes = [crc32(content), content.length, content.length];
    sizes.forEach((size, index) => local.writeUInt32LE(size, 14 + index * 4));
    local.writeUInt16LE(nameBytes.length, 26);
    const entry = Buffer.alloc(CENTRAL_HEADER);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(UTF8_NAMES, 8);
    sizes.forEach((size, index) => entry.writeUInt32LE(size, 16 + index * 4));
    entry.writeUInt16LE(nameBytes.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, nameBytes, content);
    central.push(entry, nameBytes);
    offset += LOCAL_HEADER + nameBytes.length + content.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jueming-archives-"));
  writeFileSync(
    join(folder, "材料.zip"),
    storedZip({ "甲/决算.txt": "收入支出决算总表", "乙.txt": "支出决算表" }),
  );
  writeFileSync(join(folder, "坏.zip"), storedZip({ "a.txt": "x" }).subarray(0, 40));
  writeFileSync(join(folder, "名为压缩包.zip"), "收入支出决算总表");
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("an archive's members are inputs of their own, named by archive and path", async () => {
  const inputs = await findInputs([join(folder, "材料.zip")]);
  expect(inputs.map(({ source }) => source)).toEqual(["材料.zip!/乙.txt", "材料.zip!/甲/决算.txt"]);
  const texts = await Promise.all(inputs.map(async (input) => Buffer.from(await bytesOf(input)).toString()));
  expect(texts).toEqual(["支出决算表", "收入支出决算总表"]);
});

test("a broken archive is one input with its error", async () => {
  const inputs = await findInputs([join(folder, "坏.zip")]);
  expect(inputs.map(({ source, error }) => [source, error?.code])).toEqual([["坏.zip", "damaged"]]);
});

test("what is only called an archive is read as what it is", async () => {
  const [input] = await findInputs([join(folder, "名为压缩包.zip")]);
  expect(input?.error).toBeUndefined();
});
