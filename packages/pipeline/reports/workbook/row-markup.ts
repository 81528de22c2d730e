// One row of a sheet as the markup of workbooks. Texts are kept once for the whole workbook.

import { rowHeight } from "@jueming/documents/workbook/row-height.ts";
import {
  cellText,
  exactNumber,
  looksLikeFormula,
  withoutEscapes,
} from "@jueming/documents/workbook/safe-text.ts";

import type { StyleName } from "./cell-styles.ts";
import { numberStyle } from "./cell-styles.ts";
import type { SheetColumn, SheetTable } from "./sheet.ts";

/** SharedTexts: the texts of a workbook, each under its number. */
export interface SharedTexts {
  readonly numberOf: (text: string) => number;
  readonly markup: () => Iterable<string>;
}

/** The texts after those that stand in a workbook already. */
export function sharedTexts(written: string): SharedTexts {
  const items = written.match(/<si>.*?<\/si>/gsu) ?? [];
  const numbers = new Map<string, number>();
  let uses = 0;
  const numberOf = (text: string): number => {
    uses += 1;
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const number = items.length + numbers.size;
    numbers.set(text, number);
    return number;
  };
  function* markup(): Iterable<string> {
    const [all, different] = [items.length + uses, items.length + numbers.size];
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${all}" uniqueCount="${different}">`;
    yield* items;
    for (const text of numbers.keys()) yield `<si><t xml:space="preserve">${escaped(text)}</t></si>`;
    yield "</sst>";
  }
  return { numberOf, markup };
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>]/gu, (mark) => ENTITIES[mark] ?? mark);
}

/** RowSetting: where a row stands and how its cells are written. */
export interface RowSetting {
  readonly row: number;
  readonly columns: readonly (SheetColumn & { readonly letter: string })[];
  readonly styleOf: SheetTable["styleOf"];
  readonly styles: ReadonlyMap<StyleName, number>;
  readonly texts: SharedTexts;
}

/** The markup of a row. */
export function rowMarkup(cells: readonly string[], setting: RowSetting): string {
  const { row, columns, styleOf, styles, texts } = setting;
  const height = rowHeight(
    cells,
    columns.map(({ width }) => width),
  );
  const written = cells.map((cell, index) => {
    const text = cellText(cell);
    const { holds, letter } = columns[index] ?? { holds: "text", letter: "A" };
    const number = holds === "text" ? undefined : exactNumber(text);
    const style = styleOf?.(index, text) ?? usualStyle(text, number, holds);
    const start = `<c r="${letter}${row}" s="${styles.get(style) ?? 0}"`;
    if (text === "") return `${start}/>`;
    return number === undefined
      ? `${start} t="s"><v>${texts.numberOf(withoutEscapes(text))}</v></c>`
      : `${start}><v>${number}</v></c>`;
  });
  const look = height === null ? "" : ` ht="${height}" customHeight="1"`;
  return `<row r="${row}"${look}>${written.join("")}</row>`;
}

function usualStyle(text: string, number: number | undefined, holds: SheetColumn["holds"]): StyleName {
  if (number !== undefined && holds === "number") return numberStyle(text);
  if (number === undefined && looksLikeFormula(text)) return "plain-text";
  return holds === "text" ? "text" : "number";
}
