// Reads the head of a form or the cover of a report: project, department, unit, year, goal.

import type { StatedText } from "../../document/stated-text.ts";
import { withoutSpace } from "../../figures/normalize.ts";
import type { EvaluationLayout, GoalBlock, HeadField, Label } from "../../forms/evaluation-layout.ts";
import { isSheetName } from "../../document/lines.ts";
import { isTitle, nameInTitle } from "./find-forms.ts";
import type { FormCell, FormLine } from "./form-lines.ts";
import { bestLikeness, hanCount, isOneOf, likeness, plainWords } from "./word-match.ts";

export interface FormHead {
  readonly name: StatedText | null;
  readonly code: string | null;
  readonly department: StatedText | null;
  readonly unit: StatedText | null;
  readonly year: number | null;
  readonly consumed: readonly number[];
}

const CODED_NAME = /^(\d{6}[0-9A-Z]{6,24})[-—–\s]+(.+)$/su;
const SEAL = /[(（]\s*(?:盖章|公章|签章|章)\s*[)）]/gu;
const NAME_AGREEMENT = 0.5;

/** Reads the head among the lines before the money block or the indicators. */
export function readHead(lines: readonly FormLine[], layout: EvaluationLayout): FormHead {
  const values = new Map<HeadField, StatedText>();
  const consumed: number[] = [];
  for (const line of lines) {
    for (const { field, value } of labelledValues(line, layout.head)) {
      consumed.push(line.index);
      if (!values.has(field) && value.text !== "") values.set(field, value);
    }
  }
  const titles = lines.filter(isTitle);
  consumed.push(...titles.map((line) => line.index));
  const coded = CODED_NAME.exec(values.get("name")?.text.trim() ?? "");
  return {
    name: chooseName(values.get("name") ?? null, coded?.[2] ?? null, titles, layout),
    code: coded?.[1] ?? null,
    department: values.get("department") ?? null,
    unit: values.get("unit") ?? null,
    year: yearOf(lines, layout),
    consumed,
  };
}

/** The cell's name, or the title's where the title names projects and the cell is the damaged one. */
function chooseName(
  cell: StatedText | null,
  named: string | null,
  titles: readonly FormLine[],
  layout: EvaluationLayout,
): StatedText | null {
  const own = cell === null ? null : { ...cell, text: withoutSpace(named ?? cell.text) };
  const title = titles.find((one) => !isSheetName(one)) ?? (own === null ? titles[0] : undefined);
  const fromTitle = title === undefined || !layout.titleNamesProject ? null : nameInTitle(title, layout);
  if (title === undefined || fromTitle === null) return own;
  const isSame =
    own === null ||
    likeness(own.text, fromTitle) >= NAME_AGREEMENT ||
    hanCount(own.text) < hanCount(fromTitle);
  return isSame ? { text: fromTitle, place: title.place } : own;
}

interface LabelledValue {
  readonly field: HeadField;
  readonly value: StatedText;
}

/** Values beside the labels of one row, or after the colon of one line of a cover. */
function labelledValues(line: FormLine, labels: readonly Label<HeadField>[]): readonly LabelledValue[] {
  if (line.kind === "text") return coverValue(line, labels);
  const found: { readonly field: HeadField; readonly from: number; readonly to: number }[] = [];
  for (let start = 0; start < line.cells.length; start += 1) {
    const match = labelAt(line.cells, start, labels);
    if (match === undefined) continue;
    found.push({ field: match.field, from: start, to: match.end });
    start = match.end - 1;
  }
  return found.map((label, index) => {
    const value = line.cells.slice(label.to, found[index + 1]?.from);
    const place = value[0]?.place ?? line.place;
    return { field: label.field, value: { text: value.map((cell) => cell.text).join(""), place } };
  });
}

function coverValue(line: FormLine, labels: readonly Label<HeadField>[]): readonly LabelledValue[] {
  const match = /^([^:：]{2,10})[:：]\s*(.+)$/su.exec(line.cells[0]?.text ?? "");
  const label = labels.find((known) => isOneOf(match?.[1] ?? "", known.words));
  if (match === null || label === undefined) return [];
  return [{ field: label.field, value: { text: withoutSpace(match[2] ?? ""), place: line.place } }];
}

/** A label that starts at a cell, over up to two cells ("项目名|称"). */
function labelAt(
  cells: readonly FormCell[],
  start: number,
  labels: readonly Label<HeadField>[],
): { readonly field: HeadField; readonly end: number } | undefined {
  const [first, second] = cells.slice(start, start + 2).map((cell) => cell.text.replace(SEAL, ""));
  if (first === undefined) return undefined;
  for (const { field, words } of labels) {
    if (
      isOneOf(first, words) ||
      (plainWords(first).length >= 4 &&
        words.some((word) => plainWords(first).startsWith(word)) &&
        hanCount(first) <= 14)
    ) {
      return { field, end: start + 1 };
    }
  }
  for (const { field, words } of labels) {
    if (
      second !== undefined &&
      bestLikeness(first + second, words) >= 0.8 &&
      bestLikeness(second, words) < 0.9
    )
      return { field, end: start + 2 };
  }
  return undefined;
}

const YEAR_LINE = /^[(（]?\s*((?:19|20)\d{2})\s*年(?:度|1[012]月(?:\d{1,2}日)?)?\s*[)）]?$/u;

const YEAR_IN_TITLE = /((?:19|20)\d{2})年/u;
/** A year before the title's own words may belong to the project's name. */
const YEAR_AFTER_TITLE = /绩效自评[^\d]*((?:19|20)\d{2})年/u;

/**
 * The year of a line of its own, or of brackets in the title; dates beside signatures are none. A cover that is
 * dated in the first months speaks of the year before, or of none.
 */
function yearOf(lines: readonly FormLine[], { titleNamesProject }: EvaluationLayout): number | null {
  const alone = lines.filter((line) => line.kind === "text" || line.cells.length === 1);
  const inTitle = titleNamesProject ? YEAR_AFTER_TITLE : YEAR_IN_TITLE;
  const years = [
    ...alone.map((line) => YEAR_LINE.exec(line.joined)?.[1]),
    ...alone.filter(isTitle).map((line) => inTitle.exec(line.joined)?.[1]),
  ];
  const year = years.find((one) => one !== undefined);
  return year === undefined ? null : Number(year);
}

export interface ReadGoal {
  readonly goal: StatedText | null;
  readonly achievement: StatedText | null;
  readonly consumed: readonly number[];
}

/** Reads the goal and how far it was reached. */
export function readGoal(lines: readonly FormLine[], block: GoalBlock): ReadGoal {
  return block.arrangement === "inline" ? inlineGoal(lines, block) : goalBelow(lines, block);
}

const LABEL_NUMBER = /^\d+[.、．]\s*/u;

/** One row: "项目年度目标 …" and "年度目标完成情况 …", the labels glued to the values or missing. */
function inlineGoal(lines: readonly FormLine[], block: GoalBlock): ReadGoal {
  const isSide = (cell: FormCell): boolean => isOneOf(cell.text.replace(LABEL_NUMBER, ""), block.side);
  const line = lines.find((row) => row.kind === "row" && row.cells.some((cell) => isSide(cell)));
  const cells = line?.cells.slice(line.cells.findLastIndex(isSide) + 1) ?? [];
  if (line === undefined) return { goal: null, achievement: null, consumed: [] };
  const [first, second] = cells;
  const goal = withoutLabel(first, block.goal);
  const achievement = withoutLabel(second, block.achievement);
  const below =
    goal === null && achievement === null && second !== undefined ? rowUnder(lines, line) : undefined;
  if (below === undefined || second === undefined) return { goal, achievement, consumed: [line.index] };
  const split = splitColumn(below.cells, second.column);
  return {
    goal: joinedText(below.cells.filter((cell) => cell.column < split)),
    achievement: joinedText(below.cells.filter((cell) => cell.column >= split)),
    consumed: [line.index, below.index],
  };
}

/** The row under labels that stand without values, when it begins no numbered item of its own. */
function rowUnder(lines: readonly FormLine[], labels: FormLine): FormLine | undefined {
  const next = lines.find((line) => line.index > labels.index);
  const isValues = next?.kind === "row" && next.cells.every((cell) => !LABEL_NUMBER.test(cell.text));
  return isValues && next.cells.length > 0 && next.cells.length <= 4 ? next : undefined;
}

function withoutLabel(cell: FormCell | undefined, labels: readonly string[]): StatedText | null {
  if (cell === undefined) return null;
  const text = withoutSpace(cell.text);
  const label = labels.find((word) => text.startsWith(word));
  const rest = text.slice(label?.length ?? 0).replace(/^[:：]/u, "");
  return rest === "" ? null : { text: rest, place: cell.place };
}

/** A header row with both labels, the values in the next row, each perhaps cut over several cells. */
function goalBelow(lines: readonly FormLine[], block: GoalBlock): ReadGoal {
  for (const [index, line] of lines.entries()) {
    const column = achievementColumn(line, block);
    if (column === undefined) continue;
    const goalColumn = line.cells.find((cell) => isOneOf(cell.text, block.goal))?.column;
    const isUnder = (cell: FormCell): boolean => cell.column === goalColumn || cell.column === column;
    const isValue = (cell: FormCell, position: number): boolean =>
      isUnder(cell) || !isSideLabel(cell, position, block);
    const below = lines
      .slice(index + 1, index + 4)
      .find(
        (next) =>
          next.kind === "row" &&
          next.cells.some(
            (cell, position) => isValue(cell, position) && (hanCount(cell.text) >= 2 || isUnder(cell)),
          ),
      );
    if (below === undefined) break;
    const cells = below.cells.filter(isValue);
    const split = splitColumn(cells, column);
    return {
      goal: joinedText(cells.filter((cell) => cell.column < split)),
      achievement: joinedText(cells.filter((cell) => cell.column >= split)),
      consumed: [line.index, below.index],
    };
  }
  return { goal: null, achievement: null, consumed: [] };
}

/** Column of the achievement label, in a row that prints the goal's label too. */
function achievementColumn(line: FormLine, block: GoalBlock): number | undefined {
  if (line.kind !== "row" || line.cells.length < 2) return undefined;
  const joined = plainWords(line.joined);
  if (!block.goal.some((word) => joined.includes(word.slice(-2)))) return undefined;
  const whole = line.cells.find(
    (cell, position) =>
      bestLikeness(cell.text, block.achievement) >= 0.75 &&
      bestLikeness(cell.text, block.achievement) > bestLikeness(cell.text, block.side) &&
      position > 0,
  );
  if (whole !== undefined) return whole.column;
  const first = line.cells.find((cell, index) => {
    const pair = cell.text + (line.cells[index + 1]?.text ?? "");
    return index > 0 && !isOneOf(cell.text, block.goal) && bestLikeness(pair, block.achievement) >= 0.85;
  });
  return first?.column;
}

function isSideLabel(cell: FormCell, position: number, block: GoalBlock): boolean {
  if (position > 0) return false;
  return (
    isOneOf(cell.text, block.side) ||
    (cell.column <= 1 && hanCount(cell.text) <= 8 && bestLikeness(cell.text, block.side) >= 0.5) ||
    (cell.column === 0 && cell.text.split(/\s+/u).every((part) => part.length <= 3))
  );
}

/** The blank gap nearest to the achievement's label, else the label's own column. */
function splitColumn(cells: readonly FormCell[], label: number): number {
  const starts = cells.filter(
    (cell, index) => index > 0 && cell.column - (cells[index - 1]?.column ?? 0) > 1,
  );
  const nearest = starts.toSorted(
    (left, right) => Math.abs(left.column - label) - Math.abs(right.column - label),
  )[0];
  return nearest !== undefined && Math.abs(nearest.column - label) <= 3 ? nearest.column : label;
}

/** Cells joined without white space; null when nothing is printed. */
export function joinedText(cells: readonly FormCell[]): StatedText | null {
  const text = withoutSpace(cells.map((cell) => cell.text).join(""));
  const [first] = cells;
  return text === "" || first === undefined ? null : { text, place: first.place };
}
