// Whether the measures of a section answer its problems: what a rule says of both texts, before it is a finding.

import { comparable } from "../figures/normalize.ts";
import type { Pairing } from "./pair-measures.ts";
import { pairMeasures } from "./pair-measures.ts";
import type { ProblemItems } from "./problem-items.ts";
import { problemItems } from "./problem-items.ts";
import { likenessOf } from "./word-likeness.ts";

/** MeasuresVerdict: the measures answer the problems, cannot be judged, or how they fail to. */
export type MeasuresVerdict =
  | { readonly kind: "answered" | "none" }
  | { readonly kind: "not-judged"; readonly reason: string }
  | { readonly kind: "no-measures"; readonly problems: readonly string[] }
  | { readonly kind: "no-problems"; readonly measures: readonly string[] }
  | { readonly kind: "repeated" }
  | {
      readonly kind: "unequal";
      /** True where both sides are numbered and no word of a problem that is left is taken up anywhere. */
      readonly isSure: boolean;
      readonly problemsLeft: readonly string[];
      readonly measuresLeft: readonly string[];
    };

/** Judges the two texts; null is a part that is not printed or empty. */
export function judgeMeasures(problemText: string | null, measureText: string | null): MeasuresVerdict {
  const [problems, measures] = [itemsOf(problemText), itemsOf(measureText)];
  if (problems.kind === "unreadable" || measures.kind === "unreadable")
    return { kind: "not-judged", reason: "存在问题或改进措施的文字太少或无法识别" };
  if (problems.kind === "none" && measures.kind === "none") return { kind: "none" };
  if (problems.kind === "none")
    return { kind: "no-problems", measures: measures.kind === "items" ? measures.items : [] };
  if (measures.kind === "none") return { kind: "no-measures", problems: problems.items };
  if (bare(problemText) === bare(measureText)) return { kind: "repeated" };
  return judgedPairing(problems, measures);
}

const bare = (text: string | null): string => comparable(text ?? "").replace(/\p{P}/gu, "");
const itemsOf = (text: string | null): ProblemItems =>
  text === null ? { kind: "none" } : problemItems(text);

/** Share of a problem's words that the measures must take up; a single pair is often chance (执行节奏, 厉行节约). */
const TAKEN_UP = 0.2;

type Items = Extract<ProblemItems, { readonly kind: "items" }>;

function judgedPairing(problems: Items, measures: Items): MeasuresVerdict {
  const pairing = pairMeasures(problems.items, measures.items);
  const isNumbered = problems.isNumbered && measures.isNumbered;
  const all = measures.items.join("。");
  const isTakenUp = (problem: string): boolean => likenessOf(problem, all).share >= TAKEN_UP;
  const lost = pairing.problemsLeft.filter((problem) => !isTakenUp(problem));
  // Prose without numbers may answer several problems in one sentence, or one problem in several.
  const problemsLeft = isNumbered ? pairing.problemsLeft : lost;
  const measuresLeft = isNumbered ? pairing.measuresLeft : [];
  if (problemsLeft.length + measuresLeft.length === 0) return { kind: "answered" };
  return { kind: "unequal", isSure: isNumbered && lost.length > 0, problemsLeft, measuresLeft };
}

/** The pairing of two texts, for a ledger that takes over the measures of a report. */
export function pairedTexts(problemText: string, measureText: string | null): Pairing {
  const [problems, measures] = [problemItems(problemText), itemsOf(measureText)];
  return pairMeasures(
    problems.kind === "items" ? problems.items : [],
    measures.kind === "items" ? measures.items : [],
  );
}
