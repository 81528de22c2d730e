// Difference (差异): what two readings of a report state differently, or only one of them states.

import type { Place } from "../document/document.ts";

/** DifferenceKind: what differs; "text" is the unit's own words. */
export type DifferenceKind = "figure" | "sentence" | "indicator" | "score" | "text";

/** Side: what one reading states, as printed; null where it states nothing. */
export interface DifferenceSide {
  readonly value: string | null;
  readonly place: Place | null;
}

export interface Difference {
  readonly kind: DifferenceKind;
  /** Table, section or project it stands in, in Chinese. */
  readonly where: string;
  /** What differs there, in Chinese. */
  readonly what: string;
  readonly left: DifferenceSide;
  readonly right: DifferenceSide;
}

/** Item: one thing that a reading states, known by its key. */
export interface StatedItem {
  readonly key: string;
  readonly kind: DifferenceKind;
  readonly where: string;
  readonly what: string;
  /** As printed. */
  readonly value: string | null;
  /** What is compared: equal exactly when the two mean the same. */
  readonly meaning: string;
  readonly place: Place;
}

/** The items that differ, in the order of the left reading, then those that only the right one has. */
export function differencesOf(
  left: readonly StatedItem[],
  right: readonly StatedItem[],
): readonly Difference[] {
  const others = itemsByKey(right);
  const own = itemsByKey(left);
  const changed = [...own].flatMap(([key, item]): readonly Difference[] => {
    const other = others.get(key);
    if (other?.meaning === item.meaning || (other === undefined && item.meaning === "")) return [];
    return [differenceOf(item, item, other)];
  });
  const added = [...others].flatMap(([key, item]) =>
    own.has(key) || item.meaning === "" ? [] : [differenceOf(item, undefined, item)],
  );
  return [...changed, ...added];
}

/** Things of the same key are told apart by their order. */
function itemsByKey(items: readonly StatedItem[]): ReadonlyMap<string, StatedItem> {
  const counts = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const count = (counts.get(item.key) ?? 0) + 1;
      counts.set(item.key, count);
      return [`${item.key}#${count}`, item];
    }),
  );
}

const sideOf = (item: StatedItem | undefined): DifferenceSide => ({
  value: item?.value ?? null,
  place: item?.place ?? null,
});

const differenceOf = (
  { kind, where, what }: StatedItem,
  left: StatedItem | undefined,
  right: StatedItem | undefined,
): Difference => ({ kind, where, what, left: sideOf(left), right: sideOf(right) });

/** The share of pairs of characters that two texts must have in common to be one text that was changed. */
const LIKENESS = 0.5;

/**
 * Texts that only one side has, joined where one is the other with changes: what was rewritten is one difference,
 * not a text taken out and another put in.
 */
export function pairedTexts(differences: readonly Difference[]): readonly Difference[] {
  const added = differences.filter(({ left, right }) => left.value === null && right.value !== null);
  const taken = new Set<Difference>();
  const paired = differences.map((one) => {
    if (one.left.value === null || one.right.value !== null) return one;
    const text = one.left.value;
    const other = added.find(
      (candidate) =>
        !taken.has(candidate) &&
        candidate.where === one.where &&
        likeness(text, candidate.right.value ?? "") >= LIKENESS,
    );
    if (other === undefined) return one;
    taken.add(other);
    return { ...one, right: other.right };
  });
  return paired.filter((one) => !taken.has(one));
}

/** Dice's coefficient of the pairs of neighbouring characters. */
function likeness(left: string, right: string): number {
  const [a, b] = [pairsOf(left), pairsOf(right)];
  const common = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.slice(1), (character, index) => (text[index] ?? "") + character));
