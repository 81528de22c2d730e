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
  /(?:委员会|办公室|办公厅|政府|局|厅|委|院|中心|部|处|会|站|所|校|学|园|馆|宫|队|社|团|台|场|厂|库|室|基地|公司|街道|镇|乡|本级[）)]?)$/u;

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
  const joined = namedTitle(cover.slice(Math.max(0, at - NAME_LINES), Math.max(0, at)), titleLine);
  return joined.replace(/[（(][一二三四五六七八九十]+[）)]$/u, "");
}

/** A cover prints a long name over several lines, the year at the end of one of them. */
const NAME_LINES = 3;
const NAMED_TITLE = /^\p{Script=Han}(?:[\p{Script=Han}（）()·]){3,40}20\d{2}年/u;

/** The title with the unit's name from the lines over it, if they name one. */
function namedTitle(above: readonly string[], titleLine: string): string {
  for (let from = above.length - 1; from >= 0; from -= 1) {
    const joined = [...above.slice(from), titleLine].join("");
    if (NAMED_TITLE.test(joined) && unitInTitle(joined) !== null && isWholeName(above[from - 1]))
      return joined;
  }
  return titleLine;
}

/** True where the line over a name is not its beginning: a place or a government. */
const isWholeName = (before: string | undefined): boolean =>
  before === undefined || !/^\p{Script=Han}{2,12}(?:省|市|县|区|旗|州|政府)$/u.test(before);

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
