// The published JSON form of signals (schemas/signals.schema.json).

import type { JsonObject } from "@jueming/core/disclosure/disclosure-json.ts";
import { placeToJson } from "@jueming/core/disclosure/json/places.ts";
import type { SignalsReport } from "@jueming/core/signals/find-signals.ts";
import type { Signal, SignalChart, SignalGroup, SignalMember } from "@jueming/core/signals/signal.ts";

import type { AllExtracts } from "./extract-all.ts";

/** Name and version of the JSON form. */
export const SIGNALS_SCHEMA = "jueming/signals/1";

/** What was read, beside the signals: a silence would read as if all had been seen. */
export type ReadSources = Pick<AllExtracts, "failures" | "withoutEvaluations">;

/** The signals as `jueming signals --format json` prints them. */
export function toSignalsJson(report: SignalsReport, sources: ReadSources): JsonObject {
  const { by, evaluations, units, years, duplicates, signals } = report;
  return {
    schema: SIGNALS_SCHEMA,
    by,
    evaluations,
    units,
    years,
    duplicates,
    withoutEvaluations: sources.withoutEvaluations,
    failures: sources.failures.map(({ source, error }) => ({ source, error: { ...error } })),
    signals: signals.map(signalJson),
  };
}

function signalJson(signal: Signal): JsonObject {
  const { groups, apart, notJudged, figures, charts, ...rest } = signal;
  return {
    ...rest,
    apart: apart.map((one) => ({ ...one })),
    notJudged: notJudged.map((one) => ({ ...one })),
    figures: figures.map((one) => ({ ...one })),
    charts: charts.map(chartJson),
    groups: groups.map(groupJson),
  };
}

function chartJson(chart: SignalChart): JsonObject {
  if (chart.kind === "histogram") {
    const { kind, title, axis, bins } = chart;
    return {
      kind,
      title,
      axis,
      bins: bins.map(({ label, members }) => ({
        label,
        count: members.length,
        members: members.map(memberJson),
      })),
    };
  }
  const { cells, ...rest } = chart;
  return {
    ...rest,
    cells: cells.map(({ members, ...cell }) => ({
      ...cell,
      count: members.length,
      members: members.map(memberJson),
    })),
  };
}

function groupJson(group: SignalGroup): JsonObject {
  const { name, year, strength, shown, judged, passage, members } = group;
  return {
    name,
    year,
    strength,
    shown,
    judged,
    passage: passage ?? undefined,
    members: members.map(memberJson),
  };
}

function memberJson({ subject, figures, place, ...rest }: SignalMember): JsonObject {
  return {
    ...rest,
    subject: subject ?? undefined,
    figures: figures.map((one) => ({ ...one })),
    place: placeToJson(place, rest.source),
  };
}
