// Chooses the layout whose own words a form prints: headers weigh most, then labels, then title.

import type { EvaluationLayout } from "../../forms/evaluation-layout.ts";
import type { FormLine } from "./form-lines.ts";
import { isOneOf, plainWords } from "./word-match.ts";

/** LayoutChoice: the best layout, its share of words found, and the runner-up. */
export interface LayoutChoice {
  readonly layout: EvaluationLayout;
  readonly share: number;
  readonly runnerUp: { readonly id: string; readonly share: number } | null;
}

/** PrintedWords: what a form prints, each text on its own and all of them, a line each. */
interface PrintedWords {
  readonly texts: ReadonlySet<string>;
  readonly joined: string;
}

interface WeightedWords {
  readonly words: readonly string[];
  readonly weight: number;
}

/** What it counts that all other forms of the document have a layout; it decides only near choices. */
const USUAL_WEIGHT = 0.15;

/** LayoutShare: how much of a form's printed words a layout explains. */
export interface LayoutShare {
  readonly layout: EvaluationLayout;
  readonly share: number;
}

/** The shares of all layouts in a form's printed words. */
export function layoutShares(
  lines: readonly FormLine[],
  layouts: readonly EvaluationLayout[],
): readonly LayoutShare[] {
  const texts = lines.flatMap((line) => [
    ...line.cells.map((cell) => plainWords(cell.text)),
    plainWords(line.joined),
  ]);
  const printed: PrintedWords = { texts: new Set(texts), joined: texts.join("\n") };
  const headers = lines
    .filter(isHeaderRow)
    .flatMap((line) => line.cells.map((cell) => plainWords(cell.text)));
  return layouts.map((layout) => ({
    layout,
    share: (shareOf(printed, wordsOf(layout)) + explained(headers, layout)) / 2,
  }));
}

/**
 * The layout that explains the most of a form's printed words, and is usual in the document (shares of
 * its forms by layout); undefined when none is offered.
 */
export function chooseLayout(
  shares: readonly LayoutShare[],
  usual: ReadonlyMap<string, number> = new Map(),
): LayoutChoice | undefined {
  const [best, second] = shares.toSorted((left, right) => weighed(right, usual) - weighed(left, usual));
  if (best === undefined) return undefined;
  return { ...best, runnerUp: second === undefined ? null : { id: second.layout.id, share: second.share } };
}

function weighed({ layout, share }: LayoutShare, usual: ReadonlyMap<string, number>): number {
  return share + USUAL_WEIGHT * (usual.get(layout.id) ?? 0);
}

const HEADER_WORDS = ["一级指标", "执行率", "预算执行率", "年初指标", "目标申报数", "得分"];

function isHeaderRow(line: FormLine): boolean {
  return line.kind === "row" && line.cells.some((cell) => isOneOf(cell.text, HEADER_WORDS));
}

/** Share of the printed header words that the layout has. */
function explained(headers: readonly string[], layout: EvaluationLayout): number {
  const words = [...layout.indicators.columns, ...(layout.funding?.columns ?? [])].flatMap((column) =>
    column.words.map(plainWords),
  );
  const known = headers.filter((text) =>
    words.some((word) => text === word || (text.length > word.length && text.startsWith(word))),
  );
  return headers.length === 0 ? 0 : known.length / headers.length;
}

const plainWordsOf = new WeakMap<EvaluationLayout, readonly WeightedWords[]>();

/** The words of a layout in plain form, prepared once. */
function wordsOf(layout: EvaluationLayout): readonly WeightedWords[] {
  const known =
    plainWordsOf.get(layout) ??
    printedWordsOf(layout).map(({ words, weight }) => ({ words: words.map(plainWords), weight }));
  plainWordsOf.set(layout, known);
  return known;
}

function printedWordsOf(layout: EvaluationLayout): readonly WeightedWords[] {
  return [
    { words: [layout.title], weight: 3 },
    ...layout.indicators.columns.map(({ words }) => ({ words, weight: 2 })),
    ...(layout.funding?.columns ?? []).map(({ words }) => ({ words, weight: 1 })),
    ...(layout.funding?.rows ?? []).slice(0, 2).map(({ words }) => ({ words, weight: 1 })),
    ...layout.head.map(({ words }) => ({ words, weight: 0.5 })),
    ...layout.tail.map(({ words }) => ({ words, weight: 1 })),
    ...layout.chapters.map(({ words }) => ({ words, weight: 0.5 })),
    ...(layout.total === null ? [] : [{ words: layout.total.words, weight: 1 }]),
  ];
}

function shareOf(printed: PrintedWords, wanted: readonly WeightedWords[]): number {
  let found = 0;
  let total = 0;
  for (const { words, weight } of wanted) {
    total += weight;
    found += weight * presence(printed, words);
  }
  return total === 0 ? 0 : found / total;
}

/** 1 when a cell is one of the words, less when a cell only holds one. */
function presence({ texts, joined }: PrintedWords, words: readonly string[]): number {
  if (words.some((word) => texts.has(word))) return 1;
  return words.some((word) => joined.includes(word)) ? 0.6 : 0;
}
