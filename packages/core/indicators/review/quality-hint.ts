// QualityHint (指标质量提示): what an experienced reviewer would ask of an indicator. Hints explain; they
// are not findings of `check`, whose rules judge what a form must hold.

import type { Indicator } from "../../evaluation/project-evaluation.ts";
import type { TierRule } from "../../evaluation/tiers.ts";
import type { LibraryEntry } from "../entry-group.ts";
import { libraryIndex } from "../search/library-index.ts";
import { search, type SearchHit } from "../search/search-index.ts";

/** QualityHint (指标质量提示). */
export interface QualityHint {
  readonly code: string;
  readonly severity: "warning" | "hint";
  /** The indicator; null when the set as a whole is meant. */
  readonly indicator: Indicator | null;
  readonly message: string;
  readonly advice: string;
  readonly basis: string;
}

/** Bases of the hints. */
export const BASES = {
  guide: "财预〔2021〕101号（指标设置及取值指引）",
  practice: "评审实践，非正式规定",
} as const;

/** HintContext: what hints must know beside the indicator. */
export interface HintContext {
  /** The edition's tiers: words that are no vague targets. */
  readonly tiers: readonly TierRule[];
  /** Categories from which examples are taken, the project's own first. */
  readonly categories: readonly string[];
}

/** An entry of the library as an example of the same level, as words of an advice; nothing where none fits. */
export function exampleFor(
  { level2, name }: Pick<Indicator, "level2" | "name">,
  { categories }: HintContext,
  fits: (entry: LibraryEntry) => boolean = () => true,
): string {
  const usable = (hits: readonly SearchHit[]): readonly LibraryEntry[] =>
    hits.map(({ entry }) => entry).filter((entry) => categories.includes(entry.category) && fits(entry));
  const [nearest] = usable(search(libraryIndex(), name, { filter: { level2 }, limit: 30 }));
  const [usual] = categories.flatMap((category) =>
    usable(search(libraryIndex(), "", { filter: { level2, category }, limit: 30 })),
  );
  const entry = nearest ?? usual;
  return entry === undefined ? "" : `例如“${entry.name}”，指标值“${entry.target}”（${entry.formula}）。`;
}
