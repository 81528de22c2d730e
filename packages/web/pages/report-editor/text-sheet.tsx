// A sheet of free texts (文字材料、原因和用途): each text under the words that ask for it, typed where it will stand.

import type { Entries, EntryChange, EntryField, EntrySheet } from "@jueming/server/contract/entry.ts";
import type { ReactNode } from "react";

import type { CellMark, CellMarks } from "../../parts/entry-grid/targets.ts";
import { markKinds, targetKey } from "../../parts/entry-grid/targets.ts";
import { TextEditor } from "../../parts/text-editor/text-editor.tsx";
import type { SaidLastYear } from "./said-last-year.tsx";
import { SaidLastYearNote } from "./said-last-year.tsx";

/** The longest text that the server takes. */
const limit = 20_000;

/** TextSheet (文字录入). */
export function TextSheet({
  sheet,
  entries,
  marks,
  said,
  isReadOnly,
  onChange,
}: {
  readonly sheet: EntrySheet;
  readonly entries: Entries;
  readonly marks: CellMarks;
  readonly said: SaidLastYear;
  readonly isReadOnly: boolean;
  readonly onChange: (changes: readonly EntryChange[]) => void;
}): ReactNode {
  return (
    <section className="text-sheet" aria-label={sheet.name}>
      <h2>{sheet.name}</h2>
      {sheet.fields
        .filter(({ computed }) => !computed)
        .map((field) => {
          const from = entries.fields[field.key] ?? "";
          const hint = hintOf(sheet, field);
          const target = { kind: "field", key: field.key } as const;
          const type = (to: string): void => onChange([{ ...target, from, to }]);
          return (
            <div key={field.key} data-entry={field.key}>
              <TextEditor
                label={`${field.label}${field.required ? "（必填）" : ""}`}
                value={from}
                limit={limit}
                isReadOnly={isReadOnly}
                {...(hint === "" ? {} : { hint })}
                onChange={type}
              />
              <Marks marks={marks.get(targetKey(target)) ?? []} />
              <SaidLastYearNote
                said={said}
                target={target}
                now={from}
                isReadOnly={isReadOnly}
                onTake={type}
              />
            </div>
          );
        })}
    </section>
  );
}

/** Marks in words, under a field. */
export function Marks({ marks }: { readonly marks: readonly CellMark[] }): ReactNode {
  return marks.map(({ kind, text }) => (
    <p key={`${kind} ${text}`} className={`mark-line mark-${kind}`}>
      <span aria-hidden="true">{markKinds[kind].shape}</span> {markKinds[kind].word}：{text}
    </p>
  ));
}

/** What stands in the row of a field besides its label: what is asked for. */
function hintOf({ cells }: EntrySheet, { row, column, label }: EntryField): string {
  return cells
    .filter((cell) => cell.row === row && cell.column !== column && cell.text !== "")
    .filter(({ look, text }) => look === "note" || (look === "label" && !label.includes(text)))
    .map(({ text }) => text)
    .join("；");
}
