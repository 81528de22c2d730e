// Keys of what is typed: they name the fact, never the position, so that a sheet may change its look.

import { figureId } from "@jueming/core/disclosure/figure-id.ts";

import type { EntryList, EntryTarget } from "../input-workbook/entry-sheet.ts";

/** The key of a field by what it states. */
export function keyOfTarget(target: EntryTarget): string {
  switch (target.kind) {
    case "identity":
    case "department":
      return `${target.kind}:${target.field}`;
    case "cell":
      return `cell:${target.concept}/${target.row}/${target.column}`;
    case "fact":
      return `fact:${figureId(target)}`;
    case "words":
      return `words:${target.template}/${target.slot}/${aboutId(target.about)}`;
    case "own-text":
      return `own-text:${target.path.join("/")}`;
  }
}

const aboutId = (about: Extract<EntryTarget, { kind: "words" }>["about"]): string =>
  about === null ? "" : figureId({ address: about, derived: null });

/** The key of a list: its kind, and its concept where there may be several. */
export const keyOfList = ({ kind, concept }: Pick<EntryList, "kind" | "concept">): string =>
  concept === "" ? kind : `${kind}:${concept}`;

/** The key of a check under a table. */
export const checkKey = (sheet: string, identity: string, index: number): string =>
  `check:${sheet}/${identity}/${index}`;

/** The key of the line that says the money unit of a sheet. */
export const unitNoteKey = (sheet: string): string => `unit-note:${sheet}`;
