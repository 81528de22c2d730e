// 信号 over what a reader sees of a year. They are counted again only after a report has changed: the reports found last
// are kept at hand, each under whose view it is.

import { findSignals } from "@jueming/core/signals/find-signals.ts";
import type { Signal } from "@jueming/core/signals/signal.ts";

import type { SignalLine, SignalMemberLine } from "../contract/analysis.ts";
import type { Queries } from "../database/database.ts";
import type { AnalysisScope } from "../store/analysis-scope.ts";
import { countExtracts, extractsOf } from "../store/analysis-signals.ts";

/** A district of 400 units has some 2,000 a year; more are narrowed first, as their texts are compared with one another. */
const MOST_EVALUATIONS = 10_000;
const MOST_KEPT = 24;

/** FoundSignals: the signals, and what they were found in. */
export interface FoundSignals {
  readonly evaluations: number;
  readonly left: number;
  readonly tooMany: boolean;
  readonly signals: readonly Signal[];
}

const kept = new Map<string, Promise<readonly Signal[]>>();

/** Finds the signals of a scope. */
export async function signalsOfScope(queries: Queries, scope: AnalysisScope): Promise<FoundSignals> {
  const { all, left, stamp } = await countExtracts(queries, scope);
  const counts = { evaluations: all, left };
  if (all > MOST_EVALUATIONS) return { ...counts, tooMany: true, signals: [] };
  const { grants, query } = scope;
  const key = JSON.stringify([grants, query.year, query.department, query.region, stamp]);
  const known = kept.get(key) ?? foundIn(queries, scope);
  kept.delete(key);
  kept.set(key, known);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  try {
    return { ...counts, tooMany: false, signals: await known };
  } catch (error) {
    kept.delete(key);
    throw error;
  }
}

async function foundIn(queries: Queries, scope: AnalysisScope): Promise<readonly Signal[]> {
  const { year } = scope.query;
  const [extracts, earlier] = await Promise.all([
    extractsOf(queries, scope, year),
    extractsOf(queries, scope, year - 1),
  ]);
  return findSignals(extracts, { by: "unit", earlier }).signals;
}

/** A signal as a list shows it. */
export function signalLineOf({ groups, ...signal }: Signal): SignalLine {
  const { id, title, why, basis, method, silence, shown, judged } = signal;
  return { id, title, why, basis, method, silence, units: groups.length, shown, judged };
}

/** The list behind a signal: the strongest group first. */
export const membersOf = ({ groups }: Signal): SignalMemberLine[] =>
  groups.flatMap(({ members }) =>
    members.map(({ unit, source, project, subject, figures }) => ({
      unitName: unit,
      report: source,
      project,
      subject,
      figures: figures.map((one) => ({ ...one })),
    })),
  );
