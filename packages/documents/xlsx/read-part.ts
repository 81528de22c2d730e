// Streams an XML part of a package through a handler.

import type { PackageParts } from "./package-parts.ts";
import { damagedPackage } from "./package-parts.ts";
import type { XmlHandler } from "./xml-scanner.ts";
import { XmlDamage, xmlScanner } from "./xml-scanner.ts";

/** Reads a part as XML; throws the error of a damaged file where it is none or is cut off. */
export function readPart(parts: PackageParts, name: string, handler: XmlHandler): void {
  const scanner = xmlScanner(handler);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    parts.unpack(name, (piece, isLast) => {
      decoder ??= new TextDecoder(charsetOf(piece));
      scanner.push(decoder.decode(piece, { stream: !isLast }));
    });
    if (!scanner.end()) throw new XmlDamage("cut off");
  } catch (error) {
    throw error instanceof XmlDamage ? damagedPackage(error) : error;
  }
}

/** XML is UTF-8 unless a mark or the shape of its first tag says UTF-16. */
function charsetOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}
