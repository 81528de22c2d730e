// 项目 and 绩效指标: one row a project, one row an indicator, from the layout of the place's form.

import { INDICATOR_FIELDS } from "@jueming/core/forms/evaluation-layout.ts";
import type { EvaluationLayout, IndicatorField } from "@jueming/core/forms/evaluation-layout.ts";
import type {
  EvaluationText,
  FundingField,
  FundSource,
} from "@jueming/core/evaluation/project-evaluation.ts";
import { columnLetters } from "@jueming/documents/workbook/column-letters.ts";

import type { EntryKind, EntryList, EntrySheet, ListColumn } from "./entry-sheet.ts";
import { SheetDraft } from "./entry-sheet.ts";
import { MONEY_UNIT_CELL } from "./identity-sheet.ts";

export const PROJECT_SHEET = "项目";
export const INDICATOR_SHEET = "绩效指标";
const PROJECT_ROWS = 60;
const INDICATOR_ROWS = 600;
const HEADER_ROW = 3;
export const NUMBER_HEADER = "项目序号";

/** EvaluationColumn: a column of either sheet; its name says which part of an evaluation it is. */
export interface EvaluationColumn {
  readonly name: string;
  readonly title: string;
  readonly entry: EntryKind;
  readonly width: number;
  readonly formula?: (row: number, letterOf: (name: string) => string) => string;
}

/** Name of the column of one field of one source of money. */
export const fundingColumn = (source: FundSource, field: FundingField): string =>
  `funding.${source}.${field}`;

const text = (name: string, title: string, width = 24): EvaluationColumn => ({
  name,
  title,
  entry: "text",
  width,
});

/** The columns of the projects' sheet for a layout. */
export function projectColumns(layout: EvaluationLayout): readonly EvaluationColumn[] {
  return [
    { name: "number", title: NUMBER_HEADER, entry: "count", width: 9 },
    text("name", "项目名称", 30),
    text("code", "项目编码", 18),
    text("department", "主管部门"),
    text("unit", "实施单位"),
    ...fundingColumns(layout),
    text("fundingReason", "资金偏差原因", 30),
    ...(layout.goal === null
      ? []
      : [
          text("goal", layout.goal.goal[0] ?? "年度目标", 40),
          text("achievement", layout.goal.achievement[0] ?? "完成情况", 40),
        ]),
    ...textColumns(layout).map(({ field, title }) => text(`text.${field}`, title, 40)),
    {
      name: "totalScore",
      title: "总分",
      entry: "score",
      width: 9,
      formula: (row, letterOf) => totalFormula(row, letterOf, layout),
    },
    text("grade", "等级", 9),
  ];
}

function fundingColumns(layout: EvaluationLayout): readonly EvaluationColumn[] {
  const { rows, columns } = layout.funding ?? { rows: [], columns: [] };
  return rows.flatMap(({ source, words }, index) =>
    columns.flatMap(({ field, words: headers }): readonly EvaluationColumn[] => {
      const isScored = field === "points" || field === "score" || field === "rate";
      if (field === "reason" || (isScored && index > 0)) return [];
      const name = fundingColumn(source, field);
      const title = `${words[0] ?? ""}·${headers[0] ?? ""}`;
      const entry = field === "rate" ? "percent" : isScored ? "score" : "money";
      const column: EvaluationColumn = { name, title, entry, width: 14 };
      return [
        field === "rate"
          ? { ...column, formula: (row, letterOf) => rateFormula(row, letterOf, source) }
          : column,
      ];
    }),
  );
}

/** 执行率 in percent: executed ÷ budget of the whole year. */
function rateFormula(row: number, letterOf: (name: string) => string, source: FundSource): string {
  const executed = `${letterOf(fundingColumn(source, "executed"))}${row}`;
  const base = `${letterOf(fundingColumn(source, "adjusted"))}${row}`;
  return `IF(OR(N(${base})=0,${executed}=""),"",ROUND(${executed}/${base}*100,2))`;
}

/** 总分: the indicators' scores of the project and that of its execution. */
function totalFormula(row: number, letterOf: (name: string) => string, layout: EvaluationLayout): string {
  const columns = indicatorColumns(layout);
  const letter = (name: string): string => columnLetters(columns.findIndex((one) => one.name === name) + 1);
  const range = (name: string): string =>
    `${INDICATOR_SHEET}!$${letter(name)}$${HEADER_ROW + 1}:$${letter(name)}$${HEADER_ROW + INDICATOR_ROWS}`;
  const own = letterOf(fundingColumn("total", "score"));
  const funding = own === "" ? "0" : `N(${own}${row})`;
  return `IF($A${row}="","",IF(COUNTIF(${range("number")},$A${row})=0,"",ROUND(SUMIF(${range("number")},$A${row},${range("score")})+${funding},2)))`;
}

interface TextColumn {
  readonly field: EvaluationText;
  readonly title: string;
}

function textColumns({ tail, chapters }: EvaluationLayout): readonly TextColumn[] {
  const found = new Map<EvaluationText, string>();
  for (const { field, words } of [...tail, ...chapters]) {
    if (field !== null && !found.has(field)) found.set(field, words[0] ?? field);
  }
  return [...found].map(([field, title]) => ({ field, title }));
}

const INDICATOR_TITLES: Readonly<Record<IndicatorField, string>> = {
  level1: "一级指标",
  level2: "二级指标",
  name: "三级指标",
  comparator: "指标性质",
  initialTarget: "年初指标值",
  target: "指标值",
  unit: "度量单位",
  actual: "实际完成值",
  note: "情况说明",
  points: "分值",
  score: "得分",
  reason: "偏差原因分析及改进措施",
};

/** The columns of the indicators' sheet: those that the layout prints, in its order. */
export function indicatorColumns(layout: EvaluationLayout): readonly EvaluationColumn[] {
  const printed = INDICATOR_FIELDS.flatMap((field): readonly EvaluationColumn[] => {
    const column = layout.indicators.columns.find((one) => one.field === field);
    if (column === undefined) return [];
    const entry = field === "points" || field === "score" ? "score" : "text";
    const width = field === "name" || field === "reason" ? 34 : entry === "score" ? 9 : 16;
    return [{ name: field, title: column.words[0] ?? INDICATOR_TITLES[field], entry, width }];
  });
  return [{ name: "number", title: NUMBER_HEADER, entry: "count", width: 9 }, ...printed];
}

/** The two sheets for a layout. */
export function evaluationSheets(layout: EvaluationLayout): readonly EntrySheet[] {
  const projects = listSheet(PROJECT_SHEET, `${layout.title}：项目`, projectColumns(layout), PROJECT_ROWS);
  const indicators = listSheet(
    INDICATOR_SHEET,
    `${layout.title}：绩效指标`,
    indicatorColumns(layout),
    INDICATOR_ROWS,
  );
  indicatorChoices(indicators, layout);
  addGrades(projects, layout);
  return [finished(projects), finished(indicators)];
}

interface ListDraft {
  readonly draft: SheetDraft;
  readonly columns: readonly EvaluationColumn[];
  readonly rows: number;
}

function listSheet(
  name: string,
  title: string,
  columns: readonly EvaluationColumn[],
  rows: number,
): ListDraft {
  const draft = new SheetDraft(name);
  draft.show(1, 1, "title", title);
  draft.show(2, 1, "note", "", { formula: `"每行一条；金额单位："&${MONEY_UNIT_CELL}` });
  addColumns(draft, { kind: name === PROJECT_SHEET ? "projects" : "indicators", rows, columns });
  return { draft, columns, rows };
}

/** EntryColumns: the columns of a list that the user fills in row by row. */
interface EntryColumns {
  readonly kind: EntryList["kind"];
  readonly rows: number;
  readonly columns: readonly EvaluationColumn[];
}

/** Adds a list with its header; the header of its first column is what it is found again by. */
export function addColumns(draft: SheetDraft, { kind, rows, columns }: EntryColumns): void {
  const letterOf = (wanted: string): string => {
    const index = columns.findIndex((one) => one.name === wanted);
    return index < 0 ? "" : columnLetters(index + 1);
  };
  for (const [index, column] of columns.entries()) {
    draft.show(HEADER_ROW, index + 1, "head", column.title);
    for (let row = HEADER_ROW + 1; row <= HEADER_ROW + rows; row += 1) {
      if (column.formula !== undefined) {
        draft.show(row, index + 1, "sum", "", { formula: column.formula(row, letterOf), format: "0.00" });
      } else if (column.entry === "text") draft.show(row, index + 1, "text-input", "", { format: "@" });
      else
        draft.show(row, index + 1, "input", "", {
          format: column.entry === "money" ? "#,##0.00####" : "0.##",
        });
    }
  }
  draft.lists.push({
    kind,
    concept: "",
    headerColumn: 1,
    header: columns[0]?.title ?? "",
    columns: columns.map((column, index): ListColumn => ({
      column: index + 1,
      name: column.name,
      entry: column.entry,
      ...(column.formula === undefined ? {} : { isComputed: true }),
    })),
    targets: {},
  });
}

const finished = ({ draft, columns }: ListDraft): EntrySheet =>
  draft.finish(
    columns.map(({ width }) => width),
    HEADER_ROW,
    true,
  );

function addChoice(list: ListDraft, name: string, values: readonly string[], isStrict: boolean): void {
  const index = list.columns.findIndex((one) => one.name === name);
  if (index < 0 || values.length === 0) return;
  const letter = columnLetters(index + 1);
  list.draft.choices.push({
    range: `${letter}${HEADER_ROW + 1}:${letter}${HEADER_ROW + list.rows}`,
    values,
    isStrict,
    message: `请从 ${values.join("、")} 中选择。`.slice(0, 220),
  });
}

const first = (words: readonly string[]): string => words[0] ?? "";

/** What the columns of indicators take. */
export function indicatorChoices(list: ListDraft, { indicators }: EvaluationLayout): void {
  addChoice(
    list,
    "level1",
    indicators.levels.map(({ words }) => first(words)),
    true,
  );
  const level2 = indicators.levels.flatMap((level) => level.level2.map(({ words }) => first(words)));
  addChoice(list, "level2", [...new Set(level2)], true);
  addChoice(list, "comparator", ["≥", "≤", "＝", ">", "<", "定性"], true);
}

function addGrades(list: ListDraft, { grades }: EvaluationLayout): void {
  addChoice(list, "grade", grades, true);
}
