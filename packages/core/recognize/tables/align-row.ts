// One row against a pattern: a monotone alignment of its printed cells with typed slots (keep, move, merge,
// split, skip). It uses every printed cell; the cheapest readings are kept, for sums to choose between.

import type { LayoutIndex, SideIndex, Slot } from "./layout-index.ts";
import { keysNamed, plainName } from "./layout-index.ts";
import type { GridPattern, GridRow } from "./grid-pattern.ts";
import type { PrintedCell } from "./printed-cell.ts";
import { decimalsOf, mayHoldSeveral, mergedCell, splitCell, splitLineNumber } from "./printed-cell.ts";

/** RowReading: which cells stand in which slot, and how much had to be supposed. */
export interface RowReading {
  readonly cost: number;
  readonly filled: ReadonlyMap<number, readonly PrintedCell[]>;
}

const BEAM = 48;
const KEPT = 8;
const MARGIN = 4;
const IMPOSSIBLE = 9;

interface State {
  readonly cost: number;
  readonly slot: number;
  readonly offset: number;
  readonly filled: ReadonlyMap<number, readonly PrintedCell[]>;
}

/** The readings of a row, cheapest first; at least one unless the row prints nothing. */
export function alignRow(row: GridRow, pattern: GridPattern, index: LayoutIndex): readonly RowReading[] {
  const readings = variants(row.cells, index).flatMap((cells) => alignCells(cells, pattern, index));
  const sorted = readings.toSorted((a, b) => a.cost - b.cost);
  const limit = (sorted[0]?.cost ?? 0) + MARGIN;
  return distinct(sorted.filter(({ cost }) => cost <= limit)).slice(0, KEPT);
}

/** The reading of a row that lies in its pattern as it should, without a search. */
export function clearReading(row: GridRow, pattern: GridPattern, index: LayoutIndex): RowReading | undefined {
  const slotAt = new Map(pattern.map((column, slot) => [column, slot]));
  const filled = new Map<number, readonly PrintedCell[]>();
  for (const cell of row.cells) {
    const slot = slotAt.get(cell.at);
    const described = slot === undefined ? undefined : index.slots[slot];
    if (slot === undefined || described === undefined) return undefined;
    if (typeCost(cell, described, index) > 0.25) return undefined;
    if (mayHoldSeveral(cell) && splitCell(cell, false).length > 1) return undefined;
    filled.set(slot, [cell]);
  }
  const cost = groupCost(filled, index);
  return cost < 0.5 ? { cost, filled } : undefined;
}

function variants(cells: readonly PrintedCell[], index: LayoutIndex): readonly (readonly PrintedCell[])[] {
  const hasCode = index.sides.some((side) => side.hasCode);
  const split = cells.flatMap((cell) => splitCell(cell, hasCode));
  if (!index.sides.some((side) => side.hasLine)) return [split];
  const seams = split.flatMap((cell, at) => {
    const parts = splitLineNumber(cell);
    return parts === undefined ? [] : [split.toSpliced(at, 1, ...parts)];
  });
  return [split, ...seams.slice(0, 2)];
}

function alignCells(
  cells: readonly PrintedCell[],
  pattern: GridPattern,
  index: LayoutIndex,
): readonly RowReading[] {
  let states: readonly State[] = [{ cost: 0, slot: -1, offset: 0, filled: new Map() }];
  for (const cell of cells) {
    states = states
      .flatMap((state) => successors(state, cell, pattern, index))
      .toSorted((a, b) => a.cost - b.cost)
      .slice(0, BEAM);
  }
  return states
    .filter(({ filled }) => filled.size > 0)
    .map(({ cost, filled }) => ({ cost: cost + groupCost(filled, index), filled }));
}

function successors(
  state: State,
  cell: PrintedCell,
  pattern: GridPattern,
  index: LayoutIndex,
): readonly State[] {
  const next: State[] = [];
  for (let slot = Math.max(0, state.slot + 1); slot < index.slots.length; slot += 1) {
    const described = index.slots[slot];
    if (described === undefined) continue;
    const column = pattern[slot];
    const offset = column === undefined ? state.offset : cell.at - column;
    const moved = Math.min(4, Math.abs(offset - state.offset)) * (state.slot < 0 ? 0.6 : 1);
    const cost = typeCost(cell, described, index) + moved + (column === undefined ? 0.8 : 0);
    next.push({
      cost: state.cost + cost,
      slot,
      offset,
      filled: new Map([...state.filled, [slot, [cell]]]),
    });
  }
  const merged = mergeWith(state, cell, pattern, index);
  return merged === undefined ? next : [...next, merged];
}

function mergeWith(
  state: State,
  cell: PrintedCell,
  pattern: GridPattern,
  index: LayoutIndex,
): State | undefined {
  const before = state.filled.get(state.slot);
  const slot = index.slots[state.slot];
  const last = before?.at(-1);
  if (before === undefined || slot === undefined || last === undefined || cell.at - last.at > 1)
    return undefined;
  const joined = [...before, cell];
  const whole = mergedCell(joined);
  if (whole === undefined) return undefined;
  const cost = mergeCost(joined, whole, slot, index);
  if (cost >= IMPOSSIBLE) return undefined;
  const separate = before.reduce((total, each) => total + typeCost(each, slot, index), 0);
  const column = pattern[state.slot];
  return {
    // What the parts cost on their own is not owed once they are one.
    cost: state.cost - separate + typeCost(whole, slot, index) + cost,
    slot: state.slot,
    offset: column === undefined ? state.offset : cell.at - column,
    filled: new Map([...state.filled, [state.slot, joined]]),
  };
}

function mergeCost(
  parts: readonly PrintedCell[],
  whole: PrintedCell,
  slot: Slot,
  index: LayoutIndex,
): number {
  if (slot.kind === "name") {
    const isWords = parts.every(({ kind }) => kind === "text" || kind === "total" || kind === "dash");
    if (!isWords) return IMPOSSIBLE;
    const side = index.sides[slot.side];
    return side !== undefined && keysNamed(side, whole.squeezed).exact ? 0.2 : 0.7;
  }
  if (slot.kind === "code") {
    const isDigits = parts.every(({ kind }) => kind === "integer");
    return isDigits && whole.isCode && parts.length === 2 ? 0.6 : IMPOSSIBLE;
  }
  if (parts.some(({ isWhole }) => isWhole === true)) return IMPOSSIBLE;
  const isNumber = whole.kind === "decimal" || whole.kind === "integer" || whole.kind === "fragment";
  if (slot.kind !== "figure" || !isNumber || decimalsOf(whole) > 2) return IMPOSSIBLE;
  // A part that is a whole amount by itself is hardly a piece of one.
  const amounts = parts.slice(0, -1).filter((part) => decimalsOf(part) === 2).length;
  return 0.9 + amounts * 3;
}

/** What it costs to suppose that a cell stands in a slot. */
function typeCost(cell: PrintedCell, slot: Slot, index: LayoutIndex): number {
  const side = index.sides[slot.side];
  if (side === undefined) return IMPOSSIBLE;
  switch (slot.kind) {
    case "figure":
      return figureCost(cell, index);
    case "line":
      if (cell.kind !== "integer") return 6;
      return side.keys.includes(cell.squeezed) ? 0 : 4;
    case "code":
      return codeCost(cell, side, index);
    case "name":
      return nameCost(cell, slot, side, index);
  }
}

function figureCost(cell: PrintedCell, index: LayoutIndex): number {
  switch (cell.kind) {
    case "decimal":
      return decimalsOf(cell) === 2 ? 0 : 0.4;
    case "dash":
      return 0;
    case "integer":
      if (index.rowKey === "function-code" && cell.isCode) return 2;
      // A code that the form prints is no amount, wherever its column went.
      if (
        cell.isCode &&
        cell.squeezed.length > 3 &&
        index.sides.some(({ hasCode, keys }) => hasCode && keys.includes(cell.squeezed))
      )
        return 6;
      return index.concept.lines.some(({ kind }) => kind === "count") ? 0 : 0.8;
    case "garbled":
      return 1.5;
    case "fragment":
      return 2.5;
    case "text":
    case "total":
      return 7;
  }
}

function codeCost(cell: PrintedCell, side: SideIndex, index: LayoutIndex): number {
  if (cell.isCode) {
    if (side.keys.length > 0) return side.keys.includes(cell.squeezed) ? 0 : 1.5;
    return index.rowKey === "function-code" && cell.squeezed.startsWith("2") ? 0 : 1.2;
  }
  if (cell.kind === "total") return 0.2;
  if (cell.kind === "integer") return 3;
  if (cell.kind === "garbled") return 1.5;
  return cell.kind === "decimal" ? 7 : 5;
}

function nameCost(cell: PrintedCell, slot: Slot, side: SideIndex, index: LayoutIndex): number {
  if (cell.kind === "total") return side.named.length === 0 || side.byName.has(cell.squeezed) ? 0 : 1;
  if (cell.kind !== "text") return cell.kind === "garbled" ? 2 : 8;
  if (side.named.length === 0) return 0;
  const known = keysNamed(side, cell.squeezed);
  if (known.keys.length > 0) return known.exact ? 0 : 0.2;
  const elsewhere = index.sides.some(
    (other, at) => at !== slot.side && keysNamed(other, cell.squeezed).exact,
  );
  return elsewhere ? 4 : 0.6;
}

/** What the keys and figures of each side say together. */
function groupCost(filled: ReadonlyMap<number, readonly PrintedCell[]>, index: LayoutIndex): number {
  return index.sides.reduce((total, side) => total + sideCost(filled, side, index), 0);
}

function sideCost(
  filled: ReadonlyMap<number, readonly PrintedCell[]>,
  side: SideIndex,
  index: LayoutIndex,
): number {
  const of = (kind: Slot["kind"]): PrintedCell | undefined =>
    side.slots
      .filter((slot) => index.slots[slot]?.kind === kind)
      .map((slot) => mergedCell(filled.get(slot) ?? []))
      .find((cell) => cell !== undefined);
  const [code, name, line, figure] = [of("code"), of("name"), of("line"), of("figure")];
  if (code === undefined && name === undefined && line === undefined) {
    return figure !== undefined && (side.hasCode || side.hasLine || side.named.length > 0) ? 4 : 0;
  }
  if (side.hasCode) return codeGroupCost(code, name, side);
  return lineGroupCost(name, line, side);
}

function codeGroupCost(
  code: PrintedCell | undefined,
  name: PrintedCell | undefined,
  side: SideIndex,
): number {
  const isTotal = code?.kind === "total" || name?.kind === "total";
  if (isTotal) return 0;
  if (code === undefined) return 1.2;
  if (name === undefined) return 0.6;
  const listed = side.nameOf.get(code.squeezed);
  if (listed === undefined || listed === plainName(name.squeezed)) return 0;
  return keysNamed(side, name.squeezed).keys.includes(code.squeezed) ? 0.2 : 2;
}

function lineGroupCost(
  name: PrintedCell | undefined,
  line: PrintedCell | undefined,
  side: SideIndex,
): number {
  if (line === undefined) return side.hasLine ? 0.8 : 0;
  if (name === undefined) return side.nameOf.has(line.squeezed) ? 0.5 : 0;
  const named = keysNamed(side, name.squeezed).keys;
  if (named.length === 0) return 0.3;
  return named.includes(line.squeezed) ? 0 : 3;
}

function distinct(readings: readonly RowReading[]): readonly RowReading[] {
  const seen = new Set<string>();
  return readings.filter(({ filled }) => {
    const key = [...filled].map(
      ([slot, cells]) => `${slot}:${cells.map(({ at, text }) => `${at}${text}`).join("+")}`,
    );
    const text = key.join("|");
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
