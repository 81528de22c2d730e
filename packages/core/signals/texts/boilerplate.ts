// Wordings common to all (通用表述): a form's own words and official phrases, which nobody copied from anybody.
// A shingle that stands in a large part of the units does not count. The counts are kept in a table of fixed
// size: two shingles may share a place, which can only discount too much by a little, never invent a likeness.

const PLACES = 2 ** 20;
/** Units from which one can tell what is common to all. */
const UNITS_MINIMUM = 10;
/** Share of the units in percent. */
const COMMON_SHARE = 40;

/** UnitShingles: the shingles of one unit. */
interface UnitShingles {
  readonly unit: string;
  readonly shingles: Uint32Array;
}

/** Tells which shingles are common to all; the texts of a unit must stand together. */
export function commonShingles(texts: readonly UnitShingles[]): (shingle: number) => boolean {
  const units = new Set(texts.map(({ unit }) => unit)).size;
  if (units < UNITS_MINIMUM) return () => false;
  const counts = new Uint32Array(PLACES);
  const lastUnit = new Uint32Array(PLACES);
  let number = 0;
  let current: string | undefined;
  for (const { unit, shingles } of texts) {
    if (unit !== current) number += 1;
    current = unit;
    for (const shingle of shingles) {
      const place = shingle % PLACES;
      if (lastUnit[place] === number) continue;
      lastUnit[place] = number;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  const least = Math.ceil((units * COMMON_SHARE) / 100);
  return (shingle) => (counts[shingle % PLACES] ?? 0) >= least;
}
