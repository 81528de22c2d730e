// Shingles (字串): every eight characters in a row of a text, hashed, and the signature by which texts that
// share many of them find one another (MinHash). Everything follows from the text alone.

/** Characters of a shingle: longer than the field's common words, shorter than a sentence. */
export const SHINGLE = 8;
/** Pairs of hashes by which two texts may meet: 0.6 alike meet with 97 %, 0.8 alike always. */
const BANDS = 8;
const ROWS = 2;

/** ComparedText: the letters and Chinese characters of a text, with where each stood. */
export interface ComparedText {
  readonly characters: string;
  readonly positions: Uint32Array;
}

const COMPARED = /[\p{Script=Han}A-Za-z]/u;

/** What of a text is compared: figures and punctuation differ where the words were copied. */
export function comparedText(text: string): ComparedText {
  let characters = "";
  const positions: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (!COMPARED.test(character)) continue;
    characters += character;
    positions.push(at);
  }
  return { characters, positions: Uint32Array.from(positions) };
}

/** The shingle at each position, hashed (FNV-1a, then mixed). */
export function shinglesOf(characters: string): Uint32Array {
  const count = Math.max(0, characters.length - SHINGLE + 1);
  const shingles = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    let hash = 0x81_1c_9d_c5;
    for (let offset = 0; offset < SHINGLE; offset += 1)
      hash = Math.imul(hash ^ characters.charCodeAt(at + offset), 0x01_00_01_93);
    shingles[at] = mixed(hash);
  }
  return shingles;
}

function mixed(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2_b2_ae_35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Odd multipliers, each with a mask, stand for as many hash functions. */
const FUNCTIONS = Array.from({ length: BANDS * ROWS }, (_, index) => ({
  mask: mixed(index + 1),
  factor: mixed(index + 1001) | 1,
}));

/** The keys of the bands of a set of shingles; texts that are alike share one of them. */
export function bandKeys(shingles: Iterable<number>): readonly string[] {
  const least = new Uint32Array(FUNCTIONS.length).fill(0xff_ff_ff_ff);
  for (const shingle of shingles) {
    for (const [index, { mask, factor }] of FUNCTIONS.entries()) {
      const hash = Math.imul(shingle ^ mask, factor) >>> 0;
      if (hash < (least[index] ?? 0)) least[index] = hash;
    }
  }
  return Array.from({ length: BANDS }, (_, band) =>
    [band, ...least.subarray(band * ROWS, (band + 1) * ROWS)].join("|"),
  );
}

/** Share of common shingles among all of two sets, in percent (Jaccard). */
export function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const shingle of small) if (large.has(shingle)) common += 1;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : Math.floor((100 * common) / all);
}
