// Reads printed lines with the layouts of an edition, the national one unless told otherwise.

import type { TableLayout } from "../../../forms/layout.ts";
import { nationalTables } from "../../../regions/national/tables.ts";
import type { RecognizedTables } from "../recognize-tables.ts";
import { recognizeTables } from "../recognize-tables.ts";
import type { Values } from "./printed-table.ts";
import { figuresOf, linesFrom } from "./printed-table.ts";

/** The layout of a concept; throws where the edition has none. */
export function layoutOf(concept: string, layouts = nationalTables): TableLayout {
  const layout = layouts.find((one) => one.concept === concept);
  if (layout === undefined) throw new Error(`no layout of ${concept}`);
  return layout;
}

/** What is recognised in the lines. */
export const read = (lines: readonly string[], layouts = nationalTables): RecognizedTables =>
  recognizeTables(linesFrom(lines.join("\n")), layouts);

/** The figures of the first table in the lines. */
export const readFigures = (lines: readonly string[]): Values => figuresOf(read(lines).tables[0]);
