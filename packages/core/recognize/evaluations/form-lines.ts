// Lines as the form readers see them: markup stripped, only printed cells, each with its column.

import type { Place } from "../../document/document.ts";
import type { Line } from "../../document/lines.ts";

/** FormCell: a cell that prints something. */
export interface FormCell {
  readonly text: string;
  readonly column: number;
  readonly place: Place;
}

/** FormLine: a line with its printed cells; a text line has one cell. */
export interface FormLine {
  /** Index among the lines given to recognition. */
  readonly index: number;
  readonly kind: "text" | "row";
  readonly cells: readonly FormCell[];
  /** All cells joined without white space between them. */
  readonly joined: string;
  readonly place: Place;
  readonly block: number;
  readonly headingLevel: number;
}

const TAGS = /<\/?(?:b|u|i|s|del|ins|sub|sup|em|strong|span|br|p|font)(?:\s[^<>]*)?\/?>/giu;
const CELL_LIMIT = 200;

/** Text without the marks of HTML and Markdown. */
export function withoutMarkup(text: string): string {
  return text
    .replace(TAGS, "")
    .replace(/\*\*|~~/gu, "")
    .replace(/^\s*#{1,6}\s+/u, "")
    .trim();
}

const NUMBER_WITH_BLANKS = /^\d[\d\s]*(?:,[\d\s]+)*(?:\s*\.[\d\s]+)?[%％]?$/u;
const AT_MARKS = /\s*(?<=\d\s*)([.,])\s*(?=\d)/gu;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;

/** A number without the blanks that a scan put around its marks; blanks between digits may part two numbers. */
function wholeNumber(text: string): string {
  if (!/\d\s|\s\d/u.test(text) || !NUMBER_WITH_BLANKS.test(text)) return text;
  const closed = text.replace(AT_MARKS, "$1");
  const squeezed = closed.replace(/\s+/gu, "");
  return GROUPED.test(squeezed) ? squeezed : closed;
}

/** Makes form lines of lines. */
export function formLines(lines: readonly Line[]): readonly FormLine[] {
  return lines.map((line, index) => {
    const cells =
      line.kind === "row"
        ? line.cells.slice(0, CELL_LIMIT).flatMap((cell, column): readonly FormCell[] => {
            const text = wholeNumber(withoutMarkup(cell.text));
            return text === "" ? [] : [{ text, column, place: withColumn(cell.place, line.place) }];
          })
        : [{ text: withoutMarkup(line.text), column: 0, place: line.place }].filter(
            (cell) => cell.text !== "",
          );
    const headingLevel =
      line.headingLevel > 0 ? line.headingLevel : (/^\s*(#{1,6})\s/u.exec(line.text)?.[1]?.length ?? 0);
    return {
      index,
      kind: line.kind,
      cells,
      joined: cells
        .map((cell) => cell.text)
        .join("")
        .replace(/\s+/gu, ""),
      place: line.place,
      block: line.block,
      headingLevel,
    };
  });
}

function withColumn(place: Place, fallback: Place): Place {
  return Object.keys(place).length === 0 ? fallback : place;
}
