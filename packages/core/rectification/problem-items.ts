// A section 存在问题 or 改进建议 as its items: numbered "1." "（1）" "一是", else by sentences. What says
// that there is nothing ("无") is no item, and what cannot be read as words is neither.

import { halfWidthText } from "../figures/normalize.ts";

/** ProblemItems (问题或措施的逐条): what a section states, or that it states none. */
export type ProblemItems =
  | { readonly kind: "items"; readonly items: readonly string[]; readonly isNumbered: boolean }
  | { readonly kind: "none" }
  /** Too little or too damaged to be judged: "·····", a single character. */
  | { readonly kind: "unreadable" };

/** The ways of numbering; a section keeps to that of its first number. */
const NUMBERINGS: readonly RegExp[] = [
  /(?<=^|[。;:\n])\s*\d{1,2}[.、](?!\d)\s*/gu,
  /(?<=^|[。;:\n])\s*\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)\s*/gu,
  /(?<=^|[。;:\n])\s*[①-⑳]\s*/gu,
  /(?<=^|[。;:,\n])\s*[一二三四五六七八九十]{1,3}是\s*/gu,
  /(?<=^|[。;:\n])\s*第?[一二三四五六七八九十]{1,3}[、,]\s*/gu,
];
const NONE =
  /^(?:本?(?:单位|部门|项目|年度)*)?(?:暂|目前)?(?:无|没有|未发现|不存在)(?:明显|重大|突出)?(?:的)?(?:存在)?(?:问题|改进(?:措施|建议)|措施|建议)?$/u;
const EMPTY_MARKS = /^[\s。.,;:、/\\—–-]*$/u;
/** What follows the last item of a report and is none: the title of its annex. */
const ANNEX = /^附(?:表|件)/u;
const SHORTEST = 4;

/** The items of a section's text, as printed. */
export function problemItems(text: string): ProblemItems {
  const printed = text
    .split("\n")
    .filter((line) => !ANNEX.test(line.trim()))
    .join("\n")
    .trim();
  // One character for one, so that what is found in it can be cut from the print.
  const plain = halfWidthText(printed);
  const words = plain.replace(/[\s。.,;:!、]+/gu, "");
  if (EMPTY_MARKS.test(plain) || NONE.test(words)) return { kind: "none" };
  if (!isItem(plain)) return { kind: "unreadable" };
  const numbered = numberedItems(plain, printed);
  if (numbered !== undefined) return { kind: "items", items: numbered, isNumbered: true };
  const sentences = printed
    .split(/[。；;\n]/u)
    .map(trimmed)
    .filter(isItem);
  return { kind: "items", items: sentences.length === 0 ? [printed] : sentences, isNumbered: false };
}

/** The pieces after each number, by the numbering that stands first; one number alone numbers nothing. */
function numberedItems(plain: string, printed: string): readonly string[] | undefined {
  const found = NUMBERINGS.map((numbering) => [...plain.matchAll(numbering)]).filter(
    ({ length }) => length >= 2,
  );
  const [marks] = found.toSorted((a, b) => (a[0]?.index ?? 0) - (b[0]?.index ?? 0));
  if (marks === undefined) return undefined;
  const items = marks.map((mark, index) =>
    trimmed(printed.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? printed.length)),
  );
  return items.filter(isItem);
}

const trimmed = (text: string): string => text.trim().replace(/[。；;，,\s]+$/u, "");
const isItem = (text: string): boolean => (text.match(/\p{Script=Han}/gu) ?? []).length >= SHORTEST;
