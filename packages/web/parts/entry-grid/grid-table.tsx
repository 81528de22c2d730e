// The table of the grid: header rows that stay, rows of which only those in view are there when there are many.

import type { EntrySheet } from "@jueming/server/contract/entry.ts";
import { useVirtualizer } from "@tanstack/react-virtual";
import type { MouseEvent, ReactNode, RefObject } from "react";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";

import { columnWidths, fittedWidths, frozenOffsets } from "./frozen-columns.ts";
import { TableRow } from "./grid-row.tsx";
import type { GridRow } from "./grid-model.ts";
import type { Position } from "./selection.ts";
import { rangeOf } from "./selection.ts";
import type { CellMarks } from "./targets.ts";
import type { EntryGridState } from "./use-entry-grid.ts";

/** From this many rows on, only rows in view are drawn. */
const manyRows = 200;
const usualHeight = 31;

/** GridTable: the table itself. */
export function GridTable({
  state,
  sheet,
  marks,
  scroller,
  onSelect,
}: {
  readonly state: EntryGridState;
  readonly sheet: EntrySheet;
  readonly marks: CellMarks;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onSelect: (at: Position, isExtended: boolean) => void;
}): ReactNode {
  const { grid, selection } = state;
  const head = grid.rows.filter(({ row }) => row <= grid.frozenRows);
  const body = grid.rows.filter(({ row }) => row > grid.frozenRows);
  const room = useWidth(scroller);
  const stated = useMemo(() => columnWidths(sheet, grid.columnCount), [sheet, grid.columnCount]);
  const widths = fittedWidths(grid, stated, room);
  const frozenKey = frozenOffsets(grid, widths, room).join(" ");
  const frozen = useMemo(() => (frozenKey === "" ? [] : frozenKey.split(" ").map(Number)), [frozenKey]);
  const { shown, before, after, measure, scrollTo } = useShownRows(body, scroller);
  const headRef = useRef<HTMLTableSectionElement>(null);
  useLayoutEffect(() => keepInView(scroller.current, headRef.current, selection.focus, scrollTo));
  const row = (each: GridRow): ReactNode => (
    <TableRow
      key={each.list === null ? each.row : `${each.list.key} ${each.list.id}`}
      row={each}
      range={rangeOf(selection)}
      active={selection.focus}
      marks={marks}
      frozen={frozen}
      isHead={each.row <= grid.frozenRows}
      {...(measure === null ? {} : { measure })}
    />
  );
  return (
    // Keys are heard by the text field that has the focus; here only the mouse is.
    <table
      role="grid"
      className="entry-table"
      aria-label={sheet.name}
      aria-rowcount={grid.rows.length}
      aria-colcount={grid.columnCount}
      style={{ width: widths.reduce((sum, width) => sum + width, 0) }}
      onMouseDown={(event) => selectAt(event, onSelect, event.shiftKey)}
      onMouseOver={(event) => (event.buttons === 1 ? selectAt(event, onSelect, true) : undefined)}
      onFocus={() => undefined}
      onDoubleClick={() => state.beginEditing()}
    >
      <Columns widths={widths} />
      <thead ref={headRef}>{head.map(row)}</thead>
      <tbody>
        <Spacer height={before} columns={grid.columnCount} />
        {shown.map(row)}
        <Spacer height={after} columns={grid.columnCount} />
      </tbody>
    </table>
  );
}

function Columns({ widths }: { readonly widths: readonly number[] }): ReactNode {
  return (
    <colgroup>
      {widths.map((width, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- columns have no name but their number
        <col key={index} style={{ width }} />
      ))}
    </colgroup>
  );
}

/** The room that rows not drawn would take. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }): ReactNode {
  return height === 0 ? null : (
    <tr aria-hidden="true" style={{ height }}>
      <td colSpan={columns} className="spacer" />
    </tr>
  );
}

/** The rows to draw, and the heights of those before and after them. */
function useShownRows(
  body: readonly GridRow[],
  scroller: RefObject<HTMLDivElement | null>,
): {
  readonly shown: readonly GridRow[];
  readonly before: number;
  readonly after: number;
  readonly measure: ((row: HTMLTableRowElement | null) => void) | null;
  readonly scrollTo: (row: number) => void;
} {
  const first = body[0]?.row ?? 1;
  const virtual = useVirtualizer({
    count: body.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    overscan: 12,
    enabled: body.length >= manyRows,
    indexAttribute: "data-index",
    initialRect: { width: 1000, height: 700 },
  });
  if (body.length < manyRows) {
    return { shown: body, before: 0, after: 0, measure: null, scrollTo: () => undefined };
  }
  const items = virtual.getVirtualItems();
  return {
    shown: items.flatMap(({ index }) => body[index] ?? []),
    before: items[0]?.start ?? 0,
    after: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: virtual.measureElement,
    scrollTo: (row) => virtual.scrollToIndex(row - first, { align: "auto" }),
  };
}

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(1000);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** Scrolls as little as needed when one goes to another cell; not when one scrolls away oneself. */
function keepInView(
  scroller: HTMLDivElement | null,
  head: HTMLElement | null,
  { row, column }: Position,
  scrollTo: (row: number) => void,
): void {
  if (scroller === null) return;
  const place = `${row} ${column}`;
  if (scroller.dataset["stood"] === place) return;
  scroller.style.scrollPaddingTop = `${head?.offsetHeight ?? 0}px`;
  const cell = scroller.querySelector(`[data-place="${place}"]`);
  if (cell === null) {
    scrollTo(row);
    return;
  }
  scroller.dataset["stood"] = place;
  cell.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function selectAt(
  event: MouseEvent,
  onSelect: (at: Position, isExtended: boolean) => void,
  isExtended: boolean,
): void {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-place]") : null;
  const [row, column] = (cell?.dataset["place"] ?? "").split(" ").map(Number);
  if (row !== undefined && column !== undefined && event.button === 0) onSelect({ row, column }, isExtended);
}
