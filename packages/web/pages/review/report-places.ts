// Where findings, differences and comments stand in the sheets: as marks of the grid, and as cells to go to.

import type { EntryPlan } from "@jueming/server/contract/entry.ts";
import type { FindingView } from "@jueming/server/contract/reports.ts";
import type { CommentView, DifferenceView, ReportSpot } from "@jueming/server/contract/review.ts";
import { reportSpot, spotOf } from "@jueming/server/contract/review.ts";

import type { CellMark, CellMarks, Target } from "../../parts/entry-grid/targets.ts";
import { targetKey } from "../../parts/entry-grid/targets.ts";

/** The spot of an operand; undefined where it was typed nowhere. */
export const spotIn = (value: unknown): ReportSpot | undefined => reportSpot.safeParse(value).data;

/** The sheet on which a spot stands. */
export function sheetOf(plan: EntryPlan, spot: ReportSpot): string | undefined {
  switch (spot.kind) {
    case "sheet":
      return spot.sheet;
    case "field":
      return plan.sheets.find(({ fields }) => fields.some(({ key }) => key === spot.key))?.name;
    case "cell":
      return plan.sheets.find(({ lists }) => lists.some(({ key }) => key === spot.list))?.name;
  }
}

/** The cell of a spot; of a row, its first. */
export function targetIn(plan: EntryPlan, spot: ReportSpot): Target | undefined {
  if (spot.kind === "sheet") return undefined;
  if (spot.kind === "field") return spot;
  const list = plan.sheets.flatMap(({ lists }) => lists).find(({ key }) => key === spot.list);
  const column = spot.column ?? list?.columns[0]?.name;
  return column === undefined ? undefined : { ...spot, column };
}

/** A cell in words, before the server has been asked. */
export function nameOf(plan: EntryPlan, target: Target): string {
  const sheet = sheetOf(plan, target) ?? "";
  const own = plan.sheets.find(({ name }) => name === sheet);
  const word =
    target.kind === "field"
      ? own?.fields.find(({ key }) => key === target.key)?.label
      : own?.lists.find(({ key }) => key === target.list)?.columns.find(({ name }) => name === target.column)
          ?.title;
  return `${sheet} ${word ?? ""}`.trim();
}

/** What is marked in the sheets. */
export interface Marked {
  readonly findings: readonly FindingView[];
  readonly differences: readonly DifferenceView[];
  readonly comments: readonly CommentView[];
}

/** The marks of all cells. */
export function marksOf(plan: EntryPlan, { findings, differences, comments }: Marked): CellMarks {
  const marks = new Map<string, CellMark[]>();
  const mark = (spot: ReportSpot | null | undefined, one: CellMark): void => {
    const target = spot === null || spot === undefined ? undefined : targetIn(plan, spot);
    if (target === undefined) return;
    const key = targetKey(target);
    const before = marks.get(key) ?? [];
    if (!before.some(({ text }) => text === one.text)) marks.set(key, [...before, one]);
  };
  for (const { severity, message, operands, explanation } of findings) {
    if (explanation !== null) continue;
    for (const { spot } of operands) mark(spotIn(spot), { kind: severity, text: message });
  }
  for (const { about, text, resolvedAt } of comments) {
    if (about !== null && resolvedAt === null) mark(spotOf(about), { kind: "comment", text });
  }
  for (const { spot, left } of differences) mark(spot, { kind: "changed", text: `原为 ${left ?? "空"}` });
  return marks;
}
