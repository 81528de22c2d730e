// One row of the grid. It is drawn again only when something in it has changed, which is what keeps typing quick.

import type { CSSProperties, ReactNode } from "react";
import { memo } from "react";

import { isFigure, shownText } from "./cell-words.ts";
import type { GridCell, GridRow } from "./grid-model.ts";
import { isOpen } from "./grid-model.ts";
import type { Position, Range } from "./selection.ts";
import type { CellMark, CellMarks } from "./targets.ts";
import { markKinds, newRow, targetKey } from "./targets.ts";

interface RowProps {
  readonly row: GridRow;
  readonly range: Range;
  readonly active: Position;
  readonly marks: CellMarks;
  readonly frozen: readonly number[];
  readonly isHead: boolean;
  readonly measure?: (row: HTMLTableRowElement | null) => void;
}

/** TableRow: a row of cells. */
export const TableRow = memo(
  Row,
  (before, after) => isUntouched(before, after) || signature(before) === signature(after),
);

/** The quick answer for most rows: nothing they are made of has changed, and one stands elsewhere. */
function isUntouched(before: RowProps, after: RowProps): boolean {
  return (
    before.row === after.row &&
    before.marks === after.marks &&
    before.frozen === after.frozen &&
    !isStoodIn(before) &&
    !isStoodIn(after)
  );
}

/** Whether the selection touches a row. */
function isStoodIn({ row, range }: RowProps): boolean {
  return row.cells.some(({ row: top, rowSpan }) => top <= range.bottom && top + rowSpan > range.top);
}

function Row({ row, range, active, marks, frozen, isHead, measure }: RowProps): ReactNode {
  return (
    <tr
      aria-rowindex={row.row}
      data-index={row.row}
      className={row.list?.id === newRow ? "new-row" : undefined}
      {...(measure === undefined ? {} : { ref: measure })}
    >
      {row.cells.map((cell) => (
        <Cell
          key={cell.column}
          cell={cell}
          marks={marksOf(cell, marks)}
          isActive={contains(cell, active)}
          isSelected={overlaps(cell, range)}
          left={cell.column + cell.columnSpan - 1 <= frozen.length ? frozen[cell.column - 1] : undefined}
          isHead={isHead}
        />
      ))}
    </tr>
  );
}

function Cell({
  cell,
  marks,
  isActive,
  isSelected,
  left,
  isHead,
}: {
  readonly cell: GridCell;
  readonly marks: readonly CellMark[];
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly left: number | undefined;
  readonly isHead: boolean;
}): ReactNode {
  const said = marks.map(({ kind, text }) => `${markKinds[kind].word}：${text}`).join("\n");
  const style: CSSProperties | undefined = left === undefined ? undefined : { left };
  const [mark] = marks;
  return (
    <td
      role={roleOf(cell, isHead)}
      aria-colindex={cell.column}
      aria-selected={isSelected}
      aria-readonly={!isOpen(cell)}
      {...(said === "" ? {} : { title: said, "aria-description": said })}
      data-place={`${cell.row} ${cell.column}`}
      rowSpan={cell.rowSpan}
      colSpan={cell.columnSpan}
      style={style}
      className={classOf(cell, { isActive, isSelected, isFrozen: left !== undefined, mark })}
    >
      {shownText(cell)}
      {mark === undefined ? null : (
        <span aria-hidden="true" className={`mark mark-${mark.kind}`}>
          {markKinds[mark.kind].shape}
        </span>
      )}
    </td>
  );
}

function roleOf({ look }: GridCell, isHead: boolean): string {
  if (look === "head" && isHead) return "columnheader";
  return look === "label" ? "rowheader" : "gridcell";
}

function classOf(
  cell: GridCell,
  flags: {
    readonly isActive: boolean;
    readonly isSelected: boolean;
    readonly isFrozen: boolean;
    readonly mark: CellMark | undefined;
  },
): string {
  const names = [
    `cell-${cell.look}`,
    cell.look === "check" && cell.text.startsWith("✗") ? "broken" : "",
    isFigure(cell) ? "figure" : "",
    isOpen(cell) ? "open" : "",
    cell.isRequired && cell.text === "" && isOpen(cell) ? "required" : "",
    cell.entry === "text" && cell.target !== null ? "text" : "",
    flags.isSelected ? "selected" : "",
    flags.isActive ? "active" : "",
    flags.isFrozen ? "frozen" : "",
    flags.mark === undefined ? "" : `marked marked-${flags.mark.kind}`,
  ];
  return names.filter((name) => name !== "").join(" ");
}

/** All that decides how a row looks, as one text. */
function signature({ row, range, active, marks, frozen, isHead }: RowProps): string {
  const cells = row.cells.map((cell) => {
    const said = marksOf(cell, marks).map(({ kind, text }) => kind + text);
    return `${cell.text}\u0001${overlaps(cell, range) ? 1 : 0}${contains(cell, active) ? 1 : 0}${said.join()}`;
  });
  return [row.row, row.list?.id ?? "", frozen.join(), isHead, ...cells].join("\u0002");
}

function marksOf({ target }: GridCell, marks: CellMarks): readonly CellMark[] {
  return target === null || marks.size === 0 ? [] : (marks.get(targetKey(target)) ?? []);
}

function contains(cell: GridCell, { row, column }: Position): boolean {
  return overlaps(cell, { top: row, bottom: row, left: column, right: column });
}

function overlaps(
  { row, column, rowSpan, columnSpan }: GridCell,
  { top, bottom, left, right }: Range,
): boolean {
  return row <= bottom && row + rowSpan > top && column <= right && column + columnSpan > left;
}
