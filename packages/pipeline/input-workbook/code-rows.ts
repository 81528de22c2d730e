// Rows of classification codes: the user adds the lowest ones he reports; 合计 and the rows above follow.

import { cellKey } from "@jueming/core/accounts/identity-instances.ts";
import type { LayoutSide } from "@jueming/core/forms/layout.ts";
import { columnLetters } from "@jueming/documents/workbook/column-letters.ts";

import { CODE_LIST, CODE_NAMES } from "./code-list-sheet.ts";
import type { ListColumn } from "./entry-sheet.ts";
import type { TableDraft } from "./table-sheet.ts";

/** Rows that are ready to be filled in. */
export const CODE_ROWS = 80;

const NUMBERS = "#,##0.00####";

/** CodeGrid: where the columns of a table of codes stand. */
interface CodeGrid {
  readonly table: TableDraft;
  readonly side: LayoutSide;
  readonly codeColumn: number;
  readonly nameColumn: number;
  readonly totalRow: number;
}

const columnOf = ({ side }: CodeGrid, id: string): number =>
  side.keys.length + 1 + side.figures.findIndex((figure) => figure.column === id);

/** Adds 合计 and the blank rows of a table of codes. */
export function addCodeRows(table: TableDraft, side: LayoutSide, firstRow: number): void {
  const keyColumn = (kind: string): number =>
    1 +
    Math.max(
      0,
      side.keys.findIndex(({ key }) => key === kind),
    );
  const grid: CodeGrid = {
    table,
    side,
    codeColumn: keyColumn("code"),
    nameColumn: keyColumn("name"),
    totalRow: firstRow,
  };
  const { draft, concept } = table;
  addTotal(grid);
  const sums = columnSums(concept, new Set(side.figures.map((figure) => figure.column)));
  for (let row = firstRow + 1; row <= firstRow + CODE_ROWS; row += 1) addCodeRow(grid, row, sums);
  const letters = columnLetters(grid.codeColumn);
  draft.choices.push({
    range: `${letters}${firstRow + 1}:${letters}${firstRow + CODE_ROWS}`,
    from: CODE_LIST,
    isStrict: false,
    message:
      "请从列表中选择功能分类科目代码（类 3 位、款 5 位、项 7 位）；列表中没有的可直接输入，并填写名称。",
  });
  draft.lists.push({
    kind: "accounts",
    concept: concept.id,
    headerColumn: grid.codeColumn,
    header: TOTAL,
    columns: [
      { column: grid.codeColumn, name: "code", entry: "code" },
      { column: grid.nameColumn, name: "name", entry: "text" },
      ...side.figures.map((figure): ListColumn => ({
        column: columnOf(grid, figure.column),
        name: figure.column,
        entry: "money",
        ...(sums.has(figure.column) ? { isComputed: true } : {}),
      })),
    ],
    targets: {},
  });
}

const TOTAL = "合计";

/** 合计 adds only the codes that no other code begins with: the rows above them would count twice. */
function addTotal(grid: CodeGrid): void {
  const { table, side, codeColumn, totalRow } = grid;
  const { draft, concept } = table;
  const first = totalRow + 1;
  const last = totalRow + CODE_ROWS;
  const letter = columnLetters(codeColumn);
  const codes = `$${letter}$${first}:$${letter}$${last}`;
  const found = draft.key(codeColumn, TOTAL);
  draft.show(totalRow, codeColumn, "label", TOTAL);
  for (const figure of side.figures) {
    const column = columnOf(grid, figure.column);
    const values = `${columnLetters(column)}${first}:${columnLetters(column)}${last}`;
    const isLowest = `(${codes}<>"")*(COUNTIF(${codes},${codes}&"*")<=1)`;
    draft.show(totalRow, column, "sum", "", {
      formula: `IF(COUNT(${values})=0,"",ROUND(SUMPRODUCT(${isLowest},${values}),6))`,
      format: NUMBERS,
    });
    draft.fields.push({
      ...found,
      column,
      entry: "money",
      target: { kind: "cell", concept: concept.id, row: "code:", column: figure.column },
    });
    table.positions.set(cellKey({ code: null, column: figure.column }), {
      row: totalRow,
      column,
      isCount: false,
    });
  }
}

function addCodeRow(grid: CodeGrid, row: number, sums: ReadonlyMap<string, readonly string[]>): void {
  const { table, side, codeColumn, nameColumn } = grid;
  const { draft } = table;
  draft.show(row, codeColumn, "text-input", "", { format: "@" });
  draft.show(row, nameColumn, "text-input", "", {
    formula: nameFormula(`$${columnLetters(codeColumn)}${row}`),
    isOpen: true,
  });
  for (const { column } of side.figures) {
    const parts = sums.get(column);
    const at = columnOf(grid, column);
    if (parts === undefined) draft.show(row, at, "input", "", { format: NUMBERS });
    else {
      const cell = (part: string): string => `${columnLetters(columnOf(grid, part.replace("-", "")))}${row}`;
      const sum = parts.map((part) => `${part.startsWith("-") ? "-" : "+"}N(${cell(part)})`).join("");
      draft.show(row, at, "sum", "", {
        formula: `IF(COUNT(${parts.map(cell).join(",")})=0,"",ROUND(${sum.replace(/^\+/u, "")},6))`,
        format: NUMBERS,
      });
    }
  }
}

/** The name of a code as the list has it; it may be overwritten. */
export const nameFormula = (code: string): string =>
  `IF(${code}="","",IFERROR(VLOOKUP(${code},${CODE_NAMES},2,FALSE),""))`;

/** Columns that are sums of others on the sheet, by the identities of the concept. */
export function columnSums(
  concept: TableDraft["concept"],
  shown: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    concept.identities.flatMap((identity) =>
      identity.form === "column-sum" &&
      shown.has(identity.total) &&
      identity.parts.every((part) => shown.has(part.replace("-", "")))
        ? [[identity.total, identity.parts] as const]
        : [],
    ),
  );
}
