// Tables exported by the finance system, one sheet or file each, gathered into one disclosure.

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { Problem } from "@jueming/core/document/document.ts";

import { withSource } from "./placed-source.ts";

/** Gathers disclosures that were read from several files; of a table that stands twice the first counts. */
export function gathered(read: readonly Disclosure[]): Disclosure | undefined {
  const sourced = read.map((one) => withSource(one, one.source));
  const [first] = sourced;
  if (first === undefined) return undefined;
  const tables = new Map<string, Disclosure["tables"][number]>();
  const problems: Problem[] = sourced.flatMap((one) => [...one.problems]);
  for (const { source, tables: own } of sourced) {
    for (const table of own) {
      if (!tables.has(table.concept)) tables.set(table.concept, table);
      else problems.push(repeatedTable(table.title, source, table.place));
    }
  }
  const known = <Value>(valueOf: (one: Disclosure) => Value | null): Value | null =>
    sourced.map(valueOf).find((value) => value !== null) ?? null;
  return {
    ...first,
    kind: tables.size > 0 ? "final-accounts" : first.kind,
    year: known(({ year }) => year),
    region: sourced.find(({ region }) => region.code !== null)?.region ?? first.region,
    department: {
      code: known(({ department }) => department.code),
      name: known(({ department }) => department.name),
    },
    unit: {
      code: known(({ unit }) => unit.code),
      name: known(({ unit }) => unit.name),
      type: known(({ unit }) => unit.type),
    },
    tables: [...tables.values()],
    evaluations: sourced.flatMap(({ evaluations }) => evaluations),
    departmentEvaluation: known(({ departmentEvaluation }) => departmentEvaluation),
    narrative: sourced.flatMap(({ narrative }) => narrative),
    unclaimed: sourced.flatMap(({ unclaimed }) => unclaimed),
    problems,
    outline: sourced.flatMap(({ outline }) => outline),
    removed: sourced.flatMap(({ removed }) => removed),
    unitNames: sourced.flatMap(({ unitNames }) => unitNames),
  };
}

function repeatedTable(title: string, source: string, place: Problem["place"]): Problem {
  return {
    code: "repeated-table",
    message: `“${source}”中的“${title}”与前面的文件重复，未采用。请只保留一份。`,
    place,
  };
}
