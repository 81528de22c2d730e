// What typesetting must know of a font: what it is called, which characters it has and how wide they are.
// Read straight from its tables (OpenType: name, cmap, head, hhea, hmtx), without unfolding them.

/** FontFace: one face of a font file. */
export interface FontFace {
  /** All the names of its family, in whatever language the file has them. */
  readonly families: readonly string[];
  /** The family as the typesetting engine knows it: the first name it can decode. */
  readonly family: string;
  readonly isBold: boolean;
  readonly has: (codePoint: number) => boolean;
  /** Width of a character as a share of the font size. */
  readonly advance: (codePoint: number) => number;
}

const COLLECTION = 0x74746366;
const FACES_LIMIT = 64;

/** The faces of a font file or collection; none when it is no font, or a broken one. */
export function facesOf(file: Buffer): readonly FontFace[] {
  try {
    if (file.readUInt32BE(0) !== COLLECTION) return [faceAt(file, 0)];
    const count = Math.min(file.readUInt32BE(8), FACES_LIMIT);
    return Array.from({ length: count }, (_, index) => faceAt(file, file.readUInt32BE(12 + 4 * index)));
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

type FontTables = ReadonlyMap<string, Buffer>;

function faceAt(file: Buffer, start: number): FontFace {
  const tables = new Map<string, Buffer>();
  const count = file.readUInt16BE(start + 4);
  for (let index = 0; index < count; index += 1) {
    const record = start + 12 + 16 * index;
    const offset = file.readUInt32BE(record + 8);
    const tag = file.toString("latin1", record, record + 4);
    tables.set(tag, file.subarray(offset, offset + file.readUInt32BE(record + 12)));
  }
  const families = familiesOf(tableNamed(tables, "name"));
  const glyphOf = glyphFinder(tableNamed(tables, "cmap"));
  const widthOf = glyphWidths(tables);
  return {
    families,
    family: withoutStyle(families[0] ?? ""),
    isBold: (tableNamed(tables, "head").readUInt16BE(44) & 1) === 1,
    has: (codePoint) => glyphOf(codePoint) !== 0,
    advance: (codePoint) => widthOf(glyphOf(codePoint)),
  };
}

function tableNamed(tables: FontTables, name: string): Buffer {
  const table = tables.get(name);
  if (table === undefined) throw new RangeError(`font without table ${name}`);
  return table;
}

const FAMILY_NAME = 1;

/** The engine takes words of style off the end of a family's name. */
const STYLE_WORD =
  /(?:[-_ ](?:(?:extra|ultra|semi|demi)?[-_ ]?(?:light|bold|black|heavy)|thin|regular|normal|medium|book|text))+$/iu;

function withoutStyle(family: string): string {
  return family.replace(STYLE_WORD, "");
}

/** The names of the family in a font's table of names. */
export function familiesOf(name: Buffer): readonly string[] {
  const families: string[] = [];
  const texts = name.readUInt16BE(4);
  for (let index = 0; index < name.readUInt16BE(2); index += 1) {
    const record = 6 + 12 * index;
    const platform = name.readUInt16BE(record);
    if (name.readUInt16BE(record + 6) !== FAMILY_NAME) continue;
    const offset = texts + name.readUInt16BE(record + 10);
    const bytes = name.subarray(offset, offset + name.readUInt16BE(record + 8));
    if (platform === 0 || platform === 3) families.push(new TextDecoder("utf-16be").decode(bytes));
    else if (name.readUInt16BE(record + 2) === 0) families.push(bytes.toString("latin1"));
  }
  return families;
}

type GlyphFinder = (codePoint: number) => number;

/** Characters to glyphs: the table for all of Unicode where there is one, else the one for its first plane. */
function glyphFinder(cmap: Buffer): GlyphFinder {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4));
    const platform = cmap.readUInt16BE(4 + 8 * index);
    return { table, format: platform === 1 ? 0 : table.readUInt16BE(0) };
  });
  const wide = subtables.find(({ format }) => format === 12);
  if (wide !== undefined) return (codePoint) => glyphInGroups(wide.table, codePoint);
  const plane = subtables.find(({ format }) => format === 4);
  if (plane === undefined) throw new RangeError("font without a Unicode table");
  return (codePoint) => (codePoint > 0xffff ? 0 : glyphInSegments(plane.table, codePoint));
}

/** The first of `count` ascending ends that is not below the value; `count` when all are. */
function firstNotBelow(count: number, value: number, endAt: (index: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endAt(middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function glyphInGroups(table: Buffer, codePoint: number): number {
  const count = table.readUInt32BE(12);
  const at = firstNotBelow(count, codePoint, (index) => table.readUInt32BE(16 + 12 * index + 4));
  if (at === count) return 0;
  const start = table.readUInt32BE(16 + 12 * at);
  return codePoint < start ? 0 : table.readUInt32BE(16 + 12 * at + 8) + codePoint - start;
}

function glyphInSegments(table: Buffer, codePoint: number): number {
  const doubled = table.readUInt16BE(6);
  const count = doubled / 2;
  const at = firstNotBelow(count, codePoint, (index) => table.readUInt16BE(14 + 2 * index));
  if (at === count) return 0;
  const starts = 16 + doubled;
  const start = table.readUInt16BE(starts + 2 * at);
  if (codePoint < start) return 0;
  const delta = table.readUInt16BE(starts + doubled + 2 * at);
  const offsetAt = starts + 2 * doubled + 2 * at;
  const offset = table.readUInt16BE(offsetAt);
  if (offset === 0) return (codePoint + delta) & 0xffff;
  const glyph = table.readUInt16BE(offsetAt + offset + 2 * (codePoint - start));
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}

function glyphWidths(tables: FontTables): (glyph: number) => number {
  const units = tableNamed(tables, "head").readUInt16BE(18);
  const known = tableNamed(tables, "hhea").readUInt16BE(34);
  const widths = tableNamed(tables, "hmtx");
  return (glyph) => widths.readUInt16BE(4 * Math.min(glyph, known - 1)) / units;
}
