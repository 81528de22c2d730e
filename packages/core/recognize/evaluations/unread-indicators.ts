// A form whose indicators no table shows any more (a scan or a watermark crammed them together) would be taken
// for the beginning of the next form, and the next one be lost with it. It is a form of its own, without indicators.

import type { EvaluationLayout } from "../../forms/evaluation-layout.ts";
import { isContentsHeading, isNameLine, isTitle, type FormRange } from "./find-forms.ts";
import type { FormLine } from "./form-lines.ts";
import { withoutUnit } from "./header-columns.ts";
import { isOneOf, plainWords } from "./word-match.ts";

const CONTENTS = "目录";
const FEWEST_HEADERS = 3;
/** Lines of a cover between its title and the project's name. */
const COVER_LINES = 6;

/** The forms in a range: one, or several where others before or after it have no indicators that can be read. */
export function formsInRange(
  lines: readonly FormLine[],
  range: FormRange,
  layouts: readonly EvaluationLayout[],
): readonly FormRange[] {
  const words = layouts.flatMap(({ funding }) => funding?.columns.flatMap((column) => column.words) ?? []);
  const hasFunding = (from: number, to: number): boolean =>
    lines.slice(from, to).some((line) => isFundingHeader(line, words));
  const cuts: number[] = [range.start];
  let before: { readonly at: number; readonly name: string } | undefined;
  for (let at = range.start; at < range.end; at += 1) {
    const name = beginningIn(lines[at]);
    if (name === "" || name === before?.name) continue;
    const isNext = before !== undefined && hasFunding(before.at, at);
    if (isNext && (at < range.header || hasFunding(at, range.end)))
      cuts.push(coverAbove(lines, at, range.header));
    if (isNext || before === undefined || name !== CONTENTS) before = { at, name };
  }
  return cuts.map((start, order) => {
    const end = cuts[order + 1] ?? range.end;
    return { start, end, header: start <= range.header && range.header < end ? range.header : end };
  });
}

/** The name that a cover or a form gives the project, or the contents that open one; empty for other lines. */
function beginningIn(line: FormLine | undefined): string {
  if (line !== undefined && isContentsHeading(line)) return CONTENTS;
  if (line === undefined || !isNameLine(line)) return "";
  const text = line.kind === "row" ? (line.cells[1]?.text ?? "") : line.joined;
  return plainWords(text).replace(/^(?:\d+[.、])?项目名称/u, "");
}

function isFundingHeader(line: FormLine, words: readonly string[]): boolean {
  if (line.kind !== "row" || isNameLine(line)) return false;
  return line.cells.filter(({ text }) => isOneOf(withoutUnit(text), words)).length >= FEWEST_HEADERS;
}

function coverAbove(lines: readonly FormLine[], at: number, header: number): number {
  const floor = Math.max(at - COVER_LINES, at > header ? header + 1 : 0);
  const title = lines.slice(floor, at).findLastIndex(isTitle);
  return title < 0 ? at : floor + title;
}
