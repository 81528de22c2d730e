// Reads the annex of a department report (部门整体支出绩效目标完成情况自评表): budget, goal, tasks and
// the indicator groups, by the same machinery as the project forms.

import { isSheetName, type Line } from "../../document/lines.ts";
import type { Place, Problem } from "../../document/document.ts";
import type { StatedText } from "../../document/stated-text.ts";
import type { DepartmentEvaluation } from "../../evaluation/department-evaluation.ts";
import type { Indicator } from "../../evaluation/project-evaluation.ts";
import { withoutSpace } from "../../figures/normalize.ts";
import { parseFigure } from "../../figures/parse-figure.ts";
import { WAN_YUAN, YUAN, type Unit } from "../../figures/unit.ts";
import type { DepartmentBlock, EvaluationLayout } from "../../forms/evaluation-layout.ts";
import { allEvaluationLayouts } from "../../regions/index.ts";
import { departmentTableAbove, isFirstIndicator, isIndicatorHeader, isNameLine } from "./find-forms.ts";
import { formLines, type FormCell, type FormLine } from "./form-lines.ts";
import { readIndicatorRows } from "./indicator-rows.ts";
import { joinedText, readHead } from "./read-head.ts";
import { readIndicators } from "./read-indicators.ts";
import { levelUsage, restoreLevels } from "./restore-levels.ts";
import { isOneOf, plainWords } from "./word-match.ts";

/** AnnexReading (附表): what it states of the department's year. */
export interface AnnexReading {
  readonly place: Place;
  readonly unit: StatedText | null;
  readonly budget: DepartmentEvaluation["budget"];
  readonly goal: StatedText | null;
  readonly tasks: DepartmentEvaluation["tasks"];
  readonly indicators: readonly Indicator[];
  readonly problems: readonly Problem[];
  readonly consumed: ReadonlySet<number>;
}

const LOOK_BACK = 60;

/** Reads the annex; null when the lines hold none. */
export function readAnnex(
  lines: readonly Line[],
  layouts: readonly EvaluationLayout[] = allEvaluationLayouts,
): AnnexReading | null {
  const layout = layouts.find((known) => known.kind === "annex");
  if (layout === undefined) return null;
  const all = formLines(lines);
  const startOf = (index: number): number | undefined =>
    titleAbove(all, index, layout) ?? departmentTableAbove(all, index);
  const header = all.findIndex(
    (line, index) => (isIndicatorHeader(line) || isFirstIndicator(line)) && startOf(index) !== undefined,
  );
  if (header < 0) return null;
  const start = startOf(header) ?? header;
  const before = all.slice(start, header);
  const raw = readIndicatorRows(all, header, all.length, layout);
  const levels = restoreLevels(raw.rows, layout, levelUsage(raw.rows));
  const indicators = readIndicators(raw.rows, levels, layout, []);
  const head = readHead(before, layout);
  const block = layout.wholeDepartment;
  const budget = readBudget(before, unitOf(before), block?.budget ?? []);
  const goal = readGoalRow(before, block?.goal ?? []);
  const tasks = readTasks(before, block?.tasks ?? null);
  const consumed = [
    ...head.consumed,
    ...budget.consumed,
    ...goal.consumed,
    ...tasks.consumed,
    ...raw.consumed,
    ...titleLines(all, start, header),
  ];
  return {
    place: all[start]?.place ?? {},
    unit: head.unit,
    budget: budget.budget,
    goal: goal.goal,
    tasks: tasks.tasks,
    indicators: indicators.indicators,
    problems: indicators.problems,
    consumed: new Set(consumed),
  };
}

const LABEL = /^附(?:表|件)\d*$/u;

const isAbove = (line: FormLine): boolean => LABEL.test(plainWords(line.joined)) || isSheetName(line);

/** The title with the lines around it: 附表 or a sheet's name above, the year and the unit of money below. */
function titleLines(lines: readonly FormLine[], start: number, header: number): readonly number[] {
  const under = lines.slice(start + 1, header);
  const table = under.findIndex(({ kind }) => kind === "row");
  const first = lines.slice(0, start).findLastIndex((line) => !isAbove(line)) + 1;
  const above = lines.slice(first, start).map(({ index }) => index);
  return [...above, start, ...under.slice(0, Math.max(table, 0)).map(({ index }) => index)];
}

/** The annex's own title above a header, with no project in between. */
function titleAbove(
  lines: readonly FormLine[],
  header: number,
  layout: EvaluationLayout,
): number | undefined {
  const title = plainWords(layout.title);
  for (let index = header; index >= Math.max(0, header - LOOK_BACK); index -= 1) {
    const line = lines[index];
    if (line === undefined || isNameLine(line)) return undefined;
    if (line.cells.length === 1 && plainWords(line.joined).endsWith(title)) return index;
  }
  return undefined;
}

function unitOf(lines: readonly FormLine[]): Unit {
  const printed = lines
    .map((line) => /单位[:：](万?元)/u.exec(line.joined)?.[1])
    .find((unit) => unit !== undefined);
  return printed === "元" ? YUAN : WAN_YUAN;
}

/** A header row and the values under it: a column without a value is blank, not zero. */
function readBudget(
  lines: readonly FormLine[],
  unit: Unit,
  columns: DepartmentBlock["budget"],
): { readonly budget: DepartmentEvaluation["budget"]; readonly consumed: readonly number[] } {
  const none = { total: null, appropriation: null, other: null };
  const at = lines.findIndex(
    (line) =>
      columns.length > 0 &&
      columns.every(({ words }) => words.some((word) => plainWords(line.joined).includes(word))),
  );
  const [header, values] = lines.slice(Math.max(at, 0), at + 2);
  if (at < 0 || header === undefined || values === undefined) return { budget: none, consumed: [] };
  const figures = values.cells.filter((cell) => /\d/u.test(cell.text));
  const budget = columns.map(({ field, words }, order) => {
    const column = header.cells.find((cell) => isOneOf(cell.text, words))?.column ?? -1;
    const cell =
      figures.find((figure) => figure.column === column) ??
      (figures.length === columns.length ? figures[order] : undefined);
    return [field, cell === undefined ? null : parseFigure(cell.text, unit, cell.place)] as const;
  });
  return { budget: { ...none, ...Object.fromEntries(budget) }, consumed: [header.index, values.index] };
}

function readGoalRow(
  lines: readonly FormLine[],
  goal: readonly string[],
): {
  readonly goal: StatedText | null;
  readonly consumed: readonly number[];
} {
  const line = lines.find(
    (row) =>
      row.kind === "row" &&
      goal.some((word) => plainWords(row.cells[0]?.text ?? "").endsWith(word.replace(/^年度/u, ""))),
  );
  return {
    goal: line === undefined ? null : joinedText(line.cells.slice(1)),
    consumed: line === undefined ? [] : [line.index],
  };
}

/** Task rows under 任务名称 and 主要内容. */
function readTasks(
  lines: readonly FormLine[],
  words: DepartmentBlock["tasks"] | null,
): {
  readonly tasks: AnnexReading["tasks"];
  readonly consumed: readonly number[];
} {
  const at = lines.findIndex(
    (line) => words !== null && isTaskHeader(line.cells.map(({ text }) => text).slice(-2), words),
  );
  if (at < 0) return { tasks: [], consumed: [] };
  const rows = lines.slice(at + 1).filter((line) => line.kind === "row" && line.cells.length >= 2);
  const tasks = rows.map((line) => {
    const [name, ...content] = line.cells.slice(-2);
    return { name: plainText(name), content: content.map(plainText).join(""), place: line.place };
  });
  return {
    tasks,
    consumed: [at, ...rows.map((line) => line.index - (lines[0]?.index ?? 0))].map(
      (index) => index + (lines[0]?.index ?? 0),
    ),
  };
}

/** 任务名称 and 主要内容, the latter perhaps with more words before it. */
function isTaskHeader(
  [name = "", content = ""]: readonly string[],
  words: DepartmentBlock["tasks"],
): boolean {
  return (
    isOneOf(name, words.name) && words.content.some((word) => plainWords(content).endsWith(word.slice(-2)))
  );
}

function plainText(cell: FormCell | undefined): string {
  return withoutSpace(cell?.text ?? "");
}
