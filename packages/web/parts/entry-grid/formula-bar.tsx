// Above the grid: the name of the cell, how it is worked out or what is to be noticed about it, and what can be done
// with rows.

import { Button } from "antd";
import type { ReactNode } from "react";

import { cellName } from "./cell-words.ts";
import type { Command } from "./keys.ts";
import type { CellMark } from "./targets.ts";
import { markKinds } from "./targets.ts";
import type { EntryGridState } from "./use-entry-grid.ts";

const acts: readonly { readonly word: string; readonly key: string; readonly command: Command }[] = [
  { word: "插入行", key: "Ctrl+加号", command: { kind: "insert-row" } },
  { word: "删除行", key: "Ctrl+减号", command: { kind: "remove-row" } },
  { word: "上移", key: "Alt+Shift+↑", command: { kind: "move-row", by: -1 } },
  { word: "下移", key: "Alt+Shift+↓", command: { kind: "move-row", by: 1 } },
];

/** FormulaBar (编辑栏). */
export function FormulaBar({
  state,
  marks,
  onUsed,
}: {
  readonly state: EntryGridState;
  readonly marks: readonly CellMark[];
  readonly onUsed: () => void;
}): ReactNode {
  const { grid, active, notice } = state;
  const use = (command: Command): void => {
    state.run(command);
    onUsed();
  };
  return (
    <div className="formula-bar">
      <span className="formula-name">{active === undefined ? "" : cellName(grid, active)}</span>
      <span className="formula-text">
        {notice === "" ? (
          <CellNote state={state} marks={marks} />
        ) : (
          <span className="formula-notice">{notice}</span>
        )}
      </span>
      <span className="formula-acts">
        <Button size="small" disabled={!state.canUndo} title="Ctrl+Z" onClick={() => use({ kind: "undo" })}>
          撤销
        </Button>
        <Button size="small" disabled={!state.canRedo} title="Ctrl+Y" onClick={() => use({ kind: "redo" })}>
          重做
        </Button>
        {state.canChangeRows
          ? acts.map(({ word, key, command }) => (
              <Button key={word} size="small" title={key} onClick={() => use(command)}>
                {word}
              </Button>
            ))
          : null}
      </span>
    </div>
  );
}

function CellNote({
  state,
  marks,
}: {
  readonly state: EntryGridState;
  readonly marks: readonly CellMark[];
}): ReactNode {
  const { active } = state;
  const [mark] = marks;
  if (mark !== undefined) {
    return (
      <span className={`mark-${mark.kind}`}>
        <span aria-hidden="true">{markKinds[mark.kind].shape}</span> {markKinds[mark.kind].word}：{mark.text}
        {marks.length > 1 ? `（另有 ${marks.length - 1} 条）` : ""}
      </span>
    );
  }
  if (active === undefined) return null;
  if (active.isComputed && active.target !== null) {
    return <span>＝ {active.formula ?? "由系统计算"}</span>;
  }
  return <span>{active.comment ?? (active.text === "" ? "" : active.text)}</span>;
}
