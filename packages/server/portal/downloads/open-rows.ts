// Rows of the open data as texts under the names of their columns: CSV, JSON and ZIP are written from these.

import { referenceTo } from "../../contract/reference.ts";
import type { PublicFigureRow } from "../../store/public-downloads.ts";
import type { PublicLine, PublicProjectLine } from "../../store/public-reports.ts";
import { factName } from "./fact-names.ts";
import type { OpenColumn } from "./open-columns.ts";

/** OpenRow: a value for each column; null for what is not stated. */
export type OpenRow = Readonly<Record<string, string | number | boolean | null>>;

const unitOf = ({ shardRegion, unitId, unitName, year }: PublicLine | PublicProjectLine): OpenRow => ({
  region: shardRegion,
  unit: referenceTo({ shardRegion, id: unitId }),
  unitName,
  year,
});

/** A report as a row. */
export const reportRow = (line: PublicLine): OpenRow => ({
  ...line,
  ...unitOf(line),
  publishedAt: line.publishedAt.toISOString(),
});

/** A project as a row. */
export const projectRow = (line: PublicProjectLine): OpenRow => ({ ...line, ...unitOf(line) });

/** A figure as a row. */
export const figureRow = (line: PublicLine, { fact, value }: PublicFigureRow): OpenRow => ({
  ...unitOf(line),
  fact,
  ...factName(fact, line.year),
  value,
});

/** The cells of a row in the order of the columns. */
export const cellsOf = (row: OpenRow, columns: readonly OpenColumn[]): readonly string[] =>
  columns.map(({ id }) => String(row[id] ?? ""));

/** The row with the published columns only. */
export const chosenOf = (row: OpenRow, columns: readonly OpenColumn[]): OpenRow =>
  Object.fromEntries(columns.map(({ id }) => [id, row[id] ?? null]));
