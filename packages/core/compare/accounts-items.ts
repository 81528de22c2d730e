// The cells of the official tables as items to compare.

import { cellKey, rowReference } from "../accounts/identity-instances.ts";
import { findConcept } from "../accounts/concepts.ts";
import type { AccountsRow, AccountsTable, Disclosure } from "../disclosure/disclosure.ts";
import type { StatedItem } from "./difference.ts";
import { meaningOf, printedOf } from "./stated-value.ts";

export function accountsItems({ tables }: Disclosure): readonly StatedItem[] {
  return tables.flatMap((table) => table.rows.flatMap((row) => rowItems(table, row)));
}

function rowItems(table: AccountsTable, row: AccountsRow): readonly StatedItem[] {
  const columns = findConcept(table.concept)?.columns ?? [];
  return Object.entries(row.cells).map(([column, value]) => {
    const named = columns.length > 1 ? columns.find(({ id }) => id === column)?.name : undefined;
    return {
      key: `${table.concept} ${cellKey({ ...rowReference(row), column })}`,
      kind: "figure",
      where: table.title,
      what: [row.code, row.name, named].filter((word) => word !== null && word !== undefined).join(" "),
      value: printedOf(value),
      meaning: meaningOf(value),
      place: value?.place ?? row.place,
    };
  });
}
