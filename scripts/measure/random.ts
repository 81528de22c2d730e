// A source of chance that starts from a number, so that everything made from it can be made again.

/** Random: draws that follow from the seed alone. */
export interface Random {
  /** A whole number from low to high, both included. */
  readonly whole: (low: number, high: number) => number;
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** So many different ones of a list, in the order of the list. */
  readonly some: <Item>(items: readonly Item[], count: number) => readonly Item[];
  /** An amount in 分 from low to high 万元, down to the 分. */
  readonly money: (low: number, high: number) => bigint;
}

/** The draws of a seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    const first = Math.imul(state ^ (state >>> 15), state | 1);
    const second = first ^ (first + Math.imul(first ^ (first >>> 7), first | 61));
    return ((second ^ (second >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(fraction() * (high - low + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[whole(0, items.length - 1)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  const some = <Item>(items: readonly Item[], count: number): readonly Item[] => {
    const keyed = items.map((item, index) => ({ item, index, key: fraction() }));
    const chosen = keyed.toSorted((a, b) => a.key - b.key).slice(0, count);
    return chosen.toSorted((a, b) => a.index - b.index).map(({ item }) => item);
  };
  return {
    whole,
    chance: (probability) => fraction() < probability,
    pick,
    some,
    money: (low, high) => BigInt(Math.floor((low + fraction() * (high - low)) * 1_000_000)),
  };
}

/** The part of an amount in thousandths, rounded down to the 分. */
export function thousandths(amount: bigint, part: number): bigint {
  return (amount * BigInt(part)) / 1000n;
}

/** An amount cut into so many parts, none of them zero, that add up to it. */
export function partsOf(amount: bigint, count: number, random: Random): readonly bigint[] {
  const weights = Array.from({ length: count }, () => BigInt(random.whole(10, 100)));
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  const parts = weights.slice(1).map((weight) => (amount * weight) / sum);
  return [amount - parts.reduce((total, part) => total + part, 0n), ...parts];
}
