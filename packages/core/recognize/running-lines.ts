// Lines that stand on every page: bare page numbers, and running heads or stamps in words nobody knows
// beforehand. They show themselves by repetition and by what they interrupt.

import type { RemovedText } from "../disclosure/disclosure.ts";
import type { Line } from "../document/lines.ts";

const BARE_NUMBER = /^\d{1,3}$/u;
const FEWEST_NUMBERS = 3;
const FEWEST_HEADS = 3;
const FEWEST_INTERRUPTIONS = 2;
/** Interruptions that no heading makes, however often it comes. */
const ENOUGH_INTERRUPTIONS = 4;
const SHORTEST = 3;
const LONGEST = 40;
/** What forms repeat themselves: titles, headings, units, years, labels, sentences. */
const FORM_WORDS =
  /(?:表|报告|目录|说明|情况|年度?)[)）]?$|^第.{1,3}部分|^[(（]?[一二三四五六七八九十\d]+[)）、.．]|[:：。；，,、！？【】〔〕]|^附[件表]|月(?:\d{1,2}日)?$|^\d+$|^无$/u;
const HEADING_START = /^第.{1,3}部分|^[(（]?[一二三四五六七八九十\d]+[)）、.．]/u;
const FORM_START = /项目名称|项目资金|一级指标|科目|栏次|行次|资金来源/u;
const SENTENCE_END = /[。！？；;!?：:…][”"’）)]*$/u;
const SENTENCE = 20;

const EDGE: Pick<Line, "text"> = { text: "" };

/** Takes out the lines that every page repeats. */
export function withoutRunningLines(
  lines: readonly Line[],
  /** Lines between which a page number stood. */
  besidePages: ReadonlySet<Line> = new Set(),
): { readonly lines: readonly Line[]; readonly removed: readonly RemovedText[] } {
  const numbers = pageNumbers(lines);
  const rest = lines.filter((line) => !numbers.has(line));
  const beside = lines.filter(
    (line, at) => besidePages.has(line) || isIn(numbers, lines[at - 1]) || isIn(numbers, lines[at + 1]),
  );
  const heads = runningHeads(rest, new Set(beside));
  const removed = lines.flatMap((line): readonly RemovedText[] => {
    const text = squeezed(line);
    if (numbers.has(line)) return [{ reason: "page-number", text, place: line.place }];
    return isHead(line, heads) ? [{ reason: "running-header", text, place: line.place }] : [];
  });
  if (removed.length === 0) return { lines, removed };
  return { lines: rest.filter((line) => !isHead(line, heads)), removed };
}

function isIn(lines: ReadonlySet<Line>, line: Line | undefined): boolean {
  return line !== undefined && lines.has(line);
}

function squeezed(line: Pick<Line, "text">): string {
  return line.text.replace(/\s+/gu, "");
}

function isHead(line: Line, heads: ReadonlySet<string>): boolean {
  return line.kind === "text" && heads.has(squeezed(line));
}

/** Bare numbers that count up through the document, each at most a few more than the one before. */
function pageNumbers(lines: readonly Line[]): ReadonlySet<Line> {
  const bare = lines.filter((line) => line.kind === "text" && BARE_NUMBER.test(squeezed(line)));
  const counting = bare.filter((line, order) => {
    const value = Number(squeezed(line));
    const isNext = (other: Line | undefined, sign: 1 | -1): boolean => {
      const step = other === undefined ? 0 : (Number(squeezed(other)) - value) * sign;
      return step >= 1 && step <= 3;
    };
    return isNext(bare[order + 1], 1) || isNext(bare[order - 1], -1);
  });
  return new Set(counting.length >= FEWEST_NUMBERS ? counting : []);
}

/** Short lines that come again and again beside page numbers, or cut sentences or tables. */
function runningHeads(lines: readonly Line[], besidePages: ReadonlySet<Line>): ReadonlySet<string> {
  const places = new Map<string, number[]>();
  lines.forEach((line, at) => {
    if (line.kind !== "text" || line.headingLevel > 0 || line.text.length > LONGEST * 2) return;
    const text = squeezed(line);
    if (text.length < SHORTEST || text.length > LONGEST || FORM_WORDS.test(text)) return;
    const known = places.get(text);
    if (known === undefined) places.set(text, [at]);
    else known.push(at);
  });
  const heads = new Set<string>();
  for (const [text, ats] of places) {
    if (ats.length < FEWEST_HEADS || !standsAnywhere(lines, ats)) continue;
    const interruptions = ats.filter(
      (at) => isIn(besidePages, lines[at]) || interrupts(lines, at, text),
    ).length;
    const isUsual = interruptions >= FEWEST_INTERRUPTIONS && interruptions * 4 >= ats.length;
    if (isUsual || interruptions >= ENOUGH_INTERRUPTIONS) heads.add(text);
  }
  return heads;
}

/** A piece of a sentence that a document repeats has the same neighbours each time; a running head has others. */
function standsAnywhere(lines: readonly Line[], ats: readonly number[]): boolean {
  return [-1, 1].every((side) => {
    const neighbours = new Set(ats.map((at) => squeezed(lines[at + side] ?? EDGE)));
    return neighbours.size * 5 >= ats.length * 4;
  });
}

/** True where the line stands inside a sentence, or between rows of one table. */
function interrupts(lines: readonly Line[], at: number, text: string): boolean {
  const before = lines[at - 1];
  const after = lines.slice(at + 1, at + 4).find((line) => squeezed(line) !== text);
  if (before === undefined || after === undefined) return false;
  if (before.kind === "row")
    return (
      after.kind === "row" && after.cells.length === before.cells.length && !FORM_START.test(squeezed(after))
    );
  const sentence = squeezed(before);
  return (
    after.kind === "text" &&
    sentence.length >= SENTENCE &&
    /[，、,]/u.test(sentence) &&
    !SENTENCE_END.test(sentence) &&
    !HEADING_START.test(squeezed(after))
  );
}
