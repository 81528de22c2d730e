// First stage of recognition: lines that are no content (watermarks, page numbers, drawn rules of
// Markdown tables) leave the flow; what left is kept, because rules judge it too.

import type { PageWords } from "../document/document.ts";
import type { Line } from "../document/lines.ts";
import type { RemovedText } from "../disclosure/disclosure.ts";
import { halfWidthText } from "../figures/normalize.ts";
import { withoutRunningLines } from "./running-lines.ts";

/** CleanText: the lines that carry content, and what was taken out. */
export interface CleanText {
  readonly lines: readonly Line[];
  readonly removed: readonly RemovedText[];
}

/** Words printed across pages of drafts and internal copies; a published report must not carry them. */
export const WATERMARKS = [
  "仅供内部审核",
  "仅供内部使用",
  "内部资料",
  "征求意见稿",
  "送审稿",
  "草稿",
  "样表",
] as const;

const PAGE_NUMBER = /^[-—–―\s]*\d{1,3}[-—–―\s]*$|^第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?$/u;
const RULE_ROW = /^[-—–=_:\s|]+$/u;
const WATERMARK = new RegExp(WATERMARKS.map((words) => [...words].join("\\s*")).join("|"), "gu");

/** A few words that a blank parts from the stamp's first ones ("内部资料 注意保存"). */
const STAMP_TAIL = /^\s+\p{Script=Han}{2,6}\s*$/u;

function isRuleRow(line: Line): boolean {
  return (
    line.kind === "row" &&
    line.cells.every((cell) => RULE_ROW.test(cell.text) || cell.text === "") &&
    /-{3}/u.test(line.text)
  );
}

function isPageNumber(line: Line): boolean {
  return line.kind === "text" && PAGE_NUMBER.test(line.text.trim()) && /[-—–―页]/u.test(line.text);
}

function withoutWatermark(line: Line): { line: Line | null; found: readonly string[] } {
  if (line.kind !== "text") return { line, found: [] };
  const found = line.text.match(WATERMARK) ?? [];
  if (found.length === 0) return { line, found };
  const rest = line.text.replace(WATERMARK, "");
  const words = withoutPunctuation(rest);
  // A watermark stands apart: alone on its line, or struck through running text that continues after it.
  // Inside quotation marks or a document's title it is content.
  if (words.length > 0 && /[“"《（(]\s*$/u.test(line.text.slice(0, line.text.search(WATERMARK)))) {
    return { line, found: [] };
  }
  const isAll = words.length === 0 || STAMP_TAIL.test(rest);
  // Most of these words are ordinary ones as well: inside running text only those of a stamp are struck out.
  if (!isAll && found.some((text) => !text.startsWith("仅供"))) return { line, found: [] };
  return { line: isAll ? null : { ...line, text: rest }, found };
}

function withoutPunctuation(text: string): string {
  return text.replace(/[\s~*_#—–-]+/gu, "");
}

const WIDE = /[０-９Ａ-Ｚａ-ｚ％]/u;
/** Full-width digits and letters, the per cent sign, and the marks that stand inside numbers and codes. */
const WIDE_RUN = /[０-９Ａ-Ｚａ-ｚ％]|(?<=[0-9０-９])[．，－](?=[0-9０-９])/gu;

/** Digits and letters of double width as everyone else writes them, one to one, so that places stay. */
function narrow(text: string): string {
  return WIDE.test(text) ? text.replace(WIDE_RUN, halfWidthText) : text;
}

function narrowLine(line: Line): Line {
  if (!WIDE.test(line.text)) return line;
  const cells = line.cells.map((cell) => ({ ...cell, text: narrow(cell.text) }));
  return { ...line, text: narrow(line.text), cells };
}

/** What a draft of ours prints for text that has yet to be given, alone or behind its label. */
const MISSING = /(?<=^|[:：]\s*)【待填写[:：]?[^【】]*】\s*$/u;

/** The line without the marks of missing text, which are nobody's words. */
function withoutMissing(line: Line): { line: Line; found: readonly string[] } {
  if (!line.text.includes("【待填写")) return { line, found: [] };
  const found: string[] = [];
  const strip = (text: string): string =>
    text.replace(MISSING, (mark) => {
      found.push(mark.trim());
      return "";
    });
  if (line.kind === "text") return { line: { ...line, text: strip(line.text) }, found };
  const cells = line.cells.map((cell) => ({ ...cell, text: strip(cell.text) }));
  return { line: { ...line, cells, text: cells.map((cell) => cell.text).join("\t") }, found };
}

/** The marks of drafts among the words that a reader left out of the text. */
function marksAmong(pageWords: readonly PageWords[]): readonly RemovedText[] {
  return pageWords
    .filter(({ text }) => text.search(WATERMARK) >= 0)
    .map(({ text, place }) => ({ reason: "watermark", text: text.replace(/\s+/gu, ""), place }));
}

/** Takes out what is no content; figures of double width become ordinary ones. */
export function cleanLines(lines: readonly Line[], pageWords: readonly PageWords[] = []): CleanText {
  const kept: Line[] = [];
  const removed: RemovedText[] = [...marksAmong(pageWords)];
  const besidePages = new Set<Line>();
  let isAfterPage = false;
  for (const printed of lines.map(narrowLine)) {
    const { line, found: missing } = withoutMissing(printed);
    for (const text of missing) removed.push({ reason: "instruction", text, place: line.place });
    if (isRuleRow(line)) continue;
    if (isPageNumber(line)) {
      removed.push({ reason: "page-number", text: line.text.trim(), place: line.place });
      kept.slice(-1).forEach((before) => besidePages.add(before));
      isAfterPage = true;
      continue;
    }
    const { line: rest, found } = withoutWatermark(line);
    for (const text of found)
      removed.push({ reason: "watermark", text: text.replace(/\s+/gu, ""), place: line.place });
    if (rest === null) continue;
    kept.push(rest);
    if (isAfterPage) besidePages.add(rest);
    isAfterPage = false;
  }
  const running = withoutRunningLines(kept, besidePages);
  return { lines: running.lines, removed: [...removed, ...running.removed] };
}
