// A Word 97–2003 file for tests: the smallest that Word's format allows, written from the specification and
// not by our reader's rules. Only tests import it.

const SECTOR = 512;
const END = 0xfffffffe;
const PIECES_AT = 0x0200;
const TEXT_AT = 0x1000;
const PAGE_AT = 0x3000;

/** FixtureParagraph: characters with their mark at the end ("\r", "\u0007"), and property bytes. */
export interface FixtureParagraph {
  readonly text: string;
  readonly style?: number;
  readonly properties?: readonly number[];
}

/** Property bytes of a paragraph in a table. */
export const IN_TABLE: readonly number[] = [0x16, 0x24, 1];

const word = (value: number): readonly number[] => [value & 255, (value >> 8) & 255];

/** Property bytes of a row's end: edges in twentieths of a point, one flag word for each cell. */
export function rowEnd(edges: readonly number[], flags: readonly number[] = []): readonly number[] {
  const count = edges.length - 1;
  const cells = Array.from({ length: count }, (_, index) => [
    ...word(flags[index] ?? 0),
    ...Array.from({ length: 18 }, () => 0),
  ]);
  const definition = [count, ...edges.flatMap(word), ...cells.flat()];
  return [...IN_TABLE, 0x17, 0x24, 1, 0x08, 0xd6, ...word(definition.length + 1), ...definition];
}

/** Writes the file; `flags` are those of its header (0x0100 is encrypted). */
export function wordFile(paragraphs: readonly FixtureParagraph[], flags = 0): Uint8Array {
  const main = new Uint8Array(PAGE_AT + SECTOR * paragraphs.length);
  const view = new DataView(main.buffer);
  const text = paragraphs.map((paragraph) => paragraph.text).join("");
  main.set(Buffer.from(text, "utf16le"), TEXT_AT);
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(0x0a, flags, true);
  view.setUint32(0x4c, text.length, true);
  const pages = writePages(main, paragraphs);
  const table = writeTable(view, text.length, pages);
  return container([
    ["WordDocument", main],
    ["0Table", table],
  ]);
}

/** One page of properties for each paragraph, so that long ones fit. */
function writePages(main: Uint8Array, paragraphs: readonly FixtureParagraph[]): readonly number[] {
  const pages: number[] = [];
  const whole = new DataView(main.buffer);
  let offset = TEXT_AT;
  let at = 0x400;
  for (const { text, style = 0, properties = [] } of paragraphs) {
    const end = offset + text.length * 2;
    whole.setUint32(at, offset, true);
    whole.setUint32(at + 4, end, true);
    main[at + 8] = 0x20;
    const bytes = [style & 255, style >> 8, ...properties];
    if (bytes.length % 2 === 0) bytes.push(0);
    main.set([(bytes.length + 1) / 2, ...bytes], at + 0x40);
    main[at + SECTOR - 1] = 1;
    pages.push(at / SECTOR);
    offset = end;
    at = at + SECTOR === TEXT_AT ? PAGE_AT : at + SECTOR;
  }
  return pages;
}

function writeTable(header: DataView, characters: number, pages: readonly number[]): Uint8Array {
  const table = new Uint8Array(0x2000);
  const view = new DataView(table.buffer);
  table[PIECES_AT] = 2;
  view.setUint32(PIECES_AT + 1, 16, true);
  view.setUint32(PIECES_AT + 9, characters, true);
  view.setUint32(PIECES_AT + 15, TEXT_AT, true);
  header.setUint32(0x01a2, PIECES_AT, true);
  header.setUint32(0x01a6, 21, true);
  const at = 0x400;
  for (const [index, page] of pages.entries()) {
    view.setUint32(at + (pages.length + 1) * 4 + index * 4, page, true);
  }
  header.setUint32(0x0102, at, true);
  header.setUint32(0x0106, pages.length * 8 + 4, true);
  return table;
}

/** A compound file of streams that each fill whole sectors. */
export function container(streams: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const sectors = streams.map(([, bytes]) => Math.ceil(bytes.length / SECTOR));
  const total = 2 + sectors.reduce((sum, count) => sum + count, 0);
  const bytes = new Uint8Array((total + 1) * SECTOR);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  for (const at of [60, 68]) view.setUint32(at, END, true);
  bytes.fill(255, 76, SECTOR * 2);
  view.setUint32(76, 0, true);
  const table = (sector: number, next: number): void => view.setUint32(SECTOR + sector * 4, next, true);
  table(0, 0xfffffffd);
  table(1, END);
  writeEntry(view, 0, { name: "Root Entry", type: 5, start: END, bytes: 0 });
  let sector = 2;
  for (const [index, [name, content]] of streams.entries()) {
    const count = sectors[index] ?? 0;
    writeEntry(view, index + 1, { name, type: 2, start: sector, bytes: content.length });
    bytes.set(content, (sector + 1) * SECTOR);
    for (let step = 0; step < count; step += 1)
      table(sector + step, step === count - 1 ? END : sector + step + 1);
    sector += count;
  }
  return bytes;
}

function writeEntry(
  view: DataView,
  index: number,
  entry: { readonly name: string; readonly type: number; readonly start: number; readonly bytes: number },
): void {
  const at = SECTOR * 2 + index * 128;
  for (const [position, character] of [...entry.name].entries()) {
    view.setUint16(at + position * 2, character.charCodeAt(0), true);
  }
  view.setUint16(at + 64, entry.name.length * 2 + 2, true);
  view.setUint8(at + 66, entry.type);
  view.setUint32(at + 116, entry.start, true);
  view.setUint32(at + 120, entry.bytes, true);
}
