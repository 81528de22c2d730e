// Texts that may be taken over, as they go over the wire: the place of each in Chinese.

import type { Place } from "@jueming/core/document/document.ts";
import type { EntrySource } from "@jueming/pipeline/report-entries/importing/entries-draft.ts";
import type { ProposedEntry } from "@jueming/pipeline/report-entries/importing/proposed-entries.ts";

import type { Proposals } from "../contract/report-editing.ts";

/** The proposals with their places in words, and what else was read in the same row. */
export function shownProposals(
  entries: readonly ProposedEntry[],
  sources: readonly EntrySource[],
): Proposals["entries"] {
  const rows = Map.groupBy(sources, ({ place }) => rowOf(place));
  return entries.flatMap(({ spot, place, ...rest }) => {
    if (spot.kind === "cell" && spot.column === null) return [];
    const shown = spot.kind === "cell" ? { ...spot, column: spot.column ?? "" } : { ...spot };
    const row = rowOf(place);
    const raws = row === "" ? [] : (rows.get(row) ?? []).map(({ raw }) => raw);
    return [
      {
        ...rest,
        spot: shown,
        page: place.page ?? null,
        box: boxOf(place),
        line: place.line ?? null,
        where: placeWords(place),
        beside: raws.length > 1 ? raws.slice(0, MOST_BESIDE).join("　") : "",
      },
    ];
  });
}

/** The box as it goes over the wire. */
function boxOf({ box }: Place): [number, number, number, number] | null {
  return box === undefined ? null : [...box];
}

const MOST_BESIDE = 12;

/** The row of a place by name; empty where the place is no row. */
const rowOf = ({ page, sheet, table, row, line }: Place): string =>
  row === undefined && line === undefined ? "" : [page, sheet, table, row, line].join("|");

/** “第 3 页 第 120 行”; empty where nothing is known. */
export function placeWords({ page, sheet, table, row, line, paragraph }: Place): string {
  return [
    ...(sheet === undefined ? [] : [sheet]),
    ...(page === undefined ? [] : [`第 ${page} 页`]),
    ...(table === undefined ? [] : [`第 ${table} 张表`]),
    ...(row === undefined ? [] : [`第 ${row} 行`]),
    ...(line === undefined || row !== undefined ? [] : [`第 ${line} 行`]),
    ...(paragraph === undefined ? [] : [`第 ${paragraph} 段`]),
  ].join(" ");
}
