// Which choices a cell offers for what has been typed so far.

import type { GridCell } from "./grid-model.ts";
import type { Choice } from "./targets.ts";

/** As many as can be looked through. */
const most = 50;

/** The choices of a cell: its own, or the classification codes (科目编码) where it takes a code. */
export function choicesOf(cell: GridCell | undefined, codes: readonly Choice[]): readonly Choice[] {
  if (cell === undefined) return [];
  if (cell.choices !== null) return cell.choices.map((value) => ({ value, name: null }));
  return cell.entry === "code" ? codes : [];
}

/** Those that begin with what was typed, then those that contain it, in value or name. */
export function matchingChoices(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = typed.trim();
  if (wanted === "") return choices.slice(0, most);
  const begins = choices.filter(
    ({ value, name }) => value.startsWith(wanted) || name?.startsWith(wanted) === true,
  );
  const contains = choices.filter(
    (choice) =>
      !begins.includes(choice) && (choice.value.includes(wanted) || choice.name?.includes(wanted) === true),
  );
  return [...begins, ...contains].slice(0, most);
}
