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
  const begins: Choice[] = [];
  const contains: Choice[] = [];
  for (const choice of choices) {
    const places = [choice.value.indexOf(wanted), choice.name?.indexOf(wanted) ?? -1];
    if (places.includes(0)) begins.push(choice);
    else if (places.some((place) => place > 0)) contains.push(choice);
  }
  return [...begins, ...contains].slice(0, most);
}
