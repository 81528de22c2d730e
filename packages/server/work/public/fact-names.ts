// What the address of a figure means, in the words of the official tables.

import { findEconomicCode } from "@jueming/core/accounts/classification/economic-classification.ts";
import { findFunctionCode } from "@jueming/core/accounts/classification/function-classification.ts";
import { findConcept } from "@jueming/core/accounts/concepts.ts";
import { figureNamed } from "@jueming/core/disclosure/figure-id.ts";
import { narrativeFieldName } from "@jueming/core/disclosure/narrative-fields.ts";

/** FactName: table, row and column of a figure. */
export interface FactName {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** The name of a fact in a year; what is unknown is left empty. */
export function factName(fact: string, year: number): FactName {
  const address = figureNamed(fact)?.address;
  if (address === undefined) return { table: "", row: "", column: "" };
  const concept = findConcept(address.concept);
  const when = [
    address.period === "prior" ? "（上年）" : "",
    address.stage === "initial" ? "（年初预算）" : "",
  ].join("");
  const line = concept?.lines.find((one) => one.line === address.line)?.name;
  const code = address.code ?? "";
  const named = code === "" ? undefined : (findFunctionCode(code, year) ?? findEconomicCode(code));
  const total = address.code === null ? "合计" : "";
  const column = concept?.columns.find(({ id }) => id === address.column)?.name ?? address.column ?? "";
  return {
    table: concept?.title ?? (address.concept === "narrative" ? "情况说明" : ""),
    row: line ?? named?.name ?? narrativeFieldName(address.field) ?? total,
    column: `${column}${when}`,
  };
}
