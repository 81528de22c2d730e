// How composed blocks are made: what is written stands nowhere yet, so places are empty.

import type { Cell, Heading, Paragraph, ParagraphRole, Row, Run, WrittenCell } from "../document/document.ts";

const NOWHERE = {};

/** A heading of the report; `more` says what a writer must know of it. */
export const heading = (
  level: number,
  text: string,
  more: Pick<Heading, "style" | "listedAs"> = {},
): Heading => ({ kind: "heading", level, text, place: NOWHERE, ...more });

/** A paragraph of plain words. */
export const paragraph = (text: string, role?: ParagraphRole): Paragraph => ({
  kind: "paragraph",
  text,
  place: NOWHERE,
  ...(role === undefined ? {} : { role }),
});

/** A paragraph of runs, some of which are figures or still missing. */
export const paragraphOfRuns = (runs: readonly Run[]): Paragraph => ({
  kind: "paragraph",
  text: runs.map(({ text }) => text).join(""),
  place: NOWHERE,
  runs,
});

/** Words that stand for what has yet to be filled in. */
export const missingWords = (what: string): string => `【待填写：${what}】`;

/** CellParts: what a composed cell says besides its text. */
export interface CellParts extends Partial<Omit<Cell, "text" | "place" | "written">> {
  readonly role?: WrittenCell["role"];
  readonly align?: NonNullable<WrittenCell["align"]>;
  readonly runs?: readonly Run[];
  readonly sumOf?: readonly string[];
}

/** A cell; without a role it is text. */
export function cell(text: string, parts: CellParts = {}): Cell {
  const { role = "text", align, runs, sumOf, columnSpan, rowSpan, ...rest } = parts;
  return {
    text,
    place: NOWHERE,
    ...rest,
    ...(columnSpan === undefined || columnSpan === 1 ? {} : { columnSpan }),
    ...(rowSpan === undefined || rowSpan === 1 ? {} : { rowSpan }),
    written: {
      role,
      ...(align === undefined ? {} : { align }),
      ...(runs === undefined ? {} : { runs }),
      ...(sumOf === undefined ? {} : { sumOf }),
    },
  };
}

/** A row of cells. */
export const row = (cells: readonly Cell[]): Row => ({ cells, place: NOWHERE });
