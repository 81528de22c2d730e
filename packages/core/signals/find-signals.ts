// Finds the signals (信号) over many self-evaluations.

import { countSignal } from "./count-signal.ts";
import { signalDefinitions } from "./definitions/index.ts";
import type { EvaluationExtract } from "./evaluation-extract.ts";
import { priorFinder } from "./prior-years.ts";
import type { GroupLevel, Signal } from "./signal.ts";
import { textSignals } from "./texts/text-signals.ts";

/** SignalsReport (信号报告): all signals, the strongest first, and what they were found in. */
export interface SignalsReport {
  readonly by: GroupLevel;
  readonly evaluations: number;
  readonly units: number;
  readonly years: readonly number[];
  /** Evaluations given twice, such as one report in two formats, counted once. */
  readonly duplicates: number;
  readonly signals: readonly Signal[];
}

/**
 * The signals over the evaluations; their order is nothing to the result. Those of earlier years may be given apart:
 * they are looked at for comparison, and no signal is found in them.
 */
export function findSignals(
  given: readonly EvaluationExtract[],
  { by, earlier = [] }: { readonly by: GroupLevel; readonly earlier?: readonly EvaluationExtract[] },
): SignalsReport {
  const extracts = withoutDuplicates(given.toSorted(inOrder));
  const context = { prior: priorFinder([...extracts, ...withoutDuplicates(earlier.toSorted(inOrder))]) };
  const counted = signalDefinitions.map((definition) => countSignal(definition, extracts, { by, context }));
  const years = new Set(extracts.flatMap(({ year }) => year ?? []));
  return {
    by,
    evaluations: extracts.length,
    units: new Set(extracts.map(({ unit }) => unit.key)).size,
    years: [...years].toSorted((a, b) => a - b),
    duplicates: given.length - extracts.length,
    signals: [...counted, ...textSignals(extracts)].toSorted((a, b) => strengthIn(b) - strengthIn(a)),
  };
}

function strengthIn({ groups }: Signal): number {
  return groups[0]?.strength ?? -1;
}

function inOrder(a: EvaluationExtract, b: EvaluationExtract): number {
  return (
    compared(a.unit.key, b.unit.key) ||
    (a.year ?? 0) - (b.year ?? 0) ||
    compared(a.source, b.source) ||
    a.number - b.number
  );
}

function compared(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The same evaluation from two sources counts once; two alike in one source are two. */
function withoutDuplicates(extracts: readonly EvaluationExtract[]): readonly EvaluationExtract[] {
  const sources = new Map<string, string>();
  return extracts.filter((extract) => {
    const print = printOf(extract);
    const known = sources.get(print) ?? extract.source;
    sources.set(print, known);
    return known === extract.source;
  });
}

function printOf({ unit, year, project, total, printedMoney, indicators }: EvaluationExtract): string {
  const stated = indicators.map(({ name, target, actual }) => [name, target?.raw, actual?.raw]);
  return JSON.stringify([unit.key, year, project, total?.hundredths, printedMoney.executed, stated]);
}
