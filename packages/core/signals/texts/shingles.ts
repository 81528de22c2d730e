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
const MASKS = Uint32Array.from({ length: BANDS * ROWS }, (_, index) => mixed(index + 1));
const FACTORS = Uint32Array.from({ length: BANDS * ROWS }, (_, index) => mixed(index + 1001) | 1);

/** The shingles in order, each once, without those that a test refuses. */
export function shingleSet(shingles: Uint32Array, isRefused: (shingle: number) => boolean): Uint32Array {
  const sorted = shingles.filter((shingle) => !isRefused(shingle)).toSorted();
  return sorted.filter((shingle, index) => shingle !== sorted[index - 1]);
}

/** The keys of the bands of a set of shingles; texts that are alike share one of them. */
export function bandKeys(shingles: Uint32Array): readonly number[] {
  const least = new Uint32Array(BANDS * ROWS);
  for (let index = 0; index < least.length; index += 1) {
    const mask = MASKS[index] ?? 0;
    const factor = FACTORS[index] ?? 1;
    let smallest = 0xff_ff_ff_ff;
    for (const shingle of shingles) smallest = Math.min(smallest, Math.imul(shingle ^ mask, factor) >>> 0);
    least[index] = smallest;
  }
  return Array.from({ length: BANDS }, (_, band) =>
    least.subarray(band * ROWS, (band + 1) * ROWS).reduce((key, part) => mixed(key ^ part), band),
  );
}

/** Share of common shingles among all of two sets, in percent (Jaccard). */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  let [atA, atB, common] = [0, 0, 0];
  while (atA < a.length && atB < b.length) {
    const [one, other] = [a[atA] ?? 0, b[atB] ?? 0];
    if (one === other) common += 1;
    if (one <= other) atA += 1;
    if (other <= one) atB += 1;
  }
  const all = a.length + b.length - common;
  return all === 0 ? 0 : Math.floor((100 * common) / all);
}
