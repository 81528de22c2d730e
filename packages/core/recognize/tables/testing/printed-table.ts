// For tests: tables as text with tabs, the way a layout prints them, and such text as lines.

import type { AccountsTable } from "../../../disclosure/disclosure.ts";
import type { Line } from "../../../document/lines.ts";
import { linesOf } from "../../../document/lines.ts";
import type { Block, Row } from "../../../document/document.ts";
import type { LayoutRow, LayoutSide, TableLayout } from "../../../forms/layout.ts";

/** Text as a reader of plain text would give it: lines with tabs are rows, one table for each stretch of them. */
export function linesFrom(text: string): readonly Line[] {
  const blocks: Block[] = [];
  let rows: Row[] = [];
  const flush = (): void => {
    const [first] = rows;
    if (first !== undefined) blocks.push({ kind: "table", rows, place: first.place });
    rows = [];
  };
  text.split("\n").forEach((line, at) => {
    const place = { line: at + 1 };
    if (line.includes("\t")) {
      rows.push({ cells: line.split("\t").map((cell) => ({ text: cell, place })), place });
      return;
    }
    flush();
    if (line.trim() !== "") blocks.push({ kind: "paragraph", text: line, place });
  });
  flush();
  return linesOf({ source: "test", blocks, problems: [] });
}

/** Values by row and column: "27|amount", "201|total", "total|basic", "|budget.total". */
export type Values = Readonly<Record<string, string>>;

/** A classification row that a code table prints. */
export interface PrintedCode {
  readonly code: string;
  readonly name: string;
}

/** The lines that a layout prints: title, head, header, body, note. */
export function printTable(
  layout: TableLayout,
  values: Values,
  codes: readonly PrintedCode[] = [],
): readonly string[] {
  const head = [
    layout.title,
    ...(layout.label === null ? [] : [layout.label]),
    ...(layout.nameWord === null ? [] : [`${layout.nameWord}：某单位`]),
    ...(layout.printsYear ? ["2024年度"] : []),
    layout.unitLine,
  ];
  return [...head, ...headerRows(layout), ...printBody(layout, values, codes), ...layout.notes];
}

function headerRows(layout: TableLayout): readonly string[] {
  const columns = layout.sides.flatMap((side) => [...side.keys, ...side.figures].map(({ header }) => header));
  const depth = Math.max(...columns.map(({ length }) => length));
  const words = Array.from({ length: depth }, (_, level) =>
    columns
      .map((header, at) => {
        const before = columns[at - 1];
        const isMerged =
          level < header.length - 1 &&
          before?.slice(0, level + 1).join() === header.slice(0, level + 1).join();
        return isMerged ? "" : (header[level] ?? "");
      })
      .join("\t"),
  );
  if (!layout.columnNumbers) return words;
  const numbers = layout.sides.flatMap((side) => [
    ...side.keys.map((_, at) => (at === 0 ? "栏次" : "")),
    ...side.figures.map(({ number }) => number ?? ""),
  ]);
  return [...words, numbers.join("\t")];
}

/** The rows of the body alone. */
export function printBody(
  layout: TableLayout,
  values: Values,
  codes: readonly PrintedCode[] = [],
): readonly string[] {
  if (layout.sides.every(({ rows, keys }) => rows.length === 0 && keys.length === 0)) {
    return [layout.sides.flatMap((side) => figureCells(side, "", values)).join("\t")];
  }
  if (layout.sides.every(({ rows }) => rows.length === 0)) {
    const side = layout.sides[0];
    if (side === undefined) return [];
    const total = ["合计", "", ...figureCells(side, "total", values)].join("\t");
    return [
      total,
      ...codes.map(({ code, name }) => [code, name, ...figureCells(side, code, values)].join("\t")),
    ];
  }
  const height = Math.max(...layout.sides.map(({ rows }) => rows.length));
  const rows = Array.from({ length: height }, (_, at) =>
    layout.sides.flatMap((side) => fixedCells(side, side.rows[at], values)).join("\t"),
  );
  return layout.foot.length === 0 ? rows : [...rows, footRow(layout, values)];
}

function figureCells(side: LayoutSide, row: string, values: Values): readonly string[] {
  return side.figures.map(({ column }) => values[`${row}|${column}`] ?? "");
}

function fixedCells(side: LayoutSide, row: LayoutRow | undefined, values: Values): readonly string[] {
  if (row === undefined) return [...side.keys, ...side.figures].map(() => "");
  if (row.kind === "heading") return [row.name, ...[...side.keys, ...side.figures].slice(1).map(() => "")];
  const own = row.kind === "line" ? row.line : row.code;
  const key = { name: row.name ?? "", line: own, code: own };
  return [...side.keys.map(({ key: kind }) => key[kind]), ...figureCells(side, own, values)];
}

function footRow(layout: TableLayout, values: Values): string {
  return layout.sides
    .flatMap((side, at) => {
      const named = layout.foot.find(({ nameSide }) => nameSide === at);
      const figured = layout.foot.find(({ figureSide }) => figureSide === at);
      const figure = figured === undefined ? "" : (values[`${figured.line}|amount`] ?? "");
      return [named?.name ?? "", ...side.keys.slice(1).map(() => ""), figure];
    })
    .join("\t");
}

/** The figures of a table by row and column, unreadable ones with a question mark. */
export function figuresOf(table: AccountsTable | undefined): Values {
  const found: Record<string, string> = {};
  for (const row of table?.rows ?? []) {
    const key = row.line ?? row.code ?? (table?.concept === "three-public" ? "" : "total");
    for (const [column, value] of Object.entries(row.cells)) {
      if (value?.kind === "figure") found[`${key}|${column}`] = value.value;
      if (value?.kind === "unreadable") found[`${key}|${column}`] = `?${value.raw}`;
    }
  }
  return found;
}
