// The mark by which a filled-in workbook is known: it stands in the guide, where every program keeps it.

import type { DisclosureKind } from "@jueming/core/disclosure/disclosure.ts";
import type { Document } from "@jueming/core/document/document.ts";

/** Version of the arrangement of the sheets; a workbook of another one is refused. */
export const INPUT_VERSION = 1;
const MARK = "jueming-input";

/** InputMark: what the mark of a workbook says. */
export interface InputMark {
  readonly version: number;
  readonly kind: DisclosureKind;
  readonly edition: string;
}

const KINDS: readonly DisclosureKind[] = ["final-accounts", "project-evaluations", "department-evaluation"];

/** The mark as it stands in the guide. */
export const markText = (kind: DisclosureKind, edition: { readonly id: string }): string =>
  `${MARK}/${INPUT_VERSION} ${kind} ${edition.id}`;

/** The mark in a text; undefined where it is none. */
function inputMark(text: string): InputMark | undefined {
  const match = /^jueming-input\/(\d+) (\S+) (\S+)$/u.exec(text.trim());
  const kind = KINDS.find((one) => one === match?.[2]);
  return match === null || kind === undefined
    ? undefined
    : { version: Number(match[1]), kind, edition: match[3] ?? "" };
}

/** The mark of an input workbook in a document; undefined where it is none. */
export function inputMarkOf(document: Document): InputMark | undefined {
  for (const block of document.blocks) {
    const texts =
      block.kind === "table"
        ? block.rows.flatMap(({ cells }) => cells.map(({ text }) => text))
        : [block.text];
    for (const text of texts) {
      const mark = text.startsWith("jueming-input/") ? inputMark(text) : undefined;
      if (mark !== undefined) return mark;
    }
    if (block.place.sheet === undefined) return undefined;
  }
  return undefined;
}
