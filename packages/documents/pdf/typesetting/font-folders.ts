// Finds fonts in folders by the names of their families. Only a few hundred bytes of each file are read: a
// machine may hold thousands of fonts, of which one is wanted.

import type { FileHandle } from "node:fs/promises";
import { open, readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

import { familiesOf } from "./font-face.ts";

/** NamedFont: a font file and the families in it. */
export interface NamedFont {
  readonly path: string;
  readonly families: readonly string[];
}

const FONT_NAME = /\.(?:ttf|otf|ttc|otc)$/iu;
const DEPTH_LIMIT = 4;
const FILES_LIMIT = 3000;

/** The fonts in a folder and the folders in it; fails where the folder cannot be read. */
export async function fontsIn(folder: string): Promise<readonly NamedFont[]> {
  const paths = (await fontPaths(folder, 0)).slice(0, FILES_LIMIT);
  const fonts = await Promise.all(paths.map(namedFont));
  return fonts.filter(({ families }) => families.length > 0);
}

async function fontPaths(folder: string, depth: number): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sorted = entries.toSorted((one, two) => (one.name < two.name ? -1 : 1));
  const nested = sorted.map((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return FONT_NAME.test(entry.name) ? [path] : [];
    return depth < DEPTH_LIMIT ? fontPaths(path, depth + 1).catch(() => []) : [];
  });
  return (await Promise.all(nested)).flat();
}

async function namedFont(path: string): Promise<NamedFont> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    return { path, families: await familiesInFile(handle) };
  } catch {
    // A file that cannot be read, or is no font, offers no family.
    return { path, families: [] };
  } finally {
    await handle?.close();
  }
}

const COLLECTION = "ttcf";
const FACES_LIMIT = 16;
const TABLES_LIMIT = 100;
const NAMES_LIMIT = 64 * 1024;

async function familiesInFile(handle: FileHandle): Promise<readonly string[]> {
  const start = await slice(handle, 0, 12);
  if (start.toString("latin1", 0, 4) !== COLLECTION) return familiesOfFace(handle, 0);
  const count = Math.min(start.readUInt32BE(8), FACES_LIMIT);
  const offsets = await slice(handle, 12, 4 * count);
  const families: string[] = [];
  for (let index = 0; index < count; index += 1) {
    families.push(...(await familiesOfFace(handle, offsets.readUInt32BE(4 * index))));
  }
  return families;
}

async function familiesOfFace(handle: FileHandle, start: number): Promise<readonly string[]> {
  const count = Math.min((await slice(handle, start + 4, 2)).readUInt16BE(0), TABLES_LIMIT);
  const records = await slice(handle, start + 12, 16 * count);
  for (let at = 0; at < records.length; at += 16) {
    if (records.toString("latin1", at, at + 4) !== "name") continue;
    const length = Math.min(records.readUInt32BE(at + 12), NAMES_LIMIT);
    return familiesOf(await slice(handle, records.readUInt32BE(at + 8), length));
  }
  return [];
}

async function slice(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Where systems keep their fonts. */
export function systemFontFolders(): readonly string[] {
  const home = homedir();
  if (process.platform === "win32") {
    return [
      join(process.env["WINDIR"] ?? "C:\\Windows", "Fonts"),
      join(home, "AppData", "Local", "Microsoft", "Windows", "Fonts"),
    ];
  }
  if (process.platform === "darwin") {
    return ["/System/Library/Fonts", "/Library/Fonts", join(home, "Library", "Fonts")];
  }
  const own = [".fonts", join(".local", "share", "fonts")];
  return ["/usr/share/fonts", "/usr/local/share/fonts", ...own.map((path) => join(home, path))];
}
