// Where in a document the figures of a finding stand: places come from its reader, so that they are found again exactly.

import type { Finding } from "@jueming/core/checks/finding.ts";
import type { Document, Place } from "@jueming/core/document/document.ts";
import { comparable } from "@jueming/core/figures/normalize.ts";
import { printsAlone } from "@jueming/core/figures/printed-stretches.ts";

/** FindingMark: a spot that a finding rests on; without a row a whole block, without a cell a whole row. */
export interface FindingMark {
  /** Which of the findings. */
  readonly finding: number;
  readonly block: number;
  readonly row?: number;
  readonly cell?: number;
  /** The figure, as the finding names it. */
  readonly words?: string;
}

type Spot = Omit<FindingMark, "finding">;
type MarkedFinding = Pick<Finding, "operands">;

/** Marks of findings whose places are of this document; `isHere` tells by what a place calls its document. */
export function findingMarks(
  document: Document,
  findings: readonly MarkedFinding[],
  isHere: (place: Place) => boolean,
): readonly FindingMark[] {
  const spots = spotsOf(document);
  return findings.flatMap(({ operands }, finding) => {
    const marks = operands
      .filter(({ place }) => isHere(place))
      .flatMap(({ place, value }) => {
        const spot = best(spots.get(keyOf(place)) ?? [], document, value);
        return spot === undefined ? [] : [{ finding, ...spot, ...(value === null ? {} : { words: value }) }];
      });
    return distinct(marks);
  });
}

/** Every block, row and cell by its place; where a format does not count cells, those of a row share one. */
function spotsOf({ blocks }: Document): ReadonlyMap<string, readonly Spot[]> {
  const spots = new Map<string, Spot[]>();
  const add = (place: Place, spot: Spot): void => {
    const key = keyOf(place);
    const known = spots.get(key);
    if (known === undefined) spots.set(key, [spot]);
    else known.push(spot);
  };
  for (const [block, each] of blocks.entries()) {
    add(each.place, { block });
    if (each.kind !== "table") continue;
    for (const [row, { cells, place }] of each.rows.entries()) {
      add(place, { block, row });
      for (const [cell, one] of cells.entries()) add(one.place, { block, row, cell });
    }
  }
  return spots;
}

/** The cell that prints the figure, else what is smallest: one cell alone, a row, a block. */
function best(spots: readonly Spot[], document: Document, value: string | null): Spot | undefined {
  const cells = spots.filter(({ cell }) => cell !== undefined);
  const printing =
    value === null || value === ""
      ? undefined
      : (cells.find((spot) => comparable(textAt(document, spot)) === comparable(value)) ??
        cells.find((spot) => printsAlone(textAt(document, spot), value)));
  const [only] = cells.length === 1 ? cells : [];
  return (
    printing ?? only ?? spots.find(({ row, cell }) => row !== undefined && cell === undefined) ?? rowOf(spots)
  );
}

/** A row whose cells stand elsewhere than itself is told by one of them. */
function rowOf([first]: readonly Spot[]): Spot | undefined {
  if (first === undefined) return undefined;
  const { cell: _cell, ...row } = first;
  return row;
}

function textAt({ blocks }: Document, { block, row = 0, cell = 0 }: Spot): string {
  const found = blocks[block];
  return found?.kind === "table" ? (found.rows[row]?.cells[cell]?.text ?? "") : "";
}

function distinct(marks: readonly FindingMark[]): readonly FindingMark[] {
  return [...new Map(marks.map((mark) => [JSON.stringify(mark), mark])).values()];
}

function keyOf({ page, line, paragraph, table, sheet, row, column, box }: Place): string {
  return JSON.stringify([page, line, paragraph, table, sheet, row, column, box]);
}
