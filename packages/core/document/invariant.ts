// Our own faults, kept apart from the document's and the world's.

/** Throws when a state that cannot be is met; never used to judge input. */
export function invariant(condition: boolean, why: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${why}`);
}
