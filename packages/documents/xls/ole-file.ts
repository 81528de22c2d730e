// OLE compound files (复合文档), in which legacy workbooks and encrypted packages lie.

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Directory entries are 128 bytes long and begin at multiples of that. */
const ENTRY_LENGTH = 128;
const NAME_LENGTH_AT = 64;

/** True for compound files of any content. */
export function isOleFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** True for a password-protected OOXML file: a compound file that holds the package encrypted. */
export function isEncryptedPackage(bytes: Uint8Array): boolean {
  return hasStream(bytes, "EncryptedPackage") || hasStream(bytes, "EncryptionInfo");
}

/** True when the directory of a compound file names a stream. */
export function hasStream(bytes: Uint8Array, name: string): boolean {
  const length = (name.length + 1) * 2;
  for (let at = 0; at + ENTRY_LENGTH <= bytes.length; at += ENTRY_LENGTH) {
    if (bytes[at + NAME_LENGTH_AT] !== length || bytes[at + NAME_LENGTH_AT + 1] !== 0) continue;
    if (isNamed(bytes, at, name)) return true;
  }
  return false;
}

function isNamed(bytes: Uint8Array, at: number, name: string): boolean {
  for (let index = 0; index < name.length; index += 1) {
    const code = (bytes[at + index * 2] ?? 0) | ((bytes[at + index * 2 + 1] ?? 0) << 8);
    if (code !== name.charCodeAt(index)) return false;
  }
  return true;
}
