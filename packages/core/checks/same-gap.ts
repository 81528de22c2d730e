// Findings whose gaps have one size, within their rounding: one change of a shared cell mends them all.

import { Decimal } from "decimal.js";

import type { Finding } from "./finding.ts";

/** GapSize: how large a gap is, and how much rounding may move it, in one small unit for all findings. */
export interface GapSize {
  readonly gap: bigint;
  readonly envelope: bigint;
}

/** The sizes of findings, by their index; exact, whatever decimals they print. */
export function gapSizes(
  findings: readonly Finding[],
  indexes: readonly number[],
): ReadonlyMap<number, GapSize> {
  const printed = indexes.map((index) => ({
    index,
    gap: new Decimal(findings[index]?.gap ?? 0).abs(),
    envelope: new Decimal(findings[index]?.envelope ?? 0),
  }));
  const decimals = printed.reduce(
    (most, { gap, envelope }) => Math.max(most, gap.decimalPlaces(), envelope.decimalPlaces()),
    0,
  );
  const scaled = (value: Decimal): bigint => BigInt(value.toFixed(decimals).replace(".", ""));
  return new Map(
    printed.map(({ index, gap, envelope }) => [index, { gap: scaled(gap), envelope: scaled(envelope) }]),
  );
}

/** Equals: findings of exactly one gap and envelope. */
interface Equals extends GapSize {
  readonly indexes: number[];
}

/** Of findings that share a cell (ascending), the most whose gaps have one size; the first named of equals. */
export function withSameGap(
  meeting: readonly number[],
  sizes: ReadonlyMap<number, GapSize>,
): readonly number[] {
  const equals = equalsOf(meeting, sizes);
  const widest = equals.reduce((most, { envelope }) => (envelope > most ? envelope : most), 0n);
  let best: readonly Equals[] = [];
  let most = 0;
  let first = 0;
  equals.forEach((one, at) => {
    const near = neighbours(equals, at, widest);
    const count = near.reduce((sum, { indexes }) => sum + indexes.length, 0);
    const [own = 0] = one.indexes;
    if (count < most || (count === most && own > first)) return;
    [best, most, first] = [near, count, own];
  });
  return best.flatMap(({ indexes }) => indexes).toSorted((a, b) => a - b);
}

/** Findings of one size, by the size of their gap. */
function equalsOf(meeting: readonly number[], sizes: ReadonlyMap<number, GapSize>): readonly Equals[] {
  const classes = new Map<string, Equals>();
  for (const index of meeting) {
    const { gap, envelope } = sizes.get(index) ?? { gap: 0n, envelope: 0n };
    const key = `${gap}/${envelope}`;
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { gap, envelope, indexes: [index] });
    else known.indexes.push(index);
  }
  return [...classes.values()].toSorted((a, b) => (a.gap < b.gap ? -1 : a.gap > b.gap ? 1 : 0));
}

/** Those whose gap differs by no more than rounding moves both; only near ones can be among them. */
function neighbours(equals: readonly Equals[], at: number, widest: bigint): readonly Equals[] {
  const one = equals[at];
  if (one === undefined) return [];
  const found: Equals[] = [];
  const scan = (from: number, step: 1 | -1): void => {
    for (let next = from; ; next += step) {
      const other = equals[next];
      if (other === undefined) return;
      const difference = step === 1 ? other.gap - one.gap : one.gap - other.gap;
      if (difference > one.envelope + widest) return;
      if (difference <= one.envelope + other.envelope) found.push(other);
    }
  };
  scan(at, 1);
  scan(at - 1, -1);
  return found;
}
