// The words around a table: its title, label, unit line, unit name, year and notes. All are told by what
// they say, never by where they stand, because damage moves and cuts them.

import { editDistance } from "../../accounts/classification/printed-name.ts";
import { comparable } from "../../figures/normalize.ts";
import type { TableLayout } from "../../forms/layout.ts";

/** TitleMatch: how well a text is the title of a layout, 1 being exactly. */
export interface TitleMatch {
  readonly layout: TableLayout;
  readonly score: number;
}

/** The least score that makes a text a title. */
export const TITLE_THRESHOLD = 0.72;

const LABEL = /(?:财决)?公开\s*(?:表\s*\d{1,2}|\d{1,2}(?:[-—]\d)?\s*表?)/u;
const UNIT = /单\s*位\s*[:：]\s*(?:人民币)?\s*(亿\s*元|万\s*元|元|万|亿)/u;
const UNIT_NAME =
  /(?:部门|单位|编制部门|编制单位|填报单位|预算单位)\s*(?:名称)?\s*(?:[(（][^)）]{0,6}[)）])?\s*[:：]\s*(?!\s*(?:人民币)?\s*[万亿]?\s*(?:元|$))(.+)/u;
const YEAR = /(20\d\d)\s*年\s*度?/u;
const NOTE = /^(?:[(（]?\s*(?:附?注|说\s*明|备\s*注)\s*[)）]?\s*[:：]|注\s*\d?\s*[.、])/u;
/** "本部门2024年度没有此项收支，故本表为空表。" needs no 注 before it. */
const SAYS_EMPTY = /空表|表(?:格)?(?:为空|无数据|没有数据|无内容)/u;
const EMPTY_LIMIT = 80;
const PART = /^第\s*[一二三四五六七八九十]+\s*部\s*分/u;
const SECTION = /(?:情况说明|说明|名词解释)$/u;
const LONG_PROSE = 60;

/** The text without Markdown marks at its ends. */
export function withoutMarks(text: string): string {
  return text.replace(/^[\s#>*_]+|[\s*_]+$/gu, "");
}

function titleText(text: string): string {
  return comparable(withoutMarks(text))
    .replace(/^(?:.{0,30}?20\d\d年度?)/u, "")
    .replace(/\(?续表?\d*\)?$/u, "")
    .replace(/^[一二三四五六七八九十]{1,3}[、.,]/u, "");
}

/** KnownTitle: a title of a layout, prepared for comparing. */
export interface KnownTitle {
  readonly layout: TableLayout;
  readonly text: string;
  readonly characters: ReadonlySet<string>;
}

/** All titles that the layouts may carry. */
export function knownTitles(layouts: readonly TableLayout[]): readonly KnownTitle[] {
  return layouts.flatMap((layout) =>
    [layout.title, ...layout.otherTitles].map((title) => {
      const text = comparable(title);
      return { layout, text, characters: new Set(text) };
    }),
  );
}

/** The layouts whose title this text may be, best first; several where titles are alike or damaged. */
export function matchTitles(text: string, titles: readonly KnownTitle[]): readonly TitleMatch[] {
  if (text.length > 80 || text.length < 4 || /[。；;！]/u.test(text)) return [];
  const shown = titleText(
    text
      .replace(LABEL, "")
      .replace(UNIT, "")
      .replace(/金额\s*$/u, ""),
  );
  if (shown.length < 4 || shown.length > 40) return [];
  const best = new Map<TableLayout, number>();
  // Layouts of many regions carry the same title.
  const scores = new Map<string, number>();
  for (const title of titles) {
    const score = scores.get(title.text) ?? titleScore(shown, title);
    scores.set(title.text, score);
    if (score >= TITLE_THRESHOLD && score > (best.get(title.layout) ?? 0)) best.set(title.layout, score);
  }
  return [...best].map(([layout, score]) => ({ layout, score })).toSorted((a, b) => b.score - a.score);
}

function titleScore(shown: string, { text: known, characters }: KnownTitle): number {
  if (shown === known) return 1;
  const longest = Math.max(shown.length, known.length);
  // A clipped title keeps at least two thirds, and more than the words that rows begin with too.
  const isClipped = shown.length * 3 >= known.length * 2 && known.startsWith(shown);
  if (shown.length >= 5 && isClipped && shown.includes("决")) return 0.85;
  if (Math.abs(shown.length - known.length) > longest * 0.28) return 0;
  let shared = 0;
  for (const character of shown) if (characters.has(character)) shared += 1;
  if (shared < shown.length * 0.6) return 0;
  const score = 1 - editDistance(shown, known) / longest;
  // Short titles differ from one another by two characters, so only one may be misread.
  return known.length <= 6 && score < 0.8 ? 0 : score;
}

/** The label as printed, without white space: "公开01表". */
export function readLabel(text: string): string | null {
  const match = LABEL.exec(text);
  return match === null ? null : match[0].replace(/\s+/gu, "");
}

/** True for a text that is a label and little else, so that it may begin a table. */
export function isLabelLine(text: string): boolean {
  const rest = text
    .replace(LABEL, "")
    .replace(UNIT, "")
    .replace(/金额|[\s表]/gu, "");
  return LABEL.test(text) && rest.length <= 4;
}

/** The unit of money that a unit line states; a clipped "万" is 万元. */
export function readMoneyUnit(text: string): string | null {
  const match = UNIT.exec(text);
  if (match === null) return null;
  const unit = (match[1] ?? "").replace(/\s+/gu, "");
  return unit.endsWith("元") ? unit : `${unit}元`;
}

/** The unit's or department's name at a table's head. */
export function readUnitName(text: string): string | null {
  const match = UNIT_NAME.exec(text.replaceAll("\t", " "));
  if (match === null) return null;
  const name = (match[1] ?? "").replace(/\s*(?:20\d\d\s*年|(?:金额)?\s*单\s*位\s*[:：]|公开\s*\d).*$/u, "");
  const squeezed = name.replace(/\s+/gu, "");
  return squeezed === "" ? null : squeezed;
}

/** The year at a table's head: "2024年度". */
export function readYear(text: string): string | null {
  const match = YEAR.exec(text);
  return match === null ? null : match[0].replace(/\s+/gu, "");
}

/** True for a note under a table (注：…, 说明：…). */
export function isNote(text: string): boolean {
  const words = withoutMarks(text);
  return NOTE.test(words) || (words.length <= EMPTY_LIMIT && SAYS_EMPTY.test(words));
}

/** True for a line of a table's head besides the title: label, unit, name, year. */
export function isHeadLine(text: string): boolean {
  if (text.length > 120 || isNote(text)) return false;
  if (isLabelLine(text) || readMoneyUnit(text) !== null || readUnitName(text) !== null) return true;
  return /^\s*\d{4}\s*年\s*度?\s*$/u.test(text);
}

/** True for a line with which the tables end: a part's heading, a section of prose, a long paragraph. */
export function closesTables(text: string): boolean {
  const shown = withoutMarks(text);
  if (isNote(shown)) return false;
  return shown.length >= LONG_PROSE || PART.test(shown) || SECTION.test(shown.replace(/\s+/gu, ""));
}
