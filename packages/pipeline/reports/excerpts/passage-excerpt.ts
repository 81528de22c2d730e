// A passage with its figures marked; of a long one, the part around what the finding rests on.

import type { PassageExcerpt, PassagePart } from "./excerpt.ts";
import type { Passage } from "./passages.ts";

/** Characters of a passage that are shown, and how many of them before the first mark. */
const WINDOW = 180;
const BEFORE = 60;

interface Span {
  readonly from: number;
  readonly to: number;
  readonly look: "figure" | "marked";
}

/** The passage, the words of the finding marked and its other figures told apart. */
export function passageExcerpt(passage: Passage, words: readonly string[]): PassageExcerpt {
  const { title, place, text, figures } = passage;
  const inQuestion = new Set(words.flatMap((word) => [word, ...printedAs(word, figures)]));
  const spans = inOrder([
    ...[...inQuestion].flatMap((word) => spansOf(text, word, "marked")),
    ...figures.flatMap(({ figure }) => spansOf(text, figure.raw, "figure")),
  ]);
  const [from, to] = windowOf(text, spans);
  return { kind: "passage", title, place, parts: partsOf(text, spans, [from, to]) };
}

/** How the passage prints a value; a single digit that many figures share says none of them. */
function printedAs(value: string, figures: Passage["figures"]): readonly string[] {
  const raws = figures.flatMap(({ figure }) => (figure.value === value ? [figure.raw] : []));
  return value.length === 1 && new Set(raws).size + raws.length > 3 ? [] : raws;
}

/** Where a word stands in the text; a figure only where it is no part of a longer one. */
function spansOf(text: string, word: string, look: Span["look"]): readonly Span[] {
  if (word.trim() === "") return [];
  const spans: Span[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    const to = at + word.length;
    const isPart =
      (/^\d/u.test(word) && /[\d.]$/u.test(text.slice(0, at))) ||
      (/\d$/u.test(word) && /^\.?\d/u.test(text.slice(to, to + 2)));
    if (!isPart) spans.push({ from: at, to, look });
  }
  return spans;
}

/** Spans that do not overlap: what is in question first, then longer before shorter. */
function inOrder(spans: readonly Span[]): readonly Span[] {
  const chosen: Span[] = [];
  const byWeight = spans.toSorted(
    (a, b) => Number(b.look === "marked") - Number(a.look === "marked") || b.to - b.from - (a.to - a.from),
  );
  for (const span of byWeight)
    if (chosen.every((one) => span.to <= one.from || span.from >= one.to)) chosen.push(span);
  return chosen.toSorted((a, b) => a.from - b.from);
}

function windowOf(text: string, spans: readonly Span[]): readonly [number, number] {
  if (text.length <= WINDOW) return [0, text.length];
  const marked = spans.filter(({ look }) => look === "marked");
  const first = marked[0]?.from ?? 0;
  const last = marked.findLast(({ to }) => to - first <= WINDOW)?.to ?? first;
  const from = Math.max(0, Math.min(first - BEFORE, text.length - WINDOW));
  return [from, Math.min(text.length, Math.max(from + WINDOW, last + BEFORE / 2))];
}

function partsOf(
  text: string,
  spans: readonly Span[],
  [from, to]: readonly [number, number],
): readonly PassagePart[] {
  const parts: PassagePart[] = [];
  const plain = (end: number): void => {
    if (end > at) parts.push({ text: text.slice(at, end), look: "plain" });
  };
  let at = from;
  if (from > 0) parts.push({ text: "…", look: "plain" });
  for (const span of spans) {
    if (span.from < at || span.to > to) continue;
    plain(span.from);
    parts.push({ text: text.slice(span.from, span.to), look: span.look });
    at = span.to;
  }
  plain(to);
  if (to < text.length) parts.push({ text: "…", look: "plain" });
  return parts;
}
