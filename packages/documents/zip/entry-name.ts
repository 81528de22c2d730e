// Names in archives: UTF-8 where it is marked or holds, otherwise GB18030, in which Windows in China writes
// them. A name is only shown and never opened, and yet it must not point outside the archive.

const UNICODE_PATH_FIELD = 0x7075;
const NAME_LENGTH_LIMIT = 1000;

/** The characters of an entry's name. */
export function entryName(raw: Uint8Array, isUtf8: boolean, extra: DataView): string {
  const unicode = unicodePath(extra);
  const text = unicode ?? (isUtf8 ? new TextDecoder().decode(raw) : guessed(raw));
  return text.slice(0, NAME_LENGTH_LIMIT);
}

function guessed(raw: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder("gb18030").decode(raw);
  }
}

/** The Unicode name that some packers add beside the one in the local code page. */
function unicodePath(extra: DataView): string | undefined {
  let at = 0;
  while (at + 4 <= extra.byteLength) {
    const size = extra.getUint16(at + 2, true);
    if (at + 4 + size > extra.byteLength) return undefined;
    if (extra.getUint16(at, true) === UNICODE_PATH_FIELD && size > 5) {
      return new TextDecoder().decode(new Uint8Array(extra.buffer, extra.byteOffset + at + 9, size - 5));
    }
    at += 4 + size;
  }
  return undefined;
}

/** The name without what could lead out of the archive: drives, roots, `..`, control characters. */
export function safeName(name: string): string {
  const parts = name
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- these are what is taken out
    .replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069]/gu, "")
    .split(/[/\\]+/u)
    .filter((part) => part !== "" && !/^\.+$/u.test(part) && !/^[A-Za-z]:$/u.test(part));
  return parts.join("/").replace(/^[A-Za-z]:/u, "") || "未命名";
}
