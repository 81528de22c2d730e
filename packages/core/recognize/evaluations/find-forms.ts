// Cuts a document into evaluations. Every evaluation has one indicator header (一级指标 …); where it
// begins is told by its title, its 项目名称 row, its table of contents or its first chapter.

import type { EvaluationLayout } from "../../forms/evaluation-layout.ts";
import type { FormLine } from "./form-lines.ts";
import { isOneOf, likeness, plainWords } from "./word-match.ts";

/** FormRange: the lines of one evaluation, from the first to before the end. */
export interface FormRange {
  readonly start: number;
  readonly end: number;
  /** Index of the indicator header, or of the first row of indicators where the header is lost. */
  readonly header: number;
}

const TITLE_TAIL = /绩效自评价?(?:表|分析报告|报告)?(?:\([^()]*\))*$/u;
const ORDINAL = /^第?[一二三四五六七八九十\d]+[章节部、.．]/u;
const TITLE_LENGTH = 70;
const SHORT_LINE = 12;
const FEWEST_CELLS = 5;
const SAME_HEADER = 0.9;

/** True when the line heads a self-evaluation of a project. */
export function isTitle(line: FormLine): boolean {
  if (line.cells.length !== 1 || [...line.joined].length > TITLE_LENGTH) return false;
  const text = plainWords(line.joined);
  return TITLE_TAIL.test(text) && !ORDINAL.test(line.joined) && !/整体支出|如下|[。，；]/u.test(line.joined);
}

/** The project's name that stands before the form's title; null when the title is damaged or bare. */
export function nameInTitle(line: FormLine, layout: EvaluationLayout): string | null {
  const text = line.joined.replace(/\s+/gu, "");
  const title = layout.title;
  for (const suffix of [title, title.slice(0, -1)]) {
    const at = text.lastIndexOf(suffix);
    if (at > 0) return text.slice(0, at);
  }
  return null;
}

/** True for the row that heads the indicator groups: at least two of its words. */
export function isIndicatorHeader(line: FormLine | undefined): boolean {
  if (line?.kind !== "row") return false;
  const levels = ["一级指标", "二级指标", "三级指标"].filter((word) =>
    line.cells.some((cell) => headerWord(cell.text, word)),
  );
  const values = ["指标值", "完成值", "分值", "权重", "得分", "年度指标", "指标名称"].filter((word) =>
    line.cells.some((cell) => plainWords(cell.text).includes(word)),
  );
  return levels.length >= 2 || (levels.length === 1 && values.length >= 2);
}

function headerWord(text: string, word: string): boolean {
  return isOneOf(text, [word]) || (plainWords(text).length === word.length && likeness(text, word) >= 0.75);
}

/** True for the cover's line or the form's row that names the project. */
export function isNameLine(line: FormLine): boolean {
  return /^(?:\d+[.、])?项目名称/u.test(plainWords(line.joined));
}

/** True for the heading of a table of contents. */
export function isContentsHeading(line: FormLine): boolean {
  return /^目录$/u.test(plainWords(line.joined));
}

/** Cuts the lines at the anchors; lines outside every evaluation belong to none. */
export function findForms(lines: readonly FormLine[]): readonly FormRange[] {
  const headers = lines.flatMap((line, index) =>
    (isIndicatorHeader(line) ? !isRepeatedHeader(lines, index) : isHeadless(lines, index)) &&
    !isAnnexHeader(lines, index)
      ? [index]
      : [],
  );
  const starts = headers.map((header, order) =>
    startOf(lines, header, order === 0 ? 0 : (headers[order - 1] ?? 0) + 1),
  );
  return headers.map((header, order) => ({
    start: starts[order] ?? header,
    end: endOf(lines, header, starts[order + 1] ?? lines.length),
    header,
  }));
}

const FIRST_LEVEL = /^(?:产出|成本)指标(?:\(\d+分\))?$/u;
const SECOND_LEVEL = /^(?:数量|质量|时效|经济成本|成本)(?:指标)?$/u;

/** A first row of indicators that a new form's rows lead to, its header lost. */
function isHeadless(lines: readonly FormLine[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || !isFirstIndicator(line)) return false;
  for (let index = at - 1; index >= 0; index -= 1) {
    const above = lines[index];
    if (above === undefined || isIndicatorHeader(above) || isFirstIndicator(above)) return false;
    if (isNameLine(above) || isTitle(above) || isContentsHeading(above)) return true;
  }
  return false;
}

/** True for a row that a form's indicators begin with. */
export function isFirstIndicator(line: FormLine): boolean {
  if (line.kind !== "row" || line.cells.length < FEWEST_CELLS) return false;
  const words = line.cells.slice(0, 4).map((cell) => plainWords(cell.text));
  // A merged first level may be printed beside a later row; 数量指标 comes first in every form.
  if (words.slice(0, 3).some((word) => /^数量指标$/u.test(word))) return true;
  const first = words.findIndex((word) => FIRST_LEVEL.test(word));
  return first >= 0 && SECOND_LEVEL.test(words[first + 1] ?? "");
}

/** A header printed again on the next page: the same words, and since the first one only rows like it. */
export function isRepeatedHeader(lines: readonly FormLine[], at: number): boolean {
  const header = lines[at];
  if (header === undefined) return false;
  for (let index = at - 1; index >= 0; index -= 1) {
    const line = lines[index];
    if (line === undefined || isNameLine(line) || isTitle(line) || isTotal(line)) return false;
    if (line.kind === "text" && [...line.joined].length > SHORT_LINE) return false;
    if (isIndicatorHeader(line)) return likeness(line.joined, header.joined) >= SAME_HEADER;
  }
  return false;
}

function isTotal(line: FormLine): boolean {
  return (
    line.kind === "row" && line.cells.slice(0, 3).some((cell) => isOneOf(cell.text, ["总分", "合计", "总计"]))
  );
}

/** The annex of a department report repeats the indicator header, under a title of its own. */
function isAnnexHeader(lines: readonly FormLine[], header: number): boolean {
  const words = plainWords(lines[header]?.joined ?? "");
  if (!words.includes("得分") && words.includes("绩效指标值")) return true;
  if (departmentTableAbove(lines, header) !== undefined) return true;
  for (let index = header; index >= Math.max(0, header - 40); index -= 1) {
    const line = lines[index];
    if (line === undefined) return false;
    if (isNameLine(line) || isTitle(line)) return false;
    if (/整体支出绩效/u.test(plainWords(line.joined)) && line.cells.length === 1) return true;
  }
  return false;
}

const DEPARTMENT_ROW = /^(?:部门(?:\(单位\))?名称|年度主要任务|年度部门整体支出)/u;

/** First line of a table on a whole department that leads to the header; undefined for a project's. */
export function departmentTableAbove(lines: readonly FormLine[], header: number): number | undefined {
  let start: number | undefined;
  for (let index = header - 1; index >= 0; index -= 1) {
    const line = lines[index];
    if (line === undefined || line.kind !== "row" || isNameLine(line) || isIndicatorHeader(line)) break;
    if (DEPARTMENT_ROW.test(plainWords(line.joined))) start = index;
  }
  return start;
}

/** The anchor of the strongest kind between the previous table and this header. */
function startOf(lines: readonly FormLine[], header: number, floor: number): number {
  const range = lines.slice(floor, header);
  const first = (test: (line: FormLine) => boolean): number | undefined =>
    found(range.findIndex(test), floor);
  const name = first(isNameLine);
  const title = found(range.slice(0, (name ?? header) - floor).findLastIndex(isTitle), floor);
  const anchor =
    title ??
    name ??
    first(isContentsHeading) ??
    first((line) => /^一项目(?:的)?基本/u.test(plainWords(line.joined)));
  return Math.max(floor, headingAbove(lines, anchor ?? tableStart(lines, header, floor), floor));
}

function found(index: number, floor: number): number | undefined {
  return index < 0 ? undefined : index + floor;
}

/** A heading directly above, whose words a scan destroyed, still belongs to the form. */
function headingAbove(lines: readonly FormLine[], start: number, floor: number): number {
  for (let index = start - 1; index >= Math.max(floor, start - 2); index -= 1) {
    const line = lines[index];
    if (line?.kind === "text" && line.headingLevel > 0 && /年度|自评|绩效|项目/u.test(line.joined))
      return index;
  }
  return start;
}

/** Without any anchor: the first line of the tables that lead to the header. */
function tableStart(lines: readonly FormLine[], header: number, floor: number): number {
  let start = header;
  for (let index = header - 1; index >= floor; index -= 1) {
    const line = lines[index];
    if (line === undefined || (line.kind === "text" && [...line.joined].length > 40)) break;
    start = index;
  }
  return start;
}

const PART_HEADING = /^第[一二三四五六七八九十]+部分/u;

/** An evaluation ends where the next begins, or at the heading of another part of the document. */
function endOf(lines: readonly FormLine[], header: number, next: number): number {
  for (let index = header + 1; index < next; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const text = plainWords(line.joined);
    if (
      line.cells.length === 1 &&
      (PART_HEADING.test(text) || /^(?:附表|附件)?\d*部门整体支出绩效/u.test(text))
    )
      return index;
  }
  return next;
}
