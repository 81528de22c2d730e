// All sheets of an input workbook for an edition and a kind: what the template is written from and read by.

import { findConcept } from "@jueming/core/accounts/concepts.ts";
import type { DisclosureKind } from "@jueming/core/disclosure/disclosure.ts";
import type { TableLayout } from "@jueming/core/forms/layout.ts";
import type { EvaluationLayout } from "@jueming/core/forms/evaluation-layout.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";

import type { DepartmentForm } from "./department-sheets.ts";
import { departmentForm, departmentSheets } from "./department-sheets.ts";
import { codeFactSheets } from "./code-fact-sheets.ts";
import { codeListSheet } from "./code-list-sheet.ts";
import type { EntrySheet } from "./entry-sheet.ts";
import { evaluationSheets } from "./evaluation-sheets.ts";
import { priorSheet, proseSheet, sentenceEntries, wordsSheet } from "./fact-sheets.ts";
import { guideSheet } from "./guide-sheet.ts";
import { identitySheet } from "./identity-sheet.ts";
import { tableSheet } from "./table-sheet.ts";
import { textSheet } from "./text-sheet.ts";

/** InputPlan: the sheets in their order, and the form of the evaluations. */
export interface InputPlan {
  readonly edition: Edition;
  readonly kind: DisclosureKind;
  readonly sheets: readonly EntrySheet[];
  readonly form: EvaluationLayout | null;
  /** Form of the department's own evaluation, in its workbook. */
  readonly department: DepartmentForm | null;
}

const NAME_LIMIT = 31;

/** Name of a table's sheet: its label and title, as far as sheet names go. */
export const tableSheetName = ({ label, title }: TableLayout): string =>
  `${label ?? ""} ${title}`.trim().slice(0, NAME_LIMIT);

/** The sheets for an edition and a kind. */
export function inputPlan(edition: Edition, kind: DisclosureKind): InputPlan {
  const form = edition.evaluations.find((layout) => layout.kind !== "annex") ?? null;
  const evaluations = form === null ? [] : evaluationSheets(form);
  const department = kind === "department-evaluation" ? departmentForm(edition) : null;
  const own = [
    identitySheet(edition),
    ...(kind === "final-accounts" ? accountsSheets(edition) : []),
    ...(department === null ? [] : departmentSheets(department)),
    ...evaluations,
  ];
  const guide = guideSheet(
    kind,
    edition,
    own.map(({ name }) => name),
  );
  const codes = kind === "final-accounts" ? [codeListSheet()] : [];
  return { edition, kind, form, department, sheets: [guide, ...own, ...codes] };
}

function accountsSheets(edition: Edition): readonly EntrySheet[] {
  const tables = edition.tables.flatMap((layout) => {
    const concept = findConcept(layout.concept);
    return concept === undefined ? [] : [tableSheet(layout, concept, tableSheetName(layout))];
  });
  const entries = sentenceEntries(edition);
  return [
    ...tables,
    priorSheet(entries),
    ...codeFactSheets(entries),
    proseSheet(entries),
    wordsSheet(entries),
    textSheet(edition),
  ];
}
