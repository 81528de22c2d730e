// The ways in which a row of money values can be read: cells kept, or joined where a scan cut a number.
// No digit is changed; at a cut, a sliver of the neighbour printed twice ("862|2.06") may be dropped.

import { statedFigure, type StatedFigure } from "../../figures/figure.ts";
import { isBlankText, parseNumber } from "../../figures/parse-figure.ts";
import type { FundingField } from "../../evaluation/project-evaluation.ts";
import { alignCells, joinCells, type ColumnModel } from "./align.ts";
import type { FormCell } from "./form-lines.ts";
import { hanCount } from "./word-match.ts";

export type FundingCell = FundingField | "reason";

/** FundingReading: one way to read a row, with its score. */
export interface FundingReading {
  readonly cells: Readonly<Partial<Record<FundingCell, FormCell>>>;
  /** Fields whose number was put together from several cells. */
  readonly joined: ReadonlySet<FundingCell>;
  readonly score: number;
}

const NO = Number.NEGATIVE_INFINITY;
const JOIN_COST = 1;
const JOIN_LIMIT = 2;
const READING_LIMIT = 400;
const KEEP = 12;

/** Readings of a row, best first; one only when nothing has to be joined. */
export function fundingReadings(
  values: readonly FormCell[],
  fields: readonly FundingCell[],
  header: Readonly<Partial<Record<FundingCell, number>>>,
  repeats: readonly (readonly [FundingField, FundingField])[],
): readonly FundingReading[] {
  if (values.length === 0) return [];
  const numbers = values.filter((cell) => hanCount(cell.text) === 0);
  const room = fields.filter((field) => field !== "reason").length;
  const isWhole = numbers.length <= room && numbers.every((cell) => isPlain(cell.text));
  const standing = isWhole ? standingCells(values, fields, header) : undefined;
  if (standing !== undefined) return [{ cells: standing, joined: new Set(), score: 0 }];
  const ways = isWhole
    ? [values.map((cell): Joined => ({ cell, cost: 0, joined: false }))]
    : [...withoutBlanks(values), ...waysToJoin(values)];
  const fitting = ways.filter(
    (way) => numbersIn(way).length <= room && numbersIn(way).every((cell) => isPlain(cell.text)),
  );
  const groupings = fitting.length > 0 ? fitting : ways;
  return groupings
    .map((cells) => read(cells, fields, header, repeats))
    .filter((reading) => reading.score > NO)
    .toSorted((left, right) => right.score - left.score)
    .slice(0, KEEP);
}

/** The values by the headers they stand under; undefined when a header is not found, or a value stands elsewhere. */
function standingCells(
  values: readonly FormCell[],
  fields: readonly FundingCell[],
  header: Readonly<Partial<Record<FundingCell, number>>>,
): FundingReading["cells"] | undefined {
  if (fields.some((field) => header[field] === undefined)) return undefined;
  const placed = values.map((cell) => [fields.find((field) => header[field] === cell.column), cell] as const);
  const isFitting = placed.every(([field, cell]) => field !== undefined && fits(field, cell.text) > NO);
  return isFitting ? Object.fromEntries(placed) : undefined;
}

interface Joined {
  readonly cell: FormCell;
  readonly cost: number;
  readonly joined: boolean;
}

function numbersIn(way: readonly Joined[]): readonly FormCell[] {
  return way.map((joined) => joined.cell).filter((cell) => hanCount(cell.text) === 0);
}

function isPlain(text: string): boolean {
  return isBlankText(text) || parseNumber(text.replace(/[%％]$/u, "")) !== undefined;
}

const BLANK_COST = 0.5;
const ONE_NUMBER = /^\d+(?:\.\d{1,2})?$/u;

/** The way in which a blank inside a cell's number means nothing; none where no cell has one. */
function withoutBlanks(values: readonly FormCell[]): readonly (readonly Joined[])[] {
  const way = values.map((cell): Joined => {
    const squeezed = cell.text.replace(/\s+/gu, "");
    const isBroken = squeezed !== cell.text && !isPlain(cell.text) && ONE_NUMBER.test(squeezed);
    return isBroken
      ? { cell: { ...cell, text: squeezed }, cost: BLANK_COST, joined: true }
      : { cell, cost: 0, joined: false };
  });
  return way.some(({ joined }) => joined) ? [way] : [];
}

/** All ways to join up to two pairs of neighbours. */
function waysToJoin(values: readonly FormCell[]): readonly (readonly Joined[])[] {
  const ways: Joined[][] = [];
  const walk = (index: number, taken: readonly Joined[], joins: number): void => {
    const cell = values[index];
    if (ways.length >= READING_LIMIT) return;
    if (cell === undefined) {
      ways.push([...taken]);
      return;
    }
    walk(index + 1, [...taken, { cell, cost: 0, joined: false }], joins);
    const next = values[index + 1];
    if (next === undefined || joins >= JOIN_LIMIT || hanCount(cell.text + next.text) > 0) return;
    for (const { text, cost } of joints(cell.text, next.text)) {
      walk(
        index + 2,
        [...taken, { cell: { ...joinCells([cell, next]), text }, cost, joined: true }],
        joins + 1,
      );
    }
  };
  walk(0, [], 0);
  return ways;
}

/** The numbers that two halves can make. A dropped sliver must not be a digit of its own. */
function joints(left: string, right: string): readonly { readonly text: string; readonly cost: number }[] {
  const [a, b] = [left.replace(/\s+/gu, ""), right.replace(/\s+/gu, "").replace(/,(?=\d{1,2}$)/u, ".")];
  const variants = [
    { text: a + b, cost: JOIN_COST },
    // A stroke at the left edge of a cell is no minus sign; only what the form repeats can tell.
    ...(/^[^\d.]/u.test(a) ? [{ text: a.slice(1) + b, cost: JOIN_COST + 0.6 }] : []),
    {
      text: a + b.slice(1),
      cost: JOIN_COST + (a.endsWith(b.slice(0, 1)) ? 0.5 : /^[\d]/u.test(b) ? 1.5 : 0.6),
    },
  ];
  return variants.filter(
    ({ text }, index) =>
      parseNumber(text) !== undefined && variants.findIndex((other) => other.text === text) === index,
  );
}

function read(
  cells: readonly Joined[],
  fields: readonly FundingCell[],
  header: Readonly<Partial<Record<FundingCell, number>>>,
  repeats: readonly (readonly [FundingField, FundingField])[],
): FundingReading {
  const models = fields.map((field) => model(field, header[field]));
  const aligned = alignCells(
    cells.map((joined) => joined.cell),
    models,
    (cell) => (hanCount(cell.text) > 0 || /\d/u.test(cell.text) ? 4 : 0.6),
  );
  const joined = new Set(
    fields.filter((field) => cells.some((one) => one.joined && sameCell(one.cell, aligned.cells[field]))),
  );
  const cost = cells.reduce((sum, one) => sum + one.cost, 0);
  return { cells: aligned.cells, joined, score: aligned.score - cost + confirmation(aligned.cells, repeats) };
}

function sameCell(left: FormCell, right: FormCell | undefined): boolean {
  return right !== undefined && left.column === right.column && left.text === right.text;
}

function model(field: FundingCell, header: number | undefined): ColumnModel<FundingCell> {
  return {
    field,
    missing: field === "reason" ? 0 : 1.2,
    merge: field === "reason" ? 3 : 1,
    fit: (cell, merged) => {
      const moved = header === undefined ? 0 : 0.3 * Math.min(Math.abs(cell.column - header), 4);
      return fits(field, cell.text) - moved - 0.2 * (merged - 1);
    },
  };
}

function fits(field: FundingCell, text: string): number {
  const isBlank = isBlankText(text);
  if (field === "reason") return isBlank || /^[\d.,%]+$/u.test(text) ? NO : 1.5;
  if (isBlank) return field === "rate" || field === "score" || field === "points" ? 1 : 0.4;
  if (hanCount(text) > 0) return NO;
  const isPercent = /[%％]$/u.test(text);
  if (isPercent) return field === "rate" ? 3 : -2;
  return parseNumber(text) === undefined ? -1 : 1;
}

/** What the form says twice: repeated fields, executed + remaining = adjusted, rate = executed ÷ adjusted. */
function confirmation(
  cells: Readonly<Partial<Record<FundingCell, FormCell>>>,
  repeats: readonly (readonly [FundingField, FundingField])[],
): number {
  const figure = (field: FundingField): StatedFigure | undefined => {
    const value = parseNumber((cells[field]?.text ?? "").replace(/[%％]$/u, ""));
    return value === undefined ? undefined : statedFigure(value, null, {});
  };
  let score = 0;
  for (const [left, right] of repeats) {
    const [a, b] = [figure(left), figure(right)];
    if (a !== undefined && b !== undefined) score += a.millionths === b.millionths ? 2 : -0.5;
  }
  const [adjusted, executed, remaining, rate] = [
    figure("adjusted"),
    figure("executed"),
    figure("remaining"),
    figure("rate"),
  ];
  if (adjusted !== undefined && executed !== undefined) {
    if (remaining !== undefined)
      score += adjusted.millionths === executed.millionths + remaining.millionths ? 3 : -1;
    if (rate !== undefined && adjusted.millionths > 0n) score += isRate(executed, adjusted, rate) ? 2 : -0.5;
  }
  return score;
}

/** True when the printed rate is executed ÷ adjusted within its last printed digit. */
function isRate(executed: StatedFigure, adjusted: StatedFigure, rate: StatedFigure): boolean {
  const gap = executed.millionths * 100_000_000n - rate.millionths * adjusted.millionths;
  const lastDigit = (1_000_000n / 10n ** BigInt(rate.decimals)) * adjusted.millionths;
  return (gap < 0n ? -gap : gap) <= lastDigit;
}
