// The grid in which a report is filled in (录入表格): a table, and one text field that always has the focus and lies
// over the cell where one stands. A word begun in pinyin on a selected cell therefore begins in a real field.

import type { ReactNode } from "react";
import { useEffect, useImperativeHandle, useRef } from "react";
import type { Ref } from "react";

import { CellEditor } from "./cell-editor.tsx";
import { cellName, shownText } from "./cell-words.ts";
import "./entry-grid.css";
import { FormulaBar } from "./formula-bar.tsx";
import { GridTable } from "./grid-table.tsx";
import { rangeOf } from "./selection.ts";
import type { CellMarks, Choice, Target } from "./targets.ts";
import { markKinds, targetKey } from "./targets.ts";
import type { EntryGridState, GridInput } from "./use-entry-grid.ts";
import { useEntryGrid } from "./use-entry-grid.ts";

/** What a page may ask of a grid: to go to a cell. */
export interface EntryGridHandle {
  /** False where the grid has no such cell. */
  readonly goTo: (target: Target) => boolean;
}

const noMarks: CellMarks = new Map();
const noCodes: readonly Choice[] = [];

/** EntryGrid: shows a sheet with its entries, and reports changes; it keeps no entries itself. */
export function EntryGrid({
  marks = noMarks,
  codes = noCodes,
  isReadOnly = false,
  onStand,
  ref,
  ...input
}: Omit<GridInput, "isReadOnly"> & {
  readonly marks?: CellMarks;
  /** Classification codes, for cells that take a code. */
  readonly codes?: readonly Choice[];
  readonly isReadOnly?: boolean;
  /** Told where one stands. */
  readonly onStand?: (target: Target | null) => void;
  readonly ref?: Ref<EntryGridHandle>;
}): ReactNode {
  const state = useEntryGrid({ ...input, isReadOnly });
  const scroller = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const standingKey = useStanding(state, onStand);
  useImperativeHandle(ref, () => ({ goTo: (target) => goTo(state, target, field.current) }));
  const ownMarks = standingKey === null ? [] : (marks.get(standingKey) ?? []);
  return (
    <section className="entry-grid" aria-label={input.sheet.name}>
      <FormulaBar
        state={state}
        marks={ownMarks}
        onUsed={() => field.current?.focus({ preventScroll: true })}
      />
      <div
        ref={scroller}
        className="entry-scroller"
        onMouseDown={(event) => {
          // The field keeps the focus, whatever is clicked.
          if (event.target !== field.current) event.preventDefault();
          field.current?.focus({ preventScroll: true });
        }}
      >
        <GridTable
          state={state}
          sheet={input.sheet}
          marks={marks}
          scroller={scroller}
          onSelect={(place, isExtended) => {
            const isEdited = state.editing !== null;
            if (isEdited) state.finishEditing(field.current?.value ?? "");
            state.select(place, isExtended, isEdited);
          }}
        />
        <CellEditor state={state} codes={codes} field={field} scroller={scroller} />
      </div>
      <p className="read-aloud" aria-live="polite">
        {announcement(state, ownMarks)}
      </p>
    </section>
  );
}

/** Tells where one stands; gives the key of it. */
function useStanding(
  { active }: EntryGridState,
  onStand: ((target: Target | null) => void) | undefined,
): string | null {
  const standing = active?.target ?? null;
  const key = standing === null ? null : targetKey(standing);
  useEffect(() => {
    onStand?.(standing);
    // Where one stands is told by its key: the object is made anew with each change.
  }, [key]);
  return key;
}

function goTo(state: EntryGridState, target: Target, field: HTMLTextAreaElement | null): boolean {
  const key = targetKey(target);
  const cell = state.grid.rows
    .flatMap(({ cells }) => cells)
    .find((each) => each.target !== null && targetKey(each.target) === key);
  if (cell === undefined) return false;
  state.select({ row: cell.row, column: cell.column }, false);
  field?.focus({ preventScroll: true });
  return true;
}

/** Read aloud when one arrives at a cell: its name, its value, and what is to be noticed there. */
function announcement(
  state: EntryGridState,
  marks: readonly { kind: keyof typeof markKinds; text: string }[],
): string {
  const { active, grid, selection, notice } = state;
  if (notice !== "") return notice;
  const { top, bottom, left, right } = rangeOf(selection);
  if (top !== bottom || left !== right) return `已选 ${bottom - top + 1} 行 ${right - left + 1} 列`;
  if (active === undefined) return "";
  const said = marks.map(({ kind, text }) => `${markKinds[kind].word}：${text}`);
  return [
    cellName(grid, active),
    shownText(active) === "" ? "空" : shownText(active),
    ...(active.isComputed && active.target !== null ? ["自动计算"] : []),
    ...said,
  ].join("，");
}
