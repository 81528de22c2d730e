// Measure words (量词) of counts: which of them say the same, and which may stand for one another.
// Our own reading of Chinese usage, no regulation: what it calls alike is compared and said to be so.

/** Words that count the very same thing: the first of a line stands for all. */
const SYNONYMS = [
  ["人", "名", "位"],
  // 人次 counts visits, 人 counts persons: one person may come ten times. Never the same.
  ["人次"],
  ["次", "场", "场次", "回"],
  ["批", "批次"],
  ["期", "期次"],
  ["份", "本", "册"],
  ["台", "套", "台套", "台(套)", "台/套"],
  ["家", "家单位", "个单位", "单位"],
  ["处", "座"],
  ["天", "日"],
] as const;

/** Words that one office uses where another uses the next: compared, but said. */
const ALIKE = [
  ["次", "批", "期", "轮", "届"],
  ["份", "篇", "件", "张", "部", "套", "期"],
  ["台", "辆", "部", "架", "艘", "件"],
  ["处", "间", "所", "栋", "幢", "块", "村"],
  ["家", "户", "所", "村"],
  ["棵", "株"],
] as const;

/** Words that may count anything that is counted in pieces. */
const GENERAL: ReadonlySet<string> = new Set(["个", "项", "件", "条", "种", "类"]);

const OTHERS = ["人", "辆", "支", "只", "头", "枚", "幅", "卷", "盏", "页", "字"] as const;

const standing: ReadonlyMap<string, string> = new Map(
  SYNONYMS.flatMap((words) => words.map((word) => [word, words[0]] as const)),
);

const kinds: ReadonlyMap<string, ReadonlySet<number>> = ALIKE.reduce((known, words, kind) => {
  for (const word of words) known.set(word, new Set([...(known.get(word) ?? []), kind]));
  return known;
}, new Map<string, Set<number>>());

const known: readonly string[] = [
  ...new Set([...standing.keys(), ...kinds.keys(), ...GENERAL, ...OTHERS]),
].toSorted((a, b) => b.length - a.length);

/** The word that stands for this measure word and its synonyms. */
export const standingWord = (word: string): string => standing.get(word) ?? word;

/** The measure word that a unit such as "个项目" or "家单位" begins with; undefined for others. */
export const measureWordOf = (unit: string): string | undefined =>
  known.find((word) => unit.startsWith(word));

/** True for two measure words that may count the same thing in pieces, though nobody can be sure. */
export function areAlike(one: string, other: string): boolean {
  if (one === "人次" || other === "人次") return false;
  if (GENERAL.has(one) || GENERAL.has(other)) return true;
  const [mine, theirs] = [kinds.get(one), kinds.get(other)];
  return mine !== undefined && theirs !== undefined && !mine.isDisjointFrom(theirs);
}
