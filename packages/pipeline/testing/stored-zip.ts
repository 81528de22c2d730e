// Archives for tests, byte by byte, so that no writer of ours stands on both sides of a test.

import { crc32 } from "node:zlib";

const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
const UTF8_NAMES = 0x0800;

/** An archive of stored files, byte by byte. */
export function storedZip(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, file] of Object.entries(files)) {
    const nameBytes = Buffer.from(name);
    const content = Buffer.from(file);
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
