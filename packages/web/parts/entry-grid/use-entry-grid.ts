// The state of a grid — selection, what is being edited, what can be undone — and what its commands do.

import type { ComputedEntries, Entries, EntryChange, EntrySheet } from "@jueming/server/contract/entry.ts";
import { useLayoutEffect, useMemo, useRef, useState } from "react";

import { inverseChanges } from "./changes.ts";
import type { Edit, Sheet } from "./edits.ts";
import {
  clearRange,
  fillDown,
  insertRow,
  listedRow,
  moveRow,
  pasteBlock,
  putTexts,
  removeRows,
} from "./edits.ts";
import type { Grid, GridCell, GridFrame } from "./grid-model.ts";
import { fillGrid, gridFrame, isOpen } from "./grid-model.ts";
import type { Command } from "./keys.ts";
import type { Position, Selection } from "./selection.ts";
import { newRow } from "./targets.ts";
import { endOfRow, firstOpen, jumpFrom, lastOf, nextOpen, pageFrom, rangeOf, stepFrom } from "./selection.ts";

/** Editing: what stands in the field when it opens. */
export interface Editing {
  readonly text: string;
  /** Begun by typing over the cell, not by opening it. */
  readonly isTyped: boolean;
  /** Begun by asking for the choices: all are offered. */
  readonly isChoosing: boolean;
}

interface Undoable {
  readonly changes: readonly EntryChange[];
  readonly inverse: readonly EntryChange[];
}

export interface GridInput {
  readonly sheet: EntrySheet;
  readonly entries: Entries;
  readonly computed: ComputedEntries;
  readonly isReadOnly: boolean;
  readonly onChange: (changes: readonly EntryChange[]) => void;
  /** What can be undone, where a page keeps it for several grids; else the grid keeps its own. */
  readonly history?: EntryHistory;
}

/** EntryHistory (撤销记录): sends changes on, and takes them back. */
export interface EntryHistory {
  readonly submit: (changes: readonly EntryChange[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** EntryGridState: what the component shows and may do. */
export interface EntryGridState {
  readonly grid: Grid;
  readonly selection: Selection;
  readonly active: GridCell | undefined;
  readonly editing: Editing | null;
  /** What the last act has to say: what was skipped or refused. */
  readonly notice: string;
  readonly canChangeRows: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly select: (focus: Position, isExtended: boolean, keepsNotice?: boolean) => void;
  readonly beginEditing: (how?: Partial<Editing>) => void;
  readonly finishEditing: (text: string) => void;
  readonly cancelEditing: () => void;
  readonly paste: (rows: readonly (readonly string[])[]) => void;
  /** Does a command; what the act before it had to say may be kept. */
  readonly run: (command: Command, keepsNotice?: boolean) => void;
  /** True where something may be typed into the cell where one stands. */
  readonly isOpen: boolean;
  readonly hasNextOpen: (by: 1 | -1) => boolean;
}

/** The state of one grid. */
export function useEntryGrid(input: GridInput): EntryGridState {
  const { entries, isReadOnly } = input;
  const { frame, grid } = useFilledGrid(input);
  const [selection, setSelection] = useState<Selection>(() => at(firstOpen(grid)));
  const [editing, setEditing] = useState<Editing | null>(null);
  const [notice, setNotice] = useState("");
  const own = useHistory(input);
  const { submit, undo, redo, canUndo, canRedo } = input.history ?? own;
  const active = grid.at(selection.focus.row, selection.focus.column);
  const whole: Sheet = { frame, grid, entries, newId };
  const make = (edit: Edit): void => {
    setNotice(isReadOnly ? "本表只能查看" : noticeOf(edit));
    if (!isReadOnly) submit(edit.changes);
  };
  const select = (focus: Position, isExtended: boolean, keepsNotice = false): void => {
    setEditing(null);
    if (!keepsNotice) setNotice("");
    setSelection((before) => (isExtended ? { anchor: before.anchor, focus } : at(focus)));
  };
  const mayType = !isReadOnly && isOpen(active);
  const beginEditing = (how: Partial<Editing> = {}): void => {
    setNotice(mayType ? "" : isReadOnly ? "本表只能查看" : "此格由系统计算或属于表样，不能录入");
    if (mayType) setEditing({ text: active.text, isTyped: false, isChoosing: false, ...how });
  };
  const run = (command: Command, keepsNotice = false): void => {
    if (command.kind === "undo") undo();
    else if (command.kind === "redo") redo();
    else if (command.kind === "edit" || command.kind === "choose") {
      beginEditing({ isChoosing: command.kind === "choose" });
    } else if (command.kind === "select-all") {
      setSelection({ anchor: { row: 1, column: 1 }, focus: lastOf(grid) });
    } else {
      const edit = editOf(command, whole, selection);
      if (edit !== undefined) make(edit);
      const goal = goalOf(grid, selection, command);
      if (goal !== undefined) select(goal, "extends" in command && command.extends, keepsNotice);
    }
  };
  return {
    grid,
    selection,
    active,
    editing,
    notice,
    canChangeRows: !isReadOnly && listedRow(whole, selection.focus.row) !== null,
    canUndo,
    canRedo,
    select,
    beginEditing,
    cancelEditing: () => setEditing(null),
    finishEditing: (text) => {
      setEditing(null);
      if (active !== undefined && text !== active.text) make(putTexts(whole, [{ ...placeOf(active), text }]));
    },
    isOpen: mayType,
    hasNextOpen: (by) => nextOpen(grid, selection.focus, by) !== undefined,
    paste: (rows) => make(pasteBlock(whole, rangeOf(selection), rows)),
    run,
  };
}

/** The grid, made anew only from what has changed. */
function useFilledGrid({ sheet, entries, computed }: GridInput): {
  readonly frame: GridFrame;
  readonly grid: Grid;
} {
  const frame = useMemo(() => gridFrame(sheet), [sheet]);
  const last = useRef<{ readonly frame: GridFrame; readonly grid: Grid } | null>(null);
  const grid = useMemo(
    () => fillGrid(frame, entries, computed, last.current?.frame === frame ? last.current.grid : null),
    [frame, entries, computed],
  );
  useLayoutEffect(() => {
    last.current = { frame, grid };
  });
  return { frame, grid };
}

/** Changes that were sent, to take back and to make again. */
export function useHistory({ entries, onChange }: Pick<GridInput, "entries" | "onChange">): EntryHistory {
  const done = useRef<Undoable[]>([]);
  const undone = useRef<Undoable[]>([]);
  const [counts, setCounts] = useState({ done: 0, undone: 0 });
  const count = (): void => setCounts({ done: done.current.length, undone: undone.current.length });
  const turn = (from: Undoable[], to: Undoable[], what: "inverse" | "changes"): void => {
    const last = from.pop();
    if (last === undefined) return;
    to.push(last);
    count();
    onChange(last[what]);
  };
  return {
    submit: (changes) => {
      if (changes.length === 0) return;
      done.current.push({ changes, inverse: inverseChanges(entries, changes) });
      undone.current = [];
      count();
      onChange(changes);
    },
    undo: () => turn(done.current, undone.current, "inverse"),
    redo: () => turn(undone.current, done.current, "changes"),
    canUndo: counts.done > 0,
    canRedo: counts.undone > 0,
  };
}

/** The changes a command makes; undefined where it makes none. */
function editOf(command: Command, sheet: Sheet, selection: Selection): Edit | undefined {
  const range = rangeOf(selection);
  const listed = listedRow(sheet, selection.focus.row);
  switch (command.kind) {
    case "fill-down":
      return fillDown(sheet, range);
    case "clear":
      return clearRange(sheet, range);
    case "remove-row":
      return removeRows(sheet, range);
    case "insert-row":
      return listed === null ? undefined : insertRow(sheet, listed);
    case "move-row":
      return listed === null ? undefined : moveRow(listed, command.by);
    default:
      return undefined;
  }
}

const at = (position: Position): Selection => ({ anchor: position, focus: position });

const placeOf = ({ row, column }: GridCell): Position => ({ row, column });

/** Where a command leads; undefined where it leads nowhere. */
function goalOf(grid: Grid, { focus }: Selection, command: Command): Position | undefined {
  switch (command.kind) {
    case "step":
      return command.count === 1
        ? stepFrom(grid, focus, command.direction)
        : pageFrom(grid, focus, command.direction, command.count);
    case "jump":
      return jumpFrom(grid, focus, command.direction);
    case "row-end":
      return endOfRow(grid, focus, command.end);
    case "grid-end":
      return command.end === "first" ? firstOpen(grid) : endOfRow(grid, lastOf(grid), "last");
    case "move-row": {
      const to = stepFrom(grid, focus, command.by === 1 ? "down" : "up");
      const listed = grid.rows.find(({ row }) => row === to.row)?.list ?? null;
      return listed === null || listed.id === newRow ? undefined : to;
    }
    case "next-open":
      return nextOpen(grid, focus, command.by) ?? focus;
    default:
      return undefined;
  }
}

function noticeOf({ skipped, refused }: Edit): string {
  const parts = [
    ...(skipped > 0 ? [`有 ${skipped} 个格由系统计算或属于表样，已跳过`] : []),
    ...(refused.length > 0
      ? [
          `“${refused[0] ?? ""}”不在可选项内，未录入${refused.length > 1 ? `（共 ${refused.length} 处）` : ""}`,
        ]
      : []),
  ];
  return parts.join("；");
}

/** An id for a new row. Not randomUUID: that is only there over HTTPS, and offices use plain HTTP inside. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
