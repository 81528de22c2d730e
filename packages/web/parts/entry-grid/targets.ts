// What a cell of the grid writes to, and what may be said about it.

/** Target: a field by its key, or a cell of a list; an empty row id is the row that typing will add. */
export type Target =
  | { readonly kind: "field"; readonly key: string }
  | { readonly kind: "cell"; readonly list: string; readonly row: string; readonly column: string };

/** The row at the end of a list that is not there yet. */
export const newRow = "";

/** A target as a text, by which marks are found. */
export function targetKey(target: Target): string {
  return target.kind === "field"
    ? `field ${target.key}`
    : `cell ${target.list} ${target.row} ${target.column}`;
}

/** CellMark (标记): something to be noticed at a cell. */
export interface CellMark {
  readonly kind: "error" | "warning" | "hint" | "conflict" | "changed" | "comment";
  readonly text: string;
}

export type CellMarks = ReadonlyMap<string, readonly CellMark[]>;

/** True where the same is to be noticed at the same cells. */
export function areSameMarks(first: CellMarks, second: CellMarks): boolean {
  if (first.size !== second.size) return false;
  for (const [key, marks] of first) {
    const others = second.get(key);
    if (others === undefined || others.length !== marks.length) return false;
    const isSame = marks.every(
      ({ kind, text }, index) => others[index]?.kind === kind && others[index]?.text === text,
    );
    if (!isSame) return false;
  }
  return true;
}

/** Marks in words and shapes, the gravest first. */
export const markKinds: Readonly<
  Record<CellMark["kind"], { readonly word: string; readonly shape: string }>
> = {
  conflict: { word: "他人已改", shape: "◆" },
  error: { word: "错误", shape: "■" },
  warning: { word: "警告", shape: "▲" },
  hint: { word: "提示", shape: "●" },
  comment: { word: "批注", shape: "✎" },
  changed: { word: "较上一版有变动", shape: "◇" },
};

/** Choice: a value to choose, with a name where the value is a code. */
export interface Choice {
  readonly value: string;
  readonly name: string | null;
}
