// 部门自评: what the report on a department's year and its annex need. The figures follow from the sentences of
// the report, the texts from its sections, the rest from the layout of the annex.

import { isComputedFact } from "@jueming/core/compose/evaluations/department-score-facts.ts";
import { inputAddress, itemFactOf } from "@jueming/core/department-scoring/input-addresses.ts";
import type { FactAddress } from "@jueming/core/disclosure/address.ts";
import { addressKey } from "@jueming/core/disclosure/address.ts";
import type { DepartmentReport } from "@jueming/core/forms/department-report.ts";
import type { EvaluationLayout } from "@jueming/core/forms/evaluation-layout.ts";
import type { OutlineSection, ReportPart } from "@jueming/core/forms/report-outline.ts";
import { sectionsOf } from "@jueming/core/forms/report-outline.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";
import { allEvaluationLayouts, departmentReportFor } from "@jueming/core/regions/index.ts";
import { needsOf } from "@jueming/core/sentences/needed-facts.ts";

import type { DepartmentField, EntryKind, EntrySheet } from "./entry-sheet.ts";
import { SheetDraft } from "./entry-sheet.ts";
import { addColumns, indicatorColumns, indicatorChoices, NUMBER_HEADER } from "./evaluation-sheets.ts";
import type { SentenceEntry } from "./fact-sheets.ts";
import { factsSheet } from "./fact-sheets.ts";
import { judgedScoreSheet } from "./judged-score-sheet.ts";
import { MONEY_UNIT_CELL } from "./identity-sheet.ts";
import { ownTextsIn, textSheetOf } from "./text-sheet.ts";

const TASK_ROWS = 40;
const INDICATOR_ROWS = 120;
const HEADER_ROW = 3;

/** DepartmentForm: the report in which an edition's departments evaluate their year, and its annex. */
export interface DepartmentForm {
  readonly report: DepartmentReport;
  readonly annex: EvaluationLayout;
  readonly edition: Edition;
}

/** The form for an edition; one without its own takes the form that is known. */
export function departmentForm(edition: Edition): DepartmentForm | null {
  const found = departmentReportFor(edition);
  const annex = allEvaluationLayouts.find(({ id }) => id === found?.report.annex);
  return found === null || annex === undefined ? null : { ...found, annex };
}

/** The sheets of a department's own evaluation. */
export function departmentSheets(form: DepartmentForm): readonly EntrySheet[] {
  const part = partOf(form.report);
  const figures = factsSheet(
    "部门自评数字",
    "报告中的数字",
    departmentEntries(form),
    ({ address }) => itemFactOf(address) === undefined,
  );
  const texts = textSheetOf("部门自评文字", "部门自评报告各章节的文字", ownTextsIn([part], []));
  const scores = judgedScoreSheet(form.report.system, departmentEntries(form));
  return [overviewSheet(form), figures, scores, texts, taskSheet(form.annex), indicatorSheet(form.annex)];
}

const partOf = ({ title, sections }: DepartmentReport): ReportPart => ({
  name: title,
  title: [],
  contents: sections,
});

function departmentEntries({ report, edition }: DepartmentForm): readonly SentenceEntry[] {
  const isComputed = (address: FactAddress): boolean =>
    isComputedFact(address, report.system.items) || FROM_FORMS.has(addressKey(address));
  return sectionsOf([partOf(report)]).flatMap(({ headings, contents }: OutlineSection) =>
    contents.flatMap((content): readonly SentenceEntry[] => {
      const template =
        content.kind === "sentence" ? edition.sentences.find(({ id }) => id === content.id) : undefined;
      if (template === undefined) return [];
      return [{ template, section: headings[0] ?? "", needs: needsOf(template, isComputed) }];
    }),
  );
}

/** Inputs that follow from the projects and the indicators of the workbook itself. */
const FROM_FORMS: ReadonlySet<string> = new Set(
  (
    ["projectCount", "projectsOverSurplus", "targetsJudged", "targetsReached", "targetsDeviating"] as const
  ).map((name) => addressKey(inputAddress(name))),
);

interface OverviewRow {
  readonly field: DepartmentField;
  readonly label: string;
  readonly entry: EntryKind;
  readonly hint: string;
  readonly choices?: readonly string[];
}

function overviewRows({ annex, edition }: DepartmentForm): readonly OverviewRow[] {
  const block = annex.wholeDepartment;
  const grades = edition.scoring.departmentGrades.map(({ grade }) => grade);
  return [
    {
      field: "grade",
      label: "绩效等级",
      entry: "text",
      hint: grades.length > 0 ? "从下拉列表中选择" : "如优、良、中、差",
      ...(grades.length > 0 ? { choices: grades } : {}),
    },
    {
      field: "goal",
      label: block?.goal[0] ?? "年度总体目标",
      entry: "text",
      hint: "附表中的年度总体目标",
    },
    ...(block?.budget ?? []).map(({ field, words }): OverviewRow => ({
      field,
      label: `年度部门整体支出预算·${words[0] ?? ""}`,
      entry: "money",
      hint: "按“单位信息”中的金额单位填写",
    })),
  ];
}

function overviewSheet(form: DepartmentForm): EntrySheet {
  const draft = new SheetDraft("部门自评概况");
  draft.show(1, 1, "title", "部门自评概况");
  draft.merge(1, 1, 1, 3);
  draft.show(2, 1, "note", "", { formula: `"金额单位："&${MONEY_UNIT_CELL}` });
  for (const [index, text] of ["项目", "填写内容", "说明"].entries())
    draft.show(HEADER_ROW, index + 1, "head", text);
  for (const [index, { field, label, entry, hint, choices }] of overviewRows(form).entries()) {
    const row = HEADER_ROW + 1 + index;
    const isMoney = entry === "money";
    draft.show(row, 1, "label", label);
    draft.show(row, 2, isMoney ? "input" : "text-input", "", { format: isMoney ? "#,##0.00####" : "@" });
    draft.show(row, 3, "note", hint);
    draft.fields.push({ ...draft.key(1, label), column: 2, entry, target: { kind: "department", field } });
    if (choices !== undefined) {
      draft.choices.push({ range: `B${row}`, values: choices, isStrict: true, message: hint });
    }
  }
  return draft.finish([34, 70, 40], HEADER_ROW, true);
}

function taskSheet({ wholeDepartment }: EvaluationLayout): EntrySheet {
  const draft = new SheetDraft("部门年度主要任务");
  draft.show(1, 1, "title", "年度主要任务");
  draft.show(2, 1, "note", "每行一项任务。");
  addColumns(draft, {
    kind: "tasks",
    rows: TASK_ROWS,
    columns: [
      { name: "name", title: wholeDepartment?.tasks.name[0] ?? "任务名称", entry: "text", width: 36 },
      { name: "content", title: wholeDepartment?.tasks.content[0] ?? "主要内容", entry: "text", width: 90 },
    ],
  });
  return draft.finish([36, 90], HEADER_ROW, true);
}

function indicatorSheet(annex: EvaluationLayout): EntrySheet {
  const draft = new SheetDraft("部门绩效指标");
  const columns = indicatorColumns(annex).filter(({ title }) => title !== NUMBER_HEADER);
  draft.show(1, 1, "title", `${annex.title}：年度绩效指标`);
  draft.show(2, 1, "note", "每行一条指标；同一级指标下的每一行都要填一级指标和二级指标。");
  addColumns(draft, { kind: "department-indicators", rows: INDICATOR_ROWS, columns });
  indicatorChoices({ draft, columns, rows: INDICATOR_ROWS }, annex);
  return draft.finish(
    columns.map(({ width }) => width),
    HEADER_ROW,
    true,
  );
}
