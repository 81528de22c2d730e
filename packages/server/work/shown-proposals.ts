// Texts that may be taken over, as they go over the wire: the place of each in Chinese.

import type { Place } from "@jueming/core/document/document.ts";
import type { ProposedEntry } from "@jueming/pipeline/report-entries/importing/proposed-entries.ts";

import type { Proposals } from "../contract/report-editing.ts";

/** The proposals with their places in words. */
export function shownProposals(entries: readonly ProposedEntry[]): Proposals["entries"] {
  return entries.flatMap(({ spot, place, ...rest }) => {
    if (spot.kind === "cell" && spot.column === null) return [];
    const shown = spot.kind === "cell" ? { ...spot, column: spot.column ?? "" } : { ...spot };
    return [{ ...rest, spot: shown, page: place.page ?? null, where: placeWords(place) }];
  });
}

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
