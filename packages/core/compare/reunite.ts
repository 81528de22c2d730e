// A document that carries its disclosure: what it says itself, with what print cannot say — codes, exact
// amounts, facts of last year that no sentence tells.

import type { AccountsTable, Alteration, Disclosure, OrganizationName } from "../disclosure/disclosure.ts";
import { cellKey, rowReference } from "../accounts/identity-instances.ts";

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
    tables: carried.tables.map((table) =>
      placedAs(
        table,
        visible.tables.find(({ concept }) => concept === table.concept),
      ),
    ),
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

/** A carried table with the places where the document prints it. */
function placedAs(table: AccountsTable, printed: AccountsTable | undefined): AccountsTable {
  if (printed === undefined) return table;
  const rows = new Map(printed.rows.map((row) => [cellKey({ ...rowReference(row), column: "" }), row]));
  return {
    ...table,
    place: printed.place,
    rows: table.rows.map((row) => {
      const own = rows.get(cellKey({ ...rowReference(row), column: "" }));
      if (own === undefined) return row;
      const cells = Object.entries(row.cells).map(([column, value]) => {
        const place = own.cells[column]?.place ?? own.place;
        return [column, value === null ? null : { ...value, place }] as const;
      });
      return { ...row, place: own.place, cells: Object.fromEntries(cells) };
    }),
  };
}

/** Sentences of the carried disclosure about sections that the document does not print. */
function untold({ narrative }: Disclosure, visible: Disclosure): Disclosure["narrative"] {
  const told = new Set(visible.narrative.map(({ template }) => template));
  return narrative.filter(({ template }) => !told.has(template));
}
