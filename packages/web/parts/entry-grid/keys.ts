// What a key means in the grid, while a cell is selected and not being edited.

import type { Direction } from "./selection.ts";

/** Command (操作): what the grid can be told. */
export type Command =
  | {
      readonly kind: "step";
      readonly direction: Direction;
      readonly count: number;
      readonly extends: boolean;
    }
  | { readonly kind: "jump"; readonly direction: Direction; readonly extends: boolean }
  | { readonly kind: "row-end"; readonly end: "first" | "last"; readonly extends: boolean }
  | { readonly kind: "grid-end"; readonly end: "first" | "last"; readonly extends: boolean }
  | { readonly kind: "next-open"; readonly by: 1 | -1 }
  | { readonly kind: "move-row"; readonly by: 1 | -1 }
  | {
      readonly kind:
        | "select-all"
        | "edit"
        | "choose"
        | "clear"
        | "undo"
        | "redo"
        | "fill-down"
        | "insert-row"
        | "remove-row";
    };

/** What of a key event decides. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/** Rows that a page key goes. */
const page = 15;

/** The command of a key; none where the key is text, or none of ours. */
export function commandOf(event: Key): Command | undefined {
  const { key, altKey } = event;
  const isControl = event.ctrlKey || event.metaKey;
  if (altKey) return commandWithAlt(event);
  const direction = arrows[key];
  if (direction !== undefined) {
    return isControl
      ? { kind: "jump", direction, extends: event.shiftKey }
      : { kind: "step", direction, count: 1, extends: event.shiftKey };
  }
  return isControl ? commandWithControl(event) : plainCommand(event);
}

function plainCommand({ key, shiftKey }: Key): Command | undefined {
  switch (key) {
    case "Enter":
      return { kind: "step", direction: shiftKey ? "up" : "down", count: 1, extends: false };
    case "Tab":
      return { kind: "next-open", by: shiftKey ? -1 : 1 };
    case "Home":
      return { kind: "row-end", end: "first", extends: shiftKey };
    case "End":
      return { kind: "row-end", end: "last", extends: shiftKey };
    case "PageUp":
      return { kind: "step", direction: "up", count: page, extends: shiftKey };
    case "PageDown":
      return { kind: "step", direction: "down", count: page, extends: shiftKey };
    case "F2":
      return { kind: "edit" };
    case "Delete":
    case "Backspace":
      return { kind: "clear" };
    default:
      return undefined;
  }
}

function commandWithControl({ key, shiftKey }: Key): Command | undefined {
  switch (key.toLowerCase()) {
    case "home":
      return { kind: "grid-end", end: "first", extends: shiftKey };
    case "end":
      return { kind: "grid-end", end: "last", extends: shiftKey };
    case "a":
      return { kind: "select-all" };
    case "z":
      return { kind: shiftKey ? "redo" : "undo" };
    case "y":
      return { kind: "redo" };
    case "d":
      return { kind: "fill-down" };
    case "+":
    case "=":
      return { kind: "insert-row" };
    case "-":
      return { kind: "remove-row" };
    default:
      return undefined;
  }
}

function commandWithAlt({ key, shiftKey }: Key): Command | undefined {
  if (key === "ArrowDown") return shiftKey ? { kind: "move-row", by: 1 } : { kind: "choose" };
  return key === "ArrowUp" && shiftKey ? { kind: "move-row", by: -1 } : undefined;
}
