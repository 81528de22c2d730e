// The list of choices under the text field of the grid.

import type { ReactNode, RefObject } from "react";
import { useLayoutEffect, useRef } from "react";

import type { Choice } from "./targets.ts";

/** ChoiceList (可选项). */
export function ChoiceList({
  choices,
  chosen,
  field,
  onTake,
}: {
  readonly choices: readonly Choice[];
  readonly chosen: number;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onTake: (choice: Choice) => void;
}): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (list.current === null || field.current === null) return;
    list.current.style.left = field.current.style.left;
    list.current.style.top = `${field.current.offsetTop + field.current.offsetHeight}px`;
  }, [choices, field]);
  useLayoutEffect(() => {
    // The first choice is in view as it is; asking would make the whole table be laid out at each letter.
    if (chosen > 0) list.current?.children[chosen]?.scrollIntoView({ block: "nearest" });
    else if (list.current !== null) list.current.scrollTop = 0;
  }, [choices, chosen]);
  return (
    <ul ref={list} id="entry-choices" role="listbox" aria-label="可选项" className="choices">
      {choices.map((choice, index) => (
        // Keys are heard by the text field.
        <li
          key={choice.value}
          id={`entry-choice-${index}`}
          role="option"
          aria-selected={index === chosen}
          onMouseDown={(event) => {
            event.preventDefault();
            event.stopPropagation();
            onTake(choice);
          }}
        >
          {choice.value}
          {choice.name === null ? null : <span className="soft"> {choice.name}</span>}
        </li>
      ))}
    </ul>
  );
}
