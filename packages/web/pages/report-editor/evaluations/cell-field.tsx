// A cell of a list as a field of a form: what is typed is sent when one pauses or goes on, not with each letter.

import type { ListColumn } from "@jueming/server/contract/entry.ts";
import type { ReactNode } from "react";
import { useEffect, useEffectEvent, useId, useState } from "react";

import type { CellMark } from "../../../parts/entry-grid/targets.ts";
import { Marks } from "../text-sheet.tsx";

const pauseMs = 700;

/** CellField (一格). */
export function CellField({
  label,
  column,
  text,
  marks,
  isReadOnly,
  isLong = false,
  isLabelShown = true,
  entry,
  onType,
  children,
}: {
  readonly label: string;
  readonly column: ListColumn;
  readonly text: string;
  readonly marks: readonly CellMark[];
  readonly isReadOnly: boolean;
  readonly isLong?: boolean;
  /** False where the head of a table says it. */
  readonly isLabelShown?: boolean;
  /** Name under which findings find the field. */
  readonly entry: string;
  readonly onType: (text: string) => void;
  /** What stands below it. */
  readonly children?: ReactNode;
}): ReactNode {
  const id = useId();
  const { typed, change, leave } = useTyped(text, onType);
  const isFigure = column.entry !== "text" && column.entry !== "code";
  const shared = {
    id,
    value: typed,
    readOnly: isReadOnly || column.computed,
    onBlur: leave,
    className: isFigure ? "figure" : "",
    "aria-invalid": marks.some(({ kind }) => kind === "error"),
  };
  return (
    <div className="cell-field" data-entry={entry} data-label={label}>
      <label htmlFor={id} className={isLabelShown ? "" : "read-aloud"}>
        {label}
      </label>
      {isLong ? (
        <textarea {...shared} rows={2} onChange={(event) => change(event.target.value)} />
      ) : (
        <>
          <input
            {...shared}
            inputMode={isFigure ? "decimal" : "text"}
            {...(column.choices === null ? {} : { list: `${id}-choices` })}
            onChange={(event) => change(event.target.value)}
          />
          <Choices id={`${id}-choices`} choices={column.choices} />
        </>
      )}
      <Marks marks={marks} />
      {children}
    </div>
  );
}

function Choices({
  id,
  choices,
}: {
  readonly id: string;
  readonly choices: ListColumn["choices"];
}): ReactNode {
  return choices === null ? null : (
    <datalist id={id}>
      {choices.map((choice) => (
        <option key={choice} value={choice} />
      ))}
    </datalist>
  );
}

/** What is being typed, until it is sent; what comes from elsewhere is shown unless one is typing. */
function useTyped(
  text: string,
  onType: (text: string) => void,
): { readonly typed: string; readonly change: (text: string) => void; readonly leave: () => void } {
  const [own, setOwn] = useState<string | null>(null);
  const send = useEffectEvent(() => {
    if (own !== null && own !== text) onType(own);
  });
  useEffect(() => {
    if (own === null) return undefined;
    const timer = setTimeout(() => send(), pauseMs);
    return () => clearTimeout(timer);
  }, [own]);
  return {
    typed: own ?? text,
    change: setOwn,
    leave: () => {
      if (own !== null && own !== text) onType(own);
      setOwn(null);
    },
  };
}
