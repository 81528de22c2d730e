// Texts as old systems write them: the platform reads GB18030 but does not write it, so that its table is turned round.

const firstBytes = [0x81, 0xfe] as const;
const secondBytes = [0x40, 0xfe] as const;

/** The text in GB18030, characters of one and two bytes. */
export function inGb18030(text: string): Buffer {
  const table = twoByteCodes();
  return Buffer.concat(
    [...text].map((character) => table.get(character) ?? Buffer.from(character, "latin1")),
  );
}

function twoByteCodes(): ReadonlyMap<string, Buffer> {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, Buffer>();
  for (let first = firstBytes[0]; first <= firstBytes[1]; first += 1) {
    for (let second = secondBytes[0]; second <= secondBytes[1]; second += 1) {
      const code = Buffer.from([first, second]);
      table.set(decoder.decode(code), code);
    }
  }
  return table;
}
