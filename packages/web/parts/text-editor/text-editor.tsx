// Texts of a report (文字材料、原因): plain, with a mark per paragraph and a count of characters.

import type { ReactNode } from "react";
import { useId } from "react";

import { countCharacters, paragraphsOf } from "./paragraphs.ts";
import "./text-editor.css";

/** TextEditor (文字录入). */
export function TextEditor({
  label,
  value,
  limit,
  hint,
  isReadOnly = false,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  /** Most characters; null where there is no limit. */
  readonly limit: number | null;
  readonly hint?: string;
  readonly isReadOnly?: boolean;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const id = useId();
  const count = countCharacters(value);
  const isOver = limit !== null && count > limit;
  return (
    <div className="text-editor">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : <p className="soft">{hint}</p>}
      <div className="text-paper">
        <div className="text-marks" aria-hidden="true">
          {paragraphsOf(value).map(({ key, text }) => (
            <p key={key}>
              {text}
              <span>¶</span>
            </p>
          ))}
        </div>
        <textarea
          id={id}
          value={value}
          readOnly={isReadOnly}
          aria-describedby={`${id}-count`}
          aria-invalid={isOver}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <p id={`${id}-count`} className={isOver ? "text-count text-over" : "text-count soft"}>
        {paragraphsOf(value).length} 段，{count} 字
        {limit === null
          ? ""
          : isOver
            ? `，超出 ${count - limit} 字（最多 ${limit} 字）`
            : `（最多 ${limit} 字）`}
      </p>
    </div>
  );
}
