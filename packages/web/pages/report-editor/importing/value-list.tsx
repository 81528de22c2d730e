// The values that were read, each with a box and the text to take over. However many there are, all are listed: only
// those in view are drawn.

import type { ProposedEntry } from "@jueming/server/contract/report-editing.ts";
import { useVirtualizer } from "@tanstack/react-virtual";
import { Checkbox } from "antd";
import type { KeyboardEvent, ReactNode } from "react";
import { useRef } from "react";

import { nameOf } from "../proposals/take-proposals.ts";
import type { ProposalChoice } from "./use-choice.ts";

/** ValueList (读出的内容). */
export function ValueList({
  listed,
  choice,
  at,
  onStand,
}: {
  readonly listed: readonly ProposedEntry[];
  readonly choice: ProposalChoice;
  readonly at: ProposedEntry | null;
  readonly onStand: (proposal: ProposedEntry) => void;
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: listed.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => nameAt(listed, index),
    estimateSize: () => 74,
    overscan: 8,
    initialRect: { width: 500, height: 700 },
  });
  const items = virtual.getVirtualItems();
  if (listed.length === 0) return <p className="soft">没有。</p>;
  const goTo = (index: number): void => {
    if (index < 0 || index >= listed.length) return;
    virtual.scrollToIndex(index, { align: "auto" });
    // The row is there once it has been drawn.
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] .import-text`)?.focus();
    });
  };
  return (
    // Reason: what scrolls must be reachable by keyboard.
    <div ref={scroller} className="import-scroll" role="region" aria-label="读出的内容" tabIndex={0}>
      <table className="plain-table import-table" aria-rowcount={listed.length + 1}>
        <Head />
        <tbody>
          <Spacer height={items[0]?.start ?? 0} />
          {items.map(({ index, key }) => {
            const one = listed[index];
            return one === undefined ? null : (
              <ValueRow
                key={key}
                one={one}
                index={index}
                choice={choice}
                isAt={one === at}
                measure={virtual.measureElement}
                onStand={onStand}
                onGo={(by) => goTo(index + by)}
              />
            );
          })}
          <Spacer height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}

function Head(): ReactNode {
  return (
    <thead>
      <tr>
        <th scope="col">填到</th>
        <th scope="col">原文</th>
        <th scope="col">填入</th>
      </tr>
    </thead>
  );
}

function nameAt(listed: readonly ProposedEntry[], index: number): string {
  const one = listed[index];
  return one === undefined ? String(index) : nameOf(one);
}

/** The room that rows not drawn would take. */
function Spacer({ height }: { readonly height: number }): ReactNode {
  return height <= 0 ? null : (
    <tr aria-hidden="true" style={{ height }}>
      <td colSpan={3} className="import-spacer" />
    </tr>
  );
}

function ValueRow({
  one,
  index,
  choice: { chosen, texts, choose, type },
  isAt,
  measure,
  onStand,
  onGo,
}: {
  readonly one: ProposedEntry;
  readonly index: number;
  readonly choice: ProposalChoice;
  readonly isAt: boolean;
  readonly measure: (row: HTMLTableRowElement | null) => void;
  readonly onStand: (proposal: ProposedEntry) => void;
  readonly onGo: (by: 1 | -1) => void;
}): ReactNode {
  const name = nameOf(one);
  const { label, sheet, raw, doubt, now, text } = one;
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={isAt ? "import-at" : ""}
      onFocus={() => onStand(one)}
      onMouseDown={() => onStand(one)}
    >
      <th scope="row">
        <Checkbox checked={chosen.has(name)} onChange={({ target }) => choose([name], target.checked)}>
          {label}
        </Checkbox>
        <p className="soft">{sheet}</p>
      </th>
      <td>
        <p className="import-raw">{raw}</p>
        {doubt === null ? null : <p className="doubt">▲ {doubt}</p>}
        {now === "" ? null : <p className="doubt">◆ 现为 {now}</p>}
      </td>
      <td>
        <ValueText
          label={`${label} 填入`}
          text={texts.get(name) ?? text}
          isLong={isLong(text)}
          onType={(typed) => type(name, typed)}
          onGo={onGo}
        />
      </td>
    </tr>
  );
}

/** Longer than a line of the list, or of several lines: a field of one line would lose the line breaks. */
const isLong = (text: string): boolean => text.length > 24 || text.includes("\n");

function ValueText({
  label,
  text,
  isLong: isOfLines,
  onType,
  onGo,
}: {
  readonly label: string;
  readonly text: string;
  readonly isLong: boolean;
  readonly onType: (text: string) => void;
  readonly onGo: (by: 1 | -1) => void;
}): ReactNode {
  return isOfLines ? (
    <textarea
      className="import-text"
      aria-label={label}
      rows={4}
      value={text}
      onChange={({ target }) => onType(target.value)}
    />
  ) : (
    <input
      className="import-text"
      aria-label={label}
      value={text}
      onChange={({ target }) => onType(target.value)}
      onKeyDown={(event) => goOn(event, onGo)}
    />
  );
}

/** Enter and the arrows go to the next and the last value, as in a table. */
function goOn(event: KeyboardEvent, onGo: (by: 1 | -1) => void): void {
  if (event.nativeEvent.isComposing) return;
  const by = event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey) ? -1 : 1;
  if (event.key !== "Enter" && event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  onGo(by);
}
