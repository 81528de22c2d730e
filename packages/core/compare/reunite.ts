// A document that carries its disclosure: what it says itself, with what print cannot say — codes, exact
// amounts, facts of last year that no sentence tells.

import type { AccountsTable, Alteration, Disclosure, OrganizationName } from "../disclosure/disclosure.ts";
import { cellKey, rowReference } from "../accounts/identity-instances.ts";
import type { StatedFigure } from "../figures/figure.ts";
import { MILLIONTHS } from "../figures/figure.ts";

/**
 * The disclosure of a written document: where nothing was altered, the carried one with the places of the
 * document; where something was, what the document says now, with the codes of the carried one.
 */
export function reunite(
  visible: Disclosure,
  carried: Disclosure,
  alterations: readonly Alteration[],
): Disclosure {
  const named = {
    ...visible,
    alterations,
    year: visible.year ?? carried.year,
    region: carried.region.code === null ? visible.region : carried.region,
    department: nameOf(visible.department, carried.department),
    unit: { ...nameOf(visible.unit, carried.unit), type: visible.unit.type ?? carried.unit.type },
  };
  if (alterations.length > 0) return named;
  return {
    ...named,
    kind: carried.kind,
    title: carried.title === "" ? visible.title : carried.title,
    moneyUnit: carried.moneyUnit,
    tables: tablesOf(visible.tables, carried.tables),
    evaluations:
      visible.evaluations.length === carried.evaluations.length ? visible.evaluations : carried.evaluations,
    departmentEvaluation: visible.departmentEvaluation ?? carried.departmentEvaluation,
    narrative: [...visible.narrative, ...untold(carried, visible)],
  };
}

const nameOf = (visible: OrganizationName, carried: OrganizationName): OrganizationName => ({
  code: visible.code ?? carried.code,
  name: visible.name ?? carried.name,
});

/** The printed tables, more exact where the carried ones are; tables that are not printed come last. */
function tablesOf(
  printed: readonly AccountsTable[],
  carried: readonly AccountsTable[],
): readonly AccountsTable[] {
  const others = carried.filter(({ concept }) => !printed.some((one) => one.concept === concept));
  const exact = printed.map((table) =>
    moreExact(
      table,
      carried.find(({ concept }) => concept === table.concept),
    ),
  );
  return [...exact, ...others];
}

/** A cell takes the carried figure only where print can have come of it: what is carried proves nothing by itself. */
function moreExact(table: AccountsTable, carried: AccountsTable | undefined): AccountsTable {
  if (carried === undefined) return table;
  const rows = new Map(carried.rows.map((row) => [cellKey({ ...rowReference(row), column: "" }), row]));
  return {
    ...table,
    rows: table.rows.map((row) => {
      const own = rows.get(cellKey({ ...rowReference(row), column: "" }));
      const cells = Object.entries(row.cells).map(([column, value]) => {
        const behind = own?.cells[column];
        const isExact = value?.kind === "figure" && behind?.kind === "figure" && isPrintOf(value, behind);
        return [column, isExact ? { ...behind, place: value.place } : value] as const;
      });
      return { ...row, cells: Object.fromEntries(cells) };
    }),
  };
}

/** True where the exact figure, rounded, is the printed one. */
function isPrintOf(printed: StatedFigure, exact: StatedFigure): boolean {
  const difference = printed.millionths - exact.millionths;
  const digit = (MILLIONTHS * (printed.unit?.scale ?? 1n)) / 10n ** BigInt(printed.decimals);
  return exact.decimals > 0 && (difference < 0n ? -difference : difference) * 2n <= digit;
}

/** Sentences of the carried disclosure about sections that the document does not print. */
function untold({ narrative }: Disclosure, visible: Disclosure): Disclosure["narrative"] {
  const told = new Set(visible.narrative.map(({ template }) => template));
  return narrative.filter(({ template }) => !told.has(template));
}
