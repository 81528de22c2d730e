// The same report as text, web page, Word document and workbook gives the same disclosure.

import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { readText } from "@jueming/documents/text/reader.ts";
import { describe, expect, test } from "vitest";

import { disclosureIn, disclosureOf } from "./recognition.ts";
import { asDocx, asHtml, asXlsx } from "./testing/sample-formats.ts";

const folder = resolve(import.meta.dirname, "../../samples");
const samples = readdirSync(folder).filter((name) => name.endsWith(".txt"));

/**
 * What a disclosure says, without the places where it stood. A row without any figure may be missing: where blank
 * cells leave no trace, as on a sheet, a heading inside a table and one between two tables look alike.
 */
function figuresOf(disclosure: Disclosure): unknown {
  const { unit, year, tables, evaluations, narrative } = disclosure;
  return {
    unit: unit.name,
    year,
    tables: tables.map(({ concept, empty, rows }) => ({
      concept,
      empty,
      rows: rows
        .filter(({ cells }) => Object.values(cells).some((cell) => cell?.kind === "figure"))
        .map(({ line, code, name, cells }) => [
          line,
          code,
          name,
          Object.entries(cells).map(([column, cell]) => [
            column,
            cell?.kind === "figure" ? cell.value : null,
          ]),
        ]),
    })),
    evaluations: evaluations.map(({ name, indicators }) => [
      name,
      indicators.map(({ name: indicator }) => indicator),
    ]),
    narrative: narrative.flatMap(({ figures }) =>
      figures.map(({ figure, refersTo, derived }) => [
        figure.kind === "figure" ? figure.value : null,
        refersTo,
        derived,
      ]),
    ),
  };
}

const formats = [
  ["a web page", asHtml],
  ["a Word document", asDocx],
  ["a workbook", asXlsx],
] as const;

describe.each(samples.map((name) => [name]))("%s", (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  const expected = figuresOf(disclosureIn(readText(Buffer.from(text), name)));

  test.each(formats)("as %s says the same", async (_, convert) => {
    expect(figuresOf(await disclosureOf(convert(text), name))).toEqual(expected);
  });
});
