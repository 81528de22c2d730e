// The lists of projects and indicators as one project after another; both are joined by 项目序号.

import type { Entries, EntryChange, EntryList, EntryPlan, EntryRow } from "@jueming/server/contract/entry.ts";

/** The lists that evaluations are typed into. */
export interface EvaluationLists {
  readonly projects: EntryList;
  readonly indicators: EntryList;
}

/** The lists of a plan; undefined where it has no evaluations. */
export function evaluationLists({ sheets }: EntryPlan): EvaluationLists | undefined {
  const lists = sheets.flatMap((sheet) => sheet.lists);
  const projects = lists.find(({ kind }) => kind === "projects");
  const indicators = lists.find(({ kind }) => kind === "indicators");
  return projects === undefined || indicators === undefined ? undefined : { projects, indicators };
}

/** The rows of a list. */
export const rowsOf = (entries: Entries, { key }: EntryList): readonly EntryRow[] => entries.lists[key] ?? [];

/** The indicators of a project. */
export function indicatorsOf(
  entries: Entries,
  { indicators }: EvaluationLists,
  project: EntryRow,
): readonly EntryRow[] {
  const number = project.cells["number"] ?? "";
  return rowsOf(entries, indicators).filter(({ cells }) => (cells["number"] ?? "") === number);
}

/** The change that adds a project after the others. */
export function addProject(entries: Entries, { projects }: EvaluationLists, id: string): EntryChange {
  const rows = rowsOf(entries, projects);
  const numbers = rows.map(({ cells }) => Number(cells["number"] ?? "")).filter(Number.isInteger);
  const number = String(Math.max(0, ...numbers) + 1);
  return {
    kind: "insert-row",
    list: projects.key,
    row: { id, cells: { number } },
    after: rows.at(-1)?.id ?? null,
  };
}

/** The change that adds an indicator to a project, after its others. */
export function addIndicator(
  entries: Entries,
  lists: EvaluationLists,
  {
    project,
    id,
    cells,
  }: { readonly project: EntryRow; readonly id: string; readonly cells: EntryRow["cells"] },
): EntryChange {
  const own = indicatorsOf(entries, lists, project).at(-1) ?? rowsOf(entries, lists.indicators).at(-1);
  return {
    kind: "insert-row",
    list: lists.indicators.key,
    row: { id, cells: { number: project.cells["number"] ?? "", ...cells } },
    after: own?.id ?? null,
  };
}

/** FundingSource: one source of money with its columns. */
export interface FundingSource {
  readonly title: string;
  readonly columns: readonly (readonly [what: string, column: EntryList["columns"][number]])[];
}

/** The columns of money as a table: sources by what is said of each. */
export function fundingSources({ columns }: EntryList): readonly FundingSource[] {
  const money = columns.filter(({ name }) => name.startsWith("funding."));
  const groups = Map.groupBy(money, ({ title }) => title.split("·")[0] ?? title);
  return [...groups].map(([title, own]) => ({
    title,
    columns: own.map((column) => [column.title.split("·")[1] ?? column.title, column] as const),
  }));
}

/** An id for a new row; offices use plain HTTP, over which there is no randomUUID. */
export function newRowId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
