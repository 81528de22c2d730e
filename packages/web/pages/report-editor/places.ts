// Between spots of the server (where something is typed) and what the editor shows: sheets, cells, marks.

import type { ComputedEntries, Entries, EntryPlan, EntrySheet } from "@jueming/server/contract/entry.ts";
import type { EntryConflict } from "@jueming/server/contract/entry.ts";
import type { EditorSpot } from "@jueming/server/contract/report-editing.ts";
import { editorSpot } from "@jueming/server/contract/report-editing.ts";
import type { CommentView } from "@jueming/server/contract/review.ts";
import { spotOf } from "@jueming/server/contract/review.ts";
import type { FindingView, LiveState } from "@jueming/server/contract/reports.ts";

import type { CellMark, CellMarks, Target } from "../../parts/entry-grid/targets.ts";
import { targetKey } from "../../parts/entry-grid/targets.ts";

/** The spot in what the server says; null where it says none. */
export function spotIn(value: unknown): EditorSpot | null {
  return editorSpot.safeParse(value).data ?? null;
}

/** The sheet on which a spot stands. */
export function sheetOf(plan: EntryPlan, spot: EditorSpot): EntrySheet | undefined {
  if (spot.kind === "sheet") return plan.sheets.find(({ name }) => name === spot.sheet);
  return plan.sheets.find((sheet) =>
    spot.kind === "field"
      ? sheet.fields.some(({ key }) => key === spot.key)
      : sheet.lists.some(({ key }) => key === spot.list),
  );
}

/** The cell of a spot; a row as a whole is met at its name, else at its first column. */
export function targetOf(plan: EntryPlan, spot: EditorSpot): Target | null {
  if (spot.kind === "sheet") return null;
  if (spot.kind === "field") return spot;
  const list = sheetOf(plan, spot)?.lists.find(({ key }) => key === spot.list);
  const column =
    spot.column ?? list?.columns.find(({ name }) => name === "name")?.name ?? list?.columns[0]?.name;
  return column === undefined ? null : { ...spot, column };
}

/** A sheet that is typed as texts, not as a table: all of it are free texts. */
export function isTextSheet({ lists, fields, part }: EntrySheet): boolean {
  const typed = fields.filter(({ computed }) => !computed);
  return (
    part !== "基本信息" &&
    lists.length === 0 &&
    typed.length > 0 &&
    typed.every(({ entry, choices }) => entry === "text" && choices === null)
  );
}

/** Marked: what is to be noticed in the sheets. */
interface Marked {
  readonly live: LiveState;
  readonly conflicts: readonly EntryConflict[];
  readonly printed: readonly PrintedTotal[];
  readonly comments: readonly CommentView[];
}

/** The marks of findings, problems, conflicts, printed totals and comments, by cell. */
export function marksOf(plan: EntryPlan, { live, conflicts, printed, comments }: Marked): CellMarks {
  const marks = new Map<string, CellMark[]>();
  const add = (target: Target | null, mark: CellMark): void => {
    if (target === null) return;
    const key = targetKey(target);
    const known = marks.get(key);
    if (known === undefined) marks.set(key, [mark]);
    else if (!known.some(({ text }) => text === mark.text)) known.push(mark);
  };
  for (const { change, now } of conflicts) {
    if ("to" in change)
      add(change, { kind: "conflict", text: `您填“${change.to}”，现为“${now ?? "（行已删除）"}”` });
  }
  for (const { spot, message } of live.problems) addSpot(plan, spot, { kind: "error", text: message }, add);
  for (const { severity, message, operands } of live.findings) {
    for (const { spot } of operands) addSpot(plan, spot, { kind: severity, text: message }, add);
  }
  for (const { about, text, resolvedAt } of comments) {
    if (about === null || resolvedAt !== null) continue;
    addSpot(plan, spotOf(about), { kind: "comment", text }, add);
  }
  for (const { target, text } of printed) {
    add(target, { kind: "hint", text: `另有原文印出的数 ${text}，与计算的不同` });
  }
  return marks;
}

function addSpot(
  plan: EntryPlan,
  value: unknown,
  mark: CellMark,
  add: (target: Target | null, mark: CellMark) => void,
): void {
  const spot = spotIn(value);
  if (spot !== null) add(targetOf(plan, spot), mark);
}

/** PrintedTotal: a total that was taken over from a document and differs from what its parts give. */
export interface PrintedTotal {
  readonly target: Target;
  readonly sheet: string;
  readonly label: string;
  readonly text: string;
  readonly computed: string;
}

/** True where the same totals are printed otherwise than they add up. */
export function areSameTotals(first: readonly PrintedTotal[], second: readonly PrintedTotal[]): boolean {
  return (
    first.length === second.length &&
    first.every(({ target, text, computed }, index) => {
      const other = second[index];
      return (
        other !== undefined &&
        targetKey(target) === targetKey(other.target) &&
        text === other.text &&
        computed === other.computed
      );
    })
  );
}

/** Texts in computed cells that differ from what is computed. */
export function printedTotals(
  plan: EntryPlan,
  entries: Entries,
  computed: ComputedEntries,
): readonly PrintedTotal[] {
  return plan.sheets
    .flatMap(({ name, fields, lists }) => [
      ...fields
        .filter((field) => field.computed)
        .map(({ key, label }) => ({
          target: { kind: "field", key } as const,
          sheet: name,
          label,
          text: entries.fields[key] ?? "",
          computed: computed.fields[key] ?? "",
        })),
      ...lists.flatMap(({ key: list, columns }) =>
        columns
          .filter((column) => column.computed)
          .flatMap(({ name: column, title }) =>
            (entries.lists[list] ?? []).map(({ id: row, cells }) => ({
              target: { kind: "cell", list, row, column } as const,
              sheet: name,
              label: `${cells["code"] ?? ""} ${cells["name"] ?? ""} ${title}`.trim(),
              text: cells[column] ?? "",
              computed: computed.lists[list]?.[row]?.[column] ?? "",
            })),
          ),
      ),
    ])
    .filter(({ text, computed: sum }) => text !== "" && plainFigure(text) !== plainFigure(sum));
}

const plainFigure = (text: string): string =>
  text
    .replaceAll(/[,，\s]/gu, "")
    .replace(/(\.\d*?)0+$/u, "$1")
    .replace(/\.$/u, "");

/** Findings with a cell on a sheet. */
export function findingsOn(plan: EntryPlan, findings: readonly FindingView[], sheet: string): FindingView[] {
  return findings.filter(({ operands }) =>
    operands.some(({ spot }) => {
      const known = spotIn(spot);
      return known !== null && sheetOf(plan, known)?.name === sheet;
    }),
  );
}
