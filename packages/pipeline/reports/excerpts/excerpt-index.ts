// Finds what is printed at a place of a disclosure, or in a cell that a finding names.

import type { Place } from "@jueming/core/document/document.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";

import { accountsGrids } from "./accounts-grid.ts";
import { evaluationGrids } from "./evaluation-grids.ts";
import type { Passage } from "./passages.ts";
import { sentencePassages, textPassages } from "./passages.ts";
import type { PrintedGrid } from "./printed-grid.ts";

/** GridSpot: a row of a grid, and the cell in it when it is known. */
export interface GridSpot {
  readonly grid: PrintedGrid;
  readonly row: number;
  readonly column: number | null;
}

/** ExcerptIndex: what is printed, by place and by the key of a cell. */
export interface ExcerptIndex {
  readonly rowsAt: (place: Place) => readonly GridSpot[];
  /** The rows of what begins at the place, where findings on all of it point. */
  readonly wholeAt: (place: Place) => readonly GridSpot[];
  readonly cellOf: (key: string) => GridSpot | undefined;
  readonly sentencesAt: (place: Place) => readonly Passage[];
  readonly textsAt: (place: Place) => readonly Passage[];
}

/** Indexes a disclosure once for all its findings. */
export function excerptIndex(disclosure: Disclosure): ExcerptIndex {
  const grids = [...accountsGrids(disclosure), ...evaluationGrids(disclosure)];
  const rows = new Map<string, GridSpot[]>();
  const cells = new Map<string, GridSpot>();
  const wholes = new Map<string, GridSpot[]>();
  for (const grid of grids) {
    for (const [row, printed] of grid.rows.entries()) {
      const places = new Set([printed.place, ...printed.cells.map(({ place }) => place)].map(placeKey));
      for (const place of places) add(rows, place, { grid, row, column: null });
      if (grid.whole !== null) add(wholes, placeKey(grid.whole), { grid, row, column: null });
      for (const [column, { key }] of printed.cells.entries())
        if (key !== null) cells.set(key, { grid, row, column });
    }
  }
  const sentences = passagesByPlace(sentencePassages(disclosure));
  const texts = passagesByPlace(textPassages(disclosure));
  return {
    rowsAt: (place) => rows.get(placeKey(place)) ?? [],
    wholeAt: (place) => wholes.get(placeKey(place)) ?? [],
    cellOf: (key) => cells.get(key),
    sentencesAt: (place) => sentences.get(placeKey(place)) ?? [],
    textsAt: (place) => texts.get(placeKey(place)) ?? [],
  };
}

/** The place within its document as one string; an empty place is nowhere. */
function placeKey({ page, line, sheet, row, column, box }: Place): string {
  return [page, line, sheet, row, column, box?.join(",")].join("|");
}

function passagesByPlace(passages: readonly Passage[]): ReadonlyMap<string, readonly Passage[]> {
  const byPlace = new Map<string, Passage[]>();
  for (const passage of passages) {
    const places = new Set([passage.place, ...passage.figures.map(({ place }) => place)].map(placeKey));
    for (const place of places) add(byPlace, place, passage);
  }
  return byPlace;
}

const NOWHERE = placeKey({});

function add<Entry>(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  if (key === NOWHERE) return;
  const known = map.get(key);
  if (known === undefined) map.set(key, [entry]);
  else known.push(entry);
}
