// The department's own evaluation of a filled-in workbook, made of the same parts as one that is recognised.

import type { NarrativeSentence } from "@jueming/core/disclosure/disclosure.ts";
import type { Section } from "@jueming/core/document/section.ts";
import type { StatedText } from "@jueming/core/document/stated-text.ts";
import type { DepartmentEvaluation } from "@jueming/core/evaluation/department-evaluation.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";
import { recognizeDepartmentEvaluation } from "@jueming/core/recognize/department/recognize-department.ts";

import type { DepartmentField } from "../entry-sheet.ts";
import type { FilledField, InputReading } from "./input-reading.ts";
import { fieldsOf, figureIn, listRows, textOf } from "./input-reading.ts";
import { indicatorOf } from "./read-evaluations.ts";

/** DepartmentMaterial: what the other readers have found in the workbook. */
export interface DepartmentMaterial {
  readonly unit: StatedText | null;
  readonly narrative: readonly NarrativeSentence[];
  /** The department's texts under the headings of the form; they have no numbers of their own. */
  readonly sections: readonly Section[];
}

/** The department's evaluation; null in a workbook that is not for one. */
export function readDepartment(
  reading: InputReading,
  { unit, narrative, sections }: DepartmentMaterial,
): DepartmentEvaluation | null {
  if (reading.plan.department === null) return null;
  const fields = new Map(fieldsOf(reading, "department").map((field) => [field.target.field, field]));
  const stated = (field: DepartmentField): StatedText | null => statedIn(fields.get(field));
  const amount = (field: DepartmentField): CellValue | null => {
    const found = fields.get(field);
    if (found === undefined) return null;
    const value = figureIn(reading, found.cell, found.place, reading.money);
    return value.kind === "blank" ? null : value;
  };
  const annex = {
    place: {},
    unit,
    budget: { total: amount("total"), appropriation: amount("appropriation"), other: amount("other") },
    goal: stated("goal"),
    tasks: tasksOf(reading),
    indicators: listRows(reading, "department-indicators", ({ cells }) => textOf(cells["name"]) !== null).map(
      (row) => indicatorOf(reading, row),
    ),
    problems: [],
    consumed: new Set<number>(),
  };
  const recognized = recognizeDepartmentEvaluation({ lines: [], sections, annex, narrative });
  return recognized === null ? null : { ...recognized, grade: stated("grade"), sections };
}

function statedIn(field: FilledField | undefined): StatedText | null {
  const text = textOf(field?.cell);
  return text === null || field === undefined ? null : { text, place: field.place };
}

const tasksOf = (reading: InputReading): DepartmentEvaluation["tasks"] =>
  listRows(
    reading,
    "tasks",
    ({ cells }) => textOf(cells["name"]) !== null || textOf(cells["content"]) !== null,
  ).map(({ cells, place }) => ({
    name: textOf(cells["name"]) ?? "",
    content: textOf(cells["content"]) ?? "",
    place,
  }));
