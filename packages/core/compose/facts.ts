// The facts that sentences are written from: cells of the tables, and what only prose, another year's
// disclosure or the evaluations state. A blank cell of a table that is there is nothing spent; a fact
// that nothing states is not known, and never 0.

import { findConcept } from "../accounts/concepts.ts";
import { tableCells } from "../accounts/envelope.ts";
import type { FactAddress } from "../disclosure/address.ts";
import { addressKey } from "../disclosure/address.ts";
import { MILLIONTHS } from "../figures/figure.ts";
import { WAN_YUAN } from "../figures/unit.ts";
import type { AccountsTable, Disclosure, NarrativeSentence, ProseFigure } from "../disclosure/disclosure.ts";
import { performanceFacts } from "./performance-facts.ts";
import type { Material } from "./material.ts";

/** Facts: exact values in millionths of the base unit by address; null is not known. */
export interface Facts {
  readonly value: (address: FactAddress) => bigint | null;
  /** How far the value may be from the exact one, which print has rounded: half of the last digit, or that of its parts. */
  readonly halfWidth: (address: FactAddress) => bigint;
}

/** Half of 0.01 万元, to which prose prints amounts. */
const PROSE_HALF_WIDTH = (MILLIONTHS * WAN_YUAN.scale) / 200n;

type Values = ReadonlyMap<string, bigint>;

export function factsOf({ disclosure, edition, prior, budget }: Material): Facts {
  const grades = edition.scoring.grades.map(({ grade }) => grade);
  const current = currentFacts(disclosure, grades);
  const before = prior === null ? null : currentFacts(prior, grades);
  const planned = budget === null ? null : currentFacts(budget, grades);
  const stated = statedFacts(disclosure, current);
  const known = (address: FactAddress): bigint | null => {
    const { period, stage, ...plain } = address;
    if (period === "prior") return before?.(plain) ?? stated.get(addressKey(address)) ?? null;
    if (stage === "initial") return planned?.(plain) ?? stated.get(addressKey(address)) ?? null;
    return current(address);
  };
  const isUnreadable = unreadableCells(disclosure);
  return {
    // What stands in a cell and cannot be read is not worked out: a person must say what it is.
    value: (address) => known(address) ?? (isUnreadable(address) ? null : sumOfParts(address, known)),
    halfWidth: halfWidthsOf(disclosure),
  };
}

function halfWidthsOf({ tables }: Disclosure): Facts["halfWidth"] {
  const cells = new Map(
    tables.flatMap((table) => {
      const concept = findConcept(table.concept);
      return concept === undefined ? [] : [[table.concept, tableCells(concept, table)] as const];
    }),
  );
  return ({ concept, line, code, column, period, stage }) => {
    const table = period === undefined && stage === undefined ? cells.get(concept) : undefined;
    if (table === undefined || column === undefined) return PROSE_HALF_WIDTH;
    const reference = {
      ...(line === undefined ? {} : { line }),
      ...(code === undefined ? {} : { code }),
      column,
    };
    const ofParts = table.envelopeOf(reference);
    return ofParts > PROSE_HALF_WIDTH ? ofParts : PROSE_HALF_WIDTH;
  };
}

/** The cells of the tables that print something which cannot be read. */
function unreadableCells({ tables }: Disclosure): (address: FactAddress) => boolean {
  const keys = new Set(
    tables.flatMap((table) => [...cellsOf(table)].flatMap(([key, value]) => (value === null ? [key] : []))),
  );
  return (address) => keys.has(addressKey(address));
}

/** A fact that nothing states, from the parts that its concept says it is the sum of. */
function sumOfParts(address: FactAddress, known: (address: FactAddress) => bigint | null): bigint | null {
  for (const identity of findConcept(address.concept)?.identities ?? []) {
    const parts =
      identity.form === "column-sum" && identity.total === address.column
        ? identity.parts.map((part) => ({ ...address, column: part.replace("-", "") }))
        : identity.form === "line-sum" && identity.total === address.line
          ? identity.parts.map((line) => ({ ...address, line }))
          : [];
    const values = parts.map(known);
    if (parts.length > 0 && values.every((value) => value !== null)) {
      const signs = identity.form === "column-sum" ? identity.parts.map((part) => part.startsWith("-")) : [];
      return values.reduce<bigint>(
        (sum, value, at) => sum + (signs[at] === true ? -1n : 1n) * (value ?? 0n),
        0n,
      );
    }
  }
  return null;
}

/** Facts of the disclosure's own year: its tables first, then its prose, then its evaluations. */
function currentFacts(
  disclosure: Disclosure,
  grades: readonly string[],
): (address: FactAddress) => bigint | null {
  const tables = new Map(disclosure.tables.map((table) => [table.concept, cellsOf(table)]));
  const prose = proseFacts(disclosure);
  const evaluated = performanceFacts(disclosure, grades);
  return (address) => {
    const key = addressKey(address);
    const cells = tables.get(address.concept);
    if (cells === undefined) return prose.get(key) ?? evaluated.get(key) ?? null;
    const cell = cells.get(key);
    if (cell !== undefined) return withOtherLine(address, cell, cells);
    return prose.get(key) ?? (isPrintedColumn(address, disclosure) ? 0n : null);
  };
}

/** Lines of one matter are told together. */
function withOtherLine(
  address: FactAddress,
  own: bigint | null,
  cells: ReadonlyMap<string, bigint | null>,
): bigint | null {
  const orLine = findConcept(address.concept)?.lines.find(({ line }) => line === address.line)?.orLine;
  if (orLine === undefined) return own;
  const key = addressKey({ ...address, line: orLine });
  const other = cells.has(key) ? (cells.get(key) ?? null) : 0n;
  return own === null || other === null ? null : own + other;
}

/**
 * True where the concept has the column: a code that its table does not print has nothing in it. A fixed line that
 * is not there was not read, and is not known.
 */
function isPrintedColumn({ concept, line, column }: FactAddress, disclosure: Disclosure): boolean {
  const table = disclosure.tables.find((one) => one.concept === concept);
  const isKnown = findConcept(concept)?.columns.some(({ id }) => id === column) ?? false;
  return (
    isKnown &&
    table !== undefined &&
    (table.empty ||
      (line === undefined && table.rows.some(({ cells }) => column !== undefined && column in cells)))
  );
}

function cellsOf(table: AccountsTable): ReadonlyMap<string, bigint | null> {
  return new Map(
    table.rows.flatMap((row) =>
      Object.entries(row.cells).map(([column, value]) => {
        const reference =
          row.line !== null
            ? { line: row.line }
            : row.code === null && row.name === null
              ? {}
              : { code: row.code };
        const key = addressKey({ concept: table.concept, ...reference, column });
        if (value === null || value.kind === "blank") return [key, 0n] as const;
        return [key, value.kind === "figure" ? value.millionths : null] as const;
      }),
    ),
  );
}

/** Figures that prose states as facts of its own year; the first statement counts. */
function proseFacts({ narrative }: Disclosure): Values {
  const values = new Map<string, bigint>();
  for (const { figure, refersTo, derived } of figuresOf(narrative)) {
    const key = addressKey(refersTo);
    if (figure.kind !== "figure" || (derived !== null && derived !== "count")) continue;
    if (refersTo.period === undefined && refersTo.stage === undefined && !values.has(key))
      values.set(key, figure.millionths);
  }
  for (const { slot, refersTo } of narrative.flatMap(({ words }) => words)) {
    if (slot === "no-data" && refersTo !== null && !values.has(addressKey(refersTo)))
      values.set(addressKey(refersTo), 0n);
  }
  return values;
}

/** Figures of last year and of the initial budget, stated outright or by how this year's differ from them. */
function statedFacts({ narrative }: Disclosure, current: (address: FactAddress) => bigint | null): Values {
  const values = new Map<string, bigint>();
  const add = (address: FactAddress, value: bigint | null): void => {
    if (value !== null && !values.has(addressKey(address))) values.set(addressKey(address), value);
  };
  for (const { figure, refersTo, derived } of figuresOf(narrative)) {
    const isOther = refersTo.period !== undefined || refersTo.stage !== undefined;
    if (figure.kind === "figure" && derived === null && isOther) add(refersTo, figure.millionths);
  }
  for (const stated of figuresOf(narrative)) {
    if (stated.derived !== "change") continue;
    add({ ...stated.refersTo, period: "prior" }, priorBehind(stated, current(stated.refersTo)));
  }
  for (const { slot, refersTo } of narrative.flatMap(({ words }) => words)) {
    if (slot !== "same" || refersTo === null || refersTo.column?.startsWith("budget.") === true) continue;
    // The words stand by what is compared: the initial budget, or the fact itself against last year's.
    const { stage, ...final } = refersTo;
    add(stage === "initial" ? refersTo : { ...refersTo, period: "prior" }, current(final));
  }
  return values;
}

function priorBehind({ figure, direction }: ProseFigure, now: bigint | null): bigint | null {
  if (figure.kind !== "figure" || now === null || direction === undefined) return null;
  return now - BigInt(direction) * figure.millionths;
}

const figuresOf = (narrative: readonly NarrativeSentence[]): readonly ProseFigure[] =>
  narrative.filter(({ evaluation }) => evaluation === null).flatMap(({ figures }) => figures);
