// Words read besides figures: the direction of a change, and the free text after its cue (主要原因是…, 用于…).

import { findConcept } from "../../accounts/concepts.ts";
import type { FactAddress } from "../../disclosure/address.ts";
import type { ProseFigure, ProseWords } from "../../disclosure/disclosure.ts";
import type { SectionParagraph } from "../../document/section.ts";
import type { CompiledTemplate } from "../../sentences/compile.ts";
import { DIRECTION_WORDS } from "../../sentences/plain-words.ts";
import type { FreeSlot } from "../../sentences/template.ts";
import { placeAt } from "./prose-tokens.ts";

const DIRECTION = new RegExp(
  [...DIRECTION_WORDS.keys()].toSorted((a, b) => b.length - a.length).join("|"),
  "gu",
);
/** Both alternatives of the form left standing: "下降（增长）". */
const BOTH = /([\p{Script=Han}]{2,3})[（(]([\p{Script=Han}]{2,3})[）)]\s*$/u;

type Direction = Pick<ProseFigure, "direction" | "directionWord">;

/** The direction word right before a figure; when both alternatives stand, neither is chosen. */
export function directionBefore(left: string): Direction {
  const both = BOTH.exec(left);
  if (both !== null && DIRECTION_WORDS.has(both[1] ?? "") && DIRECTION_WORDS.has(both[2] ?? "")) {
    return { directionWord: both[0].trim() };
  }
  const word = [...left.matchAll(DIRECTION)].at(-1)?.[0];
  const direction = word === undefined ? undefined : DIRECTION_WORDS.get(word);
  return word === undefined || direction === undefined ? {} : { direction, directionWord: word };
}

/** Cues that lead into free text wherever a sentence has a slot for it. */
const CUES: Readonly<Record<FreeSlot, readonly string[]>> = {
  reason: [
    "主要原因是",
    "主要原因为",
    "主要原因",
    "原因是",
    "原因为",
    "主要是由于",
    "主要是因为",
    "减少原因",
    "增加原因",
  ],
  use: ["主要用于", "用于", "开支内容包括"],
  items: ["主要包括", "包括"],
};

interface Spoken {
  readonly start: number;
  readonly end: number;
  readonly address: FactAddress;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A sentence, where the last one that states figures ends, and where the next one begins to. */
interface SentenceSpan extends Span {
  readonly lead: number;
  readonly limit: number;
}

/** Free text of a sentence and of what follows it up to the next figure: the reason may be a sentence of its own. */
export function freeWords(
  paragraph: SectionParagraph,
  span: SentenceSpan,
  templateCues: CompiledTemplate["cues"],
  spoken: readonly Spoken[],
): readonly ProseWords[] {
  const last = spoken.at(-1);
  const extended = last === undefined ? span.end : reasonSentenceEnd(paragraph.text, span.end);
  const until = extended <= span.limit ? extended : span.end;
  const slots: readonly FreeSlot[] = ["reason", "use", "items"];
  return slots.flatMap((slot) =>
    // What money was used for is also told before the amount: "…（项）。主要用于：…。年初预算为…".
    cuesIn(paragraph.text, { start: slot === "use" ? span.lead : span.start, end: until }, [
      ...templateCues.filter((each) => each.slot === slot).map(({ cue }) => cue),
      ...CUES[slot],
    ]).flatMap((at): readonly ProseWords[] => {
      const end = slot === "use" ? clauseBefore(paragraph.text, at, until, spoken) : until;
      const text = freeText(paragraph.text, at, end, slot);
      if (text.startsWith("以下")) return [];
      const before = spoken.filter(({ end }) => end <= at);
      const named = slot === "reason" ? namedIn(clauseOfCue(paragraph.text, at), before) : undefined;
      const about = named ?? before.at(-1) ?? spoken[0];
      return [{ slot, text, refersTo: about?.address ?? null, place: placeAt(paragraph, at) }];
    }),
  );
}

/** The words of the clause in which a cue stands: 公务接待费支出减少的主要原因是. */
const clauseOfCue = (text: string, at: number): string =>
  text.slice(Math.max(...["。", "；", "，", "\n"].map((stop) => text.lastIndexOf(stop, at - 1))) + 1, at);

const lettersOf = (words: string): string => words.replaceAll(/[^\p{L}\p{N}]/gu, "");

/** The fact whose column the clause names; where reasons stand after all figures, nearness tells nothing. */
function namedIn(clause: string, spoken: readonly Spoken[]): Spoken | undefined {
  const words = lettersOf(clause);
  const named = spoken.filter(({ address }) => {
    const column = findConcept(address.concept)?.columns.find(({ id }) => id === address.column)?.name ?? "";
    const name = lettersOf(column.split(" ").at(-1) ?? "");
    return name.length >= NAME_LENGTH && words.includes(name);
  });
  return named.at(-1);
}

/** Shorter names of columns, such as 小计 or 金额, name no matter. */
const NAME_LENGTH = 4;

/** A use ends before the clause that states the next figure. */
function clauseBefore(text: string, at: number, until: number, spoken: readonly Spoken[]): number {
  const next = spoken.find(({ start }) => start > at);
  if (next === undefined || next.start >= until) return until;
  const comma = text.lastIndexOf("，", next.start);
  return comma > at ? comma : until;
}

/** Where the text of each cue begins; overlapping cues count once, the longest wins. */
function cuesIn(text: string, span: Span, cues: readonly string[]): readonly number[] {
  const longestFirst = [...new Set(cues)].toSorted((a, b) => b.length - a.length);
  const starts: number[] = [];
  let at = span.start;
  while (at < span.end) {
    const from = at;
    const cue = longestFirst.find((each) => text.startsWith(each, from));
    if (cue === undefined) at += 1;
    else {
      at += cue.length;
      starts.push(at);
    }
  }
  return starts;
}

function freeText(text: string, at: number, until: number, slot: FreeSlot): string {
  const rest = text.slice(at, until).replace(/^[：:，,\s]+/u, "");
  const end =
    slot === "items" ? rest.search(/[。]|；(?=[\p{Script=Han}]{2,8}(?:\d|经费))/u) : rest.search(/[。；;]/u);
  return (end < 0 ? rest : rest.slice(0, end)).replace(/[；;，,、\s]+$/u, "");
}

/** A sentence that begins with the reason belongs to the figures before it. */
function reasonSentenceEnd(text: string, from: number): number {
  const rest = text.slice(from);
  const lead = /^\s*(?:[^。，：\d]{0,24}的)?(?:主要原因|主要用于|原因)/u.exec(rest);
  if (lead === null) return from;
  const end = rest.indexOf("。");
  return end < 0 ? text.length : from + end + 1;
}
