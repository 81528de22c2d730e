// Counts a signal: observations by group, those that are enough and show it, and all that was not judged.

import type { EvaluationExtract, NamedGroup } from "./evaluation-extract.ts";
import type {
  GroupLevel,
  ObservedCase,
  ReasonCount,
  Signal,
  SignalContext,
  SignalDefinition,
  SignalGroup,
  SignalMember,
} from "./signal.ts";
import { memberOf } from "./signal.ts";

/** Cases that a strength takes off: 3 of 3 says less than 15 of 15. */
const STRENGTH_DISCOUNT = 2;

/** The strength (强度) of so much of so many, 0 … 100. */
export function strengthOf(shown: number, judged: number): number {
  return Math.round((100 * shown) / (judged + STRENGTH_DISCOUNT));
}

/** Counts one signal over evaluations that are in order. */
export function countSignal(
  definition: SignalDefinition,
  extracts: readonly EvaluationExtract[],
  { by, context }: { readonly by: GroupLevel; readonly context: SignalContext },
): Signal {
  const parts = groupsOf(extracts, by, definition.acrossYears === true).map((group) => ({
    group,
    cases: definition.observe(group.extracts, context),
  }));
  const cases = parts.flatMap((part) => part.cases);
  const found = parts.map((part) => shownGroup(part.group, part.cases, definition));
  const groups = found.filter((one) => typeof one === "object");
  const { id, title, why, basis, method, silence, counts } = definition;
  return {
    id,
    title,
    why,
    basis,
    method,
    silence,
    counts,
    groups: groups.toSorted(worstFirst),
    shown: groups.reduce((sum, { shown }) => sum + shown, 0),
    judged: cases.filter(isJudged).length,
    apart: reasonCounts(cases, "apart"),
    notJudged: reasonCounts(cases, "open"),
    silentGroups: found.filter((one) => one === "too-few").length,
    ...(definition.overall?.(extracts) ?? { figures: [], charts: [] }),
  };
}

interface Group extends NamedGroup {
  readonly year: number | null;
  readonly extracts: readonly EvaluationExtract[];
}

function groupsOf(
  extracts: readonly EvaluationExtract[],
  by: GroupLevel,
  acrossYears: boolean,
): readonly Group[] {
  const byKey = Map.groupBy(
    extracts,
    (extract) => `${extract[by].key}|${acrossYears ? "" : (extract.year ?? "")}`,
  );
  return [...byKey.values()].flatMap((members): readonly Group[] => {
    const [first] = members;
    if (first === undefined) return [];
    return [{ ...first[by], year: acrossYears ? null : first.year, extracts: members }];
  });
}

function shownGroup(
  { key, name, year }: Group,
  cases: readonly ObservedCase[],
  { minimum, leastShare }: SignalDefinition,
): SignalGroup | "too-few" | "not-shown" {
  const judged = cases.filter(isJudged).length;
  const members = cases.flatMap(membersOf);
  const shown = members.length;
  if (judged < minimum) return judged === 0 ? "not-shown" : "too-few";
  if (shown === 0 || shown * 100 < leastShare * judged) return "not-shown";
  return { key, name, year, strength: strengthOf(shown, judged), shown, judged, passage: null, members };
}

function membersOf({ extract, observation }: ObservedCase): readonly SignalMember[] {
  if (observation.kind !== "shows") return [];
  const { subject, figures, place } = observation;
  return [memberOf(extract, { subject, figures, place })];
}

function isJudged({ observation }: ObservedCase): boolean {
  return observation.kind === "shows" || observation.kind === "clear";
}

function reasonCounts(cases: readonly ObservedCase[], kind: "apart" | "open"): readonly ReasonCount[] {
  const counts = new Map<string, number>();
  for (const { observation } of cases) {
    if (observation.kind !== kind) continue;
    counts.set(observation.reason, (counts.get(observation.reason) ?? 0) + 1);
  }
  return sortedCounts(counts);
}

/** Reasons, the most frequent first. */
export function sortedCounts(counts: ReadonlyMap<string, number>): readonly ReasonCount[] {
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

/** The strongest first, then those with the longest list; otherwise by key and year. */
export function worstFirst(a: SignalGroup, b: SignalGroup): number {
  return (
    b.strength - a.strength ||
    b.shown - a.shown ||
    (a.key === b.key ? (a.year ?? 0) - (b.year ?? 0) : a.key < b.key ? -1 : 1)
  );
}
