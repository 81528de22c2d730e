// The grid as it is shown: the cells of the sheet in their rows, with a row for each row of a list and an empty one
// below them, in which typing adds a row.

import type {
  ComputedEntries,
  Entries,
  EntryField,
  EntryList,
  EntrySheet,
  ShownCell,
} from "@jueming/server/contract/entry.ts";

import type { Target } from "./targets.ts";
import { newRow } from "./targets.ts";

/** GridCell: a cell where it stands; rows and columns from 1. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** A gap is a place where the sheet has no cell: it keeps the others in their columns. */
  readonly look: ShownCell["look"] | "gap";
  readonly text: string;
  readonly target: Target | null;
  readonly entry: EntryField["entry"];
  readonly isComputed: boolean;
  readonly isRequired: boolean;
  readonly choices: readonly string[] | null;
  readonly choicesAreStrict: boolean;
  readonly label: string;
  readonly formula: string | null;
  readonly comment: string | null;
}

/** GridRow: a row, and its place in a list where it is one of a list. */
export interface GridRow {
  readonly row: number;
  readonly cells: readonly GridCell[];
  readonly list: { readonly key: string; readonly id: string } | null;
}

/** Grid (录入表格). */
export interface Grid {
  readonly rows: readonly GridRow[];
  readonly columnCount: number;
  readonly frozenRows: number;
  /** The cell that covers a position: of a merge its first. */
  readonly at: (row: number, column: number) => GridCell | undefined;
}

/** The part of the grid that does not change while texts are typed. */
export interface GridFrame {
  readonly sheet: EntrySheet;
  readonly cells: readonly GridCell[];
  /** Places that a merge covers besides its first. */
  readonly covered: ReadonlySet<string>;
}

type Place = readonly [row: number, column: number];

const placeKey = (...[row, column]: Place): string => `${row} ${column}`;

/** The cells of a sheet with what they mean, before anything is typed. */
export function gridFrame(sheet: EntrySheet): GridFrame {
  const fields = new Map(sheet.fields.map((field) => [placeKey(field.row, field.column), field]));
  const merges = new Map(sheet.merges.map((merge) => [placeKey(merge.top, merge.left), merge]));
  const shown = new Map(sheet.cells.map((cell) => [placeKey(cell.row, cell.column), cell]));
  const places = new Map<string, Place>(
    [...sheet.cells, ...sheet.fields].map(({ row, column }) => [placeKey(row, column), [row, column]]),
  );
  const cells = [...places].map(([key, [row, column]]): GridCell => {
    const merge = merges.get(key);
    const field = fields.get(key);
    const cell = shown.get(key);
    return {
      row,
      column,
      rowSpan: merge === undefined ? 1 : merge.bottom - merge.top + 1,
      columnSpan: merge === undefined ? 1 : merge.right - merge.left + 1,
      look: cell?.look ?? "input",
      text: cell?.text ?? "",
      target: field === undefined ? null : { kind: "field", key: field.key },
      entry: field?.entry ?? "text",
      isComputed: field?.computed ?? true,
      isRequired: field?.required ?? false,
      choices: field?.choices ?? null,
      choicesAreStrict: field?.choicesAreStrict ?? false,
      label: field?.label ?? "",
      formula: cell?.formula ?? null,
      comment: cell?.comment ?? null,
    };
  });
  const covered = coveredPlaces(sheet);
  return { sheet, covered, cells: cells.filter(({ row, column }) => !covered.has(placeKey(row, column))) };
}

/** The grid with what was typed and what follows from it; rows in which nothing changed are those of `before`. */
export function fillGrid(
  { sheet, cells, covered }: GridFrame,
  entries: Entries,
  computed: ComputedEntries,
  before: Grid | null = null,
): Grid {
  const listed = listRows(sheet, entries, computed);
  const rows = new Map<number, { cells: GridCell[]; list: GridRow["list"] }>();
  const lastRow = Math.max(0, ...cells.map(({ row }) => row));
  for (let row = 1; row <= lastRow; row += 1) rows.set(row, { cells: [], list: null });
  for (const cell of cells) rows.get(cell.row)?.cells.push(withText(cell, entries, computed));
  for (const { row, cells: own, list } of listed) {
    rows.set(row, { cells: [...(rows.get(row)?.cells ?? []), ...own], list });
  }
  const columnCount = Math.max(sheet.widths.length, ...cells.map(({ column }) => column));
  const ordered = [...rows].toSorted(([first], [second]) => first - second);
  const gridRows = ordered.map(([row, { cells: own, list }], index): GridRow => {
    const filled = {
      row,
      list,
      cells: [...own, ...gaps(row, own, { columnCount, covered })].toSorted(
        (first, second) => first.column - second.column,
      ),
    };
    const known = before?.rows[index];
    return known !== undefined && isSameRow(known, filled) ? known : filled;
  });
  return {
    rows: gridRows,
    columnCount,
    frozenRows: sheet.frozenRows,
    at: finder(gridRows, sheet),
  };
}

/** True where two rows of one frame stand at the same place and say the same. */
function isSameRow(first: GridRow, second: GridRow): boolean {
  return (
    first.row === second.row &&
    first.list?.key === second.list?.key &&
    first.list?.id === second.list?.id &&
    first.cells.length === second.cells.length &&
    first.cells.every(({ column, text }, index) => {
      const other = second.cells[index];
      return other !== undefined && column === other.column && text === other.text;
    })
  );
}

function withText(cell: GridCell, entries: Entries, computed: ComputedEntries): GridCell {
  if (cell.target?.kind !== "field") return cell;
  const { key } = cell.target;
  const text = cell.isComputed ? computed.fields[key] : entries.fields[key];
  return { ...cell, text: text ?? (cell.isComputed ? cell.text : "") };
}

function listRows(sheet: EntrySheet, entries: Entries, computed: ComputedEntries): readonly GridRow[] {
  return sheet.lists.flatMap((list) => {
    const rows = [...(entries.lists[list.key] ?? []), { id: newRow, cells: {} }];
    return rows.map(({ id, cells }, index): GridRow => {
      const row = list.firstRow + index;
      const follows = computed.lists[list.key]?.[id] ?? {};
      const texts: Readonly<Record<string, string>> = cells;
      return {
        row,
        list: { key: list.key, id },
        cells: list.columns.map((column) =>
          listCell(list, column, {
            row,
            id,
            text: (column.computed ? follows[column.name] : texts[column.name]) ?? "",
          }),
        ),
      };
    });
  });
}

function listCell(
  list: EntryList,
  column: EntryList["columns"][number],
  { row, id, text }: { readonly row: number; readonly id: string; readonly text: string },
): GridCell {
  return {
    row,
    column: column.column,
    rowSpan: 1,
    columnSpan: 1,
    look: column.computed ? "sum" : column.entry === "text" ? "text-input" : "input",
    text,
    target: { kind: "cell", list: list.key, row: id, column: column.name },
    entry: column.entry,
    isComputed: column.computed,
    isRequired: false,
    choices: column.choices,
    choicesAreStrict: column.choicesAreStrict,
    label: column.title,
    formula: null,
    comment: null,
  };
}

/** Empty cells for the places of a row at which the sheet has none. */
function gaps(
  row: number,
  cells: readonly GridCell[],
  { columnCount, covered }: { readonly columnCount: number; readonly covered: ReadonlySet<string> },
): readonly GridCell[] {
  const taken = new Set(cells.map(({ column }) => column));
  const columns = Array.from({ length: columnCount }, (_, index) => index + 1);
  return columns
    .filter((column) => !taken.has(column) && !covered.has(placeKey(row, column)))
    .map((column) => ({ ...gap, row, column }));
}

const gap: Omit<GridCell, "row" | "column"> = {
  rowSpan: 1,
  columnSpan: 1,
  look: "gap",
  text: "",
  target: null,
  entry: "text",
  isComputed: true,
  isRequired: false,
  choices: null,
  choicesAreStrict: false,
  label: "",
  formula: null,
  comment: null,
};

/** Places that a merge covers besides its first. */
function coveredPlaces(sheet: EntrySheet): ReadonlySet<string> {
  return new Set(
    sheet.merges.flatMap((merge) =>
      placesOf(merge)
        .slice(1)
        .map(([row, column]) => placeKey(row, column)),
    ),
  );
}

function finder(rows: readonly GridRow[], sheet: EntrySheet): Grid["at"] {
  // Rows are looked through when they are asked for: a map of all cells would be made anew with each change.
  const byNumber = new Map(rows.map(({ row, cells }) => [row, cells]));
  const first = new Map<string, Place>();
  for (const merge of sheet.merges) {
    for (const [row, column] of placesOf(merge)) first.set(placeKey(row, column), [merge.top, merge.left]);
  }
  return (askedRow, askedColumn) => {
    const [row, column] = first.get(placeKey(askedRow, askedColumn)) ?? [askedRow, askedColumn];
    // Where a row of a list lies over cells of the sheet, it is the one meant.
    return byNumber.get(row)?.findLast((cell) => cell.column === column && cell.look !== "gap");
  };
}

function placesOf({ top, left, bottom, right }: EntrySheet["merges"][number]): readonly Place[] {
  const places: Place[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) places.push([row, column]);
  }
  return places;
}

/** True where something may be typed. */
export function isOpen(cell: GridCell | undefined): cell is GridCell & { readonly target: Target } {
  return cell !== undefined && cell.target !== null && !cell.isComputed;
}
