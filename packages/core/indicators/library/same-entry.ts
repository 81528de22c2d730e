// Which entry of the library an indicator is, if it is one of them under any of its names.

import type { LibraryEntry } from "../entry-group.ts";
import { findLevel2 } from "../levels.ts";
import { SAME_MEASURE, nameLikeness } from "../words/same-measure.ts";
import { library } from "./index.ts";
import { nameWeights } from "./name-weights.ts";

/** How like an entry a name is: by the entry's own name or another of its names. */
function likenessToEntry(name: string, entry: LibraryEntry): number {
  return Math.max(...[entry.name, ...entry.aliases].map((other) => nameLikeness(name, other, nameWeights)));
}

/** True when a name names the entry's measure. */
export function isSameMeasure(name: string, entry: LibraryEntry): boolean {
  return likenessToEntry(name, entry) >= SAME_MEASURE;
}

/** The entry of that level-2 that a name names; the likest, of equals the first. */
export function sameEntry(name: string, level2: string): LibraryEntry | undefined {
  const full = findLevel2(level2);
  let best: { readonly entry: LibraryEntry; readonly likeness: number } | undefined;
  for (const entry of library) {
    if (entry.level2 !== full) continue;
    const likeness = likenessToEntry(name, entry);
    if (likeness >= SAME_MEASURE && (best === undefined || likeness > best.likeness))
      best = { entry, likeness };
  }
  return best?.entry;
}
