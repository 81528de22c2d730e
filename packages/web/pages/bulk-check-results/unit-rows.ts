// The rows of the table: units, worst first, those opened followed by their files; then the files that failed.

import type { BulkCheckView, BulkFileLine, BulkUnitLine } from "@jueming/server/contract/bulk-checks.ts";

/** What is shown. */
export interface UnitFilter {
  readonly only: "all" | "with-errors" | "failed";
  readonly search: string;
}

/** UnitRow: one row of the table. */
export type UnitRow =
  | { readonly kind: "unit"; readonly key: string; readonly unit: BulkUnitLine }
  | { readonly kind: "file"; readonly key: string; readonly file: BulkFileLine };

/** The rows; a unit of one file alone is that file. */
export function unitRows(
  { units, failed }: Pick<BulkCheckView, "units" | "failed">,
  { only, search }: UnitFilter,
  opened: ReadonlySet<string>,
): readonly UnitRow[] {
  const shownUnits =
    only === "failed" ? [] : units.filter((unit) => isShown(unit, only) && has(unit, search));
  const shownFailed =
    only === "with-errors" ? [] : failed.filter((file) => file.source.includes(search.trim()));
  return [
    ...shownUnits.toSorted(worstFirst).flatMap((unit) => rowsOf(unit, opened)),
    ...shownFailed.map((file): UnitRow => ({ kind: "file", key: `f${file.position}`, file })),
  ];
}

function rowsOf(unit: BulkUnitLine, opened: ReadonlySet<string>): readonly UnitRow[] {
  const own: UnitRow = { kind: "unit", key: unit.key, unit };
  if (!opened.has(unit.key) || unit.files.length === 1) return [own];
  return [
    own,
    ...unit.files.map((file): UnitRow => ({ kind: "file", key: `${unit.key} ${file.position}`, file })),
  ];
}

const isShown = (unit: BulkUnitLine, only: UnitFilter["only"]): boolean => only === "all" || unit.error > 0;

function has({ name, files }: BulkUnitLine, search: string): boolean {
  const words = search.trim();
  return words === "" || name.includes(words) || files.some(({ source }) => source.includes(words));
}

function worstFirst(a: BulkUnitLine, b: BulkUnitLine): number {
  return b.error - a.error || b.warning - a.warning || b.hint - a.hint || a.name.localeCompare(b.name, "zh");
}

/** The kinds of a unit's files, each once. */
export const kindsOf = ({ files }: BulkUnitLine): string =>
  [...new Set(files.flatMap(({ kindName }) => kindName ?? []))].join("、");
