// The one text field of the grid. It always has the focus and lies over the cell where one stands: invisible until
// something is typed, so that the first letter of a word in pinyin is already in a field.

import type { ClipboardEvent, KeyboardEvent, ReactNode, RefObject } from "react";
import { useLayoutEffect, useState } from "react";

import { cellName } from "./cell-words.ts";
import { choicesOf, matchingChoices } from "./choice-list.ts";
import { ChoiceList } from "./choice-list-view.tsx";
import { pastedRows, putRows } from "./clipboard.ts";
import { blockOf } from "./edits.ts";
import type { Command } from "./keys.ts";
import { commandOf } from "./keys.ts";
import { rangeOf } from "./selection.ts";
import type { Choice } from "./targets.ts";
import type { EntryGridState } from "./use-entry-grid.ts";

/** CellEditor (单元格编辑). */
export function CellEditor({
  state,
  codes,
  field,
  scroller,
}: {
  readonly state: EntryGridState;
  readonly codes: readonly Choice[];
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly scroller: RefObject<HTMLDivElement | null>;
}): ReactNode {
  const { active, editing, grid } = state;
  const { offered, chosen, take, finish, onInput, onKeyDown } = useCellEditing(state, codes, field);
  useLayoutEffect(() => layOver(scroller.current, field.current, editing !== null));
  const option = offered[chosen] === undefined ? undefined : `entry-choice-${chosen}`;
  return (
    <>
      <textarea
        ref={field}
        className={editing === null ? "cell-editor" : "cell-editor editing"}
        aria-label={active === undefined ? "单元格" : cellName(grid, active) || "单元格"}
        aria-autocomplete={offered.length > 0 ? "list" : "none"}
        {...(option === undefined
          ? {}
          : { "aria-activedescendant": option, "aria-controls": "entry-choices" })}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        onInput={onInput}
        onCompositionStart={() =>
          editing === null ? state.beginEditing({ text: "", isTyped: true }) : undefined
        }
        onKeyDown={onKeyDown}
        onBlur={() => (editing === null ? undefined : finish())}
        onCopy={(event) => (editing === null ? copy(state, event) : undefined)}
        onCut={(event) => {
          if (editing !== null) return;
          copy(state, event);
          state.run({ kind: "clear" });
        }}
        onPaste={(event) => {
          if (editing !== null) return;
          event.preventDefault();
          state.paste(pastedRows(event.clipboardData));
        }}
      />
      {offered.length === 0 ? null : (
        <ChoiceList choices={offered} chosen={chosen} field={field} onTake={(choice) => take(choice)} />
      )}
    </>
  );
}

interface CellEditing {
  readonly offered: readonly Choice[];
  readonly chosen: number;
  readonly take: (choice: Choice, command?: Command) => void;
  readonly finish: (command?: Command) => void;
  readonly onInput: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** What is typed, what is offered for it, and how it ends. */
function useCellEditing(
  state: EntryGridState,
  codes: readonly Choice[],
  field: RefObject<HTMLTextAreaElement | null>,
): CellEditing {
  const { active, editing } = state;
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(0);
  const offered =
    editing === null
      ? []
      : matchingChoices(choicesOf(active, codes), editing.isChoosing && typed === editing.text ? "" : typed);
  useLayoutEffect(() => {
    if (field.current === null) return;
    if (editing === null) field.current.value = "";
    else if (!editing.isTyped) {
      field.current.value = editing.text;
      field.current.setSelectionRange(editing.text.length, editing.text.length);
    }
    setTyped(field.current.value);
    setChosen(editing?.isTyped === false ? -1 : 0);
  }, [editing, field]);

  const finish = (command?: Command, text = field.current?.value ?? ""): void => {
    state.finishEditing(text);
    if (command !== undefined) state.run(command, true);
  };
  const take = (choice: Choice, command?: Command): void => finish(command, choice.value);
  const onInput = (): void => {
    const text = field.current?.value ?? "";
    if (editing === null) state.beginEditing({ text, isTyped: true });
    if (field.current !== null && !state.isOpen) field.current.value = "";
    setTyped(text);
    setChosen(0);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // Keys of a composition (拼音) belong to the input method.
    if (event.nativeEvent.isComposing || event.key === "Process") return;
    const isHandled =
      editing === null
        ? runCommand(state, event)
        : editKey(event, {
            offered,
            chosen,
            setChosen,
            take,
            finish,
            isTyped: editing.isTyped,
            cancel: state.cancelEditing,
          });
    if (isHandled) event.preventDefault();
  };
  return { offered, chosen, take, finish, onInput, onKeyDown };
}

/** A key while nothing is edited. True where it was ours. */
function runCommand(state: EntryGridState, event: KeyboardEvent): boolean {
  const command = commandOf(event);
  if (command === undefined) {
    const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isText && !state.isOpen) state.beginEditing();
    return isText && !state.isOpen;
  }
  // At the last cell Tab leaves the grid, so that the keyboard is not caught in it.
  if (command.kind === "next-open" && !state.hasNextOpen(command.by)) return false;
  state.run(command);
  return true;
}

interface EditContext {
  readonly offered: readonly Choice[];
  readonly chosen: number;
  readonly setChosen: (index: number) => void;
  readonly take: (choice: Choice, command?: Command) => void;
  readonly finish: (command?: Command) => void;
  readonly cancel: () => void;
  readonly isTyped: boolean;
}

/** A key while a cell is edited. True where it was ours. */
function editKey(event: KeyboardEvent<HTMLTextAreaElement>, context: EditContext): boolean {
  const { offered, chosen, setChosen, take, finish, cancel, isTyped } = context;
  const { key } = event;
  if (key === "Escape") {
    cancel();
    return true;
  }
  if (key === "Enter" && event.altKey) {
    event.currentTarget.setRangeText(
      "\n",
      event.currentTarget.selectionStart,
      event.currentTarget.selectionEnd,
      "end",
    );
    event.currentTarget.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  }
  if (offered.length > 0 && (key === "ArrowDown" || key === "ArrowUp")) {
    const by = key === "ArrowDown" ? 1 : -1;
    setChosen((chosen + by + offered.length) % offered.length);
    return true;
  }
  // Arrows end what was begun by typing, and move inside what was opened by F2, as in a spreadsheet.
  const ends = key === "Enter" || key === "Tab" || (isTyped && key.startsWith("Arrow"));
  if (!ends) return false;
  const command = commandOf(event);
  const choice = key.startsWith("Arrow") ? undefined : offered[chosen];
  if (choice === undefined) finish(command);
  else take(choice, command);
  return true;
}

function copy({ grid, selection }: EntryGridState, event: ClipboardEvent): void {
  event.preventDefault();
  putRows(event.clipboardData, blockOf(grid, rangeOf(selection)));
}

/** Lays the field over the cell, and lets it grow with what is written. */
function layOver(scroller: HTMLElement | null, field: HTMLTextAreaElement | null, isEditing: boolean): void {
  const cell = scroller?.querySelector("td.active");
  if (scroller === null || field === null || cell === null || cell === undefined) return;
  const [outer, inner] = [scroller.getBoundingClientRect(), cell.getBoundingClientRect()];
  field.style.left = `${inner.left - outer.left + scroller.scrollLeft - scroller.clientLeft}px`;
  field.style.top = `${inner.top - outer.top + scroller.scrollTop - scroller.clientTop}px`;
  field.style.width = `${inner.width}px`;
  field.style.height = `${inner.height}px`;
  if (isEditing && field.scrollHeight > inner.height) field.style.height = `${field.scrollHeight + 2}px`;
}
