// A reading as groups: what one side of a row says, its keys and figures, fragments of names joined.

import { comparePrintedName } from "../../accounts/classification/printed-name.ts";
import type { LayoutIndex } from "./layout-index.ts";
import { keysNamed, plainName } from "./layout-index.ts";
import type { RowReading } from "./align-row.ts";
import type { GridRow } from "./grid-pattern.ts";
import type { PrintedCell } from "./printed-cell.ts";
import { mergedCell } from "./printed-cell.ts";

/** RowGroup: one side of one printed row. */
export interface RowGroup {
  readonly side: number;
  /** Number of the printed row. */
  readonly row: number;
  readonly code: PrintedCell | undefined;
  readonly line: PrintedCell | undefined;
  /** Printed name without white space; "" when none is printed. */
  readonly name: string;
  readonly figures: ReadonlyMap<string, PrintedCell>;
  /** The line of a foot row (人员经费合计), which its name alone tells. */
  readonly foot?: string;
  /** A heading between rows: its place among the layout's rows. */
  readonly heading?: number;
}

const printedName = (cell: PrintedCell | undefined): string => cell?.text.replace(/\s+/gu, "") ?? "";

/** The groups of a reading, one for each side that prints something. */
export function groupsOf(reading: RowReading, row: number, index: LayoutIndex): readonly RowGroup[] {
  return index.sides.flatMap((side, at): readonly RowGroup[] => {
    const merged = side.slots.flatMap((slot) => {
      const cell = mergedCell(reading.filled.get(slot) ?? []);
      const described = index.slots[slot];
      return cell === undefined || described === undefined ? [] : [{ cell, described }];
    });
    if (merged.length === 0) return [];
    const of = (kind: "code" | "line" | "name"): PrintedCell | undefined =>
      merged.find(({ described }) => described.kind === kind)?.cell;
    const figures = merged.filter(({ described }) => described.kind === "figure");
    return [
      {
        side: at,
        row,
        code: of("code"),
        line: of("line"),
        name: printedName(of("name")),
        figures: new Map(figures.map(({ cell, described }) => [described.column, cell])),
      },
    ];
  });
}

/** The groups of a foot row: names that stand for lines, each followed by its figure. */
export function footGroups(
  row: GridRow,
  number: number,
  index: LayoutIndex,
): readonly RowGroup[] | undefined {
  const found: { line: string; name: string; figures: PrintedCell[] }[] = [];
  let words = "";
  for (const cell of row.cells) {
    if (cell.kind === "text") {
      words += printedName(cell);
      const foot = footNamed(
        words,
        index,
        found.map(({ line }) => line),
      );
      if (foot === undefined) continue;
      // The form's own words, for a name that is certain although its first character may be lost.
      found.push({ line: foot.key, name: foot.printed, figures: [] });
      words = "";
    } else found.at(-1)?.figures.push(cell);
  }
  if (found.length === 0) return undefined;
  return found.map(({ line, name, figures }) => {
    const column = index.concept.columns[0]?.id ?? "";
    const figure = mergedCell(figures);
    const foot = index.layout.foot.find((each) => each.line === line);
    return {
      side: foot?.figureSide ?? 0,
      row: number,
      code: undefined,
      line: undefined,
      name,
      figures: new Map(figure === undefined ? [] : [[column, figure]]),
      foot: line,
    };
  });
}

/** The foot row of a name: by itself, or as the one that follows when another was found before it. */
function footNamed(
  words: string,
  index: LayoutIndex,
  before: readonly string[],
): LayoutIndex["footNames"][number] | undefined {
  const shown = plainName(words);
  const left = index.footNames.filter(({ key }) => !before.includes(key));
  const exact = left.find(({ name }) => name === shown);
  if (exact !== undefined || shown.length < 4) return exact;
  const damaged = left.find(
    ({ name }) => shown.endsWith(name.slice(1)) || comparePrintedName(shown, name) === "damaged",
  );
  return damaged ?? (before.length > 0 && left.length === 1 ? left[0] : undefined);
}

/** The group of a heading between rows (一、政府采购情况), which has no figures. */
export function headingGroup(row: GridRow, number: number, index: LayoutIndex): RowGroup | undefined {
  const [first] = row.cells;
  if (first === undefined || row.cells.some(({ kind }) => kind === "decimal")) return undefined;
  const heading = index.headings.get(plainName(first.squeezed));
  if (heading === undefined) return undefined;
  return {
    side: heading.side,
    row: number,
    code: undefined,
    line: undefined,
    name: printedName(first),
    figures: new Map(),
    heading: heading.at,
  };
}

/** True for a group that prints words only, so that it may be a piece of a neighbour's name. */
export function isWordsOnly(group: RowGroup): boolean {
  return (
    group.name !== "" &&
    group.code === undefined &&
    group.line === undefined &&
    group.foot === undefined &&
    group.heading === undefined &&
    group.figures.size === 0
  );
}

/** NameJudge: whether a name is that of its row, as far as the form or the classification knows. */
export type NameJudge = (group: RowGroup, name: string) => "complete" | "incomplete" | "unknown";

/** Joins names split over rows: pieces go to the neighbour whose name they complete. */
export function joinFragments(
  groups: readonly RowGroup[],
  judge: NameJudge,
  index: LayoutIndex,
): readonly RowGroup[] {
  const joined: RowGroup[] = [];
  let waiting = "";
  groups.forEach((group, at) => {
    const current = waiting === "" ? group : { ...group, name: waiting + group.name };
    waiting = "";
    const side = index.sides[group.side];
    const isPiece =
      isWordsOnly(current) &&
      side !== undefined &&
      !(side.named.length > 0 && keysNamed(side, current.name).exact);
    if (!isPiece) {
      joined.push(current);
      return;
    }
    const before = joined.at(-1);
    const after = groups[at + 1];
    if (before !== undefined && belongsBefore(before, current.name, after, judge)) {
      joined[joined.length - 1] = { ...before, name: before.name + current.name };
    } else if (after !== undefined && after.foot === undefined) waiting = current.name;
    else joined.push(current);
  });
  return joined;
}

function belongsBefore(
  before: RowGroup,
  piece: string,
  after: RowGroup | undefined,
  judge: NameJudge,
): boolean {
  if (before.foot !== undefined || before.code?.kind === "total") return false;
  if (judge(before, before.name + piece) === "complete") return true;
  if (after === undefined) return true;
  if (judge(after, piece + after.name) === "complete") return false;
  if (after.name === "" && !isWordsOnly(after)) return false;
  return judge(before, before.name) !== "complete";
}
