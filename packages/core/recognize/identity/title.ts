// The document's title: what stands on its cover, or over its first form.

import type { Line } from "../../document/lines.ts";
import { isSheetName } from "../../document/lines.ts";
import { withoutSpace } from "../../figures/normalize.ts";

const TITLE_WORDS = /决算公开|部门决算|单位决算|自评报告|自评表|评价报告|绩效评价|绩效自评/u;
const COVER_END = /^(?:目录|第一部分)/u;
/** Without any title's words: at least six characters in a row; years and notes by hand are none. */
const TITLE_LIKE = /\p{Script=Han}{6}/u;
const ANNEX_MARK = /^附件\d*$/u;
const LONGEST = 60;
const COVER_LINES = 12;

/** The words of the cover before a title line that name the unit ("…办公室" over "2024年度部门决算公开"). */
const ORGANIZATION =
  /(?:委员会|办公室|办公厅|政府|局|厅|委|院|中心|部|处|会|站|所|校|学院|大学|医院|馆|队|社|团)$/u;

/**
 * The title as printed, white space removed; the unit's name over it joined, the form's number left out. The names
 * of worksheets are titles only where nothing is printed.
 */
export function recognizeTitle(lines: readonly Line[]): string {
  const printed = lines.filter((line) => !isSheetName(line));
  return titleAmong(printed) || titleAmong(lines).replace(SHEET_NUMBER, "");
}

/** The number that keeps worksheets in order ("01", "3."); a year is none. */
const SHEET_NUMBER = /^\d{1,2}[.、_-]?(?=\p{Script=Han})/u;

function titleAmong(lines: readonly Line[]): string {
  const cover: string[] = [];
  for (const line of lines.slice(0, COVER_LINES)) {
    const text = withoutSpace(line.text);
    if (COVER_END.test(text)) break;
    if (line.kind === "text" && text !== "" && text.length <= LONGEST && !ANNEX_MARK.test(text))
      cover.push(text);
  }
  const at = cover.findIndex((text) => TITLE_WORDS.test(text));
  const titleLine = cover[at] ?? firstTitle(lines);
  if (titleLine === undefined) return cover.find((text) => TITLE_LIKE.test(text)) ?? "";
  const before = cover[at - 1];
  const joined =
    before !== undefined && ORGANIZATION.test(before) && /^\d{4}年/u.test(titleLine)
      ? before + titleLine
      : titleLine;
  return joined.replace(/[（(][一二三四五六七八九十]+[）)]$/u, "");
}

function firstTitle(lines: readonly Line[]): string | undefined {
  const found = lines.find(
    (line) =>
      line.kind === "text" &&
      TITLE_WORDS.test(withoutSpace(line.text)) &&
      withoutSpace(line.text).length <= LONGEST,
  );
  return found === undefined ? undefined : withoutSpace(found.text);
}

/** The unit that a title names before its year ("…局2024年度部门决算"); null where it names none. */
export function unitInTitle(title: string): string | null {
  const name = /^(.{4,40}?)(?=20\d{2}年)/u.exec(title)?.[1] ?? "";
  return ORGANIZATION.test(name) ? name : null;
}
