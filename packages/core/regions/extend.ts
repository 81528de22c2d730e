// A region pack says only what differs from the edition it builds on.

import type { Edition } from "./edition.ts";

/** EditionChanges: what an edition must say of itself, and what it may say differently. */
export type EditionChanges = Pick<Edition, "id" | "name" | "divisions" | "fromYear"> & Partial<Edition>;

/** The base edition with the changes; lists that a pack gives replace the base's. */
export function extend(base: Edition, changes: EditionChanges): Edition {
  return { ...base, ...changes };
}
